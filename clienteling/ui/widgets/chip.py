"""Chips: small words in a rounded outline, to read or to choose."""

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.theme import Theme
from clienteling.ui.widgets.base import Look, Press, draw_box, draw_words, mix
from clienteling.ui.widgets.layouts import FlowLayout

ChipKind = Literal["neutral", "chosen", "circle", "pos", "cau", "crit", "info", "avoid"]
_HEIGHT = 28
_PRESS_HEIGHT = 36
_HIT_HEIGHT = 44
_PADDING = 10
_ICON = 16
_DOT = 8
_GAP = 6


@dataclass(frozen=True, slots=True)
class _Skin:
    fill: QColor | None
    border: QColor | None
    ink: str


class Chip(QLabel):
    """A chip to read: a taste, a circle (tier), a state. The word is always written.

    Args:
        theme: The theme in force.
        text: The word.
        kind: ``circle`` is bronze with a diamond; ``avoid`` is struck through; the states have
            soft grounds.
        icon: An icon before the word; state is never shown by colour alone.
        swatch: A colour as ``#RRGGBB`` drawn as a dot before the word.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: ChipKind = "neutral",
        icon: str | None = None,
        swatch: str | None = None,
    ) -> None:
        super().__init__(text)
        self.theme = theme
        self._kind: ChipKind = kind
        self._icon = icon or ("diamond" if kind == "circle" else None)
        self._swatch = swatch
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind == "avoid":
            self.setAccessibleName(self.tr("Avoids {word}").format(word=text))
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and draw again under the theme now in force."""
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        lead = _lead_width(self.theme, self._icon, self._swatch)
        width = math.ceil(self.theme.width("sm", self.text())) + lead + 2 * _PADDING
        return QSize(width, self.theme.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        skin = self._skin()
        area = QRectF(self.rect())
        draw_box(painter, area, area.height() / 2, skin.fill, skin.border)
        font = self.theme.font("sm")
        if self._kind == "avoid":
            font = QFont(font)
            font.setStrikeOut(True)
        _draw_inside(
            painter, self.theme, area, self.text(), font, skin.ink, self._icon, self._swatch
        )

    def _skin(self) -> _Skin:
        color = self.theme.color
        if self._kind == "circle":
            return _Skin(color("accentsoft"), color("accentline"), "accent")
        if self._kind == "chosen":
            return _Skin(color("ink"), None, "onink")
        if self._kind == "avoid":
            return _Skin(None, color("hair"), "ink3")
        if self._kind == "neutral":
            return _Skin(None, color("hair2"), "ink2" if self._swatch is None else "ink")
        return _Skin(color(f"{self._kind}soft"), None, self._kind)


class ChoiceChip(Press):
    """A chip to press; chosen is filled with ink. Its hit box is 44 high.

    Args:
        theme: The theme in force.
        text: The choice.
        icon: An icon before the word.
        swatch: A colour as ``#RRGGBB`` drawn as a dot before the word.
        checkable: Whether it stays chosen, or acts at once ("Add a piece").
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str | None = None,
        swatch: str | None = None,
        checkable: bool = True,
    ) -> None:
        self._icon_name = icon
        self._swatch = swatch
        super().__init__(theme, text)
        self.setCheckable(checkable)

    @override
    def shape(self) -> QRectF:
        height = self.theme.px(_PRESS_HEIGHT)
        return QRectF(0, (self.height() - height) / 2, self.width(), height)

    @override
    def radius(self) -> float:
        return self.theme.px(_PRESS_HEIGHT) / 2

    @override
    def sizeHint(self) -> QSize:
        lead = _lead_width(self.theme, self._icon_name, self._swatch)
        width = math.ceil(self.theme.width("sm", self.words)) + lead + 2 * _PADDING
        return QSize(width, self.theme.px(_HIT_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color = self.theme.color
        if look.chosen:
            fill, border, ink = color("ink"), None, "onink"
        else:
            fill = color("sel") if look.pressed else color("surface")
            border = mix(color("control"), color("ink"), look.hover)
            ink = "ink" if look.hover > 0.5 or self.isCheckable() else "ink2"
        draw_box(painter, self.shape(), self.radius(), fill, border)
        font = self.theme.font("sm")
        _draw_inside(
            painter, self.theme, self.shape(), self.words, font, ink, self._icon_name, self._swatch
        )


class ChipGroup(QWidget):
    """Choices as chips that flow on to further lines.

    Args:
        theme: The theme in force.
        options: Pairs of value and word, in order.
        exclusive: One at a time; otherwise any number, none included.
        name: What is chosen here, for a screen reader.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        options: list[tuple[str, str]],
        *,
        exclusive: bool = True,
        name: str = "",
    ) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self._exclusive = exclusive
        self._flow = FlowLayout(gap=8, line_gap=2)
        self.setLayout(self._flow)
        self._group = QButtonGroup(self)
        self._group.setExclusive(exclusive)
        self._chips: dict[str, ChoiceChip] = {}
        for value, word in options:
            self.add(value, word)

    def add(
        self, value: str, word: str, *, icon: str | None = None, swatch: str | None = None
    ) -> ChoiceChip:
        """Offer one more choice."""
        chip = ChoiceChip(self.theme, word, icon=icon, swatch=swatch)
        self._chips[value] = chip
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        chip.clicked.connect(self.changed)
        return chip

    def chip(self, value: str) -> ChoiceChip:
        """Return the chip of a value."""
        return self._chips[value]

    @property
    def value(self) -> str | None:
        """The chosen value, or the first of several; ``None`` when nothing is chosen."""
        return next(iter(self.values), None)

    @property
    def values(self) -> list[str]:
        """All chosen values, in the order offered."""
        return [value for value, chip in self._chips.items() if chip.isChecked()]

    def choose(self, *values: str) -> None:
        """Choose these values and no others, without telling anyone."""
        self._group.setExclusive(False)
        for value, chip in self._chips.items():
            chip.setChecked(value in values)
        self._group.setExclusive(self._exclusive)


def _lead_width(theme: Theme, icon: str | None, swatch: str | None) -> int:
    if icon:
        return theme.px(_ICON) + _GAP
    return _DOT + _GAP + 1 if swatch else 0


def _draw_inside(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    text: str,
    font: QFont,
    ink: str,
    icon: str | None,
    swatch: str | None,
) -> None:
    left = area.left() + _PADDING
    middle = area.center().y()
    if icon:
        side = theme.px(_ICON)
        dpr = painter.device().devicePixelRatio()
        top = round(middle - side / 2)
        painter.drawPixmap(QPointF(round(left) - 1, top), theme.icon(icon, ink, side, dpr))
    elif swatch:
        painter.setBrush(QColor(swatch))
        painter.setPen(QPen(theme.color("control", 0.6), 1))
        painter.drawEllipse(QRectF(left + 0.5, middle - _DOT / 2, _DOT, _DOT))
    left += _lead_width(theme, icon, swatch)
    room = QRectF(left, area.top(), area.right() - left, area.height())
    draw_words(painter, room, text, font, theme.color(ink))
