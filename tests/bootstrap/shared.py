"""Two real books with their backends, and head office in the same process, for tests of sharing."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from clienteling.bootstrap import Backend, open_backend
from clienteling.bootstrap.syncing import SyncKind, SyncState
from clienteling.bootstrap.syncing.lines import Joined, Joining
from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import UserError
from clienteling.headoffice.blob_files import BlobFiles
from clienteling.headoffice.blobs import Blobs, Piece
from clienteling.headoffice.dialect import EmbeddedDatabase
from clienteling.headoffice.store import HeadOffice
from clienteling.services import clients
from clienteling.sync.blobs import Stand
from clienteling.sync.engine import LineError
from clienteling.sync.signing import TillKey, order_words
from clienteling.sync.wire import Refused
from tests.books import KEYS
from tests.factories import SmallHouse, a_client, a_house
from tests.sync.tills import SCOPES, an_office

OFFICE_KEY = TillKey(bytes(range(32)))
ADDRESS = "https://office.example"


@dataclass(frozen=True, slots=True)
class SignedOrder:
    """Head office's order, as it comes over a line."""

    till: str
    at: int
    signature: str


@dataclass(slots=True)
class Wires:
    """Lines to head office in the same process, to be cut, slowed and revoked.

    Args:
        office: Head office.
        is_cut: No answer comes.
        is_pending: Nobody has let the till in.
        order: Comes with a refusal.
        before: Called before each word.
        known: Public keys that joined, by till.
        said: The kinds of words that were sent.
        blobs: Head office's pictures.
    """

    office: HeadOffice
    is_cut: bool = False
    is_pending: bool = False
    order: SignedOrder | None = None
    before: Callable[[], None] = lambda: None
    known: dict[str, bytes] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    blobs: Blobs | None = None

    def join(self, asks: Joining) -> Joined:
        """Let a till in whose code is right."""
        if self.is_cut:
            raise LineError("Head office cannot be reached.")
        if asks.code != "1QMB3-V5ZYW":
            raise UserError("This code is not valid.", field="code")
        self.known[asks.till] = TillKey(asks.private_key).public
        self.office.enrol(asks.till, SCOPES[1])
        number = "123456" if self.is_pending else ""
        return Joined(asks.address, "pem", SCOPES, number, OFFICE_KEY.public.hex())

    def open(self, address: str, ca_pem: str | None, till: str, private_key: bytes) -> "Wire":
        """Open a line."""
        assert (address, ca_pem) == (ADDRESS, "pem")
        assert TillKey(private_key).public == self.known[till]
        return Wire(self, till)

    def order_for(self, till: str, key: TillKey = OFFICE_KEY) -> None:
        """Order that a till's book be erased."""
        self.order = SignedOrder(till, 7, key.sign(order_words(till, 7)).hex())


@dataclass(slots=True)
class Wire:
    """One line of one till."""

    wires: Wires
    till: str
    clock_off_seconds: int | None = None
    waiting: int | None = None
    is_closed: bool = False

    @property
    def blobs(self) -> "Contents | None":
        """The line for pictures; none where head office keeps none."""
        return None if self.wires.blobs is None else Contents(self)

    @property
    def order(self) -> SignedOrder | None:
        """The order that came with a refusal."""
        return self.wires.order

    def close(self) -> None:
        """Hang up."""
        self.is_closed = True

    def push(self, words: Any) -> Any:
        """Send a stretch of the log."""
        return self._ask("push", words)

    def pull(self, words: Any) -> Any:
        """Ask for news."""
        return self._ask("pull", words)

    def snapshot(self, words: Any) -> Any:
        """Ask for a part of a snapshot."""
        return self._ask("snapshot", words)

    def _ask(self, kind: str, words: Any) -> Any:
        self.wires.said.append(kind)
        self.wires.before()
        if self.wires.is_cut or self.is_closed:
            raise LineError("Head office cannot be reached.")
        assert words.till == self.till
        self.clock_off_seconds = 540
        return (
            Refused("pending")
            if self.wires.is_pending
            else getattr(self.wires.office, kind)(words)
        )


