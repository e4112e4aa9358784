"""What of a row is this till's own and not sent yet, and whom a row is about."""

import json
from dataclasses import dataclass

from sqlcipher3 import dbapi2

from clienteling.storage.capture import BATCH, DELETE, INSERT
from clienteling.sync import casts
from clienteling.sync.registry import Kind, kinds


def touch(connection: dbapi2.Connection, kind: Kind, row_id: bytes) -> None:
    """Note the client a row hangs on, so that what is derived of her is made again."""
    table, key = kind.table, row_id
    while table != "client":
        owner = kinds()[table].owner
        if owner is None:
            return
        sql = f"SELECT {owner} FROM {table} WHERE id = ?"  # noqa: S608 - names of mapped tables and columns
        found = connection.execute(sql, (key,)).fetchone()
        if found is None or found[0] is None:
            return
        table, key = kinds()[table].fields[owner].parent or "client", found[0]
    connection.execute("INSERT OR IGNORE INTO touched_client VALUES (?)", (key,))


@dataclass(frozen=True, slots=True)
class Pending:
    """What of a row waits to be sent: the whole of it, or some fields."""

    is_whole: bool
    fields: frozenset[str]

    @classmethod
    def of(cls, connection: dbapi2.Connection, table: str, row_id: bytes) -> "Pending":
        """Look into the log."""
        found = connection.execute(
            "SELECT op, body, schema_ver FROM sync_log WHERE row_id = ? AND state = 0 AND tbl = ?"
            " AND mid > (SELECT acked_mid FROM sync_self)",
            (row_id, table),
        ).fetchall()
        fields: set[str] = set()
        for op, body, schema in found:
            if op in {INSERT, DELETE}:
                return cls(is_whole=True, fields=frozenset())
            fields.update(casts.raised(json.loads(body or "{}"), table, schema))
        return cls(_is_in_batch(connection, table, row_id), frozenset(fields))


def _is_in_batch(connection: dbapi2.Connection, table: str, row_id: bytes) -> bool:
    if table not in kinds():
        # Cases come from head office and from no file.
        return False
    found = connection.execute(
        f"SELECT 1 FROM {table} t JOIN sync_log l ON l.tx = t.batch_id AND l.tbl = ?"  # noqa: S608 - names of mapped tables
        " WHERE t.id = ? AND l.op = ? AND l.mid > (SELECT acked_mid FROM sync_self)",
        (table, row_id, BATCH),
    ).fetchone()
    return found is not None
