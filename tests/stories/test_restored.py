"""Backups put back on either side, and an erasure that none of them undoes, between processes."""

from pathlib import Path
from typing import Any

from tests.postgres.server import Server as Postgres
from tests.stories.judge import books_of, judged
from tests.stories.offices import Office
from tests.stories.story import Story
from tests.sync.simulation.history import Edit
from tests.sync.simulation.oracle import Book, book_of, cases_of


def test_what_was_put_back_loses_nothing_and_brings_nobody_back(
    postgres: Postgres, template_book: Path, tmp_path: Path
) -> None:
    office = Office.new(tmp_path / "office", postgres, "restored")
    story = Story(3, office, template_book, tmp_path)
    try:
        story.begin()
        _a_day(story)
        # Both backups still know her.
        office.admin("backup")
        assert story.ask("two", "back up", "backed up") is not None
        _a_day(story)
        _erase(story, story.clients[0])
        assert judged(story) == []
        _restore_office(story)
        assert judged(story) == []
        _restore_till(story)
        assert judged(story) == []
        never = Edit("one", "0" * 32, "client", story.clients[1], "language", None, "xx", 10**6)
        story.history.edits.append(never)
        # An edit that really is lost would have been seen.
        assert [fault.partition(":")[0] for fault in judged(story)] == ["lost"]
    finally:
        story.close()
        office.close()


def _a_day(story: Story) -> None:
    for name in ("one", "two", "one", "two"):
        story.write(name, 3)
    story.rest()


def _erase(story: Story, client: str) -> None:
    """Erase a client of whom a till has something to tell that was not shared yet."""
    story.office.kill()
    story.remember("two", client)
    story.office.mend()
    story.office.admin("erase", client, "--boutique", "PAR1")
    story.history.erased.add(client)
    story.history.has_erased = True


def _restore_till(story: Story) -> None:
    """Put a till's backup back, with edits made before that nobody else has seen, and after it."""
    story.office.kill()
    story.write("two", 2)
    assert story.ask("two", "restore", "restored") is not None
    story.forget()
    story.remember("two", story.clients[0])
    story.write("two", 3)
    story.office.mend()


def _restore_office(story: Story) -> None:
    """Put head office's backup back, while the tills have more than it, shared and not."""
    before = _contents(story)
    story.office.kill()
    story.office.forget_tables()
    story.office.admin("restore")
    story.forget()
    assert story.history.forgotten == set()
    story.office.mend()
    story.rest()
    after = _contents(story)
    assert _lost(before, after) == []
    story.write("one", 2)


def _lost(before: dict[Any, Any], after: dict[Any, Any]) -> list[Any]:
    """Return what was in the book and is not, field by field."""
    return [
        (key, name, value, after.get(key, {}).get(name))
        for key, row in before.items()
        for name, value in row.items()
        if after.get(key, {}).get(name) != value
    ]


def _contents(story: Story) -> dict[Any, Any]:
    """Return what the first till's book says, without when and in which order it was said."""
    with books_of(story) as books:
        book: Book = book_of(books["one"])
        rows = {
            key: {name: value for name, value in row.items() if name not in _STAMPS}
            for key, row in book.items()
        }
        cases = {one["id"]: one for several in cases_of(books["one"]).values() for one in several}
        return {**rows, **cases}


_STAMPS = {"rev", "updated_at", "updated_by", "created_at"}
