"""Bulk loading: many rows at nearly the driver's own speed, still captured, still whole.

Rows go in by ``executemany`` with plain tuples. In place of one log row per data row, the log gets
one row per table and batch (see storage/capture.py); every loaded row carries the ``batch_id``.
What is derived of the touched clients is made again by ``finish``; if the program dies before, the
ids wait in ``touched_client`` and the next write, or the next opening, does it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.ids import Id, new_id, new_id_bytes
from clienteling.domain.progress import Progress, Silent
from clienteling.models.types import to_milliseconds
from clienteling.storage import metrics, search_index
from clienteling.storage.book import Book, transaction
from clienteling.storage.capture import BATCH

UNDONE = "SELECT id, undone_at FROM import_batch WHERE undone_at IS NOT NULL"
"""Asks for imports that were taken back, and when: what head office had seen is still in the book
under them, taken away at that very moment."""

_NEVER_AGAIN = frozenset({"id", "client_no"})
"""What a row that comes back keeps."""

_AT_ONCE = 500

#: Above this share of touched clients it is quicker to make everything derived again.
_REBUILD_SHARE = 0.2


class BulkLoad:
    """One batch of rows going into the book, in as many transactions as the caller chooses.

    Args:
        book: Where to.
        clock: Stamps the batch.
        why: What a person would call it ("clients.csv brought in").
        who: The person of the house who acts.
    """

    def __init__(self, book: Book, clock: Clock, *, why: str, who: Id | None = None) -> None:
        self.batch_id = new_id(clock)
        self._clock = clock
        self._why = why
        self._who = None if who is None else bytes.fromhex(who)
        self._batch = bytes.fromhex(self.batch_id)
        self._now = int(clock.now().timestamp() * 1000)
        self._connection = book.connect()
        self._has_undone = self._connection.execute(f"{UNDONE} LIMIT 1").fetchone() is not None

    @contextmanager
    def chunk(self) -> Iterator[dbapi2.Connection]:
        """Keep what is loaded inside the block together, or not at all."""
        with transaction(self._connection) as connection:
            connection.execute("UPDATE sync_self SET applying = 2")
            yield connection
            connection.execute("UPDATE sync_self SET applying = 0")

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> int:
        """Load rows of a synced table inside a chunk, passing over ids that are there already.

        Rows that an import brought which was taken back are brought back.

        Args:
            table: A mapped table.
            columns: Names of what the tuples hold; stamps and batch are added here.
            rows: Values as the book stores them (ids as 16 bytes, times as milliseconds).

        Returns:
            How many rows went in.
        """
        connection = self._connection
        back = 0
        if self._has_undone:
            rows = list(rows)
            back = self._bring_back(table, columns, rows)
        before = connection.total_changes
        names = ", ".join(
            (*columns, "created_at", "created_by", "updated_at", "updated_by", "batch_id")
        )
        marks = ", ".join("?" * len(columns))
        who = "NULL" if self._who is None else f"x'{self._who.hex()}'"
        stamps = f"{self._now}, {who}, {self._now}, {who}, x'{self.batch_id}'"
        connection.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({marks}, {stamps}) ON CONFLICT DO NOTHING",  # noqa: S608 - names of mapped tables and columns
            rows,
        )
        count = connection.total_changes - before
        if count:
            self._log(table)
        return int(count) + back

    def touch(self, client_ids: Iterable[bytes]) -> None:
        """Say which clients' derived figures must be made again, inside a chunk."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO touched_client VALUES (?)", ((one,) for one in client_ids)
        )

    def finish(self, progress: Progress | None = None) -> None:
        """Make again what is derived of the touched clients, and close the connection."""
        try:
            refresh_derived(self._connection, self._clock, progress or Silent())
        finally:
            self.close()

    def close(self) -> None:
        """Close the connection without touching what is derived."""
        self._connection.close()

    def _bring_back(
        self, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> int:
        """Write rows again that a taken-back import left taken away; return how many.

        Each is a change like any other, captured under this batch: head office has seen the row.
        """
        place = columns.index("id")
        by_id = {row[place]: row for row in rows}
        ids = list(by_id)
        found: list[bytes] = []
        for start in range(0, len(ids), _AT_ONCE):
            part = ids[start : start + _AT_ONCE]
            found += (
                row[0]
                for row in self._connection.execute(
                    f"SELECT id FROM {table} WHERE id IN ({', '.join('?' * len(part))}) "  # noqa: S608 - name of a mapped table
                    f"AND (batch_id, deleted_at) IN ({UNDONE})",
                    part,
                )
            )
        if found:
            kept = [at for at, name in enumerate(columns) if name not in _NEVER_AGAIN]
            sets = ", ".join(f"{columns[at]} = ?" for at in kept)
            with self._captured():
                self._connection.executemany(
                    f"UPDATE {table} SET {sets}, deleted_at = NULL, updated_at = ?, "  # noqa: S608 - names of mapped tables and columns
                    "updated_by = ? WHERE id = ?",
                    (
                        (*(by_id[one][at] for at in kept), self._now, self._who, one)
                        for one in found
                    ),
                )
        return len(found)

    @contextmanager
    def _captured(self) -> Iterator[None]:
        """Have changes inside the block written to the log like any change, under the batch."""
        connection = self._connection
        self._log_begun()
        connection.execute(
            "UPDATE sync_self SET applying = 0, tx = ?, user_id = ?, now_ms = ?",
            (self._batch, self._who, self._now),
        )
        yield
        connection.execute(
            "UPDATE sync_self SET applying = 2, tx = NULL, user_id = NULL, now_ms = NULL"
        )

    def _log_begun(self) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO sync_tx (tx, why, user_id, at_ms) VALUES (?, ?, ?, ?)",
            (self._batch, self._why, self._who, self._now),
        )

    def _log(self, table: str) -> None:
        connection = self._connection
        known = connection.execute(
            # What head office has confirmed does not cover rows that are loaded later.
            "SELECT 1 FROM sync_log WHERE tx = ? AND tbl = ? AND state = 0",
            (self._batch, table),
        ).fetchone()
        if known:
            return
        self._log_begun()
        connection.execute(
            "INSERT INTO sync_log "
            "(mid, muid, tx, tbl, row_id, op, base, hlc, user_id, schema_ver) "
            "SELECT next_mid, ?, ?, ?, ?, ?, 0, max(hlc + 1, ? << 16), ?, schema_ver "
            "FROM sync_self",
            (
                new_id_bytes(self._clock),
                self._batch,
                table,
                self._batch,
                BATCH,
                self._now,
                self._who,
            ),
        )
        connection.execute(
            "UPDATE sync_self SET next_mid = next_mid + 1, hlc = max(hlc + 1, ? << 16)",
            (self._now,),
        )


