"""Take the rows of one import out of the book again, unless something since hangs on them."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import Cancelled, UserError
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress, Silent
from clienteling.exchange.empty_again import empty_again
from clienteling.models import SYNCED, Base
from clienteling.storage.book import Book
from clienteling.storage.bulk import undo_batch


def take_back(
    book: Book, batch_id: Id, clock: Clock, *, at: datetime, progress: Progress | None = None
) -> int:
    """Take back everything a batch loaded; return how many rows went.

    Args:
        at: The moment that rows which stay as taken away get.
        progress: Told how far it is; a wish to stop is not heeded, for half an import is worse.

    Raises:
        UserError: Something written since hangs on what it brought; nothing was changed.
    """
    batch = bytes.fromhex(batch_id)
    connection = book.connect()
    try:
        _refuse_if_needed(connection, batch)
        shared = _receipts_with_other_lines(connection, batch)
        # What was written about them and taken back itself must not lose what it is about.
        softly = _hangs(connection, batch, "c.deleted_at IS NOT NULL")
        gone = empty_again(connection, batch)
        # Every reference into the batch was looked at; asking again row by row would search
        # purchase lines for returns of each of them, which takes hours for a million lines.
        connection.execute("PRAGMA foreign_keys = OFF")
        heard = _Heard(progress or Silent())
        gone += undo_batch(connection, batch_id, clock, at=at, softly=softly, progress=heard)
        connection.executemany(
            "UPDATE purchase SET net_minor = (SELECT coalesce(sum(net_minor), 0) "
            "FROM purchase_line WHERE purchase_id = purchase.id AND deleted_at IS NULL) "
            "WHERE id = ?",
            shared,
        )
        return gone
    finally:
        connection.close()


class _Heard:
    """Tells steps on, and hears no wish to stop."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def step(self, done: int, total: int | None, words: str = "") -> None:
        with suppress(Cancelled):
            self._progress.step(done, total, words)


def _refuse_if_needed(connection: dbapi2.Connection, batch: bytes) -> None:
    if _hangs(connection, batch, "c.deleted_at IS NULL"):
        raise UserError(
            "Something has been written since about clients or purchases of this import, so "
            "it can no longer be taken back as a whole. Nothing was changed."
        )


def _hangs(connection: dbapi2.Connection, batch: bytes, which: str) -> bool:
    """Say whether rows that a batch did not bring hang on rows that it brought."""
    return any(
        connection.execute(
            f"SELECT 1 FROM {child} c JOIN {parent} p ON p.id = c.{column} "  # noqa: S608 - names of mapped tables
            f"WHERE p.batch_id = ?1 AND c.batch_id IS NOT ?1 AND {which} LIMIT 1",
            (batch,),
        ).fetchone()
        for child, column, parent in _references()
    )


def _references() -> Iterator[tuple[str, str, str]]:
    """Yield every column of a synced table that names a row of a synced table."""
    synced = {mapped.__tablename__ for mapped in SYNCED}  # type: ignore[attr-defined] # always mapped
    for table in Base.metadata.sorted_tables:
        if table.name not in synced:
            continue
        for key in table.foreign_keys:
            if key.column.table.name in synced:
                yield table.name, key.parent.name, key.column.table.name


def _receipts_with_other_lines(
    connection: dbapi2.Connection, batch: bytes
) -> list[tuple[bytes, ...]]:
    """Return the receipts of other imports that this one added lines to."""
    rows: list[tuple[bytes, ...]] = connection.execute(
        "SELECT DISTINCT p.id FROM purchase_line l JOIN purchase p ON p.id = l.purchase_id "
        "WHERE l.batch_id = ?1 AND p.batch_id IS NOT ?1",
        (batch,),
    ).fetchall()
    return rows
