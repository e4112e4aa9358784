"""The list itself: where the keyboard stands in it, and its menu by key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from typing_extensions import override

from clienteling.ui.tables import ROW_ROLE, RowsView

_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class ClientsTable(RowsView):
    """Rows of clients."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Menu and index.data(ROW_ROLE) is not None:
            middle = self.visualRect(index.siblingAtColumn(1)).center()
            self.menu_wanted.emit(index.data(ROW_ROLE), self.viewport().mapToGlobal(middle))
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt would put the keyboard on the first row, and so ring it before a key was used.
        is_untouched = not self.currentIndex().isValid() and event.reason() not in _BY_KEY
        was_blocked = self.blockSignals(is_untouched)
        super().focusInEvent(event)
        if is_untouched:
            self.selectionModel().clearCurrentIndex()
        self.blockSignals(was_blocked)
