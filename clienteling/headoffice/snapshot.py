"""A scope's prepared snapshot: its living rows in parts, parents first, for a till's first sync.

Parts are static bytes named by their content, so that a cut line resumes with the next part and a
morning of many first syncs costs reading only. The cursor says where the delta begins.
"""

import hashlib
import json
from collections.abc import Mapping

from clienteling.headoffice import feed
from clienteling.headoffice.dialect import Transaction
from clienteling.sync import codec, wire
from clienteling.sync.registry import kinds

#: Removals are remembered so long; whoever was away longer takes a snapshot.
REMEMBERED_MILLISECONDS = 400 * 86_400_000

_NOT_MAPPED = 1_000


def prepare(transaction: Transaction, scope: str, rows_a_part: int, now: int) -> None:
    """Make a snapshot of the scope as it is; the one before stays for tills that are at it."""
    held = feed.hold(transaction, scope)
    rows = feed.rows_after(transaction, scope, 0, held.head + 1, live_only=True)
    rows.sort(key=lambda row: (_place(row.table), row.seq))
    cut = [rows[at : at + rows_a_part] for at in range(0, len(rows), rows_a_part)] or [[]]
    bodies = [json.dumps(codec.encode(part), separators=(",", ":")) for part in cut]
    name = hashlib.sha256(f"{held.head}\n{chr(10).join(bodies)}".encode()).hexdigest()
    cursor = feed.cursor_at(transaction, scope, held.head)
    transaction.many(
        "INSERT INTO sync_snapshot"
        " (scope, snapshot, part, parts, seq, mark_seq, mark, body, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope, snapshot, part) DO UPDATE"
        " SET at = excluded.at",
        [
            (scope, name, at, len(bodies), cursor.seq, cursor.mark_seq, cursor.mark, body, now)
            for at, body in enumerate(bodies)
        ],
    )
    _forget_older(transaction, scope)


def part_of(transaction: Transaction, scope: str, name: str, part: int) -> wire.SnapshotAnswer:
    """Return a part of a named snapshot; of the newest one where none is named."""
    asked = name or _newest(transaction, scope)
    found = transaction.all(
        "SELECT parts, seq, mark_seq, mark, body FROM sync_snapshot"
        " WHERE scope = ? AND snapshot = ? AND part = ?",
        (scope, asked, part),
    )
    if not found:
        return wire.Refused("no such snapshot")
    parts, seq, mark_seq, mark, body = found[0]
    rows = tuple(wire.Row(**row) for row in json.loads(body))
    return wire.SnapshotPart(scope, asked, part, parts, rows, wire.Cursor(seq, mark_seq, mark))


def too_old(transaction: Transaction, cursors: Mapping[str, wire.Cursor]) -> tuple[str, ...]:
    """Return the scopes whose cursor is older than what removals are remembered for."""
    old = []
    for scope, cursor in sorted(cursors.items()):
        found = transaction.all("SELECT seq FROM sync_pruned WHERE scope = ?", (scope,))
        if found and 0 < cursor.seq < int(found[0][0]):
            old.append(scope)
    return tuple(old)


def prune(transaction: Transaction, scope: str, now: int) -> None:
    """Forget removals and marks older than is promised; erasures are never forgotten."""
    before = now - REMEMBERED_MILLISECONDS
    held = feed.hold(transaction, scope)
    found = transaction.all(
        "SELECT max(seq) FROM sync_mark WHERE scope = ? AND at < ? AND seq < ?",
        (scope, before, held.head),
    )
    line = found[0][0]
    if line is None:
        return
    transaction.run(
        "DELETE FROM sync_feed WHERE scope = ? AND state = 1 AND seq <= ?", (scope, line)
    )
    transaction.run("DELETE FROM sync_mark WHERE scope = ? AND seq < ?", (scope, line))
    transaction.run("DELETE FROM sync_applied WHERE scope = ? AND at < ?", (scope, before))
    transaction.run(
        "INSERT INTO sync_pruned (scope, seq) VALUES (?, ?)"
        " ON CONFLICT (scope) DO UPDATE SET seq = excluded.seq",
        (scope, line),
    )


def _newest(transaction: Transaction, scope: str) -> str:
    found = transaction.all(
        "SELECT snapshot FROM sync_snapshot WHERE scope = ? ORDER BY seq DESC, snapshot LIMIT 1",
        (scope,),
    )
    return str(found[0][0]) if found else ""


def _forget_older(transaction: Transaction, scope: str) -> None:
    found = transaction.all(
        "SELECT DISTINCT seq FROM sync_snapshot WHERE scope = ? ORDER BY seq DESC", (scope,)
    )
    if len(found) > 2:
        transaction.run(
            "DELETE FROM sync_snapshot WHERE scope = ? AND seq < ?", (scope, found[1][0])
        )


def _place(table: str) -> int:
    kind = kinds().get(table)
    return _NOT_MAPPED if kind is None else kind.place
