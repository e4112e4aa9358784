"""Bring what was saved from the write-ahead log into the book's own file, behind the saves.

SQLite would do it inside a commit whenever the log has grown so far, and that save then takes ten
times as long. Here it is done on a thread of its own after some saves, without keeping anyone
waiting; SQLite's own way stays as the bound of the log's size (``wal_autocheckpoint``).
"""

import contextlib
import threading

from sqlcipher3 import dbapi2

from clienteling.domain.errors import KnownError
from clienteling.storage.book import Book

SAVES = 32
"""After so many: some hundred pages wait by then."""


class Checkpoints:
    """Counts the saves of a book and empties its log after every so many.

    Args:
        book: The book.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._saves = 0
        self._thread: threading.Thread | None = None

    def saved(self) -> None:
        """Note that something was saved; on the thread that wrote it."""
        self._saves += 1
        running = self._thread is not None and self._thread.is_alive()
        if self._saves < SAVES or running:
            return
        self._saves = 0
        self._thread = threading.Thread(target=self._empty, name="checkpoint", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Wait until nothing is being written."""
        if self._thread is not None:
            self._thread.join()

    def _empty(self) -> None:
        # A log that cannot be emptied now is emptied later; a disk that is full or broken is told
        # of by the next save.
        with contextlib.suppress(dbapi2.Error, KnownError):
            connection = self._book.connect()
            try:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            finally:
                connection.close()
