"""The field above the story: words, Enter, and the note is kept."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from clienteling.ui.desk import Desk
from clienteling.ui.sentences import said
from clienteling.ui.widgets import Box, IconLabel, Keycap, PlainLabel, column, icon_button
from clienteling.ui.widgets.announce import show_message

_HEIGHT = 48


class WritingField(QWidget):
    """Takes a note in one line; ``written`` carries it. The buttons open the log sheet.

    Args:
        desk: Theme.
    """

    written = Signal(str)
    asked_to_log = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.edit = _Line()
        self.edit.setPlaceholderText(self.tr("Write a note…"))
        self.edit.setAccessibleName(self.tr("Write a note"))
        self.box = Box(theme, self.edit, height=_HEIGHT)
        self.box.lead(IconLabel(theme, "note-pencil", color="ink2", size=20))
        for kind, icon, name in (
            ("piece", "handbag-simple", self.tr("Log a piece")),
            ("call", "phone", self.tr("Log a call")),
            ("visit", "storefront", self.tr("Log a visit")),
        ):
            button = icon_button(theme, icon, name)
            button.clicked.connect(lambda _checked=False, kind=kind: self.asked_to_log.emit(kind))
            self.box.trail(button)
        self.keycap = Keycap(theme, "N")
        self.box.trail(self.keycap)
        self._message = PlainLabel(theme, role="c", color="crit", wrap=True)
        self._message.hide()
        self.setFocusProxy(self.edit)
        self.setLayout(column(self.box, 4, self._message))
        self.edit.returnPressed.connect(self._write)
        self.edit.textEdited.connect(self._clear)

    @property
    def words(self) -> str:
        """What is being written."""
        return self.edit.text().strip()

    def empty(self) -> None:
        """Begin a new note."""
        self.edit.clear()
        self._clear()

    def refuse(self, error: Exception) -> None:
        """Say why the note was not kept; the words stay."""
        show_message(self._message, said(error))
        self._message.show()
        self.box.set_state("error")

    def _write(self) -> None:
        if self.words:
            self.written.emit(self.words)

    def _clear(self) -> None:
        self._message.hide()
        self.box.set_state("plain")


class _Line(QLineEdit):
    """A line that gives its focus back on Esc and keeps the words."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            return
        super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())
