"""Head office's tables of its administration: who may, who is in, what was done, what tills told.

They hold no client and no scope's rows; they are small and read by their keys.
"""

from clienteling.headoffice.dialect import Database

TABLES = """
CREATE TABLE IF NOT EXISTS admin_person (name text PRIMARY KEY, shown text NOT NULL, passphrase
  text NOT NULL, secret text NOT NULL, step bigint NOT NULL, invited text NOT NULL, invited_until
  bigint NOT NULL, seen_at bigint NOT NULL, tried_from bigint NOT NULL, tries bigint NOT NULL,
  failed bigint NOT NULL);
CREATE TABLE IF NOT EXISTS admin_visit (token text PRIMARY KEY, person text NOT NULL, began_at
  bigint NOT NULL, used_at bigint NOT NULL, note text NOT NULL);
CREATE TABLE IF NOT EXISTS admin_journal (seq bigint PRIMARY KEY, at bigint NOT NULL, who text NOT
  NULL, did text NOT NULL, about text NOT NULL, detail text NOT NULL, mac text NOT NULL);
CREATE TABLE IF NOT EXISTS admin_journal_head (name text PRIMARY KEY, seq bigint NOT NULL, mac text
  NOT NULL);
CREATE TABLE IF NOT EXISTS trust_told (till text PRIMARY KEY, waiting bigint, program text NOT
  NULL, told_at bigint NOT NULL);
"""


def make_admin_tables(database: Database) -> None:
    """Make what is not there yet."""
    with database.write() as transaction:
        for statement in TABLES.split(";")[:-1]:
            transaction.run(statement)
