"""The one place that knows which database head office stands on.

Statements are plain SQL with ``?`` for values, and only text and integers in the tables, so that
they run on SQLCipher and on PostgreSQL alike. What differs, how a transaction begins and how a row
is locked, is here and nowhere else.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from sqlcipher3 import dbapi2


class Transaction(Protocol):
    """Statements inside one transaction."""

    #: What follows a query whose rows stay locked until the end.
    lock: str

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query."""
        ...

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Execute a statement."""
        ...

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute a statement once for each of several rows."""
        ...


class Database(Protocol):
    """Where head office keeps everything."""

    def write(self) -> Any:
        """Give a transaction that is kept whole or not at all."""
        ...

    def read(self) -> Any:
        """Give a transaction whose answers are all of one moment."""
        ...


class _Embedded:
    """A transaction on the embedded database; one writer at a time, so a lock needs no words."""

    lock = ""

    def __init__(self, connection: dbapi2.Connection) -> None:
        self._connection = connection

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query."""
        return list(self._connection.execute(sql, values).fetchall())

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Execute a statement."""
        self._connection.execute(sql, values)

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute a statement once for each of several rows."""
        self._connection.executemany(sql, rows)


class EmbeddedDatabase:
    """SQLCipher in this process: one command serves a house of a few tills.

    Args:
        connect: Opens a connection; ``clienteling.storage.book.Book.connect`` of head office's
            own encrypted file.
    """

    def __init__(self, connect: Callable[[], dbapi2.Connection]) -> None:
        self._connection = connect()

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Give a transaction that is kept whole or not at all."""
        yield from self._within("BEGIN IMMEDIATE")

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Give a transaction whose answers are all of one moment."""
        yield from self._within("BEGIN")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _within(self, begin: str) -> Iterator[Transaction]:
        self._connection.execute(begin)
        try:
            yield _Embedded(self._connection)
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
