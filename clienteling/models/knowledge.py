"""What the house knows of a client: preferences, sizes, key dates, notes, visits, consent."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from clienteling.models.base import Base, id_of, one_of, strict
from clienteling.models.synced import OF_CLIENT, Merge, Synced, SyncSpec


class Polarity(StrEnum):
    """Whether she wants it; an allergy is the strictest."""

    LIKES = "likes"
    DISLIKES = "dislikes"
    AVOID = "avoid"
    ALLERGIC = "allergic"


class PreferenceTarget(StrEnum):
    """What kind of thing a preference speaks of."""

    BRAND = "brand"
    CATEGORY = "category"
    COLOUR = "colour"
    MATERIAL = "material"
    DESIGNER = "designer"
    STYLE = "style"
    FIT = "fit"
    OCCASION = "occasion"
    HOSPITALITY = "hospitality"
    FREE = "free"


class Source(StrEnum):
    """How the house knows."""

    TOLD = "told"
    OBSERVED = "observed"
    INFERRED = "inferred"
    IMPORTED = "imported"


class Preference(Synced, Base):
    """One thing she likes, dislikes, avoids or is allergic to; strength 1 to 5."""

    __tablename__ = "preference"
    __sync__: ClassVar = SyncSpec(client=OF_CLIENT)

    client_id: Mapped[str] = id_of("client", index=True)
    polarity: Mapped[Polarity] = one_of(Polarity)
    target: Mapped[PreferenceTarget] = one_of(PreferenceTarget)
    words: Mapped[str] = mapped_column(Text)
    detail: Mapped[str | None] = mapped_column(Text)
    strength: Mapped[int]
    source: Mapped[Source] = one_of(Source)
    noted_on: Mapped[date]
    staff_id: Mapped[str | None] = id_of("staff")


class SizeProfile(Synced, Base):
    """A size as she said it: category, system and label; conversions are computed, never kept."""

    __tablename__ = "size_profile"
    __sync__: ClassVar = SyncSpec(client=OF_CLIENT, groups=(("system", "label"),))

    client_id: Mapped[str] = id_of("client", index=True)
    category: Mapped[str] = mapped_column(Text)
    system: Mapped[str] = mapped_column(Text)
    label: Mapped[str] = mapped_column(Text)
    brand: Mapped[str | None] = mapped_column(Text)
    fit: Mapped[str | None] = mapped_column(Text)
    source: Mapped[Source] = one_of(Source)
    confirmed_on: Mapped[date | None]
    staff_id: Mapped[str | None] = id_of("staff")


class KeyDateKind(StrEnum):
    """What a day is to her."""

    BIRTHDAY = "birthday"
    WEDDING = "wedding"
    ANNIVERSARY_AS_CLIENT = "anniversary_as_client"
    NAME_DAY = "name_day"
    GRADUATION = "graduation"
    MEMORIAL = "memorial"
    TRAVEL = "travel"
    CUSTOM = "custom"


class KeyDate(Synced, Base):
    """A day to remember; year, or day, or both may be unknown. Calendars: gregorian, lunar_cn.

    ``leap_month`` marks a lunar month that is the leap one; ``hide_from_client_id`` keeps a
    surprise from one person's eyes.
    """

    __tablename__ = "key_date"
    __sync__: ClassVar = SyncSpec(
        client=OF_CLIENT, groups=(("month", "day", "year", "calendar", "leap_month"),)
    )

    client_id: Mapped[str] = id_of("client", index=True)
    kind: Mapped[KeyDateKind] = one_of(KeyDateKind)
    label: Mapped[str | None] = mapped_column(Text)
    month: Mapped[int]
    day: Mapped[int | None]
    year: Mapped[int | None]
    calendar: Mapped[str] = mapped_column(Text)
    leap_month: Mapped[bool]
    on_29_february: Mapped[str | None] = mapped_column(Text)
    show_years: Mapped[bool]
    gift_plan: Mapped[str | None] = mapped_column(Text)
    hide_from_client_id: Mapped[str | None] = id_of("client")


class Visibility(StrEnum):
    """Who reads a note: only its author, the boutique, or the house."""

    PRIVATE = "private"
    STORE = "store"
    HOUSE = "hq"


class Note(Synced, Base):
    """Words noted about a client, kept as written."""

    __tablename__ = "note"
    __sync__: ClassVar = SyncSpec(client=OF_CLIENT)
    __table_args__ = strict(Index("ix_note_client", "client_id", "noted_at"))

    client_id: Mapped[str] = id_of("client")
    noted_at: Mapped[datetime]
    body: Mapped[str] = mapped_column(Text)
    visibility: Mapped[Visibility] = one_of(Visibility)
    pinned: Mapped[bool]
    product_id: Mapped[str | None] = id_of("product")
    staff_id: Mapped[str | None] = id_of("staff")


class InteractionChannel(StrEnum):
    """By what way client and house met."""

    VISIT = "visit"
    CALL = "call"
    SMS = "sms"
    EMAIL = "email"
    WECHAT = "wechat"
    WHATSAPP = "whatsapp"
    LETTER = "letter"
    EVENT = "event"
    HOME_VISIT = "home_visit"
    VIDEO = "video"


class Interaction(Synced, Base):
    """One meeting of client and house: a visit, a call, a message. Never changed afterwards."""

    __tablename__ = "interaction"
    __sync__: ClassVar = SyncSpec(merge=Merge.APPEND, client=OF_CLIENT)
    __table_args__ = strict(Index("ix_interaction_client", "client_id", "occurred_at"))

    client_id: Mapped[str] = id_of("client")
    occurred_at: Mapped[datetime]
    channel: Mapped[InteractionChannel] = one_of(InteractionChannel)
    inbound: Mapped[bool]
    motive: Mapped[str | None] = mapped_column(Text)
    no_sale_reason: Mapped[str | None] = mapped_column(Text)
    outcome: Mapped[str | None] = mapped_column(Text)
    summary: Mapped[str | None] = mapped_column(Text)
    visibility: Mapped[Visibility] = one_of(Visibility)
    product_id: Mapped[str | None] = id_of("product")
    staff_id: Mapped[str | None] = id_of("staff")
    store_id: Mapped[str | None] = id_of("store")


class FlagKind(StrEnum):
    """A mark on the card that everyone must see."""

    ALERT = "alert"
    CARE_PAUSE = "care_pause"
    LEGAL_HOLD = "legal_hold"
    CREDIT_CAUTION = "credit_caution"
    ACCESSIBILITY = "accessibility"
    MINOR = "minor"
    PRESS = "press"
    STAFF = "staff"


class ClientFlag(Synced, Base):
    """A flag with its reason and its days."""

    __tablename__ = "client_flag"
    __sync__: ClassVar = SyncSpec(merge=Merge.STATE, client=OF_CLIENT)

    client_id: Mapped[str] = id_of("client", index=True)
    kind: Mapped[FlagKind] = one_of(FlagKind)
    reason: Mapped[str | None] = mapped_column(Text)
    since: Mapped[date]
    until: Mapped[date | None]


class ConsentPurpose(StrEnum):
    """What the client's data may be used for."""

    MARKETING = "marketing"
    SERVICE = "service"
    PROFILING = "profiling"
    PHOTO = "photo"
    MEASUREMENT = "measurement"
    TRANSFER_ABROAD = "transfer_abroad"
    SHARE_GROUP = "share_group"


