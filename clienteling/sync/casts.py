"""Versions of what travels, and how words of one version are said in another.

``SCHEMA`` is this program's. A migration that changes a synced table after a release says here
what it changed; nothing is ever taken away. Head office speaks the older words of a till that is
up to two versions behind, and takes what any older one wrote. A till that is ahead of head office
speaks head office's, holds what that does not know, and offers it as soon as it does.

What an old till does not know it cannot blank: it sends the fields that were changed, and a value
it is shown in place of one it does not know is no word of its own (``unshadowed``).

It is long because every way that words go, up and down, follows from one list that stands here.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.storage import metrics
from clienteling.storage.capture import INSERT, UPDATE
from clienteling.sync.registry import Value
from clienteling.sync.wire import CASES, LIVE, Mutation, Push, Row

#: The version of what travels that this program knows: the number of the newest migration that
#: changed a synced table. The log says of each entry which migration it was written under.
SCHEMA = 1

#: Head office hands news to tills that are so many versions behind.
BEHIND = 2


@dataclass(frozen=True, slots=True)
class Added:
    """A field that older programs do not know; ``default`` is what their rows have there."""

    table: str
    field: str
    default: Value = None


@dataclass(frozen=True, slots=True)
class Renamed:
    """A field that older programs know by another name."""

    table: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Widened:
    """A new value of a closed set, and the one that older programs are shown in its place."""

    table: str
    field: str
    value: str
    shown_as: str


@dataclass(frozen=True, slots=True)
class AddedTable:
    """A table that older programs do not know."""

    table: str


Step = Added | Renamed | Widened | AddedTable

#: What each version brought; a field is named as that version names it.
CASTS: Mapping[int, tuple[Step, ...]] = {}

_OFFICE, _READ = "head_office_schema", "schema_read_in"
_NOTHING = "0" * 32


def steps(table: str, after: int, upto: int) -> list[Step]:
    """Return what versions brought to a table, the oldest first."""
    versions = range(after + 1, upto + 1)
    return [one for v in versions for one in CASTS.get(v, ()) if one.table == table]


def raised(values: Mapping[str, Any], table: str, at: int) -> dict[str, Any]:
    """Say a row's values of an older version as this program does; what is not there stays so."""
    told = dict(values)
    for step in steps(table, at, SCHEMA):
        if isinstance(step, Renamed) and step.old in told:
            told[step.new] = told.pop(step.old)
    return told


def lowered(values: Mapping[str, Any], table: str, to: int) -> dict[str, Any] | None:
    """Say a row's values as an older version does; None where it does not know the table."""
    told: dict[str, Any] = dict(values)
    for step in reversed(steps(table, to, SCHEMA)):
        match step:
            case AddedTable():
                return None
            case Added():
                told.pop(step.field, None)
            case Renamed() if step.new in told:
                told[step.old] = told.pop(step.new)
            case Widened() if told.get(step.field) == step.value:
                told[step.field] = step.shown_as
            case _:
                pass
    return told


def whole(values: Mapping[str, Any], table: str, at: int) -> dict[str, Any]:
    """Say a whole row of an older version as this program does, with what its rows have anew."""
    told = raised(values, table, at)
    for step in steps(table, at, SCHEMA):
        if isinstance(step, Added) and step.default is not None:
            told.setdefault(_todays(step, at), step.default)
    return told


def raised_case(body: Mapping[str, Value], at: int) -> dict[str, Value]:
    """Say both sides of a case of an older version as this program does."""
    return _case(body, at, is_down=False) or dict(body)


def unknown_fields(table: str, at: int) -> frozenset[str]:
    """Return the fields, as they are named today, that a program of an older version lacks."""
    return frozenset(
        _todays(step, at) for step in steps(table, at, SCHEMA) if isinstance(step, Added)
    )


def unsaid(
    table: str, at: int, here: Mapping[str, Value], body: Mapping[str, Value]
) -> frozenset[str]:
    """Return the fields of which an older head office says nothing, whatever its row has there.

    Args:
        table: The row's table.
        at: Head office's version.
        here: The row as it stands on this till.
        body: The row as head office has it, in today's words.
    """
    return unknown_fields(table, at) | {step.field for step in _shadows(table, at, here, body.get)}


