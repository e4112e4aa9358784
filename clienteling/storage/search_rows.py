"""What the search index keeps of a client: one narrow row, her terms, her place in the ranking.

The row holds what the list and the palette show, so that neither joins more than the small tables
of circles and staff; everything in it is made from the book again whenever she is touched.
"""

import hashlib
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.domain.fold import fold, search_terms
from clienteling.domain.names import (
    NO_MONOGRAM,
    NameOrder,
    PersonName,
    display_name,
    is_east_asian,
    monogram,
    sort_key,
)
from clienteling.storage.search_dates import next_dates

SEPARATOR = "\x1f"

_ORDERS = {order.value: order for order in NameOrder}

COLUMNS = (
    "client_id", "terms_hash", "display", "native", "names", "sort_name", "monogram", "circle_id",
    "adviser_id", "store_id", "city", "phone", "digits", "portrait", "last_seen_on", "next_on",
    "next_kind", "next_label", "open_on", "open_kind", "open_label", "spend_12m_minor", "currency",
)  # fmt: skip

_CLIENTS = """
SELECT c.id, c.given_name, c.family_name, c.middle_name, c.native_name, c.phonetic_name,
  c.name_order, c.preferred_name, c.company_name, c.client_no, c.home_store_id, c.circle_id,
  ci.rank, at.sha256, m.currency, m.spend_minor, m.spend_12m_minor, m.last_seen_on, m.as_of,
  (SELECT a.staff_id FROM assignment a WHERE a.client_id = c.id AND a.role = 'primary'
     AND a.until IS NULL AND a.deleted_at IS NULL ORDER BY a.id DESC LIMIT 1),
  (SELECT d.locality FROM address d WHERE d.client_id = c.id AND d.locality IS NOT NULL
     AND d.deleted_at IS NULL ORDER BY d.is_primary DESC, d.id LIMIT 1)
FROM client c
LEFT JOIN circle ci ON ci.id = c.circle_id
LEFT JOIN attachment at ON at.id = c.portrait_id
LEFT JOIN client_metric m ON m.client_id = c.id
WHERE c.id IN ({marks}) AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
"""
_CONTACTS = """
SELECT client_id, kind, coalesce(value_norm, value_raw) FROM contact_point
WHERE client_id IN ({marks}) AND deleted_at IS NULL AND status <> 'wrong_person'
ORDER BY client_id, is_primary DESC, id
"""
_SIZES = """
SELECT client_id, category, label FROM size_profile
WHERE client_id IN ({marks}) AND deleted_at IS NULL ORDER BY client_id, id
"""
_DATES = """
SELECT client_id, kind, label, month, day, year, calendar, leap_month, on_29_february,
  hide_from_client_id IS NOT NULL
FROM key_date WHERE client_id IN ({marks}) AND deleted_at IS NULL ORDER BY client_id, id
"""
#: The statements by which a client is read: they tell what the index is made of.
READS = (_CLIENTS, _CONTACTS, _SIZES, _DATES)

_TELEPHONES = frozenset({"mobile", "phone", "whatsapp"})


