"""What two tills wrote apart, for people: both sides in words, and settling them."""

import json
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from clienteling.bootstrap.syncing.differences import differences
from clienteling.bootstrap.syncing.records import Key, Records, moment
from clienteling.bootstrap.syncing.state import CaseRow, SettledRow, Side
from clienteling.bootstrap.syncing.words import field_word, kind_word
from clienteling.domain.clock import Clock
from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.domain.sentences import Sentence
from clienteling.models import SYNCED
from clienteling.models.types import Choice, IsoDate, Json, UtcDateTime, YesNo, to_milliseconds
from clienteling.services import clients, rows
from clienteling.storage.derived import driver_connection
from clienteling.sync import cases
from clienteling.sync.cases import Case
from clienteling.sync.merge import REMOVED
from clienteling.sync.registry import Value, kinds
from clienteling.sync.wire import CASES, SETTLED

#: So long what was settled here can be taken back.
UNDONE_FOR = timedelta(days=30)


def case_rows(session: Session, *, fitted: bool = False) -> tuple[CaseRow, ...]:
    """Return the cases that wait for a person, or what was fitted together by itself."""
    found = cases.fitted_cases(session) if fitted else cases.open_cases(session)
    return _rows(Records(session), found)


def settled_rows(session: Session, clock: Clock) -> tuple[SettledRow, ...]:
    """Return what was settled on this till lately and is settled still, the newest first."""
    since = to_milliseconds(clock.now() - UNDONE_FOR)
    found = (
        driver_connection(session)
        .execute(
            "SELECT l.row_id, t.tx, t.why, t.user_id, t.at_ms,"
            " EXISTS (SELECT 1 FROM sync_log r WHERE r.tx = l.tx AND r.tbl <> l.tbl)"
            # Only the last of this till counts: what was taken back may have been done again.
            " FROM (SELECT row_id, max(mid) AS mid FROM sync_log WHERE tbl = ? AND op = 2"
            "   GROUP BY row_id) AS n JOIN sync_log l ON l.mid = n.mid"
            " JOIN sync_tx t ON t.tx = l.tx JOIN sync_conflict c ON c.id = l.row_id"
            " WHERE c.state = ? AND json_extract(l.body, '$.state[1]') = c.state"
            " AND t.at_ms >= ?"
            " ORDER BY t.at_ms DESC, l.mid DESC",
            (CASES, SETTLED, since),
        )
        .fetchall()
    )
    records = Records(session)
    known = _settled(session) if found else {}
    wanted = [known[row[0].hex()] for row in found if row[0].hex() in known]
    by_id = {row.id: row for row in _rows(records, wanted)}
    return tuple(
        SettledRow(
            case=by_id[row[0].hex()],
            at=moment(row[4]) or clock.now(),
            who=records.who(None if row[3] is None else row[3].hex())[0],
            tx=row[1].hex(),
            why=row[2],
            has_changed=bool(row[5]),
        )
        for row in found
        if row[0].hex() in by_id
    )


def settle(session: Session, *, case_id: Id, take_other: bool, text: str | None) -> None:
    """Settle a case by one of its sides, or by words of one's own.

    Raises:
        NotFoundError: there is no such case any more, or its record is gone.
        UserError: it was settled already, or this takes no words of one's own.
    """
    if text is None:
        cases.settle(session, case_id=case_id, take_other=take_other)
        return
    case = next((one for one in cases.open_cases(session) if one.id == case_id), None)
    cases.settle(session, case_id=case_id, take_other=False)
    if case is None or not _can_write(case):
        raise UserError("Here one of the two sides has to be taken.")
    values = {_field(case): text.strip() or None}
    if case.table == "client":
        clients.edit_client(session, client_id=case.row_id, values=values)
    else:
        rows.change(session, _mapped(case), case.row_id, values)


def _settled(session: Session) -> dict[Id, Case]:
    found = driver_connection(session).execute(
        "SELECT lower(hex(id)), tbl, lower(hex(row_id)), kept, other, who_kept, who_other,"
        " when_kept, when_other FROM sync_conflict WHERE state = ?",
        (SETTLED,),
    )
    return {
        row[0]: Case(
            id=row[0],
            table=row[1],
            row_id=row[2],
            kept=json.loads(row[3]),
            other=json.loads(row[4]),
            who_kept=row[5] or "",
            who_other=row[6] or "",
            when_kept=row[7] or 0,
            when_other=row[8] or 0,
            is_fitted=False,
        )
        for row in found
    }


def _rows(records: Records, found: list[Case]) -> tuple[CaseRow, ...]:
    owners = {case.id: records.client_of((case.table, case.row_id)) for case in found}
    names = records.names(owners.values())
    return tuple(_row(records, case, owners[case.id], names) for case in found)


def _row(records: Records, case: Case, owner: Id | None, names: dict[Id, str]) -> CaseRow:
    key = (case.table, case.row_id)
    field = _field(case)
    texts = records.text_of(key, case.kept), records.text_of(key, case.other)
    spans = (
        differences(*texts) if not any(isinstance(one, Sentence) for one in texts) else ((), ())
    )
    who_wrote = (case.who_kept, case.when_kept), (case.who_other, case.when_other)
    sides = [
        Side(text, *records.who(who), moment(at), _is_here(records, key, who, at, values), marks)
        for text, (who, at), values, marks in zip(
            texts, who_wrote, (case.kept, case.other), spans, strict=True
        )
    ]
    kind = kinds().get(case.table)
    return CaseRow(
        id=case.id,
        client_id=owner,
        client="" if owner is None else names.get(owner, ""),
        kind=kind_word(case.table),
        about="" if case.table == "client" else records.about(key),
        field=field_word(case.table, field),
        kept=sides[0],
        other=sides[1],
        is_other_first=case.when_other < case.when_kept,
        is_fitted=case.is_fitted,
        is_careful=kind is not None and (field in kind.careful or case.table == "consent_event"),
        is_removal=field in {"", REMOVED},
        can_write=_can_write(case),
    )


def _is_here(records: Records, key: Key, who: str, at: int, values: dict[str, Value]) -> bool:
    return who == records.till or records.was_written_here(key, at, values)


def _field(case: Case) -> str:
    """Return the field a case is about; of a group the first one by its declared order."""
    kind = kinds().get(case.table)
    names = [name for name in case.kept if kind is None or name in kind.fields]
    if kind is not None and names:
        return kind.unit(names[0])[0]
    return names[0] if names else ""


def _can_write(case: Case) -> bool:
    """Say whether words of one's own fit: one text that is no list, date or fixed word."""
    from clienteling.models import Base

    field = _field(case)
    kind = kinds().get(case.table)
    if kind is None or len(kind.unit(field)) != 1 or field in {"", REMOVED}:
        return False
    column = Base.metadata.tables[case.table].columns[field].type
    special = (Choice, IsoDate, Json, UtcDateTime, YesNo)
    is_text = not isinstance(column, special) and column.python_type is str
    return (
        is_text and not kind.fields[field].is_id and field in rows.editable_columns(_mapped(case))
    )


def _mapped(case: Case) -> Any:
    return next(one for one in SYNCED if one.__tablename__ == case.table)  # type: ignore[attr-defined] # always mapped
