"""The tables of the page behind their tabs: columns, first rows, lines to mend."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from clienteling.ui.desk import Desk
from clienteling.ui.screens.bring_in.tables import (
    column_rows,
    mapping_columns,
    problem_columns,
    problem_words,
    row_columns,
)
from clienteling.ui.tables import RowsModel, RowsView
from clienteling.ui.widgets import EmptyState, PlainLabel, TextTabs, box, clear, column, line

if TYPE_CHECKING:
    from clienteling.ui.screens.bring_in.view_model import BringInModel

_ROW = 46
_HELD = 3


class TablesPanel(QWidget):
    """Three tables, one at a time; ``column_opened(row, point)`` asks what a column holds.

    Args:
        desk: Gives theme and words.
    """

    column_opened = Signal(object, QPoint)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._seen: object = None
        theme = desk.theme
        self._tabs_line = line(gap=0)
        self.tabs: TextTabs | None = None
        self.columns = RowsModel(mapping_columns(theme.factor), key=_position, parent=self)
        self.columns_view = RowsView(
            theme, self.columns, name=self.tr("What the columns hold"), row_height=_ROW
        )
        self.problems = RowsModel(
            problem_columns(self._hides, theme.factor),
            key=_itself,
            describe=self._describe,
            parent=self,
        )
        self.problems_view = RowsView(
            theme, self.problems, name=self.tr("Lines to mend"), row_height=_ROW
        )
        self._whole = PlainLabel(theme, role="s", color="ink2", wrap=True, lines=3)
        self.rows_view: RowsView | None = None
        self._rows_place = column()
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.columns_view)
        self._stack.addWidget(box(self._rows_place))
        problems = column(self.problems_view, 8, self._whole)
        problems.setStretch(0, 1)
        self._stack.addWidget(box(problems))
        layout = column(self._tabs_line, 6, holder)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.columns_view.opened.connect(self._open)
        self.columns_view.menu_wanted.connect(self.column_opened)
        self.problems_view.current_changed.connect(self._show_whole)
        self.setFocusProxy(self.columns_view)

    def show_model(self, model: "BringInModel") -> None:
        """Show the columns and the lines to mend as they are now."""
        prepared, report = model.prepared, model.report
        if prepared is None:
            return
        at = max(0, self.columns_view.currentIndex().row())
        rows = column_rows(prepared.mapping, prepared.facts.sample, hidden=self.desk.discreet)
        self.columns.set_rows(rows)
        self.columns_view.choose(min(at, self.columns.rowCount() - 1))
        if report is not self._seen:
            self._seen = report
            self.problems.set_rows(report.problems if report is not None else ())
            self._whole.set_text("")
            self._make_tabs(len(report.problems) if report is not None else 0)
            self._choose("problems" if report is not None and report.problems else "columns")
        elif self.tabs is None:
            self._make_tabs(0)
        self.show_first_rows(model)

    def show_first_rows(self, model: "BringInModel") -> None:
        """Show the first rows as they will be, or what they wait for."""
        if model.prepared is None:
            return
        clear(self._rows_place)
        self.rows_view = None
        if model.first_rows_wait:
            empty = EmptyState(
                self.desk.theme,
                icon="table",
                title=self.tr("Not yet"),
                words=model.first_rows_wait,
            )
            self._rows_place.addWidget(empty)
            return
        rows = RowsModel(
            row_columns(
                model.prepared.mapping, self.desk.words, self._hides, self.desk.theme.factor
            ),
            key=_line,
            parent=self,
        )
        rows.set_rows(model.first_rows)
        self.rows_view = RowsView(
            self.desk.theme, rows, name=self.tr("First rows as they will be"), row_height=_ROW
        )
        rows.setParent(self.rows_view)
        self._rows_place.addWidget(self.rows_view)

    def _make_tabs(self, problems: int) -> None:
        clear(self._tabs_line)
        options = [
            ("columns", self.tr("What the columns hold")),
            ("rows", self.tr("First rows as they will be")),
        ]
        if problems:
            count = self.desk.words.number(problems)
            options.append(("problems", self.tr("Lines to mend, {count}").format(count=count)))
        self.tabs = TextTabs(self.desk.theme, options, name=self.tr("What is shown"))
        self.tabs.chosen.connect(self._choose)
        self._tabs_line.addWidget(self.tabs)
        self._tabs_line.addStretch(1)

    def _choose(self, name: str) -> None:
        if self.tabs is not None:
            self.tabs.choose(name)
        number = ("columns", "rows", "problems").index(name)
        self._stack.setCurrentIndex(number)
        if name == "problems" and self.problems_view.currentIndex().row() < 0:
            self.problems_view.choose(0)

    def _open(self, row: Any) -> None:
        index = self.columns_view.currentIndex()
        cell = self.columns_view.visualRect(index.siblingAtColumn(_HELD))
        corner = self.columns_view.viewport().mapToGlobal(cell.bottomLeft())
        self.column_opened.emit(row, corner)

    def _show_whole(self, row: Any) -> None:
        self._whole.set_text("" if row is None else self._describe(row))

    def _hides(self) -> bool:
        return self.desk.discreet

    def _describe(self, row: Any) -> str:
        return problem_words(row, hidden=self.desk.discreet)

    def hide_or_show(self) -> None:
        """Draw again what the discreet view hides or shows."""
        self._show_whole(self.problems_view.current_row)
        for view in (self.problems_view, self.rows_view):
            if view is not None:
                view.viewport().update()


def _position(row: Any) -> int:
    return int(row.position)


def _line(row: Any) -> int:
    return int(row.line)


def _itself(row: Any) -> int:
    return id(row)
