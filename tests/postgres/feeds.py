"""What the tests of sync know as head office's own connection, on PostgreSQL."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from sqlcipher3 import dbapi2

from clienteling.headoffice import schema
from clienteling.headoffice.dialect import EmbeddedDatabase
from clienteling.headoffice.postgres import in_its_words
from clienteling.headoffice.schema import make_tables

#: Head office's tables, whichever they are by now.
TABLES = tuple(sorted(re.findall(r"CREATE TABLE IF NOT EXISTS (\w+) ", schema.TABLES)))


class Feed:
    """Head office's tables, read and changed behind its back.

    Args:
        address: Where the database is.
    """

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address, autocommit=True)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Execute a statement as SQLite understands it."""
        words = "BEGIN" if sql == "BEGIN IMMEDIATE" else in_its_words(sql)
        return self._connection.execute(words, tuple(values))

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute a statement for each of several rows."""
        with self._connection.cursor() as cursor:
            cursor.executemany(in_its_words(sql), rows)

    @property
    def total_changes(self) -> dict[str, list[Any]]:
        """Which rows there are and which transaction wrote each last: the same if nothing did."""
        return {
            table: self.execute(f"SELECT xmin::text, ctid::text FROM {table} ORDER BY 1, 2").fetchall()
            for table in TABLES
        }  # fmt: skip

    def contents(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every row of every table."""
        return {table: self.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}

    def fill(self, contents: dict[str, list[tuple[Any, ...]]]) -> None:
        """Put these rows in place of all rows."""
        with self._connection.transaction():
            for table, rows in contents.items():
                self.execute(f"DELETE FROM {table}")
                if rows:
                    self.executemany(insert(table, len(rows[0])), rows)

    def backup(self, target: dbapi2.Connection) -> None:
        """Copy everything into an empty embedded database."""
        make_tables(EmbeddedDatabase(lambda: target))
        for table, rows in self.contents().items():
            if rows:
                target.executemany(insert(table, len(rows[0])), rows)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def insert(table: str, width: int) -> str:
    """Return the statement that inserts a whole row."""
    return f"INSERT INTO {table} VALUES ({', '.join('?' * width)})"
