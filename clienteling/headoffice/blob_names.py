"""Which rows of which scopes name which contents: read along from the feed.

A content may be had by a till when two rows of its scopes lead to it: an attachment that bears its
hash, and a row that shows the attachment. The first alone is not enough: it may stand where every
till reads it.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from clienteling.headoffice.dialect import Transaction
from clienteling.sync.registry import children_of
from clienteling.sync.wire import ERASED, LIVE

TABLES = """
CREATE TABLE IF NOT EXISTS blob_name (scope text NOT NULL, what text NOT NULL, row_id text NOT
  NULL, names text NOT NULL, size bigint NOT NULL, here bigint NOT NULL, erased bigint NOT NULL,
  PRIMARY KEY (scope, what, row_id));
CREATE INDEX IF NOT EXISTS ix_blob_name_names ON blob_name (scope, names);
CREATE TABLE IF NOT EXISTS blob_read (scope text PRIMARY KEY, seq bigint NOT NULL);
"""

ATTACHMENT = "attachment"
_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Named:
    """A content as the rows of some scopes name it, and whether it is known to be here."""

    sha256: str
    size: int
    is_here: bool


def is_behind(transaction: Transaction, scopes: Collection[str]) -> bool:
    """Say whether there is anything in the feed that was not read along yet."""
    marks = _marks(scopes)
    heads = dict(
        transaction.all(f"SELECT scope, head FROM sync_scope WHERE scope IN {marks}", [*scopes])  # noqa: S608 - our own marks
    )
    read = dict(
        transaction.all(f"SELECT scope, seq FROM blob_read WHERE scope IN {marks}", [*scopes])  # noqa: S608 - our own marks
    )
    return any(head != read.get(scope, 0) for scope, head in heads.items())


def read_along(transaction: Transaction, scope: str) -> None:
    """Take over what is new in a scope's feed."""
    transaction.run(
        "INSERT INTO blob_read (scope, seq) VALUES (?, 0) ON CONFLICT (scope) DO NOTHING", (scope,)
    )
    found = transaction.all(
        f"SELECT seq FROM blob_read WHERE scope = ?{transaction.lock}",  # noqa: S608 - words of the dialect
        (scope,),
    )
    heads = transaction.all("SELECT head FROM sync_scope WHERE scope = ?", (scope,))
    after, head = int(found[0][0]), int(heads[0][0]) if heads else 0
    tables = [ATTACHMENT, *_namers()]
    while rows := transaction.all(
        "SELECT seq, tbl, row_id, state, body FROM sync_feed"  # noqa: S608 - our own marks
        f" WHERE scope = ? AND seq > ? AND seq <= ? AND tbl IN {_marks(tables)}"
        f" ORDER BY seq LIMIT {_ROWS}",
        (scope, after, head, *tables),
    ):
        _take(transaction, scope, rows)
        after = int(rows[-1][0])
    transaction.run("UPDATE blob_read SET seq = ? WHERE scope = ?", (head, scope))


def named(transaction: Transaction, scopes: Collection[str], sha256: str) -> Named | None:
    """Return a content as the rows of some scopes name it; None where they do not."""
    found = transaction.all(
        "SELECT row_id, names, size, here FROM blob_name"  # noqa: S608 - our own marks
        f" WHERE scope IN {_marks(scopes)} AND what = ? AND names = ?",
        (*scopes, ATTACHMENT, sha256),
    )
    return next(_shown(transaction, scopes, found), None)


def awaited(transaction: Transaction, scopes: Collection[str], limit: int) -> tuple[Named, ...]:
    """Return contents that rows of some scopes name and that are not known to be here."""
    found = transaction.all(
        "SELECT row_id, names, size, here FROM blob_name"  # noqa: S608 - our own marks
        f" WHERE scope IN {_marks(scopes)} AND what = ? AND here = 0 ORDER BY names LIMIT ?",
        (*scopes, ATTACHMENT, limit),
    )
    return tuple(_shown(transaction, scopes, found))


