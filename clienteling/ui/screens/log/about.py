"""The rows below the words: what the note is about, and who may read it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.finder import Found, PieceFinder
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import (
    ChipGroup,
    ChoiceChip,
    FlowLayout,
    PlainLabel,
    box,
    clear,
    column,
    line,
)

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard

_LABEL = 92
_WISHES = 2


class About(QWidget):
    """One piece at most: a wish of hers, or one that is found.

    A wish that the words name is chosen by itself, until somebody chooses otherwise.

    Args:
        desk: Theme and search.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.theme = desk.theme
        self._offered: list[tuple[Id, str]] = []
        self.product_id: Id | None = None
        self._by_hand = False
        self._chips = FlowLayout(gap=8, line_gap=0)
        self.finder = PieceFinder(desk, self.tr("Find a piece by name, number or scan"))
        self.finder.hide()
        self.finder.chosen.connect(self._add)
        self.setLayout(
            column(labelled(self.theme, self.tr("About"), box(self._chips)), self.finder)
        )

    def begin(self) -> None:
        """Forget the piece."""
        self.product_id, self._by_hand = None, False
        self._offered = []
        self.finder.empty()
        self.finder.hide()
        self._draw()

    def offer(self, card: "ClientCard") -> None:
        """Offer the pieces on her wish list."""
        wished = [(one.product_id, one.words) for one in card.wishes if one.product_id]
        known = {piece for piece, _name in self._offered}
        self._offered += [one for one in wished[:_WISHES] if one[0] not in known]
        self._draw()

    def read(self, words: str) -> None:
        """Choose the wish that the words name."""
        if self._by_hand:
            return
        said = words.casefold()
        named = [
            piece for piece, name in self._offered if name.split(" ")[0].casefold() in said.split()
        ]
        wanted = named[0] if named else None
        if wanted != self.product_id:
            self.product_id = wanted
            self._draw()

    def body(self) -> list[str] | None:
        """Return the piece for a draft: its id and name."""
        name = dict(self._offered).get(self.product_id or "")
        return [self.product_id, name] if self.product_id and name else None

    def restore(self, kept: Any) -> None:
        """Choose the piece of a draft."""
        if kept:
            self._add(Found(kept[0], kept[1]))

    def _add(self, found: Found) -> None:
        if found.id not in dict(self._offered):
            self._offered.append((found.id, found.name))
        self.product_id, self._by_hand = found.id, True
        self.finder.hide()
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        clear(self._chips)
        for piece, name in self._offered:
            chip = ChoiceChip(self.theme, name, icon="coat-hanger")
            chip.setChecked(piece == self.product_id)
            chip.clicked.connect(lambda _checked=False, piece=piece: self._press(piece))
            self._chips.addWidget(chip)
        add = ChoiceChip(self.theme, self.tr("Add a piece"), icon="plus", checkable=False)
        add.clicked.connect(self._open_finder)
        self._chips.addWidget(add)
        self.updateGeometry()

    def _press(self, piece: Id) -> None:
        self._by_hand = True
        self.product_id = None if piece == self.product_id else piece
        self._draw()
        self.changed.emit()

    def _open_finder(self) -> None:
        self.finder.show()
        self.finder.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def seen_by(theme: Theme, words: list[tuple[str, str]], name: str) -> tuple[QWidget, ChipGroup]:
    """Return the row of who may read it, and its chips."""
    chips = ChipGroup(theme, words, name=name)
    return labelled(theme, name, chips), chips


def labelled(theme: Theme, label: str, part: QWidget) -> QWidget:
    """Return a row of the sheet: its label at left, its choices at right."""
    words = PlainLabel(theme, label, role="s", color="ink2", elide=True)
    words.setFixedSize(theme.px(_LABEL), theme.px(44))
    row = line(words, part, gap=0)
    row.setAlignment(words, Qt.AlignmentFlag.AlignTop)
    row.setStretch(1, 1)
    return box(row)
