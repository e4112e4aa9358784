"""The thread that shares: it waits for an edit, the next look, or a person, and takes its turn."""

import logging
import threading
import time
from collections.abc import Callable

from clienteling.bootstrap.syncing.schedule import Schedule, Sleeps
from clienteling.domain.clock import Clock
from clienteling.sync.engine import Later

#: The longest the thread waits without a look at the clock: a sleep of the computer shows then.
_LOOK = 5.0

#: Seconds until the next turn after one that ended in a fault of the program.
_AFTER_A_FAULT = 60.0

_log = logging.getLogger(__name__)


class Worker:
    """A thread that takes turns when its schedule says so.

    Args:
        schedule: When.
        clock: On the wall; only to notice that the computer slept.
        turn: Called when it is due.
        count: Called soon after an edit, to tell how much waits now.
        tick: Monotonic seconds.
    """

    def __init__(
        self,
        schedule: Schedule,
        clock: Clock,
        turn: Callable[[], None],
        count: Callable[[], None],
        tick: Callable[[], float] = time.monotonic,
    ) -> None:
        self._schedule = schedule
        self._clock = clock
        self._turn = turn
        self._count = count
        self._tick = tick
        self._bell = threading.Condition()
        self._is_edited = False
        self.is_closing = False
        self._thread = threading.Thread(target=self._run, name="sharing", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    @property
    def is_here(self) -> bool:
        """Whether the present thread is this one."""
        return threading.current_thread() is self._thread

    def edited(self) -> None:
        """Note that something was written; never waits."""
        with self._bell:
            self._is_edited = True
            self._schedule.edited(self._tick())
            self._bell.notify_all()

    def asked(self) -> None:
        """Try at once."""
        with self._bell:
            self._schedule.asked()
            self._bell.notify_all()

    def stop(self, hang_up: Callable[[], None], patience: float = 2.0) -> bool:
        """End the thread, also where it waits for an answer; return whether it has ended."""
        with self._bell:
            self.is_closing = True
            self._bell.notify_all()
        hang_up()
        if not self.is_here and self._thread.is_alive():
            self._thread.join(patience)
        return not self._thread.is_alive() or self.is_here

    def _run(self) -> None:
        sleeps = Sleeps(self._clock.now().timestamp(), self._tick())
        while self._wait(sleeps):
            self._schedule.began(self._tick())
            try:
                self._turn()
            except Exception:  # noqa: BLE001 - the thread outlives a fault of one turn
                _log.exception("a turn of sharing ended in a fault of the program")
                self._schedule.tried(Later(_AFTER_A_FAULT, ""), self._tick())

    def _wait(self, sleeps: Sleeps) -> bool:
        """Wait until a turn is due; return False where the thread is to end."""
        while True:
            with self._bell:
                if self.is_closing:
                    return False
                left = self._schedule.left(self._tick())
                if left <= 0:
                    return True
                if not self._is_edited:
                    self._bell.wait(min(left, _LOOK))
                is_edited, self._is_edited = self._is_edited, False
                if sleeps.has_slept(self._clock.now().timestamp(), self._tick()):
                    self._schedule.asked()
            if is_edited:
                self._count()
