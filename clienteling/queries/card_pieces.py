"""The pieces on a client's card: what she wishes for and what she bought last."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models import catalogue as p
from clienteling.models.house import Store
from clienteling.models.purchase import OwnedState, Purchase, PurchaseLine, Wish, WishStatus
from clienteling.queries.owned import has_moved_on, left_of_line
from clienteling.queries.prepared import AnyRow, Statement, bound, bound_ids, run

LAST_PIECES = 8


@dataclass(frozen=True, slots=True)
class WishFact:
    """Something she would like, and whether it is here in her size."""

    id: Id
    product_id: Id | None
    words: str
    picture: str | None
    size_label: str | None
    here: int
    elsewhere: str | None
    noted_on: date
    hide_from_client_id: Id | None = None
    occasion: str | None = None
    needed_by: date | None = None


@dataclass(frozen=True, slots=True)
class PieceFact:
    """A piece of her last purchases."""

    line_id: Id
    product_id: Id | None
    words: str
    picture: str | None
    sold_on: date
    price: Money


def wishes(
    session: Session, client_id: Id, store_id: Id | None, language: str
) -> tuple[WishFact, ...]:
    """Return her open wishes, newest first."""
    rows = run(session, _wishes(), client_id=client_id)
    pictures = first_pictures(session, [row.product_id for row in rows if row.product_id])
    return tuple(_wish(session, row, store_id, language, pictures) for row in rows)


def _wish(
    session: Session,
    row: AnyRow,
    store_id: Id | None,
    language: str,
    pictures: dict[Id, str],
) -> WishFact:
    words = worded(row.name, row.name_words, language) or row.words or ""
    stock = _stock(session, row.product_id, row.size_label, store_id)
    return WishFact(
        row.id,
        row.product_id,
        words,
        pictures.get(row.product_id),
        row.size_label,
        stock.here,
        stock.elsewhere,
        row.noted_on,
        row.hide_from_client_id,
        row.occasion,
        row.needed_by,
    )


class _Stock(NamedTuple):
    here: int
    elsewhere: str | None


def _stock(
    session: Session, product_id: Id | None, size_label: str | None, store_id: Id | None
) -> _Stock:
    if product_id is None:
        return _Stock(0, None)
    sized = size_label is not None
    rows = run(session, _stock_of(sized=sized), product_id=product_id, size_label=size_label)
    here = sum(count for store, _city, count in rows if store == store_id)
    others = [city for store, city, count in rows if store != store_id and count > 0]
    return _Stock(here, others[0] if others else None)


def last_pieces(session: Session, client_id: Id, language: str) -> tuple[PieceFact, ...]:
    """Return the last pieces she bought and kept, newest first."""
    rows = run(session, _last_pieces(), client_id=client_id)
    pictures = first_pictures(session, [row[1] for row in rows if row[1]])
    return tuple(
        PieceFact(
            line,
            product,
            worded(name, names, language) or words or "",
            pictures.get(product),
            sold_on,
            Money(net, currency),
        )
        for line, product, words, name, names, sold_on, net, currency in rows
    )


def first_pictures(session: Session, product_ids: list[Id]) -> dict[Id, str]:
    """Return the content hash of each piece's first picture, by piece."""
    rows = run(session, _pictures(), ids=product_ids) if product_ids else []
    return {row[0]: row[1] for row in rows}


def worded(word: str | None, words: dict[str, str] | None, language: str) -> str | None:
    """Return a piece's word in a language, or its own word where it has none."""
    return (words or {}).get(language, word)


@cache
def _wishes() -> Statement:
    return (
        select(
            Wish.id,
            Wish.product_id,
            Wish.words,
            p.Product.name,
            p.Product.name_words,
            Wish.size_label,
            Wish.noted_on,
            Wish.hide_from_client_id,
            Wish.occasion,
            Wish.needed_by,
        )
        .outerjoin(p.Product, p.Product.id == Wish.product_id)
        .where(
            Wish.client_id == bound("client_id"),
            Wish.deleted_at.is_(None),
            Wish.status.in_((WishStatus.OPEN, WishStatus.OFFERED)),
        )
        .order_by(Wish.noted_on.desc(), Wish.id.desc())
    )


@cache
def _stock_of(*, sized: bool) -> Statement:
    query = (
        select(p.Stock.store_id, Store.city, func.sum(p.Stock.on_hand))
        .join(p.Variant, p.Variant.id == p.Stock.variant_id)
        .join(Store, Store.id == p.Stock.store_id)
        .where(p.Variant.product_id == bound("product_id"), p.Stock.deleted_at.is_(None))
        .group_by(p.Stock.store_id, Store.city)
        .order_by(Store.city, p.Stock.store_id)
    )
    if not sized:
        return query
    label = p.Variant.size_label
    return query.where((label == bound("size_label")) | label.is_(None))


@cache
def _last_pieces() -> Statement:
    return (
        select(
            PurchaseLine.id,
            p.Product.id,
            PurchaseLine.words,
            p.Product.name,
            p.Product.name_words,
            Purchase.sold_on,
            PurchaseLine.net_minor,
            Purchase.currency,
        )
        .join(Purchase, Purchase.id == PurchaseLine.purchase_id)
        .outerjoin(p.Product, p.Product.id == PurchaseLine.product_id)
        .where(
            Purchase.client_id == bound("client_id"),
            Purchase.deleted_at.is_(None),
            PurchaseLine.deleted_at.is_(None),
            left_of_line() > 0,
            ~has_moved_on(bound("client_id"), OwnedState.RETURNED),
        )
        .order_by(Purchase.sold_at.desc(), PurchaseLine.position, PurchaseLine.id)
        .limit(LAST_PIECES)
    )


@cache
def _pictures() -> Statement:
    t = p.ProductPicture
    return (
        select(t.product_id, p.Attachment.sha256)
        .join(p.Attachment, p.Attachment.id == t.attachment_id)
        .where(t.product_id.in_(bound_ids()), t.deleted_at.is_(None))
        .order_by(t.position.desc(), t.id.desc())
    )
