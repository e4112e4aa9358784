"""What is known of the file that is brought in, and what may be done with it next.

Everything long runs in the pool: the window draws, the database thread goes on answering, and the
file is read beside both.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from clienteling.domain.errors import Cancelled, KnownError, UserError
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress
from clienteling.ui.background import Task
from clienteling.ui.desk import Desk
from clienteling.ui.history import Step
from clienteling.ui.screens.bring_in import work
from clienteling.ui.screens.bring_in.phase import BUSY, Phase
from clienteling.ui.screens.bring_in.way import FileWay
from clienteling.ui.sentences import said

if TYPE_CHECKING:
    from clienteling.exchange.checking import CheckReport
    from clienteling.exchange.dates import DateOrder
    from clienteling.exchange.fields import Field
    from clienteling.exchange.load import ImportResult
    from clienteling.exchange.mapping import Mapping
    from clienteling.exchange.prepare import Prepared


class BringInModel(QObject):
    """One file on its way into the book.

    ``changed`` tells that anything below is another; ``stepped`` how far long work is;
    ``previewed`` that the first rows, as they will be, are there.
    """

    changed = Signal()
    stepped = Signal(int, object, str)
    previewed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.phase = Phase.CHOOSE
        self.path: Path | None = None
        self.forms: dict[str, Any] = {}
        self.prepared: Prepared | None = None
        self.strangers: tuple[str, ...] = ()
        self.first_rows: tuple[Any, ...] = ()
        self.first_rows_wait = ""
        self.report: CheckReport | None = None
        self.result: ImportResult | None = None
        self.rejects: Path | None = None
        self.error = ""
        self._way: FileWay | None = None
        self._task: Task | None = None
        self._run_number = 0
        desk.long_turns.begun.connect(self._turn_begun)
        desk.long_turns.stepped.connect(self._turn_stepped)
        desk.long_turns.ended.connect(self._turn_ended)

    @property
    def is_busy(self) -> bool:
        """Whether long work runs."""
        return self.phase in BUSY

    # What a person does

    def take(self, path: Path) -> None:
        """Take a file and understand it."""
        if not self.is_busy:
            self.forms = {}
            self._understand(path)

    def choose_form(self, name: str, value: object) -> None:
        """Believe a person on how the file is written: encoding, delimiter, sheet and the like."""
        if self.path is not None and not self.is_busy and self.forms.get(name) != value:
            self.forms[name] = value
            self._understand(self.path)

    def choose_field(self, position: int, field: "Field") -> None:
        """Say what a column holds; a column that held it before holds nothing now."""
        if self.prepared is None or self.is_busy:
            return
        prepared = self.prepared
        mapping = work.with_field(prepared.mapping, position, field)
        self._set_mapping(mapping)
        if work.needs_survey(field):
            self._run(
                Phase.SETTLING,
                lambda _progress: work.surveyed(prepared, mapping, position),
                self._set_mapping,
            )

    def choose_order(self, order: "DateOrder") -> None:
        """Say whether the dates that can be read both ways begin with the day or the month."""
        if self.prepared is not None and not self.is_busy:
            self._set_mapping(work.with_order(self.prepared.mapping, order))

    def choose_store(self, name: str, store_id: Id) -> None:
        """Say which boutique a name in the file means ("": none); it is to be checked again."""
        if self.prepared is not None and not self.is_busy:
            self._set_mapping(self.prepared.mapping.with_store(name, store_id or None))

    def check(self) -> None:
        """Read every line of the file and bring nothing in."""
        prepared = self.prepared
        if prepared is not None and not self.is_busy:
            self._run(
                Phase.CHECKING,
                lambda progress: work.check(self.desk.backend, prepared, progress),
                self._checked,
            )

    def load(self) -> None:
        """Bring the good lines in."""
        prepared = self.prepared
        if prepared is not None and self.phase is Phase.CHECKED:
            self._way = way = FileWay(self.desk.backend, prepared)
            self._run(Phase.LOADING, way.bring_in, self._loaded, is_kept=True)

    def take_back(self) -> None:
        """Take everything back that the file brought in."""
        step = self._step()
        if step is not None and self.phase is Phase.DONE:
            self.desk.take_step_back(step)

    def save_rejects(self, path: Path) -> None:
        """Write the lines to mend to a file."""
        report = self.report
        if report is not None and not self.is_busy:
            self.desk.tasks.run_long(
                self,
                lambda progress: (work.write_rejects(report, path, progress), path),
                self._rejects_written,
                self.desk.fail,
            )

    @property
    def may_stop(self) -> bool:
        """Whether what runs can be stopped; taking back, and its undo, go on to their end."""
        return self._task is not None

    def stop(self) -> None:
        """Stop what runs; nothing of it stays."""
        if self._task is None or not self.is_busy or not self.may_stop:
            return
        # Not ``cancel``: a task that has not begun yet would be dropped without a word.
        self._task.stop.set()
        if self.phase in (Phase.READING, Phase.SETTLING):
            self._run_number += 1  # Reading tells no steps, so its answer is not waited for.
            self._failed(Cancelled(), self.phase, Phase.UNDERSTOOD)

    def begin_again(self) -> None:
        """Put the file away."""
        if not self.is_busy:
            self.phase, self.path, self.prepared = Phase.CHOOSE, None, None
            self.strangers = ()
            self._forget_results()
            self.changed.emit()

    # What comes back

    def _understand(self, path: Path) -> None:
        self.path, self.strangers = path, ()
        self._forget_results()
        forms = dict(self.forms)
        self._run(
            Phase.READING,
            lambda _progress: work.understand(self.desk.backend, path, forms),
            self._understood,
        )

    def _understood(self, prepared: "Prepared") -> None:
        self.prepared = prepared
        self._go(Phase.UNDERSTOOD)
        self._preview()

    def _set_mapping(self, mapping: "Mapping") -> None:
        if self.prepared is None:
            return
        self.prepared = replace(self.prepared, mapping=mapping)
        self._forget_results()
        self._go(Phase.UNDERSTOOD)
        self._preview()

    def _preview(self) -> None:
        prepared = self.prepared
        if prepared is not None:
            self.desk.tasks.run(
                self,
                lambda: work.first_rows(self.desk.backend, prepared),
                self._show_preview,
                lambda error: self._show_preview(((), said(error))),
                database=False,
                latest="preview",
            )

    def _show_preview(self, answer: tuple[tuple[Any, ...], str]) -> None:
        self.first_rows, self.first_rows_wait = answer
        self.previewed.emit()

    def _checked(self, report: "CheckReport") -> None:
        self.report, self.strangers = report, work.strangers(report)
        self.first_rows, self.first_rows_wait = report.first_rows, ""
        self._go(Phase.CHECKED)
        self.previewed.emit()

    def _loaded(self, result: "ImportResult") -> None:
        self.result = result
        step = self._step()
        if step is not None:
            self.desk.history.keep(step)
        self._go(Phase.DONE)

    def _step(self) -> Step | None:
        """Return this file as an act that can be taken back; None where it is not in."""
        if self.result is None or self.path is None or self._way is None:
            return None
        words = self.tr("{file} brought in").format(file=self.path.name)
        return Step(self.result.batch_id, words, self._way)

    def _turn_begun(self, way: object, is_back: bool) -> None:  # noqa: FBT001 - a signal's argument
        if way is self._way and not self.is_busy:
            self.error = ""
            self._task = None
            self._go(Phase.TAKING_BACK if is_back else Phase.LOADING)

    def _turn_stepped(self, way: object, done: int, total: int | None) -> None:
        if way is self._way and self.is_busy:
            self.stepped.emit(done, total, "")

    def _turn_ended(self, way: object, error: Exception | None) -> None:
        if way is not self._way or self.phase not in {Phase.TAKING_BACK, Phase.LOADING}:
            return
        is_in = (self.phase is Phase.LOADING) is (error is None)
        self.result = self._way.result if is_in and self._way is not None else None
        self._go(Phase.DONE if self.result is not None else Phase.CHECKED)

    def _rejects_written(self, answer: tuple[int, Path]) -> None:
        count, self.rejects = answer
        words = self.tr("%n line(s) to mend are in {file}", "", count)
        words = words.replace(str(count), self.desk.words.number(count), 1)
        self.desk.tell(words.format(file=self.rejects.name))

    # How work is run

    def _run(
        self,
        phase: Phase,
        job: Callable[[Progress], Any],
        done: Callable[[Any], None],
        *,
        is_kept: bool = False,
    ) -> None:
        before = self.phase
        self.error = ""
        self._run_number += 1
        number = self._run_number
        self._go(phase)

        def finished(answer: Any) -> None:
            if number == self._run_number:
                done(answer)

        def failed(error: Exception) -> None:
            if number == self._run_number:
                self._failed(error, phase, before)

        if is_kept:
            self._task = self.desk.act_long(job, finished, failed, stepped=self.stepped.emit)
        else:
            self._task = self.desk.tasks.run_long(
                self, job, finished, failed, stepped=self.stepped.emit
            )

    def _failed(self, error: Exception, phase: Phase, before: Phase) -> None:
        if phase is Phase.READING:
            self.prepared = None
            before = Phase.CHOOSE
        self.phase = before
        if isinstance(error, UserError | KnownError):
            self.error = said(error)
        elif isinstance(error, Cancelled):
            self.error = self.tr("Stopped. Nothing of the file stayed in the book.")
        else:
            self.desk.fail(error)
        self.changed.emit()

    def _go(self, phase: Phase) -> None:
        self.phase = phase
        self.changed.emit()

    def _forget_results(self) -> None:
        self.report, self.result, self.rejects, self.error = None, None, None, ""
        self.first_rows, self.first_rows_wait = (), ""
