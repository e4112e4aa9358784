"""The encrypted file itself: how a connection to it is opened, and nothing of what is in it.

This module stands on the driver alone: the first screen is painted through it before SQLAlchemy
is imported. The settings and their reasons: docs/decisions/0003.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.domain.errors import BugError, KnownError

KEY_BYTES = 32

_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "wal_autocheckpoint=4000",
    "recursive_triggers=OFF",
    "cache_size=-65536",
)


class WrongKeyError(KnownError):
    """The file cannot be read with this key: another key's book, or a damaged first page."""


class Book:
    """One encrypted book file and the key that opens it.

    Args:
        path: The file; it is made when a connection is opened and it does not exist.
        key: The 32-byte data key.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        # A raw key of another length is silently taken as a passphrase.
        if len(key) != KEY_BYTES:
            raise BugError("a data key has 32 bytes")
        self.path = path
        self._key_pragma = f"PRAGMA key=\"x'{key.hex()}'\""

    def connect(self) -> dbapi2.Connection:
        """Open a connection with every setting of the house; the caller closes it.

        Raises:
            WrongKeyError: the file is not readable with this key.
            KnownError: the file cannot be opened at all.
        """
        connection = self._opened()
        try:
            self._unlock(connection)
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
        except dbapi2.DatabaseError as error:
            connection.close()
            raise self._translated(error) from error
        return connection

    def connect_bare(self) -> dbapi2.Connection:
        """Open a connection that leaves the file's settings as they are; for copies and checks.

        Raises:
            WrongKeyError: the file is not readable with this key.
            KnownError: the file cannot be opened at all.
        """
        connection = self._opened()
        try:
            self._unlock(connection)
        except dbapi2.DatabaseError as error:
            connection.close()
            raise self._translated(error) from error
        return connection

    @contextmanager
    def reading(self) -> Iterator[dbapi2.Connection]:
        """Give one connection in a read transaction, so that all its answers are of one moment."""
        connection = self.connect()
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()

    def schema_number(self) -> int:
        """Return the number of the newest migration the book has; 0 for an empty file."""
        connection = self.connect()
        try:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
        finally:
            connection.close()

    def _opened(self) -> dbapi2.Connection:
        try:
            return dbapi2.connect(
                str(self.path), isolation_level=None, check_same_thread=False, timeout=5
            )
        except dbapi2.Error as error:
            raise KnownError(
                "The book {name} cannot be opened: {reason}.",
                name=self.path.name,
                reason=str(error),
            ) from error

    def _unlock(self, connection: dbapi2.Connection) -> None:
        connection.execute(self._key_pragma)
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def _translated(self, error: dbapi2.DatabaseError) -> KnownError:
        if "not a database" in str(error):
            return WrongKeyError(
                "The book {name} cannot be read with the key of this till. Nothing in it was "
                "changed.",
                name=self.path.name,
            )
        return KnownError(
            "The book {name} cannot be read: {reason}. Nothing in it was changed.",
            name=self.path.name,
            reason=str(error),
        )


@contextmanager
def transaction(connection: dbapi2.Connection) -> Iterator[dbapi2.Connection]:
    """Keep what is written inside the block together, or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def rows(
    connection: dbapi2.Connection, sql: str, parameters: Sequence[Any] = ()
) -> list[tuple[Any, ...]]:
    """Return all rows of a query, as tuples."""
    return list(connection.execute(sql, parameters).fetchall())
