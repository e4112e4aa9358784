"""The role that head office serves as on PostgreSQL: it owns nothing and passes no policy.

The owner makes tables, upgrades, backs up and restores. The server's role reads and writes rows
only, and of those only the ones of the scopes its transaction was granted. A statement that forgot
its scope thereby returns nothing instead of another boutique's clients. It does not help against
injected SQL, which could name other scopes: values are always bound.
"""

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from clienteling.domain.errors import KnownError
from clienteling.headoffice.dialect import Database, Transaction
from clienteling.headoffice.distribution import HEAR_SCOPES
from clienteling.headoffice.partitions import SERVER, let_in

#: What nobody may wait for longer: a forgotten lock must not stand in the way of a boutique.
_LIMITS = {
    "statement_timeout": "60s",
    "lock_timeout": "20s",
    "idle_in_transaction_session_timeout": "60s",
    # A plan for one scope looks at one part of a table; a plan for all of them locks every part.
    "plan_cache_mode": "force_custom_plan",
}
_RIGHTS = (
    "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT PASSWORD {}"
)

_TABLES = (
    "SELECT c.relname, c.relispartition, EXISTS (SELECT 1 FROM pg_attribute a"
    " WHERE a.attrelid = c.oid AND a.attname = 'scope') AND NOT c.relrowsecurity,"
    " pg_has_role(current_user, c.relowner, 'MEMBER'),"
    " has_table_privilege(current_user, c.oid, 'SELECT, INSERT, UPDATE, DELETE')"
    " FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm')"
    " AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname"
)
_CITUS = "SELECT 1 FROM pg_extension WHERE extname = 'citus'"
_ROLE = "SELECT rolname, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"


def make_server_role(address: str, password: str | None = None) -> None:
    """Make the server's role, or give it a new password, and let it use every table.

    Args:
        address: The database, as its owner, who must be allowed to make roles.
        password: What the server's role will say; None where the machine vouches for it.
    """
    with psycopg.connect(address) as connection:
        name, rights = Identifier(SERVER), SQL(_RIGHTS).format(Literal(password))
        found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (SERVER,))
        verb = SQL("CREATE ROLE {} {}" if found.fetchone() is None else "ALTER ROLE {} {}")
        connection.execute(verb.format(name, rights))
        for setting, value in _LIMITS.items():
            words = name, Identifier(setting), Literal(value)
            connection.execute(SQL("ALTER ROLE {} SET {} = {}").format(*words))
        if connection.execute(_CITUS).fetchone() is not None:
            connection.execute(HEAR_SCOPES)
        connection.execute(SQL("GRANT USAGE ON SCHEMA public TO {}").format(name))
        for table, is_part, *_rest in connection.execute(_TABLES).fetchall():
            if not is_part:
                let_in(connection, table)


def refuse_unless_isolated(database: Database) -> None:
    """Refuse to serve with a role that could see another boutique's rows.

    Raises:
        KnownError: it could, and how.
    """
    with database.read() as transaction:
        faults = faults_of(transaction)
    if faults:
        raise KnownError(
            "Head office does not serve with this database user: {faults}. Nothing was changed. "
            "Put the user “{user}” into the address of the database.",
            faults="; ".join(faults),
            user=SERVER,
        )


def faults_of(transaction: Transaction) -> list[str]:
    """Say by which ways the role of a transaction could see rows of any scope."""
    tables = transaction.all(_TABLES)
    ways = {
        "it may do anything": [name for name, may_all in transaction.all(_ROLE) if may_all],
        "it owns tables": [name for name, _part, _open, owns, _may in tables if owns],
        "tables are open": [name for name, part, is_open, *_ in tables if is_open and not part],
        "it reaches parts": [name for name, part, _open, _owns, may in tables if part and may],
    }
    return [f"{way} ({', '.join(names[:3])})" for way, names in ways.items() if names]
