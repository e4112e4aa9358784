"""The feed: one row per living entity and scope, updated in place, numbered by its scope.

Its body is the truth; ``versions`` says who wrote which field last. A feed that is read from 0
gives each row once, so a till that was away for months reads no history.
"""

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from clienteling.domain.errors import BugError
from clienteling.headoffice.dialect import Transaction
from clienteling.sync.merge import Kept, Version
from clienteling.sync.wire import Cursor, Row

Key = tuple[str, str]

_COLUMNS = "tbl, row_id, seq, state, body, versions, at, by_user, proof"
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the feed: as the merge sees it, and who changed it last."""

    kept: Kept
    at: int
    by: str | None
    proof: str = ""


@dataclass(slots=True)
class Scope:
    """One scope while a push holds it: its head, the rows looked at, the rows to be written.

    One that is not held is only looked at.
    """

    name: str
    head: int
    is_held: bool = True
    rows: dict[Key, Entry | None] = field(default_factory=dict)
    news: dict[Key, Entry] = field(default_factory=dict)

    def get(self, key: Key) -> Entry | None:
        """Return a row as it stands, with what this push has already done to it."""
        return self.news.get(key) or self.rows.get(key)

    def put(self, key: Key, entry: Entry) -> None:
        """Give a row its next number."""
        if not self.is_held:
            raise BugError("a scope that is not held numbers no rows")
        self.head += 1
        self.news[key] = replace(entry, kept=replace(entry.kept, seq=self.head))


def hold(transaction: Transaction, name: str) -> Scope:
    """Take a scope's row: whoever holds it is the only one to number rows in it."""
    transaction.run(
        "INSERT INTO sync_scope (scope, head) VALUES (?, 0) ON CONFLICT (scope) DO NOTHING",
        (name,),
    )
    found = transaction.all(
        f"SELECT head FROM sync_scope WHERE scope = ?{transaction.lock}",  # noqa: S608 - words of the dialect
        (name,),
    )
    return Scope(name, int(found[0][0]))


def take_hold(transaction: Transaction, scope: Scope) -> None:
    """Hold a scope that was only looked at; what was looked at is read again."""
    if scope.is_held:
        return
    scope.head = hold(transaction, scope.name).head
    scope.is_held = True
    keys = list(scope.rows)
    scope.rows.clear()
    look_up(transaction, scope, keys)


def look_up(transaction: Transaction, scope: Scope, keys: Iterable[Key]) -> None:
    """Read rows of a held scope that were not read yet."""
    by_table: dict[str, list[str]] = {}
    for table, row_id in dict.fromkeys(keys):
        if (table, row_id) not in scope.rows:
            scope.rows[table, row_id] = None
            by_table.setdefault(table, []).append(row_id)
    for table, ids in by_table.items():
        for start in range(0, len(ids), _CHUNK):
            some = ids[start : start + _CHUNK]
            marks = ", ".join("?" * len(some))
            found = transaction.all(
                f"SELECT {_COLUMNS} FROM sync_feed "  # noqa: S608 - our own columns and marks
                f"WHERE scope = ? AND tbl = ? AND row_id IN ({marks})",
                (scope.name, table, *some),
            )
            for row in found:
                scope.rows[row[0], row[1]] = entry_of(row)


def naming(
    transaction: Transaction, scope: Scope, table: str, field_name: str, row_id: str
) -> list[Key]:
    """Return the rows of a table that name one; looked for in the bodies, as it is rare."""
    found = transaction.all(
        "SELECT row_id FROM sync_feed WHERE scope = ? AND tbl = ? AND body LIKE ?",
        (scope.name, table, f'%"{field_name}":"{row_id}"%'),
    )
    keys = {(table, str(row[0])) for row in found} | {key for key in scope.news if key[0] == table}
    look_up(transaction, scope, keys)
    entries = {key: scope.get(key) for key in sorted(keys)}
    return [k for k, e in entries.items() if e and e.kept.body.get(field_name) == row_id]


