"""The pieces of the house as a composer or a wish list chooses among them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, Text, or_, select
from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models import catalogue as p
from clienteling.models.house import Store
from clienteling.models.knowledge import SizeProfile
from clienteling.models.purchase import Wish, WishStatus
from clienteling.queries.card_pieces import first_pictures, worded
from clienteling.queries.owned import owned_pieces

NEW_FOR = timedelta(days=120)
_LETTERS = ("XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL")


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A piece with what choosing needs; ``her_size`` is the label she wears, if known.

    Args:
        here_in_size: How many are in this boutique in her size, or at all where sizes don't part.
        elsewhere_at: A city that has it so, where ``elsewhere`` is true.
        here_in_any: How many are in this boutique, whatever their size.
    """

    id: Id
    style_no: str
    name: str
    category: str
    colour: str | None
    swatch: str | None
    composition: str | None
    story: str | None
    care: str | None
    origin: str | None
    price: Money | None
    picture: str | None
    her_size: str | None
    here_in_size: int
    elsewhere: bool
    wished: bool
    owned: bool
    launched_on: date | None
    elsewhere_at: str | None = None
    here_in_any: int = 0


@dataclass(frozen=True, slots=True)
class SizeRow:
    """A size a piece is made in, and how many are here and elsewhere."""

    label: str
    here: int
    elsewhere: int


def pieces(
    session: Session,
    *,
    client_id: Id | None,
    store_id: Id | None,
    today: date,
    words: str = "",
    in_size: bool = False,
    wished: bool = False,
    new: bool = False,
    only: tuple[Id, ...] = (),
    language: str = "en",
) -> tuple[PieceRow, ...]:
    """Return the pieces that fit, wished ones first, then the newest, then by name.

    Args:
        client_id: For whom: her sizes, wishes and wardrobe mark the pieces.
        store_id: The boutique that "here" means.
        today: The boutique's day, for what counts as new.
        words: Every word must stand in the name, style number, colour or category.
        in_size: Only what is here in her size, or has no size.
        wished: Only what is on her wish list.
        new: Only what was launched in the last 120 days.
        only: Only these pieces.
        language: BCP-47 of the pieces' words.
    """
    rows = session.execute(_query(words, new=new, today=today, only=only)).all()
    ids = [row.id for row in rows]
    pictures = first_pictures(session, ids)
    sizes = _sizes(session, client_id)
    wishes = _wishes(session, client_id)
    owned = frozenset() if client_id is None else owned_pieces(session, client_id)
    stock = _stock(session, store_id)
    found = []
    for row in rows:
        size = sizes.get(row.category)
        here, cities = _available(stock.get(row.id, []), size)
        found.append(
            PieceRow(
                row.id,
                row.style_no,
                worded(row.name, row.name_words, language) or row.name,
                row.category,
                worded(row.colour, row.colour_words, language),
                row.swatch,
                worded(row.composition, row.composition_words, language),
                worded(row.story, row.story_words, language),
                row.care,
                row.origin,
                None if row.price_minor is None else Money(row.price_minor, row.currency),
                pictures.get(row.id),
                size if _has_sizes(stock.get(row.id, [])) else None,
                here,
                bool(cities),
                row.id in wishes,
                row.id in owned,
                row.launched_on,
                cities[0] if cities else None,
                sum(lot.count for lot in stock.get(row.id, []) if lot.is_here),
            )
        )
    kept = [
        one
        for one in found
        if (not in_size or one.here_in_size > 0) and (not wished or one.wished)
    ]
    return tuple(sorted(kept, key=_order))


def sizes_of(session: Session, *, product_id: Id, store_id: Id | None) -> tuple[SizeRow, ...]:
    """Return the sizes a piece is made in, in the order they were given; none where it has none.

    Args:
        product_id: Which piece.
        store_id: The boutique that "here" means.
    """
    rows = session.execute(
        select(p.Variant.size_label, p.Stock.store_id, p.Stock.on_hand)
        .outerjoin(p.Stock, (p.Stock.variant_id == p.Variant.id) & p.Stock.deleted_at.is_(None))
        .where(
            p.Variant.product_id == product_id,
            p.Variant.size_label.is_not(None),
            p.Variant.deleted_at.is_(None),
        )
        .order_by(p.Variant.id, p.Stock.id)
    )
    counts: dict[str, list[int]] = {}
    for label, store, count in rows:
        if label is None:
            continue
        both = counts.setdefault(label, [0, 0])
        both[0 if store == store_id else 1] += count or 0
    return tuple(SizeRow(label, *both) for label, both in sorted(counts.items(), key=_by_size))


