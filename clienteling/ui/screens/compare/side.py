"""The column at right: whose cards are still to compare, and the keys of the page."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.screens.compare.view_model import CompareModel, Comparison
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import (
    HIDDEN,
    Keycap,
    Look,
    PlainLabel,
    Press,
    Rule,
    SectionHeader,
    box,
    clear,
    column,
    draw_picture,
    draw_plate,
    draw_words,
    line,
)

WIDTH = 150
_PLATE = (36, 45)
_SHOWN = 6


class ToCompare(QWidget):
    """Whose cards wait, the one in front marked, and what the keys do.

    Args:
        desk: Theme, pictures, discreet view.
        model: What waits.
        plates: Pictures fitted to frames.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, model: CompareModel, plates: Plates) -> None:
        super().__init__()
        self.desk, self.model, self._plates = desk, model, plates
        self.setFixedWidth(desk.theme.px(WIDTH))
        self._rows = column()
        self._shown: list[tuple[Comparison, _Waiting]] = []
        self.setLayout(column(box(self._rows), 16, self._keys(), None))

    def fill(self) -> None:
        """Show what waits now."""
        clear(self._rows)
        self._shown = []
        theme, model = self.desk.theme, self.model
        count = self.desk.words.number(len(model.comparisons))
        self._rows.addWidget(SectionHeader(theme, self.tr("To compare"), remark=count))
        self._rows.addSpacing(6)
        for one in self._near():
            row = _Waiting(theme, self._title(one), self._detail(one))
            row.setChecked(one is model.comparison)
            row.clicked.connect(lambda _on=False, key=one.key: self.chosen.emit(key))
            self._shown.append((one, row))
            self._rows.addWidget(row)
        self._rows.addWidget(Rule(theme, color="hair"))
        self.show_plates()

    def show_plates(self) -> None:
        """Show the likenesses that have arrived."""
        for one, row in self._shown:
            row.set_plate(*self._plate(one))

    def _near(self) -> tuple[Comparison, ...]:
        first = max(0, min(self.model.place - 2, len(self.model.comparisons) - _SHOWN))
        return self.model.comparisons[first : first + _SHOWN]

    def _title(self, one: Comparison) -> str:
        is_other = one is not self.model.comparison
        return HIDDEN if self.desk.discreet and is_other else one.title

    def _detail(self, one: Comparison) -> str:
        return self.tr("%n detail(s)", "", len(one.details))

    def _plate(self, one: Comparison) -> tuple[str, QPixmap | None]:
        person = self.model.people.get(one.client_id or "")
        if person is None or self._title(one) == HIDDEN:
            return "", None
        dpr = self.devicePixelRatioF()
        return person.monogram, self._plates.get(person.portrait, *_PLATE, dpr)

    def _keys(self) -> QWidget:
        theme = self.desk.theme
        rows = column(gap=8)
        for key, words in (
            ("1", self.tr("the left side")),
            ("2", self.tr("the right side")),
            ("3", self.tr("both, for words")),
            ("E", self.tr("write it anew")),
            ("↓", self.tr("next detail")),
        ):
            label = PlainLabel(theme, words, role="c", color="ink2", elide=True)
            row = line(Keycap(theme, key), label, gap=10)
            row.setStretch(1, 1)
            rows.addWidget(box(row))
        made = box(rows)
        if not theme.shows_keys:  # Shown before it has a parent, it would be a window of its own.
            made.hide()
        return made


class _Waiting(Press):
    """A card that waits: its plate, whose it is, and how much differs."""

    def __init__(self, theme: Theme, title: str, detail: str) -> None:
        self._detail = detail
        self._monogram, self._picture = "", QPixmap()
        super().__init__(theme, title)
        self.setAccessibleDescription(detail)
        self.setToolTip(title if title != HIDDEN else "")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_plate(self, monogram: str, picture: QPixmap | None) -> None:
        """Show a likeness, or the monogram where there is none."""
        self._monogram, self._picture = monogram, picture or QPixmap()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(WIDTH), max(_PLATE[1] + 20, self.theme.px(65)))

    @override
    def nextCheckState(self) -> None:
        """Leave it to the page which one is in front."""

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color = self.theme.color
        if look.chosen or look.pressed:
            painter.fillRect(self.rect(), color("sel"))
        if look.chosen:
            painter.fillRect(QRectF(0, 0, 2, self.height()), color("ink"))
        area = QRectF(10, (self.height() - _PLATE[1]) / 2, *_PLATE)
        if not self._picture.isNull():
            draw_picture(painter, self.theme, area, self._picture)
        else:
            draw_plate(painter, self.theme, area, self._monogram)
        left = area.right() + 10
        first, second = self.theme.line("sb"), self.theme.line("c")
        top, room = (self.height() - first - second - 2) / 2, self.width() - left - 2
        name = QRectF(left, top, room, first)
        draw_words(painter, name, self.words, self.theme.font("sb"), color("ink"))
        below = QRectF(left, top + first + 2, room, second)
        draw_words(painter, below, self._detail, self.theme.font("c"), color("ink2"))
