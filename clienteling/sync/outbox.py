"""What waits to be sent, in the order it was written, a transaction never cut in two.

An insert's fields are read from the row as it is now. A bulk load is one entry in the log and as
many mutations as it has rows; it may be cut anywhere, as its rows stand for themselves.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.storage.capture import BATCH, DELETE, INSERT, UPDATE
from clienteling.sync import casts
from clienteling.sync.checks import CASE_FIELDS
from clienteling.sync.scopes import row_values, scope_of
from clienteling.sync.till import Till
from clienteling.sync.wire import CASES, ERASE, MAX_BYTES, MAX_MUTATIONS, Mutation, Place

#: A stretch of several transactions is full with the mutation that reaches the limit.
_ALLOWANCE = 4_000_000

_COLUMNS = "mid, muid, tx, tbl, row_id, op, body, base, hlc, user_id, schema_ver"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The next mutations to send; ``before`` is where they go on from."""

    before: Place
    mutations: tuple[Mutation, ...]

    def parts(self) -> Iterator[tuple[Mutation, ...]]:
        """Give what fits into a message each; more than one where one transaction does not fit."""
        start = size = 0
        for at, one in enumerate(self.mutations):
            size += _size(one)
            if at > start and (at - start >= MAX_MUTATIONS or size > MAX_BYTES + _ALLOWANCE):
                yield self.mutations[start:at]
                start, size = at, _size(one)
        yield self.mutations[start:]

    @property
    def bulk_entries(self) -> frozenset[int]:
        """The entries of bulk loads that it holds rows of."""
        return frozenset(one.mid for one in self.mutations if one.entry)


@dataclass(slots=True)
class _Filling:
    """A stretch while it is filled."""

    mutations: list[Mutation] = field(default_factory=list)
    size: int = 0
    #: Where the last whole transaction ends.
    whole: int = 0

    @property
    def is_full(self) -> bool:
        """No more fits."""
        return len(self.mutations) >= MAX_MUTATIONS or self.size >= MAX_BYTES


def waiting(connection: dbapi2.Connection) -> int:
    """Return how many entries of the log wait to be sent."""
    row = connection.execute("SELECT next_mid - 1 - acked_mid FROM sync_self").fetchone()
    return int(row[0])


def next_stretch(till: Till, before: Place) -> Stretch | None:
    """Return what is to be sent next, or None where nothing waits.

    Args:
        till: The book.
        before: The last that head office has; ``part`` where it is inside a bulk load.
    """
    connection = till.connection
    filling = _Filling()
    for row in _entries(till, before.mid):
        if filling.mutations and filling.mutations[-1].tx != row[2].hex():
            filling.whole = len(filling.mutations)
            if filling.is_full:
                break
        if row[5] == BATCH:
            if _fill_batch(connection, row, before, filling):
                break
        else:
            one = _mutation(connection, row)
            filling.mutations.append(one)
            filling.size += _size(one)
        if filling.is_full and filling.whole:
            # The transaction that does not fit as a whole waits for the next stretch.
            del filling.mutations[filling.whole :]
            break
    if not filling.mutations:
        return None
    return Stretch(before, tuple(filling.mutations))


def _entries(till: Till, after: int) -> Iterator[tuple[Any, ...]]:
    connection = till.connection
    newest = connection.execute("SELECT next_mid - 1 FROM sync_self").fetchone()[0]
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM sync_log WHERE mid > ? ORDER BY mid",  # noqa: S608 - our own columns
        (after,),
    )
    expected = after + 1
    for row in found:
        yield from (_removed(till, mid) for mid in range(expected, row[0]))
        yield row
        expected = row[0] + 1
    yield from (_removed(till, mid) for mid in range(expected, newest + 1))


def _removed(till: Till, mid: int) -> tuple[Any, ...]:
    # An import that was taken back leaves a hole; the log's numbers must not.
    name = bytes.fromhex(till.name_at(mid))
    return (mid, name, name, "house", bytes(16), INSERT, None, 0, 0, None, casts.SCHEMA)


def _mutation(connection: dbapi2.Connection, row: tuple[Any, ...]) -> Mutation:
    mid, muid, tx, table, row_id, op, body, base, hlc, user, schema = row
    hex_id = row_id.hex()
    op, fields, values = _fields(connection, table, hex_id, op, body, schema)
    return Mutation(
        mid=mid,
        muid=muid.hex(),
        tx=tx.hex(),
        scope=_scope(connection, table, hex_id, values),
        table=table,
        row_id=hex_id,
        op=op,
        base=max(base, 0),
        hlc=hlc,
        user=None if user is None else user.hex(),
        fields=fields,
        proof=(body or "") if op == ERASE else "",
    )


