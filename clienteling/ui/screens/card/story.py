"""Her story on the card: moments, newest first, each of which can be chosen by arrow keys."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.screens.card.moment import MomentRow
from clienteling.ui.widgets import (
    PlainLabel,
    SectionHeader,
    TextLink,
    TextTabs,
    clear,
    column,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clienteling.queries.story import Moment

_MONTHS_AFTER = 12
_BATCH = 12


class Story(QWidget):
    """The story with its filters; further moments come by scrolling or by its last line.

    Args:
        desk: Theme, words, discreet view.
        plates: Pictures fitted to their frames.
    """

    chosen = Signal(str)
    asked_more = Signal()
    asked_to_log = Signal(str)
    edited = Signal(str, str)
    removed = Signal(str)

    def __init__(self, desk: Desk, plates: Plates, *, only: str = "all") -> None:
        super().__init__()
        self.desk, self.theme, self._plates = desk, desk.theme, plates
        head = SectionHeader(self.theme, self.tr("Story"), gap=4)
        self.tabs = TextTabs(
            self.theme,
            [
                ("all", self.tr("All")),
                ("notes", self.tr("Notes")),
                ("pieces", self.tr("Pieces")),
                ("visits", self.tr("Visits")),
            ],
            name=self.tr("What the story shows"),
        )
        self.tabs.choose(only)
        head.add(self.tabs)
        self._rows: QVBoxLayout = column()
        self._empty = PlainLabel(self.theme, role="s", color="ink3", wrap=True)
        self._add_first = TextLink(self.theme, self.tr("Add"))
        self._more = TextLink(self.theme, self.tr("Earlier"), trailing="caret-down")
        parts = (head, 12, self._rows, self._empty, self._add_first, self._more, None)
        self.setLayout(column(*parts))
        self._empty.hide()
        self._add_first.hide()
        self._more.hide()
        self._moments: list[Moment] = []
        self._shown = 0
        self._wanted = _BATCH
        self._is_whole = False
        self.tabs.chosen.connect(self.chosen)
        self._more.clicked.connect(self.further)
        self._add_first.clicked.connect(self._ask_to_log)

    @property
    def rows(self) -> list[MomentRow]:
        """The moments shown now."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        found = (one.widget() for one in items if one is not None)
        return [one for one in found if isinstance(one, MomentRow)]

    def set_first(self, count: int) -> None:
        """Show so many moments at first, as many as stand on the page without scrolling."""
        self._wanted = count

    def tell(
        self, moments: "Sequence[Moment]", today: date, *, is_more: bool, is_whole: bool
    ) -> None:
        """Show moments: a new story, or what came before the last one."""
        self._is_whole = is_whole
        self._today = today
        if is_more:
            self._moments += moments
        else:
            self._moments = list(moments)
            clear(self._rows)
        until = self._shown + _BATCH if is_more else max(self._wanted, self._shown)
        if not is_more:
            self._shown = 0
        self._show_until(until)

    def further(self) -> None:
        """Show the next moments, asking for them where they are not here yet."""
        if self._shown < len(self._moments):
            self._show_until(self._shown + _BATCH)
        elif not self._is_whole:
            self.asked_more.emit()

    def begin(self) -> None:
        """Forget how far it was read: another client comes."""
        self._shown = 0

    @property
    def can_go_on(self) -> bool:
        """Whether there is more to show."""
        return self._shown < len(self._moments) or not self._is_whole

    def row_in_focus(self) -> MomentRow | None:
        """Return the moment that has the focus."""
        return next((one for one in self.rows if one.hasFocus() or one.is_editing), None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1,
        }.get(Qt.Key(event.key()))  # fmt: skip
        row = self.row_in_focus()
        if step is None or row is None or row.is_editing:
            super().keyPressEvent(event)
            return
        rows = self.rows
        at = rows.index(row) + step
        if at >= len(rows) and self.can_go_on:
            self.further()
            rows = self.rows
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_until(self, count: int) -> None:
        count = min(count, len(self._moments))
        for at in range(self._shown, count):
            self._add(at)
        self._shown = count
        rows = self.rows
        for row in rows:
            row.set_ends(first=row is rows[0], last=row is rows[-1] and not self.can_go_on)
            row.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if row is rows[0] else Qt.FocusPolicy.ClickFocus
            )
        self._more.setVisible(self.can_go_on and bool(rows))
        self._empty.setVisible(not rows)
        self._add_first.setVisible(not rows)
        self._empty.set_text(self._nothing())

    def _add(self, at: int) -> None:
        moment = self._moments[at]
        if at >= _MONTHS_AFTER and self._month(at) != self._month(at - 1):
            day = self.desk.words.local_day(moment.at)
            words = self.desk.words.locale.standaloneMonthName(day.month)
            label = PlainLabel(self.theme, f"{words} {day.year}", role="o", color="ink2")
            label.setFixedHeight(self.theme.px(34))
            self._rows.addWidget(label)
        row = MomentRow(self.desk, moment, self._plates, self._today)
        row.edited.connect(self.edited)
        row.removed.connect(self.removed)
        self._rows.addWidget(row)
        row.show()  # At once, so that arrow keys can give it the focus.

    def _month(self, at: int) -> tuple[int, int]:
        day = self.desk.words.local_day(self._moments[at].at)
        return day.year, day.month

    def _ask_to_log(self) -> None:
        kinds = {"pieces": "piece", "visits": "visit"}
        self.asked_to_log.emit(kinds.get(self.tabs.value, "note"))

    def _nothing(self) -> str:
        return {
            "all": self.tr("Nothing noted yet. A note is one line, then Enter."),
            "notes": self.tr("No notes yet."),
            "pieces": self.tr("No pieces yet."),
            "visits": self.tr("No visits or calls yet."),
        }[self.tabs.value]
