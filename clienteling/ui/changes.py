"""News of what was written, from any thread, to every view model that reads it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Hands the names of touched entities to the window's thread.

    A form, an import and an arriving sync are the same news: ``changed(frozenset[str])``.

    Args:
        post: Has a call made on the window's thread (``Tasks.post``).
        parent: Owner of the object.
    """

    changed = Signal(frozenset)

    def __init__(
        self, post: Callable[[Callable[[], object]], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._post = post

    def tell(self, names: Iterable[str]) -> None:
        """Tell that entities of these kinds changed; may be called on any thread."""
        touched = frozenset(names)
        if touched:
            self._post(partial(self.changed.emit, touched))


class Reader(QObject):
    """Calls back when what it reads has changed; a child of the view model it serves.

    Args:
        changes: The hub.
        reads: Names of the entities read.
        refresh: Called on the window's thread.
        parent: The view model.
    """

    def __init__(
        self,
        changes: Changes,
        reads: Iterable[str],
        refresh: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reads = frozenset(reads)
        self._refresh = refresh
        changes.changed.connect(self._hear)

    def _hear(self, touched: frozenset[str]) -> None:
        if touched & self._reads:
            self._refresh()
