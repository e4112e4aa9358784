"""The heads of the two columns: whose side it is, when it was written, and taking all of it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.ui.desk import Desk
from clienteling.ui.screens.compare import words
from clienteling.ui.screens.compare.row import CELL_GAP, LABEL_WIDTH
from clienteling.ui.screens.compare.view_model import Answer, Comparison
from clienteling.ui.widgets import (
    PlainLabel,
    Rule,
    ScrollPage,
    StaffMark,
    TextLink,
    box,
    clear,
    column,
    line,
)

_MARK = 36
AIR = 6


class Heads(QWidget):
    """Stands over the columns; ``all_taken`` asks for every detail of one side.

    Args:
        desk: Theme and words.
        scroller: Holds the columns, whose bar the heads keep clear of.
    """

    all_taken = Signal(object)

    def __init__(self, desk: Desk, scroller: ScrollPage) -> None:
        super().__init__()
        self.desk = desk
        self._bar = scroller.verticalScrollBar()
        self._place: QVBoxLayout = column()
        self._row = line()
        self.setLayout(self._place)
        self._bar.rangeChanged.connect(self._align)

    def fill(self, shown: Comparison) -> None:
        """Show whose sides are compared."""
        clear(self._place)
        left, right = words.heads(self.desk, shown)
        theme = self.desk.theme
        sides = (self._head(left, Answer.LEFT), self._head(right, Answer.RIGHT))
        self._row = line(*sides, gap=theme.px(CELL_GAP))
        for place in range(2):
            self._row.setStretch(place, 1)
        self._align()
        self._place.addLayout(self._row)
        self._place.addSpacing(14)
        self._place.addWidget(Rule(theme))

    def _align(self) -> None:
        theme = self.desk.theme
        right = theme.px(AIR) + (self._bar.sizeHint().width() if self._bar.maximum() else 0)
        self._row.setContentsMargins(theme.px(LABEL_WIDTH), 0, right, 0)

    def _head(self, told: tuple[str, str, str], answer: Answer) -> QWidget:
        theme, (name, second, who) = self.desk.theme, told
        parts: list[QWidget] = []
        if who:
            parts.append(StaffMark(theme, words.initials(who), name=who, size=_MARK))
        first = PlainLabel(theme, name, role="bb", elide=True)
        below = PlainLabel(theme, second, role="s", color="ink2", elide=True)
        told_all = self.tr("Take all of {side}").format(side=name)
        link = TextLink(theme, self.tr("Take all"), name=told_all)
        link.clicked.connect(partial(self.all_taken.emit, answer))
        row = line(*parts, column(None, first, below, None, gap=1), link, gap=12)
        row.setStretch(len(parts), 1)
        return box(row)
