"""One version of one detail: what it says, its changed words marked, who wrote it and when."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from clienteling.bootstrap.syncing.state import Span
from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets import Look, Press, draw_box, draw_words, mix
from clienteling.ui.widgets.choice import draw_mark

_MARK = 18
_PAD = 17
_TEXT_LEFT = _PAD + _MARK + 14
_LEAST = 82
_LEAST_WIDTH = 180
#: Keys that mean something to the row or the page, not to one side.
_OF_THE_ROW = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)


class VersionCell(Press):
    """A version that can be taken; two pixels of ink and a tick when it is.

    Args:
        theme: The theme in force.
        words: What this side says.
        marks: Where the other side says something else.
        caption: Who wrote it and when.
        careful: The sentence that says it is the more careful side; empty where it is not.
        name: Everything of it for a screen reader.
        room_for: Words whose room it takes: what the discreet view hides moves nothing.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        marks: tuple[Span, ...],
        caption: str,
        careful: str = "",
        name: str,
        room_for: str = "",
    ) -> None:
        self._room_for = room_for
        self._marks = marks
        self._caption = caption
        self._careful = careful
        super().__init__(theme, words)
        self.setAccessibleName(name)
        self.setAccessibleDescription(careful)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def marks(self) -> tuple[Span, ...]:
        """Where the other side says something else."""
        return self._marks

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(384), self.heightForWidth(self.theme.px(384)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(_LEAST_WIDTH), self.theme.px(_LEAST))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        words = self._lay(width, chosen=True, words=self._room_for).boundingRect().height()
        captions = self.theme.line("c") * (2 if self._careful else 1)
        return max(self.theme.px(_LEAST), math.ceil(words) + captions + 2 * _PAD)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OF_THE_ROW:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def nextCheckState(self) -> None:
        """Leave to the row what a press means: it may take a side, or both."""

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color = self.theme.color
        border = color("ink") if look.chosen else mix(color("control"), color("ink"), look.hover)
        fill = color("sel") if look.pressed else color("surface")
        draw_box(painter, self.shape(), RADIUS.control, fill, border, 2 if look.chosen else 1)
        top = _PAD
        mark = QRectF(_PAD, top + (self.theme.line("b") - _MARK) / 2, _MARK, _MARK)
        draw_mark(painter, self.theme, mark, look)
        words = self._lay(self.width(), chosen=look.chosen)
        painter.setPen(color("ink" if look.chosen else "ink2"))
        words.draw(painter, QPointF(_TEXT_LEFT, top))
        below = top + words.boundingRect().height() + 2
        line = self.theme.line("c")
        area = QRectF(_TEXT_LEFT, below, self.width() - _TEXT_LEFT - _PAD, line)
        draw_words(painter, area, self._caption, self.theme.font("c"), color("ink2"))
        if self._careful:
            self._draw_careful(painter, area.translated(0, line))

    def _draw_careful(self, painter: QPainter, area: QRectF) -> None:
        side = self.theme.px(14)
        icon = self.theme.icon("shield-check", "pos", side, self.devicePixelRatioF())
        top = area.top() + (area.height() - side) / 2
        painter.drawPixmap(QPointF(area.left(), round(top)), icon)
        words = area.adjusted(side + 5, 0, 0, 0)
        draw_words(painter, words, self._careful, self.theme.font("cm"), self.theme.color("pos"))

    def _lay(self, width: int, *, chosen: bool, words: str = "") -> QTextLayout:
        text = words or self.words
        layout = QTextLayout(text, self.theme.font("b", words=text))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(
            [self._marked(start, length, chosen=chosen) for start, length in self._marks]
        )
        room, step = max(1, width - _TEXT_LEFT - _PAD), self.theme.line("b")
        layout.beginLayout()
        at = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, at + (step - line.height()) / 2))
            at += step
        layout.endLayout()
        return layout

    def _marked(self, start: int, length: int, *, chosen: bool) -> QTextLayout.FormatRange:
        style = QTextCharFormat()
        style.setBackground(
            self.theme.color("sel" if self.theme.is_high_contrast else "accentsoft")
        )
        style.setForeground(self.theme.color("ink" if chosen else "ink2"))
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, style
        return made