@dataclass(frozen=True, slots=True)
class Contents:
    """One line of one till for pictures."""

    wire: Wire

    def wanted(self) -> tuple[str, ...]:
        """Ask which named contents head office has not."""
        return self._blobs.wanted(self.wire.till)

    def stand(self, sha256: str) -> Stand:
        """Ask how far a content is there."""
        return self._blobs.stand(self.wire.till, sha256)

    def fetch(self, sha256: str, start: int, length: int) -> bytes | Stand:
        """Ask for a piece."""
        found = self._blobs.fetch(self.wire.till, sha256, start, length)
        return found.data if isinstance(found, Piece) else found

    def send(self, sha256: str, offset: int, size: int, piece: bytes) -> Stand:
        """Send a piece."""
        return self._blobs.send(self.wire.till, sha256, offset, size, piece)

    @property
    def _blobs(self) -> Blobs:
        assert self.wire.wires.blobs is not None
        return self.wire.wires.blobs


@dataclass(slots=True)
class Shared:
    """Two tills of one boutique that know a small house with one client."""

    office: HeadOffice
    wires: Wires
    one: Backend
    two: Backend
    clock: FakeClock
    house: SmallHouse
    client: str

    def edit(self, backend: Backend, **values: object) -> None:
        """Change fields of the client on one till, as Camille."""
        backend.settings.set("staff", self.house.camille)
        backend.do(clients.edit_client, "Edited", client_id=self.client, values=values)

    def clash(self, first: object, second: object, field_name: str = "remember") -> None:
        """Write one field on both tills apart and let them share it."""
        self.edit(self.one, **{field_name: first})
        self.edit(self.two, **{field_name: second})
        self.share(self.one, self.two, self.one)

    def share(self, *backends: Backend) -> SyncState:
        """Sync tills one after another; return how the last one stands."""
        states = [backend.syncing.sync_now() for backend in backends]
        assert {state.kind for state in states} == {SyncKind.SHARED}
        return states[-1]

    def remembered(self, backend: Backend) -> object:
        """Return what a till knows of the client."""
        sql = "SELECT remember FROM client"
        return backend.look(lambda reader: reader.execute(sql).fetchone()[0])

    def till_of(self, backend: Backend) -> str:
        """Return what a till calls itself."""
        sql = "SELECT till_id FROM sync_self"
        return str(backend.look(lambda reader: reader.execute(sql).fetchone()[0]))


@pytest.fixture
def apart(template_book: Path, tmp_path: Path) -> Iterator[Shared]:
    """Two tills that have not joined; one of them has a small house with a client."""
    clock = FakeClock()
    office, connection = an_office(clock)
    wires, backends = Wires(office), []
    files = BlobFiles(tmp_path / "office", bytes(32))
    wires.blobs = Blobs(EmbeddedDatabase(lambda: connection), files)
    wires.blobs.make_tables()
    for name in ("one", "two"):
        folder = tmp_path / name
        shutil.copytree(template_book.parent, folder)
        backend = open_backend(
            folder / template_book.name,
            clock=clock,
            keys=KEYS,
            settings_file=tmp_path / f"{name}.toml",
        )
        backend.lines = wires
        # Copies of one book have one name until they are told theirs.
        with_own_name = "UPDATE sync_self SET till_id = ?, incarnation = ?"
        writer = backend.opened.book.connect()
        writer.execute(with_own_name, (name, name))
        writer.close()
        backends.append(backend)
    one, two = backends
    house = a_house(one.opened.store())
    client = a_client(one.opened.store(), house)
    yield Shared(office, wires, one, two, clock, house, client)
    for backend in backends:
        backend.close()
    connection.close()


@pytest.fixture
def shared(apart: Shared) -> Shared:
    """Two tills that have joined and read the same; they share when they are told to."""
    for backend in (apart.one, apart.two):
        backend.syncing.enrol(ADDRESS, "1QMB3-V5ZYW")
        backend.syncing.close()
    apart.share(apart.one, apart.two, apart.one)
    return apart
