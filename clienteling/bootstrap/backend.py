"""Everything the window and the commands need of an open book: read, write, undo, pictures.

Nothing heavy is imported until it is used, so that the first screen is painted from the driver
alone.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from clienteling.bootstrap.pen import Pen
from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError, NotFoundError
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress
from clienteling.settings.file import Settings
from clienteling.storage.manifest import Backup, list_backups
from clienteling.storage.open import OpenedBook, open_book
from clienteling.storage.restore import Restored, restore

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from sqlcipher3 import dbapi2

    from clienteling.bootstrap.press import Press
    from clienteling.bootstrap.syncing import Syncing
    from clienteling.bootstrap.syncing.lines import Lines
    from clienteling.queries.house import HouseRow
    from clienteling.queries.house_head import StaffRow, StoreRow
    from clienteling.storage.pictures import Pictures
    from clienteling.storage.store import Store

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done:
    """What a use-case gave back, and the transaction that undoes it (None: nothing written)."""

    value: Any
    tx: Id | None
    why: str


@dataclass(frozen=True, slots=True)
class Me:
    """Who is at this till, and in which boutique."""

    staff: "StaffRow"
    store: "StoreRow"


class Backend:
    """Everything the window and the commands need of the book.

    Args:
        opened: The open book.
        settings: What is set.
        clock: What time it is.
    """

    def __init__(self, opened: OpenedBook, settings: Settings, clock: Clock) -> None:
        self.opened = opened
        self.settings = settings
        self.clock = clock
        #: Makes lines to head office; None makes them over HTTPS.
        self.lines: Lines | None = None
        #: Whoever writes for a person takes it before whatever writes in the background.
        self.pen = Pen()
        self._looking = threading.Lock()
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self._is_heard = False
        self._reader: dbapi2.Connection | None = None
        self._shelf: Pictures | None = None
        self._syncing: Syncing | None = None

    def look(
        self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a read that stands on the driver alone (search, the list); quick from cold."""
        with self._looking:
            if self._reader is None:
                self._reader = self.opened.reader()
            return query(self._reader, *args, **kwargs)

    def ask(
        self, query: "Callable[Concatenate[Session, P], T]", *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a read and return its rows."""
        with self._units().read() as session:
            return query(session, *args, **kwargs)

    def do(
        self,
        service: "Callable[Concatenate[Session, P], T]",
        why: str,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done:
        """Run a use-case as one unit of work, in the name of whoever is at this till.

        Args:
            service: The use-case; it is given the session first.
            why: What a person would call the act; shown beside *Undo*.

        Raises:
            UserError: the person can put it right; nothing was written.
            KnownError: the book could not be written; nothing was.
        """
        who = self.settings.text("staff") or None
        if self.syncing.is_locked:
            raise KnownError(
                "Head office has withdrawn this till's access. The book is whole, and nothing is "
                "written to it any more."
            )
        with self.pen.person(), self._units().write(why=why, who=who) as session:
            value = service(session, *args, **kwargs)
        return Done(value, session.info["committed"], why)

    def undo(self, tx: Id, why: str) -> Done:
        """Take back everything one act wrote; undoing the result is redo.

        Raises:
            UserError: something it wrote was changed again since.
        """
        from clienteling.storage.undo import undo_transaction

        return self.do(undo_transaction, why, tx=tx)

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Have a function told of the tables of every change, on the thread that wrote it.

        Nothing is imported for it: listening begins with the first unit of work.
        """
        self._listeners.append(listener)

    def forget(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Tell a function nothing any more (its window has closed)."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def tell(self, tables: frozenset[str]) -> None:
        """Tell everybody who listens that tables changed; for what writes by other ways."""
        self._tell(tables)

    def tend(self, progress: Progress) -> None:
        """Do what is due for the book: check it, back it up, bring it to today. In the background.

        Raises:
            DamagedBookError: the file is damaged; the report offers the newest good backup.
            Cancelled: the window closed meanwhile; what is left is done the next time.
        """
        from clienteling.storage.daily import bring_up_to_date

        self.opened.keep_safe(progress)
        if bring_up_to_date(self.opened.book, self.clock.today(), progress):
            self._tell(frozenset({"client_metric"}))

    def warm(self) -> None:
        """Import what the first pages need; for a background thread, once the window stands."""
        import clienteling.queries.client_card
        import clienteling.queries.lookbooks
        import clienteling.queries.story
        import clienteling.reports.lookbook_source  # noqa: F401 - imported to be there

        self._units()

    def picture(self, sha256: str, long_side: int) -> bytes | None:
        """Return a JPEG of a picture at a size, or None where its bytes are not on this till."""
        try:
            return self._pictures.thumbnail(sha256, long_side)
        except NotFoundError:
            return None

    @property
    def press(self) -> "Press":
        """What turns lookbooks into files."""
        from clienteling.bootstrap.press import Press

        return Press(self, self._pictures)

    @property
    def syncing(self) -> "Syncing":
        """Sharing the book with head office."""
        if self._syncing is None:
            from clienteling.bootstrap.syncing import Syncing

            self._syncing = Syncing(self, self.lines)
        return self._syncing

    def keep_picture(self, data: bytes) -> Done:
        """Keep a picture from outside; the value is the id of its attachment.

        Raises:
            UserError: it is no picture the book takes.
        """
        from clienteling.services.pictures import keep_attachment

        return self.do(keep_attachment, "Picture kept", facts=self._pictures.put(data))

    def house(self) -> "HouseRow | None":
        """Return the house, or None in a book that has none yet."""
        from clienteling.queries.house import house

        return self.ask(house)

    def me(self) -> Me | None:
        """Return who is at this till, or None in a book without people."""
        from clienteling.queries.house_head import at_till

        found = self.look(at_till, self.settings.text("staff") or None)
        return None if found is None else Me(*found)

    @property
    def _pictures(self) -> "Pictures":
        if self._shelf is None:
            self._shelf = self.opened.pictures()
        return self._shelf

    def _units(self) -> "Store":
        """Return the book as units of work, with everybody who listens told of its changes."""
        store = self.opened.store()
        if not self._is_heard:
            self._is_heard = True
            store.listen(lambda change: self._tell(change.tables))
        return store

    def _tell(self, tables: frozenset[str]) -> None:
        for listener in tuple(self._listeners):
            listener(tables)

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups of the book, newest first."""
        return tuple(list_backups(self.opened.backups))

    def restore(self, backup: Backup) -> Restored:
        """Put a backup in the book's place and open that; what was there is kept aside.

        Raises:
            KnownError: the backup is not sound or the disk is full; the present book is open.
        """
        path, ring = self.opened.book.path, self.opened.finder
        was_sharing = self._syncing is not None and self._syncing.is_running
        self.close()
        try:
            return restore(backup, path, ring, self.clock)
        finally:
            self.opened = open_book(path, clock=self.clock, keys=ring)
            self._shelf, self._is_heard = None, False
            # The whole book is another one: whoever reads anything of it reads again.
            self._tell(self.look(_tables))
            if was_sharing:
                self.syncing.start()

    def close(self) -> None:
        """Close every connection and let another program open the book."""
        if self._syncing is not None:
            self._syncing.close()
        with self._looking:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
        self.opened.close()


def _tables(reader: "dbapi2.Connection") -> frozenset[str]:
    rows = reader.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return frozenset(row[0] for row in rows)
