"""Undo: the log of a transaction played backwards, as a new transaction of its own.

An inserted row is taken away softly, a changed field gets its old value back, a deleted row comes
back. A field that someone changed again since is left as it is, and the undo says so by refusing:
a person must see what would be lost. A case between two tills that was settled waits for a person
again. Undoing an undo is redo.
"""

import json
from typing import Any

from sqlalchemy import Table, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.domain.ids import Id
from clienteling.models import Base
from clienteling.models.types import Guid
from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.storage.cases import CASES, turn_case


def undo_transaction(session: Session, tx: Id) -> None:
    """Take back everything one transaction wrote to synced tables.

    Raises:
        NotFoundError: no such transaction is in the log, or all of it is so already.
        UserError: something it wrote was changed again since.
    """
    connection = session.connection()
    entries = list(
        connection.exec_driver_sql(
            "SELECT tbl, row_id, op, body, mid FROM sync_log WHERE tx = ? ORDER BY mid DESC",
            (bytes.fromhex(tx),),
        )
    )
    if not entries:
        raise NotFoundError("There is nothing to undo.")
    newest, is_done = entries[0][4], False
    for name, row_id, op, body, _mid in entries:
        if name == CASES:
            # Where another till was quicker, the case is as it should be and the rest goes back.
            old, new = json.loads(body)["state"]
            is_done = turn_case(connection, row_id, new, old) or is_done
        else:
            _take_back(session, (name, row_id), op, body, newest)
            is_done = True
    if not is_done:
        raise NotFoundError("There is nothing to undo.")
    connection.exec_driver_sql(
        "UPDATE sync_tx SET undoes = ? WHERE tx = (SELECT tx FROM sync_self)",
        (bytes.fromhex(tx),),
    )


def _take_back(
    session: Session, key: tuple[str, bytes], op: int, body: str | None, newest: int
) -> None:
    name, row_id = key
    table = Base.metadata.tables[name]
    if body is None and op in {UPDATE, DELETE}:
        # It was erased on request, and what the log said of it with it.
        raise UserError("What this changed is no longer in the book.")
    match op:
        case _ if op == INSERT:
            _refuse_if_changed(session, name, row_id, newest)
            _remove(session, table, row_id.hex())
        case _ if op == UPDATE:
            _restore(session, table, row_id.hex(), json.loads(body or "{}"))
        case _ if op == DELETE:
            _bring_back(session, table, row_id.hex(), json.loads(body or "{}"))
        case _:
            raise UserError("This was brought in from a file; undo it under Settings, Data.")
    _stamp(session, name, row_id)


def _refuse_if_changed(session: Session, name: str, row_id: bytes, newest: int) -> None:
    # An insert logs no values, so what came later tells: a field that was changed and changed
    # back (an undo of its own) has the same value at both ends and does not count.
    first: dict[str, Any] = {}
    last: dict[str, Any] = {}
    later = session.connection().exec_driver_sql(
        "SELECT body FROM sync_log WHERE tbl = ? AND row_id = ? AND mid > ? AND op = ? "
        "ORDER BY mid",
        (name, row_id, newest, UPDATE),
    )
    for (body,) in later:
        for field, (old, new) in json.loads(body or "{}").items():
            first.setdefault(field, old)
            last[field] = new
    if first != last:
        raise UserError("This was changed again since; undo the later change first.")


def _remove(session: Session, table: Table, row_id: Id) -> None:
    session.execute(
        update(table)
        .where(table.c.id == row_id, table.c.deleted_at.is_(None))
        .values(deleted_at=session.info["moment"])
    )


def _restore(session: Session, table: Table, row_id: Id, changes: dict[str, list[Any]]) -> None:
    columns = [table.c[name] for name in changes]
    # The raw stored values are compared, so the columns are read without their Python types.
    present = (
        session.connection()
        .exec_driver_sql(
            f"SELECT {', '.join(c.name for c in columns)} FROM {table.name} WHERE id = ?",  # noqa: S608 - names of mapped columns
            (bytes.fromhex(row_id),),
        )
        .first()
    )
    if present is None:
        raise UserError("What this changed is no longer in the book.")
    for column, value in zip(columns, present, strict=True):
        if _stored(column.type, value) != changes[column.name][1]:
            raise UserError("This was changed again since; undo the later change first.")
    pairs = {name: _bound(table.c[name].type, old) for name, (old, _new) in changes.items()}
    _execute(
        session,
        f"UPDATE {table.name} SET {', '.join(f'{n} = ?' for n in pairs)} WHERE id = ?",  # noqa: S608 - names of mapped columns
        (*pairs.values(), bytes.fromhex(row_id)),
    )


def _bring_back(session: Session, table: Table, row_id: Id, body: dict[str, Any]) -> None:
    if session.execute(select(table.c.id).where(table.c.id == row_id)).first() is not None:
        raise UserError("What this removed is already in the book again.")
    now = int(session.info["moment"].timestamp() * 1000)
    values = {name: _bound(table.c[name].type, value) for name, value in body.items()}
    values |= {"id": bytes.fromhex(row_id), "created_at": now, "updated_at": now}
    names = ", ".join(values)
    _execute(
        session,
        f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608 - names of mapped columns
        tuple(values.values()),
    )


def _execute(session: Session, sql: str, values: tuple[Any, ...]) -> None:
    try:
        session.connection().exec_driver_sql(sql, values)
    except IntegrityError as error:
        raise UserError(
            "What this belonged to is no longer in the book. Nothing was brought back."
        ) from error


def _stamp(session: Session, name: str, row_id: bytes) -> None:
    session.connection().exec_driver_sql(
        f"UPDATE {name} SET (updated_at, updated_by) = (SELECT now_ms, user_id FROM sync_self) "  # noqa: S608 - the log's own table names
        "WHERE id = ?",
        (row_id,),
    )


def _stored(kind: object, value: Any) -> Any:
    return value.hex() if isinstance(kind, Guid) and value is not None else value


def _bound(kind: object, value: Any) -> Any:
    return bytes.fromhex(value) if isinstance(kind, Guid) and value is not None else value
