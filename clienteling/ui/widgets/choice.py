"""Choices: the toggle, the round choice, the round done mark and the choice cell."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPen, QPolygonF
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import Look, Press, draw_box, draw_words, mix

_MARK = 18
_TRACK = (42, 24)
_KNOB_INSET = 4
_SLIDE_MS = 120


class Toggle(Press):
    """A switch that acts at once; words at its right, or none with an accessible name.

    Args:
        theme: The theme in force.
        text: Words beside the switch.
        on: Its first state.
        name: Accessible name when there are no words.
    """

    def __init__(
        self, theme: Theme, text: str = "", *, on: bool = False, name: str | None = None
    ) -> None:
        super().__init__(theme, text, name=name)
        self.setCheckable(True)
        self.setChecked(on)
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(theme.motion(_SLIDE_MS))
        self._slide.valueChanged.connect(self.update)
        self.toggled.connect(self._start)

    @override
    def sizeHint(self) -> QSize:
        words = math.ceil(self.theme.width("b", self.words)) + 12 if self.words else 0
        return QSize(_TRACK[0] + words, self.theme.px(44))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def shape(self) -> QRectF:
        return QRectF(0, (self.height() - _TRACK[1]) / 2, *_TRACK)

    @override
    def radius(self) -> float:
        return _TRACK[1] / 2

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color, track = self.theme.color, self.shape()
        if look.chosen:
            draw_box(painter, track, self.radius(), color("ink"), None)
        else:
            border = mix(color("control"), color("ink"), look.hover)
            draw_box(painter, track, self.radius(), color("surface"), border)
        running = self._slide.state() is QVariantAnimation.State.Running
        share = float(self._slide.currentValue()) if running else float(look.chosen)
        side = _TRACK[1] - 2 * _KNOB_INSET
        travel = _TRACK[0] - side - 2 * _KNOB_INSET
        left = track.left() + _KNOB_INSET + share * travel
        knob = color("surface") if look.chosen else color("control")
        draw_box(painter, QRectF(left, track.top() + _KNOB_INSET, side, side), 8, knob, None)
        area = QRectF(track.right() + 12, 0, self.width(), self.height())
        draw_words(painter, area, self.words, self.theme.font("b"), color("ink"))

    def _start(self, on: bool) -> None:  # noqa: FBT001 - the slot of toggled(bool)
        self._slide.stop()
        self._slide.setStartValue(0.0 if on else 1.0)
        self._slide.setEndValue(1.0 if on else 0.0)
        self._slide.setDuration(self.theme.motion(_SLIDE_MS))
        self._slide.start()


class Choice(Press):
    """One of several, with a round mark: filled with a tick when chosen."""

    def __init__(self, theme: Theme, text: str, *, chosen: bool = False) -> None:
        super().__init__(theme, text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setChecked(chosen)

    @override
    def sizeHint(self) -> QSize:
        words = math.ceil(self.theme.width("b", self.words))
        return QSize(2 + _MARK + 9 + words + 6, self.theme.px(44))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def shape(self) -> QRectF:
        height = self.theme.px(28)
        return QRectF(0, (self.height() - height) / 2, self.width(), height)

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        top = (self.height() - _MARK) / 2
        draw_mark(painter, self.theme, QRectF(2, top, _MARK, _MARK), look)
        area = QRectF(2 + _MARK + 9, 0, self.width(), self.height())
        draw_words(painter, area, self.words, self.theme.font("b"), self.theme.color("ink"))


class DoneMark(Press):
    """The round mark that completes a row: 22 px in a 44 px box."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name=name)
        self.setCheckable(True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(44, 44)

    @override
    def shape(self) -> QRectF:
        return QRectF(11, 11, 22, 22)

    @override
    def radius(self) -> float:
        return 11

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        draw_mark(painter, self.theme, self.shape(), look)


class ChoiceCell(Press):
    """A cell of a choice with a second line; two pixels of ink and a tick when chosen.

    Args:
        theme: The theme in force.
        text: The choice.
        detail: A second line in caption.
        height: Of the cell.
    """

    def __init__(self, theme: Theme, text: str, *, detail: str = "", height: int = 64) -> None:
        self._detail = detail
        self._height = height
        super().__init__(theme, text)
        self.setCheckable(True)
        self.setAccessibleDescription(detail)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Preferred)
        self.setSizePolicy(policy)

    def set_detail(self, detail: str) -> None:
        """Show another second line."""
        self._detail = detail
        self.setAccessibleDescription(detail)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = max(self.theme.width("bm", self.words), self.theme.width("c", self._detail))
        return QSize(math.ceil(words) + 28 + _MARK + 14, self.theme.px(self._height))

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color = self.theme.color
        border = color("ink") if look.chosen else mix(color("control"), color("ink"), look.hover)
        fill = color("sel") if look.pressed else color("surface")
        width = 2 if look.chosen else 1
        draw_box(painter, self.shape(), RADIUS.control, fill, border, width)
        room = self.width() - 28 - _MARK
        first, second = self.theme.line("bm"), self.theme.line("c")
        used = first + (second if self._detail else 0)
        top = (self.height() - used) / 2
        font = self.theme.font("bm")
        draw_words(painter, QRectF(14, top, room, first), self.words, font, color("ink"))
        if self._detail:
            area = QRectF(14, top + first, room, second)
            draw_words(painter, area, self._detail, self.theme.font("c"), color("ink3"))
        mark = QRectF(self.width() - _MARK - 12, (self.height() - _MARK) / 2, _MARK, _MARK)
        draw_mark(painter, self.theme, mark, look)


def draw_mark(painter: QPainter, theme: Theme, area: QRectF, look: Look) -> None:
    """Draw the round mark: outlined, or filled with ink and ticked."""
    color = theme.color
    radius = area.height() / 2
    if not look.chosen:
        fill = color("sel") if look.pressed else color("surface")
        draw_box(painter, area, radius, fill, mix(color("control"), color("ink"), look.hover), 1.4)
        return
    draw_box(painter, area, radius, color("ink"), None)
    side = area.height()
    tick = QPolygonF(
        [QPointF(area.left() + x * side, area.top() + y * side) for x, y in _TICK],
    )
    painter.setPen(QPen(color("onink"), side / 12))
    painter.drawPolyline(tick)


_TICK = ((0.29, 0.52), (0.44, 0.66), (0.72, 0.37))
