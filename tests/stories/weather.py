"""What breaks on the way: a trap is laid on a till's line and springs at a piece that passes."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from tests.stories.meetings import Meetings
from tests.stories.offices import Office
from tests.stories.proxy import Proxy, Way
from tests.stories.tills import OutsideTill

FAULTS = (
    "kill the server", "kill the till", "freeze the server", "hold", "swallow", "cut", "garble",
    "hang up the database",
)  # fmt: skip

#: Those that somebody must mend before the line is whole again; a dead till tells by itself.
LASTING = {"kill the server", "freeze the server", "hold", "swallow"}


@dataclass(frozen=True, slots=True)
class Trap:
    """A fault that springs at one of the next pieces of a line."""

    what: str
    till: str
    way: Way
    pieces: int


class Weather:
    """The lines of all tills.

    Args:
        office: Head office.
        tills: By name.
        meetings: Told of every piece.
        tell: Told what sprang, and on whose line.
    """

    def __init__(
        self,
        office: Office,
        tills: dict[str, OutsideTill],
        meetings: Meetings,
        tell: Callable[[str, str], None],
    ) -> None:
        self._office, self._tills, self._tell = office, tills, tell
        self._meetings = meetings
        self._lock = threading.Lock()
        self._trap: Trap | None = None
        self._left = 0
        self._silent: set[str] = set()
        self._free = threading.Event()
        self._free.set()
        self.lines = {name: self._line(name) for name in tills}

    def _line(self, name: str) -> Proxy:
        return Proxy(
            lambda: self._office.server.port, lambda way, piece: self._fate(name, way, piece)
        )

    @property
    def is_trapped(self) -> bool:
        with self._lock:
            return self._trap is not None

    def lay(self, trap: Trap) -> None:
        """Lay a trap in the place of the one before."""
        with self._lock:
            self._trap, self._left = trap, trap.pieces

    def clear(self) -> None:
        """Take the trap away, let what is held go on, break what was silent."""
        with self._lock:
            self._trap = None
            self._free.set()
            silent, self._silent = self._silent, set()
        for name in silent:
            self.lines[name].cut()

    def close(self) -> None:
        """Take every line down."""
        self.clear()
        for line in self.lines.values():
            line.close()

    def _fate(self, name: str, way: Way, piece: bytes) -> bytes | None:
        self._meetings.pass_by(name, way)
        with self._lock:
            trap = self._trap
            if trap is not None and (trap.till, trap.way) == (name, way):
                self._left -= 1
                if self._left <= 0:
                    self._trap = None
                    self._spring(trap)
                    piece = _spoilt(piece) if trap.what == "garble" else piece
                    if trap.what == "cut":
                        return None
            is_silent, free = name in self._silent, self._free
        if trap is not None and trap.what == "hold" and trap.till == name:
            free.wait()
        return b"" if is_silent else piece

    def _spring(self, trap: Trap) -> None:
        match trap.what:
            case "kill the server":
                self._office.kill()
            case "kill the till":
                self._tills[trap.till].kill()
            case "freeze the server":
                self._office.freeze()
            case "hang up the database":
                self._office.hang_up_database()
            case "hold":
                self._free.clear()
            case "swallow":
                self._silent.add(trap.till)
            case _:
                pass
        self._tell(trap.what, trap.till)


def _spoilt(piece: bytes) -> bytes:
    middle = len(piece) // 2
    return piece[:middle] + bytes([piece[middle] ^ 0x40]) + piece[middle + 1 :]