def raise_push(push: Push) -> Push:
    """Say what an older till wrote as this program does."""
    if push.schema >= SCHEMA:
        return push
    told = tuple(_raise_mutation(one, push.schema) for one in push.mutations)
    return replace(push, mutations=told)


def lower_mutations(mutations: Iterable[Mutation], to: int) -> tuple[Mutation, ...]:
    """Say what is to be sent as an older head office does, leaving out what it does not know."""
    if to >= SCHEMA:
        return tuple(mutations)
    return tuple(_lower_mutation(one, to) for one in mutations)


def lower_rows(rows: Iterable[Row], to: int) -> tuple[Row, ...]:
    """Say news as an older till does, leaving out tables it does not know."""
    if to >= SCHEMA:
        return tuple(rows)
    told = []
    for row in rows:
        body = _cast_body(row.table, row.body, to, is_down=True) if row.state == LIVE else row.body
        if body is not None and lowered({}, row.table, to) is not None:
            told.append(replace(row, body=body))
    return tuple(told)


def raise_rows(rows: Iterable[Row], at: int) -> list[Row]:
    """Say an older head office's news as this program does."""
    if at >= SCHEMA:
        return list(rows)
    return [
        replace(row, body=_cast_body(row.table, row.body, at, is_down=False) or {})
        if row.state == LIVE
        else row
        for row in rows
    ]


def unshadowed(one: Mutation, at: int, body: Mapping[str, Value]) -> Mutation:
    """Leave out values that an old till was merely shown in place of what it does not know.

    Args:
        one: The mutation, in today's words.
        at: The version of the till that wrote it.
        body: The row as it stands.
    """
    said = {name: new for name, (_old, new) in one.fields.items()}
    shown = {step.field for step in _shadows(one.table, at, body, said.get)}
    if not shown:
        return one
    return replace(one, fields={n: v for n, v in one.fields.items() if n not in shown})


def spoken(connection: dbapi2.Connection) -> int:
    """Return the version in which this till and head office speak, as far as is known."""
    known = metrics.recall(connection, _OFFICE)
    return SCHEMA if known is None else min(SCHEMA, known)


def note_office(connection: dbapi2.Connection, version: int) -> bool:
    """Note head office's version, in a transaction.

    What it did not know until now is offered, and what it could not say is read again.

    Returns:
        Whether the two speak another version from now on.
    """
    before = spoken(connection)
    metrics.remember(connection, _OFFICE, version)
    now = spoken(connection)
    if now > before:
        _offer(connection, before, now)
        _read_again(connection)
    return now != before


def is_behind(connection: dbapi2.Connection) -> bool:
    """Say whether the book's news were read by an older program."""
    return (metrics.recall(connection, _READ) or 1) < SCHEMA


def bring_up(connection: dbapi2.Connection) -> None:
    """Let a book that an older program wrote go on as this version's, in a transaction.

    What waits in the log keeps the version it was written in (outbox.py raises it). News is read
    again from the beginning, for what the older program left out of it.
    """
    metrics.remember(connection, _READ, SCHEMA)
    connection.execute("DELETE FROM sync_hold")
    _read_again(connection)


def _read_again(connection: dbapi2.Connection) -> None:
    connection.execute("UPDATE sync_cursor SET seq = 0, mark_seq = 0, mark = x''")


def _offer(connection: dbapi2.Connection, before: int, now: int) -> None:
    """Log what head office did not know until now, as edits whose authors saw the row without."""
    for version in range(before + 1, now + 1):
        for step in CASTS.get(version, ()):
            match step:
                case AddedTable():
                    _log_rows(connection, step.table, "1 = 1", (), None)
                case Added():
                    field = _todays(step, version)
                    change = json.dumps({field: [step.default, None]})
                    where = f"{field} IS NOT NULL AND {field} IS NOT ?"
                    _log_rows(connection, step.table, where, (step.default,), (field, change))
                case Widened():
                    change = json.dumps({step.field: [step.shown_as, None]})
                    where = f"{step.field} = ?"
                    _log_rows(connection, step.table, where, (step.value,), (step.field, change))
                case Renamed():
                    pass


