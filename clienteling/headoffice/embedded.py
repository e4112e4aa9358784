"""The embedded database for many threads: one writer at a time, readers beside it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue

from sqlcipher3 import dbapi2

from clienteling.headoffice.dialect import AwayError, EmbeddedDatabase, Transaction

#: What SQLite says where the disk, or another program, is in the way; anything else is our fault.
_IN_THE_WAY = ("is locked", "disk is full", "disk I/O", "unable to open", "readonly")


class SharedEmbeddedDatabase:
    """SQLCipher for the threads of a server.

    Args:
        connect: Opens a connection.
        readers: How many may read at once.
    """

    def __init__(self, connect: Callable[[], dbapi2.Connection], readers: int = 4) -> None:
        self._writer = EmbeddedDatabase(connect)
        self._turn = threading.Lock()
        self._idle: SimpleQueue[EmbeddedDatabase] = SimpleQueue()
        self._readers = [EmbeddedDatabase(connect) for _ in range(readers)]
        for reader in self._readers:
            self._idle.put(reader)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Give a transaction that is kept whole or not at all, once the one before is through.

        Raises:
            AwayError: the disk is full, or another program holds the database for too long.
        """
        with _translated(), self._turn, self._writer.write() as transaction:
            yield transaction

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Give a transaction whose answers are all of one moment.

        Raises:
            AwayError: the disk does not give out what is on it.
        """
        reader = self._idle.get()
        try:
            with _translated(), reader.read() as transaction:
                yield transaction
        finally:
            self._idle.put(reader)

    def close(self) -> None:
        """Close every connection."""
        for one in (self._writer, *self._readers):
            one.close()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except dbapi2.OperationalError as error:
        if any(words in str(error) for words in _IN_THE_WAY):
            raise AwayError(
                "The database does not answer. What was sent waits at the till."
            ) from error
        raise
