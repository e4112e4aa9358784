"""The page's head: the way back, whose card it is, what happened, and what to do with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from clienteling.ui.desk import Desk
from clienteling.ui.plates import PictureFrame, Plates
from clienteling.ui.screens.compare import words
from clienteling.ui.screens.compare.view_model import CompareModel
from clienteling.ui.widgets import Button, PlainLabel, box, clear, column, line

if TYPE_CHECKING:
    from clienteling.queries.people import Person

_PLATE = (52, 65)
_REACH = 16


class Top(QWidget):
    """Crumb, title, the acts of the page, and a few sentences.

    Args:
        desk: Theme and words.
        model: What is compared.
        plates: Pictures fitted to frames.
    """

    def __init__(self, desk: Desk, model: CompareModel, plates: Plates) -> None:
        super().__init__()
        self.desk, self.model, self._plates = desk, model, plates
        theme = desk.theme
        self.back = Button(theme, self.tr("What waits"), kind="quiet", icon="caret-left")
        self.place = PlainLabel(theme, role="s", color="ink2")
        self.title = PlainLabel(theme, role="d40", elide=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.later = Button(theme, self.tr("Later"), kind="quiet")
        self.keep = Button(theme, self.tr("Keep these"), kind="primary", key="↵")
        self.acts = box(line(self.later, self.keep, gap=8))
        self.intro = PlainLabel(theme, role="b", color="ink2", wrap=True)
        self._portrait: QVBoxLayout = column()
        crumb = line(self.back, self.place, None, gap=8)
        crumb.setAlignment(self.place, Qt.AlignmentFlag.AlignVCenter)
        self._first = column(crumb)
        title = line(box(self._portrait), self.title, self.acts, gap=20)
        title.setStretch(1, 1)
        self._second = column(title, 16, self.intro)
        self.setLayout(column(self._first, self._second))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_sides(self, left: int, right: int) -> None:
        """Keep clear of the page's edges."""
        self._first.setContentsMargins(left - _REACH, 6, right, 0)
        self._second.setContentsMargins(left, 4, right, 0)

    def fill(self) -> None:
        """Show what is compared now."""
        shown = self.model.comparison
        if shown is None:
            return
        place = self.tr("{place} of {count} to compare")
        count = len(self.model.comparisons)
        self.place.set_text(place.format(place=self.model.place, count=count))
        card, thing = self.tr("Two versions of one card"), self.tr("Two versions of one thing")
        self.title.set_text(card if shown.client_id else thing)
        self.intro.set_text(words.intro(self.desk, shown))
        clear(self._portrait)
        person = self.model.people.get(shown.client_id or "")
        if person is not None:
            self._portrait.addWidget(self._frame(person))

    def _frame(self, person: "Person") -> PictureFrame:
        return PictureFrame(
            self.desk,
            self._plates,
            person.portrait,
            _PLATE,
            initials=person.monogram,
            name=person.display,
        )
