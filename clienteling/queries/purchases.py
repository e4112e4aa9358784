"""The purchases of a client, a page at a time: what stands behind "See all"."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models import catalogue as p
from clienteling.models.house import Staff, Store
from clienteling.models.purchase import Purchase, PurchaseChannel, PurchaseLine, PurchaseStaff
from clienteling.queries.card_pieces import first_pictures, worded


@dataclass(frozen=True, slots=True)
class LineRow:
    """One piece of a purchase; a negative quantity is a return.

    ``open_sizes`` are ids and labels of the sizes it may be, where its own was not said.
    """

    id: Id
    purchase_id: Id
    words: str
    picture: str | None
    size_label: str | None
    quantity: int
    net: Money
    gift_words: str | None
    wearer_client_id: Id | None
    open_sizes: tuple[tuple[Id, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    """One receipt with its pieces and who served."""

    id: Id
    receipt_no: str | None
    sold_at: datetime
    sold_on: date
    store: str | None
    channel: PurchaseChannel
    net: Money
    lines: tuple[LineRow, ...]
    served_by: tuple[tuple[str, int], ...]


def purchases(
    session: Session,
    *,
    client_id: Id,
    before: tuple[datetime, Id] | None = None,
    limit: int = 40,
    language: str = "en",
) -> tuple[PurchaseRow, ...]:
    """Return a client's purchases, newest first.

    Args:
        client_id: Whose.
        before: The (sold_at, id) of the last one shown, for the next page.
        limit: How many at most.
        language: BCP-47 of the pieces' words.
    """
    query = (
        select(
            Purchase.id,
            Purchase.receipt_no,
            Purchase.sold_at,
            Purchase.sold_on,
            Store.name,
            Purchase.channel,
            Purchase.net_minor,
            Purchase.currency,
        )
        .outerjoin(Store, Store.id == Purchase.store_id)
        .where(Purchase.client_id == client_id, Purchase.deleted_at.is_(None))
        .order_by(Purchase.sold_at.desc(), Purchase.id.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(tuple_(Purchase.sold_at, Purchase.id) < before)
    heads = session.execute(query).all()
    ids = [head[0] for head in heads]
    lines = _lines(session, ids, {head[0]: head[7] for head in heads}, language)
    served = _served(session, ids)
    return tuple(
        PurchaseRow(
            *head[:6],
            Money(head[6], head[7]),
            tuple(lines.get(head[0], ())),
            tuple(served.get(head[0], ())),
        )
        for head in heads
    )


def _lines(
    session: Session, ids: list[Id], currencies: dict[Id, str], language: str
) -> dict[Id, list[LineRow]]:
    t = PurchaseLine
    rows = session.execute(
        select(
            t.id,
            t.purchase_id,
            t.words,
            p.Product.name,
            p.Product.name_words,
            p.Product.id.label("product_id"),
            p.Variant.size_label,
            t.variant_id,
            t.quantity,
            t.net_minor,
            t.gift_words,
            t.wearer_client_id,
        )
        .outerjoin(p.Variant, p.Variant.id == t.variant_id)
        .outerjoin(p.Product, p.Product.id == t.product_id)
        .where(t.purchase_id.in_(ids), t.deleted_at.is_(None))
        .order_by(t.purchase_id, t.position, t.id)
    ).all()
    pictures = first_pictures(session, [row.product_id for row in rows if row.product_id])
    sizes = _sizes(session, {row.product_id for row in rows if row.variant_id is None})
    found: dict[Id, list[LineRow]] = {}
    for row in rows:
        words = worded(row.name, row.name_words, language) or row.words or ""
        line = LineRow(
            row.id,
            row.purchase_id,
            words,
            pictures.get(row.product_id),
            row.size_label,
            row.quantity,
            Money(row.net_minor, currencies[row.purchase_id]),
            row.gift_words,
            row.wearer_client_id,
            tuple(sizes.get(row.product_id, ())) if row.variant_id is None else (),
        )
        found.setdefault(row.purchase_id, []).append(line)
    return found


def _sizes(session: Session, product_ids: set[Id | None]) -> dict[Id, list[tuple[Id, str]]]:
    t = p.Variant
    rows = session.execute(
        select(t.product_id, t.id, t.size_label)
        .where(
            t.product_id.in_(product_ids - {None}),
            t.size_label.is_not(None),
            t.deleted_at.is_(None),
        )
        .order_by(t.sku, t.id)
    )
    found: dict[Id, list[tuple[Id, str]]] = {}
    for product_id, variant_id, label in rows:
        found.setdefault(product_id, []).append((variant_id, label or ""))
    return found


def _served(session: Session, ids: list[Id]) -> dict[Id, list[tuple[str, int]]]:
    t = PurchaseStaff
    rows = session.execute(
        select(t.purchase_id, Staff.given_name, t.share_percent)
        .join(Staff, Staff.id == t.staff_id)
        .where(t.purchase_id.in_(ids), t.deleted_at.is_(None))
        .order_by(t.share_percent.desc(), Staff.given_name, t.id)
    )
    found: dict[Id, list[tuple[str, int]]] = {}
    for purchase_id, name, share in rows:
        found.setdefault(purchase_id, []).append((name, share))
    return found
