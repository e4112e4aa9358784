"""The first look at a book: is it whole, which schema has it, was a bulk load cut short."""

from dataclasses import dataclass

from sqlcipher3 import dbapi2

from clienteling.domain.errors import KnownError
from clienteling.storage.book import Book, WrongKeyError
from clienteling.storage.integrity import is_damage
from clienteling.storage.restore import DamagedBookError, damage_report
from clienteling.storage.vault import Keys


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What the first look at a book tells: its schema, and whether a bulk load was cut short.

    Its connection stays open: reading the schema is the dear part of opening one.
    """

    schema: int
    has_unfinished: bool
    connection: dbapi2.Connection


def first_look(book: Book, keys: Keys) -> FirstLook:
    """Look at a book whose key was found.

    Raises:
        DamagedBookError: the file is damaged or empty; the report offers the newest good backup.
        KnownError: it cannot be read for another reason.
    """
    # A book takes its name only when it is whole, so an empty file is a lost one; connecting to
    # it would write a new first page.
    if book.path.stat().st_size == 0:
        raise _damaged(book, keys, "the file is empty")
    try:
        connection = book.connect()
        try:
            schema, waiting = _looked_at(connection)
        except BaseException:
            connection.close()
            raise
    except WrongKeyError as error:
        # The vault opened and its seal is right, so it is the file that is wrong, not the key.
        raise _damaged(book, keys, str(error.__cause__)) from error
    except (dbapi2.DatabaseError, KnownError) as error:
        cause = error if isinstance(error, dbapi2.DatabaseError) else error.__cause__
        if cause is None or not is_damage(cause):
            raise
        raise _damaged(book, keys, str(cause)) from error
    if waiting is None:
        connection.close()
        raise _damaged(book, keys, "the till's identity is missing")
    return FirstLook(schema, waiting, connection)


def _looked_at(connection: dbapi2.Connection) -> tuple[int, bool | None]:
    """Return the schema's number, and whether clients wait to be tidied (None: unknown)."""
    connection.execute("BEGIN")
    schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    waiting = None
    # A book is given its name only when it is whole, so an empty file is a lost one.
    if schema > 0:
        waiting = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM touched_client) FROM sync_self"
        ).fetchone()
    connection.execute("COMMIT")
    return schema, None if waiting is None else bool(waiting[0])


def _damaged(book: Book, keys: Keys, fault: str) -> DamagedBookError:
    return DamagedBookError(damage_report(book.path, keys, (fault,)))
