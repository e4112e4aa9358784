"""The window: rail, the page in front, and the overlays above it."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.dropped import dropped_table, holds_files
from clienteling.ui.locked import Lock
from clienteling.ui.navigation import PLACES, SETTINGS, Place, place_named
from clienteling.ui.notices import Notices
from clienteling.ui.rail import COMPACT_BELOW, Rail
from clienteling.ui.regions import walk
from clienteling.ui.screen import Screen, is_covered, is_typing, letters_act
from clienteling.ui.sheet import Sheet
from clienteling.ui.touch import Touch
from clienteling.ui.widgets import Overlay, Paper, Toast, line
from clienteling.ui.widgets.order import step_focus

LEAST = (1180, 720)
Where = tuple[str, Id | None]
S = TypeVar("S", bound=Sheet)


class MainWindow(Paper):
    """The window of the client book.

    Args:
        desk: What every page works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.desk = desk
        desk.setParent(self)
        self.rail = Rail(desk)
        self.stack = QStackedWidget()
        self.setLayout(line(self.rail, self.stack, gap=0))
        self._pages: dict[tuple[str, bool], Screen] = {}
        self._trail: list[Where] = []
        self._ahead: list[Where] = []
        self._language = desk.theme.language
        self.toast = Toast(desk.theme, self.stack)
        desk.notices = Notices(self.toast, self)
        desk.asked_for.connect(self.go)
        desk.asked_back.connect(self.back)
        self.rail.asked_for_find.connect(lambda: self.open_palette(""))
        desk.asked_to_log.connect(self.open_log)
        desk.asked_new_client.connect(self.open_new_client)
        desk.asked_for_keys.connect(self.open_keys)
        desk.me_changed.connect(self._meet)
        desk.discreet_changed.connect(self._say_title)
        self.lock = Lock(desk, self.rail, self.stack)
        self.lock.turned.connect(self._show_again)
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self._install_keys()
        Touch(self)
        self._say_title()

    @property
    def page(self) -> Screen | None:
        """The page in front."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Screen) else None

    @property
    def where(self) -> Where | None:
        """The place and thing in front."""
        return self._trail[-1] if self._trail else None

    def go(self, name: str, thing: Id | None = None) -> None:
        """Show a place, or a thing of it."""
        if self.where != (name, thing):
            self._trail.append((name, thing))
            self._ahead.clear()
        self._show(name, thing)

    def back(self) -> None:
        """Show what was in front before; from a thing opened first, its place."""
        if len(self._trail) > 1:
            self._ahead.append(self._trail.pop())
            self._show(*self._trail[-1])
        elif self._trail and self._trail[-1][1] is not None:
            name = self._trail[-1][0]
            self._trail = [(name, None)]
            self._show(name, None)

    def forward(self) -> None:
        """Show again what ``back`` left."""
        if self._ahead:
            self._trail.append(self._ahead.pop())
            self._show(*self._trail[-1])

    def open_palette(self, words: str) -> None:
        """Open the palette over the page, with words already written."""
        from clienteling.ui.screens.palette.view import Palette

        self._overlay(Palette).begin(words)

    def open_log(self, client_id: str, kind: str) -> None:
        """Open the log sheet for a client: note, piece, call or visit."""
        from clienteling.ui.screens.log.view import LogSheet

        self._overlay(LogSheet).begin(client_id, kind)

    def open_new_client(self, words: str) -> None:
        """Open the new-client sheet with what was typed."""
        from clienteling.ui.screens.new_client.view import NewClientSheet

        self._overlay(NewClientSheet).begin(words)

    def open_welcome(self) -> None:
        """Ask for the house of a book that has none."""
        from clienteling.ui.screens.welcome.view import WelcomeSheet

        self._overlay(WelcomeSheet).begin()

    def open_keys(self) -> None:
        """Show the keys of the page in front; the same key again puts them away."""
        from clienteling.ui.screens.keys.view import KeysSheet

        page = self.page
        keys = (*page.keys(), *page.more_keys()) if page else ()
        sheet = self._overlay(KeysSheet)
        if sheet.is_open:
            sheet.close_sheet()
            return
        sheet.show_keys(keys)
        sheet.begin()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go from part to part as one reads: rail, crumb, head, columns, toast."""
        step_focus(self, 1 if next else -1)
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_compact(self.width() < COMPACT_BELOW)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt tells of every translator, also of one for the language that is spoken already.
        is_new = self.desk.theme.language != self._language
        if event.type() is QEvent.Type.LanguageChange and is_new:
            self._language = self.desk.theme.language
            self._put_away()
            self.desk.rewrite()
            self.desk.language_changed.emit()
            self._say_title()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # What is being written in a sheet is not put away by a file.
        if holds_files(event) and not is_covered(self):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        try:
            path = dropped_table(event)
        except UserError as error:
            self.desk.fail(error)
            return
        self.go(SETTINGS.name, "bring-in")
        if self.page is not None:
            self.page.take_file(path)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Esc comes here when nobody else wanted it: a field lets go, then the page goes back.
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif is_typing() and self.page is not None:
            self.page.regions()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.close()
        super().closeEvent(event)

    def _show(self, name: str, thing: Id | None) -> None:
        self._put_away()
        if self.lock.is_closed:
            self.lock.stand_before()
            self._say_title()
            return
        place = place_named(name)
        page = self._page_of(place, thing is not None and place.thing is not None)
        self.rail.choose(name, thing)
        self.stack.setCurrentWidget(page)
        page.show_thing(thing)
        self.toast.raise_()
        if not is_typing():
            page.regions()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_title()

    def _show_again(self) -> None:
        self._show(*(self._trail[-1] if self._trail else ("clients", None)))

    def _put_away(self) -> None:
        """Close what lies over the page: it speaks of what was in front, in the words of then."""
        for overlay in self.findChildren(Overlay):
            overlay.close_sheet()

    def _page_of(self, place: Place, is_thing: bool) -> Screen:  # noqa: FBT001 - which of two pages
        key = (place.name, is_thing)
        if key not in self._pages:
            make = place.thing if is_thing and place.thing is not None else place.home
            page = make(self.desk)
            page.install_keys()
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    def _overlay(self, kind: type[S]) -> S:
        present = [one for one in self.findChildren(kind) if type(one) is kind]
        return present[0] if present else kind(self.desk, self)

    def _meet(self) -> None:
        self._say_title()
        if self.desk.me is None:
            self.open_welcome()

    def _say_title(self) -> None:
        # The task bar is seen by whoever stands by: the house and the place, never a client.
        page = self.page
        house = self.desk.backend.settings.text("house_name")
        title = page.title() if page else ""
        self.setWindowTitle(f"{title} — {house}" if title else house)

    def _install_keys(self) -> None:
        everywhere: list[tuple[str, Callable[[], None]]] = [
            ("Ctrl+K", lambda: self.open_palette("")),
            ("F9", lambda: self.desk.set_discreet(not self.desk.discreet)),
            ("Ctrl+Z", self.desk.undo),
            ("Ctrl+Shift+Z", self.desk.redo),
            ("Ctrl+N", lambda: self.open_new_client("")),
            ("Ctrl+,", lambda: self.go(SETTINGS.name)),
            ("F8", self.rail.open_sync),
            ("Alt+Left", self.back),
            ("Alt+Right", self.forward),
            ("F1", self.open_keys),
            ("F6", lambda: self._walk(1)),
            ("Shift+F6", lambda: self._walk(-1)),
        ]
        for number, place in enumerate(PLACES, 1):
            everywhere.append((f"Ctrl+{number}", lambda name=place.name: self.go(name)))  # type: ignore[misc] # bound now
        letters: list[tuple[str, Callable[[], None]]] = [
            ("/", lambda: self.open_palette("")),
            ("?", self.open_keys),
        ]
        for keys, act in everywhere:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(partial(self.lock.unless_closed, act))
            shortcut.activated.connect(partial(self.desk.key_uses.use, keys))
        for keys, act in letters:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self._letter, keys, act))

    def _letter(self, keys: str, act: Callable[[], None]) -> None:
        if self.lock.is_closed:
            return
        if not is_typing() and letters_act(self.desk) and not is_covered(self):
            act()
            self.desk.key_uses.use(keys)

    def _walk(self, step: int) -> None:
        page = self.page
        regions: list[QWidget] = [self.rail, *(page.regions() if page else ())]
        if self.toast.isVisible():
            regions.append(self.toast)
        walk(regions, step)
