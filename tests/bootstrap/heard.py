"""Waits, without sleeping, until a till stands as it is asked for."""

import threading

from clienteling.bootstrap import Backend
from clienteling.bootstrap.syncing import SyncState


class Heard:
    """Hears how a till stands; the test's own limit of time ends what never comes.

    Args:
        backend: The till.
    """

    def __init__(self, backend: Backend) -> None:
        self._bell = threading.Condition()
        self._last = backend.syncing.state()
        backend.syncing.listen(self._hear)

    def until(self, **values: object) -> SyncState:
        """Wait until the state has these values; return it."""
        with self._bell:
            self._bell.wait_for(
                lambda: all(getattr(self._last, name) == value for name, value in values.items())
            )
            return self._last

    def _hear(self, state: SyncState) -> None:
        with self._bell:
            self._last = state
            self._bell.notify_all()
