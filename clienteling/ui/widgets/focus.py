"""The keyboard focus ring: 2 px of ink, 2 px clear of the shape, never cut by a tight layout.

One ring follows the focused part as a sibling laid over it, so a part needs no empty margin of
its own. It climbs to a parent with room, but never out of a scrolled page.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from clienteling.ui.theme import Theme

_CLEAR = 2
_WIDTH = 2
_REACH = _CLEAR + _WIDTH
_KEY_REASONS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}
_RING = "focus-ring"


class FocusRing(QWidget):
    """The ring around one part; it moves with it and goes with it."""

    def __init__(self, part: QWidget, theme: Theme, shape: QRectF, radius: float) -> None:
        host = _host(part, shape)
        super().__init__(host)
        self.setObjectName(_RING)
        self._part = part
        self._theme = theme
        self._shape = shape
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget: QWidget | None = part
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        part.destroyed.connect(self.deleteLater)
        self._place()
        self.show()
        self.raise_()

    @property
    def part(self) -> QWidget:
        """The part it surrounds."""
        return self._part

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("ink"), _WIDTH))
        inset = _WIDTH / 2
        corner = self._radius + _CLEAR + inset
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, min(corner, area.height() / 2), corner)

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        corner = self._part.mapTo(host, self._shape.topLeft().toPoint())
        size = self._shape.size().toSize()
        ring = QRect(corner, size).adjusted(-_REACH, -_REACH, _REACH, _REACH)
        # At the edge of what it may lie on it comes nearer to the part: it is seen whole.
        self.setGeometry(ring.intersected(host.rect()) if host.rect().intersects(ring) else ring)


def is_key_focus(event: QFocusEvent) -> bool:
    """Say whether focus came by key or by the program, when it must be seen."""
    return event.reason() in _KEY_REASONS


def show_ring(part: QWidget, theme: Theme, shape: QRectF, radius: float) -> None:
    """Surround a part that has received focus by key."""
    hide_ring(part)
    if part.parentWidget() is not None:
        part.__dict__[_RING] = FocusRing(part, theme, shape, radius)


def fit_ring(part: QWidget, theme: Theme, shape: QRectF, radius: float) -> None:
    """Let the ring of a part that has one follow its new shape."""
    if _RING in part.__dict__:
        show_ring(part, theme, shape, radius)


def hide_ring(part: QWidget) -> None:
    """Take the ring away from a part."""
    # The part remembers its ring: when a sheet goes with focus in it, the window's own list of
    # children has holes and may not be searched.
    ring = part.__dict__.pop(_RING, None)
    if ring is not None and shiboken6.isValid(ring):
        ring.hide()
        ring.setParent(None)
        ring.deleteLater()


def _host(part: QWidget, shape: QRectF) -> QWidget:
    host = part.parentWidget() or part
    while True:
        above = host.parentWidget()
        if above is None or host.isWindow() or isinstance(above, QAbstractScrollArea):
            return host
        corner = part.mapTo(host, shape.topLeft().toPoint())
        reach = shape.translated(corner - shape.topLeft().toPoint()).adjusted(
            -_REACH, -_REACH, _REACH, _REACH
        )
        if QRectF(host.rect()).contains(reach):
            return host
        host = above
