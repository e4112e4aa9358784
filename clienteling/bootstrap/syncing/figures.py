"""How much waits, is to be compared, is set aside: on the driver alone, quick from cold."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

#: Records that were refused and that no later edit has mended; ``state`` 2 is "refused".
REFUSED = """
 FROM sync_log l WHERE l.state = 2 AND NOT EXISTS (
   SELECT 1 FROM sync_log m WHERE m.row_id = l.row_id AND m.tbl = l.tbl AND m.mid > l.mid
   AND m.state <> 2)
 AND NOT EXISTS (
   SELECT 1 FROM sync_erased e WHERE e.tbl = l.tbl AND e.row_id = l.row_id)
"""


class Figures(NamedTuple):
    """How much waits to be sent, to be compared, and is set aside."""

    waiting: int
    to_compare: int
    set_aside: int


def figures(reader: "dbapi2.Connection") -> Figures:
    """Count."""
    row = reader.execute(
        "SELECT (SELECT next_mid - 1 - acked_mid FROM sync_self),"  # noqa: S608 - our own words
        " (SELECT count(*) FROM sync_conflict WHERE state = 0),"
        f" (SELECT count(*) FROM (SELECT DISTINCT l.tbl, l.row_id {REFUSED}))"
        " + (SELECT count(*) FROM sync_hold)"
    ).fetchone()
    return Figures(*row)