def refresh_derived(connection: dbapi2.Connection, clock: Clock, progress: Progress) -> None:
    """Make again what is derived of every client that waits in ``touched_client``."""
    touched = [row[0] for row in connection.execute("SELECT client_id FROM touched_client")]
    if not touched:
        return
    with transaction(connection):
        total = connection.execute("SELECT count(*) FROM client").fetchone()[0]
        if len(touched) > total * _REBUILD_SHARE:
            metrics.rebuild(connection, clock.today())
            search_index.rebuild(connection, progress)
        else:
            metrics.refresh(connection, touched, clock.today())
            search_index.refresh(connection, touched)
        connection.execute("DELETE FROM touched_client")


def undo_batch(
    connection: dbapi2.Connection,
    batch_id: Id,
    clock: Clock,
    *,
    at: datetime | None = None,
    softly: bool = False,
    progress: Progress | None = None,
) -> int:
    """Take back everything a batch loaded; return how many rows went.

    What never left this till is removed for good; the log's batch rows go with it. A batch that
    head office has already seen is taken away softly, row by row, so that the removal travels.

    Args:
        connection: Without the checking of foreign keys.
        batch_id: Which.
        clock: Says which day the figures are of.
        at: The moment that rows which are taken away softly get; now where it is not given.
        softly: Whether it is done so whoever has seen it.
        progress: Told how many tables are done.
    """
    batch = bytes.fromhex(batch_id)
    tables = [
        (row[0], row[1])
        for row in connection.execute(
            "SELECT tbl, state FROM sync_log WHERE tx = ? AND op = ? ORDER BY mid DESC",
            (batch, BATCH),
        )
    ]
    shared = softly or any(state != 0 for _table, state in tables)
    now, watcher = to_milliseconds(at or clock.now()), progress or Silent()
    gone = 0
    with transaction(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        _touch_batch(connection, batch, [table for table, _state in tables])
        if not shared:
            connection.execute("UPDATE sync_self SET applying = 2")
        for done, (table, _state) in enumerate(tables):
            watcher.step(done, len(tables) + 1)
            sql = (
                f"UPDATE {table} SET deleted_at = {now} WHERE batch_id = ? AND deleted_at IS NULL"  # noqa: S608 - names of mapped tables
                if shared
                else f"DELETE FROM {table} WHERE batch_id = ?"  # noqa: S608 - names of mapped tables
            )
            gone += connection.execute(sql, (batch,)).rowcount
        if not shared:
            connection.execute("DELETE FROM sync_log WHERE tx = ? AND op = ?", (batch, BATCH))
            connection.execute("DELETE FROM sync_tx WHERE tx = ?", (batch,))
            connection.execute("UPDATE sync_self SET applying = 0")
    watcher.step(len(tables), len(tables) + 1)
    refresh_derived(connection, clock, watcher)
    return gone


def _touch_batch(connection: dbapi2.Connection, batch: bytes, tables: Sequence[str]) -> None:
    for table in tables:
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        column = "id" if table == "client" else "client_id"
        if column in columns:
            connection.execute(
                f"INSERT OR IGNORE INTO touched_client SELECT DISTINCT {column} FROM {table} "  # noqa: S608 - names of mapped tables
                f"WHERE batch_id = ? AND {column} IS NOT NULL",
                (batch,),
            )