def _log_rows(
    connection: dbapi2.Connection,
    table: str,
    where: str,
    values: tuple[Value, ...],
    change: tuple[str, str] | None,
) -> None:
    # Each row stands for itself: what cannot be taken must not hold back the others.
    body = "NULL" if change is None else f"json_set(?, '$.{change[0]}[1]', t.{change[0]})"
    given = () if change is None else (change[1],)
    connection.execute(
        "INSERT INTO sync_log"  # noqa: S608 - names of mapped tables and columns
        " (mid, muid, tx, tbl, row_id, op, body, base, hlc, schema_ver)"
        " SELECT s.next_mid + row_number() OVER (ORDER BY t.id) - 1, randomblob(16),"
        f" randomblob(16), '{table}', t.id, {INSERT if change is None else UPDATE}, {body}, 0,"
        " s.hlc + row_number() OVER (ORDER BY t.id), s.schema_ver"
        f" FROM {table} t, sync_self s WHERE {where}",
        (*given, *values),
    )
    count = connection.execute("SELECT changes()").fetchone()[0]
    connection.execute(
        "UPDATE sync_self SET next_mid = next_mid + ?, hlc = hlc + ?", (count, count)
    )


def _raise_mutation(one: Mutation, at: int) -> Mutation:
    if one.table == CASES and one.op == INSERT:
        values = {name: new for name, (_old, new) in one.fields.items()}
        body = _case(values, at, is_down=False) or values
        return replace(one, fields={name: (None, value) for name, value in body.items()})
    if not one.fields:
        return one
    fields = raised(one.fields, one.table, at)
    if one.op == INSERT:
        for name, value in whole({}, one.table, at).items():
            fields.setdefault(name, (None, value))
    return replace(one, fields=fields)


def _lower_mutation(one: Mutation, to: int) -> Mutation:
    if one.table == CASES and one.op == INSERT:
        values = {name: new for name, (_old, new) in one.fields.items()}
        body = _case(values, to, is_down=True)
        return replace(one, fields={n: (None, v) for n, v in (body or {}).items()})
    old = lowered({name: old for name, (old, _new) in one.fields.items()}, one.table, to)
    new = lowered({name: new for name, (_old, new) in one.fields.items()}, one.table, to)
    if old is None or new is None:
        # The log's numbers know no gaps: what is held leaves an entry that says nothing.
        return replace(one, table="house", row_id=_NOTHING, op=INSERT, scope="g", fields={})
    return replace(one, fields={name: (old[name], new[name]) for name in new})


def _cast_body(
    table: str, body: Mapping[str, Value], version: int, *, is_down: bool
) -> dict[str, Value] | None:
    if table == CASES:
        return _case(body, version, is_down=is_down)
    return lowered(body, table, version) if is_down else whole(body, table, version)


def _case(body: Mapping[str, Value], version: int, *, is_down: bool) -> dict[str, Value] | None:
    """Say both sides of a case in another version; None where nothing is left to compare."""
    table = str(body.get("tbl"))
    told = dict(body)
    for side in ("kept", "other"):
        values = json.loads(str(body.get(side) or "{}"))
        cast = lowered(values, table, version) if is_down else raised(values, table, version)
        if cast is None or (values and not cast):
            return None
        told[side] = json.dumps(cast, sort_keys=True)
    names = {name: name for name in str(body.get("field", "")).split(",") if name}
    cast = lowered(names, table, version) if is_down else raised(names, table, version)
    told["field"] = ",".join(cast or ())
    return told


def _shadows(
    table: str, at: int, true: Mapping[str, Value], shown: Callable[[str], Value]
) -> Iterator[Widened]:
    """Yield the new values in a row of which the older side shows the ones in their place."""
    for step in steps(table, at, SCHEMA):
        match step:
            case Widened() if true.get(step.field) == step.value:
                if shown(step.field) == step.shown_as:
                    yield step
            case _:
                pass


def _todays(step: Added, at: int) -> str:
    """Return the name that a field which a version brought has today."""
    name = step.field
    for later in steps(step.table, at, SCHEMA):
        if isinstance(later, Renamed) and later.old == name:
            name = later.new
    return name
