"""Two tills of the demo house that wrote to the same cards apart, for the pictures of sync.

Nothing is made up: a copy of the book is a second till, head office is in memory, and what the
pictures show is what the two of them came to.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clienteling.bootstrap import Backend
from clienteling.bootstrap.syncing.lines import Joined, Joining
from clienteling.demo.plan import demo_id
from clienteling.domain.clock import Clock
from clienteling.storage.book import Book
from clienteling.storage.store import Store
from clienteling.sync.till import Till

if TYPE_CHECKING:
    from clienteling.headoffice.store import HeadOffice

ADDRESS = "https://head-office.example"
SCOPES = ("g", "b:PAR1")
HERE, THERE = "faubourg-1", "faubourg-2"


@dataclass(frozen=True, slots=True)
class Apart:
    """Two tills and their head office; ``here`` is the window's."""

    office: "HeadOffice"
    there: Till
    there_store: Store
    backend: Backend

    def share(self) -> None:
        """Let both tills share until they are the same."""
        import random

        from clienteling.sync.engine import sync_once

        for _turn in range(2):
            self.backend.syncing.sync_now()
            sync_once(self.there, self.office, random.Random(0))

    def write_both(
        self, service: Callable[..., Any], name: str, one: object, other: object, **values: Any
    ) -> None:
        """Do one thing at either till, each with its own words."""
        self.write_here(service, "Camille", **{name: one}, **values)
        with self.there_store.write(why="Edited", who=demo_id("staff", "Giulia")) as session:
            service(session, **{name: other}, **values)

    def row(self, table: str, client_id: str, where: str) -> str:
        """Return the id of a client's row."""
        sql = f"SELECT id FROM {table} WHERE client_id = ? AND {where} ORDER BY id"  # noqa: S608 - our own words
        found = self.there.connection.execute(sql, (bytes.fromhex(client_id),)).fetchone()
        return str(found[0].hex())

    def write_here(self, service: Callable[..., Any], who: str, **values: Any) -> None:
        """Do something at the window's till, in a person's name."""
        self.backend.settings.set("staff", demo_id("staff", who))
        self.backend.do(service, "Edited", **values)


class _Wires:
    """Lines to a head office in the same process."""

    def __init__(self, office: "HeadOffice") -> None:
        self._office = office

    def join(self, asks: Joining) -> Joined:
        """Let a till in."""
        self._office.enrol(asks.till, SCOPES[1])
        return Joined(asks.address, None, SCOPES, "", "")

    def open(self, address: str, ca_pem: str | None, till: str, private_key: bytes) -> "_Wire":
        """Open a line."""
        del address, ca_pem, till, private_key
        return _Wire(self._office)


class _Wire:
    """One line: the words go to head office as they are."""

    clock_off_seconds: int | None = 3
    waiting: int | None = None
    order = None
    blobs = None

    def __init__(self, office: "HeadOffice") -> None:
        self.push, self.pull, self.snapshot = office.push, office.pull, office.snapshot

    def close(self) -> None:
        """Keep nothing open."""


@contextmanager
def two_tills(backend: Backend, folder: Path, key: bytes, clock: Clock) -> Iterator[Apart]:
    """Make the window's till and a copy of it two tills of one head office.

    Args:
        backend: The window's till.
        folder: Where the other till's book and head office's go.
        key: The data key of both books.
        clock: Head office's and the other till's.
    """
    from sqlcipher3 import dbapi2

    from clienteling.headoffice.dialect import EmbeddedDatabase
    from clienteling.headoffice.seal import Seal
    from clienteling.headoffice.store import HeadOffice

    copy = Book(folder / "there.book", key)
    backend.look(lambda raw: raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())
    copy.path.write_bytes(backend.opened.book.path.read_bytes())
    office_book = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    office = HeadOffice(EmbeddedDatabase(lambda: office_book), clock, Seal(bytes(32)))
    office.make_tables()
    _rename(backend.opened.book, HERE)
    _rename(copy, THERE)
    there = Till(copy, clock)
    office.enrol(THERE, SCOPES[1])
    there.join(SCOPES)
    store = Store(copy, clock)
    backend.lines = _Wires(office)
    backend.syncing.enrol(ADDRESS, "1QMB3-V5ZYW", name="Faubourg 1")
    backend.syncing.close()
    try:
        yield Apart(office, there, store, backend)
    finally:
        store.close()
        there.close()
        office_book.close()


def write_apart(apart: Apart) -> None:
    """Have Camille and Giulia write to the same cards on tills apart; then the tills share."""
    from clienteling.models.knowledge import Polarity
    from clienteling.services import clients, knowledge, log, wishes

    beatrice, olivier = (demo_id("client", one) for one in ("beatrice", "olivier"))
    shoe = apart.row("size_profile", beatrice, "category = 'shoe'")
    fur = apart.row("preference", beatrice, "words = 'Fur'")
    note = apart.row("note", beatrice, "visibility <> 'private'")
    jacket = apart.row("size_profile", olivier, "category = 'jacket'")
    apart.write_both(knowledge.edit_size, "values", {"label": "38"}, {"label": "37"}, size_id=shoe)
    apart.write_both(
        clients.edit_client,
        "values",
        *({"remember": one} for one in _REMEMBER),
        client_id=beatrice,
    )
    polarities = ({"polarity": one} for one in (Polarity.DISLIKES, Polarity.ALLERGIC))
    apart.write_both(knowledge.edit_preference, "values", *polarities, preference_id=fur)
    apart.write_both(log.edit_note, "body", *_NOTE, note_id=note)
    labels = ({"label": one} for one in ("52", "48"))
    apart.write_both(knowledge.edit_size, "values", *labels, size_id=jacket)
    wish = apart.row("wish", beatrice, "status = 'open'")
    apart.write_both(
        wishes.edit_wish, "values", {"status": "offered"}, {"status": "bought"}, wish_id=wish
    )
    apart.share()
    apart.write_here(log.log_note, "Camille", client_id=beatrice, staff_id=None, body=_UNSENT)
    apart.backend.syncing.recount()


_UNSENT = "Paolo asked about the cufflinks again; two pairs are held until Saturday."
_REMEMBER = (
    "Address as Signora, never by first name. Never call before noon.",
    "Address as Signora, never by first name. Call after four, Milan time.",
)
_BEGUN = "Asked for the Ondine coat in camel for spring; will try on the 12th."
_NOTE = (
    f"{_BEGUN} Paolo collects it.",
    f"{_BEGUN} Wedding in Ravello on 3 May: show the Aube dress.",
)


def _rename(book: Book, name: str) -> None:
    """Give a book an identity; copies of one book have one until they are told theirs."""
    connection = book.connect()
    connection.execute("UPDATE sync_self SET till_id = ?, incarnation = ?", (name, name))
    connection.close()
