"""Keeps the book safe while the window is open: checks it, and backs it up when that is due."""

from typing import Any

from PySide6.QtCore import QObject, QTimer

from clienteling.bootstrap import DamagedBookError
from clienteling.ui.desk import Desk
from clienteling.ui.sentences import said

_AFTER_START_MS = 20_000
_EVERY_MS = 10 * 60 * 1000


class Safekeeping(QObject):
    """Runs what is due in the background; a damaged book is told of, with the way to the backups.

    Args:
        desk: The book and its threads.
        parent: Owner of the object.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.back_up)
        QTimer.singleShot(_AFTER_START_MS, self, self.begin)
        # A house that was just founded, or another person at the till: a moment worth keeping.
        desk.me_changed.connect(self.back_up)

    def begin(self) -> None:
        """Check the file, back it up if due, bring it up to the day; look again now and then."""
        self._timer.start()
        self.desk.tasks.run_long(self, self.desk.backend.tend, self._rest, self._tell)

    def back_up(self) -> None:
        """Make a routine backup if it is time for one."""
        opened = self.desk.backend.opened
        self.desk.tasks.run_long(self, opened.back_up_if_due, self._rest, self._tell)

    def _rest(self, answer: Any) -> None:
        del answer

    def _tell(self, error: Exception) -> None:
        if isinstance(error, DamagedBookError) and self.desk.notices is not None:
            self._timer.stop()
            self.desk.notices.tell(said(error), act=self._go, act_word=self.tr("See the backups"))
        else:
            self.desk.fail(error)

    def _go(self) -> None:
        self.desk.go("settings", "data")
