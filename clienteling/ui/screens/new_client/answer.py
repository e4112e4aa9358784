"""One way of hearing from the house: not asked, yes, or no, by pressing on."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from typing_extensions import override

from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Look, Press, draw_box, draw_words, mix

NOT_ASKED, YES, NO = "", "granted", "refused"
_NEXT = {NOT_ASKED: YES, YES: NO, NO: NOT_ASKED}
_MARKS = {NOT_ASKED: "", YES: "check", NO: "prohibit"}
_HEIGHT, _HIT = 36, 44
_PADDING, _ICON, _GAP = 12, 16, 6


class Answer(Press):
    """A channel with what was said about it; a press goes on from not asked to yes, to no.

    Args:
        theme: The theme in force.
        word: The channel.
    """

    def __init__(self, theme: Theme, word: str) -> None:
        self._value = NOT_ASKED
        super().__init__(theme, word)
        self._tell()
        self.clicked.connect(self._go_on)

    @property
    def value(self) -> str:
        """What was said: ``granted``, ``refused``, or nothing where nobody asked."""
        return self._value

    def choose(self, value: str) -> None:
        """Show an answer."""
        self._value = value
        self._tell()
        self.update()

    @override
    def shape(self) -> QRectF:
        height = self.theme.px(_HEIGHT)
        return QRectF(0, (self.height() - height) / 2, self.width(), height)

    @override
    def radius(self) -> float:
        return self.theme.px(_HEIGHT) / 2

    @override
    def sizeHint(self) -> QSize:
        # Room for the mark is always kept, so that nothing moves when it appears.
        mark = self.theme.px(_ICON) + _GAP
        width = math.ceil(self.theme.width("sm", self.words)) + mark + 2 * _PADDING
        return QSize(width, self.theme.px(_HIT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color, area, is_yes = self.theme.color, self.shape(), self._value == YES
        border = mix(color("control"), color("ink"), look.hover)
        fill = color("ink") if is_yes else color("sel") if look.pressed else color("surface")
        draw_box(painter, area, self.radius(), fill, None if is_yes else border)
        ink = "onink" if is_yes else "ink2" if self._value == NO else "ink"
        side, left = self.theme.px(_ICON), area.left() + _PADDING
        if _MARKS[self._value]:
            dpr = self.devicePixelRatioF()
            mark = self.theme.icon(_MARKS[self._value], ink, side, dpr)
            painter.drawPixmap(QPointF(round(left), round(area.center().y() - side / 2)), mark)
            left += side + _GAP
        else:
            left += (side + _GAP) / 2
        font = QFont(self.theme.font("sm"))
        font.setStrikeOut(self._value == NO)
        room = QRectF(left, area.top(), area.right() - left, area.height())
        draw_words(painter, room, self.words, font, color(ink))

    def _go_on(self) -> None:
        self.choose(_NEXT[self._value])

    def _tell(self) -> None:
        said = {
            NOT_ASKED: self.tr("{channel}, not asked"),
            YES: self.tr("{channel}, yes"),
            NO: self.tr("{channel}, no"),
        }[self._value]
        self.set_name(said.format(channel=self.words))
