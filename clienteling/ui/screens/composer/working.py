"""A long job of the composer: a line that tells how far it is and can stop it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from clienteling.domain.errors import Cancelled
from clienteling.domain.progress import Progress
from clienteling.ui.background import Task
from clienteling.ui.desk import Desk
from clienteling.ui.widgets import ProgressLine, column

_PATIENCE_MS = 300


class Working(QWidget):
    """Runs one job at a time behind the window; shows itself only if it takes its time.

    Args:
        desk: Runs the job.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._task: Task | None = None
        self._words = ""
        self.line = ProgressLine(desk.theme, cancellable=True)
        self.line.cancelled.connect(self.stop)
        self.setLayout(column(self.line))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a job runs."""
        return self._task is not None

    def run(
        self,
        words: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        *,
        owner: QObject | None = None,
    ) -> None:
        """Run a job.

        Args:
            words: What is being done.
            work: Is told its progress.
            done: Receives what it returned.
            owner: The answer is dropped when it has gone.
        """
        if self.is_busy:
            self._desk.tell(self.tr("One thing at a time: the other is still being made."))
            return
        self._words = words
        self.line.set_step(0, 1, words)
        self._patience.start()

        def finished(value: Any) -> None:
            self._rest()
            done(value)

        def failed(error: Exception) -> None:
            self._rest()
            if isinstance(error, Cancelled):
                self._desk.tell(self.tr("Stopped. The lookbook is kept."))
            else:
                self._desk.fail(error)

        self._task = self._desk.tasks.run_long(
            owner or self, work, finished, failed, stepped=self._step
        )

    def stop(self) -> None:
        """Ask the job to stop at its next step."""
        if self._task is not None:
            self._task.cancel()

    def _step(self, done: int, total: int | None, words: str) -> None:
        share = self._desk.words.percent(done / total) if total else ""
        told = ", ".join(part for part in (words or self._words, share) if part)
        self.line.set_step(done, total, told)

    def _rest(self) -> None:
        self._task = None
        self._patience.stop()
        self.hide()
