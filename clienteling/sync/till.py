"""The till's own memory of sync: who it is, how far it has read, what head office has confirmed.

The log is never emptied by a confirmation: it is what refills a head office that was restored.

It is long because the log, the cursors and the versions change together, in one transaction.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.progress import Silent
from clienteling.storage.book import Book
from clienteling.storage.bulk import refresh_derived
from clienteling.storage.capture import BATCH, INSERT
from clienteling.sync.registry import kinds
from clienteling.sync.scopes import row_values, scope_of
from clienteling.sync.wire import (
    ANOTHER_SCOPE,
    CASES,
    ERASE,
    LIVE,
    Cursor,
    Mutation,
    Place,
    Result,
)

#: What a cursor is doing: reading on; re-reading after a lost memory; replaced by a snapshot;
#: nothing, as its scope was withdrawn; waiting to hear whether it was.
READING, REREADING, FIRST, REFRESHING, LEFT, DOUBTED = (
    "", "reread", "first", "refresh", "left", "doubted",
)  # fmt: skip

PENDING, CONFIRMED, REJECTED, PARKED, SENDING = 0, 1, 2, 3, 4

#: The version of a row whose insert was refused; the next edit of it sends it whole.
REFUSED_ROW = -1

#: The same where it was refused for its scope alone; once that is granted again it is sent anew.
BEYOND_ROW = -2


@dataclass(frozen=True, slots=True)
class Identity:
    """The till, the life of its memory, its schema, and the last log entry confirmed."""

    till: str
    incarnation: str
    schema: int
    confirmed: int


class Till:
    """A book as sync sees it; one connection of its own, for one thread.

    Args:
        book: The till's book.
        clock: Dates what is derived.
        at: Told the name of each point where the machine may stop; for tests.
    """

    def __init__(
        self, book: Book, clock: Clock, at: Callable[[str], None] = lambda _: None
    ) -> None:
        self.connection = book.connect()
        self.clock = clock
        self.at = at

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    @contextmanager
    def write(self, *, arriving: bool = False) -> Iterator[dbapi2.Connection]:
        """Keep what happens inside together; what arrives is not logged as an edit."""
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            if arriving:
                connection.execute("PRAGMA defer_foreign_keys = ON")
                connection.execute("UPDATE sync_self SET applying = 1")
            yield connection
            if arriving:
                connection.execute("UPDATE sync_self SET applying = 0")
            self.at("before commit")
            connection.execute("COMMIT")
        except BaseException:
            # A full disk may have rolled back already.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def identity(self) -> Identity:
        """Return who this till is now."""
        row = self.connection.execute(
            "SELECT till_id, incarnation, schema_ver, acked_mid FROM sync_self"
        ).fetchone()
        return Identity(*row)

    def join(self, scopes: Iterable[str]) -> None:
        """Begin to read scopes; those already read are left as they are."""
        names = list(scopes)
        with self.write() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO sync_cursor (scope, seq, mark_seq, mark, state)"
                " VALUES (?, 0, 0, x'', ?)",
                [(scope, FIRST) for scope in names],
            )
            connection.executemany(
                "UPDATE sync_cursor SET state = ? WHERE scope = ? AND state = ?",
                [(FIRST, scope, LEFT) for scope in names],
            )

    def cursors(self) -> dict[str, Cursor]:
        """Return how far each scope was read."""
        found = self.connection.execute(
            "SELECT scope, seq, mark_seq, mark FROM sync_cursor ORDER BY scope"
        )
        return {scope: Cursor(seq, at, mark.hex()) for scope, seq, at, mark in found}

    def states(self) -> dict[str, tuple[str, str]]:
        """Return for each scope what its cursor is doing, and the snapshot and part it is at."""
        found = self.connection.execute(
            "SELECT scope, coalesce(state, ''), coalesce(snapshot_id, '') FROM sync_cursor"
            " ORDER BY CASE scope WHEN 'g' THEN 0 ELSE 1 END, scope"
        )
        return {scope: (state, at) for scope, state, at in found}

    def set_state(self, scope: str, state: str, snapshot: str = "") -> None:
        """Say what a scope's cursor is doing."""
        with self.write() as connection:
            connection.execute(
                "UPDATE sync_cursor SET state = ?, snapshot_id = ? WHERE scope = ?",
                (state, snapshot, scope),
            )

    def name_at(self, mid: int) -> str:
        """Return the name of a log entry; one that was removed still has its place and a name."""
        row = self.connection.execute("SELECT muid FROM sync_log WHERE mid = ?", (mid,)).fetchone()
        if row is not None:
            return str(row[0].hex())
        words = f"{self.identity().incarnation}/{mid}".encode()
        return hashlib.sha256(words).hexdigest()[:32]

    def place(self) -> Place:
        """Return the last entry that head office confirmed."""
        mid = self.identity().confirmed
        return Place(mid, self.name_at(mid)) if mid else Place()

    def is_own(self, place: Place) -> bool:
        """Say whether a place is in this log."""
        newest = self.connection.execute("SELECT next_mid - 1 FROM sync_self").fetchone()[0]
        return place.mid == 0 or (place.mid <= newest and self.name_at(place.mid) == place.muid)

    def confirm(self, place: Place, results: Iterable[Result], sent: Iterable[Mutation]) -> None:
        """Note how far head office has the log, and what became of some of it.

        Args:
            place: The last entry it has.
            results: Of the entries that did not simply apply.
            sent: What the answer is to.
        """
        told = list(results)
        refused = {
            (one.mid, one.row_id): _refusal(one) for one in told if one.outcome == "rejected"
        }
        with self.write() as connection:
            connection.execute(
                "UPDATE sync_log SET state = ? WHERE mid > (SELECT acked_mid FROM sync_self)"
                " AND mid <= ?",
                (CONFIRMED, place.mid),
            )
            for one in told:
                state = REJECTED if one.outcome == "rejected" else PARKED
                connection.execute(
                    "UPDATE sync_log SET state = ?, reason = ? WHERE mid = ? AND op <> ?",
                    (state, one.reason, one.mid, BATCH),
                )
            self.at("confirming")
            connection.executemany(
                "INSERT INTO sync_row (tbl, row_id, scope, seq) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (tbl, row_id) DO UPDATE SET seq = excluded.seq"
                " WHERE sync_row.seq <= 0",
                [
                    (
                        one.table,
                        bytes.fromhex(one.row_id),
                        one.scope,
                        refused.get((one.mid, one.row_id), 0),
                    )
                    for one in sent
                    if one.op == INSERT and one.fields
                ],
            )
            doubted = {
                (DOUBTED, one.scope)
                for one in sent
                if refused.get((one.mid, one.row_id)) == BEYOND_ROW
            }
            connection.executemany("UPDATE sync_cursor SET state = ? WHERE scope = ?", doubted)
            for mid in {one.mid for one in sent if one.entry and one.mid <= place.mid}:
                _log_rest(connection, mid)
            connection.execute("UPDATE sync_self SET acked_mid = ?", (place.mid,))

    def note_sending(self, entries: Iterable[int]) -> None:
        """Note that rows of bulk loads are on their way: from now on they are not only here."""
        mids = [(SENDING, mid, PENDING) for mid in entries]
        if mids:
            with self.write() as connection:
                connection.executemany(
                    "UPDATE sync_log SET state = ? WHERE mid = ? AND state = ?", mids
                )

    def go_to(self, place: Place, told: Iterable[Result] = ()) -> None:
        """Go on from where head office stands in this log, or begin a new life of the log.

        A place that is not in this log was written by a life that this till has forgotten: it was
        restored, or it is a copy of another. Its entries are numbered anew under a new name; those
        head office has already seen are known there by their own names.

        Args:
            place: Where head office stands.
            told: What it set aside on the way there, as that answer may have been lost.
        """
        if not self.is_own(place):
            self._begin_anew()
            return
        with self.write() as connection:
            connection.execute(
                "UPDATE sync_log SET state = ? WHERE mid > ? AND state <> ?",
                (PENDING, place.mid, PENDING),
            )
            connection.execute(
                "UPDATE sync_log SET state = ? WHERE mid <= ? AND state IN (?, ?)",
                (CONFIRMED, place.mid, PENDING, SENDING),
            )
            connection.execute("UPDATE sync_self SET acked_mid = ?", (place.mid,))
            for one in told:
                _note_refused(connection, one)

    def forget_versions(self, scopes: Iterable[str]) -> None:
        """Read scopes again from the beginning: the numbers known of them mean nothing now."""
        with self.write() as connection:
            for scope in scopes:
                connection.execute(
                    "UPDATE sync_row SET seq = 0 WHERE scope = ? AND seq > 0", (scope,)
                )
                connection.execute(
                    "UPDATE sync_hold SET row = json_set(row, '$.seq', 0) WHERE scope = ?",
                    (scope,),
                )
                connection.execute(
                    "UPDATE sync_cursor SET seq = 0, mark_seq = 0, mark = x'', state = ?"
                    " WHERE scope = ?",
                    (REREADING, scope),
                )
            connection.execute("UPDATE sync_log SET base = 0 WHERE base > 0")

    def read_again(self, scope: str) -> None:
        """Read a scope anew that was doubted and is granted; what was refused is offered again."""
        with self.write() as connection:
            connection.execute(
                "UPDATE sync_row SET seq = 0 WHERE scope = ? AND seq = ?", (scope, BEYOND_ROW)
            )
        self.forget_versions([scope])

    def offer(self, scope: str) -> int:
        """Offer what this till knows of a re-read scope and head office does not.

        Returns:
            How many rows are offered.
        """
        with self.write() as connection:
            erased = connection.execute(
                "SELECT e.tbl, e.row_id FROM sync_erased e"
                " LEFT JOIN sync_row r ON r.tbl = e.tbl AND r.row_id = e.row_id"
                " WHERE e.scope = ? AND coalesce(r.seq, 0) = 0",
                (scope,),
            ).fetchall()
            held = _offer_held(connection, scope)
            rows = unread_rows(connection, scope)
            for table, row_id in erased:
                hand_back_erasure(connection, table, row_id)
            for table, row_id in rows:
                # Each stands for itself: what cannot be taken must not hold back the others.
                append(connection, os.urandom(16), table, row_id, INSERT, None)
            connection.execute("UPDATE sync_cursor SET state = '' WHERE scope = ?", (scope,))
        return len(rows) + len(erased) + held

    def refresh(self) -> None:
        """Make again what is derived of the clients that news arrived of."""
        refresh_derived(self.connection, self.clock, Silent())

    def _begin_anew(self) -> None:
        with self.write() as connection:
            oldest = connection.execute("SELECT coalesce(min(mid), 1) FROM sync_log").fetchone()[0]
            connection.execute(
                "UPDATE sync_log SET mid = mid - ?, state = ?", (oldest - 1, PENDING)
            )
            connection.execute(
                "UPDATE sync_self SET incarnation = ?, acked_mid = 0, next_mid = next_mid - ?",
                (os.urandom(16).hex(), oldest - 1),
            )


