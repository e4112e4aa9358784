"""The pieces on a client's card: what she wishes for and what she bought last."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models import catalogue as p
from clienteling.models.house import Store
from clienteling.models.purchase import Purchase, PurchaseLine, Wish, WishStatus

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
    rows = session.execute(
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
            Wish.client_id == client_id,
            Wish.deleted_at.is_(None),
            Wish.status.in_((WishStatus.OPEN, WishStatus.OFFERED)),
        )
        .order_by(Wish.noted_on.desc(), Wish.id.desc())
    ).all()
    pictures = first_pictures(session, [row.product_id for row in rows if row.product_id])
    return tuple(_wish(session, row, store_id, language, pictures) for row in rows)


def _wish(
    session: Session,
    row: Row[*tuple[Any, ...]],
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
    query = (
        select(p.Stock.store_id, Store.city, func.sum(p.Stock.on_hand))
        .join(p.Variant, p.Variant.id == p.Stock.variant_id)
        .join(Store, Store.id == p.Stock.store_id)
        .where(p.Variant.product_id == product_id, p.Stock.deleted_at.is_(None))
        .group_by(p.Stock.store_id, Store.city)
        .order_by(Store.city, p.Stock.store_id)
    )
    if size_label is not None:
        query = query.where((p.Variant.size_label == size_label) | p.Variant.size_label.is_(None))
    rows = session.execute(query).all()
    here = sum(count for store, _city, count in rows if store == store_id)
    others = [city for store, city, count in rows if store != store_id and count > 0]
    return _Stock(here, others[0] if others else None)


def last_pieces(session: Session, client_id: Id, language: str) -> tuple[PieceFact, ...]:
    """Return the last pieces she bought and kept, newest first."""
    rows = session.execute(
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
        .outerjoin(p.Variant, p.Variant.id == PurchaseLine.variant_id)
        .outerjoin(p.Product, p.Product.id == p.Variant.product_id)
        .where(
            Purchase.client_id == client_id,
            Purchase.deleted_at.is_(None),
            PurchaseLine.deleted_at.is_(None),
            PurchaseLine.quantity > 0,
        )
        .order_by(Purchase.sold_at.desc(), PurchaseLine.position, PurchaseLine.id)
        .limit(LAST_PIECES)
    ).all()
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
    rows = session.execute(
        select(p.ProductPicture.product_id, p.Attachment.sha256)
        .join(p.Attachment, p.Attachment.id == p.ProductPicture.attachment_id)
        .where(p.ProductPicture.product_id.in_(product_ids), p.ProductPicture.deleted_at.is_(None))
        .order_by(p.ProductPicture.position.desc(), p.ProductPicture.id.desc())
    )
    return {row[0]: row[1] for row in rows}


def worded(word: str | None, words: dict[str, str] | None, language: str) -> str | None:
    """Return a piece's word in a language, or its own word where it has none."""
    return (words or {}).get(language, word)
