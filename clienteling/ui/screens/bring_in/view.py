"""Bring files in: choose, see what the columns hold, check every line, bring the good ones in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.file_dialogs import ask_open, ask_save
from clienteling.ui.screen import Key, Screen
from clienteling.ui.screens.bring_in.dates_panel import DatesPanel
from clienteling.ui.screens.bring_in.facts_bar import FactsBar
from clienteling.ui.screens.bring_in.fields_menu import FieldsMenu
from clienteling.ui.screens.bring_in.phase import Phase
from clienteling.ui.screens.bring_in.sentences import about, doing_word, next_word, sentence
from clienteling.ui.screens.bring_in.sheets import TablesPanel
from clienteling.ui.screens.bring_in.stores_panel import StoresPanel
from clienteling.ui.screens.bring_in.view_model import BringInModel
from clienteling.ui.widgets import (
    Button,
    EmptyState,
    IconLabel,
    PlainLabel,
    ProgressLine,
    TextLink,
    box,
    column,
    line,
)

_COMPACT, _WIDE, _WIDEST = 1440, 1728, 1520
_TURNS = 48


class BringInScreen(Screen):
    """The page *Bring files in* of Settings.

    Args:
        desk: What the page works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = BringInModel(desk, self)
        self.fields = FieldsMenu(self, self.model)
        self.dialog: QFileDialog | None = None
        self._was = Phase.CHOOSE
        self._built = QStackedLayout()
        self.setLayout(self._built)
        self._build()
        self.model.changed.connect(self._show)
        self.model.previewed.connect(lambda: self.tables.show_first_rows(self.model))
        self.model.stepped.connect(self._step)
        desk.language_changed.connect(self._build)
        desk.discreet_changed.connect(self._hide_or_show)
        desk.theme.changed.connect(self._resize_text)

    # What a screen answers

    @override
    def show_thing(self, thing: Id | None) -> None:
        del thing
        self._show()

    @override
    def take_file(self, path: Path) -> None:
        if self.model.is_busy:
            self.desk.tell(self.tr("A file is on its way in. Drop this one when it is done."))
        else:
            self.model.take(path)

    @override
    def regions(self) -> tuple[QWidget, ...]:
        if self.model.phase is Phase.CHOOSE or self.model.prepared is None:
            return (self.empty.button,)
        return (self.tables, self._head, self.facts)

    @override
    def keys(self) -> tuple[Key, ...]:
        return (
            Key("O", self.tr("Choose a file"), self.choose_file),
            Key("C", self.tr("Check, then bring in"), self._go_on),
        )

    @override
    def more_keys(self) -> tuple[Key, ...]:
        return (Key("Enter", self.tr("Say what a column holds"), _do_nothing),)

    @override
    def title(self) -> str:
        return self.tr("Bring files in")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    # Building

    def _build(self) -> None:
        """Make every part anew, in the window's language."""
        theme = self.desk.theme
        self._factor = theme.factor
        self._crumb = TextLink(theme, self.tr("Settings"), underline=False, icon="caret-left")
        self._title = PlainLabel(theme, self.tr("Bring files in"), role="d46")
        self._context = PlainLabel(theme, role="i20", color="ink2", elide=True)
        self._other = Button(theme, self.tr("Another file…"), icon="upload-simple", key="O")
        self._second = Button(theme, "")
        self.primary = Button(theme, "", kind="primary", key="C")
        self.progress = ProgressLine(theme, cancellable=True)
        self._note_icon = IconLabel(theme, "info", color="ink2", size=20)
        self._note = PlainLabel(theme, role="s", wrap=True)
        self._save = Button(theme, self.tr("Save the lines to mend…"), height=40)
        self.facts = FactsBar(theme)
        self.dates = DatesPanel(self.desk)
        self.stores = StoresPanel(self.desk)
        self.tables = TablesPanel(self.desk)
        self.empty = EmptyState(
            theme,
            icon="file-csv",
            title=self.tr("Choose a file of clients or purchases, or drop it here"),
            words=self.tr(
                "CSV, TSV or XLSX, as other programs write them. Nothing goes in before it was "
                "checked and shown."
            ),
            act=self.tr("Choose a file…"),
            act_icon="upload-simple",
            framed=True,
        )
        self._lay_out()
        self._connect()
        self._set_margins()
        self._show()

    def _resize_text(self) -> None:
        # Which columns a table has room for follows the size of its words.
        if self._factor != self.desk.theme.factor:
            self._build()

    def _lay_out(self) -> None:
        acts = line(self._other, self._second, self.primary, gap=10)
        self._head = box(line(column(self._title, self._context), None, acts, gap=24))
        inner = self._head.layout()
        assert inner is not None
        inner.setAlignment(acts, Qt.AlignmentFlag.AlignBottom)
        self._told = box(line(self._note_icon, self._note, self._save, gap=10))
        told = self._told.layout()
        assert told is not None
        told.setAlignment(self._note_icon, Qt.AlignmentFlag.AlignVCenter)
        told.setAlignment(self._note, Qt.AlignmentFlag.AlignVCenter)
        # Words and progress take turns in one place, so that nothing below moves.
        turns = box(column(self._told, self.progress))
        turns.setMinimumHeight(self.desk.theme.px(_TURNS))
        self._rest = QWidget()
        # A stack without an owner would show its first page as a window of its own.
        self._content = QStackedLayout(self._rest)
        file_page = column(turns, 6, self.facts, 12, self.dates, 4, self.stores, 4, self.tables)
        file_page.setStretch(file_page.count() - 1, 1)
        self._content.addWidget(self.empty)
        self._content.addWidget(box(file_page))
        self._error = PlainLabel(self.desk.theme, role="s", color="crit", wrap=True)
        self._page = column(self._crumb, self._head, 12, self._error, self._rest)
        self._page.setStretch(4, 1)
        page = box(self._page)
        old = self._built.currentWidget()
        self._built.addWidget(page)
        self._built.setCurrentWidget(page)
        if old is not None:
            self._built.removeWidget(old)
            old.deleteLater()

    def _connect(self) -> None:
        self._crumb.clicked.connect(lambda: self.desk.go("settings", "data"))
        self._other.clicked.connect(self.choose_file)
        self.empty.pressed.connect(self.choose_file)
        self.primary.clicked.connect(self._go_on)
        self._second.clicked.connect(self.model.take_back)
        self._save.clicked.connect(self.choose_rejects)
        self.progress.cancelled.connect(self.model.stop)
        self.facts.form_chosen.connect(self.model.choose_form)
        self.dates.chosen.connect(self.model.choose_order)
        self.stores.chosen.connect(self.model.choose_store)
        self.tables.column_opened.connect(self.fields.open)

    def _set_margins(self) -> None:
        width = self.window().width()
        side = 32 if width < _COMPACT else 64 if width >= _WIDE else 45
        right = max(side, self.width() - side - _WIDEST) if width >= _WIDE else side
        short = self.window().height() < 800
        self._page.setContentsMargins(side, 8 if short else 14, right, 16)
        self._title.set_role("d34" if short else "d46")

    # What is shown

    def _show(self) -> None:
        model = self.model
        if model.phase is Phase.DONE and self._was is Phase.LOADING and not self.isVisible():
            words, _icon, _color = sentence(model, self.desk.words)
            self.desk.tell(
                words, act=lambda: self.desk.go("settings", "bring-in"), act_word=self.tr("See it")
            )
        self._was = model.phase
        has_file = model.prepared is not None
        self._content.setCurrentIndex(1 if has_file or model.is_busy else 0)
        self._context.set_text(about(model))
        self._other.setVisible(has_file)
        self._second.setVisible(model.phase is Phase.DONE)
        self._second.set_text(self.tr("Take it back"))
        self.primary.setVisible(has_file)
        self.primary.set_text(next_word(model, self.desk.words))
        acts = (self._other, self._second, self.primary, self._save)
        for part in (*acts, self.facts, self.dates, self.stores):
            part.setEnabled(not model.is_busy)
        if model.phase is Phase.CHECKED and model.report is not None:
            self.primary.setEnabled(model.report.good > 0)
        self.progress.setVisible(model.is_busy)
        if model.is_busy:
            self.progress.set_step(0, None, doing_word(self.model.phase))
            for stop in self.progress.findChildren(TextLink):
                stop.setVisible(model.may_stop)
        self._tell()
        self._show_file()

    def _show_file(self) -> None:
        prepared = self.model.prepared
        self.stores.show_question(self.model)
        for part in (self.facts, self.tables):
            part.setVisible(prepared is not None)
        if prepared is None:
            self.dates.hide()
            return
        self.facts.show_facts(prepared)
        self.dates.show_question(prepared)
        self.tables.show_model(self.model)
        holder = self._content.currentWidget()
        if holder is not None and holder.hasFocus():  # What had it went with the page before.
            self.tables.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        model = self.model
        has_file = model.prepared is not None
        self._error.set_text("" if has_file else model.error)
        self._error.setVisible(bool(model.error) and not has_file)
        words, icon, color = sentence(model, self.desk.words)
        self._note.set_text(words)
        self._note.set_color(color)
        self._note_icon.set_icon(icon, color)
        self._told.setVisible(bool(words) and not model.is_busy)
        self._save.setVisible(model.report is not None and model.report.bad > 0)

    def _step(self, done: int, total: int | None, words: str) -> None:
        del words
        if self.model.is_busy:
            share = f" · {self.desk.words.percent(done / total)}" if total else ""
            self.progress.set_step(done, total, f"{doing_word(self.model.phase)}{share}")

    def _hide_or_show(self) -> None:
        self._show()
        self.tables.hide_or_show()

    # What a person does

    def choose_file(self) -> None:
        """Ask for a file."""
        if not self.model.is_busy:
            pattern = self.tr("Tables") + " (*.csv *.tsv *.txt *.xlsx *.xlsm);;"
            pattern += self.tr("All files") + " (*)"
            title = self.tr("Choose a file to bring in")
            self.dialog = ask_open(self, title, pattern, self.model.take)

    def choose_rejects(self) -> None:
        """Ask where the lines to mend may be written."""
        path = self.model.path
        if path is not None:
            name = self.tr("{file} to mend.csv").format(file=path.stem)
            title = self.tr("Save the lines to mend")
            pattern = self.tr("Tables") + " (*.csv)"
            where = str(path.with_name(name))
            self.dialog = ask_save(
                self, title, where, pattern, self.model.save_rejects, ending="csv"
            )

    def _go_on(self) -> None:
        match self.model.phase:
            case Phase.UNDERSTOOD:
                self.model.check()
            case Phase.CHECKED if self.model.report is not None and self.model.report.good:
                self.model.load()
            case Phase.DONE:
                self.desk.go("clients")
            case _:
                pass


def _do_nothing() -> None:
    """Stand for a key that the table takes by itself."""
