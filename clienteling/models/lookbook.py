"""Lookbooks: what an adviser composes for a client, page by page, and what was issued."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from clienteling.models.base import Base, id_of, one_of
from clienteling.models.synced import OF_CLIENT, Merge, Synced, SyncSpec

_VIA_LOOKBOOK = "(SELECT client_id FROM lookbook WHERE id = {row}.lookbook_id)"


class LookbookStatus(StrEnum):
    """Where a lookbook is in its life."""

    DRAFT = "draft"
    ISSUED = "issued"
    REACTED = "reacted"


class Lookbook(Synced, Base):
    """A lookbook in the making; for one client, or for anyone where ``client_id`` is None."""

    __tablename__ = "lookbook"
    __sync__: ClassVar = SyncSpec(client=OF_CLIENT)

    client_id: Mapped[str | None] = id_of("client", index=True)
    staff_id: Mapped[str | None] = id_of("staff")
    title: Mapped[str] = mapped_column(Text)
    letter: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    page_size: Mapped[str] = mapped_column(Text)
    show_prices: Mapped[bool]
    show_set_aside: Mapped[bool]
    show_care: Mapped[bool]
    show_reactions: Mapped[bool]
    show_code: Mapped[bool]
    status: Mapped[LookbookStatus] = one_of(LookbookStatus)


class LookPage(Synced, Base):
    """One page: its layout and its place in the book."""

    __tablename__ = "look_page"
    __sync__: ClassVar = SyncSpec(client=_VIA_LOOKBOOK)

    lookbook_id: Mapped[str] = id_of("lookbook", index=True)
    position: Mapped[int]
    layout: Mapped[str] = mapped_column(Text)
    words: Mapped[str | None] = mapped_column(Text)


class LookItem(Synced, Base):
    """A piece in a frame of a page (slot 0 is the first frame)."""

    __tablename__ = "look_item"
    __sync__: ClassVar = SyncSpec()

    page_id: Mapped[str] = id_of("look_page", index=True)
    slot: Mapped[int]
    product_id: Mapped[str] = id_of("product")
    size_label: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)


class IssueWay(StrEnum):
    """How a lookbook left the house."""

    PDF = "pdf"
    PRINT = "print"


class LookbookIssue(Synced, Base):
    """A lookbook as it left the house: the whole snapshot, so that it prints again the same."""

    __tablename__ = "lookbook_issue"
    __sync__: ClassVar = SyncSpec(merge=Merge.APPEND, client=_VIA_LOOKBOOK)

    lookbook_id: Mapped[str] = id_of("lookbook", index=True)
    issued_at: Mapped[datetime]
    way: Mapped[IssueWay] = one_of(IssueWay)
    snapshot: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(Text)
    staff_id: Mapped[str | None] = id_of("staff")
