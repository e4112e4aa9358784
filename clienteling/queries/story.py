"""The story of a client: notes, meetings and purchases as one line of time, newest first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import null, select, tuple_
from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models import catalogue as p
from clienteling.models import knowledge as k
from clienteling.models.house import Staff, Store
from clienteling.models.purchase import Purchase, PurchaseLine
from clienteling.queries.card_pieces import first_pictures, worded
from clienteling.queries.prepared import AnyRow, Statement, bound, bound_limit, run

#: Where a moment stands in the story: its time, and its id among those of one time.
Place = tuple[datetime, Id]


class StoryFilter(StrEnum):
    """Which moments are shown."""

    ALL = "all"
    NOTES = "notes"
    PIECES = "pieces"
    VISITS = "visits"


class StoryKind(StrEnum):
    """What kind of moment it is; decides the icon."""

    NOTE = "note"
    CALL = "call"
    MESSAGE = "message"
    VISIT = "visit"
    PIECE = "piece"
    RETURN = "return"
    GIFT = "gift"


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of the story; ``id`` is the note's, meeting's or purchase line's."""

    id: Id
    kind: StoryKind
    at: datetime
    words: str
    staff: str | None
    place: str | None
    amount: Money | None
    picture: str | None
    detail: str | None
    channel: str | None
    private: bool


_Teller = Callable[[AnyRow, str | None, str], Moment]


def story(
    session: Session,
    *,
    client_id: Id,
    reader_id: Id | None,
    only: StoryFilter = StoryFilter.ALL,
    before: Place | None = None,
    limit: int = 30,
    language: str = "en",
) -> tuple[Moment, ...]:
    """Return moments of a client's story, newest first.

    Args:
        client_id: Whose story.
        reader_id: Who reads: notes that are only another's are left out.
        only: Which kinds.
        before: Time and id of the last moment shown, for the next page.
        limit: How many at most.
        language: BCP-47 of the words of pieces.
    """
    found: list[tuple[AnyRow, _Teller]] = []
    page: dict[str, Any] = {"client_id": client_id, "limit": limit, **_before(before)}
    paged = before is not None
    if only in (StoryFilter.ALL, StoryFilter.NOTES):
        notes = run(session, _notes_of(paged=paged), reader_id=reader_id, **page)
        found += [(row, _note) for row in notes]
    if only in (StoryFilter.ALL, StoryFilter.VISITS):
        meetings = run(session, _meetings_of(paged=paged), reader_id=reader_id, **page)
        found += [(row, _meeting) for row in meetings]
    if only in (StoryFilter.ALL, StoryFilter.PIECES):
        found += [(row, _piece) for row in run(session, _pieces_of(paged=paged), **page)]
    # Most of what was found is not shown, so that moments are made, and pictures looked for, last.
    shown = sorted(found, key=lambda one: (one[0].at, one[0].id), reverse=True)[:limit]
    products = {row.product_id for row, _tell in shown}
    pictures = first_pictures(session, sorted(products - {None}))
    return tuple(tell(row, pictures.get(row.product_id), language) for row, tell in shown)


def _note(row: AnyRow, picture: str | None, _language: str) -> Moment:
    return Moment(
        row.id,
        StoryKind.NOTE,
        row.at,
        row.body,
        row.staff,
        None,
        None,
        picture,
        None,
        None,
        row.visibility is k.Visibility.PRIVATE,
    )


def _meeting(row: AnyRow, _picture: str | None, _language: str) -> Moment:
    return Moment(
        row.id,
        _meeting_kind(row.channel),
        row.at,
        row.summary or "",
        row.staff,
        row.store,
        None,
        None,
        row.outcome or row.motive,
        row.channel.value,
        row.visibility is k.Visibility.PRIVATE,
    )


