"""Attachments travel after their rows: in pieces, checked, within a till's scopes, never in the way."""

import hashlib
import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from clienteling.domain.clock import SystemClock
from clienteling.domain.errors import NotFoundError
from clienteling.headoffice.blob_files import CHUNK_BYTES, BlobFiles
from clienteling.headoffice.blobs import Blobs, Piece
from clienteling.headoffice.dialect import EmbeddedDatabase
from clienteling.services import pictures
from clienteling.storage.attachments import Attachments
from clienteling.storage.keys import DataKeys, KeyPlace
from clienteling.sync.blobs import PIECE_BYTES, Carried, Carrier, Stand, Standing
from clienteling.sync.engine import Done, LineError
from tests.sync.tills import Joined, TestTill

SCOPES = ("g", "b:PAR1")
LONG = 2 * PIECE_BYTES + 700_000


@dataclass(slots=True)
class Line:
    """A line from one till to head office's attachments; it may spoil or lose what it carries."""

    blobs: Blobs
    till: str
    spoil: Callable[[bytes], bytes] = lambda piece: piece
    left: int = 1_000
    asked: list[tuple[str, int]] = field(default_factory=list)

    def wanted(self) -> tuple[str, ...]:
        return self.blobs.wanted(self.till)

    def stand(self, sha256: str) -> Stand:
        return self.blobs.stand(self.till, sha256)

    def fetch(self, sha256: str, start: int, length: int) -> bytes | Stand:
        self._count("fetch", start)
        found = self.blobs.fetch(self.till, sha256, start, length)
        return self.spoil(found.data) if isinstance(found, Piece) else found

    def send(self, sha256: str, offset: int, size: int, piece: bytes) -> Stand:
        self._count("send", offset)
        return self.blobs.send(self.till, sha256, offset, size, self.spoil(piece))

    def _count(self, what: str, at: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise LineError("the line broke")
        self.asked.append((what, at))


@dataclass(frozen=True, slots=True)
class End:
    """A till's end: its files, what carries them, and its line."""

    till: TestTill
    attachments: Attachments
    carrier: Carrier
    line: Line

    def carry(self, **options: int) -> Carried:
        return self.carrier.carry(self.line, **options)


@dataclass(frozen=True, slots=True)
class World:
    """Two tills that share rows, and head office with its files."""

    joined: Joined
    blobs: Blobs
    files: BlobFiles
    folder: Path
    one: End
    two: End

    def sync(self) -> None:
        for end in (self.one, self.two):
            assert isinstance(end.till.sync(self.joined.office), Done)

    def portray(self, data: bytes) -> str:
        """Give the client a portrait on the first till, and share the rows."""
        facts = self.one.attachments.put(data, "image/jpeg")
        with self.one.till.store.write(why="Portrait") as session:
            row = pictures.keep_attachment(session, facts=facts)
            pictures.set_portrait(session, client_id=self.joined.client, attachment_id=row)
        self.sync()
        return facts.sha256


@pytest.fixture
def world(joined: Joined, tmp_path: Path) -> World:
    """Two tills of one boutique with their own files."""
    files = BlobFiles(tmp_path / "office", b"\7" * 32)
    blobs = Blobs(EmbeddedDatabase(lambda: joined.feed), files)
    blobs.make_tables()
    ends = [
        _end(till, tmp_path / name, Line(blobs, name))
        for name, till in (("one", joined.one), ("two", joined.two))
    ]
    return World(joined, blobs, files, tmp_path / "office", *ends)


def _end(till: TestTill, folder: Path, line: Line) -> End:
    keys = DataKeys(os.urandom(32), KeyPlace(in_keyring=False, words=""))
    attachments = Attachments(folder, keys)
    return End(till, attachments, Carrier(till.till, attachments, random.Random(1)), line)


def test_a_portrait_follows_its_row_to_the_other_till_in_pieces(world: World) -> None:
    data = os.urandom(LONG)
    sha256 = world.portray(data)
    with pytest.raises(NotFoundError):
        world.two.attachments.get(sha256)
    assert world.one.carry() == Carried(sent=1)
    assert world.two.carry() == Carried(fetched=1)
    assert world.two.attachments.get(sha256) == data
    steps = [0, PIECE_BYTES, 2 * PIECE_BYTES]
    assert world.one.line.asked == [("send", at) for at in steps]
    assert world.two.line.asked == [("fetch", at) for at in steps]
    assert world.one.carry() == world.two.carry() == Carried()


def test_nothing_of_it_is_readable_on_head_offices_disk(world: World) -> None:
    data = b"Beatrice Altieri" * 80_000
    sha256 = world.portray(data)
    world.one.line.left = 1
    world.one.carry()
    for _turn in range(2):
        stored = b"".join(path.read_bytes() for path in world.folder.glob("*/*"))
        names = " ".join(path.name for path in world.folder.glob("*/*"))
        assert len(stored) > 1_000_000
        assert b"Beatrice" not in stored
        assert sha256 not in names
        world.one.line.left = 100
        world.one.carry()


def test_what_was_safe_is_not_sent_or_fetched_again_after_the_line_broke(world: World) -> None:
    data = os.urandom(LONG)
    sha256 = world.portray(data)
    for end, left_over in ((world.one, (1, 0)), (world.two, (0, 1))):
        end.line.left = 2
        cut = end.carry()
        assert (cut.to_send, cut.to_fetch, cut.trouble) == (*left_over, "the line broke")
        end.line.left = 100
        assert end.carry().trouble is None
        assert [at for _what, at in end.line.asked] == [0, PIECE_BYTES, 2 * PIECE_BYTES]
    assert world.two.attachments.get(sha256) == data


def test_a_piece_that_was_cut_short_keeps_its_whole_chunks(world: World) -> None:
    data = os.urandom(LONG)
    sha256 = world.portray(data)
    cut = CHUNK_BYTES + 1_000
    stand = world.blobs.send("one", sha256, 0, LONG, data[:cut])
    assert stand == Stand(Standing.AWAITED, CHUNK_BYTES)
    assert world.blobs.send("one", sha256, cut, LONG, data[cut : cut + 9]) == stand
    assert world.one.carry().sent == 1
    assert world.one.line.asked[0] == ("send", CHUNK_BYTES)


def test_what_was_garbled_on_the_way_is_refused_and_tried_later(world: World) -> None:
    data = os.urandom(3_000)
    sha256 = world.portray(data)
    good = world.one.line.spoil
    for end in (world.one, world.two):
        end.line.spoil = lambda piece: bytes(len(piece))
        spoilt = end.carry()
        assert (spoilt.sent, spoilt.fetched) == (0, 0)
        end.line.spoil = good
        end.line.asked.clear()
        end.carry()
        assert end.line.asked == []
        world.joined.clock.advance(timedelta(minutes=2))
        end.carry()
    assert world.two.attachments.get(sha256) == data


def test_what_has_not_come_yet_leaves_a_placeholder_and_blocks_nothing(world: World) -> None:
    missing = world.portray(os.urandom(3_000))
    early = world.two.carry()
    assert early == Carried(to_fetch=1)
    with pytest.raises(NotFoundError):
        world.two.attachments.get(missing)
    assert isinstance(world.two.till.sync(world.joined.office), Done)
    world.one.carry()
    assert world.two.carry() == early
    world.two.carrier.want(missing)
    assert world.two.carry() == Carried(fetched=1)


def test_only_who_reads_a_row_that_shows_it_may_have_it(world: World) -> None:
    sha256 = world.portray(os.urandom(3_000))
    world.one.carry()
    (scope,) = world.joined.feed.execute(
        "SELECT scope FROM sync_feed WHERE tbl = 'attachment'"
    ).fetchone()
    assert scope == SCOPES[1]
    world.joined.office.enrol("berlin", "b:BER1")
    world.joined.office.enrol("gone", SCOPES[1])
    world.joined.office.revoke("gone")
    refused = Stand(Standing.REFUSED)
    for stranger in ("berlin", "gone", "nobody"):
        assert world.blobs.stand(stranger, sha256) == refused
        assert world.blobs.fetch(stranger, sha256, 0, 10) == refused
        assert world.blobs.send(stranger, sha256, 0, 3_000, b"x") == refused
        assert world.blobs.wanted(stranger) == ()
    assert world.blobs.stand("two", "../../etc/passwd") == refused
    assert world.blobs.stand("two", "0" * 64) == refused


def test_no_more_is_taken_than_the_row_says(world: World) -> None:
    sha256 = world.portray(os.urandom(3_000))
    for offset, size, length in ((0, 3_001, 10), (0, 2**40, 10), (0, 0, 0)):
        assert world.blobs.send("one", sha256, offset, size, bytes(length)).standing == "refused"
    awaited = Stand(Standing.AWAITED, 0)
    for offset, length in ((-1, 10), (0, 3_001), (2_999, 2), (0, PIECE_BYTES + 1)):
        assert world.blobs.send("one", sha256, offset, 3_000, bytes(length)) == awaited
    assert list(world.folder.glob("*/*")) == []


def test_a_head_office_that_lost_its_files_is_filled_again(world: World) -> None:
    data = os.urandom(3_000)
    sha256 = world.portray(data)
    world.one.carry()
    for path in world.folder.glob("*/*"):
        path.unlink()
    assert world.blobs.look_again(SCOPES) == 1
    world.one.carrier.ask_again()
    assert world.one.carry() == Carried(sent=1)
    assert world.two.carry() == Carried(fetched=1)
    assert world.two.attachments.get(sha256) == data


def test_a_file_damaged_on_head_offices_disk_is_not_handed_on(world: World) -> None:
    data = os.urandom(3_000)
    sha256 = world.portray(data)
    world.one.carry()
    (path,) = world.folder.glob("*/*")
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    assert world.two.carry() == Carried(to_fetch=1)
    assert not path.exists()
    assert world.blobs.wanted("one") == (sha256,)


def test_a_file_lost_or_damaged_here_comes_again(world: World) -> None:
    data = os.urandom(3_000)
    sha256 = world.portray(data)
    world.one.carry()
    world.two.carry()
    world.two.attachments.remove(sha256)
    assert world.two.carrier.look_again() == 1
    assert world.two.carry() == Carried(fetched=1)


def test_what_no_row_shows_goes_after_the_grace_and_what_was_erased_at_once(world: World) -> None:
    now = SystemClock().now()
    kept, erased = os.urandom(3_000), os.urandom(2_000)
    first = world.portray(kept)
    world.one.carry()
    second = world.portray(erased)
    world.one.carry()
    world.two.carry()
    assert world.blobs.collect(SCOPES, now, grace_seconds=60) == 0
    assert world.blobs.collect(SCOPES, now + timedelta(minutes=2), grace_seconds=60) == 1
    assert (world.files.size(first), world.files.size(second)) == (None, 2_000)
    world.joined.office.erase(SCOPES[1], "client", world.joined.client)
    assert world.blobs.collect(SCOPES, now) == 1
    assert world.files.size(second) is None
    world.sync()
    world.joined.clock.advance(timedelta(days=3))
    for end in (world.one, world.two):
        end.carry()
        assert not end.attachments.exists(second)


def test_rows_have_their_turn_between_the_pieces(world: World) -> None:
    sha256 = world.portray(os.urandom(LONG))
    assert world.one.carry(most_pieces=2) == Carried(to_send=1, has_more=True)
    assert world.one.carry(most_pieces=2) == Carried(sent=1)
    assert hashlib.sha256(world.files.read(sha256, 0, LONG) or b"").hexdigest() == sha256
    assert world.files.read(sha256, LONG - 10, 100) is not None
