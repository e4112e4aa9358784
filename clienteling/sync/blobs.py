"""Pictures and papers travel after the rows that name them, by their content's hash, in pieces.

Nothing here ever holds up a row: what is missing shows a placeholder and is tried again later. A
piece that was kept is never sent twice, and nothing enters the store whose hash is another.

The contract of the routes (``headoffice/blobs.py`` answers, the session's token says which till):

``GET /v1/blobs``
    200 ``{"wanted": [sha256, …]}``: what rows in the till's scopes name and head office has not.
``HEAD /v1/blobs/{sha256}``
    200 with ``Content-Length`` and an equal ``Upload-Offset``: it is here. 404 with
    ``Upload-Offset: n``: it is named and ``n`` bytes of this till's upload are safe. 404 without:
    no row in this till's scopes names it.
``GET /v1/blobs/{sha256}`` with ``Range: bytes=a-b``
    206 with ``Content-Range: bytes a-b/size``, at most ``PIECE_BYTES``; 416 past the end; 404 as
    above. Bytes travel as they are, without ``Content-Encoding``.
``PUT /v1/blobs/{sha256}`` with ``Upload-Offset: n`` and ``Upload-Length: size``
    The body is at most ``PIECE_BYTES`` from ``n`` on; what arrived of a body that was cut short
    may be given to the store, too. 200 with ``Upload-Offset``: go on from there, whether or not
    anything was kept; equal to the size: complete. 422: the content has another hash, begin anew.
    404: no row in this till's scopes names it, or its row says another size. 507: the disk there
    is full.

It is long because the contract, its words and the till's side of it are read together.
"""

import hashlib
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from sqlcipher3 import dbapi2

from clienteling.domain.errors import KnownError, NotFoundError
from clienteling.storage.attachments import Attachments
from clienteling.sync.engine import LineError
from clienteling.sync.registry import children_of
from clienteling.sync.till import Till

#: The most bytes of one request.
PIECE_BYTES = 1 << 20

#: No content is larger.
LARGEST_BYTES = 25 * 1024 * 1024


class Standing(StrEnum):
    """Where a content stands at head office, for one till."""

    #: It is whole.
    HERE = "here"
    #: A row names it, and it has not come or not wholly.
    AWAITED = "awaited"
    #: What came has another hash, and was dropped.
    CORRUPT = "corrupt"
    #: No row in the till's scopes names it, or the row says another size.
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a content is at head office.

    Args:
        standing: Where it stands.
        offset: How many bytes from its beginning are safe there.
    """

    standing: Standing
    offset: int = 0


class BlobTransport(Protocol):
    """A line to head office for contents. Each call raises ``LineError`` when no answer came."""

    def wanted(self) -> tuple[str, ...]:
        """Ask which named contents head office has not."""
        ...

    def stand(self, sha256: str) -> Stand:
        """Ask how far a content is there."""
        ...

    def fetch(self, sha256: str, start: int, length: int) -> bytes | Stand:
        """Ask for a piece, shorter at the end; how it stands where it is not there whole."""
        ...

    def send(self, sha256: str, offset: int, size: int, piece: bytes) -> Stand:
        """Send a piece of a content of ``size`` bytes; how it stands then."""
        ...


#: What the till's queue says of a content: it waits to be sent, it is at head office and was here
#: when that was seen, it is to be fetched, it cannot be sent.
TO_SEND, SHARED, TO_FETCH, ASIDE = 0, 1, 2, 3

#: Seconds until a content that could not be had is asked for again: doubled up to the last.
FIRST_WAIT, LONGEST_WAIT = 60.0, 3_600.0

_ASK_AGAIN = timedelta(hours=1)
_TIDY_AGAIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the contents in one go.

    Args:
        sent: How many were completed at head office.
        fetched: How many were completed here.
        to_send: How many wait to be sent.
        to_fetch: How many are named here and not here yet.
        has_more: The go was cut to let rows through; go on soon.
        trouble: Why it ended early; rows are not concerned.
    """

    sent: int = 0
    fetched: int = 0
    to_send: int = 0
    to_fetch: int = 0
    has_more: bool = False
    trouble: str | None = None


@dataclass(slots=True)
class _Go:
    """One go under way: how many pieces are left, and what was done."""

    transport: BlobTransport
    pieces: int
    sent: int = 0
    fetched: int = 0
    has_more: bool = False


class _CutError(Exception):
    """The go has had its pieces."""


