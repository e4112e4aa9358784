"""Open a book, or make one: lock, key, first look, pending migrations, and what then is due.

This is on the way to the first screen, so nothing heavy is imported when the book is there and its
schema is this program's. The full check and the routine backup are ``OpenedBook.keep_safe``, for a
thread in the background.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError, NotFoundError, UserError
from clienteling.domain.progress import Progress
from clienteling.domain.sentences import sentence
from clienteling.storage.backup import back_up, is_due
from clienteling.storage.book import Book
from clienteling.storage.files import PRIVATE_FILE, private_folder, sync_folder
from clienteling.storage.first_look import FirstLook, first_look
from clienteling.storage.integrity import check_book
from clienteling.storage.keys import DataKeys
from clienteling.storage.lock import BookLock
from clienteling.storage.manifest import Backup, Reason, list_backups
from clienteling.storage.migrate import is_current, migrate
from clienteling.storage.places import attachments_folder, backups_folder, companions
from clienteling.storage.restore import DamagedBookError, damage_report
from clienteling.storage.vault import Keys, make_vault, open_vault, vault_file

if TYPE_CHECKING:
    from clienteling.storage.attachments import Attachments
    from clienteling.storage.pictures import Pictures
    from clienteling.storage.store import Store


class OpenedBook:
    """A book that this program holds: the file, its keys, and the doors to what is in it.

    Args:
        book: The file and its key.
        keys: Every key of the book.
        clock: Stamps what is written.
        finder: Finds the secret again, for a damage report.
        lock: Held until closed; None where the book is shared for reading.
        notices: Sentences a person should see once.
        has_unfinished: A bulk load was cut short; ``keep_safe`` finishes what follows from it.
        first: A connection that is open already; ``reader`` gives it away.
    """

    def __init__(
        self,
        book: Book,
        keys: DataKeys,
        clock: Clock,
        finder: Keys,
        lock: BookLock | None,
        notices: tuple[str, ...],
        *,
        has_unfinished: bool = False,
        first: dbapi2.Connection | None = None,
    ) -> None:
        self.book = book
        self.keys = keys
        self.clock = clock
        self.notices = notices
        self.has_unfinished = has_unfinished
        self.finder = finder
        self._lock = lock
        self._first = first
        self._store: Store | None = None

    @property
    def backups(self) -> Path:
        """The folder of this book's backups."""
        return backups_folder(self.book.path)

    def store(self) -> "Store":
        """Return the book as units of work; SQLAlchemy is imported with the first call."""
        if self._store is None:
            from clienteling.storage.store import Store

            self._store = Store(self.book, self.clock)
        return self._store

    def reader(self) -> dbapi2.Connection:
        """Return a connection to read with; the caller closes it."""
        first, self._first = self._first, None
        return first or self.book.connect()

    def attachments(self) -> "Attachments":
        """Return the encrypted pictures and papers beside the book."""
        from clienteling.storage.attachments import Attachments

        return Attachments(attachments_folder(self.book.path), self.keys)

    def pictures(self) -> "Pictures":
        """Return the way in and out of pictures, with their thumbnails."""
        from clienteling.storage.pictures import Pictures

        return Pictures(self.attachments())

    def back_up(
        self,
        reason: Reason = Reason.BY_HAND,
        folder: Path | None = None,
        progress: Progress | None = None,
    ) -> Backup:
        """Make a backup now, in the book's own folder of backups unless another is given."""
        where = folder or self.backups
        return back_up(self.book, self.keys, where, self.clock, reason, progress)

    def back_up_before_import(self) -> Backup:
        """Make the backup that a file is brought in after: the book as it was without it."""
        return self.back_up(Reason.BEFORE_IMPORT)

    def back_up_if_due(self, progress: Progress | None = None) -> Backup | None:
        """Make a routine backup when it is time for one; for a timer and a background thread.

        A book in which nothing was written yet has nothing to lose: its first backup waits for
        the first words, so that the newest one is never an empty book.
        """
        if self._is_begun() and is_due(self.backups, self.book, self.clock.now()):
            return self.back_up(Reason.ROUTINE, progress=progress)
        return None

    def _is_begun(self) -> bool:
        with self.book.reading() as connection:
            row = connection.execute("SELECT EXISTS (SELECT 1 FROM sync_log)").fetchone()
        return bool(row[0])

    def check(self, progress: Progress | None = None) -> None:
        """Read the whole file and judge it.

        Raises:
            DamagedBookError: a page is not as it was written; the report names what is offered.
        """
        verdict = check_book(self.book, progress)
        if not verdict.is_sound:
            report = damage_report(self.book.path, self.finder, verdict.faults)
            raise DamagedBookError(report)

    def keep_safe(self, progress: Progress | None = None) -> Backup | None:
        """Do what is due after opening: finish, check, back up. For a background thread.

        Raises:
            DamagedBookError: the file is damaged; no backup of it was made.
            Cancelled: the progress said so, as when the window closes.
        """
        if self.has_unfinished:
            with self.store().write(why="Unfinished import tidied"):
                self.has_unfinished = False
        self.check(progress)
        return self.back_up_if_due(progress)

    def close(self) -> None:
        """Close every connection and let another program open the book."""
        if self._store is not None:
            self._store.close()
            self._store = None
        if self._first is not None:
            self._first.close()
            self._first = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def create_book(path: Path, *, clock: Clock, keys: Keys) -> OpenedBook:
    """Make a new, empty book with its key and this till's identity, and open it.

    Raises:
        UserError: there is a book of this name already.
        DamagedBookError: there was one and its file is gone, but its backups are here.
        AlreadyOpenError: another program is making it.
        KnownError: the folder cannot be written or the disk is full.
    """
    if path.exists():
        raise UserError("There is a book named {name} already; open it instead.", name=path.name)
    _refuse_if_lost(path, keys)
    _made_folder(path)
    lock = BookLock(path)
    try:
        # A vault without its book is what a crash between the two leaves, or a book moved away;
        # either way its key is the right one to go on with.
        had_vault = vault_file(path).exists()
        data_keys = open_vault(path, keys) if had_vault else make_vault(path, keys)
        _make_file(path, data_keys, clock)
    except BaseException:
        lock.release()
        raise
    words = () if data_keys.place.in_keyring else (data_keys.place.words,)
    return OpenedBook(Book(path, data_keys.book), data_keys, clock, keys, lock, words)


