"""The composition root, without Qt: a book, its settings and a clock become one ``Backend``.

There are no globals: the window and the commands are handed a backend and speak to the book
through it, in rows and use-cases. Nothing heavy is imported until it is used, so that the first
screen is painted from the driver alone.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from clienteling.domain.clock import Clock, SystemClock
from clienteling.domain.errors import NotFoundError
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress, Silent
from clienteling.settings.file import Settings
from clienteling.settings.paths import config_folder, data_folder
from clienteling.storage.lock import AlreadyOpenError
from clienteling.storage.manifest import Backup, list_backups
from clienteling.storage.open import OpenedBook, create_book, open_book
from clienteling.storage.restore import DamagedBookError, Restored, restore, restore_newest_good
from clienteling.storage.vault import DeviceKeys, Keys

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from sqlcipher3 import dbapi2

    from clienteling.queries.house import HouseRow
    from clienteling.queries.house_head import StaffRow, StoreRow
    from clienteling.storage.store import Store

__all__ = [
    "AlreadyOpenError", "Backend", "Backup", "DamagedBookError", "DeviceKeys", "Done", "Me",
    "Restored", "default_book", "open_backend", "restore_newest",
]  # fmt: skip

P = ParamSpec("P")
T = TypeVar("T")

BOOK_NAME = "house.book"
_WRITE_SHARE = 5  # writing for a client takes about five times what reading takes


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
        self._looking = threading.Lock()
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self._is_heard = False
        self._reader: dbapi2.Connection | None = None
        self._pictures = opened.pictures()

    def look(
        self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a read that stands on the driver alone (search, the list); quick from cold."""
        with self._looking:
            if self._reader is None:
                self._reader = self.opened.book.connect()
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
        with self._units().write(why=why, who=who) as session:
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
        """Import what the first card needs; for a background thread, once the window stands."""
        import clienteling.queries.client_card
        import clienteling.queries.story  # noqa: F401 - imported to be there

        self._units()

    def picture(self, sha256: str, long_side: int) -> bytes | None:
        """Return a JPEG of a picture at a size, or None where its bytes are not on this till."""
        try:
            return self._pictures.thumbnail(sha256, long_side)
        except NotFoundError:
            return None

    def keep_picture(self, data: bytes) -> Done:
        """Keep a picture from outside; the value is the id of its attachment.

        Raises:
            UserError: it is no picture the book takes.
        """
        from clienteling.services.pictures import keep_attachment

        return self.do(keep_attachment, "Picture kept", facts=self._pictures.put(data))

    def issue_lookbook(
        self,
        lookbook_id: Id,
        out: Path,
        *,
        way: str = "pdf",
        progress: Progress | None = None,
    ) -> Done:
        """Write a lookbook as PDF, whole or not at all, and keep it as it left the house.

        Args:
            lookbook_id: Which.
            out: The file; what was there is replaced once the new one is whole.
            way: ``pdf`` or ``print``.
            progress: Told after each page; may cancel.

        Raises:
            KnownError: the file cannot be written; the lookbook is kept.
        """
        from clienteling.reports.issue import write_issue
        from clienteling.reports.lookbook import to_json
        from clienteling.reports.lookbook_source import snapshot_of
        from clienteling.services.lookbooks import IssueWay, issue_lookbook

        me = self.me()
        store = me.store if me else None
        snapshot = self.ask(
            snapshot_of,
            lookbook_id=lookbook_id,
            today=self.clock.today(store.time_zone if store else "UTC"),
            store_id=store.id if store else None,
        )
        write_issue(snapshot, self._pictures, out, progress or Silent())
        return self.do(
            issue_lookbook,
            "Lookbook made",
            lookbook_id=lookbook_id,
            way=IssueWay(way),
            snapshot=to_json(snapshot),
            staff_id=me.staff.id if me else None,
        )

    def write_again(self, snapshot: str, out: Path, progress: Progress | None = None) -> Path:
        """Write a lookbook as it once left the house, from its kept snapshot.

        Args:
            snapshot: The kept JSON.
            out: The file.
            progress: Told after each page; may cancel.

        Raises:
            KnownError: the snapshot is damaged or the file cannot be written.
        """
        from clienteling.reports.issue import write_issue
        from clienteling.reports.lookbook import from_json

        write_issue(from_json(snapshot), self._pictures, out, progress or Silent())
        return out

    def write_for_each(
        self,
        lookbook_id: Id,
        client_ids: Sequence[Id],
        destination: Path,
        *,
        one_file: bool,
        progress: Progress | None = None,
    ) -> tuple[Path, ...]:
        """Write a lookbook for each of several clients: their names, sizes and wardrobes.

        Args:
            lookbook_id: The lookbook that serves as the pattern.
            client_ids: For whom, in the order wanted.
            destination: The file, or the folder of files.
            one_file: Whether all go into one file.
            progress: Told after each lookbook; may cancel, what is whole then stays.

        Raises:
            KnownError: the files cannot be written there.
        """
        from clienteling.reports.batch import write_batch
        from clienteling.reports.issue import FromBook
        from clienteling.reports.lookbook_source import snapshot_for

        me = self.me()
        store = me.store if me else None
        today = self.clock.today(store.time_zone if store else "UTC")
        watch = _InTwoParts(progress or Silent(), len(client_ids))
        snapshots = []
        for number, client_id in enumerate(client_ids, 1):
            watch.read(number)
            snapshots.append(
                self.ask(
                    snapshot_for,
                    lookbook_id=lookbook_id,
                    client_id=client_id,
                    today=today,
                    store_id=store.id if store else None,
                )
            )
        return write_batch(
            snapshots, FromBook(self._pictures), destination, one_file=one_file, progress=watch
        )

    def house(self) -> "HouseRow | None":
        """Return the house, or None in a book that has none yet."""
        from clienteling.queries.house import house

        return self.ask(house)

    def me(self) -> Me | None:
        """Return who is at this till, or None in a book without people."""
        from clienteling.queries.house_head import at_till

        found = self.look(at_till, self.settings.text("staff") or None)
        return None if found is None else Me(*found)

    def _units(self) -> "Store":
        """Return the book as units of work, with everybody who listens told of its changes."""
        store = self.opened.store()
        if not self._is_heard:
            self._is_heard = True
            store.listen(lambda change: self._tell(change.tables))
        return store

    def _tell(self, tables: frozenset[str]) -> None:
        for listener in self._listeners:
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
        self.close()
        try:
            return restore(backup, path, ring, self.clock)
        finally:
            self.opened = open_book(path, clock=self.clock, keys=ring)
            self._pictures, self._is_heard = self.opened.pictures(), False

    def close(self) -> None:
        """Close every connection and let another program open the book."""
        with self._looking:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
        self.opened.close()


