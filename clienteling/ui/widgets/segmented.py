"""Switches between a few views: the segmented switch and the text tabs."""

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import Look, Press, draw_box, draw_words
from clienteling.ui.widgets.layouts import line

_PADDING = 12


class _Choices(QWidget):
    """Exclusive choices side by side; one tab stop, arrows move between them."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, Press] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)

    @property
    def value(self) -> str:
        """The chosen value."""
        return next(key for key, one in self._buttons.items() if one.isChecked())

    def choose(self, value: str) -> None:
        """Choose a value without telling anyone."""
        self._buttons[value].setChecked(True)

    def button(self, value: str) -> Press:
        """Return the part of a value, for a tooltip or a number beside it."""
        return self._buttons[value]

    def _add(self, layout: QHBoxLayout, value: str, part: Press) -> None:
        part.setCheckable(True)
        part.setAutoExclusive(True)
        self._buttons[value] = part
        self._group.addButton(part)
        layout.addWidget(part)
        part.clicked.connect(self._tell)
        if len(self._buttons) == 1:
            part.setChecked(True)

    def _tell(self) -> None:
        self.chosen.emit(self.value)


class Segmented(_Choices):
    """A switch between two or three views ("Mine | Boutique"); emits ``chosen(value)``.

    Args:
        theme: The theme in force.
        options: Pairs of value and word, in order; the first is chosen.
        name: What is switched, for a screen reader.
        height: 44, or 40 in dense headers.
    """

    def __init__(
        self, theme: Theme, options: list[tuple[str, str]], *, name: str = "", height: int = 44
    ) -> None:
        super().__init__(theme, name)
        layout = line(gap=0, margins=(3, 3, 3, 3))
        for value, word in options:
            self._add(layout, value, _Segment(theme, word, height))
        self.setLayout(layout)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.theme.color
        draw_box(painter, QRectF(self.rect()), RADIUS.control, color("surface"), color("control"))


class TextTabs(_Choices):
    """Views named by words alone ("All  Notes  Pieces  Visits"); emits ``chosen(value)``."""

    def __init__(self, theme: Theme, options: list[tuple[str, str]], *, name: str = "") -> None:
        super().__init__(theme, name)
        layout = line(gap=18)
        for value, word in options:
            self._add(layout, value, _TextTab(theme, word))
        self.setLayout(layout)


class IconTabs(_Choices):
    """Tabs with icon, word and key over a rule, as in the log sheet; emits ``chosen(value)``.

    Args:
        theme: The theme in force.
        options: Value, word, icon and key text ("Alt 1"; empty for none), in order.
        name: What is switched, for a screen reader.
    """

    def __init__(
        self, theme: Theme, options: list[tuple[str, str, str, str]], *, name: str = ""
    ) -> None:
        super().__init__(theme, name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = line(gap=22)
        for value, word, icon, key in options:
            self._add(layout, value, _IconTab(theme, word, icon, key))
        layout.addStretch(1)
        self.setLayout(layout)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rule = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(rule, self.theme.color("hair2"))


class _Segment(Press):
    def __init__(self, theme: Theme, text: str, height: int) -> None:
        self._height = height
        super().__init__(theme, text)

    @override
    def sizeHint(self) -> QSize:
        width = math.ceil(self.theme.width("bm", self.words)) + 2 * _PADDING
        return QSize(width, self.theme.px(self._height) - 6)

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color = self.theme.color
        if look.chosen:
            draw_box(painter, self.shape(), RADIUS.control - 1, color("ink"), None)
        elif look.pressed:
            draw_box(painter, self.shape(), RADIUS.control - 1, color("sel"), None)
        ink = "onink" if look.chosen else "ink" if look.hover > 0.5 else "ink2"
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_words(painter, self.shape(), self.words, self.theme.font("sm"), color(ink), centre)


class _TextTab(Press):
    @override
    def sizeHint(self) -> QSize:
        return QSize(math.ceil(self.theme.width("sb", self.words)), self.theme.px(28))

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        strong = look.chosen or look.hover > 0.5
        font = self.theme.font("sb" if look.chosen else "s")
        color = self.theme.color("ink" if strong else "ink2")
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_words(painter, self.shape(), self.words, font, color, centre)


class _IconTab(Press):
    def __init__(self, theme: Theme, text: str, icon: str, key: str) -> None:
        self._icon_name = icon
        self._key = key
        super().__init__(theme, text)

    @override
    def sizeHint(self) -> QSize:
        key = self.theme.width("c", self._key) + 8 if self._shows_key() else 0
        width = self.theme.px(20) + 9 + self.theme.width("bb", self.words) + key + 6
        return QSize(math.ceil(width), self.theme.px(50))

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        strong = look.chosen or look.hover > 0.5
        token = "ink" if strong else "ink2"
        side = self.theme.px(20)
        picture = self.theme.icon(self._icon_name, token, side, self.devicePixelRatioF())
        painter.drawPixmap(1, (self.height() - side) // 2, picture)
        left = 1 + side + 8
        font = self.theme.font("bb" if look.chosen else "bm")
        width = self.theme.width("bb" if look.chosen else "bm", self.words)
        area = QRectF(left, 0, width + 2, self.height())
        draw_words(painter, area, self.words, font, self.theme.color(token))
        if self._shows_key():
            room = QRectF(left + width + 8, 0, self.width(), self.height())
            draw_words(painter, room, self._key, self.theme.font("c"), self.theme.color("ink3"))
        if look.chosen:
            under = QRectF(0, self.height() - 2, self.width(), 2)
            painter.fillRect(under, self.theme.color("ink"))

    def _shows_key(self) -> bool:
        return self.theme.shows_key(self._key)
