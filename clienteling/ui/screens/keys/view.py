"""The ``?`` sheet: the keys of the page in front, and those of the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from clienteling.ui.desk import Desk
from clienteling.ui.navigation import PLACES
from clienteling.ui.screen import Key
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import (
    Keycap,
    PlainLabel,
    ScrollPage,
    SectionHeader,
    box,
    column,
    icon_button,
    line,
)

_COLUMNS = 2


class KeysSheet(Sheet):
    """Keys and what they do; ``show_keys`` says those of the page before it is begun.

    Args:
        desk: What it works with.
        window: The window it covers.
    """

    size_wanted = (720, 640)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self._keys: tuple[Key, ...] = ()
        self._title = PlainLabel(desk.theme, role="d34")
        self._close = icon_button(desk.theme, "x", self.tr("Close"))
        self._close.clicked.connect(self.close_sheet)
        self._body = ScrollPage(desk.theme)
        head = line(self._title, None, self._close)
        self.sheet.setLayout(column(head, 12, self._body, margins=(32, 20, 20, 20)))

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        """Take the keys of the page in front."""
        self._keys = keys

    @override
    def begin(self, *about: str) -> None:
        self._title.set_text(self.tr("Keys"))
        self.setAccessibleName(self.tr("Keys"))
        self._close.set_name(self.tr("Close"))
        page = [(one.keys, one.words) for one in self._keys]
        parts = column(gap=0, margins=(0, 0, 12, 12))
        for title, keys in (
            (self.tr("This page"), page),
            (self.tr("Everywhere"), self._window_keys()),
        ):
            if keys:
                parts.addWidget(SectionHeader(self.desk.theme, title))
                parts.addSpacing(8)
                parts.addLayout(self._rows(keys))
                parts.addSpacing(24)
        parts.addStretch(1)
        self._body.set_content(box(parts))
        self.open(self._close)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?" or event.key() == Qt.Key.Key_F1:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def _window_keys(self) -> list[tuple[str, str]]:
        places = [(f"Ctrl+{number}", place.words()) for number, place in enumerate(PLACES, 1)]
        return [
            ("/", self.tr("Find a client")),
            ("Ctrl+K", self.tr("Find anything")),
            *places,
            ("Ctrl+,", self.tr("Settings")),
            ("Ctrl+N", self.tr("New client")),
            ("Esc", self.tr("Close, then back")),
            ("Alt+Left", self.tr("Back")),
            ("Alt+Right", self.tr("Forward")),
            ("Ctrl+Z", self.tr("Undo")),
            ("Ctrl+Shift+Z", self.tr("Do again")),
            ("F8", self.tr("What waits to be shared")),
            ("F6", self.tr("Next region")),
            ("Shift+F6", self.tr("Region before")),
            ("F9", self.tr("Discreet view")),
            ("?", self.tr("These keys")),
        ]

    def _rows(self, keys: list[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(0)
        depth = -(-len(keys) // _COLUMNS)
        for number, (written, words) in enumerate(keys):
            grid.addWidget(self._row(written, words), number % depth, number // depth)
        for one in range(_COLUMNS):
            grid.setColumnStretch(one, 1)
        return grid

    def _row(self, written: str, words: str) -> QWidget:
        label = PlainLabel(self.desk.theme, words, role="b", elide=True)
        row = line(label, gap=4)
        row.setStretch(0, 1)
        for one in key_names(written):
            row.addWidget(Keycap(self.desk.theme, one, fades=False))
        made = box(row)
        made.setFixedHeight(self.desk.theme.px(32))
        return made


def key_names(written: str) -> list[str]:
    """Return the keys of a shortcut as they stand on the keyboard, in this system's words.

    >>> key_names("Alt+Left"), key_names("Ctrl+,")
    (['Alt', '←'], ['Ctrl', ','])
    """
    signs = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "↵", "Enter": "↵"}
    parts = [part for part in written.split("+") if part] or ["+"]
    return [signs.get(part) or native(part) for part in parts]


def native(part: str) -> str:
    """Return a modifier as this system names it; ``Ctrl`` is ``⌘`` on macOS."""
    if part in {"Ctrl", "Shift", "Alt", "Meta"}:
        whole = QKeySequence(f"{part}+A").toString(QKeySequence.SequenceFormat.NativeText)
        return whole[:-1].rstrip("+")
    return part
