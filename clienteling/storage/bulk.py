"""Bulk loading: many rows at nearly the driver's own speed, still captured, still whole.

Rows go in by ``executemany`` with plain tuples. In place of one log row per data row, the log gets
one row per table and batch (see storage/capture.py); every loaded row carries the ``batch_id``.
What is derived of the touched clients is made again by ``finish``; if the program dies before, the
ids wait in ``touched_client`` and the next write, or the next opening, does it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.ids import Id, new_id, new_id_bytes
from clienteling.domain.progress import Progress, Silent
from clienteling.storage import metrics, search_index
from clienteling.storage.book import Book, transaction
from clienteling.storage.capture import BATCH

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

    @contextmanager
    def chunk(self) -> Iterator[dbapi2.Connection]:
        """Keep what is loaded inside the block together, or not at all."""
        with transaction(self._connection) as connection:
            connection.execute("UPDATE sync_self SET applying = 2")
            yield connection
            connection.execute("UPDATE sync_self SET applying = 0")

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> int:
        """Load rows of a synced table inside a chunk, passing over ids that are there already.

        Args:
            table: A mapped table.
            columns: Names of what the tuples hold; stamps and batch are added here.
            rows: Values as the book stores them (ids as 16 bytes, times as milliseconds).

        Returns:
            How many rows went in.
        """
        connection = self._connection
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
        return int(count)

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

    def _log(self, table: str) -> None:
        connection = self._connection
        known = connection.execute(
            # What head office has confirmed does not cover rows that are loaded later.
            "SELECT 1 FROM sync_log WHERE tx = ? AND tbl = ? AND state = 0",
            (self._batch, table),
        ).fetchone()
        if known:
            return
        connection.execute(
            "INSERT OR IGNORE INTO sync_tx (tx, why, user_id, at_ms) VALUES (?, ?, ?, ?)",
            (self._batch, self._why, self._who, self._now),
        )
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


def undo_batch(connection: dbapi2.Connection, batch_id: Id, clock: Clock) -> int:
    """Take back everything a batch loaded; return how many rows went.

    What never left this till is removed for good; the log's batch rows go with it. A batch that
    head office has already seen is taken away softly, row by row, so that the removal travels.
    """
    batch = bytes.fromhex(batch_id)
    tables = [
        (row[0], row[1])
        for row in connection.execute(
            "SELECT tbl, state FROM sync_log WHERE tx = ? AND op = ? ORDER BY mid DESC",
            (batch, BATCH),
        )
    ]
    shared = any(state != 0 for _table, state in tables)
    now = int(clock.now().timestamp() * 1000)
    gone = 0
    with transaction(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        _touch_batch(connection, batch, [table for table, _state in tables])
        if not shared:
            connection.execute("UPDATE sync_self SET applying = 2")
        for table, _state in tables:
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
    refresh_derived(connection, clock, Silent())
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
