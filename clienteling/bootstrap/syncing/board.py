"""How it stands, and whoever wants to hear of it."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from clienteling.bootstrap.syncing.figures import Figures, figures
from clienteling.bootstrap.syncing.membership import Membership
from clienteling.bootstrap.syncing.reasons import stopped_because
from clienteling.bootstrap.syncing.state import Stop, SyncKind, SyncState
from clienteling.domain.errors import KnownError
from clienteling.domain.sentences import Sentence

if TYPE_CHECKING:
    from clienteling.bootstrap.backend import Backend


class Board:
    """The present state; told from any thread, heard on the thread that told.

    Args:
        backend: The book whose figures are counted.
    """

    def __init__(self, backend: "Backend") -> None:
        self._backend = backend
        self._lock = threading.Lock()
        self._hearers: list[Callable[[SyncState], None]] = []
        self._state = SyncState()

    @property
    def state(self) -> SyncState:
        """How it stands."""
        return self._state

    def listen(self, hear: Callable[[SyncState], None]) -> None:
        """Have a function told of every new state."""
        self._hearers.append(hear)

    def forget(self, hear: Callable[[SyncState], None]) -> None:
        """Tell a function nothing any more."""
        if hear in self._hearers:
            self._hearers.remove(hear)

    def change(self, **values: Any) -> None:
        """Change some of the state and tell everybody, where it is another now."""
        with self._lock:
            before = self._state
            state = self._state = replace(before, **values)
            is_other = before != state
        if is_other:
            for hear in tuple(self._hearers):
                hear(state)

    def begin(self, membership: Membership | None, last_at: datetime | None) -> None:
        """Show a till as it stands before anything was tried."""
        values = {**standing(membership), "last_at": last_at}
        self.change(**values, **self._figures(values["kind"]))

    def fail(self, error: KnownError) -> None:
        """Show that what this till knows of head office cannot be read."""
        words = str(error)
        why = words if isinstance(words, Sentence) else Sentence(words, {})
        figures = self._figures(SyncKind.STOPPED)
        self.change(kind=SyncKind.STOPPED, stop=Stop.UNKNOWN, why=why, **figures)

    def count(self, **values: Any) -> None:
        """Count again what waits, is to compare, is set aside, and tell it with other changes.

        It has a connection of its own: whoever reads for the screen does not wait for it.
        """
        reader = self._backend.opened.book.connect()
        try:
            found = figures(reader)
        finally:
            reader.close()
        self.change(**values, **_shown(found, values.get("kind", self._state.kind)))

    def _figures(self, kind: SyncKind) -> dict[str, int]:
        return _shown(self._backend.look(figures), kind)


def _shown(found: Figures, kind: SyncKind) -> dict[str, int]:
    return {
        "waiting": 0 if kind == SyncKind.ALONE else found.waiting,
        "to_compare": found.to_compare,
        "set_aside": found.set_aside,
    }


def standing(membership: Membership | None) -> dict[str, Any]:
    """Return what a membership alone says of the state."""
    if membership is None:
        return {
            "kind": SyncKind.ALONE, "why": None, "stop": None, "till_name": "", "address": "",
            "confirm_number": "", "is_locked": False, "next_try_at": None, "last_at": None,
            "clock_off_seconds": None, "done": 0, "total": None,
        }  # fmt: skip
    told = {
        "till_name": membership.name,
        "address": membership.address,
        "confirm_number": membership.number,
        "is_locked": bool(membership.revoked),
    }
    reason = membership.revoked or (Stop.CONFIRM if membership.number else "")
    if reason:
        stop, why = stopped_because(reason)
        return {**told, "kind": SyncKind.STOPPED, "stop": stop, "why": why}
    return {**told, "kind": SyncKind.OFFLINE, "stop": None, "why": None}
