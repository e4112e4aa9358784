"""Data and backup: where the book stands, its backups, the files brought in, the way out."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from clienteling.bootstrap import Backup
from clienteling.ui import sentences
from clienteling.ui.desk import Desk
from clienteling.ui.file_dialogs import ask_save
from clienteling.ui.screens.settings.rows import Row
from clienteling.ui.screens.settings.view_model import SafetyModel
from clienteling.ui.screens.settings.words import backup_word, moment_word, size_word
from clienteling.ui.widgets import (
    Button,
    Dialog,
    IconLabel,
    PlainLabel,
    ProgressLine,
    SectionHeader,
    TextLink,
    Toggle,
    box,
    clear,
    column,
    line,
)

if TYPE_CHECKING:
    from clienteling.exchange.memory import BatchRow

_SIDE = 300
_SHOWN = 5


class DataPage(QWidget):
    """The book's safety at left, what one does with the whole of it at right.

    Args:
        desk: Theme and words.
        safety: The lists, and who does the work.
    """

    def __init__(self, desk: Desk, safety: SafetyModel) -> None:
        super().__init__()
        self.desk = desk
        self._safety = safety
        self._shows_all = False
        self.dialog: Dialog | None = None
        self.file_dialog: QFileDialog | None = None
        self._whole = column()
        self.setLayout(self._whole)
        safety.changed.connect(self.show_state)
        safety.stepped.connect(self._step)

    def build(self) -> None:
        """Make every part anew, in the window's language."""
        clear(self._whole)
        theme = self.desk.theme
        self.progress = ProgressLine(theme, cancellable=True)
        self.progress.cancelled.connect(self._safety.stop)
        self._lists_place = column()
        self.check_button = Button(theme, self.tr("Check the book now"), icon="shield-check")
        self.check_button.clicked.connect(self._safety.check)
        self._verdict_icon = IconLabel(theme, "check-circle", size=20)
        self._verdict = PlainLabel(theme, role="s", wrap=True)
        self.amounts = Toggle(theme, self.tr("With what each spent"))
        self.csv_button = Button(theme, self.tr("As CSV…"), icon="export")
        self.xlsx_button = Button(theme, self.tr("As XLSX…"), icon="export")
        self.csv_button.clicked.connect(partial(self.export, "csv"))
        self.xlsx_button.clicked.connect(partial(self.export, "xlsx"))
        side = box(self._side())
        side.setFixedWidth(theme.px(_SIDE))
        left = box(column(self.progress, self._lists_place, None))
        row = line(left, side, gap=44)
        row.setStretch(0, 1)
        row.setAlignment(side, Qt.AlignmentFlag.AlignTop)
        self._whole.addLayout(row)
        self.show_state()

    def show_state(self) -> None:
        """Show the lists and what is being done."""
        safety = self._safety
        self.progress.setVisible(bool(safety.doing))
        self.progress.set_step(0, None, safety.doing)
        for stop in self.progress.findChildren(TextLink):
            stop.setVisible(safety.may_stop)
        for part in (self.check_button, self.csv_button, self.xlsx_button):
            part.setEnabled(not safety.doing)
        self._verdict.set_text(safety.verdict)
        token = "pos" if safety.is_sound else "crit"
        self._verdict.set_color(token)
        self._verdict_icon.set_icon("check-circle" if safety.is_sound else "warning-circle", token)
        self._verdict_icon.setVisible(bool(safety.verdict))
        clear(self._lists_place)
        self._add_backups()
        self._lists_place.addSpacing(28)
        self._add_batches()

    def export(self, ending: str) -> None:
        """Ask where the clients may be written."""
        name = self.tr("Clients") + f".{ending}"
        pattern = self.tr("Tables") + f" (*.{ending})"
        title = self.tr("Write the clients to a file")
        amounts = self.amounts.isChecked()
        self.file_dialog = ask_save(
            self, title, name, pattern,
            lambda path: self._safety.export(path, amounts=amounts), ending=ending,
        )  # fmt: skip

    def ask_restore(self, backup: Backup) -> None:
        """Ask before a backup takes the book's place."""
        moment = self._moment(backup)
        self.dialog = Dialog(
            self.desk.theme,
            self.window(),
            title=self.tr("Restore the backup of {moment}?").format(moment=moment),
            body=self.tr(
                "Everything written since then leaves the book. The present file is kept aside "
                "beside it, under a name with today's date."
            ),
            keep=self.tr("Keep the present book"),
            act=self.tr("Restore it"),
        )
        self.dialog.agreed.connect(partial(self._safety.restore, backup))
        self.dialog.closed.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _side(self) -> QVBoxLayout:
        theme, safety = self.desk.theme, self._safety
        verdict = line(self._verdict_icon, self._verdict, gap=8)
        verdict.setStretch(1, 1)
        verdict.setAlignment(self._verdict_icon, Qt.AlignmentFlag.AlignTop)
        return column(
            SectionHeader(theme, self.tr("The book")),
            12,
            PlainLabel(
                theme, self.tr("It stands on this till, enciphered:"), role="c", color="ink2"
            ),
            2,
            PlainLabel(theme, str(safety.path), role="s", wrap=True),
            10,
            PlainLabel(theme, sentences.said(safety.key_words), role="s",
                       color="ink2", wrap=True),
            14,
            self.check_button,
            8,
            verdict,
            28,
            SectionHeader(theme, self.tr("Give out")),
            12,
            PlainLabel(
                theme,
                self.tr("Every client, one line each. The file is not enciphered: keep it safe."),
                role="s",
                color="ink2",
                wrap=True,
            ),
            6,
            self.amounts,
            6,
            line(self.csv_button, self.xlsx_button, None, gap=10),
            None,
        )  # fmt: skip

    def _add_backups(self) -> None:
        theme, backups = self.desk.theme, self._safety.backups
        header = SectionHeader(theme, self.tr("Backups"))
        if backups:
            newest = self.tr("Newest {moment}").format(moment=self._moment(backups[0]))
            header.set_remark(newest)
        self._lists_place.addWidget(header)
        if not backups:
            words = self.tr("No backup yet. One is made by itself every day the book is open.")
            self._say(words)
        shown = backups if self._shows_all else backups[:_SHOWN]
        for one in shown:
            moment = self._moment(one)
            name = self.tr("Restore the backup of {moment}").format(moment=moment)
            link = TextLink(theme, self.tr("Restore…"), name=name)
            link.clicked.connect(partial(self.ask_restore, one))
            link.setEnabled(not self._safety.doing)
            self._lists_place.addWidget(
                Row(theme, moment[:1].upper() + moment[1:], self._of_backup(one), link)
            )
        if len(backups) > len(shown):
            count = self.desk.words.number(len(backups))
            more = TextLink(theme, self.tr("Show all {count}").format(count=count))
            more.clicked.connect(self._show_all)
            self._lists_place.addWidget(more)

    def _add_batches(self) -> None:
        theme = self.desk.theme
        self._lists_place.addWidget(SectionHeader(theme, self.tr("Files brought in")))
        if not self._safety.batches:
            self._say(self.tr("No file was brought in yet."))
        for one in self._safety.batches[: None if self._shows_all else 2 * _SHOWN]:
            part: QWidget
            if one.undone_at is not None:
                part = PlainLabel(theme, self.tr("Taken back"), role="s", color="ink3")
            else:
                name = self.tr("Take {file} back").format(file=one.file_name)
                part = TextLink(theme, self.tr("Take it back"), name=name)
                part.clicked.connect(partial(self._safety.take_back, one.id))
                part.setEnabled(not self._safety.doing)
            self._lists_place.addWidget(Row(theme, one.file_name, self._of_batch(one), part))

    def _of_backup(self, backup: Backup) -> str:
        clients = dict(backup.rows).get("client", 0)
        words = self._grouped(self.tr("%n client(s)", "", clients), clients)
        size = size_word(backup.size_bytes, self.desk.words)
        return f"{backup_word(backup.reason.value)} · {words} · {size}"

    def _of_batch(self, batch: "BatchRow") -> str:
        today = self._today()
        parts = [moment_word(batch.started_at, today, self.desk.words)]
        counts = batch.counts
        if batch.finished_at is None:
            parts.append(self.tr("cut short; bring the file in again to complete it"))
        clients, receipts, bad = (counts.get(name, 0) for name in ("client", "purchase", "bad"))
        if clients:
            parts.append(self._grouped(self.tr("%n client(s)", "", clients), clients))
        if receipts:
            parts.append(self._grouped(self.tr("%n receipt(s)", "", receipts), receipts))
        if bad:
            parts.append(self._grouped(self.tr("%n line(s) stayed out", "", bad), bad))
        return " · ".join(parts)

    def _grouped(self, sentence: str, count: int) -> str:
        return sentence.replace(str(count), self.desk.words.number(count), 1)

    def _moment(self, backup: Backup) -> str:
        return moment_word(backup.made_at, self._today(), self.desk.words)

    def _today(self) -> date:
        zone = self.desk.me.store.time_zone if self.desk.me else "UTC"
        return self.desk.backend.clock.today(zone)

    def _say(self, words: str) -> None:
        self._lists_place.addSpacing(12)
        self._lists_place.addWidget(
            PlainLabel(self.desk.theme, words, role="s", color="ink2", wrap=True)
        )

    def _show_all(self) -> None:
        self._shows_all = True
        self.show_state()

    def _step(self, done: int, total: int | None, words: str) -> None:
        del words
        if self._safety.doing:
            share = f" · {self.desk.words.percent(done / total)}" if total else ""
            self.progress.set_step(done, total, f"{self._safety.doing}{share}")
