"""The pieces: product (a style in a colour), variant (a size of it), pictures, prices, stock."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from clienteling.models.base import Base, id_of, listed, one_of, strict
from clienteling.models.synced import Merge, Synced, SyncSpec


class ProductStatus(StrEnum):
    """Where a piece is in its life."""

    PREVIEW = "preview"
    ACTIVE = "active"
    CARRYOVER = "carryover"
    ENDED = "ended"


class Product(Synced, Base):
    """A piece: one style in one colour, as it is pictured. ``*_words`` hold other languages."""

    __tablename__ = "product"
    __sync__: ClassVar = SyncSpec()

    style_no: Mapped[str] = mapped_column(Text, index=True)
    name: Mapped[str] = mapped_column(Text)
    name_words: Mapped[dict[str, str] | None] = listed()
    category: Mapped[str] = mapped_column(Text)
    gender: Mapped[str | None] = mapped_column(Text)
    season: Mapped[str | None] = mapped_column(Text)
    launched_on: Mapped[date | None]
    colour: Mapped[str | None] = mapped_column(Text)
    colour_words: Mapped[dict[str, str] | None] = listed()
    swatch: Mapped[str | None] = mapped_column(Text)
    composition: Mapped[str | None] = mapped_column(Text)
    composition_words: Mapped[dict[str, str] | None] = listed()
    story: Mapped[str | None] = mapped_column(Text)
    story_words: Mapped[dict[str, str] | None] = listed()
    care: Mapped[str | None] = mapped_column(Text)
    origin: Mapped[str | None] = mapped_column(Text)
    price_minor: Mapped[int | None]
    currency: Mapped[str | None] = mapped_column(Text)
    status: Mapped[ProductStatus] = one_of(ProductStatus)
    source: Mapped[str | None] = mapped_column(Text)
    external_id: Mapped[str | None] = mapped_column(Text)


class Variant(Synced, Base):
    """A size of a piece, as it hangs on the rail; no ``size_system`` where there is one size."""

    __tablename__ = "variant"
    __sync__: ClassVar = SyncSpec()
    __table_args__ = strict(Index("ix_variant_gtin", "gtin"), Index("ix_variant_sku", "sku"))

    product_id: Mapped[str] = id_of("product", index=True)
    sku: Mapped[str] = mapped_column(Text)
    gtin: Mapped[str | None] = mapped_column(Text)
    size_system: Mapped[str | None] = mapped_column(Text)
    size_label: Mapped[str | None] = mapped_column(Text)


class ProductPrice(Synced, Base):
    """A piece's price in another currency."""

    __tablename__ = "product_price"
    __sync__: ClassVar = SyncSpec()

    product_id: Mapped[str] = id_of("product", index=True)
    currency: Mapped[str] = mapped_column(Text)
    price_minor: Mapped[int]


class ProductPicture(Synced, Base):
    """A picture of a piece; position 0 is the one shown first."""

    __tablename__ = "product_picture"
    __sync__: ClassVar = SyncSpec()

    product_id: Mapped[str] = id_of("product", index=True)
    attachment_id: Mapped[str] = id_of("attachment")
    position: Mapped[int]


class ProductTie(StrEnum):
    """What one piece is to another."""

    PAIRS_WITH = "pairs_with"
    ALTERNATIVE = "alternative"
    UPGRADE = "upgrade"
    ACCESSORY = "accessory"
    CARE = "care"


class ProductRelation(Synced, Base):
    """A tie between two pieces."""

    __tablename__ = "product_relation"
    __sync__: ClassVar = SyncSpec()

    product_id: Mapped[str] = id_of("product", index=True)
    other_id: Mapped[str] = id_of("product")
    kind: Mapped[ProductTie] = one_of(ProductTie)


class Stock(Synced, Base):
    """What a boutique had of a variant at a moment; always shown with that moment."""

    __tablename__ = "stock"
    __sync__: ClassVar = SyncSpec()
    __table_args__ = strict(Index("ix_stock_variant", "variant_id", "store_id"))

    store_id: Mapped[str] = id_of("store")
    variant_id: Mapped[str] = id_of("variant")
    on_hand: Mapped[int]
    as_of: Mapped[datetime]
    shelf: Mapped[str | None] = mapped_column(Text)


class Attachment(Synced, Base):
    """A picture or paper whose bytes stand encrypted beside the book, named by their content."""

    __tablename__ = "attachment"
    __sync__: ClassVar = SyncSpec(merge=Merge.APPEND)

    sha256: Mapped[str] = mapped_column(Text, index=True)
    mime: Mapped[str] = mapped_column(Text)
    size_bytes: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
