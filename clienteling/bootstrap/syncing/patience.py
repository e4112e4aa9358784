"""A till that never keeps a person waiting: whoever types goes before whatever arrives."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2
from typing_extensions import override

from clienteling.bootstrap.pen import Pen
from clienteling.domain.clock import Clock
from clienteling.storage import metrics, search_index
from clienteling.storage.book import Book, transaction
from clienteling.sync.till import Till

#: So many clients' figures and search entries are made again before the pen is laid down.
AT_ONCE = 50


class PatientTill(Till):
    """A till whose news waits for the pen, and whose derived figures are made a few at a time.

    Args:
        book: The till's book.
        clock: Dates what is derived.
        pen: Of the process that has the book.
        is_closing: What is derived is left for the next time once this says so.
    """

    def __init__(
        self, book: Book, clock: Clock, pen: Pen, is_closing: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(book, clock)
        self._pen = pen
        self._is_closing = is_closing

    @override
    @contextmanager
    def write(self, *, arriving: bool = False) -> Iterator[dbapi2.Connection]:
        """Keep what happens inside together, when no person waits to write."""
        with self._pen.background(), super().write(arriving=arriving) as connection:
            yield connection
            if arriving:
                # A person's next edit makes again what is derived of every touched client; of
                # these it must not, for there may be thousands.
                connection.execute(
                    "INSERT OR IGNORE INTO arrived_client SELECT client_id FROM touched_client"
                )
                connection.execute("DELETE FROM touched_client")

    @override
    def refresh(self) -> None:
        """Make again what is derived of the clients that news arrived of, a few at a time."""
        while not self._is_closing():
            found = self.connection.execute(
                "SELECT client_id FROM arrived_client LIMIT ?", (AT_ONCE,)
            ).fetchall()
            if not found:
                return
            ids = [row[0] for row in found]
            with self._pen.background(), transaction(self.connection) as connection:
                metrics.refresh(connection, ids, self.clock.today())
                search_index.refresh(connection, ids)
                connection.executemany("DELETE FROM arrived_client WHERE client_id = ?", found)
