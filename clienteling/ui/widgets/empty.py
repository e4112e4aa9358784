"""What a place shows while there is nothing in it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import draw_box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.icon import IconLabel
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import column


class EmptyState(QWidget):
    """A thin icon, one sentence in serif, one line, and perhaps one act.

    Args:
        theme: The theme in force.
        icon: Name of a Phosphor icon.
        title: "The workshop is clear"
        words: One line.
        act: The one thing to do from here; ``pressed`` tells.
        act_icon: Icon of that button.
        framed: Whether a hairline box surrounds it.
    """

    pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str,
        title: str,
        words: str = "",
        act: str = "",
        act_icon: str | None = "plus",
        framed: bool = False,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._framed = framed
        centre = Qt.AlignmentFlag.AlignHCenter
        self.button = Button(theme, act, icon=act_icon)
        if not act:  # Shown before it has a parent, it would be a window of its own.
            self.button.hide()
        parts = [
            IconLabel(theme, icon, color="ink3", size=32),
            PlainLabel(theme, title, role="d24", wrap=True, align=centre),
            PlainLabel(theme, words, role="s", color="ink2", wrap=True, align=centre),
            self.button,
        ]
        gaps = (8, 2, 12, 0)
        items: list[QWidget | int | None] = [None]
        for part, gap in zip(parts, gaps, strict=True):
            items += [part, gap]
        layout = column(*items, None, margins=(24, 24, 24, 24))
        for part in (parts[0], self.button):
            layout.setAlignment(part, centre)
        self.setLayout(layout)
        self.button.clicked.connect(self.pressed)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._framed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, QRectF(self.rect()), RADIUS.control, None, self.theme.color("hair"))
