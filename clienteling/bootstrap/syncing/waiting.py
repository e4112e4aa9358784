"""What is here and not on both sides, record by record, with the reason."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from clienteling.bootstrap.syncing.figures import REFUSED
from clienteling.bootstrap.syncing.reasons import held_because, refused_because
from clienteling.bootstrap.syncing.records import Key, Records, moment
from clienteling.bootstrap.syncing.state import WaitingRow, WaitingState
from clienteling.bootstrap.syncing.words import kind_word
from clienteling.domain.ids import Id
from clienteling.domain.sentences import Sentence, sentence
from clienteling.storage.capture import BATCH, DELETE
from clienteling.storage.derived import driver_connection
from clienteling.sync.wire import CASES

#: A person reads the newest of a very long list; the figures count all of it.
MOST = 500


@dataclass(frozen=True, slots=True)
class _Found:
    """One record as the log or the hold has it."""

    key: Key
    at: int | None
    user: Id | None
    state: WaitingState
    why: Sentence
    count: int = 1
    values: Mapping[str, Any] | None = None
    file: str = ""


def waiting_rows(session: Session) -> tuple[WaitingRow, ...]:
    """Return what waits and what was set aside: refused, held, then waiting, the newest first."""
    connection = driver_connection(session)
    records = Records(session)
    found = [*_refused(connection), *_held(connection), *_unsent(connection)]
    owners = [records.client_of(one.key, one.values) for one in found]
    names = records.names(owners)
    return tuple(
        WaitingRow(
            id=one.key[1],
            client_id=owner if owner in names else None,
            client=names.get(owner or "", ""),
            kind=kind_word(one.key[0]),
            about=one.file
            or ("" if one.key[0] == "client" else records.about(one.key, one.values)),
            count=one.count,
            at=moment(one.at),
            who=records.who(one.user)[0],
            state=one.state,
            why=one.why,
        )
        for one, owner in zip(found, owners, strict=True)
    )


def _refused(connection: Any) -> Iterator[_Found]:
    found = connection.execute(
        f"{REFUSED} SELECT l.tbl, l.row_id, l.hlc, l.user_id, l.op, l.body, l.reason"  # noqa: S608 - our own words
        " FROM aside a JOIN sync_log l ON l.mid = a.mid ORDER BY l.mid DESC LIMIT ?",
        (MOST,),
    ).fetchall()
    for table, row_id, hlc, user, op, body, reason in found:
        yield _Found(
            (table, row_id.hex()),
            hlc >> 16,
            None if user is None else user.hex(),
            WaitingState.REFUSED,
            refused_because(table, reason or ""),
            values=json.loads(body) if op == DELETE and body else None,
        )


def _held(connection: Any) -> Iterator[_Found]:
    found = connection.execute(
        "SELECT tbl, row_id, row, why FROM sync_hold ORDER BY tbl, row_id LIMIT ?", (MOST,)
    ).fetchall()
    for table, row_id, text, why in found:
        row = json.loads(text)
        yield _Found(
            (table, row_id.hex()),
            row.get("at"),
            row.get("by"),
            WaitingState.HELD,
            held_because(why),
            values=row.get("body") or None,
        )


def _unsent(connection: Any) -> Iterator[_Found]:
    found = connection.execute(
        "SELECT l.tbl, l.row_id, max(l.mid), max(l.hlc), l.user_id, l.op, l.body, l.tx"
        " FROM sync_log l WHERE l.mid > (SELECT acked_mid FROM sync_self) AND l.tbl <> ?"
        " GROUP BY l.tbl, l.row_id ORDER BY 3 DESC LIMIT ?",
        (CASES, MOST),
    ).fetchall()
    why = sentence("It goes to head office as soon as the line is there.")
    for table, row_id, _mid, hlc, user, op, body, tx in found:
        count, file = _load(connection, table, tx) if op == BATCH else (1, "")
        yield _Found(
            (table, row_id.hex()),
            hlc >> 16,
            None if user is None else user.hex(),
            WaitingState.WAITING,
            why,
            count=count,
            values=json.loads(body) if op == DELETE and body else None,
            file=file,
        )


def _load(connection: Any, table: str, batch: bytes) -> tuple[int, str]:
    """Return how many rows of a table a file brought in, and the act's own words."""
    count = connection.execute(
        f"SELECT count(*) FROM {table} WHERE batch_id = ?",  # noqa: S608 - names of mapped tables
        (batch,),
    ).fetchone()[0]
    act = connection.execute("SELECT why FROM sync_tx WHERE tx = ?", (batch,)).fetchone()
    return int(count), "" if act is None else str(act[0])
