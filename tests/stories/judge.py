"""What must hold once everything is at rest: of both books, and of head office beside them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.sync.registry import kinds
from tests.stories.story import Story
from tests.sync.simulation.oracle import Book, book_of, cases_of, faults_of


@contextmanager
def books_of(story: Story) -> Iterator[dict[str, dbapi2.Connection]]:
    """Open the tills' books behind their backs."""
    books = {name: till.book.connect() for name, till in story.tills.items()}
    try:
        yield books
    finally:
        for book in books.values():
            book.close()


def judged(story: Story) -> list[str]:
    """Bring everything to rest, and return everything that is wrong."""
    story.rest()
    before = everything(story)
    for name in story.tills:
        story.ask(name, "share", "shared")
    faults = [] if everything(story) == before else ["syncing again moved something"]
    with books_of(story) as books:
        known = story.meetings.known
        faults += faults_of(story.office.tables, books, known, story.history)
        faults += at_office(story.office.tables, _shared(books["one"]))
    return faults


def _shared(connection: dbapi2.Connection) -> Book:
    """Return a book without what head office could not take: that is here only, and said so."""
    refused = connection.execute("SELECT tbl, row_id FROM sync_row WHERE seq < 0").fetchall()
    without = {(table, row_id.hex()) for table, row_id in refused}
    return {key: row for key, row in book_of(connection).items() if key not in without}


def everything(story: Story) -> list[Any]:
    """Return all that both books and head office hold."""
    with books_of(story) as books:
        held = [(book_of(one), cases_of(one)) for one in books.values()]
    feed = "SELECT scope, tbl, row_id, seq, state, body FROM sync_feed ORDER BY 1, 2, 3"
    return [held, [tuple(row) for row in story.office.tables.execute(feed).fetchall()]]


def at_office(tables: Any, book: Book) -> list[str]:
    """Say where head office does not have what a book has."""
    rows = tables.execute("SELECT tbl, row_id, body FROM sync_feed WHERE state = 0").fetchall()
    there = {(table, row_id): json.loads(body) for table, row_id, body in rows}
    faults = [
        f"head office lacks {key}" for key, row in book.items()
        if key not in there and key[0] in kinds()
    ]  # fmt: skip
    for key, body in there.items():
        if key[0] in kinds():
            here = book.get(key, {})
            faults += [
                f"head office and the books differ in {key}: {name} {value} / {here.get(name)}"
                for name, value in body.items()
                if here.get(name) != value
            ]
    return faults
