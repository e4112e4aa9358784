"""Joining head office, leaving it, and letting through what stopped: carried out in the back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from clienteling.bootstrap.syncing import SyncState
from clienteling.domain.errors import UserError
from clienteling.ui.desk import Desk

#: Who may leave head office, or let through what would empty much of the book.
_MANAGERS = frozenset({"manager", "area", "hq_crm", "admin"})


class OfficeModel(QObject):
    """How this till stands with head office, and what a person does about it.

    ``changed`` tells that the state is another, or that something is being done; ``refused``
    carries what is to be mended of what was typed.

    Args:
        desk: Does the work away from the window.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.is_joining = False
        desk.sharing.changed.connect(self.changed)

    @property
    def state(self) -> SyncState:
        """How it stands."""
        return self.desk.sharing.state

    @property
    def may_decide(self) -> bool:
        """Whether who is at this till may leave, or let a mass change through."""
        me = self.desk.me
        return me is not None and me.staff.role.value in _MANAGERS

    def join(self, address: str, code: str) -> None:
        """Ask head office to let this till in."""
        syncing, settings = self.desk.backend.syncing, self.desk.backend.settings
        name = settings.text("till_name")
        self._begin(partial(syncing.enrol, address, code, name=name))

    def leave(self) -> None:
        """Share no more."""
        self._begin(self.desk.backend.syncing.leave)

    def go_on(self) -> None:
        """Let through, once, what stopped."""
        self._begin(self.desk.backend.syncing.allow_mass_change)

    def _begin(self, work: Callable[[], object]) -> None:
        if self.is_joining:
            return
        self.is_joining = True
        self.changed.emit()
        # Not on the database thread: an answer may take as long as a line.
        self.desk.tasks.run(self, work, self._end, self._fail, database=False)

    def _end(self, _answer: object) -> None:
        self.is_joining = False
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.is_joining = False
        self.changed.emit()
        if isinstance(error, UserError) and self.desk.sharing.is_alone:
            self.refused.emit(error)
        else:
            self.desk.fail(error)
