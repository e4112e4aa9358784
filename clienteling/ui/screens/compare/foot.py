"""Below the details: what the card will say, and what fitted together by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.desk import Desk
from clienteling.ui.widgets import Card, IconLabel, PlainLabel, TextLink, box, column, line


class Foot(QWidget):
    """The result in one line; ``asked_fitted`` goes to what nobody was asked about.

    Args:
        desk: Theme and words.
        fitted: How many changes fitted together by themselves.
    """

    asked_fitted = Signal()

    def __init__(self, desk: Desk, fitted: int) -> None:
        super().__init__()
        self.desk = desk
        self.result = PlainLabel(desk.theme, role="s", wrap=True, lines=2)
        self.result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        parts: list[QWidget | int] = [self._card()]
        if fitted:
            parts += [14, self._fitted(fitted)]
        self.setLayout(column(*parts))

    def _card(self) -> QWidget:
        theme = self.desk.theme
        title = PlainLabel(theme, self.tr("What the card will say"), role="bb")
        undo = PlainLabel(theme, self.tr("You can undo this for 30 days"), role="s", color="ink2")
        icon = IconLabel(theme, "check-circle", color="pos", size=22)
        row = line(icon, column(title, 2, self.result), undo, gap=16)
        row.setContentsMargins(18, 13, 18, 13)
        row.setStretch(1, 1)
        card = Card(theme)
        card.setLayout(row)
        return card

    def _fitted(self, count: int) -> QWidget:
        theme = self.desk.theme
        told = self.tr("%n other change(s) fitted together by themselves", "", count)
        shown = told.replace(str(count), self.desk.words.number(count), 1)
        see = TextLink(theme, self.tr("See them"))
        see.clicked.connect(self.asked_fitted)
        icon = IconLabel(theme, "check", color="pos", size=18)
        return box(line(icon, PlainLabel(theme, shown, role="s"), 4, see, None, gap=8))
