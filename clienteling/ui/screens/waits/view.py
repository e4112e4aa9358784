"""What waits: what is here and not at head office yet, and why; what fitted, what was settled."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from clienteling.bootstrap.syncing import SyncKind
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.screen import Key, Screen
from clienteling.ui.screens.waits import rows
from clienteling.ui.screens.waits.view_model import WaitsModel
from clienteling.ui.sharing_words import state_sentence
from clienteling.ui.widgets import (
    Button,
    Card,
    EmptyState,
    IconLabel,
    PlainLabel,
    ScrollPage,
    SectionHeader,
    TextLink,
    box,
    clear,
    column,
    line,
)

_COMPACT, _WIDE, _WIDEST = 1440, 1728, 1520
_SIDE, _TWO_COLUMNS = 340, 1000
_ANY_WIDTH = 16_777_215
_SHOWN = 40
T = TypeVar("T")


class WaitsScreen(Screen):
    """The page behind the line at the foot of the rail: ``go("sync")``.

    Args:
        desk: What the page works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = WaitsModel(desk, self.isVisible, self)
        self._shows_all: set[str] = set()
        self._lay_out()
        self._say()
        self.model.changed.connect(self._fill)
        desk.sharing.changed.connect(self._say)
        desk.discreet_changed.connect(self._fill)
        desk.language_changed.connect(self._speak)

    # What a screen answers

    @override
    def show_thing(self, thing: Id | None) -> None:
        self._say()
        self.model.read()

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._scroller, self._head)

    @override
    def keys(self) -> tuple[Key, ...]:
        return (
            Key("S", self.tr("Share now"), self.share),
            Key("C", self.tr("Compare two versions"), self.compare),
        )

    @override
    def title(self) -> str:
        return self.tr("What waits")

    # What a person does

    def share(self) -> None:
        """Try again now."""
        if not self.desk.sharing.is_alone:
            self.desk.sharing.share_now()

    def compare(self) -> None:
        """Go to the first card with two versions."""
        if self.model.lists.to_compare:
            self.desk.go("sync", self.model.lists.to_compare[0].key)

    # Building

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self._title = PlainLabel(theme, role="d46")
        self._state = PlainLabel(theme, role="i20", color="ink2", elide=True)
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.share_button = Button(theme, "", kind="primary", icon="arrows-clockwise", key="S")
        self.share_button.clicked.connect(self.share)
        head = line(self._title, self._state, self.share_button, gap=16)
        head.setStretch(1, 1)
        head.setAlignment(self._state, Qt.AlignmentFlag.AlignBottom)
        self._head = box(head)
        self._notice_place: QVBoxLayout = column()
        self._left: QVBoxLayout = column()
        self._right: QVBoxLayout = column()
        self._side = box(column(box(self._right), None))
        self._side.setFixedWidth(theme.px(_SIDE))
        columns = line(box(column(box(self._left), None)), self._side, gap=44)
        columns.setStretch(0, 1)
        self._columns = columns
        self._empty_place: QVBoxLayout = column()
        content = column(box(self._notice_place), box(columns), box(self._empty_place), None)
        content.setContentsMargins(0, 0, 12, 24)
        self._scroller = ScrollPage(theme, box(content))
        self._scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = column(self._head, 20, self._scroller)
        self._page.setStretch(2, 1)
        self.setLayout(self._page)
        theme.changed.connect(self._set_margins)

    def _speak(self) -> None:
        self._say()
        self._fill()

    def _say(self) -> None:
        """Say where sharing stands; the lists stay as they are."""
        state = self.desk.sharing.state
        self._title.set_text(self.tr("What waits"))
        self._state.set_text(
            "" if state.kind is SyncKind.STOPPED else state_sentence(self.desk, state)
        )
        self.share_button.set_text(self.tr("Share now"))
        self.share_button.setVisible(not self.desk.sharing.is_alone)
        self.share_button.setEnabled(state.kind is not SyncKind.SHARING)
        self._scroller.setAccessibleName(self.tr("What waits"))
        clear(self._notice_place)
        if state.kind is SyncKind.STOPPED:
            self._notice_place.addWidget(self._notice(state_sentence(self.desk, state)))
            self._notice_place.addSpacing(24)

    def _notice(self, sentence: str) -> QWidget:
        theme = self.desk.theme
        told = PlainLabel(theme, sentence, role="b", wrap=True)
        link = TextLink(theme, self.tr("Open Settings, Head office"))
        link.clicked.connect(lambda: self.desk.go("settings", "office"))
        row = line(IconLabel(theme, "warning-circle", color="cau", size=22), told, link, gap=14)
        row.setContentsMargins(18, 14, 18, 14)
        row.setStretch(1, 1)
        card = Card(theme, edge="cau")
        card.setLayout(row)
        return card

    def _fill(self) -> None:
        """Show the lists anew; who was in them with the focus is in them still."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._scroller.isAncestorOf(focus)
        lists, desk = self.model.lists, self.desk
        for place in (self._left, self._right, self._empty_place):
            clear(place)
        self._side.setVisible(bool(lists.to_compare or lists.settled))
        self._section(
            self._left,
            "aside",
            self.tr("Set aside"),
            lists.set_aside,
            partial(rows.waiting_row, desk),
        )
        self._section(
            self._left,
            "waiting",
            self.tr("Waiting here"),
            lists.waiting,
            partial(rows.waiting_row, desk),
            words=self.tr("Saved on this till first, shared when head office answers."),
        )
        self._section(
            self._left,
            "fitted",
            self.tr("Fitted together"),
            lists.fitted,
            partial(rows.fitted_row, desk),
            words=self.tr("These were fitted together by themselves; nothing has to be done."),
        )
        self._section(
            self._right,
            "compare",
            self.tr("To compare"),
            lists.to_compare,
            lambda one: rows.compare_row(
                desk, one.title, one.count, partial(desk.go, "sync", one.key)
            ),
        )
        self._section(
            self._right,
            "settled",
            self.tr("Settled"),
            lists.settled,
            lambda one: rows.settled_row(desk, one, partial(self.model.take_back, one)),
            words=self.tr("Each can be taken back for 30 days."),
        )
        if lists.is_empty:
            self._empty_place.addWidget(self._empty())
        if had_focus:
            self._scroller.setFocus(Qt.FocusReason.OtherFocusReason)

    def _section(
        self,
        place: QVBoxLayout,
        name: str,
        title: str,
        found: Sequence[T],
        make: Callable[[T], QWidget],
        *,
        words: str = "",
    ) -> None:
        if not found:
            return
        theme, number = self.desk.theme, self.desk.words.number
        place.addWidget(SectionHeader(theme, title, remark=number(len(found))))
        if words:
            place.addSpacing(8)
            place.addWidget(PlainLabel(theme, words, role="s", color="ink2", wrap=True))
        shown = found if name in self._shows_all else found[:_SHOWN]
        for one in shown:
            place.addWidget(make(one))
        if len(found) > len(shown):
            told = self.tr("Show all {count}").format(count=number(len(found)))
            more = TextLink(theme, told, name=f"{told}: {title}")
            more.clicked.connect(partial(self._show_all, name))
            place.addWidget(more)
        place.addSpacing(28)

    def _empty(self) -> EmptyState:
        state, words = self.desk.sharing.state, ""
        if state.kind is SyncKind.ALONE:
            words = self.tr("This till keeps its book for itself.")
        elif state.last_at is not None and state.kind is not SyncKind.STOPPED:
            words = self.tr("What is written here is at head office, and nothing is to compare.")
        return EmptyState(
            self.desk.theme, icon="cloud-check", title=self.tr("Nothing waits"), words=words
        )

    def _show_all(self, name: str) -> None:
        self._shows_all.add(name)
        self._fill()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        width, theme = self.window().width(), self.desk.theme
        side = 32 if width < _COMPACT else 64 if width >= _WIDE else 45
        right = max(side, self.width() - side - _WIDEST) if width >= _WIDE else side
        short = self.window().height() < 800
        self._page.setContentsMargins(side, 26 if short else 38, right, 0)
        self._title.set_role("d34" if short else "d46")
        is_narrow = self.width() / theme.factor < _TWO_COLUMNS
        # What a person may do comes first where there is room for one column only.
        way = QBoxLayout.Direction
        self._columns.setDirection(way.BottomToTop if is_narrow else way.LeftToRight)
        self._columns.setSpacing(0 if is_narrow else 44)
        self._side.setMinimumWidth(0 if is_narrow else theme.px(_SIDE))
        self._side.setMaximumWidth(_ANY_WIDTH if is_narrow else theme.px(_SIDE))
