"""Give fields that an import filled what they held before it."""

import json
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.models import Base
from clienteling.models.types import Guid
from clienteling.storage.book import transaction
from clienteling.storage.capture import UPDATE


def empty_again(connection: dbapi2.Connection, batch: bytes) -> int:
    """Play a batch's changes of rows that were there before backwards.

    Returns:
        How many rows that the batch had brought back are gone again.

    A field that someone has changed again since keeps what it has. What head office has seen goes
    back as a change of its own; otherwise the change and its trace in the log are both removed.
    """
    entries = connection.execute(
        "SELECT tbl, row_id, body, state FROM sync_log WHERE tx = ? AND op = ? ORDER BY mid DESC",
        (batch, UPDATE),
    ).fetchall()
    if not entries:
        return 0
    is_shared = any(state != 0 for *_, state in entries)
    with transaction(connection):
        connection.execute("UPDATE sync_self SET applying = ?", (0 if is_shared else 2,))
        for table, row_id, body, _ in entries:
            _restore(connection, table, row_id, json.loads(body))
        if not is_shared:
            connection.execute("DELETE FROM sync_log WHERE tx = ? AND op = ?", (batch, UPDATE))
        connection.execute("UPDATE sync_self SET applying = 0")
    return sum('"deleted_at"' in body for _table, _row_id, body, _state in entries)


def _restore(
    connection: dbapi2.Connection, table: str, row_id: bytes, changes: dict[str, list[Any]]
) -> None:
    columns = Base.metadata.tables[table].columns
    for name, (old, new) in changes.items():
        is_id = isinstance(columns[name].type, Guid)
        connection.execute(
            f"UPDATE {table} SET {name} = ? WHERE id = ? AND {name} IS ?",  # noqa: S608 - names of mapped tables and columns
            (_bound(old, is_id=is_id), row_id, _bound(new, is_id=is_id)),
        )
    client = "id" if table == "client" else "client_id"
    if client in columns:
        connection.execute(
            f"INSERT OR IGNORE INTO touched_client SELECT {client} FROM {table} "  # noqa: S608 - names of mapped tables
            f"WHERE id = ? AND {client} IS NOT NULL",
            (row_id,),
        )


def _bound(value: Any, *, is_id: bool) -> Any:
    return bytes.fromhex(value) if is_id and value is not None else value
