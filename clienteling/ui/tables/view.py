"""The list on the page: overline headings, rows of one height, keys that move and open."""

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from clienteling.ui.tables.columns import Column
from clienteling.ui.tables.model import ROW_ROLE, Index, RowsModel
from clienteling.ui.tables.rows import RowDelegate
from clienteling.ui.theme import Theme
from clienteling.ui.widgets.base import draw_words
from clienteling.ui.widgets.scroll import use_quiet_bars

_HEADER = 36
_LEAST_SHARED = 80


class RowsView(QTableView):
    """A list of a hundred thousand rows or ten; one tab stop.

    ``opened(row)``: Enter or a press. ``peeked(row)``: Space. ``current_changed(row)``: the
    keyboard moved. ``menu_wanted(row, point)``: right click or long press, in global coordinates.

    Args:
        theme: The theme in force.
        model: The rows.
        name: What is listed, for a screen reader.
        row_height: 76, 66, 58 or 46 at 100 % text.
        headings: Whether the titles of the columns are shown.
        delegate: Draws the rows instead of ``RowDelegate``.
    """

    opened = Signal(object)
    peeked = Signal(object)
    current_changed = Signal(object)
    menu_wanted = Signal(object, QPoint)
    sort_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        model: RowsModel,
        *,
        name: str,
        row_height: int = 66,
        headings: bool = True,
        delegate: RowDelegate | None = None,
    ) -> None:
        super().__init__()
        # Asked for the viewport that Qt makes itself, PySide would load every kind of widget there
        # is to find out which one it is.
        self.setViewport(QWidget())
        self.theme = theme
        self.rows = model
        self._pressed = QPoint()
        self._delegate = delegate or RowDelegate(theme, height=row_height, parent=self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self._settle()
        header = _Header(theme, model.columns, self)
        header.setVisible(headings)
        self.setHorizontalHeader(header)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        use_quiet_bars(self, theme)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take heights, widths and colours from the theme."""
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        self._share_width()
        self.viewport().update()

    @property
    def current_row(self) -> object | None:
        """The row the keyboard is on."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def choose(self, number: int) -> None:
        """Put the keyboard on a row and show it."""
        index = self.rows.index(number, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def step(self, step: int) -> None:
        """Move the keyboard some rows on, as ``J`` and ``K`` do."""
        count = self.rows.rowCount()
        if count:
            now = self.currentIndex().row()
            self.choose(max(0, min(count - 1, now + step if now >= 0 else 0)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers()
        index = self.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain or self._on_keypad(event):
                if row is not None:
                    self.opened.emit(row)
            case Qt.Key.Key_Space if plain:
                if row is not None:
                    self.peeked.emit(row)
            case Qt.Key.Key_J | Qt.Key.Key_Down if plain:
                self.step(1)
            case Qt.Key.Key_K | Qt.Key.Key_Up if plain:
                self.step(-1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown | Qt.Key.Key_Home | Qt.Key.Key_End:
                self._jump(key)
            case _:
                event.ignore()  # Letters belong to the page: N logs, F filters.

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        same = index.isValid() and index.row() == self.indexAt(self._pressed).row()
        if same and event.button() is Qt.MouseButton.LeftButton:
            row = index.data(ROW_ROLE)
            if row is not None:
                self.opened.emit(row)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and index.data(ROW_ROLE) is not None:
            point = event.globalPos()
            if by_key:
                point = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(index.data(ROW_ROLE), point)

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and current.row() != previous.row():
            self.current_changed.emit(current.data(ROW_ROLE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if not (self.hasFocus() and index.isValid()):
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.theme.color("ink"), 2))
        top = self.rowViewportPosition(index.row())
        area = QRect(0, top, self.viewport().width(), self.rowHeight(index.row()) - 1)
        painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _settle(self) -> None:
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(10)

    def _share_width(self) -> None:
        width = self.viewport().width()
        columns = self.rows.columns
        shown = [not column.hide_below or width >= column.hide_below for column in columns]
        fixed = sum(
            self.theme.px(column.width)
            for column, is_shown in zip(columns, shown, strict=True)
            if is_shown
        )
        sharing = sum(
            1
            for column, is_shown in zip(columns, shown, strict=True)
            if is_shown and not column.width
        )
        share = max(_LEAST_SHARED, (width - fixed) // sharing) if sharing else 0
        for number, column in enumerate(columns):
            self.setColumnHidden(number, not shown[number])
            self.setColumnWidth(number, self.theme.px(column.width) if column.width else share)

    def _jump(self, key: Qt.Key) -> None:
        last = self.rows.rowCount() - 1
        page = max(1, self.viewport().height() // max(1, self._delegate.row_height) - 1)
        steps = {Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        if key in steps:
            self.step(steps[key])
        elif last >= 0:
            self.choose(0 if key is Qt.Key.Key_Home else last)

    def _sort(self, section: int) -> None:
        name = self.rows.columns[section].sort
        if name is not None:
            self.sort_wanted.emit(name)

    @staticmethod
    def _on_keypad(event: QKeyEvent) -> bool:
        return event.modifiers() == Qt.KeyboardModifier.KeypadModifier


class _Header(QHeaderView):
    """Titles as overlines over a rule."""

    def __init__(self, theme: Theme, columns: tuple[Column, ...], parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setViewport(QWidget())  # As the list's own.
        self.theme = theme
        self._columns = columns
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(10)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(self.theme.px(_HEADER))
        self.viewport().update()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        column = self._columns[logicalIndex]
        area = QRectF(rect)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self._rule())
        last = logicalIndex == len(self._columns) - 1
        inner = area.adjusted(0, 0, 0 if last else -12, -6)
        right = column.align == "right"
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        font, ink = self.theme.font("o"), self.theme.color("ink2")
        draw_words(painter, inner, column.title, font, ink, align)

    def _rule(self) -> QColor:
        return self.theme.color("hair2")
