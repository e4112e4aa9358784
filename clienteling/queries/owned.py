"""What a client has now: what was bought for her and stayed, and what the house knows besides."""

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session, aliased

from clienteling.domain.ids import Id
from clienteling.models.purchase import OwnedPiece, OwnedState, Purchase, PurchaseLine


def owned_pieces(session: Session, client_id: Id) -> frozenset[Id]:
    """Return the pieces of the catalogue that a client has.

    What she wears is hers whoever paid for it; what she gave away is not, nor what came back.
    """
    queries = (_worn(client_id), _bought(client_id), _told(client_id))
    found = (one for query in queries for one in session.scalars(query))
    return frozenset(one for one in found if one is not None)


def left_of_line() -> ColumnElement[int]:
    """Return how many of a line's pieces did not come back; nothing or less of a return."""
    back = aliased(PurchaseLine)
    came_back = (
        select(func.coalesce(func.sum(back.quantity), 0))
        .where(back.return_of_id == PurchaseLine.id, back.deleted_at.is_(None))
        .scalar_subquery()
    )
    return PurchaseLine.quantity + came_back


def has_moved_on(client_id: Any, *states: OwnedState) -> ColumnElement[bool]:
    """Return whether the house knows that a line's piece came to one of these states.

    Args:
        client_id: Whose piece it was: an id, or where one is bound.
        states: Those looked for.
    """
    t = OwnedPiece
    return exists().where(
        t.client_id == client_id,
        t.purchase_line_id == PurchaseLine.id,
        t.state.in_(states),
        t.deleted_at.is_(None),
    )


def _kept(client_id: Id) -> Select[Id | None]:
    gone = tuple(one for one in OwnedState if one is not OwnedState.KEPT)
    return (
        select(PurchaseLine.product_id)
        .join(Purchase, Purchase.id == PurchaseLine.purchase_id)
        .where(
            Purchase.deleted_at.is_(None),
            PurchaseLine.deleted_at.is_(None),
            left_of_line() > 0,
            ~has_moved_on(client_id, *gone),
        )
    )


def _worn(client_id: Id) -> Select[Id | None]:
    return _kept(client_id).where(PurchaseLine.wearer_client_id == client_id)


def _bought(client_id: Id) -> Select[Id | None]:
    return _kept(client_id).where(
        Purchase.client_id == client_id,
        PurchaseLine.wearer_client_id.is_(None),
        PurchaseLine.gift_words.is_(None),
    )


def _told(client_id: Id) -> Select[Id | None]:
    t = OwnedPiece
    return select(t.product_id).where(
        t.client_id == client_id,
        t.purchase_line_id.is_(None),
        t.state == OwnedState.KEPT,
        t.deleted_at.is_(None),
    )
