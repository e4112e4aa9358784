"""The shelf of lookbooks: the last worked on first, and the way to a new one."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QStackedLayout, QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.queries.lookbooks import ShelfRow
from clienteling.ui.desk import Desk
from clienteling.ui.painting import ShelfPictures
from clienteling.ui.screen import Key, Screen
from clienteling.ui.screens.lookbooks.begin import BeginSheet
from clienteling.ui.screens.lookbooks.shelf import Shelf
from clienteling.ui.screens.lookbooks.view_model import ShelfModel
from clienteling.ui.screens.lookbooks.words import ShelfWords
from clienteling.ui.widgets import (
    Button,
    ChoiceChip,
    EmptyState,
    Menu,
    PlainLabel,
    SearchField,
    box,
    column,
    line,
)

_COMPACT, _WIDE, _WIDEST = 1440, 1728, 1520
_RING, _BAR = 5, 12
_SEARCH_WIDTH = 260


class LookbooksScreen(Screen):
    """The place *Lookbooks*.

    Args:
        desk: What the page works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.model = ShelfModel(desk, self)
        words = ShelfWords(desk)
        self.shelf = Shelf(theme, words, ShelfPictures(desk.pictures), self.model.first_page)
        self._begin: BeginSheet | None = None
        self._menu: Menu | None = None
        self._title = PlainLabel(theme, role="d46")
        self._counts = PlainLabel(theme, role="i20", color="ink2", elide=True)
        self.new = Button(theme, "", kind="primary", icon="plus", key="N")
        self.search = SearchField(theme, "", key="F")
        self._mine, self._all = ChoiceChip(theme, ""), ChoiceChip(theme, "")
        self._content = QStackedLayout()
        self.empty: EmptyState | None = None
        self._lay_out()
        self._connect()
        self.retranslate()

    # What a screen answers

    @override
    def show_thing(self, thing: Id | None) -> None:
        self.model.is_watched = True
        self.model.refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.is_watched = False

    @override
    def regions(self) -> tuple[QWidget, ...]:
        shown = self._content.currentWidget()
        main = self.shelf if shown is self.shelf or self.empty is None else self.empty.button
        return (main, self._head, self._filters)

    @override
    def keys(self) -> tuple[Key, ...]:
        return (
            Key("N", self.tr("New lookbook"), self.begin_new),
            Key("F", self.tr("Find a lookbook"), self._find),
        )

    @override
    def more_keys(self) -> tuple[Key, ...]:
        words = (
            ("Enter", self.tr("Open the lookbook")),
            ("Menu", self.tr("More for this lookbook")),
            ("Del", self.tr("Take it off the shelf")),
        )
        return tuple(Key(keys, text, _do_nothing) for keys, text in words)

    @override
    def title(self) -> str:
        return self.tr("Lookbooks")

    def retranslate(self) -> None:
        """Write every word again in the window's language."""
        self._title.set_text(self.tr("Lookbooks"))
        self.new.set_text(self.tr("New lookbook"))
        words = self.tr("Find a lookbook")
        self.search.edit.setPlaceholderText(words)
        self.search.edit.setAccessibleName(words)
        self.shelf.setAccessibleName(self.tr("Lookbooks"))
        self._mine.set_text(self.tr("My lookbooks"))
        self._all.set_text(self.tr("Whole boutique"))
        self._show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def begin_new(self) -> None:
        """Open the sheet that begins a lookbook."""
        if self._begin is None:
            self._begin = BeginSheet(self.desk, self.window())
        self._begin.begin()

    # Building

    def _lay_out(self) -> None:
        names = column(self._title, self._counts)
        head = line(names, self.new, gap=24)
        head.setStretch(0, 1)
        head.setAlignment(self.new, Qt.AlignmentFlag.AlignBottom)
        head.setContentsMargins(_RING, 0, _BAR, 0)
        self._head = box(head)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        filters = line(self._mine, self._all, None, self.search, gap=8)
        filters.setContentsMargins(_RING, 0, _BAR, 0)
        self._filters = box(filters)
        body = QWidget()
        body.setLayout(self._content)
        self._content.addWidget(self.shelf)  # after that: alone, it would open as a window
        self._page = column(self._head, 18, self._filters, 14, body)
        self._page.setStretch(4, 1)
        self.setLayout(self._page)

    def _connect(self) -> None:
        scopes = QButtonGroup(self)
        for chip, mine in ((self._mine, True), (self._all, False)):
            scopes.addButton(chip)
            chip.clicked.connect(lambda _=False, mine=mine: self.model.show_mine(mine=mine))
        self._all.setChecked(True)
        self.new.clicked.connect(self.begin_new)
        self.search.changed.connect(self.model.find)
        self.shelf.opened.connect(self._open)
        self.shelf.removed.connect(self.model.take_away)
        self.shelf.menu_wanted.connect(self._open_menu)
        self.model.changed.connect(self._show)
        self.model.drawn.connect(lambda _: self.shelf.viewport().update())
        self.desk.pictures.arrived.connect(lambda _: self.shelf.redraw())
        self.desk.discreet_changed.connect(lambda _: self.shelf.redraw())
        self.desk.language_changed.connect(self.retranslate)
        self.desk.theme.changed.connect(self._set_margins)

    def _set_margins(self) -> None:
        width = self.window().width()
        side = 32 if width < _COMPACT else 64 if width >= _WIDE else 45
        right = max(side, self.width() - side - _WIDEST) if width >= _WIDE else side
        short = self.window().height() < 800
        self._page.setContentsMargins(side - _RING, 26 if short else 41, right - _BAR, 0)
        self._title.set_role("d34" if short else "d46")
        self.search.setFixedWidth(self.desk.theme.px(_SEARCH_WIDTH))

    # What is shown

    def _show(self) -> None:
        rows = self.model.rows
        self.shelf.show_rows(rows)
        drafts = sum(1 for row in rows if row.status.value == "draft")
        number = self.desk.words.number
        many = self.tr("{count} on the shelf").format(count=number(len(rows)))
        working = self.tr("{count} being composed").format(count=number(drafts))
        self._counts.set_text(f"{many} · {working}" if rows else "")
        if rows or not self.model.is_read:
            self._content.setCurrentWidget(self.shelf)
        else:
            self._show_empty()

    def _show_empty(self) -> None:
        searched = bool(self.model.words.strip())
        old = self.empty
        if searched:
            title = self.tr("No lookbook has these words")
            words = self.tr("Fewer letters, or the client's name, may find it.")
        else:
            title = self.tr("The shelf is empty")
            words = self.tr("Compose a page of pieces and a few words for someone.")
        self.empty = EmptyState(
            self.desk.theme,
            icon="book-open",
            title=title,
            words=words,
            act="" if searched else self.tr("New lookbook"),
        )
        self.empty.pressed.connect(self.begin_new)
        self._content.addWidget(self.empty)
        self._content.setCurrentWidget(self.empty)
        if old is not None:
            self._content.removeWidget(old)
            old.deleteLater()

    # What a person does

    def _find(self) -> None:
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def _open(self, row: ShelfRow) -> None:
        self.desk.go("lookbooks", row.id)

    def _open_menu(self, row: ShelfRow, at: QPoint) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = Menu(self.desk.theme, self)
        menu.addAction(self.tr("Open"), partial(self._open, row))
        menu.addAction(self.tr("Copy"), partial(self.model.copy, row))
        menu.addSeparator()
        menu.addAction(self.tr("Take it off the shelf"), partial(self.model.take_away, row))
        menu.popup(at)


def _do_nothing() -> None:
    """Stand for a key that a part of the page takes by itself."""
