"""What was done in this session, so that it can be taken back and done again."""

from PySide6.QtCore import QObject, Signal

from clienteling.domain.ids import Id

Step = tuple[Id, str]


class History(QObject):
    """Two stacks of acts, each the transaction that undoes it and what a person calls it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def keep(self, tx: Id, why: str) -> None:
        """Remember an act; what was taken back before it can no longer be done again."""
        self._done.append((tx, why))
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

    def clear(self) -> None:
        """Forget everything (another person is at the till)."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    def _move(self, here: list[Step], old: Id, tx: Id, there: list[Step]) -> None:
        # By its transaction: what lies on top may have been laid there meanwhile.
        step = next((one for one in here if one[0] == old), None)
        if step is not None:
            here.remove(step)
            there.append((tx, step[1]))
            self.changed.emit()