@dataclass(slots=True)
class Known:
    """Everything the book says of one client that the index looks at."""

    row: tuple[Any, ...]
    contacts: list[tuple[str, str]] = field(default_factory=list)
    sizes: list[tuple[str, str]] = field(default_factory=list)
    dates: list[tuple[Any, ...]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entry:
    """A client as the index keeps her.

    Args:
        client_id: Whom it is about.
        bucket: Her place in the ranking, 0 the best.
        terms: Every term she is found under.
        digits: Her telephone numbers' digits, parted by spaces, and her adviser's mark.
        words: The words of her names that a typo may be corrected to come from these.
        values: Her row, in the order of ``COLUMNS``.
    """

    client_id: bytes
    bucket: int
    terms: frozenset[str]
    digits: str
    words: tuple[str, ...]
    values: tuple[Any, ...]


def entries(raw: dbapi2.Connection, client_ids: Sequence[bytes]) -> dict[bytes, Entry]:
    """Return what the index keeps of some clients; those not in the book have no entry."""
    marks = ", ".join("?" * len(client_ids))
    known = {row[0]: Known(row) for row in raw.execute(_CLIENTS.format(marks=marks), client_ids)}
    for client_id, kind, value in raw.execute(_CONTACTS.format(marks=marks), client_ids):
        if client_id in known and value:
            known[client_id].contacts.append((kind, value))
    for client_id, category, label in raw.execute(_SIZES.format(marks=marks), client_ids):
        if client_id in known:
            known[client_id].sizes.append((category, label))
    for client_id, *day in raw.execute(_DATES.format(marks=marks), client_ids):
        if client_id in known:
            known[client_id].dates.append(tuple(day))
    return {client_id: _entry(one) for client_id, one in known.items()}


def rank_bucket(
    circle_rank: int | None, spend_minor: int | None, last_seen_on: str | None, as_of: str | None
) -> int:
    """Return a client's place among 64: by circle, then spend of her life, then how lately seen.

    Spend counts by its order of magnitude, so that currencies need not be converted for it.

    >>> rank_bucket(1, 4_826_000, "2026-03-03", "2026-03-12"), rank_bucket(None, 0, None, None)
    (8, 63)
    """
    circle = 24 if circle_rank is None else min(max(circle_rank, 1) - 1, 5) * 4
    magnitude = math.log10(max(spend_minor or 0, 1))
    spend = 24 - min(24, int(magnitude * 2.5))
    return circle + spend + _lateness(last_seen_on, as_of)


SEEN_STEPS = ((30, 0), (90, 3), (180, 6), (365, 9), (730, 12))
"""Days since a client was seen, and what they cost her in the ranking."""


def _lateness(last_seen_on: str | None, as_of: str | None) -> int:
    if last_seen_on is None or as_of is None:
        return 15
    days = (date.fromisoformat(as_of) - date.fromisoformat(last_seen_on)).days
    return next((cost for limit, cost in SEEN_STEPS if days <= limit), 15)


def scope_term(kind: str, row_id: bytes) -> str:
    """Return the term that stands for being in an adviser's care (``a``) or of a boutique (``s``).

    The last bytes of an id are random; the first ones are alike for ids made in one season.
    """
    return f"_{kind}{row_id[-6:].hex()}"


def care_mark(adviser_id: bytes) -> str:
    """Return the three letters that stand for an adviser among the digits of telephones.

    The telephones' table knows runs of three characters only; two advisers may share a mark.
    """
    number = int.from_bytes(adviser_id[-4:])
    return "".join(chr(ord("a") + number // 26**place % 26) for place in range(3))


def marked(digits: str, adviser_id: bytes | None) -> str:
    """Return the digits of telephones with the mark of the adviser, as their table has them."""
    return f"{digits} {care_mark(adviser_id)}" if digits and adviser_id else digits


@lru_cache(maxsize=1024)
def size_terms(category: str, label: str) -> tuple[str, ...]:
    """Return the terms of a size: its number alone, and with its category (``_ring52``).

    Sizes without a number (S, M, L) would make every name that begins so a match.
    """
    numbers = re.findall(r"\d+", fold(re.sub("[½¼¾⅓⅔.,/][^ ]*", " ", label)))
    word = re.sub(r"[\W_]", "", fold(category))
    return tuple(term for number in numbers for term in (number, f"_{word}{number}"))


def _order(written: str) -> NameOrder:
    # What a foreign tool wrote must not keep a client from being found.
    return _ORDERS.get(written, NameOrder.GIVEN_FIRST)


def _entry(known: Known) -> Entry:
    (
        client_id, given, family, middle, native, phonetic, order, preferred, company, client_no,
        store_id, circle_id, circle_rank, portrait, currency, spend, spend_12m, seen, as_of,
        adviser_id, city,
    ) = known.row  # fmt: skip
    name = PersonName(given or "", family or "", middle or "", _order(order), preferred or "")
    display = display_name(name) or native or preferred or company or client_no
    others = tuple(
        text for text in (native, phonetic, preferred, company) if text and text != display
    )
    terms = _terms(known, (display, *others), adviser_id, store_id)
    phones = [value for kind, value in known.contacts if kind in _TELEPHONES]
    digits = " ".join(filter(None, ("".join(filter(str.isdigit, fold(p))) for p in phones)))
    coming, in_the_open = next_dates(known.dates, as_of)
    values = (
        client_id, _hash(terms, digits), display, native if native != display else None,
        SEPARATOR.join(others), _sort_name(name, phonetic, display), _monogram(name, display),
        circle_id, adviser_id, store_id, city, phones[0] if phones else None, digits, portrait,
        seen, *coming, *in_the_open, spend_12m or 0, currency,
    )  # fmt: skip
    bucket = rank_bucket(circle_rank, spend, seen, as_of)
    words = (display, *others)
    return Entry(client_id, bucket, terms, marked(digits, adviser_id), words, values)


def _terms(
    known: Known, names: tuple[str, ...], adviser_id: bytes | None, store_id: bytes | None
) -> frozenset[str]:
    addresses = [value for kind, value in known.contacts if kind not in _TELEPHONES]
    terms = set(search_terms(*names, emails=addresses))
    for category, label in known.sizes:
        terms.update(size_terms(category, label))
    if adviser_id is not None:
        terms.add(scope_term("a", adviser_id))
    if store_id is not None:
        terms.add(scope_term("s", store_id))
    return frozenset(terms)


def _sort_name(name: PersonName, phonetic: str | None, display: str) -> str:
    """Return what the list is sorted by; a reading helps only where the name itself is unread."""
    reading = phonetic if phonetic and is_east_asian(display) else ""
    return sort_key(name, reading) or fold(display)


def _monogram(name: PersonName, display: str) -> str:
    mark = monogram(name)
    return mark if mark != NO_MONOGRAM else monogram(PersonName(display))


def _hash(terms: Iterable[str], digits: str) -> int:
    """Return what tells whether the terms changed, so that most saves leave the index alone."""
    text = SEPARATOR.join([digits, *sorted(terms)])
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), signed=True)
