"""Use-cases of the log sheet: a note, a call, a visit, a piece sold."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models import knowledge as k
from clienteling.models import purchase as p
from clienteling.models.catalogue import Product, Variant
from clienteling.models.client import Client, RelationshipStatus
from clienteling.models.house import Store
from clienteling.queries.bought import bought_line
from clienteling.services import rows
from clienteling.services.numbers import next_receipt_no
from clienteling.services.wishes import open_wish_for

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class SoldPiece:
    """One piece of a purchase noted by hand: a piece, perhaps in a size, or words.

    ``variant_id`` is the size, where it is known; it tells the piece by itself. A negative
    quantity is a return; ``returns_line_id`` is the line it undoes, which is looked for among the
    client's purchases unless it is said.
    """

    price: Money
    product_id: Id | None = None
    variant_id: Id | None = None
    words: str | None = None
    quantity: int = 1
    wearer_client_id: Id | None = None
    gift_words: str | None = None
    returns_line_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """Who served, and for what share of it (per cent)."""

    staff_id: Id
    percent: int


def log_note(
    session: Session,
    *,
    client_id: Id,
    body: str,
    staff_id: Id | None,
    visibility: k.Visibility = k.Visibility.HOUSE,
    product_id: Id | None = None,
    pinned: bool = False,
) -> Id:
    """Keep words about a client; return the note's id.

    Raises:
        UserError: nothing is written, it is too long, or it holds a card number.
    """
    row = rows.put(
        session,
        k.Note,
        client_id=client_id,
        noted_at=session.info["moment"],
        body=body,
        visibility=visibility,
        pinned=pinned,
        product_id=product_id,
        staff_id=staff_id,
    )
    session.flush()
    return row.id


def edit_note(session: Session, *, note_id: Id, body: str) -> None:
    """Set a note's words; the log keeps what stood before."""
    rows.change(session, k.Note, note_id, {"body": body})


def remove_note(session: Session, *, note_id: Id) -> None:
    """Take a note away."""
    rows.take_away(session, k.Note, note_id)


def log_interaction(
    session: Session,
    *,
    client_id: Id,
    channel: k.InteractionChannel,
    staff_id: Id | None,
    store_id: Id | None,
    summary: str | None = None,
    occurred_at: datetime | None = None,
    visibility: k.Visibility = k.Visibility.HOUSE,
    **facts: Any,
) -> Id:
    """Keep one meeting of client and house; return its id.

    Args:
        facts: Any of ``inbound``, ``motive``, ``no_sale_reason``, ``outcome``, ``product_id``.
    """
    row = rows.put(
        session,
        k.Interaction,
        client_id=client_id,
        channel=channel,
        occurred_at=occurred_at or session.info["moment"],
        inbound=facts.pop("inbound", channel is k.InteractionChannel.VISIT),
        summary=summary,
        visibility=visibility,
        staff_id=staff_id,
        store_id=store_id,
        **facts,
    )
    session.flush()
    return row.id


def log_purchase(
    session: Session,
    *,
    client_id: Id,
    store_id: Id,
    pieces: tuple[SoldPiece, ...],
    shares: tuple[Share, ...],
    sold_at: datetime,
    sold_on: date,
    channel: p.PurchaseChannel = p.PurchaseChannel.STORE,
) -> Id:
    """Keep a purchase noted by hand; a wish for a piece of it is marked bought.

    Raises:
        UserError: no piece, pieces in several currencies, or shares that do not make a whole.
    """
    currency = _checked(pieces, shares)
    store = rows.get(session, Store, store_id)
    purchase = rows.put(
        session,
        p.Purchase,
        client_id=client_id,
        store_id=store_id,
        receipt_no=next_receipt_no(session, store.code),
        sold_at=sold_at,
        sold_on=sold_on,
        channel=channel,
        currency=currency,
        net_minor=sum(one.price.minor * one.quantity for one in pieces),
    )
    session.flush()
    for position, piece in enumerate(_known(session, one) for one in pieces):
        _put_line(session, purchase, position, piece)
        _grant_wish(session, client_id, piece)
    for share in shares:
        rows.put(
            session,
            p.PurchaseStaff,
            purchase_id=purchase.id,
            staff_id=share.staff_id,
            share_percent=share.percent,
        )
    client = rows.get(session, Client, client_id)
    is_bought = any(one.quantity > 0 for one in pieces)
    if is_bought and client.relationship_status is RelationshipStatus.PROSPECT:
        client.relationship_status = RelationshipStatus.CLIENT
    return purchase.id


def _checked(pieces: tuple[SoldPiece, ...], shares: tuple[Share, ...]) -> str:
    if not pieces:
        raise UserError("Please choose a piece, or write what was bought.", field="pieces")
    if any(one.quantity == 0 for one in pieces):
        raise UserError("Please write how many.", field="quantity")
    currencies = {one.price.currency for one in pieces}
    if len(currencies) > 1:
        raise UserError("One purchase is in one currency; please note two.", field="pieces")
    if shares and sum(one.percent for one in shares) != _WHOLE:
        raise UserError("The shares of those who served must make 100.", field="shares")
    return currencies.pop()


def note_size(session: Session, *, line_id: Id, variant_id: Id) -> None:
    """Add the size of a piece that was bought without one being said.

    Raises:
        UserError: the size is not of that piece.
        NotFoundError: line or size are not in the book.
    """
    line = rows.get(session, p.PurchaseLine, line_id)
    if rows.get(session, Variant, variant_id).product_id != line.product_id:
        raise UserError("This size is of another piece.", field="variant_id")
    rows.change(session, p.PurchaseLine, line_id, {"variant_id": variant_id})


def _known(session: Session, piece: SoldPiece) -> SoldPiece:
    """Return a piece with the product that its size is of, and with that one's name."""
    product_id = piece.product_id
    if piece.variant_id is not None:
        product_id = rows.get(session, Variant, piece.variant_id).product_id
    if product_id is None or piece.words is not None:
        return replace(piece, product_id=product_id)
    words = rows.get(session, Product, product_id).name
    return replace(piece, product_id=product_id, words=words)


def _put_line(session: Session, purchase: p.Purchase, position: int, piece: SoldPiece) -> None:
    rows.put(
        session,
        p.PurchaseLine,
        purchase_id=purchase.id,
        position=position,
        product_id=piece.product_id,
        variant_id=piece.variant_id,
        words=piece.words,
        quantity=piece.quantity,
        unit_price_minor=piece.price.minor,
        net_minor=piece.price.minor * piece.quantity,
        return_of_id=_returned_line(session, purchase.client_id, piece),
        wearer_client_id=piece.wearer_client_id,
        gift_words=piece.gift_words,
    )


def _returned_line(session: Session, client_id: Id | None, piece: SoldPiece) -> Id | None:
    if piece.quantity > 0 or client_id is None:
        return None
    if piece.returns_line_id is not None:
        return rows.get(session, p.PurchaseLine, piece.returns_line_id).id
    found = bought_line(
        session,
        client_id=client_id,
        product_id=piece.product_id,
        variant_id=piece.variant_id,
        words=piece.words,
    )
    return found.id if found is not None else None


def _grant_wish(session: Session, client_id: Id, piece: SoldPiece) -> None:
    if piece.product_id is None or piece.quantity < 0:
        return
    wish = open_wish_for(session, client_id=client_id, product_id=piece.product_id)
    if wish is not None:
        wish.status = p.WishStatus.BOUGHT
