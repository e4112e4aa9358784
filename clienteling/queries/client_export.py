"""Every client as one flat row, for files that go out; amounts stay out unless asked for."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.models import client as c
from clienteling.models.till import ClientMetric

HEADER = (
    "Client number", "First name", "Last name", "Native name", "Salutation", "Company",
    "Language", "Email", "Mobile", "Phone", "WeChat", "Street", "City", "Postal code", "Country",
)  # fmt: skip
WITH_AMOUNTS = (*HEADER, "Currency", "Spend 12 months", "Spend in all")

_CHUNK = 2_000
_REACHES = {
    c.ContactKind.EMAIL: "Email",
    c.ContactKind.MOBILE: "Mobile",
    c.ContactKind.PHONE: "Phone",
    c.ContactKind.WECHAT: "WeChat",
}


def export_rows(session: Session, *, amounts: bool = False) -> Iterator[tuple[str, ...]]:
    """Yield a row of ``HEADER`` (or ``WITH_AMOUNTS``) for each client, by client number."""
    last = ""
    while True:
        t = c.Client
        heads = session.execute(
            select(
                t.id, t.client_no, t.given_name, t.family_name, t.native_name, t.form_of_address,
                t.company_name, t.language,
            )
            .where(t.client_no > last, t.deleted_at.is_(None))
            .order_by(t.client_no, t.id)
            .limit(_CHUNK)
        ).all()  # fmt: skip
        if not heads:
            return
        ids = [head[0] for head in heads]
        reaches, homes = _reaches(session, ids), _homes(session, ids)
        sums = _sums(session, ids) if amounts else {}
        for head in heads:
            reach = reaches.get(head[0], {})
            row = (
                *(str(one or "") for one in head[1:]),
                *(reach.get(name, "") for name in _REACHES.values()),
                *homes.get(head[0], ("", "", "", "")),
            )
            yield (*row, *sums.get(head[0], ("", "", ""))) if amounts else row
        last = heads[-1][1]


def _reaches(session: Session, ids: list[str]) -> dict[str, dict[str, str]]:
    t = c.ContactPoint
    rows = session.execute(
        select(t.client_id, t.kind, t.value_norm, t.value_raw)
        .where(t.client_id.in_(ids), t.deleted_at.is_(None), t.kind.in_(_REACHES))
        .order_by(t.is_primary, t.id)
    )
    found: dict[str, dict[str, str]] = {}
    for client_id, kind, norm, raw in rows:
        found.setdefault(client_id, {})[_REACHES[kind]] = norm or raw
    return found


def _homes(session: Session, ids: list[str]) -> dict[str, tuple[str, ...]]:
    t = c.Address
    rows = session.execute(
        select(t.client_id, t.lines, t.locality, t.postal_code, t.country)
        .where(t.client_id.in_(ids), t.deleted_at.is_(None))
        .order_by(t.is_primary, t.id)
    )
    return {
        row[0]: (", ".join(row[1] or ()), *(str(one or "") for one in row[2:])) for row in rows
    }


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
