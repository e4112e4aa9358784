"""The lookbooks side by side, each with its first page."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.queries.lookbooks import ShelfRow
from clienteling.reports.page import Page
from clienteling.ui.painting import Pictures, page_pixmap
from clienteling.ui.screens.lookbooks.words import ShelfWords
from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets import draw_box, draw_words, mix, use_quiet_bars

_LEAST_WIDTH = 184
_GAP = 32
_RING = 5
_PAPER = (1.5, 1.414)
_KEPT = 300
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
FirstPage = Callable[[ShelfRow], Page | None]


class ShelfRows(QAbstractListModel):
    """The lookbooks as rows."""

    def __init__(self, words: ShelfWords, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[ShelfRow, ...] = ()
        self._words = words

    def show_rows(self, rows: tuple[ShelfRow, ...]) -> None:
        """Show other lookbooks."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> ShelfRow | None:
        """Return the lookbook of an index."""
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
            return self._words.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.describe(row)
        return None


class Shelf(QListView):
    """The shelf; ``opened``, ``menu_wanted`` and ``removed`` carry a lookbook.

    Args:
        theme: The theme in force.
        words: What is said of a lookbook.
        pictures: Where the pages' pictures come from.
        first_page: Returns the first page of a lookbook, None while it is composed.
    """

    opened = Signal(object)
    removed = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(
        self, theme: Theme, words: ShelfWords, pictures: Pictures, first_page: FirstPage
    ) -> None:
        super().__init__()
        self.theme = theme
        self.rows = ShelfRows(words, self)
        self.setModel(self.rows)
        self._tile = _Tile(self, words, pictures, first_page)
        self.setItemDelegate(self._tile)
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
        self.verticalScrollBar().setSingleStep(48)
        self.activated.connect(self._activate)
        theme.changed.connect(self._fit)

    @property
    def current(self) -> ShelfRow | None:
        """The lookbook the keys stand on."""
        return self.rows.row(self.currentIndex())

    def show_rows(self, rows: tuple[ShelfRow, ...]) -> None:
        """Show other lookbooks; place and choice stay where they can."""
        current = self.current
        place = self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        kept = next((n for n, row in enumerate(rows) if current and row.id == current.id), 0)
        if rows:
            self.setCurrentIndex(self.rows.index(kept))
        self.verticalScrollBar().setValue(place)

    def redraw(self, lookbook_id: Id | None = None) -> None:
        """Draw a lookbook's page again, or all of them."""
        self._tile.forget(lookbook_id)
        self.viewport().update()

    def tile(self) -> QSize:
        """Return the size of one tile, its gap included."""
        room = self.width() - 12
        least = self.theme.px(_LEAST_WIDTH)
        columns = max(1, room // (least + _GAP))
        width = room // columns
        below = 12 + self.theme.line("bb") + self.theme.line("s") + self.theme.line("c") + 30
        return QSize(width, round((width - _GAP) * _PAPER[1]) + _RING + below)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current
        if row is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(row)
        elif event.text() and event.text().isprintable():
            event.ignore()  # Letters are the page's keys, not a search in the list.
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.rows.row(self.indexAt(event.position().toPoint()))
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(row)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at, row = event.globalPos(), self.rows.row(self.indexAt(event.pos()))
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row = self.current
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if row is not None:
            self.menu_wanted.emit(row, at)

    def _activate(self, index: QModelIndex) -> None:
        del index  # Enter and a press are answered above; a system's own way adds nothing.

    def _fit(self) -> None:
        self.setGridSize(self.tile())


class _Tile(QStyledItemDelegate):
    """Draws a lookbook: first page, title, for whom, how far it is."""

    def __init__(
        self, view: Shelf, words: ShelfWords, pictures: Pictures, first_page: FirstPage
    ) -> None:
        super().__init__(view)
        self._view, self._words, self._pictures = view, words, pictures
        self._first_page = first_page
        self._drawn: OrderedDict[tuple[Id, int], tuple[Page, QPixmap]] = OrderedDict()

    def forget(self, lookbook_id: Id | None) -> None:
        """Draw a lookbook again next time, or all of them."""
        gone = [key for key in self._drawn if lookbook_id is None or key[0] == lookbook_id]
        for key in gone:
            del self._drawn[key]

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.tile()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.rows.row(index)
        if row is None:
            return
        theme, area = self._view.theme, QRectF(option.rect)
        width = round(area.width() - _GAP)
        height = round(width * _PAPER[1])
        plate = QRectF(area.left() + _RING, area.top() + _RING, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_page(painter, plate, row)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = mix(theme.color("hair2"), theme.color("control"), float(hover))
        draw_box(painter, plate, RADIUS.picture, None, edge)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(plate.adjusted(-4, -4, 4, 4), 4, 4)
        self._draw_words(painter, plate, row)
        painter.restore()

    def _draw_page(self, painter: QPainter, plate: QRectF, row: ShelfRow) -> None:
        theme, page = self._view.theme, self._first_page(row)
        if page is None:
            draw_box(painter, plate, RADIUS.picture, theme.color("sel"), None)
            return
        width = round(plate.width())
        key = (row.id, width)
        known = self._drawn.get(key)
        if known is None or known[0] is not page:
            dpr = painter.device().devicePixelRatio()
            known = self._drawn[key] = (page, page_pixmap(page, width, self._pictures, dpr=dpr))
            if len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        draw_box(painter, plate, RADIUS.picture, theme.color("sunken"), None)
        painter.drawPixmap(plate.topLeft(), known[1])
        if shade := theme.colours.picture_shade:
            painter.fillRect(plate, theme.color("scrim", shade))

    def _draw_words(self, painter: QPainter, plate: QRectF, row: ShelfRow) -> None:
        theme = self._view.theme
        top = plate.bottom() + 12
        for text, role, token in (
            (self._words.title(row), "bb", "ink"),
            (self._words.whom(row), "s", "ink2"),
            (self._words.state(row), "c", "ink3"),
        ):
            line = theme.line(role)  # type: ignore[arg-type]  # roles as literals
            area = QRectF(plate.left(), top, plate.width(), line)
            draw_words(painter, area, text, theme.font(role), theme.color(token))  # type: ignore[arg-type]  # roles as literals
            top += line + 1
