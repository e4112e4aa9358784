"""The client: who the person is, how to reach her, whom she belongs to.

A client is a person or a company; there is no table of parties (docs/decisions/0001).
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from clienteling.domain.names import NameOrder
from clienteling.models.base import Base, id_of, listed, one_of, strict
from clienteling.models.synced import OF_CLIENT, Synced, SyncSpec


class ClientKind(StrEnum):
    """A person or a company."""

    PERSON = "person"
    ORGANISATION = "organisation"


class RelationshipStatus(StrEnum):
    """Where the house stands with the client."""

    PROSPECT = "prospect"
    CLIENT = "client"
    DORMANT = "dormant"
    LOST = "lost"
    DECEASED = "deceased"
    NOT_PURSUED = "not_pursued"
    BLOCKED = "blocked"


class Client(Synced, Base):
    """A client of the house."""

    __tablename__ = "client"
    __sync__: ClassVar = SyncSpec(client="{row}.id")
    __table_args__ = strict(Index("ix_client_external", "source", "external_id"))

    kind: Mapped[ClientKind] = one_of(ClientKind)
    client_no: Mapped[str] = mapped_column(Text, index=True)
    given_name: Mapped[str | None] = mapped_column(Text)
    family_name: Mapped[str | None] = mapped_column(Text)
    middle_name: Mapped[str | None] = mapped_column(Text)
    native_name: Mapped[str | None] = mapped_column(Text)
    phonetic_name: Mapped[str | None] = mapped_column(Text)
    name_order: Mapped[NameOrder] = one_of(NameOrder)
    preferred_name: Mapped[str | None] = mapped_column(Text)
    pronunciation: Mapped[str | None] = mapped_column(Text)
    form_of_address: Mapped[str | None] = mapped_column(Text)
    company_name: Mapped[str | None] = mapped_column(Text)
    gender: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(Text)
    languages: Mapped[list[str] | None] = listed()
    nationality: Mapped[str | None] = mapped_column(Text)
    home_store_id: Mapped[str | None] = id_of("store")
    circle_id: Mapped[str | None] = id_of("circle")
    relationship_status: Mapped[RelationshipStatus] = one_of(RelationshipStatus)
    acquisition_source: Mapped[str | None] = mapped_column(Text)
    first_seen_on: Mapped[date | None]
    portrait_id: Mapped[str | None] = id_of("attachment")
    remember: Mapped[str | None] = mapped_column(Text)
    do_not_contact: Mapped[bool]
    merged_into_id: Mapped[str | None] = id_of("client")
    source: Mapped[str | None] = mapped_column(Text)
    external_id: Mapped[str | None] = mapped_column(Text)


class Card(Synced, Base):
    """A membership card; its number finds the client."""

    __tablename__ = "card"
    __sync__: ClassVar = SyncSpec(client=OF_CLIENT)

    client_id: Mapped[str] = id_of("client", index=True)
    number: Mapped[str] = mapped_column(Text, index=True)
    active: Mapped[bool]


class ContactKind(StrEnum):
    """By what means a client is reached."""

    MOBILE = "mobile"
    PHONE = "phone"
    EMAIL = "email"
    WECHAT = "wechat"
    WECOM = "wecom"
    WHATSAPP = "whatsapp"
    LINE = "line"
    KAKAOTALK = "kakaotalk"
    INSTAGRAM = "instagram"
    TELEGRAM = "telegram"


class ContactStatus(StrEnum):
    """How far a contact point is to be trusted."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    BOUNCED = "bounced"
    WRONG_PERSON = "wrong_person"
    RETIRED = "retired"


class ContactOwner(StrEnum):
    """Who answers at a contact point."""

    SELF = "self"
    ASSISTANT = "assistant"
    SPOUSE = "spouse"


