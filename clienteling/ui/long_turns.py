"""Acts of more than one transaction, taken back or done again behind the window."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from clienteling.domain.ids import Id
from clienteling.ui.history import Step, Way

if TYPE_CHECKING:
    from clienteling.ui.desk import Desk


class LongTurns(QObject):
    """Lets such acts go back and forth, and tells how far they are.

    ``begun`` carries the way and whether it goes back, ``stepped`` how far it is, ``ended`` the
    error if there was one.

    Args:
        desk: What it works with, and its owner.
    """

    begun = Signal(object, bool)
    stepped = Signal(object, int, object)
    ended = Signal(object, object)

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    def take_back(self, step: Step, way: Way) -> None:
        """Take an act back."""
        doing, done = self.tr("{act}: being taken back"), self.tr("{act}: taken back")
        self._desk.tell(doing.format(act=step.why))
        self.begun.emit(way, True)
        ended = partial(self._finished, step, way, done, True)
        self._desk.act_long(
            way.take_back, ended, partial(self._failed, way), stepped=partial(self._step, way)
        )

    def do_again(self, step: Step, way: Way) -> None:
        """Do an act again that was taken back."""
        doing, done = self.tr("{act}: being done again"), self.tr("{act}: done again")
        self._desk.tell(doing.format(act=step.why))
        self.begun.emit(way, False)
        ended = partial(self._finished, step, way, done, False)
        self._desk.act_long(
            way.do_again, ended, partial(self._failed, way), stepped=partial(self._step, way)
        )

    def _step(self, way: Way, done: int, total: int | None, _words: str) -> None:
        self.stepped.emit(way, done, total)

    def _finished(self, step: Step, way: Way, words: str, is_back: bool, tx: Id) -> None:  # noqa: FBT001 - kept by a partial
        history = self._desk.history
        (history.undone if is_back else history.redone)(step.tx, tx)
        self.ended.emit(way, None)
        self._desk.tell(words.format(act=step.why))

    def _failed(self, way: Way, error: Exception) -> None:
        self.ended.emit(way, error)
        self._desk.fail(error)
