"""What tills tell of themselves, for whoever looks after them: what waits there, which program.

It is not signed and nothing is decided by it. It comes with every request, so it is written down
only when it is news.
"""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clienteling.domain.clock import Clock
from clienteling.headoffice.dialect import Database, again
from clienteling.models.types import to_milliseconds
from clienteling.sync.signing import PROGRAM_HEADER, WAITING_HEADER

_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
_PROGRAM = re.compile(r"[0-9A-Za-z.+-]{1,20}", re.ASCII)

#: What did not change is written down again after so long; what shrinks fast, not each time.
_SAME_SECONDS, _SHRINKING_SECONDS = 300.0, 5.0


@dataclass(frozen=True, slots=True)
class Telling:
    """What a till told; nothing in it where it told nothing that can be read."""

    waiting: int | None
    program: str


class Told:
    """Remembers what was written down last, so that the same is not written at every request.

    Args:
        tick: Seconds that only grow.
        most: How many tills are remembered; those longest unheard of are forgotten first.
    """

    def __init__(self, tick: Callable[[], float], most: int = 10_000) -> None:
        self._tick = tick
        self._most = most
        self._last: OrderedDict[str, tuple[Telling, float]] = OrderedDict()
        self._turn = threading.Lock()

    def is_news(self, till: str, told: Telling) -> bool:
        """Say whether something is to be written down, and take it that it is."""
        if told == Telling(None, ""):
            return False
        with self._turn:
            now = self._tick()
            last, at = self._last.get(till, (None, 0.0))
            if last == told and now - at < _SAME_SECONDS:
                return False
            if last and told.waiting and last.waiting and now - at < _SHRINKING_SECONDS:
                return False
            self._last.pop(till, None)
            self._last[till] = (told, now)
            if len(self._last) > self._most:
                self._last.popitem(last=False)
            return True


def told_in(headers: Mapping[str, str]) -> Telling:
    """Read what a till tells with a request."""
    waiting, program = headers.get(WAITING_HEADER, ""), headers.get(PROGRAM_HEADER, "")
    return Telling(
        int(waiting) if _NUMBER.fullmatch(waiting) else None,
        program if _PROGRAM.fullmatch(program) else "",
    )


@again
def keep_told(database: Database, clock: Clock, till: str, told: Telling) -> None:
    """Write it down."""
    with database.write() as transaction:
        transaction.run(
            "INSERT INTO trust_told (till, waiting, program, told_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (till) DO UPDATE SET waiting = coalesce(excluded.waiting,"
            " trust_told.waiting), program = excluded.program, told_at = excluded.told_at",
            (till, told.waiting, told.program, to_milliseconds(clock.now())),
        )