def note_here(
    transaction: Transaction, scopes: Collection[str], sha256: str, *, is_here: bool
) -> None:
    """Note whether a content is here."""
    transaction.run(
        "UPDATE blob_name SET here = ?"  # noqa: S608 - our own marks
        f" WHERE scope IN {_marks(scopes)} AND what = ? AND names = ?",
        (int(is_here), *scopes, ATTACHMENT, sha256),
    )


def all_named(transaction: Transaction, scopes: Collection[str]) -> tuple[set[str], set[str]]:
    """Return the contents that rows show, and those that only erased rows showed."""
    marks = _marks(scopes)
    found = transaction.all(
        "SELECT what, row_id, names, erased FROM blob_name"  # noqa: S608 - our own marks
        f" WHERE scope IN {marks}",
        [*scopes],
    )
    hashes = {row_id: names for what, row_id, names, _erased in found if what == ATTACHMENT}
    shown: set[str] = set()
    erased: set[str] = set()
    for what, _row_id, names, was_erased in found:
        if what != ATTACHMENT and names in hashes:
            (erased if was_erased else shown).add(hashes[names])
    return shown, erased - shown


def _shown(
    transaction: Transaction, scopes: Collection[str], found: list[tuple[Any, ...]]
) -> Iterator[Named]:
    ids = [row[0] for row in found]
    shown: set[str] = set()
    for start in range(0, len(ids), _ROWS):
        some = ids[start : start + _ROWS]
        rows = transaction.all(
            f"SELECT DISTINCT names FROM blob_name WHERE scope IN {_marks(scopes)}"  # noqa: S608 - our own marks
            f" AND what <> ? AND erased = 0 AND names IN {_marks(some)}",
            (*scopes, ATTACHMENT, *some),
        )
        shown.update(row[0] for row in rows)
    for row_id, sha256, size, here in found:
        if row_id in shown:
            yield Named(sha256, int(size), bool(here))


@cache
def _namers() -> dict[str, tuple[str, ...]]:
    """Return the tables that show attachments, and by which fields."""
    fields: dict[str, tuple[str, ...]] = {}
    for kind, field in children_of(ATTACHMENT):
        fields[kind.table] = (*fields.get(kind.table, ()), field.name)
    return fields


def _take(transaction: Transaction, scope: str, rows: list[tuple[Any, ...]]) -> None:
    """Note what rows of the feed name now, those that name nothing any more, and the erased."""
    names: list[tuple[Any, ...]] = []
    nothing: list[tuple[str, str, str]] = []
    erased: list[tuple[str, str, str]] = []
    for _seq, table, row_id, state, body in rows:
        values = json.loads(body) if state == LIVE else {}
        for what, field in _fields(table):
            key = (scope, what, row_id)
            if state == ERASED and table != ATTACHMENT:
                erased.append(key)
            elif values.get(field) is None:
                nothing.append(key)
            else:
                names.append((*key, values[field], int(values.get("size_bytes", 0))))
    where = "WHERE scope = ? AND what = ? AND row_id = ?"
    transaction.many(f"UPDATE blob_name SET erased = 1 {where}", erased)  # noqa: S608 - our own words
    transaction.many(f"DELETE FROM blob_name {where}", nothing)  # noqa: S608 - our own words
    transaction.many(
        "INSERT INTO blob_name (scope, what, row_id, names, size, here, erased)"
        " VALUES (?, ?, ?, ?, ?, 0, 0) ON CONFLICT (scope, what, row_id) DO UPDATE SET"
        " names = excluded.names, size = excluded.size, erased = 0,"
        " here = CASE WHEN blob_name.names = excluded.names THEN blob_name.here ELSE 0 END",
        names,
    )


def _fields(table: str) -> list[tuple[str, str]]:
    if table == ATTACHMENT:
        return [(ATTACHMENT, "sha256")]
    return [(f"{table}.{field}", field) for field in _namers()[table]]


def _marks(values: Collection[object]) -> str:
    return f"({', '.join('?' * len(values))})"
