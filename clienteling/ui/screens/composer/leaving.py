"""How a lookbook leaves the house: preview, printer, PDF, kept copies, several clients."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from clienteling.bootstrap import Backend
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress
from clienteling.queries.lookbooks import IssueRow
from clienteling.ui.desk import Desk
from clienteling.ui.screens.composer.batch import BatchSheet
from clienteling.ui.screens.composer.files import ask_for_file, file_name, open_file
from clienteling.ui.screens.composer.issued import IssuedSheet
from clienteling.ui.screens.composer.preview import PreviewSheet
from clienteling.ui.screens.composer.printing import Printing
from clienteling.ui.screens.composer.view_model import ComposerModel
from clienteling.ui.screens.composer.working import Working


class Leaving(QObject):
    """The ways out of the composer.

    Args:
        desk: What the page works with.
        model: What is composed.
        page: The page whose acts these are.
    """

    def __init__(self, desk: Desk, model: ComposerModel, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._model, self._page = desk, model, page
        self.working = Working(desk)
        self._printing = Printing(desk, page, self.working.run)
        self._printing.pdf_wanted.connect(self.make_pdf)
        self._preview: PreviewSheet | None = None
        self._issued: IssuedSheet | None = None
        self._batch: BatchSheet | None = None

    def preview(self) -> None:
        """Show the pages as they will be on paper."""
        made = self._model.composition
        if made is None:
            return
        if self._preview is None:
            self._preview = PreviewSheet(self._desk, self._page.window())
            self._preview.print_wanted.connect(self.print)
            self._preview.pdf_wanted.connect(self.make_pdf)
        self._preview.show_lookbook(made, self._model.shown)
        self._preview.begin()

    def make_pdf(self) -> None:
        """Ask for a file and write the lookbook into it."""
        made = self._model.composition
        if made is not None:
            name = file_name(made.snapshot)
            ask_for_file(
                self._page, self.tr("Make PDF"), name, partial(self._keep_and_write, made.row.id)
            )

    def print(self) -> None:
        """Print the lookbook through the system's dialog."""
        made = self._model.composition
        if made is not None:
            write = Issue(self._desk.backend, made.row.id, "print")
            self._model.keep_words(partial(self._printing.begin, made.pages, write))

    def show_issued(self) -> None:
        """List the copies that left the house."""
        if self._model.lookbook_id is None:
            return
        if self._issued is None:
            self._issued = IssuedSheet(self._desk, self._page.window())
            self._issued.print_wanted.connect(self._print_again)
            self._issued.save_wanted.connect(self._save_again)
        self._issued.begin(self._model.lookbook_id)

    def begin_batch(self) -> None:
        """Make the lookbook for several clients."""
        self._model.keep_words(self._open_batch)

    def copy(self) -> None:
        """Begin another lookbook with the same pages, and show it."""
        made = self._model.composition
        if made is None:
            return
        from clienteling.services.lookbooks import copy_lookbook

        me = self._desk.me
        title = self.tr("{title}, copy").format(title=made.row.title) if made.row.title else ""
        self._desk.act(
            self,
            copy_lookbook,
            self.tr("Lookbook copied"),
            then=lambda lookbook_id: self._desk.go("lookbooks", lookbook_id),
            lookbook_id=made.row.id,
            title=title,
            staff_id=me.staff.id if me else None,
        )

    def take_away(self) -> None:
        """Take the lookbook off the shelf; undo brings it back."""
        if self._model.lookbook_id is not None:
            from clienteling.services.lookbooks import remove_lookbook

            self._desk.act(
                self,
                remove_lookbook,
                self.tr("Lookbook taken off the shelf"),
                lookbook_id=self._model.lookbook_id,
            )

    def _open_batch(self) -> None:
        made = self._model.composition
        if made is None:
            return
        if self._batch is None:
            self._batch = BatchSheet(self._desk, self._page.window())
        self._batch.show_lookbook(made)
        self._batch.begin()

    def _keep_and_write(self, lookbook_id: Id, out: Path) -> None:
        self._model.keep_words(partial(self._write, lookbook_id, out))

    def _write(self, lookbook_id: Id, out: Path) -> None:
        work = partial(Issue(self._desk.backend, lookbook_id, "pdf"), out)
        self.working.run(self.tr("Making the PDF"), work, partial(self._ready, out))

    def _ready(self, out: Path, _answer: object) -> None:
        words, open_word = self.tr("The PDF is ready"), self.tr("Open")
        self._desk.tell(words, act=partial(open_file, out), act_word=open_word)

    def _print_again(self, issue: IssueRow) -> None:
        from clienteling.reports.compose import compose
        from clienteling.reports.lookbook import from_json

        write = Again(self._desk.backend, issue.snapshot)
        self._printing.begin(compose(from_json(issue.snapshot)), write)

    def _save_again(self, issue: IssueRow) -> None:
        from clienteling.reports.lookbook import from_json

        name = file_name(from_json(issue.snapshot))
        ask_for_file(self._page, self.tr("Save again"), name, partial(self._write_again, issue))

    def _write_again(self, issue: IssueRow, out: Path) -> None:
        work = partial(Again(self._desk.backend, issue.snapshot), out)
        self.working.run(self.tr("Making the PDF"), work, partial(self._ready, out))


class Issue:
    """Writes a lookbook to a file and keeps it as it left the house."""

    def __init__(self, backend: Backend, lookbook_id: Id, way: str) -> None:
        self._backend, self._lookbook_id, self._way = backend, lookbook_id, way

    def __call__(self, out: Path, progress: Progress) -> object:
        """Write it."""
        return self._backend.press.issue(self._lookbook_id, out, way=self._way, progress=progress)


class Again:
    """Writes a kept copy to a file."""

    def __init__(self, backend: Backend, snapshot: str) -> None:
        self._backend, self._snapshot = backend, snapshot

    def __call__(self, out: Path, progress: Progress) -> object:
        """Write it."""
        return self._backend.press.write_again(self._snapshot, out, progress)
