"""Words that a client beside the screen should not read: hidden in the discreet view."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from clienteling.ui.theme import Role, Theme
from clienteling.ui.widgets.label import PlainLabel

HIDDEN = "•••"


class SecretLabel(PlainLabel):
    """An amount or a private note; the discreet view shows dots in its place.

    The place it takes does not change, and neither the tooltip nor a screen reader tells the words
    while they are hidden. Holding it reveals this one.

    Args:
        theme: The theme in force.
        text: The words.
        role: Type role.
        color: Colour token of the words.
        align: Left, right or centre.
        discreet: Whether the words are hidden at first.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: Role = "b",
        color: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        discreet: bool = False,
    ) -> None:
        self._secret = text
        self._discreet = discreet
        super().__init__(theme, text, role=role, color=color, align=align, elide=True)
        self._show(hidden=discreet)

    @override
    def set_text(self, text: str) -> None:
        """Keep other words, shown or hidden as the view is."""
        self._secret = text
        self._show(hidden=self._discreet)

    def set_discreet(self, discreet: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Hide or show the words."""
        self._discreet = discreet
        self._show(hidden=discreet)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._discreet:
            self._show(hidden=False)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._show(hidden=self._discreet)

    def _show(self, *, hidden: bool) -> None:
        self.setMinimumWidth(0)
        self.setText(self._secret)
        width = self.sizeHint().width()
        self.setText(HIDDEN if hidden and self._secret else self._secret)
        self.setMinimumWidth(max(width, self.sizeHint().width()) if hidden else 0)
