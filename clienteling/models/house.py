"""The house and its people: house, boutique, staff, circles."""

from typing import ClassVar

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from clienteling.domain.roles import StaffRole
from clienteling.models.base import Base, id_of, listed, one_of
from clienteling.models.synced import Synced, SyncSpec

__all__ = ["Circle", "House", "Staff", "StaffRole", "Store"]


class House(Synced, Base):
    """The house whose book this is; one row."""

    __tablename__ = "house"
    __sync__: ClassVar = SyncSpec()

    name: Mapped[str] = mapped_column(Text)
    currency: Mapped[str] = mapped_column(Text)


class Store(Synced, Base):
    """A boutique."""

    __tablename__ = "store"
    __sync__: ClassVar = SyncSpec()

    code: Mapped[str] = mapped_column(Text, index=True)
    name: Mapped[str] = mapped_column(Text)
    city: Mapped[str] = mapped_column(Text)
    country: Mapped[str] = mapped_column(Text)
    time_zone: Mapped[str] = mapped_column(Text)
    currency: Mapped[str] = mapped_column(Text)
    locale: Mapped[str] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)


class Staff(Synced, Base):
    """A person of the house."""

    __tablename__ = "staff"
    __sync__: ClassVar = SyncSpec()

    store_id: Mapped[str] = id_of("store")
    given_name: Mapped[str] = mapped_column(Text)
    family_name: Mapped[str] = mapped_column(Text)
    role: Mapped[StaffRole] = one_of(StaffRole)
    email: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(Text)
    languages: Mapped[list[str] | None] = listed()
    active: Mapped[bool]


class Circle(Synced, Base):
    """A tier of clients, in the house's own word; rank 1 is the highest."""

    __tablename__ = "circle"
    __sync__: ClassVar = SyncSpec()

    code: Mapped[str] = mapped_column(Text, index=True)
    name: Mapped[str] = mapped_column(Text)
    names: Mapped[dict[str, str] | None] = listed()
    rank: Mapped[int]
    highlighted: Mapped[bool]
