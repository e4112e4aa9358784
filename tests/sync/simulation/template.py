"""What every seed begins with: a head office with a small house, and a book that has read it."""

import os
import random
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2
from typing_extensions import override

from clienteling.domain.clock import FakeClock
from clienteling.domain.ids import Id
from clienteling.headoffice.dialect import EmbeddedDatabase
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from clienteling.models.client import ContactKind
from clienteling.services import clients, log, wishes
from clienteling.storage.book import Book
from clienteling.storage.migrate import migrate
from clienteling.storage.store import Store
from clienteling.sync.engine import Done, sync_once
from clienteling.sync.till import Till
from tests.factories import TODAY, SmallHouse, a_client, a_house

SCOPES = ("g", "b:PAR1")
SEAL = Seal(bytes(32))

#: The tables that people write to in the simulation.
WRITTEN = frozenset(
    {
        "assignment", "client", "contact_point", "note", "purchase", "purchase_line",
        "purchase_staff", "wish",
    }
)  # fmt: skip


class Fragile(dbapi2.Connection):  # type: ignore[misc] # the driver has no types
    """A connection whose machine may stop, or whose disk may be full, before any statement.

    Args:
        before: Is told of a statement; raises where it is not to be.
    """

    before: Callable[[str], None] | None = None

    @override
    def execute(self, sql: str, *values: Any) -> Any:
        """Execute a statement, if the machine lives on."""
        if self.before is not None:
            self.before(sql)
        return super().execute(sql, *values)


class PlainBook(Book):
    """The book without its cipher: what is simulated is sync, some hundred times over.

    Whether the cipher survives its machine is tested elsewhere, with real processes.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, bytes(32))

    @override
    def _unlock(self, connection: dbapi2.Connection) -> None:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

    @override
    def connect(self) -> dbapi2.Connection:
        """Open a connection that does not wait for a disk."""
        connection = super().connect()
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA secure_delete=OFF")
        # The names that triggers make are the seed's too.
        connection.execute("PRAGMA trusted_schema=ON")
        connection.create_function("randomblob", 1, os.urandom)
        return connection

    @override
    def _opened(self) -> dbapi2.Connection:
        # Every table has its own words; all of them are to be understood once only.
        return dbapi2.connect(
            str(self.path), isolation_level=None, check_same_thread=False, cached_statements=1_000,
            factory=Fragile,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Template:
    """The common beginning.

    Args:
        folder: Where books are copied to; in memory where the machine offers it.
        book: A closed book that has read the house.
        office: Head office's database as it was then.
        house: The ids of the house.
        clients: The ids of its clients.
    """

    folder: Path
    book: Path
    office: dbapi2.Connection
    house: SmallHouse
    clients: tuple[Id, ...]


def memory() -> dbapi2.Connection:
    """Open an empty database in memory."""
    return dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)


@cache
def template() -> Template:
    """Make the beginning once for the process; its ids are the same in every process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "urandom", random.Random("template").randbytes)
        return _made()


def _made() -> Template:
    shared = Path("/dev/shm")
    holder = tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None)
    folder = Path(holder.name)
    _KEPT.append(holder)
    clock = FakeClock()
    connection = memory()
    office = HeadOffice(EmbeddedDatabase(lambda: connection), clock, SEAL)
    office.make_tables()
    book = PlainBook(folder / "template.book")
    migrate(book, clock)
    till = Till(book, clock)
    till.join(SCOPES)
    office.enrol(till.identity().till, SCOPES[1])
    store = Store(book, clock)
    house = a_house(store)
    made = tuple(_a_known_client(store, house, name) for name in ("Altieri", "Brandt"))
    assert isinstance(sync_once(till, office, random.Random(0)), Done)
    till.connection.execute("DELETE FROM sync_log")
    till.connection.execute("DELETE FROM sync_tx")
    _drop_idle_triggers(till.connection)
    store.close()
    till.close()
    return Template(folder, book.path, connection, house, made)


def _a_known_client(store: Store, house: SmallHouse, name: str) -> Id:
    client_id = a_client(store, house, family_name=name)
    with store.write(why="Known", who=house.camille) as session:
        clients.add_contact(
            session, client_id=client_id, region="FR",
            contact=clients.NewContact(ContactKind.EMAIL, f"{name}@example.org"),
        )  # fmt: skip
        log.log_note(session, client_id=client_id, body=f"About {name}", staff_id=house.camille)
        wishes.add_wish(
            session, client_id=client_id, today=TODAY, staff_id=house.camille, words="A scarf"
        )
    return client_id


def _drop_idle_triggers(connection: dbapi2.Connection) -> None:
    """Drop the triggers of tables that nobody writes to here: reading them is most of an opening.

    An act that writes to another table fails at once: its edit is not shared and the books differ.
    """
    found = connection.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
    for name, table in found.fetchall():
        if table not in WRITTEN:
            connection.execute(f"DROP TRIGGER {name}")


_KEPT: list["tempfile.TemporaryDirectory[str]"] = []


def copy_of(path: Path, name: str) -> Path:
    """Copy a closed book."""
    target = template().folder / name
    shutil.copyfile(path, target)
    return target
