"""A line of TCP that the test holds in its hand: cut, delayed, garbled, silent."""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from typing import Literal

Way = Literal["up", "down"]

#: Decides what becomes of a piece on its way: itself, another, or None to break the line. It may
#: wait.
Fate = Callable[[Way, bytes], bytes | None]

_PIECE = 2_048
#: On close the other side hears of it at once, also where it is in the middle of something.
_AT_ONCE = struct.pack("ii", 1, 0)


class Proxy:
    """Listens on a port of its own and passes on what comes.

    Args:
        port: Where to; asked at each new connection.
        fate: What becomes of each piece.
    """

    def __init__(self, port: Callable[[], int], fate: Fate) -> None:
        self._to, self._fate = port, fate
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Break every connection there is."""
        with self._lock:
            pairs, self._pairs = self._pairs, []
        for pair in pairs:
            _end(*pair)

    def close(self) -> None:
        """Listen no more."""
        with contextlib.suppress(OSError):
            # Closing alone does not wake a thread that waits for a caller.
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        while True:
            try:
                near, _from = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._to()))
            except OSError:
                _end(near)
                continue
            with self._lock:
                self._pairs.append((near, far))
            for one, other, way in ((near, far, "up"), (far, near, "down")):
                threading.Thread(target=self._pass_on, args=(one, other, way), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, way: Way) -> None:
        with contextlib.suppress(OSError):
            while piece := one.recv(_PIECE):
                fated = self._fate(way, piece)
                if fated is None:
                    break
                other.sendall(fated)
        with self._lock:
            self._pairs = [pair for pair in self._pairs if one not in pair]
        _end(one, other)


def _end(*sockets: socket.socket) -> None:
    for one in sockets:
        with contextlib.suppress(OSError):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
            one.shutdown(socket.SHUT_RDWR)
        one.close()
