"""The line below the canvas: how to place a piece without dragging, and a way to press for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Keycap, PlainLabel, TextLink, line


class Hint(QWidget):
    """Says what comes next; ``place_wanted`` when it is pressed.

    Args:
        theme: The theme in force.
    """

    place_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = PlainLabel(theme, role="s", color="ink2", elide=True)
        self._key = Keycap(theme, "↵")
        self._place = TextLink(theme, "")
        self._place.clicked.connect(self.place_wanted)
        self._piece: str | None = None
        self._frame: int | None = None
        layout = line(self._words, self._key, self._place, None, gap=10)
        self.setLayout(layout)
        self.setFixedHeight(max(44, theme.px(32)))
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words again in the window's language."""
        self._place.set_text(self.tr("Place it here"))
        self.show_state(self._piece, self._frame)

    def show_state(self, piece: str | None, frame: int | None) -> None:
        """Say what to do next.

        Args:
            piece: The name of the piece taken up.
            frame: The frame chosen, from 0.
        """
        self._piece, self._frame = piece, frame
        ready = piece is not None and frame is not None
        self._place.setVisible(ready)
        self._key.setVisible(piece is None or ready)
        if piece is None:
            self._words.set_text(
                self.tr("Or, without dragging: choose a piece, choose a frame, press")
            )
        elif frame is None:
            self._words.set_text(self.tr("{piece}: now choose a frame").format(piece=piece))
        else:
            words = self.tr("{piece}, into frame {number}")
            self._words.set_text(words.format(piece=piece, number=frame + 1))
