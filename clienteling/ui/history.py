"""What was done in this session, so that it can be taken back and done again."""

from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress


class Way(Protocol):
    """How an act of more than one transaction goes back and forth; runs behind the window."""

    def take_back(self, progress: Progress) -> Id:
        """Take it back; return what it is known by now."""
        ...

    def do_again(self, progress: Progress) -> Id:
        """Do it again; return what it is known by now."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """An act.

    Args:
        tx: The transaction that undoes it, or what else it is known by.
        why: What a person calls it.
        way: How it goes back and forth; None where one transaction does.
    """

    tx: Id
    why: str
    way: Way | None = None


class History(QObject):
    """Two stacks of acts: those that were done, and those that were taken back."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def keep(self, step: Step) -> None:
        """Remember an act; what was taken back before it can no longer be done again."""
        self._done.append(step)
        self._undone.clear()
        self.changed.emit()

    def to_undo(self) -> Step | None:
        """Return the last act, or None."""
        return self._done[-1] if self._done else None

    def to_redo(self) -> Step | None:
        """Return what was last taken back, or None."""
        return self._undone[-1] if self._undone else None

    def undone(self, old: Id, tx: Id) -> None:
        """Move an act over; ``tx`` took it back. Nothing happens where it is forgotten."""
        self._move(self._done, old, tx, self._undone)

    def redone(self, old: Id, tx: Id) -> None:
        """Move it back; ``tx`` did it again. Nothing happens where it is forgotten."""
        self._move(self._undone, old, tx, self._done)

    def forget(self, tx: Id) -> None:
        """Forget an act that was taken back another way."""
        self._done = [one for one in self._done if one.tx != tx]
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything (another person is at the till)."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    def _move(self, here: list[Step], old: Id, tx: Id, there: list[Step]) -> None:
        # By its transaction: what lies on top may have been laid there meanwhile.
        step = next((one for one in here if one.tx == old), None)
        if step is not None:
            here.remove(step)
            there.append(replace(step, tx=tx))
            self.changed.emit()
