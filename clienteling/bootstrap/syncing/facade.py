"""Sharing the book with head office, as the window and the commands see it."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from clienteling.bootstrap.syncing.state import (
    CaseRow,
    SettledRow,
    SyncKind,
    SyncState,
    WaitingRow,
)
from clienteling.domain.ids import Id

if TYPE_CHECKING:
    from clienteling.bootstrap.backend import Backend, Done


class Syncing:
    """Sharing the book with head office.

    Args:
        backend: The book.
    """

    def __init__(self, backend: "Backend") -> None:
        self._backend = backend
        self._lock = threading.Lock()
        self._hearers: list[Callable[[SyncState], None]] = []
        self._state: SyncState | None = None

    def state(self) -> SyncState:
        """Return how it stands now."""
        if self._state is None:
            self._state = self._counted(SyncState())
        return self._state

    def listen(self, hear: Callable[[SyncState], None]) -> None:
        """Have a function told of every new state, on whatever thread it came about."""
        self._hearers.append(hear)

    def forget(self, hear: Callable[[SyncState], None]) -> None:
        """Tell a function nothing any more (its window has closed)."""
        if hear in self._hearers:
            self._hearers.remove(hear)

    def waiting(self) -> tuple[WaitingRow, ...]:
        """Return what is here and not on both sides, record by record, with the reason."""
        from clienteling.bootstrap.syncing.waiting import waiting_rows

        return self._backend.ask(waiting_rows)

    def cases(self) -> tuple[CaseRow, ...]:
        """Return what two tills wrote apart and a person settles, the oldest first."""
        from clienteling.bootstrap.syncing.cases import case_rows

        return self._backend.ask(case_rows)

    def fitted(self) -> tuple[CaseRow, ...]:
        """Return what was fitted together by itself, the oldest first."""
        from clienteling.bootstrap.syncing.cases import case_rows

        return self._backend.ask(case_rows, fitted=True)

    def settled(self) -> tuple[SettledRow, ...]:
        """Return what was settled here in the last thirty days; ``undo`` of it by its ``tx``."""
        from clienteling.bootstrap.syncing.cases import settled_rows

        return self._backend.ask(settled_rows, clock=self._backend.clock)

    def settle(self, case_id: Id, *, take_other: bool = False, text: str | None = None) -> "Done":
        """Settle a case: what stands stays, the other side takes its place, or one's own words.

        Args:
            case_id: Which.
            take_other: The other side takes the place of what stands.
            text: Words in the place of both sides; ``take_other`` then says nothing.

        Raises:
            NotFoundError: there is no such case any more, or its record is gone.
            UserError: it was settled already, or the words do not fit.
        """
        from clienteling.bootstrap.syncing.cases import settle

        done = self._backend.do(
            settle, "Two sides settled", case_id=case_id, take_other=take_other, text=text
        )
        self._publish(self._counted(self.state()))
        return done

    def _counted(self, state: SyncState) -> SyncState:
        from clienteling.bootstrap.syncing.figures import figures

        waiting, to_compare, set_aside = self._backend.look(figures)
        return replace(
            state,
            waiting=0 if state.kind == SyncKind.ALONE else waiting,
            to_compare=to_compare,
            set_aside=set_aside,
        )

    def _publish(self, state: SyncState) -> None:
        with self._lock:
            if state == self._state:
                return
            self._state = state
        for hear in tuple(self._hearers):
            hear(state)
