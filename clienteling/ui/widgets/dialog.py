"""The dialog: only for what cannot be undone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.ui.theme import Theme
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import column, line
from clienteling.ui.widgets.overlay import Overlay

_WIDTH = 400


class Dialog(Overlay):
    """Asks before an act that cannot be undone; the safe answer has the focus.

    Args:
        theme: The theme in force.
        window: The window it covers.
        title: Names the thing: "Erase Beatrice Altieri?"
        body: What goes and what stays.
        keep: The safe act: "Keep the card".
        act: The irreversible act: "Erase".
        type_to_confirm: Words that must be typed before the act can be done.
        type_label: Label of that field: "Type the family name to go on".
        extra: Further parts between body and buttons (a manager's code).
    """

    agreed = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        *,
        title: str,
        body: str,
        keep: str,
        act: str,
        type_to_confirm: str = "",
        type_label: str = "",
        extra: QWidget | None = None,
    ) -> None:
        super().__init__(theme, window, size=(_WIDTH, 0))
        self._expected = type_to_confirm
        self.setAccessibleName(title)
        self.setAccessibleDescription(body)
        self.keep_button = Button(theme, keep)
        self.act_button = Button(theme, act, kind="critical")
        self.field = Field(theme, type_label, message_slot=False)
        if not type_to_confirm:  # Shown before it has a parent, it would be a window of its own.
            self.field.hide()
        heading = PlainLabel(theme, title, role="d28", wrap=True)
        words = PlainLabel(theme, body, role="s", color="ink2", wrap=True)
        parts: list[QWidget | int] = [heading, 8, words, 16, self.field]
        if extra is not None:
            parts += [12, extra]
        buttons = line(None, self.keep_button, self.act_button, gap=10)
        self.sheet.setLayout(column(*parts, 16, buttons, margins=(28, 24, 28, 24)))
        self.keep_button.clicked.connect(self.close_sheet)
        self.act_button.clicked.connect(self._agree)
        self.field.changed.connect(self._check)
        self._check()

    @override
    def open(self, focus: QWidget | None = None) -> None:
        safe = self.field.edit if self._expected else self.keep_button
        super().open(focus or safe)

    def _check(self) -> None:
        typed = self.field.text.casefold()
        self.act_button.setEnabled(typed == self._expected.strip().casefold())

    def _agree(self) -> None:
        self.close_sheet()
        self.agreed.emit()
