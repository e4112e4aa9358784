"""PostgreSQL as head office's database: many servers, many threads, one truth.

A write is READ COMMITTED: the scope's row is locked first, and every statement after it sees what
was committed before the lock was given (docs/decisions/0008). A read is REPEATABLE READ: head,
rows and marks are of one moment, also on a replica that lags.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, LiteralString

import psycopg
from psycopg import errors
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Literal
from psycopg_pool import ConnectionPool, PoolTimeout

from clienteling.headoffice.dialect import AwayError, BusyError, Transaction
from clienteling.headoffice.partitions import BETWEEN_SCOPES, make

_IN_THE_WAY = (errors.SerializationFailure, errors.DeadlockDetected, errors.LockNotAvailable)
_AWAY = (
    PoolTimeout,
    psycopg.OperationalError,
    psycopg.InterfaceError,
    errors.ReadOnlySqlTransaction,  # it has become somebody's replica
)
_WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

Connection = psycopg.Connection[tuple[Any, ...]]


class _Postgres:
    """A transaction on PostgreSQL."""

    lock = " FOR UPDATE"

    def __init__(self, connection: Connection, partitions: int) -> None:
        self._connection = connection
        self._partitions = partitions

    def see(self, scopes: Iterable[str]) -> None:
        """Let nothing but these scopes be read or written from here on.

        ``SET LOCAL`` ends with the transaction, so the next user of the connection inherits
        nothing, and Citus hands it on to the nodes, which it does not do with ``set_config``.
        """
        words = BETWEEN_SCOPES.join(sorted(set(scopes)))
        self._connection.execute(SQL("SET LOCAL clienteling.scopes = {}").format(Literal(words)))

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query."""
        return self._connection.execute(in_its_words(sql), _fit(values)).fetchall()

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Execute a statement; ``CREATE … IF NOT EXISTS`` in the shape this database wants."""
        definition = " ".join(sql.split()) if "IF NOT EXISTS" in sql else ""
        if definition.startswith("CREATE "):
            make(self._connection, definition, self._partitions)
            return
        self._connection.execute(in_its_words(sql), _fit(values))

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute a statement once for each of several rows, without waiting for each answer."""
        with self._connection.cursor() as cursor:
            cursor.executemany(in_its_words(sql), [_fit(values) for values in rows])


class PostgresDatabase:
    """One PostgreSQL, or a Citus of many, behind a pool of connections.

    Args:
        address: A connection string (``postgresql://…`` or ``host=… dbname=…``).
        connections: The most that are open at once; further threads wait.
        wait_seconds: How long a thread waits for a connection before head office says "later".
        partitions: Into how many parts large tables are cut by scope, where Citus does not do it.
    """

    def __init__(
        self,
        address: str,
        *,
        connections: int = 16,
        wait_seconds: float = 10,
        partitions: int = 32,
    ) -> None:
        self._partitions = partitions
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            make_conninfo(address, application_name="clienteling head office"),
            connection_class=psycopg.Connection[tuple[Any, ...]],
            kwargs={"autocommit": True},
            min_size=1,
            max_size=connections,
            timeout=wait_seconds,
            # A server that was started anew is met here, not in the middle of a push.
            check=ConnectionPool.check_connection,
            open=True,
        )

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Give a transaction that is kept whole or not at all.

        Raises:
            BusyError: another was in its way; see ``dialect.again``.
            AwayError: the database does not answer.
        """
        with self._within(_WRITE) as connection:
            yield self.transaction(connection)

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Give a transaction whose answers are all of one moment.

        Raises:
            AwayError: the database does not answer.
        """
        with self._within(_READ) as connection:
            yield self.transaction(connection)

    def transaction(self, connection: Connection) -> Transaction:
        """Return the statements of a transaction that has begun."""
        return _Postgres(connection, self._partitions)

    def shows_all(self) -> bool:
        """Say whether no policy holds rows back from this role."""
        with self.read() as transaction:
            held = transaction.all("SELECT coalesce(bool_or(row_security_active(c.oid)), false)"
                                   " FROM pg_class c WHERE c.relrowsecurity")  # fmt: skip
        return not held[0][0]

    def close(self) -> None:
        """Let go of every connection."""
        self._pool.close()

    @contextmanager
    def _within(self, begin: LiteralString) -> Iterator[Connection]:
        try:
            with self._pool.connection() as connection:
                connection.execute(begin)
                try:
                    yield connection
                    connection.execute("COMMIT")
                except BaseException:
                    _roll_back(connection)
                    raise
        except _IN_THE_WAY as error:
            raise BusyError(
                "Another change was in the way. Nothing was kept of this one."
            ) from error
        except _AWAY as error:
            raise AwayError(
                "The database does not answer. What was sent waits at the till."
            ) from error


def _fit(values: Sequence[Any]) -> tuple[Any, ...]:
    """Mark what PostgreSQL has no room for in a text: a NUL, half of a character.

    No till writes such; a broken or hostile one may, and must not stop its own queue by it.
    """
    return tuple(
        value.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()
        if isinstance(value, str) and ("\x00" in value or not value.isascii())
        else value
        for value in values
    )


def _roll_back(connection: Connection) -> None:
    """Undo what was begun; a connection that is gone has nothing to undo, the pool drops it."""
    if not connection.closed:
        connection.execute("ROLLBACK")


def open_postgres(address: str, threads: int = 16) -> PostgresDatabase:
    """Open head office's database for so many threads of one server, each with its connection."""
    return PostgresDatabase(address, connections=max(2, threads))


@lru_cache(maxsize=2_000)
def in_its_words(statement: str) -> LiteralString:
    """Return a statement with the driver's own placeholders; words between quotes stay."""
    parts = statement.replace("%", "%%").split("'")
    parts[::2] = [part.replace("?", "%s") for part in parts[::2]]
    return "'".join(parts)
