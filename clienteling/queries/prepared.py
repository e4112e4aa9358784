"""Statements that are made once and run many times.

Making a ``select`` of ten columns costs SQLAlchemy five times what running it does, and a card
runs two dozen of them: their functions are therefore cached, with ``bound`` where values go.
"""

from typing import Any

from sqlalchemy import BindParameter, Integer, Row, Select, bindparam
from sqlalchemy.orm import Session

Statement = Select[*tuple[Any, ...]]
AnyRow = Row[*tuple[Any, ...]]


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
    return list(session.connection().execute(statement, values).all())
