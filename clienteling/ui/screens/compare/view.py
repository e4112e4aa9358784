"""Compare: two versions of one card, side by side; a person chooses, detail by detail."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.plates import PictureFrame, Plates
from clienteling.ui.screen import Key, Screen
from clienteling.ui.screens.compare import words
from clienteling.ui.screens.compare.row import CELL_GAP, LABEL_WIDTH, DetailRow
from clienteling.ui.screens.compare.side import ToCompare
from clienteling.ui.screens.compare.view_model import Answer, CompareModel, Comparison
from clienteling.ui.widgets import (
    Button,
    Card,
    EmptyState,
    IconLabel,
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
from clienteling.ui.widgets.announce import announce

_PLATE = (52, 65)
_MARK = 36
_REACH = 16
_WITH_SIDE = 1080
_WIDEST = 1520


class CompareScreen(Screen):
    """Two versions of one card: ``go("sync", client_id)``.

    Args:
        desk: What the page works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = CompareModel(desk, self)
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
        return (self._scroller, self._acts, self.side)

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
        self.back = Button(theme, self.tr("What waits"), kind="quiet", icon="caret-left")
        self.back.clicked.connect(self.desk.back)
        self._place = PlainLabel(theme, role="s", color="ink2")
        self._portrait = column()
        self._title = PlainLabel(theme, role="d40", elide=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.later = Button(theme, self.tr("Later"), kind="quiet")
        self.keep = Button(theme, self.tr("Keep these"), kind="primary", key="↵")
        self.later.clicked.connect(self._later)
        self.keep.clicked.connect(self.model.keep)
        self._acts = box(line(self.later, self.keep, gap=8))
        self._intro = PlainLabel(theme, role="b", color="ink2", wrap=True)
        self.side = ToCompare(self.desk, self.model, self._plates)
        self.side.chosen.connect(partial(self.desk.go, "sync"))
        self._rows_place: QVBoxLayout = column(gap=12)
        self._foot_place: QVBoxLayout = column()
        self._heads_place: QVBoxLayout = column()
        content = column(box(self._rows_place), 18, box(self._foot_place), None)
        content.setContentsMargins(0, 16, theme.px(6), 24)
        self._scroller = ScrollPage(theme, box(content))
        self._scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroller.verticalScrollBar().rangeChanged.connect(self._align_heads)
        self._scroller.setAccessibleName(self.tr("Details that differ"))
        self._body = box(column(box(self._heads_place), self._scroller))
        self._body.layout().setStretch(1, 1)  # type: ignore[union-attr] # just given
        self._stack.addWidget(self._whole())
        self._empty = self._nothing()
        self._stack.addWidget(self._empty)

    def _whole(self) -> QWidget:
        title = line(box(self._portrait), self._title, self._acts, gap=20)
        title.setStretch(1, 1)
        crumb = line(self.back, self._place, None, gap=8)
        crumb.setAlignment(self._place, Qt.AlignmentFlag.AlignVCenter)
        self._first = column(crumb)
        below = line(self._body, self.side, gap=34)
        below.setStretch(0, 1)
        self._page = column(title, 16, self._intro, 26, below)
        self._page.setStretch(4, 1)
        whole = column(self._first, self._page)
        whole.setStretch(1, 1)
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
        count = len(self.model.comparisons)
        place = self.tr("{place} of {count} to compare")
        self._place.set_text(place.format(place=self.model.place, count=count))
        self._title.set_text(self._heading(shown))
        self._intro.set_text(words.intro(self.desk, shown))
        self._show_portrait(shown)
        self._show_heads(shown)
        self._show_rows(shown)
        self.side.fill()
        self._say_result()

    def _heading(self, shown: Comparison) -> str:
        if shown.client_id:
            return self.tr("Two versions of one card")
        return self.tr("Two versions of one thing")

    def _show_portrait(self, shown: Comparison) -> None:
        clear(self._portrait)
        person = self.model.people.get(shown.client_id or "")
        if person is not None:
            self._portrait.addWidget(
                PictureFrame(
                    self.desk,
                    self._plates,
                    person.portrait,
                    _PLATE,
                    initials=person.monogram,
                    name=person.display,
                )
            )

    def _show_heads(self, shown: Comparison) -> None:
        clear(self._heads_place)
        theme = self.desk.theme
        left, right = words.heads(self.desk, shown)
        row = line(
            self._head(left, Answer.LEFT), self._head(right, Answer.RIGHT), gap=theme.px(CELL_GAP)
        )
        row.setStretch(0, 1)
        row.setStretch(1, 1)
        self._heads_place.addLayout(row)
        self._align_heads()
        self._heads_place.addSpacing(14)
        self._heads_place.addWidget(Rule(theme))

    def _align_heads(self) -> None:
        """Keep the heads over their columns, with or without a bar beside those."""
        item = self._heads_place.itemAt(0)
        row = None if item is None else item.layout()
        if row is not None:
            theme, bar = self.desk.theme, self._scroller.verticalScrollBar()
            right = theme.px(6) + (bar.sizeHint().width() if bar.maximum() else 0)
            row.setContentsMargins(theme.px(LABEL_WIDTH), 0, right, 0)

    def _head(self, told: tuple[str, str, str], answer: Answer) -> QWidget:
        theme, (name, second, who) = self.desk.theme, told
        parts: list[QWidget | QLayout | int | None] = []
        if who:
            parts.append(StaffMark(theme, words.initials(who), name=who, size=_MARK))
        first = PlainLabel(theme, name, role="bb", elide=True)
        below = PlainLabel(theme, second, role="s", color="ink2", elide=True)
        link = TextLink(
            theme, self.tr("Take all"), name=self.tr("Take all of {side}").format(side=name)
        )
        link.clicked.connect(partial(self.take_all, answer))
        words_at = len(parts)
        row = line(*parts, column(None, first, below, None, gap=1), link, gap=12)
        row.setStretch(words_at, 1)
        return box(row)

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
        self._foot_place.addWidget(self._result_card())
        if self.model.fitted:
            self._foot_place.addSpacing(14)
            self._foot_place.addWidget(self._fitted())
        if had_focus and self.isVisible() and self.rows:
            self._is_entering = False
            self._scroller.verticalScrollBar().setValue(0)
            # A part takes the focus only once it is shown, which is after this turn.
            QTimer.singleShot(0, self.rows[0], self.rows[0].focus)

    def _result_card(self) -> QWidget:
        theme = self.desk.theme
        self._result = PlainLabel(theme, role="s", wrap=True, lines=2)
        self._result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        told = column(
            PlainLabel(theme, self.tr("What the card will say"), role="bb"), 2, self._result
        )
        undo = PlainLabel(theme, self.tr("You can undo this for 30 days"), role="s", color="ink2")
        row = line(IconLabel(theme, "check-circle", color="pos", size=22), told, undo, gap=16)
        row.setContentsMargins(18, 13, 18, 13)
        row.setStretch(1, 1)
        card = Card(theme)
        card.setLayout(row)
        return card

    def _fitted(self) -> QWidget:
        theme, count = self.desk.theme, self.model.fitted
        told = self.tr("%n other change(s) fitted together by themselves", "", count)
        label = PlainLabel(
            theme, told.replace(str(count), self.desk.words.number(count), 1), role="s"
        )
        see = TextLink(theme, self.tr("See them"))
        see.clicked.connect(lambda: self.desk.go("sync"))
        return box(
            line(IconLabel(theme, "check", color="pos", size=18), label, 4, see, None, gap=8)
        )

    # While it is answered

    def _say_result(self, _case_id: str = "") -> None:
        shown = self.model.comparison
        if shown is not None:
            results = [self.model.result_of(one) for one in shown.details]
            self._result.set_text(words.result_line(self.desk, shown, results))

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
        if self.model.comparison is not None:
            self.side.fill()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins(event.size())

    def _set_margins(self, size: QSize) -> None:
        wide = self.window().width()
        side = 32 if wide < 1440 else 64 if wide >= 1728 else 41
        right = max(side, size.width() - side - _WIDEST) if wide >= 1728 else side
        self._first.setContentsMargins(side - _REACH, 6, right, 0)
        self._page.setContentsMargins(side, 4, right, 0)
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
