"""The verdict on a book's file: is every page as it was written?

SQLite's check is blind to a changed text and SQLCipher's to a missing tail, so both are asked, on
a fresh connection (a bad page poisons an old one) and after a checkpoint (SQLCipher's check reads
the file alone and calls a page stale that still waits in the log). See docs/decisions/0003.
"""

from dataclasses import dataclass

from sqlcipher3 import dbapi2

from clienteling.domain.errors import KnownError
from clienteling.storage.book import Book, WrongKeyError
from clienteling.storage.places import companions

_TRIES = 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found; no faults means that the file is sound."""

    faults: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether the file can be trusted."""
        return not self.faults


def check_book(book: Book) -> Verdict:
    """Read the whole file and judge it; takes about four seconds per 60 MB.

    Other connections may go on writing. Should a fault show, it is looked at again while writing
    is held, so that a page written during the check is not called damaged.

    Raises:
        KnownError: the book cannot be opened for another reason than damage.
    """
    found = _judged(book, hold=False)
    return found if found.is_sound else _judged(book, hold=True)


def faults(connection: dbapi2.Connection) -> tuple[str, ...]:
    """Return what both checks complain of on an open connection, in SQLite's own words."""
    found: list[str] = []
    for pragma in ("quick_check", "cipher_integrity_check"):
        try:
            answers = connection.execute(f"PRAGMA {pragma}").fetchall()
        except dbapi2.DatabaseError as error:
            answers = [(str(error),)]
        found += [str(row[0]) for row in answers if row[0] != "ok"]
    return tuple(found[:20])


def is_damage(error: BaseException) -> bool:
    """Say whether a driver's error means that the file is damaged."""
    words = str(error)
    return any(sign in words for sign in ("malformed", "not a database", "disk I/O error"))


def _judged(book: Book, *, hold: bool) -> Verdict:
    try:
        connection = book.connect()
    except WrongKeyError as error:
        return Verdict((str(error.__cause__),))
    except KnownError as error:
        if error.__cause__ is not None and is_damage(error.__cause__):
            return Verdict((str(error.__cause__),))
        raise
    try:
        _settle(connection, book, hold=hold)
        return Verdict(faults(connection))
    except dbapi2.DatabaseError as error:
        return Verdict((str(error),))
    finally:
        connection.close()


def _settle(connection: dbapi2.Connection, book: Book, *, hold: bool) -> None:
    log, _memory = companions(book.path)
    # A reader in the way is waited for a moment only; what it holds back does no harm.
    connection.execute("PRAGMA busy_timeout=250")
    for _try in range(_TRIES if hold else 1):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if not hold:
            return
        connection.execute("BEGIN IMMEDIATE")
        if not log.exists() or log.stat().st_size == 0:
            return
        connection.execute("ROLLBACK")
    raise KnownError(
        "The book is being written to without a pause, so it could not be checked. "
        "Nothing is known to be wrong; it will be checked again."
    )
