"""Copying head office whole, from any of its databases to any other, at one moment.

A house that outgrows the file of its first year moves to PostgreSQL so; a PostgreSQL without
programs of its own at hand is kept in an encrypted file so, and put back. Tills notice nothing:
numbers, marks and places are copied as they are.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from clienteling.domain.errors import KnownError
from clienteling.headoffice import admin_tables, blob_names, recast, schema, trust_tables
from clienteling.headoffice.dialect import Database, EmbeddedDatabase, Transaction
from clienteling.storage.book import Book

#: Everything head office keeps in its database.
DEFINITIONS = (
    schema.TABLES,
    recast.TABLES,
    blob_names.TABLES,
    trust_tables.TABLES,
    admin_tables.TABLES,
)

_ROWS_AT_ONCE = 1_000
_TABLE = re.compile(r"CREATE TABLE IF NOT EXISTS (\w+) \((\w+) ")
_KEY = re.compile(r"PRIMARY KEY \(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table: what makes it, its name, and the columns of its key in order."""

    definition: str
    name: str
    key: tuple[str, ...]


@runtime_checkable
class _HoldsBack(Protocol):
    """A database that may show some rows only."""

    def shows_all(self) -> bool:
        """Say whether it shows every row."""
        ...


def backup(database: Database, path: Path, key: bytes) -> int:
    """Copy head office into an encrypted file of its own; return how many rows there are.

    Args:
        database: Where it is; it may be serving. On PostgreSQL as the owner of the tables.
        path: The file; it must not be there yet.
        key: Its 32-byte key.

    Raises:
        KnownError: the file is there, or not every row could be read.
    """
    if path.exists():
        raise KnownError("{path} is there already. Nothing was changed.", path=path)
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    with closing(EmbeddedDatabase(Book(part, key).connect)) as kept:
        count = copy(database, kept)
    # Closing folded the file's journal into it; only a whole copy gets the name.
    part.rename(path)
    return count


def restore(path: Path, key: bytes, database: Database) -> int:
    """Put a copy in the place of all that a database has; return how many rows there are.

    Args:
        path: The file.
        key: Its 32-byte key.
        database: Where head office is to be; nobody serves from it.

    Raises:
        KnownError: the file is not there, or cannot be read with this key.
    """
    if not path.exists():
        raise KnownError("{path} is not there. Nothing was changed.", path=path)
    with closing(EmbeddedDatabase(Book(path, key).connect)) as kept:
        return copy(kept, database)


def copy(source: Database, target: Database) -> int:
    """Put all that one database has in the place of all that another has; return the rows.

    Raises:
        KnownError: not every row could be read or written; the other is as it was.
    """
    if not all(one.shows_all() for one in (source, target) if isinstance(one, _HoldsBack)):
        raise KnownError(
            "This database user is not shown every row, so a copy would lack some. "
            "Use the user that owns the tables. Nothing was changed."
        )
    count = 0
    with source.read() as reading, target.write() as writing:
        for table in _tables(writing):
            writing.run(f"DELETE FROM {table.name}")  # noqa: S608 - a name of ours
            there = sum(_copy_rows(rows, table, writing) for rows in _rows(reading, table))
            if _count(writing, table) != there or _count(reading, table) != there:
                raise KnownError("Not every row of head office was copied. Nothing was changed.")
            count += there
        writing.run("ANALYZE")
    return count


def _tables(writing: Transaction) -> Iterator[_Table]:
    for definition in (one for text in DEFINITIONS for one in text.split(";")[:-1]):
        words = " ".join(definition.split())
        writing.run(words)
        found = _TABLE.match(words)
        if found is not None:
            key = _KEY.search(words)
            names = key[1].split(", ") if key is not None else [found[2]]
            yield _Table(words, found[1], tuple(names))


def _rows(reading: Transaction, table: _Table) -> Iterator[list[tuple[Any, ...]]]:
    """Read a table along its key, a handful at a time: it may be larger than the memory."""
    key, after = ", ".join(table.key), ""
    values: tuple[Any, ...] = ()
    while rows := reading.all(
        f"SELECT {key}, {table.name}.* FROM {table.name} {after}"  # noqa: S608 - names of ours
        f" ORDER BY {key} LIMIT {_ROWS_AT_ONCE}",
        values,
    ):
        width = len(table.key)
        yield [row[width:] for row in rows]
        values = rows[-1][:width]
        after = f"WHERE ({key}) > ({', '.join('?' * width)})"


def _copy_rows(rows: list[tuple[Any, ...]], table: _Table, writing: Transaction) -> int:
    marks = ", ".join("?" * len(rows[0]))
    writing.many(f"INSERT INTO {table.name} VALUES ({marks})", rows)  # noqa: S608 - marks only
    return len(rows)


def _count(transaction: Transaction, table: _Table) -> int:
    return int(transaction.all(f"SELECT count(*) FROM {table.name}")[0][0])  # noqa: S608 - ours
