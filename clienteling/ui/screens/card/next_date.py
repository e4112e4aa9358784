"""The next day to remember, at the lower right of the head."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from clienteling.ui.desk import Desk
from clienteling.ui.screens.card.words import date_word
from clienteling.ui.widgets import Look, Press, draw_pill, draw_words

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard, DateFact

_PILL = (50, 58)
_GAP = 14


class NextDate(Press):
    """The nearest date with its pill in bronze; pressing it opens all dates, or adds the first.

    A surprise, a day hidden from somebody, is passed over in the discreet view.

    Args:
        desk: Theme and words.
        card: Whose dates.
        today: Days count from it.
    """

    def __init__(self, desk: Desk, card: "ClientCard", today: date) -> None:
        self.desk = desk
        shown = [
            one
            for one in card.dates
            if one.on is not None and not (desk.discreet and one.hide_from_client_id)
        ]
        self._fact = shown[0] if shown else None
        self._today = today
        super().__init__(desk.theme)
        first, second = self._lines()
        self.set_name(f"{first}, {second}" if second else first)
        self.setToolTip("")

    @override
    def sizeHint(self) -> QSize:
        first, second = self._lines()
        wide = max(self.theme.width("bb", first), self.theme.width("s", second))
        if self._fact is None:
            lines = self.theme.line("s") + self.theme.line("sm") + 4
            return QSize(round(wide) + 2, max(self.theme.px(44), lines))
        pill = self.theme.px(_PILL[0]) + _GAP
        return QSize(round(wide) + pill + 2, max(self.theme.px(_PILL[1]), 44))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        first, second = self._lines()
        right = Qt.AlignmentFlag.AlignRight
        color = self.theme.color
        if self._fact is None:
            self._draw_empty(painter, look)
            return
        pill = QRectF(
            self.width() - self.theme.px(_PILL[0]), 0, self.theme.px(_PILL[0]), self.height()
        )
        assert self._fact.on is not None
        day, month = self.desk.words.pill(self._fact.on)
        draw_pill(painter, self.theme, pill, day, month, nearest=True)
        above, below = self.theme.line("bb"), self.theme.line("s")
        top = (self.height() - above - below) / 2
        room = pill.left() - _GAP
        area = QRectF(0, top, room, above)
        draw_words(painter, area, first, self.theme.font("bb"), color("ink"), right)
        area = QRectF(0, top + above, room, below)
        draw_words(painter, area, second, self.theme.font("s"), color("ink2"), right)

    def _draw_empty(self, painter: QPainter, look: Look) -> None:
        """Write that nothing is noted, and below it the act, underlined as acts in rows are."""
        first, second = self._lines()
        color, line = self.theme.color, self.theme.line("sm")
        right = Qt.AlignmentFlag.AlignRight
        top = self.height() - line - 4
        area = QRectF(0, top - self.theme.line("s"), self.width(), self.theme.line("s"))
        draw_words(painter, area, first, self.theme.font("s"), color("ink2"), right)
        area = QRectF(0, top, self.width(), line)
        draw_words(painter, area, second, self.theme.font("sm"), color("ink"), right)
        wide = round(self.theme.width("sm", second))
        under = color("ink", 1.0 if look.hover > 0.5 else 0.55)
        painter.fillRect(QRectF(self.width() - wide, top + line, wide, 1), under)

    def _lines(self) -> tuple[str, str]:
        fact = self._fact
        if fact is None or fact.on is None:
            return self.tr("No dates noted"), self.tr("Add")
        return fact.label or date_word(fact.kind), self._when(fact, fact.on)

    def _when(self, fact: "DateFact", on: date) -> str:
        near = self.desk.words.relative(on, self._today)
        if not fact.years:
            return near
        return f"{near} · {self.tr('%n year(s)', '', fact.years)}"
