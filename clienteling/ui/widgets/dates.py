"""Date pills and the three calls after a purchase."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import draw_box

MarkState = Literal["done", "now", "to_come"]
_PILL = (48, 54)
_RING = 9
_RING_STEP = 14


class DatePill(QLabel):
    """A day and its month; bronze only for the nearest date of a group, and never an age.

    Args:
        theme: The theme in force.
        day: The day's figure.
        month: The month in a few letters or characters.
        nearest: Whether it is the nearest of its group.
        name: The whole date in words, for a screen reader.
    """

    def __init__(
        self, theme: Theme, day: str, month: str, *, nearest: bool = False, name: str = ""
    ) -> None:
        super().__init__(f"{day} {month}")
        self.theme = theme
        self._day = day
        self._month = month
        self._nearest = nearest
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(name or f"{day} {month}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and draw again under the theme now in force."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(_PILL[0]), self.theme.px(_PILL[1]))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_pill(painter, self.theme, area, self._day, self._month, nearest=self._nearest)


def draw_pill(
    painter: QPainter, theme: Theme, area: QRectF, day: str, month: str, *, nearest: bool
) -> None:
    """Draw a date pill. For delegates, too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = theme.color
    fill, edge = ("accentsoft", "accentline") if nearest else ("surface", "hair2")
    draw_box(painter, area, RADIUS.picture, color(fill), color(edge))
    figure = theme.font("d24")
    figure.setPixelSize(theme.px(24))
    painter.setFont(figure)
    painter.setPen(color("accent" if nearest else "ink"))
    centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
    upper = QRectF(area.left(), area.top() + 2, area.width(), area.height() * 0.62)
    painter.drawText(upper, centre, day)
    small = theme.font("o")
    if small.capitalization() is small.Capitalization.AllUppercase:
        small.setPixelSize(theme.px(9.5))
    painter.setFont(small)
    painter.setPen(color("accent" if nearest else "ink2"))
    lower = QRectF(
        area.left(), area.top() + area.height() * 0.6, area.width(), area.height() * 0.3
    )
    painter.drawText(lower, centre, month)
    painter.restore()


class CallMarks(QLabel):
    """The three calls of a purchase as rings joined by a hairline.

    Args:
        theme: The theme in force.
        states: Of day 2, day 14 and month 2.
        name: In words ("Two weeks due, two days done"), for a screen reader.
    """

    def __init__(
        self,
        theme: Theme,
        states: tuple[MarkState, MarkState, MarkState],
        *,
        name: str = "",
    ) -> None:
        super().__init__()
        self.theme = theme
        self._states = states
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * _RING_STEP + _RING, _RING + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_call_marks(painter, self.theme, QRectF(self.rect()), self._states)


def draw_call_marks(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    states: tuple[MarkState, MarkState, MarkState],
) -> None:
    """Draw the three call marks from the left of the area. For delegates, too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = area.center().y()
    tokens = {"done": "ink", "now": "accent", "to_come": "control"}
    for number, state in enumerate(states):
        left = area.left() + number * _RING_STEP
        if number:
            painter.setPen(QPen(theme.color("hair2"), 1))
            start = left - _RING_STEP + _RING
            painter.drawLine(QPointF(start, middle), QPointF(left, middle))
        color = theme.color(tokens[state])
        painter.setPen(QPen(color, 1.3))
        painter.setBrush(color if state != "to_come" else Qt.BrushStyle.NoBrush)
        inset = 0.65
        ring = QRectF(left, middle - _RING / 2, _RING, _RING)
        painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
    painter.restore()
