"""Change capture: triggers, generated from the mapping, that write the sync log.

Nothing that writes to a synced table can go past them: ORM, Core, a migration, a foreign tool. The
log's rows are written in the very transaction of the change. An insert logs the identity only (the
row is its own body), an update the changed columns with old and new value, a delete the whole row.

The same triggers note which client was touched (``touched_client``), so that the search index and
the figures follow whatever the way in was; see storage/derived.py.
Those that news from head office touched wait in ``arrived_client``: what is derived of them is
made again in the background, and no person's edit waits for it.

``sync_self.applying``: 0 an ordinary write; 1 an arriving sync, which is not logged; 2 a bulk
load, which logs one row per table and batch (op 4) in place of one per row and rebuilds what is
derived.
"""

from sqlalchemy import Column, Table

from clienteling.models import SYNCED
from clienteling.models.synced import STAMPS, SyncSpec
from clienteling.models.types import Guid

INSERT, UPDATE, DELETE, BATCH = 1, 2, 3, 4

TABLES = """
CREATE TABLE sync_self (
  k INTEGER PRIMARY KEY CHECK (k = 1), till_id TEXT NOT NULL, incarnation TEXT NOT NULL,
  next_mid INTEGER NOT NULL DEFAULT 1, hlc INTEGER NOT NULL DEFAULT 0,
  applying INTEGER NOT NULL DEFAULT 0, schema_ver INTEGER NOT NULL, clock_offset_ms INTEGER,
  tx BLOB, user_id BLOB, now_ms INTEGER, acked_mid INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE sync_cursor (
  scope TEXT PRIMARY KEY, seq INTEGER NOT NULL, mark_seq INTEGER, mark BLOB, snapshot_id TEXT,
  state TEXT
) STRICT;
CREATE TABLE sync_log (
  mid INTEGER PRIMARY KEY, muid BLOB NOT NULL, tx BLOB NOT NULL, tbl TEXT NOT NULL,
  row_id BLOB NOT NULL, op INTEGER NOT NULL, body TEXT, base INTEGER NOT NULL,
  hlc INTEGER NOT NULL, user_id BLOB, schema_ver INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0, reason TEXT
) STRICT;
CREATE INDEX ix_sync_log_tx ON sync_log (tx);
CREATE INDEX ix_sync_log_pending ON sync_log (row_id) WHERE state = 0;
CREATE INDEX ix_sync_log_refused ON sync_log (tbl, row_id) WHERE state = 2;
CREATE TABLE sync_tx (
  tx BLOB PRIMARY KEY, why TEXT NOT NULL, user_id BLOB, at_ms INTEGER NOT NULL, undoes BLOB
) STRICT;
CREATE TABLE sync_row (
  tbl TEXT NOT NULL, row_id BLOB NOT NULL, scope TEXT NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (tbl, row_id)
) WITHOUT ROWID, STRICT;
CREATE TABLE sync_conflict (
  id BLOB PRIMARY KEY, scope TEXT NOT NULL, tbl TEXT NOT NULL, row_id BLOB NOT NULL,
  field TEXT NOT NULL, kept TEXT, other TEXT, who_kept TEXT, who_other TEXT, when_kept INTEGER,
  when_other INTEGER, state INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_sync_conflict_row ON sync_conflict (row_id);
CREATE TABLE sync_hold (
  tbl TEXT NOT NULL, row_id BLOB NOT NULL, scope TEXT NOT NULL, row TEXT NOT NULL,
  why TEXT NOT NULL, PRIMARY KEY (tbl, row_id)
) WITHOUT ROWID, STRICT;
CREATE TABLE sync_erased (
  tbl TEXT NOT NULL, row_id BLOB NOT NULL, scope TEXT NOT NULL, proof TEXT NOT NULL,
  PRIMARY KEY (tbl, row_id)
) WITHOUT ROWID, STRICT;
CREATE TABLE blob_queue (
  sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, sent INTEGER NOT NULL, state INTEGER NOT NULL
) STRICT;
CREATE TABLE touched_client (client_id BLOB PRIMARY KEY) WITHOUT ROWID, STRICT;
CREATE TABLE arrived_client (client_id BLOB PRIMARY KEY) WITHOUT ROWID, STRICT;
"""

