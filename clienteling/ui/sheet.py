"""An overlay of the shell that knows its desk and is begun with what it is about."""

from PySide6.QtWidgets import QWidget

from clienteling.ui.desk import Desk
from clienteling.ui.widgets import Overlay


class Sheet(Overlay):
    """Base of palette, log sheet and the like; subclasses choose a size and override ``begin``.

    Args:
        desk: What it works with.
        window: The window it covers.
    """

    size_wanted = (700, 640)
    top_wanted: int | None = 88

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk.theme, window, size=self.size_wanted, top=self.top_wanted)
        self.desk = desk
        self.set_hiding(desk.discreet)
        desk.discreet_changed.connect(self.set_hiding)

    def begin(self, *about: str) -> None:
        """Open it, about the given words (a client's id, a kind)."""
        del about
        self.open()
