"""How much waits, is to be compared, is set aside: on the driver alone, quick from cold."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

#: Records that were refused and that no later edit has mended, with their newest entry in the log;
#: ``state`` 2 is "refused". One pass over the log from the first of them on, and none without any.
REFUSED = """
WITH refused AS MATERIALIZED (
  SELECT tbl, row_id, max(mid) AS mid FROM sync_log WHERE state = 2 GROUP BY tbl, row_id
), mended AS MATERIALIZED (
  SELECT DISTINCT m.tbl, m.row_id FROM sync_log m
  JOIN refused r ON r.tbl = m.tbl AND r.row_id = m.row_id AND m.mid > r.mid
  WHERE m.mid > (SELECT min(mid) FROM refused) AND m.state <> 2
), aside AS (
  SELECT r.tbl, r.row_id, r.mid FROM refused r
  WHERE (r.tbl, r.row_id) NOT IN (SELECT tbl, row_id FROM mended)
  AND (r.tbl, r.row_id) NOT IN (SELECT tbl, row_id FROM sync_erased)
)
"""


class Figures(NamedTuple):
    """How much waits to be sent, to be compared, and is set aside."""

    waiting: int
    to_compare: int
    set_aside: int


def figures(reader: "dbapi2.Connection") -> Figures:
    """Count."""
    row = reader.execute(
        f"{REFUSED} SELECT (SELECT next_mid - 1 - acked_mid FROM sync_self),"  # noqa: S608 - our own words
        " (SELECT count(*) FROM sync_conflict WHERE state = 0),"
        " (SELECT count(*) FROM aside) + (SELECT count(*) FROM sync_hold)"
    ).fetchone()
    return Figures(*row)
