"""Fingers on the window: what is small is pressed from around it, and holding asks for the menu.

Targets keep their drawing and their place in the layout; a press that lands on nothing, but within
the 44 px box around a smaller target, is given to that target. Holding a press asks for what a
right click asks for, wherever that is answered: rows, tiles, frames, fields.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPointingDevice
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

TARGET = 44
"""Least side of what a finger presses, in logical pixels."""
HOLD_MS = 500
SLACK = 12
_FIELDS = (QLineEdit, QPlainTextEdit)
_TAKERS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, *_FIELDS)
_FAR = QPointF(-10_000, -10_000)
_PRESS, _MOVE, _RELEASE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)
_MOUSE = {_PRESS, _MOVE, _RELEASE, QEvent.Type.MouseButtonDblClick}


class Touch(QObject):
    """Watches the presses of one window, before its parts see them.

    Args:
        window: The window; watched from the moment it is first shown.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shift = QPoint()
        self._start = QPoint()
        self._is_passing = False
        self._swallows = False
        self._by_finger = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._ask_menu)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOUSE and isinstance(event, QMouseEvent) and watched is not self._window:
            return not self._is_passing and self._mouse(watched, event)
        if kind is QEvent.Type.Show and watched is self._window:
            self._watch()
        elif kind is QEvent.Type.Wheel:
            self._hold.stop()
        return False

    def _watch(self) -> None:
        """Go on watching the native window alone: few events come there."""
        handle = self._window.windowHandle()
        if handle is not None:
            self._window.removeEventFilter(self)
            handle.installEventFilter(self)

    def _mouse(self, watched: QObject, event: QMouseEvent) -> bool:
        at, kind = event.position().toPoint(), event.type()
        if kind is _PRESS:
            self._begin(event, at)
        elif kind is _MOVE and (at - self._start).manhattanLength() > SLACK:
            self._hold.stop()
        elif kind is _RELEASE:
            self._hold.stop()
            if self._swallows:
                self._swallows, self._shift = False, QPoint()
                return True
        if self._shift.isNull():
            return False
        self._pass_on(watched, event)
        if kind is _RELEASE:
            self._shift = QPoint()
        return True

    def _begin(self, event: QMouseEvent, at: QPoint) -> None:
        self._start, self._shift, self._swallows = at, QPoint(), False
        self._by_finger = is_finger(event)
        if event.button() is Qt.MouseButton.LeftButton and not in_popup():
            self._shift = shift_into_target(self._window, at)
            self._hold.start()

    def _pass_on(self, watched: QObject, event: QMouseEvent) -> None:
        moved = QMouseEvent(
            event.type(),
            event.position() + self._shift,
            event.scenePosition() + self._shift,
            event.globalPosition() + self._shift,
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.source(),
        )
        self._is_passing = True
        QCoreApplication.sendEvent(watched, moved)
        self._is_passing = False

    def _ask_menu(self) -> None:
        """Ask whatever is held for its menu, as a right click does."""
        at = self._start + self._shift
        held = self._window.childAt(at)
        if held is None or in_popup() or (isinstance(held, _FIELDS) and not self._by_finger):
            return
        asked = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse,
            held.mapFrom(self._window, at),
            self._window.mapToGlobal(at),
        )
        QApplication.sendEvent(held, asked)
        if in_popup():
            self._swallows = True
            _let_go(held)


def shift_into_target(window: QWidget, at: QPoint) -> QPoint:
    """Return how far a press must be moved to meet the target it was meant for; null for none."""
    child = window.childAt(at) or window
    if takes_presses(child):
        return QPoint()
    best, least = QPoint(), TARGET * TARGET
    for one in window.findChildren(QAbstractButton):
        if not (one.isVisible() and one.isEnabled() and needs_room(one)):
            continue
        area = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
        if not grown(area).contains(at):
            continue
        inside = QPoint(
            max(area.left() + 1, min(at.x(), area.right() - 1)),
            max(area.top() + 1, min(at.y(), area.bottom() - 1)),
        )
        way = inside - at
        away = QPoint.dotProduct(way, way)
        if away < least and window.childAt(inside) is one:
            best, least = way, away
    return best


def grown(area: QRect) -> QRect:
    """Return the box a finger may press for a target: at least 44 px a side, centred on it."""
    wide, high = max(0, TARGET - area.width()), max(0, TARGET - area.height())
    return area.adjusted(-(wide // 2), -(high // 2), wide - wide // 2, high - high // 2)


def needs_room(target: QWidget) -> bool:
    """Say whether a target is smaller than a fingertip."""
    return target.width() < TARGET or target.height() < TARGET


def takes_presses(part: QWidget) -> bool:
    """Say whether a part, or what it is in, does something with a press of its own."""
    one: QWidget | None = part
    while one is not None:
        if isinstance(one, _TAKERS):
            return True
        one = one.parentWidget()
    return False


def in_popup() -> bool:
    """Say whether a menu or another popup is open."""
    return QApplication.activePopupWidget() is not None


def is_finger(event: QMouseEvent) -> bool:
    """Say whether a press comes from a finger rather than from a mouse."""
    if event.pointerType() is QPointingDevice.PointerType.Finger:
        return True
    return event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized


def _let_go(held: QWidget) -> None:
    """End a press without its act: the finger is taken up elsewhere."""
    none = Qt.MouseButton.NoButton
    release = QMouseEvent(
        _RELEASE, _FAR, _FAR, Qt.MouseButton.LeftButton, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(held, release)
