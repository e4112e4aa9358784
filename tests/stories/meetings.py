"""Which edits a till may have seen, from outside: what passed on its line since they were told."""

import threading
from collections import Counter

from tests.stories.proxy import Way


class Meetings:
    """Numbers of edits, where they may have come to.

    What a piece on a line may carry is all that its sender may know by then: too much is allowed
    here, it only makes the oracle milder.

    Args:
        names: Of the tills.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self.known: dict[str, set[int]] = {name: set() for name in names}
        self._office: set[int] = set()
        self._passed: Counter[tuple[str, Way]] = Counter()
        self._since: Counter[tuple[str, Way]] = Counter()
        self._lock = threading.Lock()

    def pass_by(self, name: str, way: Way) -> None:
        """Note that a piece passes on a till's line."""
        with self._lock:
            self._passed[name, way] += 1
            if way == "up":
                self._office |= self.known[name]
            else:
                self.known[name] |= self._office

    def begin(self) -> None:
        """Note that a till is about to write."""
        with self._lock:
            self._since = self._passed.copy()

    def wrote(self, name: str, numbers: list[int]) -> frozenset[int]:
        """Note what a till wrote since ``begin``; return all that it may have seen."""
        with self._lock:
            self.known[name].update(numbers)
            if self._passed[name, "up"] > self._since[name, "up"]:
                # It may have gone before it was told, and even have arrived.
                self._office.update(numbers)
                for other, known in self.known.items():
                    if self._passed[other, "down"] > self._since[other, "down"]:
                        known.update(numbers)
            return frozenset(self.known[name])

    def everywhere(self, numbers: list[int]) -> None:
        """Note edits that nobody told of: whoever wrote after them may have seen them."""
        with self._lock:
            for known in (self._office, *self.known.values()):
                known.update(numbers)
