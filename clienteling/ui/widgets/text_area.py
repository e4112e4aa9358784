"""Several lines of words, in the same box as a field."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from clienteling.ui.theme import Role, Theme
from clienteling.ui.widgets.field import Box
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import column
from clienteling.ui.widgets.scroll import ScrollBar


class TextArea(QWidget):
    """Several lines of words in a box.

    Args:
        theme: The theme in force.
        label: Above the box, or only for a screen reader when ``show_label`` is off.
        placeholder: Shown while empty.
        role: Type role of the words; notes to clients are italic serif.
        rows: Height in lines at the least.
        show_label: Whether the label is drawn.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        placeholder: str = "",
        role: Role = "b",
        rows: int = 4,
        show_label: bool = True,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._role: Role = role
        self._rows = rows
        self.edit = _Words()
        self.edit.setVerticalScrollBar(ScrollBar(theme, Qt.Orientation.Vertical))
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(label)
        self.box = Box(theme, self.edit, height=None)
        inner = self.box.layout()
        assert inner is not None
        inner.setContentsMargins(11, 9, 8, 9)
        self.setFocusProxy(self.edit)
        self.label = PlainLabel(theme, label, role="s", color="ink2")
        parts = (self.label, 5, self.box) if show_label else (self.box,)
        self.setLayout(column(*parts))
        self.restyle()
        theme.changed.connect(self.restyle)
        self.edit.textChanged.connect(self.changed)

    def restyle(self) -> None:
        """Take the role's font and line height from the theme."""
        self.edit.setFont(self.theme.font(self._role))
        self.edit.setMinimumHeight(self._rows * self.theme.line(self._role) + 10)

    @property
    def text(self) -> str:
        """The words typed, without space at the ends."""
        return self.edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.edit.setPlainText(text)


class _Words(QPlainTextEdit):
    """Plain words without frame; Tab goes on to the next control."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())
