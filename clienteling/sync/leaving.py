"""Leaving a scope that was withdrawn: its rows go from this book, and what is known of them stays.

Where a row belonged stays known, so that what the log says of it is sent nowhere else; and the
words of inserts, which stand in their rows only, are kept in the log.
"""

import json

from sqlcipher3 import dbapi2

from clienteling.storage.capture import INSERT
from clienteling.sync.pending import touch
from clienteling.sync.registry import kinds
from clienteling.sync.scopes import row_values
from clienteling.sync.till import LEFT, Till


def leave(till: Till, scope: str) -> frozenset[str]:
    """Remove everything of a scope that was withdrawn, once nothing waits to be sent.

    Returns:
        The tables that changed.
    """
    changed: set[str] = set()
    with till.write(arriving=True) as connection:
        if connection.execute("SELECT next_mid - 1 > acked_mid FROM sync_self").fetchone()[0]:
            return frozenset()
        for table in reversed(list(kinds())):
            found = connection.execute(
                f"SELECT t.id FROM {table} t JOIN sync_row r ON r.row_id = t.id"  # noqa: S608 - names of mapped tables
                " WHERE r.tbl = ? AND r.scope = ?",
                (table, scope),
            ).fetchall()
            for (row_id,) in found:
                _keep_words(connection, table, row_id)
                touch(connection, kinds()[table], row_id)
                connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))  # noqa: S608 - names of mapped tables
                changed.add(table)
        for table in ("sync_conflict", "sync_hold"):
            connection.execute(f"DELETE FROM {table} WHERE scope = ?", (scope,))  # noqa: S608 - our own tables
        # Where the rows belonged stays known: what the log says of them goes nowhere else.
        connection.execute("UPDATE sync_row SET seq = 0 WHERE scope = ? AND seq > 0", (scope,))
        connection.execute(
            "UPDATE sync_cursor SET seq = 0, mark_seq = 0, mark = x'', snapshot_id = NULL,"
            " state = ? WHERE scope = ?",
            (LEFT, scope),
        )
    return frozenset(changed)


def _keep_words(connection: dbapi2.Connection, table: str, row_id: bytes) -> None:
    # An insert's words are in its row. The log keeps them as long as those of every edit: what
    # head office refused, or a restored one has forgotten, stands nowhere else.
    connection.execute(
        "UPDATE sync_log SET body = ? WHERE tbl = ? AND row_id = ? AND op = ?",
        (json.dumps(row_values(connection, table, row_id.hex())), table, row_id, INSERT),
    )
