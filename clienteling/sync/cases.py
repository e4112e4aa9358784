"""Settling what two tills wrote apart: a person takes one side, and that is an ordinary edit.

Its base covers both sides, so that two people who settle one case apart clash on one field again,
and no more. Settling travels like everything else and is undone like everything else: the case
then waits for a person again.
"""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.domain.ids import Id
from clienteling.storage.cases import turn_case
from clienteling.sync.registry import Value, kinds
from clienteling.sync.wire import FITTED, OPEN, SETTLED


@dataclass(frozen=True, slots=True)
class Case:
    """Two sides of one thing, as head office kept them; ids of people or tills say who.

    Args:
        kept: The fields as they stand.
        other: The same fields as the other side has them.
        when_kept: Milliseconds since 1970, as far as clocks can be believed.
        is_fitted: It was fitted together by itself; shown, and nobody is asked.
    """

    id: Id
    table: str
    row_id: Id
    kept: dict[str, Value]
    other: dict[str, Value]
    who_kept: str
    who_other: str
    when_kept: int
    when_other: int
    is_fitted: bool


def open_cases(session: Session) -> list[Case]:
    """Return the cases that wait for a person, the oldest first."""
    return _cases(session, OPEN)


def fitted_cases(session: Session) -> list[Case]:
    """Return what was fitted together by itself, the oldest first."""
    return _cases(session, FITTED)


def settle(session: Session, *, case_id: Id, take_other: bool) -> None:
    """Settle a case: what stands stays, or the other side takes its place.

    Raises:
        NotFoundError: there is no such case, or the row is gone.
        UserError: it was settled already, here or on another till.
    """
    connection = session.connection()
    case = connection.exec_driver_sql(
        "SELECT tbl, row_id, other, state FROM sync_conflict WHERE id = ?",
        (bytes.fromhex(case_id),),
    ).first()
    if case is None:
        raise NotFoundError("This is no longer to be compared.")
    table, row_id, other, state = case
    if state != OPEN:
        raise UserError("This was settled already.")
    if take_other:
        _write(connection, table, row_id, json.loads(other))
    turn_case(connection, bytes.fromhex(case_id), OPEN, SETTLED)


def reopen(session: Session, *, case_id: Id) -> None:
    """Let a settled case wait for a person again; what stands in its record stays.

    Raises:
        NotFoundError: there is no such case, or it was not settled.
    """
    if not turn_case(session.connection(), bytes.fromhex(case_id), SETTLED, OPEN):
        raise NotFoundError("There is nothing to undo.")


def _cases(session: Session, state: int) -> list[Case]:
    found = session.connection().exec_driver_sql(
        "SELECT id, tbl, row_id, kept, other, coalesce(who_kept, ''), coalesce(who_other, ''),"
        " coalesce(when_kept, 0), coalesce(when_other, 0) FROM sync_conflict"
        " WHERE state = ? ORDER BY when_other, id",
        (state,),
    )
    return [
        Case(
            id=row[0].hex(),
            table=row[1],
            row_id=row[2].hex(),
            kept=json.loads(row[3]),
            other=json.loads(row[4]),
            who_kept=row[5],
            who_other=row[6],
            when_kept=row[7],
            when_other=row[8],
            is_fitted=state == FITTED,
        )
        for row in found
    ]


def _write(connection: Connection, table: str, row_id: bytes, values: dict[str, Any]) -> None:
    kind = kinds()[table]
    known = {name: value for name, value in values.items() if name in kind.fields}
    stored = [
        bytes.fromhex(value) if kind.fields[name].is_id and value is not None else value
        for name, value in known.items()
    ]
    here = connection.exec_driver_sql(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).first()  # noqa: S608 - names of mapped tables
    if here is None:
        raise NotFoundError("What this is about is no longer in the book.")
    sets = ", ".join(f"{name} = ?" for name in known)
    same = " AND ".join(f"{name} IS ?" for name in known)
    if known:
        # A record that says so already is not stamped anew: that would be here and nowhere else.
        connection.exec_driver_sql(
            f"UPDATE {table} SET {sets}, (updated_at, updated_by) ="  # noqa: S608 - names of mapped tables and columns
            f" (SELECT now_ms, user_id FROM sync_self) WHERE id = ? AND NOT ({same})",
            (*stored, row_id, *stored),
        )
