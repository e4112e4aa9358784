"""What a screen is to the shell: a page that can be opened, refreshed, named and given keys."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.widgets import Overlay, Paper


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a page: what it does, in words, for the ``?`` sheet and the palette."""

    keys: str
    words: str
    act: Callable[[], None]


class Screen(Paper):
    """A page of the window. Subclasses build themselves in the constructor.

    Args:
        desk: What the page works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.desk = desk
        self._shortcuts: list[QShortcut] = []

    def show_thing(self, thing: Id | None) -> None:
        """Show a thing of the place (a client, a lookbook), or the place itself."""

    def take_file(self, path: Path) -> None:
        """Take a file that was let go over the window; only the page that brings files in does."""

    def regions(self) -> tuple[QWidget, ...]:
        """Return what ``F6`` walks through, left to right; the first takes focus on entering."""
        return (self,)

    def keys(self) -> tuple[Key, ...]:
        """Return the page's own keys."""
        return ()

    def more_keys(self) -> tuple[Key, ...]:
        """Return the keys that a part of the page takes by itself, for the ``?`` sheet."""
        return ()

    def title(self) -> str:
        """Return what the window's title says; never a client's name (the task bar is seen)."""
        return ""

    def install_keys(self) -> None:
        """Make the page's keys act while the page is shown and nobody is typing."""
        for key in self.keys():
            shortcut = QShortcut(QKeySequence(key.keys), self)
            shortcut.activated.connect(Guarded(self, key))
            self._shortcuts.append(shortcut)


class Guarded:
    """Runs a key's act unless its single letter belongs to a field that has focus."""

    def __init__(self, screen: Screen, key: Key) -> None:
        self._screen, self._key = screen, key

    def __call__(self) -> None:
        """Act, unless somebody is typing or the page is covered."""
        if is_covered(self._screen.window()):
            return
        single = len(self._key.keys) == 1
        if single and (is_typing() or not letters_act(self._screen.desk)):
            return
        self._key.act()
        self._screen.desk.key_uses.use(self._key.keys)


def is_covered(window: QWidget) -> bool:
    """Say whether an overlay lies over the page."""
    return any(one.is_open for one in window.findChildren(Overlay))


def is_typing() -> bool:
    """Say whether a field that takes letters has focus."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit | QPlainTextEdit | QAbstractSpinBox)


def letters_act(desk: Desk) -> bool:
    """Say whether single letters act, as set under Settings, Keys."""
    return desk.backend.settings.flag("letter_keys")