_LOG = """
  INSERT INTO sync_log
    (mid, muid, tx, tbl, row_id, op, body, base, hlc, user_id, schema_ver)
  SELECT s.next_mid, randomblob(16), coalesce(s.tx, randomblob(16)), '{table}', {row}.id, {op},
    {body},
    coalesce((SELECT seq FROM sync_row WHERE tbl = '{table}' AND row_id = {row}.id), 0),
    max(s.hlc + 1, coalesce(s.now_ms, CAST(unixepoch('subsec') * 1000 AS INTEGER)) << 16),
    s.user_id, s.schema_ver
  FROM sync_self s;
  UPDATE sync_self SET next_mid = next_mid + 1,
    hlc = max(hlc + 1, coalesce(now_ms, CAST(unixepoch('subsec') * 1000 AS INTEGER)) << 16);
"""


def triggers() -> list[str]:
    """Return the CREATE TRIGGER statements of every synced table."""
    statements = []
    for mapped in SYNCED:
        table = mapped.__table__  # type: ignore[attr-defined] # the mixin is always mapped
        statements += _triggers_of(table, mapped.__sync__)
    return statements


def _triggers_of(table: Table, spec: SyncSpec) -> list[str]:
    columns = [c for c in table.columns if c.name not in (*STAMPS, *spec.local, "id")]
    changed = " OR ".join(f"OLD.{c.name} IS NOT NEW.{c.name}" for c in columns)
    return [
        _trigger(table.name, "i", "INSERT", "NEW", INSERT, "NULL", spec),
        _trigger(table.name, "u", "UPDATE", "NEW", UPDATE, _changes(columns), spec, changed),
        _trigger(table.name, "d", "DELETE", "OLD", DELETE, _whole(columns), spec),
    ]


def _trigger(
    table: str,
    suffix: str,
    event: str,
    row: str,
    op: int,
    body: str,
    spec: SyncSpec,
    when: str = "",
) -> str:
    log = _LOG.format(table=table, row=row, op=op, body=body)
    conditions = "(SELECT applying FROM sync_self) = 0" + (f" AND ({when})" if when else "")  # noqa: S608 - names of mapped tables and columns
    return (  # the names are those of mapped tables and columns
        f"CREATE TRIGGER capture_{table}_{suffix} AFTER {event} ON {table} "
        f"WHEN {conditions} BEGIN{log}{_touch(spec, row, event)}END"
    )


def _touch(spec: SyncSpec, row: str, event: str) -> str:
    if spec.client is None:
        return ""
    rows = ("OLD", "NEW") if event == "UPDATE" else (row,)
    return "".join(
        "  INSERT OR IGNORE INTO touched_client SELECT c FROM "  # noqa: S608 - names of mapped tables and columns
        f"(SELECT {spec.client.format(row=r)} AS c) WHERE c IS NOT NULL;\n"
        for r in rows
    )


def _value(column: Column[object], row: str) -> str:
    name = f"{row}.{column.name}"
    return f"nullif(lower(hex({name})), '')" if isinstance(column.type, Guid) else name


def _changes(columns: list[Column[object]]) -> str:
    arms = " UNION ALL ".join(
        f"SELECT '{c.name}' AS k, json_array({_value(c, 'OLD')}, {_value(c, 'NEW')}) AS v "
        f"WHERE OLD.{c.name} IS NOT NEW.{c.name}"
        for c in columns
    )
    return f"(SELECT json_group_object(k, json(v)) FROM ({arms}))"  # noqa: S608 - names of mapped tables and columns


def _whole(columns: list[Column[object]]) -> str:
    pairs = ", ".join(f"'{c.name}', {_value(c, 'OLD')}" for c in columns)
    return f"json_object({pairs})"
