"""Use-cases of the wish list."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.models.purchase import Wish, WishKind, WishStatus
from clienteling.services import rows


def add_wish(
    session: Session,
    *,
    client_id: Id,
    today: date,
    staff_id: Id | None,
    product_id: Id | None = None,
    words: str | None = None,
    size_label: str | None = None,
    kind: WishKind = WishKind.WISH,
    occasion: str | None = None,
    needed_by: date | None = None,
) -> Id:
    """Put a piece, or words, on the wish list; a piece already there is not put twice.

    Raises:
        UserError: neither a piece nor words.
    """
    if product_id is None and not (words and words.strip()):
        raise UserError("Please choose a piece, or write what she would like.", field="words")
    if product_id is not None:
        present = open_wish_for(session, client_id=client_id, product_id=product_id)
        if present is not None:
            return present.id
    row = rows.put(
        session,
        Wish,
        client_id=client_id,
        kind=kind,
        status=WishStatus.OPEN,
        product_id=product_id,
        words=words,
        size_label=size_label,
        noted_on=today,
        occasion=occasion,
        needed_by=needed_by,
        staff_id=staff_id,
    )
    session.flush()
    return row.id


def edit_wish(session: Session, *, wish_id: Id, values: Mapping[str, Any]) -> None:
    """Set fields of a wish."""
    rows.change(session, Wish, wish_id, values)


def drop_wish(session: Session, *, wish_id: Id) -> None:
    """Take a wish off the list, as no longer wished."""
    rows.change(session, Wish, wish_id, {"status": WishStatus.DROPPED})


def open_wish_for(session: Session, *, client_id: Id, product_id: Id) -> Wish | None:
    """Return the open wish for a piece, if there is one."""
    return session.scalars(
        select(Wish)
        .where(
            Wish.client_id == client_id,
            Wish.product_id == product_id,
            Wish.status.in_((WishStatus.OPEN, WishStatus.OFFERED)),
            Wish.deleted_at.is_(None),
        )
        .order_by(Wish.id)
    ).first()
