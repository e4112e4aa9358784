"""Take the rows of one import out of the book again, unless something since hangs on them."""

from collections.abc import Iterator

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.exchange.empty_again import empty_again
from clienteling.models import SYNCED, Base
from clienteling.storage.book import Book
from clienteling.storage.bulk import undo_batch


def take_back(book: Book, batch_id: Id, clock: Clock) -> int:
    """Take back everything a batch loaded; return how many rows went.

    Raises:
        UserError: Something written since hangs on what it brought; nothing was changed.
    """
    batch = bytes.fromhex(batch_id)
    connection = book.connect()
    try:
        _refuse_if_needed(connection, batch)
        shared = _receipts_with_other_lines(connection, batch)
        empty_again(connection, batch)
        # Every reference into the batch was looked at; asking again row by row would search
        # purchase lines for returns of each of them, which takes hours for a million lines.
        connection.execute("PRAGMA foreign_keys = OFF")
        gone = undo_batch(connection, batch_id, clock)
        connection.executemany(
            "UPDATE purchase SET net_minor = (SELECT coalesce(sum(net_minor), 0) "
            "FROM purchase_line WHERE purchase_id = purchase.id AND deleted_at IS NULL) "
            "WHERE id = ?",
            shared,
        )
        return gone
    finally:
        connection.close()


def _refuse_if_needed(connection: dbapi2.Connection, batch: bytes) -> None:
    for child, column, parent in _references():
        hanging = connection.execute(
            f"SELECT 1 FROM {child} c JOIN {parent} p ON p.id = c.{column} "  # noqa: S608 - names of mapped tables
            "WHERE p.batch_id = ?1 AND c.batch_id IS NOT ?1 AND c.deleted_at IS NULL LIMIT 1",
            (batch,),
        ).fetchone()
        if hanging:
            raise UserError(
                "Something has been written since about clients or purchases of this import, so "
                "it can no longer be taken back as a whole. Nothing was changed."
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
