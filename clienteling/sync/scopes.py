"""Where a row belongs: to its client's boutique, or to everyone (``g``: house and catalogue).

A row that head office has seen stays in the scope it was first in; what is new follows the row it
hangs on. What cannot be placed stays in this boutique: a client's data is never put where every
till of the house would read it.
"""

from collections.abc import Mapping
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.sync.registry import kinds

EVERYWHERE = "g"

_DEEPEST = 6


def boutique(code: str) -> str:
    """Return the scope of a boutique."""
    return f"b:{code}"


def home_of(connection: dbapi2.Connection) -> str:
    """Return the till's own boutique's scope; everyone's where it was given none."""
    row = connection.execute(
        "SELECT scope FROM sync_cursor WHERE scope <> ? ORDER BY rowid LIMIT 1", (EVERYWHERE,)
    ).fetchone()
    return EVERYWHERE if row is None else str(row[0])


def scope_of(
    connection: dbapi2.Connection, table: str, row_id: str, values: Mapping[str, Any]
) -> str:
    """Return the scope of a row.

    Args:
        connection: The book.
        table: The row's table.
        row_id: Its id, in hex.
        values: Its fields as the log has them; what is missing counts as empty.
    """
    home = home_of(connection)
    found = _derived(connection, table, row_id, values, home)
    if found in {EVERYWHERE, home}:
        return found
    granted = connection.execute("SELECT 1 FROM sync_cursor WHERE scope = ?", (found,)).fetchone()
    return home if granted is None else found


def _derived(
    connection: dbapi2.Connection, table: str, row_id: str, values: Mapping[str, Any], home: str
) -> str:
    for _step in range(_DEEPEST):
        known = connection.execute(
            "SELECT scope FROM sync_row WHERE tbl = ? AND row_id = ?",
            (table, bytes.fromhex(row_id)),
        ).fetchone()
        if known is not None:
            return str(known[0])
        if table == "household":
            table, row_id = "client", _member(connection, row_id) or ""
        elif table == "attachment":
            table, row_id = _shower(connection, row_id)
        elif table == "client":
            return _of_store(connection, values.get("home_store_id")) or home
        else:
            owner = kinds()[table].owner
            if owner is None:
                return EVERYWHERE
            parent = kinds()[table].fields[owner].parent or ""
            if values.get(owner) is None:
                return _of_store(connection, values.get("store_id")) or home
            table, row_id = parent, str(values[owner])
        values = row_values(connection, table, row_id) if row_id else {}
        if not values:
            return home
    return home


def row_values(connection: dbapi2.Connection, table: str, row_id: str) -> dict[str, Any]:
    """Return a row's fields as the log has them; nothing where there is no such row."""
    kind = kinds()[table]
    row = connection.execute(
        f"SELECT {', '.join(kind.fields)} FROM {table} WHERE id = ?",  # noqa: S608 - names of mapped tables and columns
        (bytes.fromhex(row_id),),
    ).fetchone()
    if row is None:
        return {}
    return {
        field.name: value.hex() if field.is_id and value is not None else value
        for field, value in zip(kind.fields.values(), row, strict=True)
    }


def _of_store(connection: dbapi2.Connection, store_id: str | None) -> str | None:
    if store_id is None:
        return None
    row = connection.execute(
        "SELECT code FROM store WHERE id = ?", (bytes.fromhex(store_id),)
    ).fetchone()
    return None if row is None else boutique(row[0])


def _member(connection: dbapi2.Connection, household_id: str) -> str | None:
    row = connection.execute(
        "SELECT client_id FROM household_member WHERE household_id = ? ORDER BY id LIMIT 1",
        (bytes.fromhex(household_id),),
    ).fetchone()
    return None if row is None else str(row[0].hex())


def _shower(connection: dbapi2.Connection, attachment_id: str) -> tuple[str, str]:
    """Return a row that shows an attachment: everyone's where there is one."""
    key = bytes.fromhex(attachment_id)
    for table, field in (("product_picture", "attachment_id"), ("client", "portrait_id")):
        row = connection.execute(
            f"SELECT id FROM {table} WHERE {field} = ? ORDER BY id LIMIT 1",  # noqa: S608 - our own names
            (key,),
        ).fetchone()
        if row is not None:
            return table, str(row[0].hex())
    return "client", ""
