"""How head office's tables are laid out on PostgreSQL: large ones cut by a hash of the scope."""

import re
from typing import Any

import psycopg
from psycopg import sql

from clienteling.domain.errors import KnownError
from clienteling.headoffice.dialect import statements

#: Two servers that start at once on an empty database take turns under this number.
_TURN = 7_420_010

_NAME = re.compile(r"CREATE (?:TABLE|(?:UNIQUE )?INDEX) IF NOT EXISTS (\w+)")

Connection = psycopg.Connection[tuple[Any, ...]]


def make_tables(connection: Connection, tables: str, partitions: int) -> None:
    """Make what is missing, inside the transaction that is open on a connection.

    Args:
        connection: In a transaction.
        tables: ``CREATE … IF NOT EXISTS`` statements that end in semicolons.
        partitions: Parts of a table of many rows a scope; 0 for none, where Citus distributes.

    Raises:
        KnownError: something is missing, and this role may not make it.
    """
    missing = [one for one in statements(tables) if not _is_there(connection, _name_of(one))]
    if not missing:
        return
    connection.execute("SELECT pg_advisory_xact_lock(%s)", (_TURN,))
    try:
        for statement in missing:
            if not _is_there(connection, _name_of(statement)):
                _make(connection, statement, partitions)
    except psycopg.errors.InsufficientPrivilege as error:
        raise KnownError(
            "Head office's tables are not there yet, or of an older version. "
            "Run “clienteling headoffice init” as the database's owner."
        ) from error


def is_cut(statement: str) -> bool:
    """Say whether a table has many rows a scope: its key begins with the scope and goes on."""
    return statement.startswith("CREATE TABLE") and "PRIMARY KEY (scope," in statement


def _name_of(statement: str) -> str:
    found = _NAME.match(statement)
    if found is None:
        raise ValueError(f"not a table's definition: {statement[:40]}")
    return found[1]


def _is_there(connection: Connection, name: str) -> bool:
    found = connection.execute("SELECT to_regclass(%s) IS NOT NULL", (name,)).fetchone()
    return found is not None and bool(found[0])


def _make(connection: Connection, statement: str, partitions: int) -> None:
    if not (partitions and is_cut(statement)):
        connection.execute(statement.encode())
        return
    connection.execute(f"{statement} PARTITION BY HASH (scope)".encode())
    name = _name_of(statement)
    for number in range(partitions):
        connection.execute(
            sql.SQL(
                "CREATE TABLE {} PARTITION OF {} FOR VALUES WITH (MODULUS {}, REMAINDER {})"
            ).format(
                sql.Identifier(f"{name}_{number}"),
                sql.Identifier(name),
                sql.Literal(partitions),
                sql.Literal(number),
            )
        )
