"""Use-cases of the house itself: founding it, its boutiques, its people and its circles."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clienteling.domain.currencies import is_currency
from clienteling.domain.errors import UserError
from clienteling.domain.fold import fold
from clienteling.domain.ids import Id
from clienteling.domain.roles import StaffRole
from clienteling.models.house import Circle, House, Staff, Store
from clienteling.services import rows

__all__ = [
    "NewHouse",
    "StaffRole",
    "add_circle",
    "add_person",
    "add_store",
    "edit_circle",
    "edit_person",
    "edit_store",
    "found_house",
    "rename_house",
]

#: code, word, the word in other languages, highlighted; a house gives its own words later.
_FIRST_CIRCLES = (
    ("inner", "Inner circle", {"zh-Hans": "核心贵宾"}, True),
    ("friends", "Friends of the house", {"zh-Hans": "品牌挚友"}, False),
    ("guests", "Guests", {"zh-Hans": "宾客"}, False),
)


@dataclass(frozen=True, slots=True)
class NewHouse:
    """What must be known before the first client can be written down.

    Args:
        house: Name of the house.
        boutique: Name of the boutique this till stands in.
        city: Of the boutique.
        country: ISO 3166-1 code.
        time_zone: IANA name.
        currency: ISO 4217 code.
        given_name: Of who founds it.
        family_name: Of who founds it.
        locale: BCP 47 tag of the boutique's language.
    """

    house: str
    boutique: str
    city: str
    country: str
    time_zone: str
    currency: str
    given_name: str
    family_name: str
    locale: str = "en"


def found_house(session: Session, *, new: NewHouse) -> Id:
    """Make the house with one boutique, three circles and its first person; return that person.

    Raises:
        UserError: the book has a house already, or a field does not fit.
    """
    if session.scalar(select(func.count()).select_from(House)):
        raise UserError("This book has a house already.")
    _required(new.house, "house")
    rows.put(session, House, name=new.house, currency=_currency(new.currency))
    store_id = add_store(
        session,
        values={
            "name": new.boutique,
            "city": new.city,
            "country": new.country,
            "time_zone": new.time_zone,
            "currency": new.currency,
            "locale": new.locale,
        },
    )
    for rank, (code, word, words, marked) in enumerate(_FIRST_CIRCLES, 1):
        rows.put(session, Circle, code=code, name=word, names=words, rank=rank, highlighted=marked)
    return add_person(
        session,
        values={
            "store_id": store_id,
            "given_name": new.given_name,
            "family_name": new.family_name,
            "role": StaffRole.MANAGER,
        },
    )


def rename_house(session: Session, *, name: str) -> None:
    """Give the house another name.

    Raises:
        UserError: no name is given, or the book has no house yet.
    """
    _required(name, "house_name")
    house = session.scalars(select(House).order_by(House.id)).first()
    if house is None:
        raise UserError("This book has no house yet.")
    rows.change(session, House, house.id, {"name": name})


def add_store(session: Session, *, values: Mapping[str, Any]) -> Id:
    """Add a boutique under a code of its own; return its id.

    Args:
        values: name, city, country, time_zone, currency; perhaps locale, phone, address.

    Raises:
        UserError: a field is missing or does not fit.
    """
    full = {"locale": "en", "phone": None, "address": None, **values}
    _check_store(full)
    code = _free_code(session, str(full["city"]))
    store = rows.put(session, Store, code=code, **full)
    session.flush()
    return store.id


def edit_store(session: Session, *, store_id: Id, values: Mapping[str, Any]) -> None:
    """Set fields of a boutique; its code stays, it is in the numbers of its clients.

    Raises:
        UserError: a field does not fit.
    """
    _check_store(values)
    rows.change(session, Store, store_id, values)


def add_person(session: Session, *, values: Mapping[str, Any]) -> Id:
    """Add a person of the house; return the id.

    Args:
        values: store_id, given_name, family_name, role; perhaps email, phone, languages.

    Raises:
        UserError: a field is missing or does not fit.
    """
    full = {"email": None, "phone": None, "languages": None, **values}
    _check_person(session, full)
    person = rows.put(session, Staff, active=True, **full)
    session.flush()
    return person.id


def edit_person(session: Session, *, staff_id: Id, values: Mapping[str, Any]) -> None:
    """Set fields of a person; ``active`` is False for who has left the house.

    Raises:
        UserError: a field does not fit, or nobody would be left.
    """
    _check_person(session, values)
    if values.get("active") is False and not _others(session, staff_id):
        raise UserError("Somebody has to be here. Please add another person first.")
    rows.change(session, Staff, staff_id, values)


def add_circle(session: Session, *, name: str, highlighted: bool = False) -> Id:
    """Add a circle below the others; return its id.

    Raises:
        UserError: no word is given.
    """
    _required(name, "name")
    lowest = session.scalar(select(func.max(Circle.rank)).where(Circle.deleted_at.is_(None))) or 0
    circle = rows.put(
        session,
        Circle,
        code=f"circle-{lowest + 1}",
        name=name,
        rank=lowest + 1,
        highlighted=highlighted,
    )
    session.flush()
    return circle.id


def edit_circle(session: Session, *, circle_id: Id, name: str, highlighted: bool) -> None:
    """Give a circle another word; words in other languages that stood for the old one go.

    Raises:
        UserError: no word is given.
    """
    _required(name, "name")
    values: dict[str, Any] = {"name": name, "highlighted": highlighted}
    if rows.get(session, Circle, circle_id).name != name:
        values["names"] = None
    rows.change(session, Circle, circle_id, values)


def _check_store(values: Mapping[str, Any]) -> None:
    for name in ("name", "city", "country"):
        if name in values:
            _required(values[name], name)
    if "currency" in values:
        _currency(values["currency"])
    zone = values.get("time_zone")
    if zone is not None and zone not in available_timezones():
        raise UserError("Please choose a time zone of the list.", field="time_zone")
    if zone is not None:
        ZoneInfo(zone)


def _check_person(session: Session, values: Mapping[str, Any]) -> None:
    for name in ("given_name", "family_name"):
        if name in values:
            _required(values[name], name)
    if "store_id" in values:
        rows.get(session, Store, values["store_id"])


def _others(session: Session, staff_id: Id) -> bool:
    here = select(Staff.id).where(
        Staff.id != staff_id, Staff.active.is_(True), Staff.deleted_at.is_(None)
    )
    return session.execute(here).first() is not None


def _required(value: object, field: str) -> None:
    if not str(value or "").strip():
        raise UserError("Please fill this in.", field=field)


def _currency(code: str) -> str:
    if not is_currency(code):
        raise UserError("Please choose a currency of the list.", field="currency")
    return code


def _free_code(session: Session, city: str) -> str:
    """Return a code that no boutique has: three letters of the city and a number."""
    from anyascii import anyascii

    letters = "".join(sign for sign in anyascii(fold(city)).upper() if sign.isalpha())
    base = letters[:3].ljust(3, "A")
    taken = set(session.scalars(select(Store.code)))
    number = 1
    while f"{base}{number}" in taken:
        number += 1
    return f"{base}{number}"
