"""Erasing on this till what head office erased on request: the row, its children, its traces."""

from sqlcipher3 import dbapi2

from clienteling.sync.registry import children_of, kinds
from clienteling.sync.wire import ERASE


def erase_here(connection: dbapi2.Connection, table: str, row_id: bytes) -> set[str]:
    """Erase a row and what hangs on it, also what was not sent yet; return the tables changed.

    The log keeps that there was an entry, and nothing of what it said.
    """
    changed = {table}
    for kind, parent in children_of(table):
        sql = f"SELECT id FROM {kind.table} WHERE {parent.name} = ?"  # noqa: S608 - names of mapped tables and columns
        for (child,) in connection.execute(sql, (row_id,)).fetchall():
            if parent.required or parent.name == kind.owner:
                changed |= erase_here(connection, kind.table, child)
            else:
                connection.execute(
                    f"UPDATE {kind.table} SET {parent.name} = NULL WHERE id = ?",  # noqa: S608 - names of mapped tables and columns
                    (child,),
                )
                changed.add(kind.table)
    _forget_derived(connection, table, row_id)
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))  # noqa: S608 - names of mapped tables
    for sql in (
        # An erasure's own entry says nothing of the row; it holds head office's seal.
        f"UPDATE sync_log SET body = NULL WHERE tbl = ? AND row_id = ? AND op <> {ERASE}",  # noqa: S608 - our own number
        "DELETE FROM sync_conflict WHERE tbl = ? AND row_id = ?",
        "DELETE FROM sync_hold WHERE tbl = ? AND row_id = ?",
    ):
        connection.execute(sql, (table, row_id))
    return changed


def _forget_derived(connection: dbapi2.Connection, table: str, row_id: bytes) -> None:
    if table == "client":
        connection.execute("INSERT OR IGNORE INTO touched_client VALUES (?)", (row_id,))
        return
    owner = kinds()[table].owner
    if owner is not None and kinds()[table].fields[owner].parent == "client":
        connection.execute(
            f"INSERT OR IGNORE INTO touched_client SELECT {owner} FROM {table} "  # noqa: S608 - names of mapped tables and columns
            f"WHERE id = ? AND {owner} IS NOT NULL",
            (row_id,),
        )
