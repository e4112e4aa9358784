"""What the window knows of sync: the state as the till tells it, and when it is another."""

import threading

from PySide6.QtCore import QObject, Signal

from clienteling.bootstrap import Backend
from clienteling.bootstrap.syncing import Stop, SyncKind, SyncState
from clienteling.domain.errors import KnownError
from clienteling.domain.sentences import Sentence
from clienteling.ui.background import Tasks


class Sharing(QObject):
    """Hands the till's state to the window's thread, whichever thread tells it.

    ``changed`` tells that the state is another; ``lists_changed`` that what waits, or what is to
    compare, may be another, which the lists then read again.

    Args:
        backend: The till.
        tasks: Hands calls over.
        parent: Owner of the object.
    """

    changed = Signal()
    lists_changed = Signal()

    def __init__(self, backend: Backend, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._syncing = backend.syncing
        self._turn = threading.Lock()
        self._newest: SyncState | None = None
        self.state: SyncState = self._first_state()
        self._syncing.listen(self._hear)

    @property
    def is_alone(self) -> bool:
        """Whether this till was never joined to a head office."""
        return self.state.kind is SyncKind.ALONE

    def share_now(self) -> None:
        """Share without waiting for the next time."""
        self._syncing.sync_soon()

    def recount(self) -> None:
        """Count again what waits and what is to compare."""
        self._tasks.run(self, self._syncing.recount, _rest)

    def close(self) -> None:
        """Listen no longer."""
        self._syncing.forget(self._hear)

    def _first_state(self) -> SyncState:
        try:
            return self._syncing.state()
        except KnownError as error:
            # The window opens on the book all the same; the line says what is the matter.
            told = error.args[0]
            why = told if isinstance(told, Sentence) else Sentence(str(told), {})
            return SyncState(kind=SyncKind.STOPPED, stop=Stop.OTHER, why=why)

    def _hear(self, state: SyncState) -> None:
        """Keep the newest state for the window; a first sync tells of hundreds a second."""
        with self._turn:
            is_told, self._newest = self._newest is not None, state
        if not is_told:
            self._tasks.post(self._take)

    def _take(self) -> None:
        with self._turn:
            state, self._newest = self._newest, None
        if state is None:
            return
        before, self.state = self.state, state
        if state == before:
            return
        self.changed.emit()
        if _counts(state) != _counts(before):
            self.lists_changed.emit()


def _rest(_none: None) -> None:
    """Wait for the state, which is told as any other."""


def _counts(state: SyncState) -> tuple[object, ...]:
    return state.waiting, state.to_compare, state.set_aside, state.last_at, state.kind
