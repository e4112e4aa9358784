"""What is known of a client, part by part: preferences, consent, contacts, sizes, figures."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.models import client as c
from clienteling.models import knowledge as k
from clienteling.models.house import Staff
from clienteling.models.till import ClientMetric
from clienteling.queries.prepared import Statement, bound, run

SIZE_ORDER = (
    "dress",
    "jacket",
    "trouser",
    "shoe",
    "ring",
    "glove",
    "outerwear",
    "shirt",
    "knit",
    "skirt",
    "jeans",
    "collar",
    "belt",
    "hat",
    "bracelet",
    "bra",
    "underwear",
)

CHANNELS = (
    k.ConsentChannel.PHONE,
    k.ConsentChannel.SMS,
    k.ConsentChannel.WHATSAPP,
    k.ConsentChannel.WECHAT,
    k.ConsentChannel.LINE,
    k.ConsentChannel.EMAIL,
    k.ConsentChannel.POST,
)

_SIGNED = (k.ConsentMethod.PAPER_SIGNED, k.ConsentMethod.PAD_SIGNED)


@dataclass(frozen=True, slots=True)
class PreferenceFact:
    """One thing she likes, avoids or is allergic to."""

    id: Id
    polarity: k.Polarity
    target: k.PreferenceTarget
    words: str
    detail: str | None
    strength: int
    source: k.Source
    noted_on: date


@dataclass(frozen=True, slots=True)
class Preferences:
    """Her preferences by what they ask for."""

    allergies: tuple[PreferenceFact, ...]
    loves: tuple[PreferenceFact, ...]
    avoids: tuple[PreferenceFact, ...]


@dataclass(frozen=True, slots=True)
class Permission:
    """The present decision about marketing on one channel."""

    channel: k.ConsentChannel
    allowed: bool
    at: datetime
    signed: bool


@dataclass(frozen=True, slots=True)
class ConsentFacts:
    """What she decided about being written to; empty where nobody asked."""

    permissions: tuple[Permission, ...]
    decided_at: datetime | None

    @property
    def nothing_asked(self) -> bool:
        """Say whether no decision is in the book."""
        return not self.permissions

    @property
    def signed(self) -> bool:
        """Say whether the latest decision bears a signature; a word said or a file does not."""
        return any(one.signed for one in self.permissions if one.at == self.decided_at)


@dataclass(frozen=True, slots=True)
class ContactFact:
    """A way to reach her; ``owner`` is who answers there."""

    id: Id
    kind: c.ContactKind
    value: str
    standard: str | None
    label: str | None
    is_primary: bool
    status: c.ContactStatus
    owner: c.ContactOwner


@dataclass(frozen=True, slots=True)
class AddressFact:
    """A postal address."""

    id: Id
    label: c.AddressLabel
    lines: tuple[str, ...]
    locality: str | None
    region: str | None
    postal_code: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class SizeFact:
    """A size as she said it."""

    id: Id
    category: str
    system: str
    label: str
    brand: str | None
    fit: str | None
    source: k.Source
    confirmed_on: date | None
    taken_by: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Her figures; amounts are net of returns, with tax."""

    spend_12m: Money
    spend: Money
    since: date | None
    visits: int
    orders: int
    usual_basket: Money | None
    months: tuple[int, ...]
    last_seen_on: date | None
    other_currencies: bool


def preferences(session: Session, client_id: Id) -> Preferences:
    """Return her preferences, strongest first."""
    rows = run(session, _preferences(), client_id=client_id)
    found = [PreferenceFact(*row) for row in rows]
    return Preferences(
        tuple(one for one in found if one.polarity is k.Polarity.ALLERGIC),
        tuple(one for one in found if one.polarity is k.Polarity.LIKES),
        tuple(one for one in found if one.polarity in (k.Polarity.AVOID, k.Polarity.DISLIKES)),
    )


