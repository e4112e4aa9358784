"""The copies of a lookbook that left the house, to be printed or saved again as they were."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.queries.lookbooks import IssueRow
from clienteling.ui.desk import Desk
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import (
    Button,
    IconLabel,
    PlainLabel,
    Rule,
    ScrollPage,
    box,
    clear,
    column,
    icon_button,
    line,
)


class IssuedSheet(Sheet):
    """Lists copies, the last first; ``print_wanted`` and ``save_wanted`` carry an ``IssueRow``."""

    size_wanted = (680, 560)
    print_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        theme = desk.theme
        self._lookbook_id: Id | None = None
        self._issues: tuple[IssueRow, ...] = ()
        self._title = PlainLabel(theme, role="d28", elide=True)
        self._words = PlainLabel(theme, role="s", color="ink2", wrap=True)
        self._close = icon_button(theme, "x", "")
        self._close.clicked.connect(self.close_sheet)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 14, 0)
        self._rows.setSpacing(0)
        head = line(self._title, None, self._close)
        page = ScrollPage(theme, box(self._rows))
        layout = column(head, 2, self._words, 12, page, margins=(28, 18, 20, 18))
        layout.setStretch(4, 1)
        self.sheet.setLayout(layout)
        desk.read_again(self, ("lookbook_issue",), self._read)
        desk.language_changed.connect(self._show)

    @override
    def begin(self, *about: str) -> None:
        self._lookbook_id = about[0]
        self._issues = ()
        self._show()
        self._read()
        self.open(self._close)

    def _read(self) -> None:
        if self._lookbook_id is None:
            return
        from clienteling.queries.lookbooks import issues

        self.desk.ask(self, issues, self._receive, latest="issues", lookbook_id=self._lookbook_id)

    def _receive(self, issues: tuple[IssueRow, ...]) -> None:
        self._issues = issues
        self._show()

    def _show(self) -> None:
        self.setAccessibleName(self.tr("Copies that left the house"))
        self._title.set_text(self.tr("Copies that left the house"))
        self._close.set_name(self.tr("Close"))
        said = self.tr("Each prints again exactly as it was, whatever has changed since.")
        none = self.tr("No copy yet. What is printed or made into a PDF is kept here.")
        self._words.set_text(said if self._issues else none)
        clear(self._rows)
        for issue in self._issues:
            self._rows.addWidget(self._row(issue))
            self._rows.addWidget(Rule(self.theme, color="hair"))
        self._rows.addStretch(1)

    def _row(self, issue: IssueRow) -> QWidget:
        theme, words = self.theme, self.desk.words
        is_print = issue.way.value == "print"
        day = words.long_day(words.local_day(issue.issued_at))
        when = words.joined(day, words.time(issue.issued_at))
        what = self.tr("Printed") if is_print else self.tr("PDF")
        names = column(
            PlainLabel(theme, what, role="bm"),
            PlainLabel(theme, when, role="s", color="ink2", elide=True),
        )
        again = Button(theme, self.tr("Print again"), name=f"{self.tr('Print again')}, {when}")
        save = Button(theme, self.tr("Save again"), name=f"{self.tr('Save again')}, {when}")
        again.clicked.connect(partial(self._go_on, self.print_wanted, issue))
        save.clicked.connect(partial(self._go_on, self.save_wanted, issue))
        icon = IconLabel(theme, "printer" if is_print else "file-pdf", color="ink2", size=22)
        row = line(icon, names, None, again, save, gap=12, margins=(4, 10, 4, 10))
        return box(row)

    def _go_on(self, wanted: object, issue: IssueRow) -> None:
        self.close_sheet()
        wanted.emit(issue)  # type: ignore[attr-defined]  # a bound signal
