"""The line of chips above the list, and how it is sorted, in words, at its right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget
from typing_extensions import override

from clienteling.queries.client_list import ListFilter, ListSort
from clienteling.ui.screens.clients.words import filter_word, sort_word
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import ChoiceChip, FlowLayout, TextLink, line

_FILTERS = tuple(one for one in ListFilter if one is not ListFilter.EVERYONE)


class Filters(QWidget):
    """Whose clients, and which of them.

    ``scope_chosen(mine)``, ``filter_chosen(ListFilter)`` and ``sort_asked()`` tell what was
    pressed; ``show_state`` shows what came of it.

    Args:
        theme: The theme in force.
    """

    scope_chosen = Signal(bool)
    filter_chosen = Signal(object)
    sort_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._mine = ChoiceChip(theme, "")
        self._all = ChoiceChip(theme, "")
        scopes = QButtonGroup(self)
        scopes.addButton(self._mine)
        scopes.addButton(self._all)
        self._mine.clicked.connect(lambda: self.scope_chosen.emit(True))
        self._all.clicked.connect(lambda: self.scope_chosen.emit(False))
        self._chips = {one: ChoiceChip(theme, "") for one in _FILTERS}
        for one, chip in self._chips.items():
            chip.clicked.connect(lambda _on=False, one=one: self.filter_chosen.emit(one))
        self.sort = TextLink(theme, "", underline=False, role="s", trailing="caret-down")
        self.sort.clicked.connect(self.sort_asked)
        flow = FlowLayout(self._mine, self._all, *self._chips.values(), gap=8, line_gap=0)
        layout = line(flow, self.sort, gap=16)
        layout.setStretch(0, 1)
        layout.setAlignment(self.sort, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)

    def show_state(self, *, mine: bool, chosen: ListFilter, sort: ListSort, circle: str) -> None:
        """Show which chips are chosen and how the list is sorted, in the window's language."""
        self.setAccessibleName(self.tr("Filters"))
        self._mine.set_text(self.tr("My clients"))
        self._all.set_text(self.tr("Whole boutique"))
        self._mine.setChecked(mine)
        self._all.setChecked(not mine)
        for one, chip in self._chips.items():
            chip.set_text(filter_word(one, circle))
            chip.setChecked(one is chosen)
        self.sort.set_text(sort_word(sort))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0
