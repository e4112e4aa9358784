"""Two tills and a head office, joined without a network, for the tests of sync."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from clienteling.domain.clock import FakeClock
from clienteling.headoffice.dialect import EmbeddedDatabase
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from clienteling.storage.book import Book
from clienteling.storage.store import Store
from clienteling.sync.engine import Outcome, sync_once
from clienteling.sync.registry import kinds
from clienteling.sync.till import Till
from tests.factories import SmallHouse, a_client, a_house

SCOPES = ("g", "b:PAR1")


@dataclass(frozen=True, slots=True)
class TestTill:
    """A till: its book, the book as units of work, and the book as sync sees it."""

    book: Book
    store: Store
    till: Till

    __test__ = False

    def sync(self, office: Any, **options: Any) -> Outcome:
        """Sync once, with head office itself or with a line to it."""
        return sync_once(self.till, office, random.Random(0), **options)

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        return list(self.till.connection.execute(sql, values).fetchall())


@dataclass(frozen=True, slots=True)
class Joined:
    """Two tills of one boutique that know a small house with one client."""

    office: HeadOffice
    feed: dbapi2.Connection
    one: TestTill
    two: TestTill
    house: SmallHouse
    client: str
    clock: FakeClock


def an_office(clock: FakeClock) -> tuple[HeadOffice, dbapi2.Connection]:
    """Make a head office in memory."""
    connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    office = HeadOffice(EmbeddedDatabase(lambda: connection), clock, Seal(bytes(32)))
    office.make_tables()
    return office, connection


def a_till(book: Book, clock: FakeClock, name: str) -> TestTill:
    """Make a till of a copied book; copies have one identity until they are told theirs."""
    till = Till(book, clock)
    till.connection.execute("UPDATE sync_self SET till_id = ?, incarnation = ?", (name, name))
    till.join(SCOPES)
    return TestTill(book, Store(book, clock), till)


@pytest.fixture
def joined(template_book: Path, tmp_path: Path) -> Iterator[Joined]:
    """Two tills that have read the same small house."""
    clock = FakeClock()
    office, connection = an_office(clock)
    tills = []
    for name in ("one", "two"):
        book = Book(tmp_path / f"{name}.book", key_of(template_book))
        book.path.write_bytes(template_book.read_bytes())
        tills.append(a_till(book, clock, name))
        office.enrol(name, SCOPES[1])
    one, two = tills
    house = a_house(one.store)
    client = a_client(one.store, house)
    for till in (one, two, one):
        till.sync(office)
    yield Joined(office, connection, one, two, house, client, clock)
    for till in tills:
        till.store.close()
        till.till.close()
    connection.close()


def key_of(path: Path) -> bytes:
    """Return the data key of a closed book."""
    from clienteling.storage.vault import open_vault
    from tests.books import KEYS

    return open_vault(path, KEYS).book


def whole_book(till: TestTill) -> dict[str, list[tuple[Any, ...]]]:
    """Return every synced row of a book with its stamps, byte for byte."""
    return {table: till.rows(f"SELECT * FROM {table} ORDER BY id") for table in kinds()}
