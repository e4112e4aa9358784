"""How head office's tables are made on PostgreSQL: cut by scope, and closed to other scopes.

A table of many rows a scope is cut into parts by a hash of the scope; where the Citus extension is
there, each table is distributed instead (``distribution``). Every table with a scope lets a role
that does not own it read and write only rows of the scopes its transaction has been granted.
"""

import re
from typing import Any, LiteralString

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from clienteling.domain.errors import KnownError
from clienteling.headoffice.distribution import IN_SEQUENCE, distribute

#: The setting ``clienteling.scopes`` of a transaction holds its scopes, with this between two.
BETWEEN_SCOPES = "\x1f"

#: The role that head office serves as.
SERVER = "clienteling_server"

#: Two servers that start at once on an empty database take turns under this number.
_TURN = 7_420_010

_DEFINITION = re.compile(r"CREATE (TABLE|(?:UNIQUE )?INDEX) IF NOT EXISTS (\w+)")
_PART = "CREATE TABLE {} PARTITION OF {} FOR VALUES WITH (MODULUS {}, REMAINDER {})"
_USE = "GRANT SELECT, INSERT, UPDATE, DELETE ON {} TO {}"
# Not “= ANY”: the planner would take it for a second reason why rows are few, and then any index
# that begins with the scope for the right one.
_OWN_ROWS = (
    "CREATE POLICY granted_scopes ON {table} USING (strpos({between} ||"
    " current_setting('clienteling.scopes', true) || {between}, {between} || scope || {between})"
    " > 0)"
)

Connection = psycopg.Connection[tuple[Any, ...]]


def make(connection: Connection, statement: str, partitions: int) -> None:
    """Make what a definition names where it is missing, inside the open transaction.

    Args:
        connection: In a transaction.
        statement: ``CREATE TABLE`` or ``CREATE INDEX … IF NOT EXISTS``.
        partitions: Parts of a table of many rows a scope; 0 for none.

    Raises:
        KnownError: it is missing, and this role may not make it.
    """
    found = _DEFINITION.match(statement)
    if found is None:
        raise ValueError(f"not a definition: {statement[:60]}")
    kind, name = found.groups()
    if is_there(connection, name):
        # A role that owns nothing may not even ask PostgreSQL to make what is there.
        return
    connection.execute("SELECT pg_advisory_xact_lock(%s)", (_TURN,))
    if is_there(connection, name):
        return
    try:
        if kind == "TABLE":
            _make_table(connection, statement, name, partitions)
        else:
            _execute(connection, statement)
    except psycopg.errors.InsufficientPrivilege as error:
        raise KnownError(
            "Head office's tables are not there yet, or of an older version. "
            "Run “clienteling headoffice init” as the database's owner."
        ) from error


def is_there(connection: Connection, name: str) -> bool:
    """Say whether a table or an index is there."""
    found = connection.execute("SELECT to_regclass(%s) IS NOT NULL", (name,)).fetchone()
    return found is not None and bool(found[0])


def let_in(connection: Connection, name: str) -> None:
    """Let the server's role use a table where there is such a role; never its parts.

    A part has no policy of its own: whoever may ask it directly would see every scope.
    """
    server = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (SERVER,)).fetchone()
    if server is not None:
        words = Identifier(name), Identifier(SERVER)
        connection.execute(SQL(_USE).format(*words))


def _make_table(connection: Connection, statement: str, name: str, partitions: int) -> None:
    table = Identifier(name)
    on_nodes = distribute(statement) if _has_citus(connection) else None
    is_cut = bool(partitions) and on_nodes is None and "PRIMARY KEY (scope," in statement
    _execute(connection, f"{statement} PARTITION BY HASH (scope)" if is_cut else statement)
    if is_cut:
        for number in range(partitions):
            part = Identifier(f"{name}_{number}")
            words = (part, table, Literal(partitions), Literal(number))
            connection.execute(SQL(_PART).format(*words))
    if "scope text" in statement:
        connection.execute(SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY").format(table))
        own = SQL(_OWN_ROWS).format(table=table, between=Literal(BETWEEN_SCOPES))
        connection.execute(own)
    let_in(connection, name)
    if on_nodes is not None:
        _execute(connection, IN_SEQUENCE)
        _execute(connection, on_nodes)


def _has_citus(connection: Connection) -> bool:
    sql = "SELECT 1 FROM pg_extension WHERE extname = 'citus'"
    return connection.execute(sql).fetchone() is not None


def _execute(connection: Connection, statement: LiteralString) -> None:
    connection.execute(statement)
