"""Statements that are made once and run many times.

Making a ``select`` of ten columns costs SQLAlchemy five times what running it does, and running it
there twice what the driver takes; a card runs two dozen of them. So a statement is written out as
SQL once, with the values it takes and how its columns are read, and is then run on the driver. The
mapping stays the one source of names and types. Functions that make statements are cached, with
``bound`` where values go.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, Integer, Select, bindparam
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from clienteling.storage.derived import driver_connection

Statement = Select[*tuple[Any, ...]]
#: A row as a tuple with the names of its columns; of a name that comes twice the first counts.
AnyRow = Any

_DIALECT = sqlite.dialect(paramstyle="qmark")
_Turn = Callable[[Any], Any]


def bound(name: str, like: Any = None) -> BindParameter[Any]:
    """Return the place of a value of the type of the column it is compared with.

    Args:
        name: Under which ``run`` is given the value.
        like: The column, where the comparison itself does not tell it, as in a tuple.
    """
    return bindparam(name) if like is None else bindparam(name, type_=like.type)


def bound_ids() -> BindParameter[Any]:
    """Return the place of the list ``ids``."""
    return bindparam("ids", expanding=True)


def bound_limit() -> BindParameter[int]:
    """Return the place of the number ``limit``."""
    return bindparam("limit", type_=Integer)


def run(session: Session, statement: Statement, **values: Any) -> list[AnyRow]:
    """Run a statement of columns and return its rows, past the object mapper.

    Nothing of the session is flushed first: it is for reads.
    """
    ids = values.get("ids")
    plan = _plan(statement, -1 if ids is None else len(ids))
    rows = driver_connection(session).execute(plan.sql, plan.values(values)).fetchall()
    return plan.read(rows) if rows else rows


@dataclass(frozen=True, slots=True)
class _Plan:
    """A statement written out.

    Args:
        sql: With a question mark for each value.
        places: What goes there, in order.
        turns: Which columns are read by what.
        make: Makes a row of the values of its columns.
    """

    sql: str
    places: "tuple[_Place, ...]"
    turns: tuple[tuple[int, _Turn], ...]
    make: Callable[[Iterable[Any]], AnyRow]

    def values(self, given: dict[str, Any]) -> list[Any]:
        """Return the values in the order of the question marks."""
        return [
            constant if name is None else turn(given[name] if at is None else given[name][at])
            for name, at, turn, constant in self.places
        ]

    def read(self, rows: list[tuple[Any, ...]]) -> list[AnyRow]:
        """Read rows as they come from the driver, column by column."""
        columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
        for place, turn in self.turns:
            columns[place] = map(turn, columns[place])
        return list(map(self.make, zip(*columns, strict=True)))


#: The name of a value, its place in a list, what turns it into what the book keeps; or a constant.
_Place = tuple[str | None, int | None, _Turn, Any]


@lru_cache(maxsize=512)
def _plan(statement: Statement, count: int) -> _Plan:
    """Write a statement out, for so many ``ids`` (-1: it takes none)."""
    compiled = statement.compile(dialect=_DIALECT)
    given = {} if count < 0 else {"ids": [None] * count}
    written = compiled.construct_expanded_state({**compiled.params, **given})
    columns = statement.selected_columns
    turns = (
        (place, column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None))
        for place, column in enumerate(columns)
    )
    row = namedtuple("Row", columns.keys(), rename=True)  # type: ignore[misc] # noqa: PYI024 - its fields are known only here
    return _Plan(
        written.statement,
        tuple(_places(compiled, written)),
        tuple((place, turn) for place, turn in turns if turn is not None),
        row._make,
    )


def _places(compiled: Any, written: Any) -> Iterator[_Place]:
    """Yield what stands at each question mark; a list's values stand at one each."""
    in_list = {
        each: (name, at)
        for name, parts in written.parameter_expansion.items()
        for at, each in enumerate(parts)
    }
    for each in written.positiontup:
        name, at = in_list.get(each, (each, None))
        bind = compiled.binds[name]
        turn = bind.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) or _as_it_is
        if bind.required:
            yield name, at, turn, None
        else:
            yield None, None, turn, turn(written.parameters[each])


def _as_it_is(value: Any) -> Any:
    return value
