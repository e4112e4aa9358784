"""A program one version ahead, for the tests of casts: ``with newer():`` is its time to act.

Version 2 of a client has a pet's name that version 1 does not know, says "cherish" where version 1
says "remember", counts her letters (never empty), and may be a patron, whom version 1 is shown as
a client.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text
from sqlcipher3 import dbapi2

from clienteling.models import Synced
from clienteling.models.client import Client
from clienteling.storage import capture
from clienteling.sync import casts, registry
from clienteling.sync.registry import Field, Kind

CASTS: Mapping[int, tuple[casts.Step, ...]] = {
    2: (
        casts.Added("client", "pet_name"),
        casts.Added("client", "letters", 0),
        casts.Renamed("client", "remember", "cherish"),
        casts.Widened("client", "relationship_status", "patron", "client"),
    )
}


_KIND_OF = registry._kind


def newer() -> AbstractContextManager[None]:
    """Let everything inside be done by the newer program."""
    return program(2, CASTS, _newer_kind)


def todays() -> AbstractContextManager[None]:
    """Let everything inside be done by today's program, also inside the newer one's time."""
    return program(1, {}, _KIND_OF)


@contextmanager
def program(
    schema: int,
    steps: Mapping[int, tuple[casts.Step, ...]],
    kind_of: Callable[[type[Synced], int], Kind] = _KIND_OF,
) -> Iterator[None]:
    """Let everything inside be done by the program of a version."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(casts, "SCHEMA", schema)
        patch.setattr(casts, "CASTS", steps)
        patch.setattr(registry, "_kind", kind_of)
        _forget()
        yield
    _forget()


def migrate(connection: dbapi2.Connection) -> None:
    """Bring a book from version 1 to version 2, as a migration would."""
    for suffix in "iud":
        connection.execute(f"DROP TRIGGER capture_client_{suffix}")
    connection.execute("ALTER TABLE client ADD COLUMN pet_name TEXT")
    connection.execute("ALTER TABLE client ADD COLUMN letters INTEGER NOT NULL DEFAULT 0")
    connection.execute("ALTER TABLE client RENAME COLUMN remember TO cherish")
    for statement in capture._triggers_of(_table(), Client.__sync__):
        connection.execute(statement)
    connection.execute("UPDATE sync_self SET schema_ver = 2")


def _table() -> Table:
    mapped: Any = Client.__table__
    copy = MetaData()
    columns = [
        Column("cherish" if column.name == "remember" else column.name, column.type)
        for column in mapped.columns
    ]
    return Table("client", copy, *columns, Column("pet_name", Text), Column("letters", Integer))


def _newer_kind(mapped: type[Synced], place: int) -> Kind:
    one = _KIND_OF(mapped, place)
    return _grown(one) if one.table == "client" else one


def _grown(kind: Kind) -> Kind:
    fields = {name: one for name, one in kind.fields.items() if name != "remember"}
    status = fields["relationship_status"]

    def fault(value: object) -> str | None:
        return None if value == "patron" else status.fault(value)

    fields["relationship_status"] = replace(status, fault=fault)
    fields["cherish"] = replace(kind.fields["remember"], name="cherish")
    fields["pet_name"] = replace(fields["cherish"], name="pet_name")
    fields["letters"] = Field(
        "letters", required=True, parent=None, fault=registry._integer_fault, is_id=False
    )
    return replace(kind, fields=fields)


def _forget() -> None:
    registry.kinds.cache_clear()
    registry.children_of.cache_clear()
