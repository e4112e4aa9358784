"""How rows are drawn: hairlines between them, and the chosen one on ``sel`` with a bar of ink."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from clienteling.ui.tables.columns import Column
from clienteling.ui.tables.model import RowsModel
from clienteling.ui.theme import Theme
from clienteling.ui.widgets.base import draw_words

_BAR_WIDTH = 2
_CELL_GAP = 12
# A row of the list is eight cells, each painted by Python: these are looked up once.
_SELECTED = QStyle.StateFlag.State_Selected.value
_SMOOTH = QPainter.RenderHint.Antialiasing
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class RowDelegate(QStyledItemDelegate):
    """Draws the cells of a list from its columns; hover shows nothing new.

    Args:
        theme: The theme in force.
        height: Of a row at 100 % text: 76, 66, 58 or 46.
        parent: The view.
    """

    def __init__(self, theme: Theme, *, height: int = 66, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._height = height

    @property
    def row_height(self) -> int:
        """Height of a row under the theme now in force."""
        return self.theme.px(self._height)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(10, self.row_height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        chosen = bool(state.value & _SELECTED)
        self.draw_ground(painter, area, chosen=chosen)
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        row = model.row(index.row())
        number, columns = index.column(), model.columns
        column = columns[number]
        painter.save()
        painter.setRenderHint(_SMOOTH)
        is_last = number == len(columns) - 1
        inner = area.adjusted(0, 0, 0 if is_last else -_CELL_GAP, -1)
        if row is None:
            self.draw_waiting(painter, inner)
        elif column.draw is not None:
            column.draw(painter, self.theme, inner, row)
        else:
            self.draw_text(painter, inner, column, row)
        painter.restore()
        if chosen and number == 0:
            bar = QRectF(area.left(), area.top(), _BAR_WIDTH, area.height() - 1)
            painter.fillRect(bar, self.theme.color("ink"))

    def draw_ground(self, painter: QPainter, area: QRectF, *, chosen: bool) -> None:
        """Draw the ground and the hairline below a cell."""
        color = self.theme.color
        if chosen:
            painter.fillRect(area, color("sel"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), color("hair"))

    def draw_waiting(self, painter: QPainter, area: QRectF) -> None:
        """Draw the place of a row that is on its way."""
        width = min(120.0, area.width() * 0.6)
        bar = QRectF(area.left(), area.center().y() - 5, width, 10)
        painter.fillRect(bar, self.theme.color("sel"))

    def draw_text(self, painter: QPainter, area: QRectF, column: Column, row: object) -> None:
        """Draw a cell's words on one line."""
        token = column.color if isinstance(column.color, str) else column.color(row)
        align = _RIGHT if column.align == "right" else _LEFT
        font, ink = self.theme.font(column.role), self.theme.color(token)
        draw_words(painter, area, column.text(row), font, ink, align)
