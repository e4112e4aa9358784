"""Turn what a row says of a client into the rows that hang on her, leaving out what is known."""

import json
from typing import Any

from clienteling.exchange.dates import PartialDate
from clienteling.exchange.hanging import Hanging, reach_group, words_of
from clienteling.exchange.headings import fold_heading
from clienteling.exchange.rows import ClientRow
from clienteling.exchange.stable_ids import stable_id
from clienteling.exchange.tags import note_of, sort_tags
from clienteling.exchange.target import Target
from clienteling.models.client import ContactKind
from clienteling.models.knowledge import (
    ConsentDecision,
    ConsentMethod,
    ConsentPurpose,
    KeyDateKind,
    Polarity,
    PreferenceTarget,
    Source,
    Visibility,
)

Tuples = dict[str, list[tuple[Any, ...]]]

COLUMNS_OF_FACTS: dict[str, tuple[str, ...]] = {
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
    "preference": (
        "id", "client_id", "polarity", "target", "words", "strength", "source", "noted_on",
        "staff_id",
    ),
    "note": ("id", "client_id", "noted_at", "body", "visibility", "pinned", "staff_id"),
    "consent_event": (
        "id", "client_id", "purpose", "channel", "decision", "method", "wording", "at", "staff_id",
        "store_id",
    ),
}  # fmt: skip
"""What is written of each table that hangs on a client."""

_STRENGTHS = {Polarity.ALLERGIC: 5}
_USUAL_STRENGTH = 3
_NO = frozenset({ConsentDecision.REFUSED, ConsentDecision.WITHDRAWN})


def collect(tuples: Tuples, target: Target, key: bytes, row: ClientRow, hanging: Hanging) -> None:
    """Add what a row says of a client to the tuples that will be loaded."""
    if row.card and (key, row.card) not in hanging.cards:
        tuples["card"].append((stable_id("card", key.hex(), row.card), key, row.card, 1))
    _reaches(tuples, key, row, hanging)
    _address(tuples, key, row, hanging)
    for kind, day in (
        (KeyDateKind.BIRTHDAY, row.birthday),
        (KeyDateKind.WEDDING, row.anniversary),
    ):
        if day is not None and (key, kind) not in hanging.days:
            tuples["key_date"].append(_key_date(key, kind, day))
    _preferences(tuples, target, key, row, hanging)
    _notes(tuples, target, key, row, hanging)
    _consents(tuples, target, key, row, hanging)


def _reaches(tuples: Tuples, key: bytes, row: ClientRow, hanging: Hanging) -> None:
    seen: set[str] = set()
    for reach in row.reaches:
        value = reach.norm or reach.raw
        if (key, reach_group(reach.kind), value) in hanging.reaches:
            continue
        first = reach.kind not in seen and (key, reach.kind) not in hanging.kinds
        seen.add(reach.kind)
        own = stable_id("contact", key.hex(), reach.kind, value)
        kind = ContactKind(reach.kind)
        tuples["contact_point"].append(
            (own, key, kind, reach.raw, reach.norm, reach.region, int(first), "unverified", "self")
        )


def _address(tuples: Tuples, key: bytes, row: ClientRow, hanging: Hanging) -> None:
    at = row.address
    if at.is_empty() or (key, words_of(at)) in hanging.addresses:
        return
    is_first = key not in hanging.housed
    lines = json.dumps(at.lines, ensure_ascii=False, separators=(",", ":"))
    own = stable_id("address", key.hex(), lines, at.city, at.region, at.postal_code, at.country)
    tuples["address"].append(
        (own, key, "home", lines, at.city, at.region, at.postal_code, at.country, int(is_first))
    )


def _key_date(key: bytes, kind: KeyDateKind, day: PartialDate) -> tuple[Any, ...]:
    own = stable_id("key date", key.hex(), kind)
    return (own, key, kind, day.month, day.day, day.year, "gregorian", 0, 0)


def _preferences(
    tuples: Tuples, target: Target, key: bytes, row: ClientRow, hanging: Hanging
) -> None:
    day = target.today.isoformat()
    for polarity, words in sort_tags(row.tags).preferences:
        if (key, fold_heading(words)) in hanging.likings:
            continue
        own = stable_id("preference", key.hex(), fold_heading(words))
        strength = _STRENGTHS.get(polarity, _USUAL_STRENGTH)
        tuples["preference"].append(
            (
                own, key, polarity, PreferenceTarget.FREE, words, strength, Source.IMPORTED, day,
                target.staff_id,
            )
        )  # fmt: skip


def _notes(tuples: Tuples, target: Target, key: bytes, row: ClientRow, hanging: Hanging) -> None:
    bodies = [body for body in row.notes if (key, body) not in hanging.notes]
    tags = tuple(tag for tag in sort_tags(row.tags).others if (key, tag) not in hanging.tags)
    if tags:
        bodies.append(note_of(tags))
    for body in bodies:
        own = stable_id("note", key.hex(), body)
        tuples["note"].append(
            (own, key, target.now_ms, body, Visibility.HOUSE, 0, target.staff_id)
        )


def _consents(
    tuples: Tuples, target: Target, key: bytes, row: ClientRow, hanging: Hanging
) -> None:
    for word in row.consents:
        last = hanging.consents.get((key, word.channel))
        # A refusal always counts; a consent in a file never undoes what she decided otherwise.
        if last in _NO or (last is not None and word.granted):
            continue
        decision = ConsentDecision.GRANTED if word.granted else ConsentDecision.REFUSED
        own = stable_id("consent", key.hex(), word.channel, decision)
        tuples["consent_event"].append(
            (
                own, key, ConsentPurpose.MARKETING, word.channel, decision, ConsentMethod.IMPORT,
                target.source, target.now_ms, target.staff_id, target.store_id,
            )
        )  # fmt: skip
