"""What travels, read from the mapping: every synced table, its fields and how they merge.

A value on the wire is what the log holds: an integer, a text or nothing; ids as 32 hex digits.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Column, Table

from clienteling.domain.ids import is_id
from clienteling.models import SYNCED, Synced
from clienteling.models.synced import STAMPS
from clienteling.models.types import Choice, Guid, IsoDate, Json, UtcDateTime, YesNo

Value = int | str | None

#: Every synced row has it: when and by whom it was made. It travels with the insert only.
BIRTH = ("created_at", "created_by")

#: Longer texts are refused; the longest of ours is an issued lookbook's snapshot.
MAX_TEXT = 1_000_000

_FIRST_MILLISECOND, _LAST_MILLISECOND = -62_135_596_800_000, 253_402_300_799_999
_INT64 = 2**63

#: Fields where a clash is settled for the more careful value at once, from lax to strict.
_CAREFUL: Mapping[tuple[str, str], tuple[Value, ...]] = {
    ("client", "do_not_contact"): (0, 1),
    ("preference", "polarity"): ("likes", "dislikes", "avoid", "allergic"),
    ("note", "visibility"): ("hq", "store", "private"),
    ("relationship", "secret"): (0, 1),
}

#: Fields that are a state: from which state which others are a step forward.
_STEPS: Mapping[tuple[str, str], Mapping[Value, tuple[Value, ...]]] = {
    ("wish", "status"): {"open": ("offered", "bought", "dropped"), "offered": ("bought",)},
    ("lookbook", "status"): {"draft": ("issued", "reacted"), "issued": ("reacted",)},
}

#: Book-keeping of a till: when two differ, the first stays and nobody is asked.
QUIET = frozenset({"batch_id", *BIRTH})


@dataclass(frozen=True, slots=True)
class Field:
    """One column that travels.

    Args:
        name: The column.
        required: It may not be empty.
        parent: The table whose row it names, if it names one.
        fault: Says what is wrong with a value that is not empty; None where it fits.
        is_id: It is stored as 16 bytes.
    """

    name: str
    required: bool
    parent: str | None
    fault: Callable[[object], str | None]
    is_id: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A synced table as sync sees it.

    Args:
        table: Its name.
        place: Parents have a lower place than their children.
        fields: What travels, with the birth stamps.
        groups: For each grouped field the whole group it belongs to.
        careful: For each careful field its values from lax to strict.
        steps: For each state the steps forward.
        owner: The column that leads to the client the row hangs on, if one does.
    """

    table: str
    place: int
    fields: Mapping[str, Field]
    groups: Mapping[str, tuple[str, ...]]
    careful: Mapping[str, tuple[Value, ...]]
    steps: Mapping[str, Mapping[Value, tuple[Value, ...]]]
    owner: str | None

    @property
    def parents(self) -> tuple[Field, ...]:
        """The fields that name rows of other tables."""
        return tuple(field for field in self.fields.values() if field.parent is not None)

    def unit(self, name: str) -> tuple[str, ...]:
        """Return the fields that are compared together with one."""
        return self.groups.get(name, (name,))

    def fault_of(self, values: Mapping[str, object], *, whole: bool) -> str | None:
        """Say why values cannot be a row of this table; None where they can.

        Args:
            values: By field.
            whole: Every required field must be there.
        """
        for name, value in values.items():
            field = self.fields.get(name)
            if field is None:
                return f"unknown field {name}"
            if value is None:
                if field.required:
                    return f"{name} is empty"
                continue
            fault = field.fault(value)
            if fault is not None:
                return f"{name} {fault}"
        if whole:
            for name, field in self.fields.items():
                if field.required and name not in values:
                    return f"{name} is missing"
        return None


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every synced table by name, parents before children."""
    return {
        mapped.__tablename__: _kind(mapped, place)  # type: ignore[attr-defined] # always mapped
        for place, mapped in enumerate(SYNCED)
    }


@cache
def children_of(table: str) -> tuple[tuple[Kind, Field], ...]:
    """Return every field of every table that names rows of one."""
    return tuple(
        (kind, field)
        for kind in kinds().values()
        for field in kind.parents
        if field.parent == table
    )


def _kind(mapped: type[Synced], place: int) -> Kind:
    table: Table = mapped.__table__  # type: ignore[attr-defined] # the mixin is always mapped
    spec, name = mapped.__sync__, table.name
    left_out = {*STAMPS, *spec.local, "id"} - set(BIRTH)
    fields = {c.name: _field(c) for c in table.columns if c.name not in left_out}
    return Kind(
        table=name,
        place=place,
        fields=fields,
        groups={field: group for group in spec.groups for field in group},
        careful={field: ranks for (of, field), ranks in _CAREFUL.items() if of == name},
        steps={field: steps for (of, field), steps in _STEPS.items() if of == name},
        owner=_OWNERS.get(name, "client_id" if "client_id" in fields else None),
    )


#: How a row hangs on its client where it has no ``client_id`` of its own.
_OWNERS: Mapping[str, str] = {
    "relationship": "from_client_id",
    "purchase_line": "purchase_id",
    "purchase_staff": "purchase_id",
    "look_page": "lookbook_id",
    "lookbook_issue": "lookbook_id",
    "look_item": "page_id",
}


def _field(column: Column[Any]) -> Field:
    keys = [key.column.table.name for key in column.foreign_keys]
    return Field(
        name=column.name,
        required=not column.nullable,
        parent=keys[0] if keys else None,
        fault=_check(column),
        is_id=isinstance(column.type, Guid),
    )


def _check(column: Column[Any]) -> Callable[[object], str | None]:
    kind = column.type
    if isinstance(kind, Choice):
        known = frozenset(str(choice.value) for choice in kind.choices)
        return lambda value: None if value in known else "has a value this program does not know"
    checks: tuple[tuple[type, Callable[[object], str | None]], ...] = (
        (Guid, lambda v: None if isinstance(v, str) and is_id(v) else "is not an id"),
        (YesNo, lambda v: None if type(v) is int and v in {0, 1} else "is neither yes nor no"),
        (UtcDateTime, _moment_fault),
        (IsoDate, _day_fault),
        (Json, _json_fault),
    )
    for type_, check in checks:
        if isinstance(kind, type_):
            return check
    return _integer_fault if kind.python_type is int else _text_fault


def _moment_fault(value: object) -> str | None:
    fits = type(value) is int and _FIRST_MILLISECOND <= value <= _LAST_MILLISECOND
    return None if fits else "is not a moment"


def _integer_fault(value: object) -> str | None:
    return None if type(value) is int and -_INT64 <= value < _INT64 else "is not a whole number"


def _text_fault(value: object) -> str | None:
    if not isinstance(value, str):
        return "is not a text"
    if len(value) > MAX_TEXT:
        return "is too long"
    try:
        value.encode()
    except UnicodeEncodeError:
        return "is not a text that can be stored"
    return "holds a NUL" if "\0" in value else None


def _day_fault(value: object) -> str | None:
    if isinstance(value, str):
        with suppress(ValueError):
            date.fromisoformat(value)
            return None
    return "is not a day"


def _json_fault(value: object) -> str | None:
    fault = _text_fault(value)
    if fault is not None:
        return fault
    try:
        json.loads(str(value))
    except (ValueError, RecursionError):
        return "is not readable"
    return None
