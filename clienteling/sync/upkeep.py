"""What a till does now and then for its own book: old log entries go, buckets are compared.

The log refills a head office that was restored from a backup, so it is kept for longer than any
backup is old. What head office says of a bucket's rows is compared with what is here; a bucket
that differs is read again, and what head office does not know of it is offered.
"""

import os
from collections.abc import Iterable
from datetime import timedelta

from sqlcipher3 import dbapi2

from clienteling.models.types import to_milliseconds
from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.sync import inbox
from clienteling.sync.brake import Brake
from clienteling.sync.registry import kinds
from clienteling.sync.till import CONFIRMED, PARKED, Till, append
from clienteling.sync.wire import CASES, ERASE, LIVE, Bucket, Digest

#: Confirmed entries are kept so long, and the newest ones whatever a wrong clock says.
KEPT = timedelta(days=90)
LEAST_KEPT = 1_000

#: So many go at once; the rest goes the next time.
AT_ONCE = 2_000


def prune_log(till: Till) -> int:
    """Forget confirmed entries of the log that are older than any backup; return how many went.

    What was refused stays, as a person is to see it; so do bulk loads, which can be taken back.
    """
    before = to_milliseconds(till.clock.now() - KEPT)
    # Looked for before anything is locked: somebody may be saving.
    old = till.connection.execute(
        "SELECT mid FROM sync_log WHERE mid < (SELECT min(acked_mid, next_mid - ?) FROM sync_self)"
        " AND state IN (?, ?) AND op IN (?, ?, ?, ?) AND hlc < ? LIMIT ?",
        (LEAST_KEPT, CONFIRMED, PARKED, INSERT, UPDATE, DELETE, ERASE, before << 16, AT_ONCE),
    ).fetchall()
    idle = till.connection.execute(
        "SELECT tx FROM sync_tx WHERE at_ms < ?"
        " AND NOT EXISTS (SELECT 1 FROM sync_log l WHERE l.tx = sync_tx.tx) LIMIT ?",
        (before, AT_ONCE),
    ).fetchall()
    if old or idle:
        with till.write() as connection:
            connection.executemany("DELETE FROM sync_log WHERE mid = ?", old)
            connection.executemany("DELETE FROM sync_tx WHERE tx = ?", idle)
    return len(old)


def digests(connection: dbapi2.Connection) -> tuple[Digest, ...]:
    """Return count and sum of versions of every bucket of rows, as this till has them."""
    found: dict[tuple[str, str, str], tuple[int, int]] = {}
    for table in (*kinds(), CASES):
        _add(
            found,
            connection.execute(
                "SELECT r.scope, r.tbl, lower(substr(hex(r.row_id), 31, 2)), count(*), sum(r.seq)"  # noqa: S608 - names of mapped tables
                f" FROM sync_row r JOIN {table} t ON t.id = r.row_id"
                " WHERE r.tbl = ? AND r.seq > 0 AND NOT EXISTS"
                " (SELECT 1 FROM sync_hold h WHERE h.tbl = r.tbl AND h.row_id = r.row_id)"
                " GROUP BY 1, 2, 3",
                (table,),
            ),
        )
    _add(
        found,
        connection.execute(
            "SELECT scope, tbl, lower(substr(hex(row_id), 31, 2)), count(*),"
            " sum(json_extract(row, '$.seq')) FROM sync_hold"
            " WHERE json_extract(row, '$.state') = ? AND json_extract(row, '$.seq') > 0"
            " GROUP BY 1, 2, 3",
            (LIVE,),
        ),
    )
    return tuple((*key, *values) for key, values in sorted(found.items()))


def read_again(till: Till, bucket: Bucket, brake: Brake) -> frozenset[str]:
    """Lay a bucket's rows anew, and offer what head office does not know of it.

    Returns:
        The tables that changed.

    Raises:
        MassChangeError: it would remove or empty more than is usual.
    """
    came = {row.row_id for row in bucket.rows}
    known = till.connection.execute(
        "SELECT lower(hex(row_id)) FROM sync_row WHERE scope = ? AND tbl = ? AND seq > 0"
        " AND lower(substr(hex(row_id), 31, 2)) = ?",
        (bucket.scope, bucket.table, bucket.bucket),
    ).fetchall()
    changed = inbox.take_page(till, bucket.scope, bucket.rows, None, brake)
    unknown = [row_id for (row_id,) in known if row_id not in came]
    if unknown:
        _offer(till, bucket.table, unknown)
    return changed


def _offer(till: Till, table: str, row_ids: Iterable[str]) -> None:
    name = table if table in kinds() or table == CASES else None
    if name is None:
        return
    with till.write() as connection:
        for row_id in row_ids:
            key = bytes.fromhex(row_id)
            sql = f"SELECT 1 FROM {name} WHERE id = ?"  # noqa: S608 - names of mapped tables
            if connection.execute(sql, (key,)).fetchone() is not None:
                append(connection, os.urandom(16), name, key, INSERT, None)


def _add(
    found: dict[tuple[str, str, str], tuple[int, int]],
    rows: Iterable[tuple[str, str, str, int, int]],
) -> None:
    for scope, table, bucket, count, total in rows:
        before = found.get((scope, table, bucket), (0, 0))
        found[scope, table, bucket] = (before[0] + count, before[1] + total)
