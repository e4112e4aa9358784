"""Compare: two versions of one card, side by side; a person chooses, detail by detail."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.screen import Key, Screen
from clienteling.ui.screens.compare import words
from clienteling.ui.screens.compare.foot import Foot
from clienteling.ui.screens.compare.heads import AIR, Heads
from clienteling.ui.screens.compare.row import DetailRow
from clienteling.ui.screens.compare.side import ToCompare
from clienteling.ui.screens.compare.top import Top
from clienteling.ui.screens.compare.view_model import Answer, CompareModel, Comparison
from clienteling.ui.widgets import (
    EmptyState,
    ScrollPage,
    box,
    clear,
    column,
    line,
)
from clienteling.ui.widgets.announce import announce

_MARK = 36
_WITH_SIDE = 1080
_WIDEST = 1520


class CompareScreen(Screen):
    """Two versions of one card: ``go("sync", client_id)``.

    Args:
        desk: What the page works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = CompareModel(desk, self.isVisible, self)
        self._plates = Plates(desk.pictures)
        self.rows: list[DetailRow] = []
        self._is_entering = False
        self._stack = QStackedLayout()
        self.setLayout(self._stack)
        self._factor = desk.theme.factor
        self._build()
        self.model.shown.connect(self._show)
        self.model.answered.connect(self._say_result)
        desk.language_changed.connect(self._speak)
        desk.discreet_changed.connect(self._show)
        desk.pictures.arrived.connect(self._arrive)
        desk.theme.changed.connect(self._resize_text)

    # What a screen answers

    @override
    def show_thing(self, thing: Id | None) -> None:
        self._is_entering = True
        self.model.show(thing)

    @override
    def regions(self) -> tuple[QWidget, ...]:
        if self.model.is_read and self.model.comparison is None:
            return (self._empty,)
        return (self._scroller, self.top.acts, self.side)

    @override
    def keys(self) -> tuple[Key, ...]:
        return (
            Key("1", self.tr("Take the left side"), partial(self.answer, Answer.LEFT)),
            Key("2", self.tr("Take the right side"), partial(self.answer, Answer.RIGHT)),
            Key("3", self.tr("Keep both, where words can be joined"), self._answer_both),
            Key("E", self.tr("Write it anew"), self._write),
            Key("J", self.tr("Next detail"), partial(self.step, 1)),
            Key("K", self.tr("Detail before"), partial(self.step, -1)),
            Key("[", self.tr("Comparison before"), partial(self._other, -1)),
            Key("]", self.tr("Next comparison"), partial(self._other, 1)),
            Key("Ctrl+Return", self.tr("Keep these"), self.model.keep),
        )

    @override
    def title(self) -> str:
        return self.tr("Two versions")

    # What a person does

    def answer(self, answer: Answer) -> None:
        """Answer the detail in focus and go on to the next."""
        row = self._row()
        if row is not None:
            self.model.answer(row.detail, answer)
            announce(row, self._told(row))
            self.step(1)

    def step(self, by: int) -> None:
        """Go to the detail before or after the one in focus."""
        row = self._row()
        if row is not None:
            at = min(max(self.rows.index(row) + by, 0), len(self.rows) - 1)
            self.rows[at].focus()
            self._scroller.ensureWidgetVisible(self.rows[at])

    def take_all(self, answer: Answer) -> None:
        """Take every detail of one side."""
        for row in self.rows:
            self.model.answer(row.detail, answer)

    def _answer_both(self) -> None:
        row = self._row()
        if row is None:
            return
        if row.detail.may_be_both:
            self.answer(Answer.BOTH)
        elif row.detail.case.can_write:
            row.begin_own()
        else:
            self.desk.tell(self.tr("Here one of the two sides has to be taken."))

    def _write(self) -> None:
        row = self._row()
        if row is not None:
            row.begin_own()

    def _later(self) -> None:
        following = self.model.next_key()
        if following is None:
            self.desk.back()
        else:
            self.desk.go("sync", following)

    def _other(self, by: int) -> None:
        waiting = self.model.comparisons
        if len(waiting) > 1:
            self.desk.go("sync", waiting[(self.model.place - 1 + by) % len(waiting)].key)

    # Building

    def _build(self) -> None:
        theme = self.desk.theme
        self.top = Top(self.desk, self.model, self._plates)
        self.top.back.clicked.connect(self.desk.back)
        self.top.later.clicked.connect(self._later)
        self.top.keep.clicked.connect(self.model.keep)
        self.side = ToCompare(self.desk, self.model, self._plates)
        self.side.chosen.connect(partial(self.desk.go, "sync"))
        self._rows_place: QVBoxLayout = column(gap=12)
        self._foot_place: QVBoxLayout = column()
        content = column(box(self._rows_place), 18, box(self._foot_place), None)
        content.setContentsMargins(0, 16, theme.px(AIR), 24)
        self._scroller = ScrollPage(theme, box(content))
        self._scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroller.setAccessibleName(self.tr("Details that differ"))
        self.heads = Heads(self.desk, self._scroller)
        self.heads.all_taken.connect(self.take_all)
        self._body = box(column(self.heads, self._scroller))
        self._body.layout().setStretch(1, 1)  # type: ignore[union-attr] # just given
        self._stack.addWidget(self._whole())
        self._empty = self._nothing()
        self._stack.addWidget(self._empty)

    def _whole(self) -> QWidget:
        self._page = line(self._body, self.side, gap=34)
        self._page.setStretch(0, 1)
        whole = column(self.top, 26, self._page)
        whole.setStretch(2, 1)
        return box(whole)

    def _nothing(self) -> EmptyState:
        page = EmptyState(
            self.desk.theme,
            icon="check-circle",
            title=self.tr("Nothing to compare"),
            words=self.tr(
                "Where two tills write the same detail apart, both versions stand here."
            ),
            act=self.tr("What waits"),
            act_icon=None,
        )
        page.pressed.connect(lambda: self.desk.go("sync"))
        return page

    def _show(self) -> None:
        shown = self.model.comparison
        if shown is None:
            self.rows = []
            self._stack.setCurrentWidget(self._empty)
            return
        self._stack.setCurrentIndex(0)
        self.top.fill()
        self.heads.fill(shown)
        self._show_rows(shown)
        self.side.fill()
        self._say_result()

    def _show_rows(self, shown: Comparison) -> None:
        had_focus = self._is_entering or self._body.isAncestorOf(
            QApplication.focusWidget() or self
        )
        clear(self._rows_place)
        self.rows = [DetailRow(self.desk, self.model, detail) for detail in shown.details]
        for row in self.rows:
            row.stepped.connect(self.step)
            row.kept.connect(self.model.keep)
            self._rows_place.addWidget(row)
        clear(self._foot_place)
        self.foot = Foot(self.desk, self.model.fitted)
        self.foot.asked_fitted.connect(partial(self.desk.go, "sync"))
        self._foot_place.addWidget(self.foot)
        if had_focus and self.isVisible() and self.rows:
            self._is_entering = False
            self._scroller.verticalScrollBar().setValue(0)
            # A part takes the focus only once it is shown, which is after this turn.
            QTimer.singleShot(0, self.rows[0], self.rows[0].focus)

    # While it is answered

    def _say_result(self, _case_id: str = "") -> None:
        shown = self.model.comparison
        if shown is not None:
            results = [self.model.result_of(one) for one in shown.details]
            self.foot.result.set_text(words.result_line(self.desk, shown, results))

    def _told(self, row: DetailRow) -> str:
        detail = row.detail
        if words.is_hidden(self.desk, detail.case):
            return self.tr("Taken")
        return words.text_words(self.model.result_of(detail))

    def _row(self) -> DetailRow | None:
        focus = QApplication.focusWidget()
        within = (one for one in self.rows if focus is not None and one.isAncestorOf(focus))
        return next(within, self.rows[0] if self.rows else None)

    def _arrive(self, _sha256: str) -> None:
        self.side.show_plates()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins(event.size())

    def _set_margins(self, size: QSize) -> None:
        wide = self.window().width()
        side = 32 if wide < 1440 else 64 if wide >= 1728 else 41
        right = max(side, size.width() - side - _WIDEST) if wide >= 1728 else side
        self.top.set_sides(side, right)
        self._page.setContentsMargins(side, 0, right, 0)
        self.side.setVisible(size.width() / self.desk.theme.factor >= _WITH_SIDE)

    def _resize_text(self) -> None:
        if self.desk.theme.factor != self._factor:
            self._factor = self.desk.theme.factor
            self._speak()

    def _speak(self) -> None:
        """Build the page again: words, fonts and widths are another language's."""
        while self._stack.count():
            page = self._stack.widget(0)
            assert page is not None
            self._stack.removeWidget(page)
            page.deleteLater()
        self._build()
        self._set_margins(self.size())
        self._show()
