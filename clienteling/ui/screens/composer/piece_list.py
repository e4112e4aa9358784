"""The pieces to choose from: pictures two by two, with where each is in the client's size."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from clienteling.queries.pieces import PieceRow
from clienteling.ui.lifting import Lifting
from clienteling.ui.plates import Plates
from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets import (
    draw_availability,
    draw_box,
    draw_picture,
    draw_plate,
    draw_words,
    use_quiet_bars,
)
from clienteling.ui.widgets.pieces import Availability

_GAP = 15
_ROW_GAP = 14
_RING = 4
_BAR = 12
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class PiecesModel(QAbstractListModel):
    """The pieces offered, as rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[PieceRow, ...] = ()

    def show_rows(self, rows: tuple[PieceRow, ...]) -> None:
        """Offer other pieces."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> PieceRow | None:
        """Return the piece of an index."""
        return self._rows[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return describe(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return ", ".join(one for one in (row.name, row.colour, row.style_no) if one)
        return None


class PieceList(QListView):
    """Pieces two by two.

    ``taken`` carries a piece that was pressed, ``entered`` one that ``Enter`` was pressed on,
    ``dragged`` one that is dragged away and where the pointer is.

    Args:
        theme: The theme in force.
        plates: Pictures fitted to their tiles.
        name: What the list is, for a screen reader.
    """

    taken = Signal(object)
    entered_on = Signal(object)
    dragged = Signal(object, QPoint)

    def __init__(self, theme: Theme, plates: Plates, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.rows = PiecesModel(self)
        self.taken_up: PieceRow | None = None
        self._pressed: PieceRow | None = None
        self._lifting = Lifting(self, scrolls=True)
        self._lifting.lifted.connect(self._lift)
        self.setModel(self.rows)
        self.setItemDelegate(_Tile(self, theme, plates))
        self.setAccessibleName(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        use_quiet_bars(self, theme)
        self.verticalScrollBar().setSingleStep(40)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: tuple[PieceRow, ...]) -> None:
        """Offer other pieces; the one the keys stand on stays if it is still offered."""
        current = self.rows.row(self.currentIndex())
        place = self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        kept = next((n for n, row in enumerate(rows) if current and row.id == current.id), None)
        if kept is not None:
            self.setCurrentIndex(self.rows.index(kept))
            self.verticalScrollBar().setValue(place)
        elif rows:
            self.setCurrentIndex(self.rows.index(0))

    def show_taken(self, row: PieceRow | None) -> None:
        """Show which piece is taken up."""
        self.taken_up = row
        self.viewport().update()

    def tile(self) -> QSize:
        """Return the size of one tile, its margins included."""
        room = self.width() - _BAR
        width = (room - _GAP) // 2
        below = 9 + self.theme.line("sm") + self.theme.line("s") + _ROW_GAP
        return QSize(width + _GAP // 2, round((width - 2 * _RING) * 1.25) + _RING + below)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.rows.row(self.currentIndex())
        if row is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_on.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Space:
            self.taken.emit(row)
        elif event.text() and event.text().isprintable():
            event.ignore()  # Letters are the page's keys, not a search in the list.
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.rows.row(self.indexAt(event.position().toPoint()))
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = row
            self._lifting.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        self._lifting.move(event)
        if not self._lifting.is_pressed:
            self._pressed = None

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._lifting.end()
        row, self._pressed = self._pressed, None
        if row is not None:
            self.taken.emit(row)

    def _lift(self, at: QPoint) -> None:
        row, self._pressed = self._pressed, None
        if row is not None:
            QScroller.scroller(self.viewport()).stop()
            self.dragged.emit(row, at)

    def _fit(self) -> None:
        self.setGridSize(self.tile())


class _Tile(QStyledItemDelegate):
    """Draws a piece: picture, name, where it is."""

    def __init__(self, view: PieceList, theme: Theme, plates: Plates) -> None:
        super().__init__(view)
        self._view, self._theme, self._plates = view, theme, plates

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.tile()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.rows.row(index)
        if row is None:
            return
        theme = self._theme
        area = QRectF(option.rect)
        state = option.state
        width = area.width() - _GAP // 2 - _RING
        plate = QRectF(area.left() + _RING, area.top() + _RING, round(width), round(width * 1.25))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_picture(painter, plate, row)
        taken = self._view.taken_up is not None and self._view.taken_up.id == row.id
        if taken:
            draw_box(painter, plate, RADIUS.picture, None, theme.color("ink"), 2)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(plate.adjusted(-3, -3, 3, 3), 4, 4)
        self._draw_words(painter, plate, row, strong=taken)
        painter.restore()

    def _draw_picture(self, painter: QPainter, plate: QRectF, row: PieceRow) -> None:
        dpr = painter.device().devicePixelRatio()
        size = plate.size().toSize()
        picture = self._plates.get(row.picture, size.width(), size.height(), dpr)
        if picture is None:
            draw_plate(painter, self._theme, plate, row.name[:1])
        else:
            draw_picture(painter, self._theme, plate, picture)

    def _draw_words(
        self, painter: QPainter, plate: QRectF, row: PieceRow, *, strong: bool
    ) -> None:
        theme = self._theme
        where, availability = whereabouts(row)
        first = QRectF(plate.left(), plate.bottom() + 8, plate.width(), theme.line("sm"))
        ink = theme.color("ink" if strong or availability == "here" else "ink2")
        draw_words(painter, first, row.name, theme.font("sm"), ink)
        second = QRectF(plate.left(), first.bottom() + 1, plate.width(), theme.line("s"))
        draw_availability(painter, theme, second, where, availability)


def whereabouts(row: PieceRow) -> tuple[str, Availability]:
    """Say where a piece is in the client's size: "40 here", "Milan", "to order"."""
    tr = QCoreApplication.translate
    if row.here_in_size > 0:
        if row.her_size is None:
            return tr("Composer", "here"), "here"
        return tr("Composer", "{size} here").format(size=row.her_size), "here"
    if row.her_size is None and row.here_in_any:
        return tr("Composer", "here"), "here"
    if row.elsewhere_at:
        return row.elsewhere_at, "elsewhere"
    return tr("Composer", "to order"), "none"


def describe(row: PieceRow) -> str:
    """Say a tile in words."""
    tr = QCoreApplication.translate
    parts = [row.name, row.colour, whereabouts(row)[0]]
    if row.wished:
        parts.append(tr("Composer", "on the wish list"))
    if row.owned:
        parts.append(tr("Composer", "in the wardrobe"))
    return ", ".join(part for part in parts if part)
