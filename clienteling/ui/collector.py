"""Python's garbage collector, kept to the window's thread.

Left alone it runs on whichever thread happens to make the next object; Qt demands that a widget is
deleted on its own.
"""

import gc

from PySide6.QtCore import QObject, QTimerEvent
from typing_extensions import override

_TURN_MS = 1000
_TURNS_TO_A_WHOLE = 60
"""All generations are looked through at most once a minute, and only after much was made."""


class Collector(QObject):
    """Collects once a second on the thread it was made on, until ``close``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_held = not gc.isenabled()
        gc.disable()
        self._turns = 0
        self.startTimer(_TURN_MS)

    def spare_what_is_there(self) -> None:
        """After a start that was held, never look through what it made: it stays for good."""
        if self._was_held:
            gc.freeze()

    def close(self) -> None:
        """Give the collector back to Python."""
        gc.enable()

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        """Look through the young, and now and then through all."""
        young, middle, old = gc.get_count()
        limits = gc.get_threshold()
        self._turns += 1
        if old > limits[2] and self._turns >= _TURNS_TO_A_WHOLE:
            self._turns = 0
            gc.collect()
        elif middle > limits[1]:
            gc.collect(1)
        elif young > limits[0]:
            gc.collect(0)
