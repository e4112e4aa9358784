"""Every client as one flat row, for files that go out; amounts stay out unless asked for.

The file comes back as it went (exchange/shapes.py knows its headings), so a client's every e-mail
and number is in its cell, the first one first.
"""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.names import PersonName, display_name
from clienteling.models import client as c
from clienteling.models.knowledge import KeyDate, KeyDateKind
from clienteling.models.till import ClientMetric

HEADER = (
    "Client number", "Name", "First name", "Middle name", "Last name", "Native name",
    "Phonetic name", "Known as", "Salutation", "Company", "Language", "Client since", "Birthday",
    "Email", "Mobile", "Phone", "WhatsApp", "WeChat", "Instagram", "Street", "Street 2", "City",
    "Region", "Postal code", "Country",
)  # fmt: skip
WITH_AMOUNTS = (*HEADER, "Currency", "Spend 12 months", "Spend in all")

_CHUNK = 2_000
_REACHES = {
    c.ContactKind.EMAIL: "Email",
    c.ContactKind.MOBILE: "Mobile",
    c.ContactKind.PHONE: "Phone",
    c.ContactKind.WHATSAPP: "WhatsApp",
    c.ContactKind.WECHAT: "WeChat",
    c.ContactKind.INSTAGRAM: "Instagram",
}
_MANY = frozenset({"Email", "Mobile", "Phone", "WhatsApp"})
_NOWHERE = ("",) * 6


def export_rows(session: Session, *, amounts: bool = False) -> Iterator[tuple[str, ...]]:
    """Yield a row of ``HEADER`` (or ``WITH_AMOUNTS``) for each client, by client number."""
    last = ""
    while True:
        t = c.Client
        heads = session.scalars(
            select(t)
            .where(t.client_no > last, t.deleted_at.is_(None))
            .order_by(t.client_no, t.id)
            .limit(_CHUNK)
        ).all()
        if not heads:
            return
        ids = [head.id for head in heads]
        reaches, homes, days = _reaches(session, ids), _homes(session, ids), _days(session, ids)
        sums = _sums(session, ids) if amounts else {}
        for head in heads:
            row = (
                *_names(head),
                days.get(head.id, ""),
                *reaches.get(head.id, _NOWHERE),
                *homes.get(head.id, _NOWHERE),
            )
            yield (*row, *sums.get(head.id, ("", "", ""))) if amounts else row
        last = heads[-1].client_no
        session.expunge_all()


def _names(head: c.Client) -> tuple[str, ...]:
    name = PersonName(
        head.given_name or "", head.family_name or "", head.middle_name or "",
        order=head.name_order,
    )  # fmt: skip
    since = head.first_seen_on.isoformat() if head.first_seen_on else ""
    parts = (
        head.given_name, head.middle_name, head.family_name, head.native_name,
        head.phonetic_name, head.preferred_name, head.form_of_address, head.company_name,
        head.language,
    )  # fmt: skip
    return (head.client_no, display_name(name), *(part or "" for part in parts), since)


def _reaches(session: Session, ids: list[str]) -> dict[str, tuple[str, ...]]:
    t = c.ContactPoint
    rows = session.execute(
        select(t.client_id, t.kind, t.value_norm, t.value_raw)
        .where(t.client_id.in_(ids), t.deleted_at.is_(None), t.kind.in_(_REACHES))
        .order_by(t.is_primary.desc(), t.id)
    )
    found: dict[str, dict[str, list[str]]] = {}
    for client_id, kind, norm, raw in rows:
        values = found.setdefault(client_id, {}).setdefault(_REACHES[kind], [])
        # What she calls herself elsewhere is kept as typed: its standard form lost its capitals.
        values.append((norm or raw) if _REACHES[kind] in _MANY else raw)
    return {
        client_id: tuple(_cell(name, by_kind.get(name, [])) for name in _REACHES.values())
        for client_id, by_kind in found.items()
    }


def _cell(name: str, values: list[str]) -> str:
    return "; ".join(values) if name in _MANY else next(iter(values), "")


def _homes(session: Session, ids: list[str]) -> dict[str, tuple[str, ...]]:
    t = c.Address
    rows = session.execute(
        select(t.client_id, t.lines, t.locality, t.region, t.postal_code, t.country)
        .where(t.client_id.in_(ids), t.deleted_at.is_(None))
        .order_by(t.is_primary, t.id.desc())
    )
    homes = {}
    for client_id, lines, *rest in rows:
        first, *more = lines or [""]
        homes[client_id] = (first, ", ".join(more), *(str(one or "") for one in rest))
    return homes


def _days(session: Session, ids: list[str]) -> dict[str, str]:
    """Return birthdays as files write them; a lunar one has no place in a column of dates."""
    t = KeyDate
    rows = session.execute(
        select(t.client_id, t.year, t.month, t.day)
        .where(t.client_id.in_(ids), t.deleted_at.is_(None), t.kind == KeyDateKind.BIRTHDAY)
        .where(t.calendar == "gregorian")
        .order_by(t.id.desc())
    )
    return {client_id: _day(year, month, day) for client_id, year, month, day in rows}


def _day(year: int | None, month: int, day: int | None) -> str:
    if day is None:
        return f"--{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"


def _sums(session: Session, ids: list[str]) -> dict[str, tuple[str, str, str]]:
    t = ClientMetric
    rows = session.execute(
        select(t.client_id, t.currency, t.spend_12m_minor, t.spend_minor)
        .where(t.client_id.in_(ids))
        .order_by(t.client_id)
    )
    return {
        client_id: (currency or "", _plain(year, currency), _plain(life, currency))
        for client_id, currency, year, life in rows
    }


def _plain(minor: int, currency: str | None) -> str:
    from clienteling.domain.money import Money

    return Money(minor, currency).decimal_text() if currency else ""