def unread_rows(connection: dbapi2.Connection, scope: str) -> list[tuple[str, bytes]]:
    """Return the rows of a re-read scope that are here and did not come again, parents first."""
    found: list[tuple[str, bytes]] = []
    for table in (*kinds(), CASES):
        ids = connection.execute(
            f"SELECT r.row_id FROM sync_row r JOIN {table} t ON t.id = r.row_id"  # noqa: S608 - names of mapped tables
            " WHERE r.tbl = ? AND r.scope = ? AND r.seq = 0"
            " AND NOT EXISTS"
            " (SELECT 1 FROM sync_hold h WHERE h.tbl = r.tbl AND h.row_id = r.row_id)"
            " AND NOT EXISTS (SELECT 1 FROM sync_log l"
            "   WHERE l.row_id = r.row_id AND l.state = 0 AND l.tbl = r.tbl AND l.op = 1)"
            " ORDER BY r.row_id",
            (table, scope),
        )
        found += [(table, row[0]) for row in ids]
    return found


def hand_back_erasure(connection: dbapi2.Connection, table: str, row_id: bytes) -> None:
    """Offer head office its own seal on an erasure, unless that waits or was refused."""
    offered = connection.execute(
        "SELECT 1 FROM sync_log WHERE tbl = ? AND row_id = ? AND op = ? AND state IN (?, ?)",
        (table, row_id, ERASE, PENDING, REJECTED),
    ).fetchone()
    proof = connection.execute(
        "SELECT proof FROM sync_erased WHERE tbl = ? AND row_id = ?", (table, row_id)
    ).fetchone()
    if offered is None and proof is not None:
        append(connection, os.urandom(16), table, row_id, ERASE, proof[0])


