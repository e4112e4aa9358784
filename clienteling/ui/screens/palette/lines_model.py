"""The palette's lines as Qt's lists want them."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from clienteling.ui.screens.palette.lines import ClientLine, Line, PieceLine, can_choose

LINE_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractListModel):
    """Lines in order; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def line(self, number: int) -> Line | None:
        """Return a line, or None outside the list."""
        return self.lines[number] if 0 <= number < len(self.lines) else None

    def next(self, number: int, step: int) -> int:
        """Return the next line that can be chosen in a direction, or the same where none is."""
        place = number + step
        while 0 <= place < len(self.lines):
            if can_choose(self.lines[place]):
                return place
            place += step
        return number

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.line(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == LINE_ROLE:
            return one
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(one)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if can_choose(self.line(index.row())):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


def spoken(one: Line) -> str:
    """Say a line in words."""
    if isinstance(one, ClientLine):
        hit = one.hit
        parts = [hit.display, hit.native, hit.city, hit.circle]
    elif isinstance(one, PieceLine):
        parts = [one.piece.name, one.piece.colour, one.piece.style_no]
    else:
        parts = [one.words]
    return ", ".join(part for part in parts if part)
