"""Asks whether dates begin with the day or the month, showing the file's own dates both ways."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from clienteling.domain.errors import UserError
from clienteling.exchange.dates import DateOrder, parse_moment
from clienteling.ui.desk import Desk
from clienteling.ui.screens.bring_in.work import questions
from clienteling.ui.widgets import ChoiceCell, IconLabel, PlainLabel, column, line

if TYPE_CHECKING:
    from clienteling.exchange.prepare import Prepared

_SHOWN = 2


class DatesPanel(QWidget):
    """Two cells with the first dates as each order reads them; ``chosen(DateOrder)`` tells.

    Args:
        desk: Writes dates in the window's language.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._question = PlainLabel(theme, role="bm", wrap=True)
        self.day_first = ChoiceCell(theme, self.tr("Day first"))
        self.month_first = ChoiceCell(theme, self.tr("Month first"))
        group = QButtonGroup(self)
        for cell in (self.day_first, self.month_first):
            group.addButton(cell)
        cells = line(self.day_first, self.month_first, gap=12)
        head = line(IconLabel(theme, "calendar-blank", color="cau", size=20), self._question)
        head.setStretch(1, 1)
        self.setLayout(column(head, 8, cells))
        self.day_first.clicked.connect(lambda: self.chosen.emit(DateOrder.DAY_FIRST))
        self.month_first.clicked.connect(lambda: self.chosen.emit(DateOrder.MONTH_FIRST))

    def show_question(self, prepared: "Prepared") -> None:
        """Ask about the columns whose dates are not clear; hide where all are."""
        asked = questions(prepared.mapping)
        self.setVisible(bool(asked))
        if not asked:
            return
        first = asked[0]
        sentence = (
            self.tr("The dates under “{heading}” can be read both ways. Which is it?")
            if first.date_order is DateOrder.AMBIGUOUS
            else self.tr("The dates under “{heading}” are written both ways. Which is it mostly?")
        )
        names = "”, “".join(one.heading for one in asked)
        self._question.set_text(sentence.format(heading=names))
        values = [
            row[first.position] for row in prepared.facts.sample if len(row) > first.position
        ]
        for cell, order in (
            (self.day_first, DateOrder.DAY_FIRST),
            (self.month_first, DateOrder.MONTH_FIRST),
        ):
            cell.setChecked(False)
            cell.set_detail(" · ".join(self._read(values, order)))
            cell.updateGeometry()

    def _read(self, values: list[str], order: DateOrder) -> Iterator[str]:
        shown = 0
        for value in dict.fromkeys(values):
            try:
                day = parse_moment(value, order).day
                other = parse_moment(value, _OTHER[order]).day
            except UserError:
                continue
            if day != other and shown < _SHOWN:
                shown += 1
                yield f"{value.strip()} → {self.desk.words.long_day(day)}"


_OTHER = {
    DateOrder.DAY_FIRST: DateOrder.MONTH_FIRST,
    DateOrder.MONTH_FIRST: DateOrder.DAY_FIRST,
}
