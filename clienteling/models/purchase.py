"""What was bought: purchases, their lines, who served, wishes and pieces owned otherwise."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from clienteling.models.base import Base, id_of, one_of, strict
from clienteling.models.synced import OF_CLIENT, Merge, Synced, SyncSpec

_VIA_PURCHASE = "(SELECT client_id FROM purchase WHERE id = {row}.purchase_id)"


class PurchaseChannel(StrEnum):
    """Where a purchase was made."""

    STORE = "store"
    WEB = "web"
    PHONE = "phone"
    REMOTE = "remote"
    OTHER_STORE = "other_store"
    EXTERNAL_TOLD = "external_told"


class Purchase(Synced, Base):
    """One receipt.

    ``net_minor`` is what was paid, with tax, returns negative; ``sold_on`` is the boutique's day.
    """

    __tablename__ = "purchase"
    __sync__: ClassVar = SyncSpec(merge=Merge.APPEND, client=OF_CLIENT)
    __table_args__ = strict(
        Index("ix_purchase_client", "client_id", "sold_at"),
        Index("ix_purchase_receipt", "receipt_no"),
    )

    client_id: Mapped[str | None] = id_of("client")
    store_id: Mapped[str | None] = id_of("store")
    receipt_no: Mapped[str | None] = mapped_column(Text)
    sold_at: Mapped[datetime]
    sold_on: Mapped[date]
    channel: Mapped[PurchaseChannel] = one_of(PurchaseChannel)
    currency: Mapped[str] = mapped_column(Text)
    net_minor: Mapped[int]
    source: Mapped[str | None] = mapped_column(Text)


class PurchaseLine(Synced, Base):
    """One piece of a receipt; a return has a negative quantity and names the line it undoes.

    ``product_id`` is the piece, ``variant_id`` its size: a size may be said later, so a line of a
    sized piece may stand without; a line with a size always has its piece, and words alone tell
    what the catalogue does not have. ``net_minor`` is the line's own total after discount, with
    tax.
    """

    __tablename__ = "purchase_line"
    __sync__: ClassVar = SyncSpec(client=_VIA_PURCHASE, groups=(("product_id", "variant_id"),))
    __table_args__ = strict(
        Index("ix_purchase_line_purchase", "purchase_id"),
        # Few lines come back or are worn by somebody else: these two stay small.
        Index(
            "ix_purchase_line_undone", "return_of_id", sqlite_where=text("return_of_id NOT NULL")
        ),
        Index(
            "ix_purchase_line_wearer",
            "wearer_client_id",
            sqlite_where=text("wearer_client_id NOT NULL"),
        ),
    )

    purchase_id: Mapped[str] = id_of("purchase")
    position: Mapped[int]
    product_id: Mapped[str | None] = id_of("product")
    variant_id: Mapped[str | None] = id_of("variant")
    words: Mapped[str | None] = mapped_column(Text)
    quantity: Mapped[int]
    unit_price_minor: Mapped[int | None]
    discount_minor: Mapped[int | None]
    tax_minor: Mapped[int | None]
    net_minor: Mapped[int]
    return_of_id: Mapped[str | None] = id_of("purchase_line")
    wearer_client_id: Mapped[str | None] = id_of("client")
    gift_words: Mapped[str | None] = mapped_column(Text)


class PurchaseStaff(Synced, Base):
    """Who served, and for what share of it (per cent)."""

    __tablename__ = "purchase_staff"
    __sync__: ClassVar = SyncSpec(merge=Merge.APPEND)

    purchase_id: Mapped[str] = id_of("purchase", index=True)
    staff_id: Mapped[str] = id_of("staff")
    share_percent: Mapped[int]


class WishKind(StrEnum):
    """Why something is on the list."""

    WISH = "wish"
    GIFT_IDEA = "gift_idea"
    REGISTRY = "registry"
    TO_SHOW = "to_show"


class WishStatus(StrEnum):
    """What became of a wish."""

    OPEN = "open"
    OFFERED = "offered"
    BOUGHT = "bought"
    DROPPED = "dropped"


class Wish(Synced, Base):
    """Something she would like: a piece, or words where the house has none."""

    __tablename__ = "wish"
    __sync__: ClassVar = SyncSpec(merge=Merge.STATE, client=OF_CLIENT)

    client_id: Mapped[str] = id_of("client", index=True)
    kind: Mapped[WishKind] = one_of(WishKind)
    status: Mapped[WishStatus] = one_of(WishStatus)
    product_id: Mapped[str | None] = id_of("product")
    words: Mapped[str | None] = mapped_column(Text)
    size_label: Mapped[str | None] = mapped_column(Text)
    occasion: Mapped[str | None] = mapped_column(Text)
    needed_by: Mapped[date | None]
    noted_on: Mapped[date]
    hide_from_client_id: Mapped[str | None] = id_of("client")
    staff_id: Mapped[str | None] = id_of("staff")


class OwnedState(StrEnum):
    """Where a piece she had is now."""

    KEPT = "kept"
    GIFTED = "gifted"
    RETURNED = "returned"
    RESOLD = "resold"
    LOST = "lost"


class OwnedPiece(Synced, Base):
    """A piece she has that no purchase line tells of, or a bought piece that has moved on."""

    __tablename__ = "owned_piece"
    __sync__: ClassVar = SyncSpec(client=OF_CLIENT)

    client_id: Mapped[str] = id_of("client", index=True)
    product_id: Mapped[str | None] = id_of("product")
    purchase_line_id: Mapped[str | None] = id_of("purchase_line")
    words: Mapped[str | None] = mapped_column(Text)
    size_label: Mapped[str | None] = mapped_column(Text)
    acquired_on: Mapped[date | None]
    state: Mapped[OwnedState] = one_of(OwnedState)
