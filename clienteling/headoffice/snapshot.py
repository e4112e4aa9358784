"""A scope's prepared snapshot: its living rows in parts, parents first, for a till's first sync.

Parts are static bytes named by their content, so that a cut line resumes with the next part and a
morning of many first syncs costs reading only. The cursor says where the delta begins.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import islice

import msgspec

from clienteling.headoffice import feed
from clienteling.headoffice.dialect import Transaction
from clienteling.sync import wire
from clienteling.sync.registry import kinds

#: Removals are remembered so long; whoever was away longer takes a snapshot.
REMEMBERED_MILLISECONDS = 400 * 86_400_000

#: What a snapshot is called while its parts are made.
_MAKING = "making"

_CHUNK = 500


def prepare(transaction: Transaction, scope: str, rows_a_part: int, now: int) -> None:
    """Make a snapshot of the scope as it is; the one before stays for tills that are at it."""
    held = feed.hold(transaction, scope)
    cursor = feed.cursor_at(transaction, scope, held.head)
    content = hashlib.sha256(str(held.head).encode())
    parts = 0
    for body in _bodies(transaction, scope, rows_a_part):
        content.update(b"\n" + body.encode())
        transaction.run(
            "INSERT INTO sync_snapshot"
            " (scope, snapshot, part, parts, seq, mark_seq, mark, body, at)"
            " VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?)",
            (scope, _MAKING, parts, cursor.seq, cursor.mark_seq, cursor.mark, body, now),
        )
        parts += 1
    _give_name(transaction, scope, content.hexdigest(), parts, now)
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
    rows = msgspec.json.decode(body, type=tuple[wire.Row, ...])
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
    transaction.run("DELETE FROM sync_staged WHERE scope = ? AND at < ?", (scope, before))
    transaction.run(
        "INSERT INTO sync_pruned (scope, seq) VALUES (?, ?)"
        " ON CONFLICT (scope) DO UPDATE SET seq = excluded.seq",
        (scope, line),
    )


def _bodies(transaction: Transaction, scope: str, rows_a_part: int) -> Iterator[str]:
    """Yield the parts as they are kept; one that holds nothing where there is nothing."""
    rows, count = _rows(transaction, scope), 0
    while (part := list(islice(rows, rows_a_part))) or count == 0:
        yield f"[{','.join(part)}]"
        count += 1


def _rows(transaction: Transaction, scope: str) -> Iterator[str]:
    """Yield the living rows in words, parents first, those of a table in the order of the feed.

    What belongs together was written together: in this order a book finds parents and places in
    its indexes near those it looked at last. And what is kept as text is handed on as it is.
    """
    for table in (*kinds(), wire.CASES):
        keys = transaction.all(
            "SELECT seq, row_id FROM sync_feed WHERE scope = ? AND tbl = ? AND state = 0",
            (scope, table),
        )
        keys.sort()
        for start in range(0, len(keys), _CHUNK):
            some = [row_id for _seq, row_id in keys[start : start + _CHUNK]]
            found = transaction.all(
                "SELECT seq, row_id, body, at, by_user, proof FROM sync_feed"  # noqa: S608 - our own marks
                f" WHERE scope = ? AND tbl = ? AND row_id IN ({', '.join('?' * len(some))})",
                (scope, table, *some),
            )
            for seq, row_id, body, at, by, proof in sorted(found):
                yield (
                    f'{{"seq":{seq},"table":"{table}","row_id":"{row_id}","state":0,'
                    f'"body":{body},"at":{at},"by":{json.dumps(by)},"proof":{json.dumps(proof)}}}'
                )


def _give_name(transaction: Transaction, scope: str, name: str, parts: int, now: int) -> None:
    there = transaction.all(
        "SELECT 1 FROM sync_snapshot WHERE scope = ? AND snapshot = ? AND part = 0", (scope, name)
    )
    if there:
        transaction.run(
            "DELETE FROM sync_snapshot WHERE scope = ? AND snapshot = ?", (scope, _MAKING)
        )
        transaction.run(
            "UPDATE sync_snapshot SET at = ? WHERE scope = ? AND snapshot = ?", (now, scope, name)
        )
    else:
        transaction.run(
            "UPDATE sync_snapshot SET snapshot = ?, parts = ? WHERE scope = ? AND snapshot = ?",
            (name, parts, scope, _MAKING),
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
