"""The palette's two edges: the words one types, and the keys at its foot."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from clienteling.ui.desk import Desk
from clienteling.ui.screens.palette.lines import Scope
from clienteling.ui.screens.palette.view_model import Wishing
from clienteling.ui.widgets import IconLabel, Keycap, KeyHints, TextLink, clear, column, line

_HEAD, _FOOT = 68, 46
_LETTERS = 20


class Head(QWidget):
    """The field, and what is looked for; ``turned`` asks for the next kind of thing.

    Args:
        desk: The theme and the words.
    """

    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.theme = desk.theme
        self.edit = QLineEdit()
        self.edit.setFrame(False)
        self._glass = IconLabel(self.theme, "magnifying-glass", color="ink2", size=22)
        self._scope = TextLink(self.theme, "", underline=False, role="s")
        self._scope.clicked.connect(self.turned)
        tab = Keycap(self.theme, "Tab")
        row = line(self._glass, 14, self.edit, 16, self._scope, 12, tab, gap=0)
        row.setContentsMargins(24, 0, 20, 0)
        row.setStretch(2, 1)
        self.setLayout(row)
        self.restyle()
        self.theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take font, height and colours from the theme."""
        font = self.theme.font("bm")
        font.setPixelSize(self.theme.px(_LETTERS))
        self.edit.setFont(font)
        palette = self.edit.palette()
        palette.setColor(QPalette.ColorRole.Base, self.theme.color("surface"))
        palette.setColor(QPalette.ColorRole.Text, self.theme.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.theme.color("ink3"))
        self.edit.setPalette(palette)
        self.setFixedHeight(self.theme.px(_HEAD))

    def say(self, scope: Scope, wishing: Wishing | None) -> None:
        """Say what is looked for."""
        words = {
            Scope.ALL: self.tr("Clients, pieces, commands"),
            Scope.CLIENTS: self.tr("Clients"),
            Scope.PIECES: self.tr("Pieces"),
            Scope.COMMANDS: self.tr("Commands"),
        }[scope]
        asked = {
            Scope.ALL: self.tr("A name, a number, a piece"),
            Scope.CLIENTS: self.tr("A name, in any script, or a number"),
            Scope.PIECES: self.tr("A piece, a colour or a style number"),
            Scope.COMMANDS: self.tr("What shall be done"),
        }[scope]
        if wishing is not None:
            words, asked = self.tr("Pieces"), self.tr("A piece, or words of your own")
        self._scope.set_text(words)
        self._scope.set_name(self.tr("Looking for: {what}").format(what=words))
        self.edit.setPlaceholderText(asked)
        self.edit.setAccessibleName(asked)


class Foot(QWidget):
    """The keys, and how many were found.

    Args:
        desk: The theme.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.theme = desk.theme
        self._column = column(margins=(24, 0, 24, 0))
        self.setLayout(self._column)
        self._hints: KeyHints | None = None
        self._shown = ("", "")
        self._size()
        self.theme.changed.connect(self._size)

    def say(self, remark: str, enter: str) -> None:
        """Say how many were found, and what Enter does with the chosen line."""
        if self._hints is None or self._shown != (self.theme.language, enter):
            self._shown = (self.theme.language, enter)
            clear(self._column)
            self._hints = KeyHints(self.theme, self._keys(enter))
            self._column.addWidget(self._hints)
        self._hints.remark.set_text(remark)

    def _keys(self, enter: str) -> list[tuple[list[str], str]]:
        return [
            (["↑", "↓"], self.tr("choose")),
            *([(["↵"], enter)] if enter else []),
            (["→"], self.tr("actions")),
            (["Esc"], self.tr("close")),
        ]

    def _size(self) -> None:
        self.setFixedHeight(self.theme.px(_FOOT))
