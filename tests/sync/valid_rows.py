"""Rows of any synced table with valid values and real parents, written by the driver."""

import os
from typing import Any

from sqlalchemy import Column, Integer, Table
from sqlcipher3 import dbapi2

from clienteling.models import SYNCED, Base
from clienteling.models.types import Choice, Guid, IsoDate, Json, UtcDateTime, YesNo

PLACE = {mapped.__tablename__: at for at, mapped in enumerate(SYNCED)}  # type: ignore[attr-defined]
UNMOVED = {"id", "created_at", "created_by", "batch_id"}


def value(column: Column[Any], number: int) -> Any:
    """Make the ``number``-th valid value of a column that names no other row."""
    kind = column.type
    if isinstance(kind, Choice):
        choices = [*iter(kind.choices)]  # type: ignore[call-overload] # an enum class
        return choices[number % len(choices)].value
    if isinstance(kind, Guid):
        return os.urandom(16)
    if isinstance(kind, YesNo):
        return number % 2
    if isinstance(kind, UtcDateTime):
        return 1_773_307_800_000 + number
    if isinstance(kind, IsoDate):
        return f"2026-03-{number + 1:02}"
    if isinstance(kind, Json):
        return f'["{column.name}",{number}]'
    if isinstance(kind, Integer) or kind.python_type is int:
        return number
    return f'{column.name} "{number}" é漢\n'


def insert(connection: dbapi2.Connection, table: Table, number: int = 1) -> dict[str, Any]:
    """Insert a row with every column filled and every parent there; return it."""
    row = {column.name: _filled(connection, column, number) for column in table.columns}
    row["deleted_at"] = None
    connection.execute(
        f"INSERT INTO {table.name} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
        tuple(row.values()),
    )
    return row


def update(connection: dbapi2.Connection, table: Table, row: dict[str, Any]) -> None:
    """Change every column of a row but its birth, to another valid value or another parent."""
    changed = {
        column.name: _filled(connection, column, 2)
        for column in table.columns
        if column.name not in UNMOVED and not _is_owner(table, column)
    }
    sets = ", ".join(f"{name} = ?" for name in changed)
    connection.execute(
        f"UPDATE {table.name} SET {sets} WHERE id = ?", (*changed.values(), row["id"])
    )


def _is_owner(table: Table, column: Column[Any]) -> bool:
    # A row stays with its client; where she moves to is another matter than what is tested here.
    return (bool(column.foreign_keys) and not column.nullable) or column.name == "home_store_id"


def _filled(connection: dbapi2.Connection, column: Column[Any], number: int) -> Any:
    parents = [key.column.table.name for key in column.foreign_keys]
    if not parents:
        return value(column, number)
    if PLACE[parents[0]] >= PLACE[column.table.name] or column.name == "home_store_id":
        return None
    return insert(connection, Base.metadata.tables[parents[0]], number)["id"]
