"""The card's first line: the way back, where the client stands, the discreet view, and more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from clienteling.ui.desk import Desk
from clienteling.ui.screens.card.order import Place
from clienteling.ui.widgets import Button, PlainLabel, icon_button, line

#: How far the crumb reaches beyond the page's edges, so that its drawings stand on them.
REACH = (23, 10)


class Crumb(QWidget):
    """Back, "12 of 214 · my clients" with its arrows, the discreet view and the menu.

    Args:
        desk: Theme and discreet view.
        back: Where the way back leads, in a word.
        is_page: A page of the card shows only the way back and the discreet view.
    """

    asked_back = Signal()
    stepped = Signal(int)
    asked_more = Signal()

    def __init__(self, desk: Desk, back: str, *, is_page: bool = False) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.back = Button(theme, back, kind="quiet", icon="caret-left")
        self.place = PlainLabel(theme, role="s", color="ink2")
        self.up = icon_button(theme, "caret-up", self.tr("Client before ([)"))
        self.down = icon_button(theme, "caret-down", self.tr("Next client (])"))
        self.discreet = Button(
            theme, self.tr("Discreet view"), kind="quiet", icon="eye-slash", key="F9"
        )
        self.discreet.setCheckable(True)
        self.more = icon_button(theme, "dots-three", self.tr("More"))
        parts = (self.back, self.place, self.up, self.down, None, self.discreet, self.more)
        layout = line(*parts, gap=8)
        layout.setAlignment(self.place, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)
        for part in (self.place, self.up, self.down, self.more):
            part.setVisible(not is_page)
        self.back.clicked.connect(self.asked_back)
        self.up.clicked.connect(lambda: self.stepped.emit(-1))
        self.down.clicked.connect(lambda: self.stepped.emit(1))
        self.more.clicked.connect(self.asked_more)
        self.discreet.clicked.connect(desk.set_discreet)
        desk.discreet_changed.connect(self.discreet.setChecked)
        self.discreet.setChecked(desk.discreet)

    def show_place(self, place: Place | None) -> None:
        """Say where the client stands; nothing where she is in no list."""
        if place is None:
            self.place.set_text("")
        elif place.mine:
            words = self.tr("{place} of {count} · my clients")
            self.place.set_text(words.format(place=place.number, count=place.count))
        else:
            words = self.tr("{place} of {count} · all clients")
            self.place.set_text(words.format(place=place.number, count=place.count))
        for arrow, other in ((self.up, "before"), (self.down, "after")):
            arrow.setVisible(place is not None)
            arrow.setEnabled(place is not None and getattr(place, other) is not None)