def _meeting_kind(channel: k.InteractionChannel) -> StoryKind:
    match channel:
        case k.InteractionChannel.CALL | k.InteractionChannel.VIDEO:
            return StoryKind.CALL
        case (
            k.InteractionChannel.VISIT
            | k.InteractionChannel.HOME_VISIT
            | k.InteractionChannel.EVENT
        ):
            return StoryKind.VISIT
        case _:
            return StoryKind.MESSAGE


def _piece(row: AnyRow, picture: str | None, language: str) -> Moment:
    return Moment(
        row.id,
        _piece_kind(row.quantity, row.gift_words),
        row.at,
        worded(row.name, row.name_words, language) or row.words or "",
        None,
        row.store,
        Money(row.net_minor, row.currency),
        picture,
        row.gift_words,
        None,
        False,
    )


def _piece_kind(quantity: int, gift_words: str | None) -> StoryKind:
    if quantity < 0:
        return StoryKind.RETURN
    return StoryKind.GIFT if gift_words else StoryKind.PIECE


@cache
def _notes_of(*, paged: bool) -> Statement:
    t = k.Note
    query = (
        select(
            t.id,
            t.noted_at.label("at"),
            t.body,
            Staff.given_name.label("staff"),
            t.visibility,
            t.product_id,
        )
        .outerjoin(Staff, Staff.id == t.staff_id)
        .where(
            t.client_id == bound("client_id"),
            t.deleted_at.is_(None),
            (t.visibility == k.Visibility.HOUSE)
            | (t.visibility == k.Visibility.STORE)
            | t.staff_id.is_not_distinct_from(bound("reader_id")),
        )
        .order_by(t.noted_at.desc(), t.id.desc())
        .limit(bound_limit())
    )
    return _paged(query, t.noted_at, t.id) if paged else query


@cache
def _meetings_of(*, paged: bool) -> Statement:
    t = k.Interaction
    query = (
        select(
            t.id,
            t.occurred_at.label("at"),
            t.channel,
            t.summary,
            t.outcome,
            t.motive,
            Staff.given_name.label("staff"),
            Store.name.label("store"),
            t.visibility,
            null().label("product_id"),
        )
        .outerjoin(Staff, Staff.id == t.staff_id)
        .outerjoin(Store, Store.id == t.store_id)
        .where(
            t.client_id == bound("client_id"),
            t.deleted_at.is_(None),
            (t.visibility == k.Visibility.HOUSE)
            | (t.visibility == k.Visibility.STORE)
            | t.staff_id.is_not_distinct_from(bound("reader_id")),
        )
        .order_by(t.occurred_at.desc(), t.id.desc())
        .limit(bound_limit())
    )
    return _paged(query, t.occurred_at, t.id) if paged else query


@cache
def _pieces_of(*, paged: bool) -> Statement:
    query = (
        select(
            PurchaseLine.id,
            Purchase.sold_at.label("at"),
            PurchaseLine.words,
            p.Product.name,
            p.Product.name_words,
            p.Product.id.label("product_id"),
            PurchaseLine.net_minor,
            Purchase.currency,
            Store.name.label("store"),
            PurchaseLine.quantity,
            PurchaseLine.gift_words,
        )
        .join(Purchase, Purchase.id == PurchaseLine.purchase_id)
        .outerjoin(p.Product, p.Product.id == PurchaseLine.product_id)
        .outerjoin(Store, Store.id == Purchase.store_id)
        .where(
            Purchase.client_id == bound("client_id"),
            Purchase.deleted_at.is_(None),
            PurchaseLine.deleted_at.is_(None),
        )
        .order_by(Purchase.sold_at.desc(), PurchaseLine.id.desc())
        .limit(bound_limit())
    )
    return _paged(query, Purchase.sold_at, PurchaseLine.id) if paged else query


def _paged(query: Statement, at: Any, row_id: Any) -> Statement:
    last = tuple_(bound("before_at", at), bound("before_id", row_id))
    return query.where(tuple_(at, row_id) < last)


def _before(before: Place | None) -> dict[str, Any]:
    return {} if before is None else {"before_at": before[0], "before_id": before[1]}