class ConsentChannel(StrEnum):
    """By what way she may be written to or called."""

    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    POST = "post"
    WHATSAPP = "whatsapp"
    WECHAT = "wechat"
    LINE = "line"
    ANY = "any"


class ConsentDecision(StrEnum):
    """What she decided."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ConsentMethod(StrEnum):
    """How her decision reached the house."""

    PAPER_SIGNED = "paper_signed"
    PAD_SIGNED = "pad_signed"
    WEB = "web"
    VERBAL_LOGGED = "verbal_logged"
    IMPORT = "import"


class ConsentEvent(Synced, Base):
    """One decision about one purpose and channel; the present state is the last of them."""

    __tablename__ = "consent_event"
    __sync__: ClassVar = SyncSpec(merge=Merge.APPEND, client=OF_CLIENT)
    __table_args__ = strict(Index("ix_consent_event_client", "client_id", "at"))

    client_id: Mapped[str] = id_of("client")
    purpose: Mapped[ConsentPurpose] = one_of(ConsentPurpose)
    channel: Mapped[ConsentChannel] = one_of(ConsentChannel)
    decision: Mapped[ConsentDecision] = one_of(ConsentDecision)
    method: Mapped[ConsentMethod] = one_of(ConsentMethod)
    wording: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime]
    staff_id: Mapped[str | None] = id_of("staff")
    store_id: Mapped[str | None] = id_of("store")