def _refusal(one: Result) -> int:
    return BEYOND_ROW if one.reason.endswith(ANOTHER_SCOPE) else REFUSED_ROW


def _note_refused(connection: dbapi2.Connection, one: Result) -> None:
    entry = connection.execute("SELECT tbl, op FROM sync_log WHERE mid = ?", (one.mid,)).fetchone()
    if entry is None or one.outcome != "rejected" or entry[0] not in kinds():
        return
    table, op = entry
    scope = scope_of(connection, table, one.row_id, row_values(connection, table, one.row_id))
    connection.execute(
        "UPDATE sync_log SET state = ?, reason = ? WHERE mid = ? AND op <> ?",
        (REJECTED, one.reason, one.mid, BATCH),
    )
    if op in {INSERT, BATCH}:
        connection.execute(
            "INSERT INTO sync_row (tbl, row_id, scope, seq) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (tbl, row_id) DO UPDATE SET seq = excluded.seq WHERE sync_row.seq <= 0",
            (table, bytes.fromhex(one.row_id), scope, _refusal(one)),
        )
    if _refusal(one) == BEYOND_ROW:
        connection.execute("UPDATE sync_cursor SET state = ? WHERE scope = ?", (DOUBTED, scope))


def _offer_held(connection: dbapi2.Connection, scope: str) -> int:
    """Offer rows that wait here and did not come again; return how many."""
    count = 0
    for table, row_id, row in connection.execute(
        "SELECT tbl, row_id, row FROM sync_hold WHERE scope = ?", (scope,)
    ).fetchall():
        words = json.loads(row)
        if words["seq"] or words["state"] != LIVE or table not in kinds():
            continue
        connection.execute("DELETE FROM sync_hold WHERE tbl = ? AND row_id = ?", (table, row_id))
        append(connection, os.urandom(16), table, row_id, INSERT, json.dumps(words["body"]))
        count += 1
    return count


