"""Bring checked clients into the book, each row and what hangs on it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from clienteling.domain.names import NameOrder
from clienteling.exchange.dates import PartialDate
from clienteling.exchange.rows import ClientRow
from clienteling.exchange.stable_ids import stable_id
from clienteling.exchange.target import Target, existing
from clienteling.models.client import ClientKind, ContactKind, RelationshipStatus
from clienteling.models.knowledge import (
    ConsentDecision,
    ConsentMethod,
    ConsentPurpose,
    KeyDateKind,
    Visibility,
)
from clienteling.storage.bulk import BulkLoad

Tuples = dict[str, list[tuple[Any, ...]]]

COLUMNS: dict[str, tuple[str, ...]] = {
    "client": (
        "id", "kind", "client_no", "given_name", "family_name", "middle_name", "native_name",
        "phonetic_name", "name_order", "preferred_name", "form_of_address", "company_name",
        "gender", "language", "home_store_id", "relationship_status", "first_seen_on",
        "do_not_contact", "source", "external_id",
    ),
    "card": ("id", "client_id", "number", "active"),
    "contact_point": (
        "id", "client_id", "kind", "value_raw", "value_norm", "region", "is_primary", "status",
        "owner",
    ),
    "address": (
        "id", "client_id", "label", "lines", "locality", "region", "postal_code", "country",
        "is_primary",
    ),
    "key_date": (
        "id", "client_id", "kind", "month", "day", "year", "calendar", "leap_month", "show_years",
    ),
    "note": ("id", "client_id", "noted_at", "body", "visibility", "pinned", "staff_id"),
    "consent_event": (
        "id", "client_id", "purpose", "channel", "decision", "method", "wording", "at", "staff_id",
        "store_id",
    ),
}  # fmt: skip
"""What is written of each table, parents first."""


def load_clients(bulk: BulkLoad, target: Target, rows: Sequence[ClientRow]) -> dict[str, int]:
    """Load clients inside a chunk; return how many rows of each table went in.

    A client who is in the book already keeps what people have written since; what the file knows
    more of her is added.
    """
    with_ids = [(client_id(target.source, row), row) for row in rows]
    known = existing(target.connection, "client", [one for one, _ in with_ids])
    tuples: Tuples = defaultdict(list)
    for key, row in with_ids:
        _collect(tuples, target, key, row, is_new=key not in known)
        if key not in known:
            known.add(key)
    counts = {
        table: bulk.insert(table, columns, tuples[table])
        for table, columns in COLUMNS.items()
        if tuples[table]
    }
    bulk.touch(key for key, _ in with_ids)
    return counts


def client_id(source: str, row: ClientRow) -> bytes:
    """Return the id a client of this source has, by her own id there or else by who she is."""
    if row.external_id is not None:
        return reference_id(source, row.external_id)
    reach = next((one.norm or one.raw for one in row.reaches), None)
    names = (row.given, row.family, row.native, row.company, row.nickname)
    return stable_id("client", source, *(name and name.casefold() for name in names), reach)


def reference_id(source: str, external_id: str) -> bytes:
    """Return the id of the client that another program calls so."""
    return stable_id("client", source, external_id)


def client_tuple(target: Target, key: bytes, row: ClientRow) -> tuple[Any, ...]:
    """Return a client as the book stores her; she takes the boutique's next number."""
    named = row.given or row.family or row.native
    kind = ClientKind.ORGANISATION if row.company and not named else ClientKind.PERSON
    order = NameOrder.FAMILY_FIRST if row.family_first else NameOrder.GIVEN_FIRST
    since = row.client_since.isoformat() if row.client_since else None
    return (
        key, kind, target.next_number(), row.given, row.family, row.middle, row.native,
        row.phonetic, order, row.nickname, row.salutation, row.company, row.gender, row.language,
        target.store_id, RelationshipStatus.CLIENT, since, 0, target.source, row.external_id,
    )  # fmt: skip


def _collect(tuples: Tuples, target: Target, key: bytes, row: ClientRow, *, is_new: bool) -> None:
    if is_new:
        tuples["client"].append(client_tuple(target, key, row))
    if row.card:
        tuples["card"].append((stable_id("card", key.hex(), row.card), key, row.card, 1))
    _collect_reaches(tuples, key, row, is_new=is_new)
    _collect_address(tuples, key, row, is_new=is_new)
    for kind, day in (
        (KeyDateKind.BIRTHDAY, row.birthday),
        (KeyDateKind.WEDDING, row.anniversary),
    ):
        if day is not None:
            tuples["key_date"].append(_key_date(key, kind, day))
    _collect_words(tuples, target, key, row)


def _collect_reaches(tuples: Tuples, key: bytes, row: ClientRow, *, is_new: bool) -> None:
    seen: set[str] = set()
    for reach in row.reaches:
        first = is_new and reach.kind not in seen
        seen.add(reach.kind)
        own = stable_id("contact", key.hex(), reach.kind, reach.norm or reach.raw)
        kind = ContactKind(reach.kind)
        tuples["contact_point"].append(
            (own, key, kind, reach.raw, reach.norm, reach.region, int(first), "unverified", "self")
        )


def _collect_address(tuples: Tuples, key: bytes, row: ClientRow, *, is_new: bool) -> None:
    import json

    at = row.address
    if at.is_empty():
        return
    lines = json.dumps(at.lines, ensure_ascii=False, separators=(",", ":"))
    own = stable_id("address", key.hex(), lines, at.city, at.region, at.postal_code, at.country)
    tuples["address"].append(
        (own, key, "home", lines, at.city, at.region, at.postal_code, at.country, int(is_new))
    )


def _key_date(key: bytes, kind: KeyDateKind, day: PartialDate) -> tuple[Any, ...]:
    own = stable_id("key date", key.hex(), kind)
    return (own, key, kind, day.month, day.day, day.year, "gregorian", 0, 0)


def _collect_words(tuples: Tuples, target: Target, key: bytes, row: ClientRow) -> None:
    notes = list(row.notes)
    if row.tags:
        # The book has no tags of its own; as words in a note they are kept and found.
        notes.append(" ".join(f"#{tag}" for tag in row.tags))
    for body in notes:
        own = stable_id("note", key.hex(), body)
        tuples["note"].append(
            (own, key, target.now_ms, body, Visibility.HOUSE, 0, target.staff_id)
        )
    for word in row.consents:
        decision = ConsentDecision.GRANTED if word.granted else ConsentDecision.REFUSED
        own = stable_id("consent", key.hex(), word.channel, decision)
        tuples["consent_event"].append(
            (
                own, key, ConsentPurpose.MARKETING, word.channel, decision, ConsentMethod.IMPORT,
                target.source, target.now_ms, target.staff_id, target.store_id,
            )
        )  # fmt: skip
