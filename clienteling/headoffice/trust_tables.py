"""Head office's tables of trust: codes, the tills' credentials and their sessions.

They are small and read by their keys; a cluster keeps them on every node or on one.
"""

from clienteling.headoffice.dialect import Database

TABLES = """
CREATE TABLE IF NOT EXISTS trust_code (code text PRIMARY KEY, home text NOT NULL, granted text
  NOT NULL, confirmed bigint NOT NULL, expires_at bigint NOT NULL);
CREATE TABLE IF NOT EXISTS trust_till (till text PRIMARY KEY, name text NOT NULL, public_key text
  NOT NULL, salt text NOT NULL, home text NOT NULL, granted text NOT NULL, confirmed bigint NOT
  NULL, asked_at bigint NOT NULL, seen_at bigint NOT NULL, clock_off bigint, erase bigint NOT
  NULL);
CREATE TABLE IF NOT EXISTS trust_session (token text PRIMARY KEY, till text NOT NULL, nonce text
  NOT NULL UNIQUE, counter bigint NOT NULL, expires_at bigint NOT NULL);
CREATE INDEX IF NOT EXISTS ix_trust_session_till ON trust_session (till);
"""


def make_trust_tables(database: Database) -> None:
    """Make what is not there yet."""
    with database.write() as transaction:
        for statement in TABLES.split(";")[:-1]:
            transaction.run(statement)
