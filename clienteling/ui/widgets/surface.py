"""Plain grounds: the card that can be moved or printed, and the window's paper."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import draw_box


class Card(QWidget):
    """A box on the page; only for what can be moved, chosen or printed.

    Args:
        theme: The theme in force.
        fill: Colour token of the ground.
        edge: Colour token of the outline; ``None`` for no outline.
    """

    def __init__(self, theme: Theme, *, fill: str = "surface", edge: str | None = "hair") -> None:
        super().__init__()
        self.theme = theme
        self._fill = fill
        self._edge = edge
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self.theme.color(self._edge) if self._edge else None
        fill = self.theme.color(self._fill)
        draw_box(painter, QRectF(self.rect()), RADIUS.control, fill, edge)


class Paper(QWidget):
    """A ground of one colour: the page, the rail, a canvas."""

    def __init__(self, theme: Theme, *, color: str = "paper") -> None:
        super().__init__()
        self.theme = theme
        self._color = color
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color(self._color))
