"""Rows of any mapped table as the driver writes them, past SQLAlchemy and past every service."""

import os
from typing import Any

from sqlalchemy import Column, Integer, Table
from sqlcipher3 import dbapi2

from clienteling.models.synced import STAMPS, SyncSpec
from clienteling.models.types import Guid, Json
from clienteling.storage.book import Book


def strangers(book: Book) -> dbapi2.Connection:
    """Connect as a foreign tool would that knows the key; parents need not exist."""
    connection = book.connect()
    connection.execute("PRAGMA foreign_keys=OFF")
    return connection


def value(column: Column[Any], number: int) -> object:
    """Make the ``number``-th value of a column, each different from the others."""
    kind = column.type
    if isinstance(kind, Guid):
        return os.urandom(16)
    if isinstance(kind, Json):
        return f'["{column.name}",{number}]'
    if isinstance(kind, Integer) or isinstance(getattr(kind, "impl_instance", None), Integer):
        return number
    return f'{column.name} "{number}" é漢'


def insert(connection: dbapi2.Connection, table: Table) -> dict[str, Any]:
    """Insert a row with every column filled, and return it."""
    row = {column.name: value(column, 1) for column in table.columns}
    names = ", ".join(row)
    connection.execute(
        f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(row))})",
        tuple(row.values()),
    )
    return row


def travelling(table: Table, spec: SyncSpec) -> list[Column[Any]]:
    """Return the columns whose changes are logged."""
    return [c for c in table.columns if c.name not in (*STAMPS, *spec.local, "id")]


def logged(column: Column[Any], stored: Any) -> Any:
    """Return a stored value as it stands in the log."""
    return stored.hex() if isinstance(column.type, Guid) else stored
