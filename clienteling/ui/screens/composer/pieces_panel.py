"""The column at left: find pieces, filter them, take one up."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.queries.pieces import PieceRow
from clienteling.ui.plates import Plates
from clienteling.ui.screens.composer.piece_list import PieceList
from clienteling.ui.screens.composer.state import Filters
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import (
    ChoiceChip,
    FlowLayout,
    PlainLabel,
    SearchField,
    SectionHeader,
    column,
)

_RING, _BAR = 4, 12


class PiecesPanel(QWidget):
    """Search, chips and pieces.

    ``filtered(name, value)`` tells of a filter that was changed.

    Args:
        theme: The theme in force.
        plates: Pictures fitted to their tiles.
    """

    filtered = Signal(str, object)

    def __init__(self, theme: Theme, plates: Plates) -> None:
        super().__init__()
        self.theme = theme
        self.header = SectionHeader(theme, "")
        self.search = SearchField(theme, "", key="F")
        self.list = PieceList(theme, plates, "")
        self.none = PlainLabel(theme, role="s", color="ink2", wrap=True)
        self.none.hide()
        self.chips = {name: ChoiceChip(theme, "") for name in ("in_size", "wished", "new")}
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda on, name=name: self.filtered.emit(name, on))
        self.search.edit.installEventFilter(self)
        self.search.changed.connect(lambda words: self.filtered.emit("words", words))
        flow = FlowLayout(*self.chips.values(), gap=6, line_gap=0)
        head = column(self.header, 14, self.search, 6, flow, margins=(_RING, 0, _BAR, 0))
        layout = column(head, 8, self.none, self.list)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word again in the window's language."""
        self.header.title.set_text(self.tr("Pieces"))
        words = self.tr("Find a piece")
        self.search.edit.setPlaceholderText(words)
        self.search.edit.setAccessibleName(words)
        self.list.setAccessibleName(self.tr("Pieces"))
        self.none.set_text(self.tr("No piece fits. Fewer filters or other words show more."))
        self.chips["in_size"].set_text(self.tr("In size"))
        self.chips["wished"].set_text(self.tr("Wish list"))
        self.chips["new"].set_text(self.tr("New"))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let ``Enter`` and ``↓`` go on from the words to what they found."""
        if watched is self.search.edit and isinstance(event, QKeyEvent):
            on = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}
            if event.type() is QEvent.Type.KeyPress and event.key() in on:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def show_filters(self, filters: Filters, *, has_client: bool) -> None:
        """Show which filters are on; sizes and wishes are a client's."""
        self.chips["in_size"].setVisible(has_client)
        self.chips["wished"].setVisible(has_client)
        self.chips["in_size"].setChecked(filters.in_size)
        self.chips["wished"].setChecked(filters.wished)
        self.chips["new"].setChecked(filters.new)
        if self.search.edit.text().strip() != filters.words.strip():
            self.search.edit.setText(filters.words)

    def show_pieces(self, pieces: tuple[PieceRow, ...], count: str) -> None:
        """Show the pieces that fit, and how many they are."""
        self.list.show_rows(pieces)
        self.none.setVisible(not pieces)
        self.header.set_remark(count)