def _log_rest(connection: dbapi2.Connection, mid: int) -> None:
    """Log a bulk load's rows that came after it was read for sending."""
    table, batch = connection.execute(
        "SELECT tbl, tx FROM sync_log WHERE mid = ?", (mid,)
    ).fetchone()
    missed = connection.execute(
        f"SELECT EXISTS (SELECT 1 FROM {table} t WHERE t.batch_id = ? AND NOT EXISTS"  # noqa: S608 - names of mapped tables
        " (SELECT 1 FROM sync_row r WHERE r.tbl = ? AND r.row_id = t.id))",
        (batch, table),
    ).fetchone()[0]
    if missed:
        append(connection, batch, table, batch, BATCH, None)


def append(
    connection: dbapi2.Connection, tx: bytes, table: str, row_id: bytes, op: int, body: str | None
) -> None:
    """Write an entry of sync's own into the log."""
    connection.execute(
        "INSERT INTO sync_log (mid, muid, tx, tbl, row_id, op, body, base, hlc, schema_ver)"
        " SELECT next_mid, randomblob(16), ?, ?, ?, ?, ?, 0, hlc + 1, schema_ver FROM sync_self",
        (tx, table, row_id, op, body),
    )
    connection.execute("UPDATE sync_self SET next_mid = next_mid + 1, hlc = hlc + 1")
