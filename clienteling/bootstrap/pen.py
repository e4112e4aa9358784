"""Who writes next in the book: a person before whatever arrives or is made in the background.

SQLite has one writer and no queue: a background that writes page after page would let a person's
edit in by luck only. Both take the same pen, and a person's hand goes first.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Pen:
    """The right to write in the book, of one process; a thread that has it may take it again."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._people = 0
        self._holder = 0
        self._depth = 0

    @contextmanager
    def person(self) -> Iterator[None]:
        """Write as a person: after what is being written now, before anything that waits."""
        with self._turn:
            self._people += 1
            self._turn.wait_for(self._is_free)
            self._people -= 1
            self._take()
        try:
            yield
        finally:
            self._lay_down()

    @contextmanager
    def background(self) -> Iterator[None]:
        """Write what nobody waits for, once no person waits."""
        with self._turn:
            self._turn.wait_for(lambda: self._is_free() and not self._people)
            self._take()
        try:
            yield
        finally:
            self._lay_down()

    @property
    def is_wanted(self) -> bool:
        """Whether a person waits to write."""
        return self._people > 0

    def _is_free(self) -> bool:
        return self._depth == 0 or self._holder == threading.get_ident()

    def _take(self) -> None:
        self._holder, self._depth = threading.get_ident(), self._depth + 1

    def _lay_down(self) -> None:
        with self._turn:
            self._depth -= 1
            self._turn.notify_all()
