"""How a thread hands something to the window without touching Qt.

A thread inside Qt may hold Python while it waits for a lock of Qt's, and the window the other way
round; then both wait for ever (docs/decisions/0014). So a call is left in a plain queue and a byte
in a socket, and Qt watches the socket on its own thread.
"""

import contextlib
import socket
from collections.abc import Callable
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QSocketNotifier

_KNOCK = b"\0"
_KNOCKS_AT_ONCE = 4096


class Mailbox(QObject):
    """Calls put in by any thread and made on the window's, in order and never inside ``put``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._inside, self._outside = socket.socketpair()
        for end in (self._inside, self._outside):
            end.setblocking(False)
        self._bell = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._empty)

    def put(self, call: Callable[[], object]) -> None:
        """Have a call made on the window's thread at its next turn; after ``close`` it is not."""
        self._calls.put(call)
        # A full socket has knocks enough in it to be heard; a closed one has nobody to hear.
        with contextlib.suppress(BlockingIOError, OSError):
            self._outside.send(_KNOCK)

    def close(self) -> None:
        """Make no more calls; what waits is dropped."""
        self._bell.setEnabled(False)
        self._inside.close()
        self._outside.close()
        self._calls = SimpleQueue()

    def _empty(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._inside.recv(_KNOCKS_AT_ONCE)
        # Only what is there by now: whoever puts in without a pause must not keep the window busy.
        for left in range(self._calls.qsize(), 0, -1):
            try:
                call = self._calls.get_nowait()
            except Empty:
                return
            self._make(call, left - 1)

    def _make(self, call: Callable[[], object], left: int) -> None:
        try:
            call()
        except BaseException:
            # The error goes its way; the others are still heard.
            if left:
                self.put(_nothing)
            raise


def _nothing() -> None:
    """Stand for no call: the knock alone is wanted."""
