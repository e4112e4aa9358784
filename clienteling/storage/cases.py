"""The state of a case between two tills: it travels by the log, as what is in tables does.

A case is no row that people write, so that no trigger logs it; this does.
"""

import json

from sqlalchemy.engine import Connection

from clienteling.storage.capture import UPDATE

#: The table of the cases, which the log names as it names any other.
CASES = "sync_conflict"


def turn_case(connection: Connection, case_id: bytes, old: int, new: int) -> bool:
    """Take a case from one state to another, and log it; return False where it is in another."""
    turned = connection.exec_driver_sql(
        f"UPDATE {CASES} SET state = ? WHERE id = ? AND state = ?",  # noqa: S608 - our own table
        (new, case_id, old),
    )
    if turned.rowcount == 0:
        return False
    connection.exec_driver_sql(
        "INSERT INTO sync_log"
        " (mid, muid, tx, tbl, row_id, op, body, base, hlc, user_id, schema_ver)"
        " SELECT next_mid, randomblob(16), tx, ?, ?, ?, ?, 0, max(hlc + 1, now_ms << 16),"
        " user_id, schema_ver FROM sync_self",
        (CASES, case_id, UPDATE, json.dumps({"state": [old, new]})),
    )
    connection.exec_driver_sql(
        "UPDATE sync_self SET next_mid = next_mid + 1, hlc = max(hlc + 1, now_ms << 16)"
    )
    return True
