"""A list that knows its length and holds only the rows near what is looked at."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from clienteling.ui.tables.columns import Column

PAGE_ROWS = 128
ROW_ROLE = Qt.ItemDataRole.UserRole
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
_KEPT_PAGES = 48
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Page:
    """Rows that are wanted, and the neighbours a query can start from.

    Args:
        generation: Of the list; an answer to an older list is ignored.
        start: Number of the first row.
        length: How many rows, at most ``PAGE_ROWS``.
        after: Key of the row just before the page, if it is known.
        before: Key of the row just after the page, if it is known.
        from_end: Whether the end of the list is nearer than its start, when no neighbour is known.
    """

    generation: int
    start: int
    length: int
    after: Any
    before: Any
    from_end: bool


class RowsModel(QAbstractTableModel):
    """Rows in a stated order; ``wanted(tuple[Page, ...])`` asks for those first looked at.

    ``data()`` never queries: a row that is not here yet is empty until ``receive`` brings it.

    Args:
        columns: What each column says.
        key: Returns a row's key, for keyset pages and to find it again.
        describe: Says a whole row in words for a screen reader.
        parent: Owner of the model.
    """

    wanted = Signal(tuple)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        key: Callable[[Any], Any],
        describe: Callable[[Any], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._describe = describe or self._join
        self._count = 0
        self._generation = 0
        self._pages: OrderedDict[int, tuple[Any, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._to_ask: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._ask)

    @property
    def columns(self) -> tuple[Column, ...]:
        """What each column says."""
        return self._columns

    @property
    def generation(self) -> int:
        """Number of the list now shown; grows with every new list."""
        return self._generation

    def set_count(self, count: int) -> None:
        """Begin a new list of known length; its rows are asked for when looked at."""
        self.beginResetModel()
        self._generation += 1
        self._count = count
        self._pages.clear()
        self._asked.clear()
        self._to_ask.clear()
        self.endResetModel()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show a short list that is wholly here."""
        self.beginResetModel()
        self._generation += 1
        self._count = len(rows)
        self._pages.clear()
        for start in range(0, len(rows), PAGE_ROWS):
            self._pages[start // PAGE_ROWS] = tuple(rows[start : start + PAGE_ROWS])
        self._asked = set(self._pages)
        self.endResetModel()

    def receive(self, page: Page, rows: Sequence[Any]) -> None:
        """Take the rows of a page that was wanted; those of an older list are ignored."""
        if page.generation != self._generation:
            return
        number = page.start // PAGE_ROWS
        self._asked.discard(number)
        self._pages[number] = tuple(rows)[: page.length]
        self._pages.move_to_end(number)
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        last = min(page.start + page.length, self._count) - 1
        if last >= page.start:
            corner = self.index(last, len(self._columns) - 1)
            self.dataChanged.emit(self.index(page.start, 0), corner)

    def forget(self, page: Page) -> None:
        """Let a page that could not be fetched be asked for again when next looked at."""
        if page.generation == self._generation:
            self._asked.discard(page.start // PAGE_ROWS)

    def refresh(self) -> None:
        """Ask again for every row that is here, keeping what is shown until the answer comes."""
        self._to_ask.update(self._pages)
        self._asked.clear()
        self._timer.start()

    def row(self, number: int) -> Any:
        """Return a row, or ``None`` while it is on its way."""
        page, at = divmod(number, PAGE_ROWS)
        rows = self._pages.get(page)
        if rows is None:
            if page not in self._asked and 0 <= number < self._count:
                self._to_ask.add(page)
                self._timer.start()
            return None
        return rows[at] if at < len(rows) else None

    def find(self, key: Any) -> int:
        """Return the number of a row that is here, or -1."""
        for page, rows in self._pages.items():
            for at, row in enumerate(rows):
                if self._key(row) == key:
                    return page * PAGE_ROWS + at
        return -1

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[index.column()].text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == ROW_ROLE:
            return row
        return self._key(row) if role == KEY_ROLE else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        shown = role == Qt.ItemDataRole.DisplayRole
        if (
            shown
            and orientation is Qt.Orientation.Horizontal
            and 0 <= section < len(self._columns)
        ):
            return self._columns[section].title
        return None

    def _spoken(self, row: Any, column: int) -> str:
        return self._describe(row) if column == 0 else self._columns[column].text(row)

    def _join(self, row: Any) -> str:
        said = (column.text(row) for column in self._columns)
        return ", ".join(words for words in said if words)

    def _ask(self) -> None:
        numbers = sorted(self._to_ask - self._asked)
        self._to_ask.clear()
        self._asked.update(numbers)
        if numbers:
            self.wanted.emit(tuple(self._page(number) for number in numbers))

    def _page(self, number: int) -> Page:
        start = number * PAGE_ROWS
        length = min(PAGE_ROWS, self._count - start)
        above, below = self._pages.get(number - 1), self._pages.get(number + 1)
        return Page(
            self._generation,
            start,
            length,
            self._key(above[-1]) if above and len(above) == PAGE_ROWS else None,
            self._key(below[0]) if below else None,
            start > self._count // 2,
        )
