"""The line of a purchase that a return undoes: the client's last one of the piece."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models.purchase import Purchase, PurchaseLine


@dataclass(frozen=True, slots=True)
class BoughtLine:
    """A line that was bought and is still with her; ``paid`` is for one piece of it."""

    id: Id
    sold_on: date
    paid: Money


def bought_line(
    session: Session, *, client_id: Id, variant_id: Id | None, words: str | None = None
) -> BoughtLine | None:
    """Return a client's last bought line of a piece that did not come back yet, or None.

    Args:
        client_id: Whose.
        variant_id: The piece in its size; None is one told in words.
        words: Those of the line, where the catalogue does not have the piece.
    """
    t, back = PurchaseLine, aliased(PurchaseLine)
    returned = (
        select(func.coalesce(func.sum(back.quantity), 0))
        .where(back.return_of_id == t.id, back.deleted_at.is_(None))
        .scalar_subquery()
    )
    # SQLite folds only Latin letters; what is typed in any other script must stand as it stood.
    same = t.variant_id == variant_id if variant_id else func.lower(t.words) == func.lower(words)
    found = session.execute(
        select(t.id, Purchase.sold_on, t.net_minor, t.quantity, Purchase.currency)
        .join(Purchase, Purchase.id == t.purchase_id)
        .where(
            Purchase.client_id == client_id,
            Purchase.deleted_at.is_(None),
            t.deleted_at.is_(None),
            t.quantity > 0,
            t.quantity + returned > 0,
            same,
        )
        .order_by(Purchase.sold_at.desc(), t.position.desc(), t.id.desc())
        .limit(1)
    ).first()
    if found is None:
        return None
    return BoughtLine(found[0], found[1], Money(found[2] // found[3], found[4]))