def keep(transaction: Transaction, scope: Scope, at: int) -> None:
    """Write what was done to a held scope, its head and a mark into history."""
    if not scope.news:
        return
    transaction.many(
        "INSERT INTO sync_feed"
        " (scope, tbl, row_id, seq, state, body, versions, at, by_user, proof)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope, tbl, row_id) DO UPDATE SET"
        " seq = excluded.seq, state = excluded.state, body = excluded.body,"
        " versions = excluded.versions, at = excluded.at, by_user = excluded.by_user,"
        " proof = excluded.proof",
        [(scope.name, *key, *_stored(entry)) for key, entry in scope.news.items()],
    )
    transaction.run("UPDATE sync_scope SET head = ? WHERE scope = ?", (scope.head, scope.name))
    transaction.run(
        "INSERT INTO sync_mark (scope, seq, mark, at) VALUES (?, ?, ?, ?)",
        (scope.name, scope.head, secrets.token_hex(8), at),
    )


def rows_after(
    transaction: Transaction, scope: str, seq: int, limit: int, *, live_only: bool = False
) -> list[Row]:
    """Return the next rows of a scope in the order of their numbers; partial ones stay here."""
    states = "= 0" if live_only else "<> 2"
    found = transaction.all(
        f"SELECT {_COLUMNS} FROM sync_feed "  # noqa: S608 - our own columns
        f"WHERE scope = ? AND seq > ? AND state {states} ORDER BY seq LIMIT ?",
        (scope, seq, limit),
    )
    return [row_of(one) for one in found]


def rows_in_bucket(transaction: Transaction, scope: str, table: str, bucket: str) -> list[Row]:
    """Return the rows of a table whose ids end in the same two digits."""
    found = transaction.all(
        f"SELECT {_COLUMNS} FROM sync_feed "  # noqa: S608 - our own columns
        "WHERE scope = ? AND tbl = ? AND state <> 2 AND substr(row_id, 31, 2) = ? ORDER BY seq",
        (scope, table, bucket),
    )
    return [row_of(one) for one in found]


def cursor_at(transaction: Transaction, scope: str, seq: int) -> Cursor:
    """Return the cursor for having read up to a number: with the mark of the push it lies in."""
    found = transaction.all(
        "SELECT seq, mark FROM sync_mark WHERE scope = ? AND seq >= ? ORDER BY seq LIMIT 1",
        (scope, seq),
    )
    return Cursor(seq, *found[0]) if found else Cursor()


def unknown_marks(transaction: Transaction, cursors: Mapping[str, Cursor]) -> tuple[str, ...]:
    """Return the scopes whose history is not the one these cursors were read from."""
    unknown = []
    for scope, cursor in sorted(cursors.items()):
        if cursor.seq == 0:
            continue
        found = transaction.all(
            "SELECT mark FROM sync_mark WHERE scope = ? AND seq = ?", (scope, cursor.mark_seq)
        )
        if [(cursor.mark,)] != found:
            unknown.append(scope)
    return tuple(unknown)


def entry_of(row: Sequence[Any]) -> Entry:
    """Make an entry of a stored row."""
    _table, _row_id, seq, state, body, versions, at, by, proof = row
    kept = {name: Version(*values) for name, values in json.loads(versions).items()}
    return Entry(Kept(seq, state, json.loads(body), kept), at, by, proof)


def row_of(row: Sequence[Any]) -> Row:
    """Make a row for the wire of a stored row; what is gone has no body there."""
    table, row_id, seq, state, body, _versions, at, by, proof = row
    return Row(seq, table, row_id, state, json.loads(body) if state == 0 else {}, at, by, proof)


def _stored(entry: Entry) -> tuple[Any, ...]:
    kept = entry.kept
    versions = {name: (v.seq, v.device, v.at, v.by) for name, v in kept.versions.items()}
    return (
        kept.seq,
        kept.state,
        _json(kept.body),
        _json(versions),
        entry.at,
        entry.by,
        entry.proof,
    )


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
