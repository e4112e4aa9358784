"""How much, how long and how often; and buckets that count."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one server allows.

    Args:
        body_bytes: Of a request as it is sent.
        plain_bytes: Of a request without its compression.
        body_seconds: For a whole body to come.
        header_seconds: For the head of a request to come.
        threads: How many requests are worked on at once.
        queue: How many more may wait; beyond, a till is asked to come again.
        till_a_minute: How often a till may ask, on average.
        till_burst: How often at once.
        address_a_minute: How often an address may try a code or begin a session.
        address_burst: How often at once.
        stop_seconds: How long a stopping server finishes what it has begun.
    """

    body_bytes: int = 8 << 20
    plain_bytes: int = 32 << 20
    body_seconds: float = 60
    header_seconds: float = 10
    threads: int = 4
    queue: int = 64
    till_a_minute: float = 600
    till_burst: int = 300
    address_a_minute: float = 60
    address_burst: int = 120
    code_a_minute: float = 5
    code_burst: int = 5
    stop_seconds: int = 20


class Buckets:
    """A bucket a name: each ask takes one, and they fill up again with time.

    Args:
        a_minute: How fast they fill.
        burst: How many they hold.
        tick: Seconds that only grow.
        most: How many names are remembered; those longest unheard of are forgotten first.
    """

    def __init__(
        self, a_minute: float, burst: int, tick: Callable[[], float], most: int = 10_000
    ) -> None:
        self._rate = a_minute / 60
        self._burst = burst
        self._tick = tick
        self._most = most
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._turn = threading.Lock()

    def take(self, name: str) -> float:
        """Take one; return 0, or the seconds after which there is one again."""
        with self._turn:
            now = self._tick()
            level, at = self._levels.pop(name, (float(self._burst), now))
            level = min(self._burst, level + (now - at) * self._rate)
            wait = 0.0 if level >= 1 else (1 - level) / self._rate
            self._levels[name] = (level if wait else level - 1, now)
            if len(self._levels) > self._most:
                self._levels.popitem(last=False)
            return wait
