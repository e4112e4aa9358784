"""The house, its boutiques, its people and its circles, as the window needs them."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.names import PersonName, monogram
from clienteling.models import house as m
from clienteling.queries.house_head import StaffRow, StoreRow

__all__ = [
    "CircleRow",
    "HouseRow",
    "StaffRow",
    "StoreRow",
    "circles",
    "house",
    "staff",
    "stores",
]


@dataclass(frozen=True, slots=True)
class CircleRow:
    """A circle in the house's own word."""

    id: Id
    name: str
    rank: int
    highlighted: bool


@dataclass(frozen=True, slots=True)
class HouseRow:
    """The house with its boutiques, people and circles, each in a stated order."""

    name: str
    currency: str
    stores: tuple[StoreRow, ...]
    staff: tuple[StaffRow, ...]
    circles: tuple[CircleRow, ...]


def house(session: Session) -> HouseRow | None:
    """Return the house, or None in a book that has none yet."""
    row = session.execute(select(m.House.name, m.House.currency).order_by(m.House.id)).first()
    if row is None:
        return None
    return HouseRow(row[0], row[1], stores(session), staff(session), circles(session))


def stores(session: Session) -> tuple[StoreRow, ...]:
    """Return the boutiques by name."""
    t = m.Store
    rows = session.execute(
        select(t.id, t.code, t.name, t.city, t.country, t.time_zone, t.currency, t.phone)
        .where(t.deleted_at.is_(None))
        .order_by(t.name, t.id)
    )
    return tuple(StoreRow(*row) for row in rows)


def staff(session: Session) -> tuple[StaffRow, ...]:
    """Return the people at work, by name."""
    t = m.Staff
    rows = session.execute(
        select(t.id, t.store_id, t.given_name, t.family_name, t.role, t.email, t.phone)
        .where(t.deleted_at.is_(None), t.active.is_(True))
        .order_by(t.given_name, t.family_name, t.id)
    )
    return tuple(
        StaffRow(row[0], row[1], row[2], row[3], monogram(PersonName(row[2], row[3])), *row[4:])
        for row in rows
    )


def circles(session: Session) -> tuple[CircleRow, ...]:
    """Return the circles, the highest first."""
    t = m.Circle
    rows = session.execute(
        select(t.id, t.name, t.rank, t.highlighted)
        .where(t.deleted_at.is_(None))
        .order_by(t.rank, t.id)
    )
    return tuple(CircleRow(*row) for row in rows)
