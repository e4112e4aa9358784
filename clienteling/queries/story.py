"""The story of a client: notes, meetings and purchases as one line of time, newest first."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models import catalogue as p
from clienteling.models import knowledge as k
from clienteling.models.house import Staff, Store
from clienteling.models.purchase import Purchase, PurchaseLine
from clienteling.queries.card_pieces import first_pictures, worded
from clienteling.queries.prepared import Statement, bound, bound_limit, run

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
    parts: list[Moment] = []
    if only in (StoryFilter.ALL, StoryFilter.NOTES):
        parts += _notes(session, client_id, reader_id, before, limit)
    if only in (StoryFilter.ALL, StoryFilter.VISITS):
        parts += _meetings(session, client_id, reader_id, before, limit)
    if only in (StoryFilter.ALL, StoryFilter.PIECES):
        parts += _pieces(session, client_id, before, limit, language)
    return tuple(sorted(parts, key=lambda one: (one.at, one.id), reverse=True)[:limit])


def _notes(
    session: Session, client_id: Id, reader_id: Id | None, before: Place | None, limit: int
) -> list[Moment]:
    query = _notes_of(paged=before is not None)
    rows = run(
        session, query, client_id=client_id, reader_id=reader_id, limit=limit, **_before(before)
    )
    pictures = first_pictures(session, [row[5] for row in rows if row[5]])
    return [
        Moment(
            row_id,
            StoryKind.NOTE,
            at,
            body,
            staff,
            None,
            None,
            pictures.get(product or ""),
            None,
            None,
            visibility is k.Visibility.PRIVATE,
        )
        for row_id, at, body, staff, visibility, product in rows
    ]


def _meetings(
    session: Session, client_id: Id, reader_id: Id | None, before: Place | None, limit: int
) -> list[Moment]:
    query = _meetings_of(paged=before is not None)
    return [
        Moment(
            row_id,
            _meeting_kind(channel),
            at,
            summary or "",
            staff,
            store,
            None,
            None,
            outcome or motive,
            channel.value,
            visibility is k.Visibility.PRIVATE,
        )
        for row_id, at, channel, summary, outcome, motive, staff, store, visibility in (
            run(
                session,
                query,
                client_id=client_id,
                reader_id=reader_id,
                limit=limit,
                **_before(before),
            )
        )
    ]


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


def _pieces(
    session: Session, client_id: Id, before: Place | None, limit: int, language: str
) -> list[Moment]:
    query = _pieces_of(paged=before is not None)
    rows = run(session, query, client_id=client_id, limit=limit, **_before(before))
    pictures = first_pictures(session, [row.product_id for row in rows if row.product_id])
    return [
        Moment(
            row[0],
            _piece_kind(row.quantity, row.gift_words),
            row.sold_at,
            worded(row.name, row.name_words, language) or row.words or "",
            None,
            row.store,
            Money(row.net_minor, row.currency),
            pictures.get(row.product_id),
            row.gift_words,
            None,
            False,
        )
        for row in rows
    ]


def _piece_kind(quantity: int, gift_words: str | None) -> StoryKind:
    if quantity < 0:
        return StoryKind.RETURN
    return StoryKind.GIFT if gift_words else StoryKind.PIECE


@cache
def _notes_of(*, paged: bool) -> Statement:
    t = k.Note
    query = (
        select(t.id, t.noted_at, t.body, Staff.given_name, t.visibility, t.product_id)
        .outerjoin(Staff, Staff.id == t.staff_id)
        .where(
            t.client_id == bound("client_id"),
            t.deleted_at.is_(None),
            (t.visibility != k.Visibility.PRIVATE)
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
            t.occurred_at,
            t.channel,
            t.summary,
            t.outcome,
            t.motive,
            Staff.given_name,
            Store.name,
            t.visibility,
        )
        .outerjoin(Staff, Staff.id == t.staff_id)
        .outerjoin(Store, Store.id == t.store_id)
        .where(
            t.client_id == bound("client_id"),
            t.deleted_at.is_(None),
            (t.visibility != k.Visibility.PRIVATE)
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
            Purchase.sold_at,
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
        .outerjoin(p.Variant, p.Variant.id == PurchaseLine.variant_id)
        .outerjoin(p.Product, p.Product.id == p.Variant.product_id)
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
