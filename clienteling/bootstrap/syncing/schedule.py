"""When it is tried next: soon after an edit, now and then, later after a broken line.

Pure: it is handed monotonic seconds and randomness and says when; nothing sleeps here.
"""

import math
import random
from dataclasses import dataclass, field

from clienteling.sync.engine import Done, Later, Outcome

#: Seconds: after an edit, so that several go together; between looks for news; while a person is
#: needed; while two people compare figures.
AFTER_EDIT, QUIET, STOPPED, UNCONFIRMED = 1.0, 20.0, 300.0, 5.0

#: The looks of tills that began together part by so much of a look, to either side.
SPREAD = 0.25

#: The wall clock ran on by so many seconds more than was waited: the computer slept.
SLEPT = 30.0


@dataclass(slots=True)
class Schedule:
    """When the next try is due, in monotonic seconds.

    Args:
        rng: Spreads the looks of many tills.
        due: The moment; now at first.
        failures: How many tries in a row found no line.
        is_held_back: The line broke or a person is needed: edits alone do not bring it forward.
    """

    rng: random.Random
    due: float = -math.inf
    failures: int = 0
    is_held_back: bool = False
    _is_asked: bool = field(default=False, repr=False)

    def edited(self, now: float) -> None:
        """Note that something was written here."""
        if not self.is_held_back:
            self.due = min(self.due, now + AFTER_EDIT)

    def asked(self) -> None:
        """Note that a person asked, or that the computer woke: try at once, as if it were new."""
        self.due, self.failures, self.is_held_back = -math.inf, 0, False
        self._is_asked = True

    def began(self, now: float) -> None:
        """Note that a try begins: whoever asked before it has it, and one without an end waits."""
        self._is_asked, self.due = False, now + STOPPED

    def tried(self, outcome: Outcome, now: float, *, is_unconfirmed: bool = False) -> None:
        """Note what came of a try."""
        self.is_held_back = not isinstance(outcome, Done)
        if isinstance(outcome, Done):
            look = QUIET * self.rng.uniform(1 - SPREAD, 1 + SPREAD)
            self.failures, self.due = 0, now + look
        elif isinstance(outcome, Later):
            self.failures, self.due = self.failures + 1, now + outcome.seconds
        else:
            self.failures, self.due = 0, now + (UNCONFIRMED if is_unconfirmed else STOPPED)
        if self._is_asked:
            # Somebody asked while it was under way.
            self.asked()

    def left(self, now: float) -> float:
        """Return how many seconds are left until it is due."""
        return max(0.0, self.due - now)


@dataclass(slots=True)
class Sleeps:
    """Notices that the computer slept: its clock ran on while nothing was waited for.

    Args:
        wall: Seconds of the clock on the wall at the last look.
        steady: Monotonic seconds at the last look.
    """

    wall: float
    steady: float

    def has_slept(self, wall: float, steady: float) -> bool:
        """Say whether the computer slept since the last look."""
        ran_on = (wall - self.wall) - (steady - self.steady)
        self.wall, self.steady = wall, steady
        return ran_on > SLEPT
