"""A small sheet that opens beside a part and goes when one presses elsewhere."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import draw_box
from clienteling.ui.widgets.layouts import column


class Popover(QWidget):
    """Holds one part (a ``DayPicker``, a short list) below the part that opened it.

    Args:
        theme: The theme in force.
        content: What it holds.
        opener: The part it belongs to; focus returns there.
    """

    def __init__(self, theme: Theme, content: QWidget, opener: QWidget) -> None:
        super().__init__(opener, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.theme = theme
        self._content = content
        self._opener = opener
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setLayout(column(content, margins=(8, 8, 8, 8)))

    def open(self) -> None:
        """Open below the opener, or above it where there is no room."""
        self.adjustSize()
        corner = self._opener.mapToGlobal(QPoint(0, self._opener.height() + 4))
        screen = self._opener.screen().availableGeometry()
        if corner.y() + self.height() > screen.bottom():
            corner.setY(self._opener.mapToGlobal(QPoint()).y() - self.height() - 4)
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self._content.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.theme.color
        area = QRectF(self.rect())
        draw_box(painter, area, RADIUS.overlay, color("surface"), color("hair2"))
