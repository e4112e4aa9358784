"""Fill in what the book did not know yet of clients whom a file tells of.

What a person has written is never written over. Each change is captured under the batch, so that
taking the import back gives the fields what they held before.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.domain.names import NameOrder
from clienteling.exchange.known_people import asked
from clienteling.exchange.rows import ClientRow
from clienteling.exchange.target import Target

_FIELDS = {
    "native_name": "native",
    "phonetic_name": "phonetic",
    "preferred_name": "nickname",
    "form_of_address": "salutation",
    "company_name": "company",
    "gender": "gender",
    "language": "language",
    "first_seen_on": "client_since",
}
"""Which column of a client is filled from which part of a row."""

_NAMES = ("given_name", "family_name", "middle_name")


def fill(
    target: Target, rows: Mapping[bytes, ClientRow], joined: Iterable[bytes], batch: bytes
) -> None:
    """Fill in what is blank of clients in the book.

    Args:
        rows: What the file says of each, by her id.
        joined: Those who take the id that the row has in its program.
        batch: Under which the changes can be taken back.
    """
    takes_id = frozenset(joined)
    names = (*_FIELDS, *_NAMES, "external_id")
    sql = f"SELECT id, {', '.join(names)} FROM client WHERE id IN ({{}}) ORDER BY id"  # noqa: S608 - names of mapped columns
    changes: list[tuple[bytes, dict[str, Any]]] = []
    nameless = frozenset(_nameless(target.connection, rows))
    for key, *values in list(asked(target.connection, sql, rows)):
        held = dict(zip(names, values, strict=True))
        found = _blanks(held, rows[key], is_nameless=key in nameless)
        if key in takes_id and rows[key].external_id and held["external_id"] is None:
            found |= {"source": target.source, "external_id": rows[key].external_id}
        if found:
            changes.append((key, found))
    if changes:
        with captured(target, batch):
            for key, found in changes:
                _write(target, key, found)


@contextmanager
def captured(target: Target, batch: bytes) -> Iterator[None]:
    """Have changes inside the block written to the log like any change, under the batch."""
    connection = target.connection
    connection.execute(
        "INSERT OR IGNORE INTO sync_tx (tx, why, user_id, at_ms) VALUES (?, ?, ?, ?)",
        (batch, target.why, target.staff_id, target.now_ms),
    )
    connection.execute(
        "UPDATE sync_self SET applying = 0, tx = ?, user_id = ?, now_ms = ?",
        (batch, target.staff_id, target.now_ms),
    )
    yield
    connection.execute(
        "UPDATE sync_self SET applying = 2, tx = NULL, user_id = NULL, now_ms = NULL"
    )


def _blanks(held: dict[str, Any], row: ClientRow, *, is_nameless: bool) -> dict[str, Any]:
    """Return what a row knows of the columns that are blank."""
    said = {column: getattr(row, part) for column, part in _FIELDS.items()}
    found = {name: value for name, value in said.items() if value and held[name] is None}
    if "first_seen_on" in found:
        found["first_seen_on"] = found["first_seen_on"].isoformat()
    if is_nameless and (row.given or row.family):
        order = NameOrder.FAMILY_FIRST if row.family_first else NameOrder.GIVEN_FIRST
        found |= {"given_name": row.given, "family_name": row.family, "name_order": order}
    same_name = (held["given_name"], held["family_name"]) == (row.given, row.family)
    if row.middle and held["middle_name"] is None and (is_nameless or same_name):
        found["middle_name"] = row.middle
    return found


def _nameless(connection: dbapi2.Connection, keys: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the clients whose only name is what a receipt called them by."""
    from clienteling.exchange.known_people import people

    return (key for key, person in people(connection, keys).items() if person.is_nameless)


def _write(target: Target, key: bytes, found: dict[str, Any]) -> None:
    sets = ", ".join(f"{name} = ?" for name in (*found, "updated_at", "updated_by"))
    target.connection.execute(
        f"UPDATE client SET {sets} WHERE id = ?",  # noqa: S608 - names of mapped columns
        (*found.values(), target.now_ms, target.staff_id, key),
    )
