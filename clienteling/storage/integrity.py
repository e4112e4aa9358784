"""The verdict on a book's file: is every page as it was written?

SQLite's check is blind to a changed text and SQLCipher's to a missing tail, so both are asked, on
a fresh connection (a bad page poisons an old one) and after a checkpoint (SQLCipher's check reads
the file alone and calls a page stale that still waits in the log). See docs/decisions/0003.
"""

from dataclasses import dataclass

from sqlcipher3 import dbapi2

from clienteling.domain.errors import Cancelled, KnownError
from clienteling.domain.progress import Progress
from clienteling.storage.book import Book, WrongKeyError
from clienteling.storage.places import companions

_TRIES = 8


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found; no faults means that the file is sound."""

    faults: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether the file can be trusted."""
        return not self.faults


def check_book(book: Book, progress: Progress | None = None) -> Verdict:
    """Read the whole file and judge it; takes about four seconds per 60 MB.

    Other connections may go on writing. Should a fault show, it is looked at again while writing
    is held, so that a page written during the check is not called damaged.

    Args:
        book: The book.
        progress: Asked often whether to go on; only the last part, about a third, cannot stop.

    Raises:
        KnownError: the book cannot be checked for another reason than damage.
        Cancelled: the progress said so.
    """
    found = _judged(book, progress, hold=False)
    return found if found.is_sound else _judged(book, progress, hold=True)


def faults(
    connection: dbapi2.Connection, progress: Progress | None = None, *, in_file: bool = True
) -> tuple[str, ...]:
    """Return what both checks complain of on an open connection, in SQLite's own words.

    Args:
        connection: A fresh one.
        progress: Asked whether to go on.
        in_file: Whether every page is in the file; SQLCipher's own check is right only then.
    """
    found: list[str] = []
    stopped = _stoppable(connection, progress)
    for pragma in ("quick_check", "cipher_integrity_check")[: 1 + in_file]:
        try:
            answers = connection.execute(f"PRAGMA {pragma}").fetchall()
        except dbapi2.DatabaseError as error:
            if stopped:
                raise Cancelled from error
            if not is_damage(error):
                raise
            answers = [(str(error),)]
        found += [str(row[0]) for row in answers if row[0] != "ok"]
    return tuple(found[:20])


def is_damage(error: BaseException) -> bool:
    """Say whether a driver's error means that the file is damaged."""
    words = str(error)
    return any(sign in words for sign in ("malformed", "not a database", "disk I/O error"))


def _judged(book: Book, progress: Progress | None, *, hold: bool) -> Verdict:
    try:
        connection = book.connect()
    except WrongKeyError as error:
        return Verdict((str(error.__cause__),))
    except KnownError as error:
        if error.__cause__ is not None and is_damage(error.__cause__):
            return Verdict((str(error.__cause__),))
        raise
    try:
        in_file = _held(connection, book) if hold else _emptied(connection, book)
        return Verdict(faults(connection, progress, in_file=in_file))
    except dbapi2.DatabaseError as error:
        if is_damage(error):
            return Verdict((str(error),))
        raise KnownError(
            "The book could not be checked now ({reason}). Nothing is known to be wrong with it.",
            reason=str(error),
        ) from error
    finally:
        connection.close()


def _stoppable(connection: dbapi2.Connection, progress: Progress | None) -> list[Cancelled]:
    stopped: list[Cancelled] = []
    if progress is None:
        return stopped

    def goes_on() -> int:
        try:
            progress.step(0, None)
        except Cancelled as wish:
            stopped.append(wish)
        return len(stopped)

    connection.set_progress_handler(goes_on, 1000)
    return stopped


def _emptied(connection: dbapi2.Connection, book: Book) -> bool:
    # A reader in the way is waited for a moment only, and a full disk keeps the log as it is: the
    # pages that wait in it are sound, and quick_check reads them there.
    connection.execute("PRAGMA busy_timeout=250")
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except dbapi2.OperationalError as error:
        if is_damage(error):
            raise
        return False
    return _log_is_empty(book)


def _held(connection: dbapi2.Connection, book: Book) -> bool:
    for _try in range(_TRIES):
        emptied = _emptied(connection, book)
        connection.execute("BEGIN IMMEDIATE")
        # Between the two statements another program may have written.
        if emptied and _log_is_empty(book):
            return True
        connection.execute("ROLLBACK")
    return False


def _log_is_empty(book: Book) -> bool:
    log, _memory = companions(book.path)
    return not log.exists() or log.stat().st_size == 0
