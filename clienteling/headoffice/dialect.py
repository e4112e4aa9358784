"""The one place that knows which database head office stands on.

Statements are plain SQL with ``?`` for values, and only text and integers in the tables, so that
they run on SQLCipher and on PostgreSQL alike. What differs, how a transaction begins, how a row is
locked and who may see it, is behind these two protocols; SQLCipher's are here.
"""

import random
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from typing import Any, ParamSpec, Protocol, TypeVar

from sqlcipher3 import dbapi2

from clienteling.domain.errors import KnownError

_TRIES = 8

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


class BusyError(KnownError):
    """Another transaction was in the way; nothing was kept of this one, it can be done anew."""


class AwayError(KnownError):
    """The database does not answer; what became of a transaction that was open is not known."""


class Transaction(Protocol):
    """Statements inside one transaction."""

    #: What follows a query whose rows stay locked until the end.
    lock: str

    def see(self, scopes: Iterable[str]) -> None:
        """Let nothing but these scopes be read or written from here on, where the database can."""
        ...

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query."""
        ...

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Execute a statement; ``CREATE … IF NOT EXISTS`` in the shape this database wants."""
        ...

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute a statement once for each of several rows."""
        ...


class Database(Protocol):
    """Where head office keeps everything; any number of threads may use it."""

    def write(self) -> AbstractContextManager[Transaction]:
        """Give a transaction that is kept whole or not at all."""
        ...

    def read(self) -> AbstractContextManager[Transaction]:
        """Give a transaction whose answers are all of one moment."""
        ...

    def close(self) -> None:
        """Let go of every connection."""
        ...


def again(act: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """Let what another transaction was in the way of be done anew, a few times.

    Args:
        act: Begins a transaction of its own and changes nothing outside it.
    """

    @wraps(act)
    def acted(*asked: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        for turn in range(_TRIES - 1):
            try:
                return act(*asked, **named)
            except BusyError:
                # Who was in the way needs a moment to be through; two who collided part.
                time.sleep(random.uniform(0.5, 1) * 0.005 * 2**turn)
        return act(*asked, **named)

    return acted


class _Embedded:
    """A transaction on the embedded database; one writer at a time, so a lock needs no words."""

    lock = ""

    def __init__(self, connection: dbapi2.Connection) -> None:
        self._connection = connection

    def see(self, scopes: Iterable[str]) -> None:
        """Leave the check to who asks: this database knows no rights of rows."""

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
        connect: Opens a connection that any thread may use;
            ``clienteling.storage.book.Book.connect`` of head office's own encrypted file.
    """

    def __init__(self, connect: Callable[[], dbapi2.Connection]) -> None:
        self._connection = connect()
        # One connection has one transaction: threads take turns.
        self._turn = threading.Lock()

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
        with self._turn:
            self._connection.execute(begin)
            try:
                yield _Embedded(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk has undone it already; a second undoing would hide why.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