def consent(session: Session, client_id: Id) -> ConsentFacts:
    """Return the present decision per channel about marketing: the last event of each."""
    rows = run(session, _consent(), client_id=client_id)
    last = {
        row[0]: Permission(row[0], row[1] is k.ConsentDecision.GRANTED, row[2], row[3] in _SIGNED)
        for row in rows
    }
    ordered = [last[one] for one in (*CHANNELS, k.ConsentChannel.ANY) if one in last]
    return ConsentFacts(tuple(ordered), max((one.at for one in ordered), default=None))


def contacts(session: Session, client_id: Id) -> tuple[ContactFact, ...]:
    """Return the ways to reach her, the primary ones first."""
    return tuple(ContactFact(*row) for row in run(session, _contacts(), client_id=client_id))


def addresses(session: Session, client_id: Id) -> tuple[AddressFact, ...]:
    """Return her addresses, the primary one first."""
    rows = run(session, _addresses(), client_id=client_id)
    return tuple(AddressFact(r[0], r[1], tuple(r[2] or ()), *r[3:]) for r in rows)


def sizes(session: Session, client_id: Id) -> tuple[SizeFact, ...]:
    """Return her sizes in the order of the card: clothes, shoes, then small things."""
    found = [SizeFact(*row) for row in run(session, _sizes(), client_id=client_id)]
    order = {name: place for place, name in enumerate(SIZE_ORDER)}
    return tuple(sorted(found, key=lambda one: (order.get(one.category, len(order)), one.id)))


def figures(session: Session, client_id: Id) -> Figures | None:
    """Return her figures, or None where nothing was ever bought or visited."""
    found = run(session, _figures(), client_id=client_id)
    row = found[0] if found else None
    if row is None or row.currency is None:
        return None
    basket = Money(row.spend_minor // row.orders, row.currency) if row.orders > 0 else None
    return Figures(
        Money(row.spend_12m_minor, row.currency),
        Money(row.spend_minor, row.currency),
        row.first_day,
        row.visits,
        row.orders,
        basket,
        tuple(row.months or ()),
        row.last_seen_on,
        row.other_currencies,
    )


@cache
def _preferences() -> Statement:
    t = k.Preference
    return (
        select(t.id, t.polarity, t.target, t.words, t.detail, t.strength, t.source, t.noted_on)
        .where(t.client_id == bound("client_id"), t.deleted_at.is_(None))
        .order_by(t.strength.desc(), t.noted_on.desc(), t.id)
    )


@cache
def _consent() -> Statement:
    t = k.ConsentEvent
    return (
        select(t.channel, t.decision, t.at, t.method)
        .where(
            t.client_id == bound("client_id"),
            t.purpose == k.ConsentPurpose.MARKETING,
            t.deleted_at.is_(None),
        )
        .order_by(t.at, t.id)
    )


@cache
def _contacts() -> Statement:
    t = c.ContactPoint
    return (
        select(t.id, t.kind, t.value_raw, t.value_norm, t.label, t.is_primary, t.status, t.owner)
        .where(
            t.client_id == bound("client_id"),
            t.deleted_at.is_(None),
            t.status != c.ContactStatus.RETIRED,
        )
        .order_by(t.is_primary.desc(), t.id)
    )


@cache
def _addresses() -> Statement:
    t = c.Address
    return (
        select(t.id, t.label, t.lines, t.locality, t.region, t.postal_code, t.country)
        .where(t.client_id == bound("client_id"), t.deleted_at.is_(None))
        .order_by(t.is_primary.desc(), t.id)
    )


@cache
def _sizes() -> Statement:
    t = k.SizeProfile
    return (
        select(
            t.id,
            t.category,
            t.system,
            t.label,
            t.brand,
            t.fit,
            t.source,
            t.confirmed_on,
            Staff.given_name,
        )
        .outerjoin(Staff, Staff.id == t.staff_id)
        .where(t.client_id == bound("client_id"), t.deleted_at.is_(None))
        .order_by(t.id)
    )


@cache
def _figures() -> Statement:
    return select(*ClientMetric.__table__.c).where(ClientMetric.client_id == bound("client_id"))