@dataclass(slots=True)
class _Patience:
    """Which contents are left alone for a while, and for how long the next time."""

    rng: random.Random
    until: dict[str, datetime] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)

    def is_waiting(self, sha256: str, now: datetime) -> bool:
        """Say whether a content is left alone."""
        return sha256 in self.until and now < self.until[sha256]

    def wait(self, sha256: str, now: datetime) -> None:
        """Leave a content alone, each time longer."""
        times = self.times[sha256] = self.times.get(sha256, 0) + 1
        seconds = min(FIRST_WAIT * 2 ** min(times - 1, 10), LONGEST_WAIT)
        self.until[sha256] = now + timedelta(seconds=seconds * (0.5 + self.rng.random()))

    def forget(self, sha256: str) -> None:
        """Begin anew with a content."""
        self.until.pop(sha256, None)
        self.times.pop(sha256, None)


class Carrier:
    """Carries a till's attachments to head office and back, on the thread that syncs its rows.

    Args:
        till: The book.
        attachments: The encrypted files beside it.
        rng: Spreads the waits.
    """

    def __init__(self, till: Till, attachments: Attachments, rng: random.Random) -> None:
        self._till = till
        self._attachments = attachments
        self._patience = _Patience(rng)
        self._asked_at: datetime | None = None
        self._tidied_at: datetime | None = None

    def carry(self, transport: BlobTransport, *, most_pieces: int = 64) -> Carried:
        """Send and fetch what is due; never raises for what one content or the line does.

        Args:
            transport: The line.
            most_pieces: After so many the caller's rows have their turn.
        """
        go, trouble = _Go(transport, most_pieces), None
        try:
            self._look()
            self._tidy()
            self._ask(go)
            for sha256 in self._due(TO_SEND):
                self._send(go, sha256)
            for sha256 in self._due(TO_FETCH):
                self._fetch(go, sha256)
        except _CutError:
            go.has_more = True
        except (LineError, KnownError) as error:
            trouble = str(error)
        to_send, to_fetch = waiting(self._till.connection)
        return Carried(go.sent, go.fetched, to_send, to_fetch, go.has_more, trouble)

    def want(self, sha256: str) -> None:
        """Fetch a content soon: a screen shows a placeholder for it, or its file was damaged."""
        self._patience.forget(sha256)
        self._set(sha256, TO_FETCH, 0)

    def ask_again(self) -> None:
        """Ask head office with the next go what it has not: its memory or this book's was lost."""
        self._asked_at = None

    def look_again(self) -> int:
        """Hold the queue against the disk, after a backup was put back; return what is missing."""
        found = self._till.connection.execute(
            "SELECT sha256 FROM blob_queue WHERE state IN (?, ?)", (SHARED, TO_SEND)
        ).fetchall()
        missing = [sha256 for (sha256,) in found if not self._attachments.exists(sha256)]
        for sha256 in missing:
            self._set(sha256, TO_FETCH, 0)
        return len(missing)

    def _look(self) -> None:
        """Put what rows name into the queue: to be sent where it is here, to be fetched if not."""
        connection = self._till.connection
        is_new = connection.execute(
            "SELECT 1 FROM attachment a LEFT JOIN blob_queue q ON q.sha256 = a.sha256"
            " WHERE q.sha256 IS NULL LIMIT 1"
        ).fetchone()
        if is_new is None:
            return
        found = connection.execute(
            "SELECT a.sha256, a.size_bytes FROM attachment a"  # noqa: S608 - names of mapped tables and columns
            " LEFT JOIN blob_queue q ON q.sha256 = a.sha256"
            f" WHERE q.sha256 IS NULL AND a.id IN ({_named()})"
        ).fetchall()
        rows = [
            (sha256, size, TO_SEND if self._attachments.exists(sha256) else TO_FETCH)
            for sha256, size in dict(found).items()
        ]
        with self._till.write() as writing:
            writing.executemany(
                "INSERT OR IGNORE INTO blob_queue (sha256, size, sent, state) VALUES (?, ?, 0, ?)",
                [
                    (sha, size, state if size <= LARGEST_BYTES else ASIDE)
                    for sha, size, state in rows
                ],
            )

    def _tidy(self) -> None:
        """Drop contents that no row names any more, also of whom was erased.

        What somebody takes back is fetched again: head office keeps it longer.
        """
        now = self._till.clock.now()
        if self._tidied_at is not None and now < self._tidied_at + _TIDY_AGAIN:
            return
        self._tidied_at = now
        connection = self._till.connection
        before = int((now - _TIDY_AGAIN).timestamp() * 1000)
        found = connection.execute(
            "SELECT q.sha256 FROM blob_queue q"  # noqa: S608 - names of mapped tables and columns
            " WHERE NOT EXISTS (SELECT 1 FROM attachment a"
            f" WHERE a.sha256 = q.sha256 AND (a.created_at > ? OR a.id IN ({_named()})))",
            (before,),
        ).fetchall()
        for (sha256,) in found:
            self._attachments.remove(sha256)
            with self._till.write() as writing:
                writing.execute("DELETE FROM blob_queue WHERE sha256 = ?", (sha256,))

    def _ask(self, go: _Go) -> None:
        """Ask what head office has not: it was restored, or lost a file."""
        now = self._till.clock.now()
        if self._asked_at is not None and now < self._asked_at + _ASK_AGAIN:
            return
        wanted = go.transport.wanted()
        self._asked_at = now
        for sha256 in wanted:
            if self._state(sha256) == SHARED and self._attachments.exists(sha256):
                self._set(sha256, TO_SEND, 0)

    def _due(self, state: int) -> Iterator[str]:
        found = self._till.connection.execute(
            "SELECT sha256 FROM blob_queue WHERE state = ? ORDER BY size, sha256", (state,)
        ).fetchall()
        now = self._till.clock.now()
        return (one for (one,) in found if not self._patience.is_waiting(one, now))

    def _send(self, go: _Go, sha256: str) -> None:
        try:
            data = self._attachments.get(sha256)
        except (NotFoundError, KnownError):
            # Head office may have what is lost or damaged here.
            self._set(sha256, TO_FETCH, 0)
            return
        stand, last = go.transport.stand(sha256), -1
        while stand.standing is Standing.AWAITED and last < stand.offset < len(data):
            self._note(sha256, stand.offset)
            self._take_piece(go)
            last = stand.offset
            piece = data[last : last + PIECE_BYTES]
            stand = go.transport.send(sha256, last, len(data), piece)
        if stand.standing is Standing.HERE:
            self._patience.forget(sha256)
            self._set(sha256, SHARED, len(data))
            go.sent += 1
        else:
            # Its row may have been refused, or what came there was garbled on the way.
            self._patience.wait(sha256, self._till.clock.now())

    def _fetch(self, go: _Go, sha256: str) -> None:
        size = self._size(sha256)
        with self._tried_later(sha256):
            pieces: list[bytes] = []
            while (have := sum(map(len, pieces))) < size:
                piece = self._attachments.get_made(sha256, f"piece{len(pieces)}")
                if piece is None:
                    piece = self._fetched(go, sha256, have, size)
                    self._attachments.put_made(sha256, f"piece{len(pieces)}", piece)
                    self._note(sha256, have + len(piece))
                pieces.append(piece)
            self._keep(sha256, b"".join(pieces))
            go.fetched += 1

    def _fetched(self, go: _Go, sha256: str, start: int, size: int) -> bytes:
        self._take_piece(go)
        length = min(PIECE_BYTES, size - start)
        piece = go.transport.fetch(sha256, start, length)
        if isinstance(piece, Stand):
            raise _NotNowError
        if len(piece) != length:
            raise _CorruptError
        return piece

    def _keep(self, sha256: str, data: bytes) -> None:
        if hashlib.sha256(data).hexdigest() != sha256:
            raise _CorruptError
        # With a file that was damaged go the pieces, too.
        self._attachments.remove(sha256)
        self._attachments.put(data, "")
        self._patience.forget(sha256)
        self._set(sha256, SHARED, len(data))

    @contextmanager
    def _tried_later(self, sha256: str) -> Iterator[None]:
        try:
            yield
        except _CorruptError:
            self._attachments.remove(sha256)
            self._note(sha256, 0)
            self._patience.wait(sha256, self._till.clock.now())
        except _NotNowError:
            self._patience.wait(sha256, self._till.clock.now())

    def _take_piece(self, go: _Go) -> None:
        if go.pieces <= 0:
            raise _CutError
        go.pieces -= 1

    def _state(self, sha256: str) -> int | None:
        row = self._till.connection.execute(
            "SELECT state FROM blob_queue WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return None if row is None else int(row[0])

    def _size(self, sha256: str) -> int:
        row = self._till.connection.execute(
            "SELECT size FROM blob_queue WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return 0 if row is None else int(row[0])

    def _note(self, sha256: str, sent: int) -> None:
        with self._till.write() as writing:
            writing.execute("UPDATE blob_queue SET sent = ? WHERE sha256 = ?", (sent, sha256))

    def _set(self, sha256: str, state: int, sent: int) -> None:
        with self._till.write() as writing:
            writing.execute(
                "UPDATE blob_queue SET state = ?, sent = ? WHERE sha256 = ?", (state, sent, sha256)
            )


class _CorruptError(Exception):
    """What came is not what its name says."""


class _NotNowError(Exception):
    """Head office has not got it, or does not give it to this till."""


def waiting(connection: dbapi2.Connection) -> tuple[int, int]:
    """Return how many contents wait to be sent, and how many are not here yet."""
    counts = dict(connection.execute("SELECT state, count(*) FROM blob_queue GROUP BY state"))
    return counts.get(TO_SEND, 0), counts.get(TO_FETCH, 0)


def _named() -> str:
    return " UNION ".join(
        f"SELECT {field.name} FROM {kind.table} WHERE {field.name} IS NOT NULL"  # noqa: S608 - names of mapped tables and columns
        for kind, field in children_of("attachment")
    )
