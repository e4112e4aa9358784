"""How a frame looks on the canvas: empty, chosen, or with a piece above it."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from clienteling.ui.theme import LIGHT
from clienteling.ui.widgets import Look

_DASH = (4.0, 3.0)
_PLUS = 22


class FrameState(Protocol):
    """What a frame shows of itself."""

    is_filled: bool
    is_chosen: bool
    is_aimed: bool


def draw_frame(painter: QPainter, area: QRectF, state: FrameState, look: Look) -> None:
    """Draw what lies over a frame of the paper; the paper is light in both themes."""
    if state.is_aimed:
        painter.fillRect(area, QColor(LIGHT.accentsoft))
        _dashes(painter, area, QColor(LIGHT.accent), 2)
    elif not state.is_filled:
        ground = QColor(LIGHT.sunken)
        ground.setAlphaF(0.6 + 0.4 * look.hover)
        painter.fillRect(area, ground)
        _dashes(painter, area, QColor(LIGHT.ink if state.is_chosen else LIGHT.control), 1)
        _plus(painter, area, QColor(LIGHT.ink3))
    if state.is_chosen and not state.is_aimed:
        _outline(painter, area, QPen(QColor(LIGHT.ink), 2))
    elif look.hover > 0 and state.is_filled:
        edge = QColor(LIGHT.ink)
        edge.setAlphaF(0.5 * look.hover)
        _outline(painter, area, QPen(edge, 1))


def _dashes(painter: QPainter, area: QRectF, ink: QColor, width: float) -> None:
    pen = QPen(ink, width)
    pen.setDashPattern(_DASH)
    _outline(painter, area, pen)


def _outline(painter: QPainter, area: QRectF, pen: QPen) -> None:
    inset = pen.widthF() / 2
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(inset, inset, -inset, -inset))


def _plus(painter: QPainter, area: QRectF, ink: QColor) -> None:
    reach = min(_PLUS, area.width() / 4) / 2
    centre = area.center()
    painter.setPen(QPen(ink, 1.2))
    across, down = QPointF(reach, 0), QPointF(0, reach)
    painter.drawLine(centre - across, centre + across)
    painter.drawLine(centre - down, centre + down)
