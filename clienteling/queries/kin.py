"""Who belongs to a client: ties told from either side, each with her next key date."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.key_dates import next_occurrence
from clienteling.models.client import Relationship, RelationshipKind
from clienteling.models.knowledge import KeyDate, KeyDateKind
from clienteling.queries.key_date_rows import day_of
from clienteling.queries.people import Person, people
from clienteling.queries.prepared import Statement, bound, bound_ids, run

_K = RelationshipKind

#: What the other one is when the tie is read from its far end.
INVERSE: dict[RelationshipKind, RelationshipKind] = {
    _K.PARENT: _K.CHILD,
    _K.CHILD: _K.PARENT,
    _K.ASSISTANT: _K.PRINCIPAL,
    _K.PRINCIPAL: _K.ASSISTANT,
    _K.REFERRER: _K.REFERRED,
    _K.REFERRED: _K.REFERRER,
    _K.GUARDIAN: _K.MINOR,
    _K.MINOR: _K.GUARDIAN,
}

#: Whose tie to the card's client makes them of one household.
AT_HOME = (_K.SPOUSE, _K.PARTNER, _K.CHILD, _K.PARENT, _K.SIBLING)


#: Kind, label and day of a next date, and whether it is a surprise.
_Near = tuple[KeyDateKind | None, str | None, date | None, bool]
_NO_DATE: _Near = (None, None, None, False)


@dataclass(frozen=True, slots=True)
class Kin:
    """Someone who belongs to her: what the other one is to the card's client.

    ``date_is_surprise`` says that the date is hidden from somebody: no discreet view tells it.
    """

    relationship_id: Id
    person: Person
    kind: RelationshipKind
    words: str | None
    secret: bool
    date_kind: KeyDateKind | None
    date_label: str | None
    date_on: date | None
    date_is_surprise: bool = False


def kin_of(session: Session, client_id: Id, today: date) -> tuple[Kin, ...]:
    """Return those who belong to a client, the household first, then by name."""
    rows = run(session, _ties(), client_id=client_id)
    others = {one: tie for tie in rows for one in (tie[1], tie[2]) if one != client_id}
    persons = people(session, sorted(others))
    dates = _next_dates(session, sorted(others), client_id, today)
    found = []
    for other_id, (tie_id, from_id, _to, kind, words, secret) in others.items():
        if other_id not in persons:
            continue
        seen_as = kind if from_id == other_id else INVERSE.get(kind, kind)
        near = dates.get(other_id, _NO_DATE)
        found.append(Kin(tie_id, persons[other_id], seen_as, words, secret, *near))
    return tuple(sorted(found, key=_place))


def _place(one: Kin) -> tuple[int, str, str]:
    rank = AT_HOME.index(one.kind) if one.kind in AT_HOME else len(AT_HOME)
    return (rank, one.person.display, one.person.id)


def _next_dates(session: Session, ids: list[Id], seen_by: Id, today: date) -> dict[Id, _Near]:
    rows = run(session, _dates(), ids=ids) if ids else []
    near: dict[Id, _Near] = {}
    for row in rows:
        # A surprise for the card's own client is not shown where she may look at the screen.
        if row.hide_from_client_id == seen_by:
            continue
        on = next_occurrence(day_of(row), today)
        before = near.get(row.client_id)
        if on is not None and (before is None or before[2] is None or on < before[2]):
            near[row.client_id] = (row.kind, row.label, on, row.hide_from_client_id is not None)
    return near


@cache
def _ties() -> Statement:
    t = Relationship
    return (
        select(t.id, t.from_client_id, t.to_client_id, t.kind, t.words, t.secret)
        .where(
            or_(t.from_client_id == bound("client_id"), t.to_client_id == bound("client_id")),
            t.deleted_at.is_(None),
        )
        .order_by(t.id)
    )


@cache
def _dates() -> Statement:
    columns = select(*KeyDate.__table__.c)
    return columns.where(
        KeyDate.client_id.in_(bound_ids()), KeyDate.deleted_at.is_(None)
    ).order_by(KeyDate.id)