def _by_size(one: tuple[str, list[int]]) -> tuple[bool, float, int, str]:
    label = one[0]
    try:
        return (False, float(label.replace(",", ".")), 0, label)
    except ValueError:
        return (True, 0, _LETTERS.index(label) if label in _LETTERS else len(_LETTERS), label)


def _order(one: PieceRow) -> tuple[bool, int, str, str]:
    launched = 0 if one.launched_on is None else -one.launched_on.toordinal()
    return (not one.wished, launched, one.name, one.id)


def _query(
    words: str, *, new: bool, today: date, only: tuple[Id, ...]
) -> Select[*tuple[Any, ...]]:
    t = p.Product
    query = select(
        t.id,
        t.style_no,
        t.name,
        t.name_words,
        t.category,
        t.colour,
        t.colour_words,
        t.swatch,
        t.composition,
        t.composition_words,
        t.story,
        t.story_words,
        t.care,
        t.origin,
        t.price_minor,
        t.currency,
        t.launched_on,
    ).where(t.deleted_at.is_(None), t.status != p.ProductStatus.ENDED)
    for word in words.split():
        like = f"%{word}%"
        query = query.where(
            or_(
                t.name.ilike(like),
                t.style_no.ilike(like),
                t.colour.ilike(like),
                t.category.ilike(like),
                t.name_words.cast(Text).ilike(like),
                t.colour_words.cast(Text).ilike(like),
            )
        )
    if new:
        query = query.where(t.launched_on >= today - NEW_FOR)
    if only:
        query = query.where(t.id.in_(only))
    return query.order_by(t.name, t.id)


def _sizes(session: Session, client_id: Id | None) -> dict[str, str]:
    rows = session.execute(
        select(SizeProfile.category, SizeProfile.label)
        .where(SizeProfile.client_id == client_id, SizeProfile.deleted_at.is_(None))
        .order_by(SizeProfile.confirmed_on, SizeProfile.id)
    )
    return {row[0]: row[1] for row in rows}


def _wishes(session: Session, client_id: Id | None) -> frozenset[Id]:
    rows = session.scalars(
        select(Wish.product_id).where(
            Wish.client_id == client_id,
            Wish.product_id.is_not(None),
            Wish.status.in_((WishStatus.OPEN, WishStatus.OFFERED)),
            Wish.deleted_at.is_(None),
        )
    )
    return frozenset(one for one in rows if one is not None)


@dataclass(frozen=True, slots=True)
class _Lot:
    """Pieces of one size in one boutique."""

    label: str | None
    is_here: bool
    count: int
    city: str


_Shelf = list[_Lot]


def _stock(session: Session, store_id: Id | None) -> dict[Id, _Shelf]:
    t = p.Stock
    rows = session.execute(
        select(p.Variant.product_id, p.Variant.size_label, t.store_id, t.on_hand, Store.city)
        .outerjoin(t, (t.variant_id == p.Variant.id) & t.deleted_at.is_(None))
        .outerjoin(Store, Store.id == t.store_id)
        .where(p.Variant.deleted_at.is_(None))
        .order_by(t.on_hand.desc(), p.Variant.id, t.id)
    )
    shelves: dict[Id, _Shelf] = {}
    for product, label, store, count, city in rows:
        shelves.setdefault(product, []).append(_Lot(label, store == store_id, count or 0, city))
    return shelves


def _has_sizes(shelf: _Shelf) -> bool:
    return any(lot.label is not None for lot in shelf)


def _available(shelf: _Shelf, size: str | None) -> tuple[int, list[str]]:
    """Return how many are here and which cities have it, the one with the most first."""
    fits = [lot for lot in shelf if lot.label is None or (size is not None and lot.label == size)]
    here = sum(lot.count for lot in fits if lot.is_here)
    return here, [lot.city for lot in fits if lot.count > 0 and not lot.is_here]
