"""The line of a purchase that a return undoes: the client's last one of the piece."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models.purchase import Purchase, PurchaseLine
from clienteling.queries.prepared import AnyRow


@dataclass(frozen=True, slots=True)
class BoughtLine:
    """A line that was bought and is still with her; ``paid`` is for one piece of it."""

    id: Id
    sold_on: date
    paid: Money


def bought_line(
    session: Session,
    *,
    client_id: Id,
    product_id: Id | None,
    variant_id: Id | None = None,
    words: str | None = None,
) -> BoughtLine | None:
    """Return a client's last bought line of a piece that did not come back yet, or None.

    Args:
        client_id: Whose.
        product_id: The piece; None is one told in words.
        variant_id: Its size, where it is said; a line without a size may be of any.
        words: Those of the line, where the catalogue does not have the piece.
    """
    if product_id is None and not words:
        return None
    wanted = _Wanted(product_id, variant_id, _folded(words))
    lines = _lines(session, client_id)
    left = {row.id: row.quantity for row in lines}
    for row in lines:
        if row.return_of_id in left:
            left[row.return_of_id] += row.quantity
    for row in lines:
        if wanted.is_met_by(row) and row.quantity > 0 and left[row.id] > 0:
            return BoughtLine(
                row.id, row.sold_on, Money(row.net_minor // row.quantity, row.currency)
            )
    return None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The piece that is looked for among the lines."""

    product_id: Id | None
    variant_id: Id | None
    words: str | None

    def is_met_by(self, row: AnyRow) -> bool:
        """Say whether a line is of it: in the same size where both are said."""
        if self.product_id is None:
            return _folded(row.words) == self.words
        sizes = {self.variant_id, row.variant_id} - {None}
        return row.product_id == self.product_id and len(sizes) < 2


def _lines(session: Session, client_id: Id) -> Sequence[AnyRow]:
    """Return all her lines, newest first; a return is always hers whose purchase it undoes."""
    t = PurchaseLine
    return session.execute(
        select(
            t.id,
            t.product_id,
            t.variant_id,
            t.words,
            t.quantity,
            t.net_minor,
            t.return_of_id,
            Purchase.sold_on,
            Purchase.currency,
        )
        .join(Purchase, Purchase.id == t.purchase_id)
        .where(
            Purchase.client_id == client_id,
            Purchase.deleted_at.is_(None),
            t.deleted_at.is_(None),
        )
        .order_by(Purchase.sold_at.desc(), t.position.desc(), t.id.desc())
    ).all()


def _folded(words: str | None) -> str | None:
    return " ".join(words.split()).casefold() if words else None
