"""Head office's tables on Citus: rows of one scope on one node, small tables on every node.

All tables with a scope are distributed by it and stand together, so a push, a page of news and a
snapshot each touch one node. What every node must know, which tills there are and what they see,
is a reference table. What is written at every request and read by its key alone, codes and
sessions, stays where the tills come in.
"""

import re

_TABLE = re.compile(r"CREATE TABLE IF NOT EXISTS (\w+) \((\w+) text ([^;]*)")

#: Tables without a scope of which each node has a copy: seldom written, read at every request.
ON_EVERY_NODE = frozenset({"sync_till", "trust_till"})

#: The table that the others stand beside.
_FIRST = "sync_scope"

#: Citus makes indexes and rights on every node in one transaction only one after the other.
IN_SEQUENCE = "SET LOCAL citus.multi_shard_modify_mode TO 'sequential'"

#: Without it the nodes do not hear which scopes a transaction may see.
HEAR_SCOPES = "ALTER ROLE clienteling_server SET citus.propagate_set_commands TO 'local'"


def distribute(statement: str) -> str | None:
    """Return what distributes a table that a definition has made; None where it stays as it is.

    Args:
        statement: ``CREATE TABLE IF NOT EXISTS …``.
    """
    found = _TABLE.match(" ".join(statement.split()))
    if found is None:
        return None
    name, first_column, _rest = found.groups()
    if first_column == "scope":
        beside = "" if name == _FIRST else f", colocate_with => '{_FIRST}'"
        return f"SELECT create_distributed_table('{name}', 'scope'{beside})"
    return f"SELECT create_reference_table('{name}')" if name in ON_EVERY_NODE else None


def citus_statements(*tables: str) -> list[str]:
    """Return every statement that makes and distributes tables on a Citus, to be read or run.

    Args:
        tables: Definitions that end in semicolons, ``schema.TABLES`` first.
    """
    definitions = [" ".join(one.split()) for text in tables for one in text.split(";")[:-1]]
    # The one that others stand beside is made before them.
    definitions.sort(key=lambda one: f" {_FIRST} " not in one)
    made = ["CREATE EXTENSION IF NOT EXISTS citus"]
    for definition in definitions:
        distributed = distribute(definition)
        made += [definition] if distributed is None else [definition, distributed]
    return made
