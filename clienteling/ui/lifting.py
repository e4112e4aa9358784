"""When a press becomes a drag: after 8 px, or held for 180 ms by a finger."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.ui.touch import is_finger

LIFT_MS = 180
LIFT_PX = 8


class Lifting(QObject):
    """Follows one press; ``lifted`` carries where the pointer is on the screen.

    In a list that scrolls, a finger that moves up or down scrolls it; held for a moment, or moved
    sideways, it lifts.

    Args:
        part: What is pressed.
        scrolls: Whether it scrolls by finger.
    """

    lifted = Signal(QPoint)

    def __init__(self, part: QWidget, *, scrolls: bool = False) -> None:
        super().__init__(part)
        self._scrolls = scrolls
        self._start: QPoint | None = None
        self._by_finger = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(LIFT_MS)
        self._hold.timeout.connect(self._lift_held)

    @property
    def is_pressed(self) -> bool:
        """Whether a press is followed that has not become a drag."""
        return self._start is not None

    def press(self, event: QMouseEvent) -> None:
        """Begin to follow a press."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._start = event.globalPosition().toPoint()
            self._by_finger = is_finger(event)
            if self._by_finger:
                self._hold.start()

    def move(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self._start is None:
            return
        at = event.globalPosition().toPoint()
        way = at - self._start
        if way.manhattanLength() < max(LIFT_PX, QApplication.startDragDistance()):
            return
        if self._scrolls and self._by_finger and abs(way.y()) >= abs(way.x()):
            self.end()
        else:
            self._lift(at)

    def end(self) -> None:
        """Follow no further."""
        self._start = None
        self._hold.stop()

    def _lift_held(self) -> None:
        if self._start is not None:
            self._lift(self._start)

    def _lift(self, at: QPoint) -> None:
        self.end()
        self.lifted.emit(at)
