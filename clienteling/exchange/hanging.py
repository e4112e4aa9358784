"""Know what hangs on clients already, so that a file adds only what is new of them.

What a person took away counts as known: a wrong number that was removed does not come back with
the next file. What went with an import that was taken back does.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from sqlcipher3 import dbapi2

from clienteling.exchange.headings import fold_heading
from clienteling.exchange.known_people import asked
from clienteling.exchange.rows import AddressRow, ReachKind
from clienteling.exchange.tags import tags_in
from clienteling.storage.bulk import UNDONE

_TEL = frozenset({ReachKind.MOBILE, ReachKind.PHONE, ReachKind.WHATSAPP})


@dataclass(slots=True)
class Hanging:
    """What is known of some clients; each set holds the client's id and what is compared."""

    reaches: set[tuple[bytes, str, str]] = field(default_factory=set)
    kinds: set[tuple[bytes, str]] = field(default_factory=set)
    addresses: set[tuple[bytes, str]] = field(default_factory=set)
    housed: set[bytes] = field(default_factory=set)
    days: set[tuple[bytes, str]] = field(default_factory=set)
    cards: set[tuple[bytes, str]] = field(default_factory=set)
    notes: set[tuple[bytes, str]] = field(default_factory=set)
    tags: set[tuple[bytes, str]] = field(default_factory=set)
    likings: set[tuple[bytes, str]] = field(default_factory=set)
    consents: dict[tuple[bytes, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, connection: dbapi2.Connection, keys: Iterable[bytes]) -> Self:
        """Read what hangs on these clients."""
        found, wanted = cls(), list(keys)
        for key, kind, norm, raw in asked(connection, _REACHES, wanted):
            found.reaches.add((key, reach_group(kind), norm or raw))
            found.kinds.add((key, kind))
        for key, lines, city, code in asked(connection, _ADDRESSES, wanted):
            found.addresses.add((key, address_words(json.loads(lines or "[]"), city, code)))
            found.housed.add(key)
        found.days.update(asked(connection, _DAYS, wanted))
        found.cards.update(asked(connection, _CARDS, wanted))
        for key, body in asked(connection, _NOTES, wanted):
            found.notes.add((key, body))
            found.tags.update((key, tag) for tag in tags_in(body))
        for key, words in asked(connection, _LIKINGS, wanted):
            found.likings.add((key, fold_heading(words)))
        for key, channel, decision in asked(connection, _CONSENTS, wanted):
            found.consents[key, channel] = decision
        return found


def reach_group(kind: str) -> str:
    """Return under what name ways to reach someone are compared: a number is a number."""
    return "tel" if kind in _TEL else kind


def address_words(lines: Iterable[str], city: str | None, code: str | None) -> str:
    """Return an address as it is compared: its words, however they are parted into lines."""
    return fold_heading(" ".join((*lines, city or "", code or "")))


def words_of(address: AddressRow) -> str:
    """Return a row's address as it is compared."""
    return address_words(address.lines, address.city, address.postal_code)


def _of_them(what: str) -> str:
    return (
        f"SELECT {what} WHERE client_id IN ({{}}) AND (deleted_at IS NULL OR batch_id IS NULL "
        f"OR (batch_id, deleted_at) NOT IN ({UNDONE}))"
    )


_REACHES = _of_them("client_id, kind, value_norm, value_raw FROM contact_point")
_ADDRESSES = _of_them("client_id, lines, locality, postal_code FROM address")
_DAYS = _of_them("client_id, kind FROM key_date")
_CARDS = _of_them("client_id, number FROM card")
_NOTES = _of_them("client_id, body FROM note")
_LIKINGS = _of_them("client_id, words FROM preference")
_CONSENTS = (
    _of_them("client_id, channel, decision FROM consent_event")
    + " AND purpose = 'marketing' ORDER BY at, id"
)
