"""How long work says where it is and learns that it should stop."""

from typing import Protocol

from clienteling.domain.errors import Cancelled


class Progress(Protocol):
    """Told by long work between chunks; raises ``Cancelled`` when the person asked to stop."""

    def step(self, done: int, total: int | None, words: str = "") -> None:
        """Report ``done`` of ``total`` (None: unknown); raise ``Cancelled`` if asked to stop."""
        ...


class Silent:
    """A progress nobody watches."""

    def step(self, done: int, total: int | None, words: str = "") -> None:
        """Do nothing."""


class CancelAfter:
    """A progress that cancels at the given number of steps; for tests of cancelling."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def step(self, done: int, total: int | None, words: str = "") -> None:
        """Count down, then raise ``Cancelled``."""
        del done, total, words
        self.left -= 1
        if self.left < 0:
            raise Cancelled
