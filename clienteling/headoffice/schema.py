"""Head office's tables. Every one but the list of tills begins with the scope.

The scope is the unit of ordering and of distribution: a boutique's rows, their history and its
tills' places stand together, so a push touches one node. Nothing here is particular to a database.
"""

from clienteling.headoffice.dialect import Database

TABLES = """
CREATE TABLE IF NOT EXISTS sync_scope (scope text PRIMARY KEY, head bigint NOT NULL);
CREATE TABLE IF NOT EXISTS sync_till (till text PRIMARY KEY, home text NOT NULL, granted text
  NOT NULL, enrolled_at bigint NOT NULL, revoked_at bigint);
CREATE TABLE IF NOT EXISTS sync_mark (scope text NOT NULL, seq bigint NOT NULL, mark text NOT
  NULL, at bigint NOT NULL, PRIMARY KEY (scope, seq));
CREATE TABLE IF NOT EXISTS sync_device (scope text NOT NULL, till text NOT NULL, incarnation
  text NOT NULL, mid bigint NOT NULL, muid text NOT NULL, part text NOT NULL, schema_ver bigint
  NOT NULL, seen_at bigint NOT NULL, PRIMARY KEY (scope, till, incarnation));
CREATE TABLE IF NOT EXISTS sync_feed (scope text NOT NULL, seq bigint NOT NULL, tbl text NOT
  NULL, row_id text NOT NULL, state bigint NOT NULL, body text NOT NULL, versions text NOT NULL,
  at bigint NOT NULL, by_user text, proof text NOT NULL, PRIMARY KEY (scope, tbl, row_id));
CREATE UNIQUE INDEX IF NOT EXISTS ix_sync_feed_seq ON sync_feed (scope, seq);
CREATE TABLE IF NOT EXISTS sync_applied (scope text NOT NULL, muid text NOT NULL, till text NOT
  NULL, at bigint NOT NULL, PRIMARY KEY (scope, muid));
CREATE TABLE IF NOT EXISTS sync_rejected (scope text NOT NULL, till text NOT NULL, incarnation
  text NOT NULL, mid bigint NOT NULL, muid text NOT NULL, row_id text NOT NULL, reason text NOT
  NULL, body text NOT NULL, at bigint NOT NULL, PRIMARY KEY (scope, till, muid));
CREATE TABLE IF NOT EXISTS sync_staged (scope text NOT NULL, till text NOT NULL, incarnation text
  NOT NULL, part bigint NOT NULL, body text NOT NULL, at bigint NOT NULL, PRIMARY KEY (scope,
  till, incarnation, part));
CREATE TABLE IF NOT EXISTS sync_snapshot (scope text NOT NULL, snapshot text NOT NULL, part
  bigint NOT NULL, parts bigint NOT NULL, seq bigint NOT NULL, mark_seq bigint NOT NULL, mark
  text NOT NULL, body text NOT NULL, at bigint NOT NULL, PRIMARY KEY (scope, snapshot, part));
CREATE TABLE IF NOT EXISTS sync_pruned (scope text PRIMARY KEY, seq bigint NOT NULL);
"""


def make_tables(database: Database) -> None:
    """Make what is not there yet."""
    with database.write() as transaction:
        for statement in TABLES.split(";")[:-1]:
            transaction.run(statement)
