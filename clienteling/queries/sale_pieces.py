"""A piece as it is sold at the counter: its sizes, its price here, and the size she wears."""

from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from clienteling.domain.errors import NotFoundError
from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models import catalogue as p
from clienteling.models.knowledge import SizeProfile
from clienteling.queries.card_pieces import first_pictures, worded


@dataclass(frozen=True, slots=True)
class SaleSize:
    """A size of a piece, with how many are here; ``label`` is None where there is one size."""

    variant_id: Id
    label: str | None
    here: int
    system: str | None = None


@dataclass(frozen=True, slots=True)
class SalePiece:
    """A piece to be noted as sold; ``chosen`` is the size meant unless another is said."""

    product_id: Id
    name: str
    colour: str | None
    picture: str | None
    price: Money | None
    sizes: tuple[SaleSize, ...]
    chosen: Id | None


def sale_piece(
    session: Session,
    *,
    product_id: Id,
    client_id: Id,
    store_id: Id | None,
    currency: str,
    variant_id: Id | None = None,
    language: str = "en",
) -> SalePiece:
    """Return a piece with its sizes, hers chosen.

    Args:
        product_id: Which piece.
        client_id: Whose size is meant.
        store_id: The boutique that "here" means.
        currency: In which the boutique sells.
        variant_id: The size that was scanned, which is chosen before hers.
        language: BCP-47 of the piece's words.

    Raises:
        NotFoundError: it isn't in the book.
    """
    row = session.get(p.Product, product_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError("This piece is no longer in the book.")
    sizes = _sizes(session, product_id, store_id)
    worn = _worn(session, client_id, row.category)
    return SalePiece(
        product_id,
        worded(row.name, row.name_words, language) or row.name,
        worded(row.colour, row.colour_words, language),
        first_pictures(session, [product_id]).get(product_id),
        _price(session, row, currency),
        sizes,
        variant_id or _chosen(sizes, worn),
    )


def scanned(session: Session, *, code: str) -> tuple[Id, Id] | None:
    """Return piece and size of a scanned GTIN or SKU, or None where no piece bears it."""
    t = p.Variant
    found = session.execute(
        select(t.product_id, t.id)
        .where(or_(t.gtin == code, func.lower(t.sku) == code.lower()), t.deleted_at.is_(None))
        .order_by(t.id)
    ).first()
    return None if found is None else (found[0], found[1])


def _sizes(session: Session, product_id: Id, store_id: Id | None) -> tuple[SaleSize, ...]:
    here = (
        select(func.coalesce(func.sum(p.Stock.on_hand), 0))
        .where(
            p.Stock.variant_id == p.Variant.id,
            p.Stock.store_id == store_id,
            p.Stock.deleted_at.is_(None),
        )
        .scalar_subquery()
    )
    rows = session.execute(
        select(p.Variant.id, p.Variant.size_label, here, p.Variant.size_system)
        .where(p.Variant.product_id == product_id, p.Variant.deleted_at.is_(None))
        .order_by(p.Variant.sku, p.Variant.id)
    )
    return tuple(SaleSize(*row) for row in rows)


def _worn(session: Session, client_id: Id, category: str) -> tuple[str, str] | None:
    t = SizeProfile
    found = session.execute(
        select(t.system, t.label)
        .where(t.client_id == client_id, t.category == category, t.deleted_at.is_(None))
        .order_by(t.brand.is_not(None), t.id)
    ).first()
    return None if found is None else (found[0], found[1])


def _chosen(sizes: tuple[SaleSize, ...], worn: tuple[str, str] | None) -> Id | None:
    """Return the only size, or hers in the piece's own system; a converted one is never chosen."""
    if len(sizes) == 1:
        return sizes[0].variant_id
    return next((one.variant_id for one in sizes if worn == (one.system, one.label)), None)


def _price(session: Session, row: p.Product, currency: str) -> Money | None:
    if row.price_minor is not None and row.currency == currency:
        return Money(row.price_minor, currency)
    t = p.ProductPrice
    other = session.scalars(
        select(t.price_minor)
        .where(t.product_id == row.id, t.currency == currency, t.deleted_at.is_(None))
        .order_by(t.id)
    ).first()
    return None if other is None else Money(other, currency)