class ContactPoint(Synced, Base):
    """A number or address at which a client is reached, as typed and in its standard form."""

    __tablename__ = "contact_point"
    __sync__: ClassVar = SyncSpec(
        client=OF_CLIENT, groups=(("value_raw", "value_norm", "region"),)
    )
    __table_args__ = strict(Index("ix_contact_point_value_norm", "value_norm"))

    client_id: Mapped[str] = id_of("client", index=True)
    kind: Mapped[ContactKind] = one_of(ContactKind)
    value_raw: Mapped[str] = mapped_column(Text)
    value_norm: Mapped[str | None] = mapped_column(Text)
    region: Mapped[str | None] = mapped_column(Text)
    label: Mapped[str | None] = mapped_column(Text)
    is_primary: Mapped[bool]
    status: Mapped[ContactStatus] = one_of(ContactStatus)
    owner: Mapped[ContactOwner] = one_of(ContactOwner)


class AddressLabel(StrEnum):
    """What an address is to the client."""

    HOME = "home"
    WORK = "work"
    HOTEL = "hotel"
    YACHT = "yacht"
    ASSISTANT = "assistant"
    INVOICE = "invoice"


class Address(Synced, Base):
    """A postal address."""

    __tablename__ = "address"
    __sync__: ClassVar = SyncSpec(
        client=OF_CLIENT, groups=(("lines", "locality", "region", "postal_code", "country"),)
    )

    client_id: Mapped[str] = id_of("client", index=True)
    label: Mapped[AddressLabel] = one_of(AddressLabel)
    lines: Mapped[list[str] | None] = listed()
    locality: Mapped[str | None] = mapped_column(Text)
    region: Mapped[str | None] = mapped_column(Text)
    postal_code: Mapped[str | None] = mapped_column(Text)
    country: Mapped[str | None] = mapped_column(Text)
    is_primary: Mapped[bool]
    access_note: Mapped[str | None] = mapped_column(Text)


class RelationshipKind(StrEnum):
    """What one client is to another: ``from`` is the <kind> of ``to``."""

    SPOUSE = "spouse"
    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    FRIEND = "friend"
    ASSISTANT = "assistant"
    PRINCIPAL = "principal"
    STYLIST = "stylist"
    REFERRER = "referrer"
    REFERRED = "referred"
    BUYER = "buyer"
    DRIVER = "driver"
    GUARDIAN = "guardian"
    MINOR = "minor"
    OTHER = "other"


class Relationship(Synced, Base):
    """A tie between two clients, told once and read from both sides."""

    __tablename__ = "relationship"
    __sync__: ClassVar = SyncSpec(client="{row}.from_client_id")

    from_client_id: Mapped[str] = id_of("client", index=True)
    to_client_id: Mapped[str] = id_of("client", index=True)
    kind: Mapped[RelationshipKind] = one_of(RelationshipKind)
    words: Mapped[str | None] = mapped_column(Text)
    secret: Mapped[bool]


class Household(Synced, Base):
    """People who are written to together."""

    __tablename__ = "household"
    __sync__: ClassVar = SyncSpec()

    name: Mapped[str | None] = mapped_column(Text)
    salutation_line: Mapped[str | None] = mapped_column(Text)


class HouseholdRole(StrEnum):
    """What a member is in the household."""

    HEAD = "head"
    ADULT = "adult"
    CHILD = "child"
    STAFF = "staff"


class HouseholdMember(Synced, Base):
    """A client's place in a household, with the household's own word ("Husband")."""

    __tablename__ = "household_member"
    __sync__: ClassVar = SyncSpec(client=OF_CLIENT)

    household_id: Mapped[str] = id_of("household", index=True)
    client_id: Mapped[str] = id_of("client", index=True)
    role: Mapped[HouseholdRole] = one_of(HouseholdRole)


class AssignmentRole(StrEnum):
    """In what way a client is in someone's care."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    COVER = "cover"
    TAILOR = "tailor"


class Assignment(Synced, Base):
    """A client in the care of a person of the house, since a day."""

    __tablename__ = "assignment"
    __sync__: ClassVar = SyncSpec(client=OF_CLIENT)

    client_id: Mapped[str] = id_of("client", index=True)
    staff_id: Mapped[str] = id_of("staff", index=True)
    role: Mapped[AssignmentRole] = one_of(AssignmentRole)
    since: Mapped[date | None]
    until: Mapped[date | None]
