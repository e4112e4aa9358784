"""Read from the book the clients that a file's rows may be, as far as comparing needs it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.domain.similarity import Birthday, Identity, Reason, identity, likeness
from clienteling.exchange.rows import ClientRow, ReachKind
from clienteling.storage.bulk import UNDONE

_AT_ONCE = 500
_LONGEST_MERGE = 10
"""How often one client may have been joined into the next before the chain is given up."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A client of the book.

    Args:
        is_nameless: Whether her name is only what a receipt called her: an id, an address.
        origin: The program and the id she has there; either may be None.
    """

    key: bytes
    client_no: str
    identity: Identity
    is_nameless: bool
    origin: tuple[str | None, str | None]


def people(connection: dbapi2.Connection, keys: Iterable[bytes]) -> dict[bytes, KnownPerson]:
    """Return the clients with these ids."""
    wanted = list(keys)
    reaches: dict[bytes, list[Sequence[str]]] = defaultdict(list)
    for key, *reach in asked(connection, _REACHES, wanted):
        reaches[key].append(reach)
    born = {key: Birthday(*day) for key, *day in asked(connection, _BIRTHDAYS, wanted)}
    return {
        row[0]: _person(row, reaches[row[0]], born.get(row[0]))
        for row in asked(connection, _CLIENTS, wanted)
    }


def living(connection: dbapi2.Connection, keys: Iterable[bytes]) -> dict[bytes, bytes | None]:
    """Return who each of these ids is now: herself, whom she was joined into, None if removed.

    Ids that the book never had are left out, and those that left it with the import that brought
    them: they may come again.
    """
    found: dict[bytes, bytes | None] = {}
    open_ones = {key: key for key in keys}
    for _ in range(_LONGEST_MERGE):
        now = {row[0]: row[1:] for row in asked(connection, _STATE, set(open_ones.values()))}
        onwards = {}
        for first, current in open_ones.items():
            into, removed = now.get(current, (None, True))
            if into is not None:
                onwards[first] = into
            elif current in now:
                found[first] = None if removed else current
        open_ones = onwards
    return found


def row_identity(row: ClientRow) -> Identity:
    """Return a row of a file as similarity compares it."""
    day = row.birthday
    given = row.given or (row.native if not row.family else None)
    return identity(
        given or "",
        row.family or (None if given else row.company or row.nickname) or "",
        phones=[one.norm for one in row.reaches if one.norm and one.norm.startswith("+")],
        emails=[one.norm for one in row.reaches if one.kind is ReachKind.EMAIL and one.norm],
        birthday=None if day is None else Birthday(day.year, day.month, day.day),
    )


def is_same(row: Identity, person: KnownPerson) -> bool | None:
    """Say whether a row that shares an address with a client is she; None where it is unsure.

    Only the very same names settle it: a name that is merely alike may be a daughter's, so it is
    left to a person, and so is a name with another birthday.
    """
    if person.is_nameless:
        return True
    alike = likeness(row, person.identity)
    if not alike.is_proposed:
        return False
    if Reason.NAME not in alike.reasons:
        return None
    both = row.birthday.month is not None and person.identity.birthday.month is not None
    agree = {Reason.BIRTHDAY, Reason.SIMILAR_BIRTHDAY} & set(alike.reasons)
    return None if both and not agree else True


def asked(
    connection: dbapi2.Connection, sql: str, values: Iterable[Any], *before: Any
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query that names values, some hundred of them at a time.

    Args:
        sql: A query with ``{}`` where the values' marks go.
        before: Parameters that stand before the values.
    """
    wanted: Sequence[Any] = list(values)
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        yield from connection.execute(sql.format(", ".join("?" * len(part))), (*before, *part))


def _person(
    row: tuple[Any, ...], reaches: list[Sequence[str]], born: Birthday | None
) -> KnownPerson:
    key, client_no, given, family, native, company, known_as, source, external = row
    given = given or (native if not family else None)
    called = {external, *(words for _, *both in reaches for words in both)}
    return KnownPerson(
        key,
        client_no,
        identity(
            given or "",
            family or (None if given else company or known_as) or "",
            phones=[norm for kind, norm, _ in reaches if kind != ReachKind.EMAIL],
            emails=[norm for kind, norm, _ in reaches if kind == ReachKind.EMAIL],
            birthday=born,
        ),
        not (given or company or known_as) and (family is None or family in called),
        (source, external),
    )


_CLIENTS = (
    "SELECT id, client_no, given_name, family_name, native_name, company_name, "
    "preferred_name, source, external_id FROM client WHERE id IN ({}) "
    "AND deleted_at IS NULL ORDER BY id"
)
_REACHES = (
    "SELECT client_id, kind, value_norm, value_raw FROM contact_point WHERE client_id IN ({}) "
    "AND value_norm IS NOT NULL AND deleted_at IS NULL "
    "AND kind IN ('email', 'mobile', 'phone', 'whatsapp') ORDER BY id"
)
_BIRTHDAYS = (
    "SELECT client_id, year, month, day FROM key_date WHERE client_id IN ({}) "
    "AND kind = 'birthday' AND calendar = 'gregorian' AND deleted_at IS NULL ORDER BY id DESC"
)
_STATE = (
    "SELECT id, merged_into_id, deleted_at IS NOT NULL FROM client WHERE id IN ({}) AND "  # noqa: S608 - our own query
    f"(deleted_at IS NULL OR batch_id IS NULL OR (batch_id, deleted_at) NOT IN ({UNDONE}))"
)
