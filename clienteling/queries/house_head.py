"""Who is at this till, in which boutique, and the house's circles, from the driver alone.

The first screen needs these before anything else; asking the driver keeps it from waiting for
SQLAlchemy. ``queries.house`` returns the same rows.
"""

from dataclasses import dataclass

from sqlcipher3 import dbapi2

from clienteling.domain.ids import Id
from clienteling.domain.names import PersonName, monogram
from clienteling.domain.roles import StaffRole
from clienteling.queries.in_language import in_language

_STAFF = """SELECT id, store_id, given_name, family_name, role, email, phone FROM staff
  WHERE deleted_at IS NULL AND active = 1 ORDER BY given_name, family_name, id"""
_STORE = """SELECT id, code, name, city, country, time_zone, currency, phone FROM store
  WHERE id = ? AND deleted_at IS NULL"""
_CIRCLES = """SELECT name, names FROM circle
  WHERE highlighted = 1 AND deleted_at IS NULL ORDER BY rank, id"""


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A person of the house."""

    id: Id
    store_id: Id
    given_name: str
    family_name: str
    initials: str
    role: StaffRole
    email: str | None
    phone: str | None

    @property
    def name(self) -> str:
        """Return the whole name."""
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True, slots=True)
class StoreRow:
    """A boutique."""

    id: Id
    code: str
    name: str
    city: str
    country: str
    time_zone: str
    currency: str
    phone: str | None


def at_till(raw: dbapi2.Connection, chosen: Id | None) -> tuple[StaffRow, StoreRow] | None:
    """Return who is at this till and in which boutique; None in a book without people.

    Args:
        raw: A connection to the book.
        chosen: Who is set to be at this till; the first by name when nobody is.
    """
    people = [_person(*row) for row in raw.execute(_STAFF)]
    if not people:
        return None
    person = next((one for one in people if one.id == chosen), people[0])
    row = raw.execute(_STORE, (bytes.fromhex(person.store_id),)).fetchone()
    return None if row is None else (person, StoreRow(row[0].hex(), *row[1:]))


def highlighted_circles(raw: dbapi2.Connection, *, language: str = "en") -> tuple[str, ...]:
    """Return the words for the circles that are marked, the highest first."""
    rows = raw.execute(_CIRCLES)
    return tuple(in_language(name, names, language) or name for name, names in rows)


def _person(
    row_id: bytes,
    store_id: bytes,
    given: str,
    family: str,
    role: str,
    email: str | None,
    phone: str | None,
) -> StaffRow:
    initials = monogram(PersonName(given, family))
    return StaffRow(
        row_id.hex(), store_id.hex(), given, family, initials, StaffRole(role), email, phone
    )
