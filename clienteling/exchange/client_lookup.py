"""Look clients of the book up by what a file calls them: id, number, card, address, name."""

import json
from collections.abc import Iterable

from clienteling.exchange.known_people import asked, living
from clienteling.exchange.target import Target, look_up


def by_words(target: Target, words: Iterable[str]) -> dict[str, bytes]:
    """Return the clients whom these words name, each by one client's id, e-mail or very name.

    Words that may mean two clients name nobody.
    """
    found: dict[str, bytes] = {}
    open_ones = dict.fromkeys(words)
    for look in (_ids, _contacts, _names):
        if open_ones:
            new = look(target, list(open_ones))
            found |= new
            open_ones = {one: None for one in open_ones if one not in new}
    now = living(target.connection, set(found.values()))
    return {one: key for one, first in found.items() if (key := now.get(first)) is not None}


def dialled(target: Target, phone: str | None) -> str | None:
    """Return a number in E.164, read in the boutique's country; None where it is none."""
    from clienteling.domain.phones import parse_phone

    return parse_phone(phone, target.country).e164 if phone else None


def _ids(target: Target, words: list[str]) -> dict[str, bytes]:
    own = look_up(target.connection, BY_OWN_ID, words, target.source)
    return look_up(target.connection, BY_NUMBER, words) | own


def _contacts(target: Target, words: list[str]) -> dict[str, bytes]:
    norms = {one: one.casefold() if "@" in one else dialled(target, one) for one in words}
    asked_for = {norm for norm in norms.values() if norm}
    single = _only(asked(target.connection, BY_CONTACT, asked_for))
    return {one: single[norm] for one, norm in norms.items() if norm in single}


def _names(target: Target, words: list[str]) -> dict[str, bytes]:
    """Find whole names, in either order, in one look through the clients."""
    rows = target.connection.execute(_BY_NAME, (json.dumps(words, ensure_ascii=False),))
    single = _only((name.casefold(), key) for *names, key in rows for name in names if name)
    return {one: single[one.casefold()] for one in words if one.casefold() in single}


def _only(pairs: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """Return the values that belong to one client only."""
    found: dict[str, set[bytes]] = {}
    for value, key in pairs:
        found.setdefault(value, set()).add(key)
    return {value: keys.pop() for value, keys in found.items() if len(keys) == 1}


BY_OWN_ID = (
    "SELECT external_id, id FROM client WHERE source = ? AND external_id IN ({}) "
    "ORDER BY deleted_at IS NOT NULL, id"
)
BY_ANY_ID = (
    "SELECT external_id, id FROM client WHERE source IN (SELECT DISTINCT source FROM client) "
    "AND external_id IN ({}) AND deleted_at IS NULL ORDER BY id"
)
BY_NUMBER = (
    "SELECT client_no, id FROM client WHERE client_no IN ({}) ORDER BY deleted_at IS NOT NULL"
)
BY_CARD = (
    "SELECT number, client_id FROM card WHERE number IN ({}) AND deleted_at IS NULL ORDER BY id"
)
BY_CONTACT = (
    "SELECT value_norm, client_id FROM contact_point WHERE value_norm IN ({}) "
    "AND deleted_at IS NULL ORDER BY id"
)
_BY_NAME = (
    "WITH who AS (SELECT given_name || ' ' || family_name AS straight, "
    "family_name || ' ' || given_name AS turned, family_name || given_name AS close, "
    "native_name AS native, id FROM client WHERE deleted_at IS NULL), "
    "wanted AS MATERIALIZED (SELECT value FROM json_each(?)) "
    "SELECT straight, turned, close, native, id FROM who "
    "WHERE straight COLLATE NOCASE IN wanted OR turned COLLATE NOCASE IN wanted "
    "OR close COLLATE NOCASE IN wanted OR native COLLATE NOCASE IN wanted ORDER BY id"
)