def open_book(path: Path, *, clock: Clock, keys: Keys, alone: bool = True) -> OpenedBook:
    """Open a book that exists.

    Args:
        path: The book.
        clock: Stamps what is written.
        keys: Finds the book's secret.
        alone: Be the only program on it, as a window must; False for a command that only reads.

    Raises:
        NotFoundError: there is no such book and there are no backups of one.
        AlreadyOpenError: another program has it; its process id is on the error.
        VaultError: its key cannot be had.
        DamagedBookError: the file is damaged or gone; the report offers the newest good backup.
        NewerBookError: a newer program wrote it.
    """
    if not path.exists():
        _refuse_if_lost(path, keys)
        raise NotFoundError("There is no book at {path}.", path=path)
    lock = BookLock(path) if alone else None
    try:
        data_keys = open_vault(path, keys)
        book = Book(path, data_keys.book)
        look = first_look(book, keys)
        first, notices = _brought_up(book, data_keys, clock, look, lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return OpenedBook(
        book, data_keys, clock, keys, lock, notices,
        has_unfinished=look.has_unfinished, first=first,
    )  # fmt: skip


def _refuse_if_lost(path: Path, keys: Keys) -> None:
    # An empty book in the place of a lost one would hide that anything was lost.
    if not path.exists() and list_backups(backups_folder(path)):
        raise DamagedBookError(damage_report(path, keys, ("the file is gone",)))


def _brought_up(
    book: Book, data_keys: DataKeys, clock: Clock, look: FirstLook, lock: BookLock | None
) -> tuple[dbapi2.Connection | None, tuple[str, ...]]:
    """Return the connection that is still good, and what is to be told."""
    if is_current(look.schema):
        return look.connection, ()
    look.connection.close()
    held = BookLock(book.path) if lock is None else None
    try:
        folder = backups_folder(book.path)
        migrate(
            book,
            clock,
            before=lambda: back_up(book, data_keys, folder, clock, Reason.BEFORE_MIGRATION),
        )
    finally:
        if held is not None:
            held.release()
    words = sentence("The book was brought up to this version; a backup was made before.")
    return None, (words,)


def _made_folder(path: Path) -> None:
    try:
        private_folder(path.parent)
    except OSError as error:
        raise KnownError(
            "The folder of {name} cannot be made: {reason}.", name=path.name, reason=error.strerror
        ) from error


def _make_file(path: Path, keys: DataKeys, clock: Clock) -> None:
    making = path.with_name(f"{path.name}.making")
    for left in (making, *companions(making)):
        left.unlink(missing_ok=True)
    making.touch(PRIVATE_FILE)
    migrate(Book(making, keys.book), clock)
    making.replace(path)
    sync_folder(path.parent)
