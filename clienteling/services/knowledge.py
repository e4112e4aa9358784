"""Use-cases on what the house knows of a client: preferences, sizes, key dates, flags, consent."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.models import knowledge as m
from clienteling.services import rows

_DAYS_OF = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LUNAR_DAYS = 30


def add_preference(
    session: Session,
    *,
    client_id: Id,
    polarity: m.Polarity,
    words: str,
    today: date,
    staff_id: Id | None,
    target: m.PreferenceTarget = m.PreferenceTarget.FREE,
    detail: str | None = None,
    strength: int = 3,
    source: m.Source = m.Source.TOLD,
) -> Id:
    """Note one thing she likes, avoids or is allergic to; return its id.

    Args:
        strength: 1 (a little) to 5 (very much).

    Raises:
        UserError: no words, or a strength out of range.
    """
    if not 1 <= strength <= 5:
        raise UserError("Strength goes from 1 to 5.", field="strength")
    row = rows.put(
        session,
        m.Preference,
        client_id=client_id,
        polarity=polarity,
        target=target,
        words=words,
        detail=detail,
        strength=strength,
        source=source,
        noted_on=today,
        staff_id=staff_id,
    )
    session.flush()
    return row.id


def edit_preference(session: Session, *, preference_id: Id, values: Mapping[str, Any]) -> None:
    """Set fields of a preference."""
    rows.change(session, m.Preference, preference_id, values)


def remove_preference(session: Session, *, preference_id: Id) -> None:
    """Take a preference away."""
    rows.take_away(session, m.Preference, preference_id)


def set_size(
    session: Session,
    *,
    client_id: Id,
    category: str,
    system: str,
    label: str,
    today: date,
    staff_id: Id | None,
    brand: str | None = None,
    fit: str | None = None,
    source: m.Source = m.Source.TOLD,
) -> Id:
    """Keep a size as she said it, in place of what was known for that category and brand."""
    values: dict[str, Any] = {
        "system": system,
        "label": label,
        "fit": fit,
        "source": source,
        "confirmed_on": today,
        "staff_id": staff_id,
    }
    present = session.scalars(
        select(m.SizeProfile)
        .where(
            m.SizeProfile.client_id == client_id,
            m.SizeProfile.category == category,
            m.SizeProfile.brand.is_(brand) if brand is None else m.SizeProfile.brand == brand,
            m.SizeProfile.deleted_at.is_(None),
        )
        .order_by(m.SizeProfile.id)
    ).first()
    if present is not None:
        return rows.change(session, m.SizeProfile, present.id, values).id
    row = rows.put(
        session, m.SizeProfile, client_id=client_id, category=category, brand=brand, **values
    )
    session.flush()
    return row.id


def edit_size(session: Session, *, size_id: Id, values: Mapping[str, Any]) -> None:
    """Set fields of a size that is there, what it is for included."""
    rows.change(session, m.SizeProfile, size_id, values)


def remove_size(session: Session, *, size_id: Id) -> None:
    """Take a size away."""
    rows.take_away(session, m.SizeProfile, size_id)


def put_key_date(
    session: Session, *, client_id: Id, key_date_id: Id | None, values: Mapping[str, Any]
) -> Id:
    """Add a day to remember, or set the fields of one that is there; return its id.

    Raises:
        UserError: a month or day that does not exist.
    """
    full: dict[str, Any] = {
        "kind": m.KeyDateKind.CUSTOM,
        "calendar": "gregorian",
        "leap_month": False,
        "show_years": False,
        "day": None,
        **values,
    }
    _check_day(full)
    if key_date_id is not None:
        return rows.change(session, m.KeyDate, key_date_id, values).id
    row = rows.put(session, m.KeyDate, client_id=client_id, **full)
    session.flush()
    return row.id


def remove_key_date(session: Session, *, key_date_id: Id) -> None:
    """Take a key date away."""
    rows.take_away(session, m.KeyDate, key_date_id)


def raise_flag(
    session: Session, *, client_id: Id, kind: m.FlagKind, reason: str | None, today: date
) -> Id:
    """Mark a card for everyone to see; return the flag's id."""
    row = rows.put(
        session, m.ClientFlag, client_id=client_id, kind=kind, reason=reason, since=today
    )
    session.flush()
    return row.id


def lower_flag(session: Session, *, flag_id: Id, today: date) -> None:
    """End a flag on a day."""
    rows.change(session, m.ClientFlag, flag_id, {"until": today})


def record_consent(
    session: Session,
    *,
    client_id: Id,
    purpose: m.ConsentPurpose,
    channel: m.ConsentChannel,
    decision: m.ConsentDecision,
    method: m.ConsentMethod,
    staff_id: Id | None,
    store_id: Id | None,
    wording: str | None = None,
) -> Id:
    """Keep one decision about one purpose and channel; nothing before it is changed."""
    row = rows.put(
        session,
        m.ConsentEvent,
        client_id=client_id,
        purpose=purpose,
        channel=channel,
        decision=decision,
        method=method,
        wording=wording,
        at=session.info["moment"],
        staff_id=staff_id,
        store_id=store_id,
    )
    session.flush()
    return row.id


def _check_day(values: Mapping[str, Any]) -> None:
    month, day = values.get("month"), values["day"]
    if not isinstance(month, int) or not 1 <= month <= 12:
        raise UserError("Please choose a month.", field="month")
    last = _LUNAR_DAYS if values["calendar"] == "lunar_cn" else _DAYS_OF[month - 1]
    if day is not None and not 1 <= day <= last:
        raise UserError("That month has {last} days at most.", last=last, field="day")