def _fields(
    connection: dbapi2.Connection,
    table: str,
    row_id: str,
    op: int,
    body: str | None,
    schema: int,
) -> tuple[int, dict[str, tuple[Any, Any]], Mapping[str, Any]]:
    """Return act and fields as sent, and the row's values, from which its scope follows."""
    if table == CASES and op == INSERT:
        return op, {name: (None, new) for name, new in _case(connection, row_id).items()}, {}
    if table == CASES:
        return op, {name: (old, new) for name, (old, new) in json.loads(body or "{}").items()}, {}
    if op == DELETE:
        return op, {}, json.loads(body or "{}")
    values = row_values(connection, table, row_id) if row_id != "0" * 32 else {}
    if op == INSERT and not values:
        # What was refused of a scope that this till has left.
        values = json.loads(body or "{}")
    if op == UPDATE and _was_refused(connection, table, row_id):
        op = INSERT
    if op == INSERT and not values and not _was_removed(connection, table, row_id):
        # It was erased here. An edit that says nothing does not use up the insert's name: a copy
        # of this till may still have the row, and head office may have forgotten the erasure.
        op = UPDATE
    if op == INSERT:
        return op, {name: (None, value) for name, value in values.items()}, values
    if op == ERASE or body is None:
        return op, {}, values
    changed = {name: (old, new) for name, (old, new) in json.loads(body).items()}
    return op, casts.raised(changed, table, schema), values


def _case(connection: dbapi2.Connection, case_id: str) -> dict[str, Any]:
    row = connection.execute(
        f"SELECT {', '.join(CASE_FIELDS)} FROM sync_conflict WHERE id = ?",  # noqa: S608 - our own columns
        (bytes.fromhex(case_id),),
    ).fetchone()
    if row is None:
        return {}
    return dict(
        zip(CASE_FIELDS, (v.hex() if isinstance(v, bytes) else v for v in row), strict=True)
    )


def _was_refused(connection: dbapi2.Connection, table: str, row_id: str) -> bool:
    row = connection.execute(
        "SELECT 1 FROM sync_row WHERE tbl = ? AND row_id = ? AND seq < 0",
        (table, bytes.fromhex(row_id)),
    ).fetchone()
    return row is not None


def _was_removed(connection: dbapi2.Connection, table: str, row_id: str) -> bool:
    row = connection.execute(
        "SELECT 1 FROM sync_log WHERE tbl = ? AND row_id = ? AND op = ?",
        (table, bytes.fromhex(row_id), DELETE),
    ).fetchone()
    return row is not None


def _scope(
    connection: dbapi2.Connection, table: str, row_id: str, values: Mapping[str, Any]
) -> str:
    if table == CASES:
        row = connection.execute(
            "SELECT scope FROM sync_conflict WHERE id = ?", (bytes.fromhex(row_id),)
        ).fetchone()
        return "g" if row is None else str(row[0])
    erased = connection.execute(
        "SELECT scope FROM sync_erased WHERE tbl = ? AND row_id = ?",
        (table, bytes.fromhex(row_id)),
    ).fetchone()
    return str(erased[0]) if erased is not None else scope_of(connection, table, row_id, values)


def _fill_batch(
    connection: dbapi2.Connection, row: tuple[Any, ...], before: Place, filling: _Filling
) -> bool:
    """Add a bulk load's rows; say whether the stretch is full before its end."""
    mid, muid, tx, table, _row_id, _op, _body, _base, hlc, user, schema = row
    after = bytes.fromhex(before.part) if before.part and mid == before.mid + 1 else b""
    found = _batch_rows(connection, mid, table, tx, after)
    upcoming = next(found, None)
    count = 0
    while upcoming is not None:
        if filling.is_full:
            return True
        row_id, upcoming = upcoming, next(found, None)
        values = row_values(connection, table, row_id.hex())
        one = Mutation(
            mid=mid,
            muid=batch_name(muid, row_id),
            tx=tx.hex(),
            scope=scope_of(connection, table, row_id.hex(), values),
            table=table,
            row_id=row_id.hex(),
            op=INSERT,
            base=0,
            hlc=hlc,
            user=None if user is None else user.hex(),
            fields={name: (None, value) for name, value in values.items()},
            last=upcoming is None,
            entry=muid.hex(),
        )
        filling.mutations.append(one)
        filling.size += _size(one)
        filling.whole = len(filling.mutations)
        count += 1
    if count == 0:
        empty = (mid, muid, tx, "house", bytes(16), INSERT, None, 0, hlc, user, schema)
        filling.mutations.append(_mutation(connection, empty))
        filling.whole = len(filling.mutations)
    return False


def _batch_rows(
    connection: dbapi2.Connection, mid: int, table: str, batch: bytes, after: bytes
) -> Iterator[bytes]:
    # A second entry of the same load is for the rows that came after the first was sent.
    is_rest = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM sync_log WHERE tx = ? AND tbl = ? AND op = ? AND mid < ?)",
        (batch, table, BATCH, mid),
    ).fetchone()[0]
    sql = f"SELECT t.id FROM {table} t WHERE t.batch_id = ? AND t.id > ?"  # noqa: S608 - names of mapped tables
    if is_rest:
        sql += " AND NOT EXISTS (SELECT 1 FROM sync_row r WHERE r.tbl = ? AND r.row_id = t.id)"
    values = (batch, after, table) if is_rest else (batch, after)
    return (row[0] for row in connection.execute(f"{sql} ORDER BY t.id", values).fetchall())


def batch_name(muid: bytes, row_id: bytes) -> str:
    """Return the name of one row's mutation of a bulk load."""
    return hashlib.sha256(muid + row_id).hexdigest()[:32]


def _size(one: Mutation) -> int:
    return 200 + sum(
        len(str(old)) + len(str(new)) + len(name) for name, (old, new) in one.fields.items()
    )
