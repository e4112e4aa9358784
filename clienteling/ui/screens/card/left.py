"""The left column of the card: sizes, preferences, household."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from clienteling.domain.palette_colours import swatch
from clienteling.ui.desk import Desk
from clienteling.ui.screens.card import words
from clienteling.ui.widgets import (
    HIDDEN,
    Chip,
    FlowLayout,
    Look,
    PlainLabel,
    Press,
    SectionHeader,
    box,
    column,
    draw_box,
    draw_plate,
    draw_words,
    line,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from clienteling.queries.card_facts import PreferenceFact, SizeFact
    from clienteling.queries.client_card import ClientCard
    from clienteling.queries.kin import Kin

_SIZES_SHOWN = 6


class Sizes(QWidget):
    """Six sizes in three columns; a press opens one with its conversions."""

    asked = Signal(str)

    def __init__(self, desk: Desk, card: "ClientCard", today: "date") -> None:
        super().__init__()
        theme = desk.theme
        count = len(card.sizes)
        link = self.tr("All %n size(s)", "", count) if count > _SIZES_SHOWN else self.tr("Edit")
        head = SectionHeader(theme, self.tr("Sizes"), link=link if count else self.tr("Add"))
        head.link_pressed.connect(lambda: self.asked.emit(""))
        if not card.sizes:
            empty = PlainLabel(theme, self.tr("No sizes noted"), role="s", color="ink3")
            self.setLayout(column(head, 14, empty))
            return
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        for number, one in enumerate(card.sizes[:_SIZES_SHOWN]):
            figure = SizePress(desk, one)
            figure.clicked.connect(lambda _checked=False, size=one: self.asked.emit(size.id))
            grid.addWidget(figure, number // 3, number % 3)
        for place in range(3):
            grid.setColumnStretch(place, 1)
            grid.setColumnMinimumWidth(place, 60)
        taken = PlainLabel(theme, _taken(desk, card.sizes, today), role="c", color="ink2")
        self.setLayout(column(head, 12, grid, 10, taken))


class SizePress(Press):
    """A size that opens when pressed: label, figure in serif, system in caption."""

    def __init__(self, desk: Desk, fact: "SizeFact") -> None:
        self._label = words.worn_word(fact.category)
        if fact.brand:
            self._label = f"{self._label} · {fact.brand}"
        self._figure, self._system = words.figure_of(fact.category, fact.system, fact.label)
        super().__init__(desk.theme)
        self.set_name(f"{self._label} {self._figure} {self._system}".strip())
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        wide = self.theme.width("d24", self._figure) + self.theme.width("c", self._system) + 8
        wide = max(wide, self.theme.width("s", self._label))
        return QSize(round(wide) + 1, self.theme.line("s") + self.theme.line("d24") + 10)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(56), self.sizeHint().height())

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color, theme = self.theme.color, self.theme
        ink = color("ink" if look.hover > 0.5 else "ink2")
        first = QRectF(0, 2, self.width(), theme.line("s"))
        draw_words(painter, first, self._label, theme.font("s"), ink)
        below = QRectF(0, first.bottom() + 6, self.width(), theme.line("d24"))
        draw_words(painter, below, self._figure, theme.font("d24"), color("ink"))
        left = theme.width("d24", self._figure) + 5
        unit = QRectF(left, below.top() + 3, self.width() - left, theme.line("d24"))
        draw_words(painter, unit, self._system, theme.font("c"), color("ink2"))


class Preferences(QWidget):
    """What she loves and avoids, as chips; the word is always written."""

    asked = Signal()

    def __init__(self, desk: Desk, card: "ClientCard") -> None:
        super().__init__()
        self.theme = desk.theme
        known = card.loves or card.avoids
        link = self.tr("Edit") if known else self.tr("Add")
        head = SectionHeader(self.theme, self.tr("Preferences"), link=link)
        head.link_pressed.connect(self.asked)
        if not known:
            empty = PlainLabel(self.theme, self.tr("Nothing noted yet"), role="s", color="ink3")
            self.setLayout(column(head, 14, empty))
            return
        parts: list[QWidget | int] = [head, 12]
        if card.loves:
            parts.append(self._row(self.tr("Loves"), card.loves, avoids=False))
        if card.loves and card.avoids:
            parts.append(8)
        if card.avoids:
            parts.append(self._row(self.tr("Avoids"), card.avoids, avoids=True))
        self.setLayout(column(*parts))

    def _row(self, label: str, facts: "Sequence[PreferenceFact]", *, avoids: bool) -> QWidget:
        first = PlainLabel(self.theme, label, role="s", color="ink2")
        first.setFixedSize(self.theme.px(48), self.theme.px(28))
        chips = FlowLayout(*(self._chip(one, avoids=avoids) for one in facts), gap=7, line_gap=7)
        row = line(first, box(chips), gap=6)
        row.setAlignment(first, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        return box(row)

    def _chip(self, fact: "PreferenceFact", *, avoids: bool) -> Chip:
        if avoids:
            return Chip(self.theme, fact.words, kind="avoid")
        is_colour = fact.target == "colour"
        return Chip(self.theme, fact.words, swatch=swatch(fact.words) if is_colour else None)


class Household(QWidget):
    """Those who belong to her, each a way to their own card."""

    asked = Signal()
    chosen = Signal(str)

    def __init__(self, desk: Desk, card: "ClientCard", today: "date") -> None:
        super().__init__()
        theme = desk.theme
        head = SectionHeader(
            theme,
            self.tr("Household"),
            link=self.tr("Edit") if card.household else self.tr("Add"),
        )
        head.link_pressed.connect(self.asked)
        parts: list[QWidget | int] = [head, 4]
        for one in card.household:
            row = KinRow(desk, one, today)
            row.clicked.connect(lambda _checked=False, kin=one: self.chosen.emit(kin.person.id))
            parts.append(row)
        if not card.household:
            parts += [10, PlainLabel(theme, self.tr("Nobody noted"), role="s", color="ink3")]
        self.setLayout(column(*parts))


class KinRow(Press):
    """Someone who belongs to her: monogram, name, tie and next date.

    The discreet view hides a tie that is marked secret, and names of people who are not at home
    with her.
    """

    def __init__(self, desk: Desk, kin: "Kin", today: "date") -> None:
        self._kin = kin
        self._hidden = desk.discreet and words.is_hidden(kin)
        self._told = self._line(desk, today)
        self._name = HIDDEN if self._hidden else _kin_name(desk, kin)
        super().__init__(desk.theme)
        name = self._name
        self.set_name(name if self._hidden else f"{name}, {self._told}")
        self.setToolTip("")
        self.setEnabled(not self._hidden)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.theme.px(54))

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        theme, color = self.theme, self.theme.color
        painter.setOpacity(1)
        if look.pressed:
            draw_box(painter, self.shape(), self.radius(), color("sel"), None)
        side = theme.px(38)
        plate = QRectF(0, (self.height() - side) / 2, side, side)
        initials = "" if self._hidden else _kin_initials(self._name, self._kin)
        draw_plate(painter, theme, plate, initials, self._kin.person.language)
        left = side + 12
        room = self.width() - left - 24
        first, second = theme.line("bb"), theme.line("s")
        top = (self.height() - first - second) / 2
        area = QRectF(left, top, room, first)
        draw_words(painter, area, self._name, theme.font("bb"), color("ink"))
        told = HIDDEN if self._hidden else self._told
        area = QRectF(left, top + first, room, second)
        draw_words(painter, area, told, theme.font("s"), color("ink2"))
        if not self._hidden:
            caret = theme.icon("caret-right", "ink2", 16, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - 18, (self.height() - 16) // 2, caret)

    def _line(self, desk: Desk, today: "date") -> str:
        kin = self._kin
        told = kin.words or words.kin_word(kin.kind)
        is_hidden = desk.discreet and kin.date_is_surprise
        if kin.date_kind is None or kin.date_on is None or is_hidden:
            return told
        day = desk.words.short_day(kin.date_on, today)
        template = (
            f"{kin.date_label} {{day}}" if kin.date_label else words.date_in_row(kin.date_kind)
        )
        return f"{told} · {template.format(day=day)}"


def _kin_name(desk: Desk, kin: "Kin") -> str:
    """Return her own script where it is read, a first name at home, the whole name otherwise."""
    person = kin.person
    if person.native and desk.theme.language in {"zh-Hans", "zh-Hant", "ja"}:
        return person.native
    return person.short if words.is_at_home(kin) else person.display


def _kin_initials(name: str, kin: "Kin") -> str:
    """Return the family-name character where her own script is shown, else her initials."""
    return name[0] if name == kin.person.native else kin.person.monogram


def _taken(desk: Desk, facts: "tuple[SizeFact, ...]", today: "date") -> str:
    known = [one for one in facts if one.confirmed_on is not None]
    if not known:
        return ""
    last = max(known, key=lambda one: one.confirmed_on or today)
    assert last.confirmed_on is not None
    day = desk.words.short_day(last.confirmed_on, today)
    if last.taken_by is None:
        return QCoreApplication.translate("Sizes", "Noted {day}").format(day=day)
    template = QCoreApplication.translate("Sizes", "Noted {day} by {name}")
    return template.format(day=day, name=last.taken_by)