class _InTwoParts:
    """A ``Progress`` over reading and then writing for so many clients."""

    def __init__(self, watch: Progress, count: int) -> None:
        self._watch, self._count = watch, count

    def read(self, done: int) -> None:
        """Tell that so many have been read."""
        self._watch.step(done, self._count * (1 + _WRITE_SHARE))

    def step(self, done: int, total: int | None, words: str = "") -> None:
        """Tell that so many have been written."""
        del total
        self._watch.step(
            self._count + done * _WRITE_SHARE, self._count * (1 + _WRITE_SHARE), words
        )


def default_book() -> Path:
    """Return where this person's book stands unless another path is given."""
    return data_folder() / BOOK_NAME


def open_backend(
    path: Path | None = None,
    *,
    clock: Clock | None = None,
    keys: Keys | None = None,
    settings_file: Path | None = None,
    create: bool = False,
    alone: bool = True,
) -> Backend:
    """Open a book and make it a backend.

    Args:
        path: The book; None is this person's own.
        clock: None is the machine's.
        keys: Where its key is found; None is this computer's keyring or key file.
        settings_file: None is this person's own.
        create: Make the book where there is none.
        alone: Be the only program on it, as a window must.

    Raises:
        NotFoundError: there is no such book and it may not be made.
        KnownError: it cannot be opened; the sentence says why and what is safe.
    """
    book, watch, ring = path or default_book(), clock or SystemClock(), keys or DeviceKeys()
    settings = Settings(settings_file or config_folder() / "settings.toml")
    if create and not book.exists():
        return Backend(create_book(book, clock=watch, keys=ring), settings, watch)
    return Backend(open_book(book, clock=watch, keys=ring, alone=alone), settings, watch)


def restore_newest(path: Path | None = None, *, keys: Keys | None = None) -> Restored:
    """Put the newest good backup in a book's place, for a book that cannot be opened.

    Raises:
        KnownError: there is none; nothing was changed.
    """
    return restore_newest_good(path or default_book(), keys or DeviceKeys(), SystemClock())
