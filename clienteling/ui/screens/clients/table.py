"""The list itself: a long press asks for the menu, as a right click does."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from typing_extensions import override

from clienteling.ui.tables import ROW_ROLE, RowsModel, RowsView
from clienteling.ui.theme import Theme

_HOLD_MS = 500
_SLACK = 8
_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class ClientsTable(RowsView):
    """Rows of clients; holding one opens its menu and does not open the card."""

    def __init__(self, theme: Theme, model: RowsModel, *, name: str) -> None:
        self._hold = QTimer()
        self._held = False
        self._held_at = QPoint()
        super().__init__(theme, model, name=name)
        self._hold.setParent(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(_HOLD_MS)
        self._hold.timeout.connect(self._ask_menu)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = False
        self._held_at = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold.start()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        moved = event.position().toPoint() - self._held_at
        if moved.manhattanLength() > _SLACK:
            self._hold.stop()
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hold.stop()
        if self._held:
            self._held = False
            return
        super().mouseReleaseEvent(event)

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

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Leave, QEvent.Type.Wheel}:
            self._hold.stop()
        return super().viewportEvent(event)

    def _ask_menu(self) -> None:
        index = self.indexAt(self._held_at)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if row is not None:
            self._held = True
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(self._held_at))
