"""The list of clients, of any length: how many, in which order, and any page of them.

The first screen is one query that stops at its last row. A list's keys (8 bytes a client) are read
behind it, and from then on any page is a handful of look-ups, however far one jumps.
"""

import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.domain.ids import Id
from clienteling.queries.client_rows import COLUMNS, ClientRow, client_row
from clienteling.storage.metrics import recall
from clienteling.storage.rank_key import BUCKETS, KEY_BITS, KEY_MASK

PAGE = 128
NOT_SEEN_DAYS = 90
DATE_WITHIN_DAYS = 6
"""With today these make a week."""

CONSENT_LASTS_DAYS = 730
CONSENT_AHEAD_DAYS = 60
"""Consent older than two years is asked for again; the list shows it two months before."""


class ListFilter(StrEnum):
    """Which clients a list holds; ``ClientList.adviser_id`` narrows any of them to one's own."""

    EVERYONE = "everyone"
    KEY_DATE_THIS_WEEK = "key_date_this_week"
    NOT_SEEN_90_DAYS = "not_seen_90_days"
    CIRCLE_HIGHLIGHTED = "circle_highlighted"
    WISH_IN_STOCK = "wish_in_stock"
    CONSENT_TO_RENEW = "consent_to_renew"


class ListSort(StrEnum):
    """In which order a list stands."""

    LAST_SEEN = "last_seen"
    NAME = "name"
    TWELVE_MONTHS = "twelve_months"
    NEXT_DATE = "next_date"
    RANKED = "ranked"


@dataclass(frozen=True, slots=True)
class ClientList:
    """One list: which clients, whose, in which order, on which day.

    Args:
        today: The boutique's day, which weeks and absences count from.
        adviser_id: Whose clients alone; None is the whole boutique.
        discreet: Surprises, dates hidden from somebody, count neither for filter nor for order.
    """

    today: date
    adviser_id: Id | None = None
    filter: ListFilter = ListFilter.EVERYONE
    sort: ListSort = ListSort.LAST_SEEN
    discreet: bool = False


#: The parts an order is made of, each a condition and an order that an index has: clients without
#: a next date come last, and no index puts them there.
_ORDERS: dict[ListSort, tuple[tuple[str, str], ...]] = {
    ListSort.LAST_SEEN: (("", "h.last_seen_on DESC, h.client_id"),),
    ListSort.NAME: (("", "h.sort_name, h.client_id"),),
    ListSort.TWELVE_MONTHS: (("", "h.spend_12m_minor DESC, h.client_id"),),
    ListSort.NEXT_DATE: (
        ("h.next_on IS NOT NULL", "h.next_on, h.client_id"),
        ("h.next_on IS NULL", "h.client_id"),
    ),
    ListSort.RANKED: (("", "h.rk"),),
}

_FILTERS = {
    ListFilter.EVERYONE: "",
    ListFilter.KEY_DATE_THIS_WEEK: "h.next_on BETWEEN :today AND :week",
    ListFilter.NOT_SEEN_90_DAYS: "h.last_seen_on < :absent",
    ListFilter.CIRCLE_HIGHLIGHTED: "h.circle_id IN (SELECT id FROM circle WHERE highlighted = 1)",
    # A wish for a size is met by that size only; a wish without one by any.
    ListFilter.WISH_IN_STOCK: """h.client_id IN (
      SELECT w.client_id FROM wish w
      JOIN variant v ON v.product_id = w.product_id AND v.deleted_at IS NULL
      JOIN stock s ON s.variant_id = v.id AND s.deleted_at IS NULL AND s.on_hand > 0
      WHERE w.status IN ('open', 'offered') AND w.deleted_at IS NULL
        AND (w.size_label IS NULL OR v.size_label IS NULL OR v.size_label = w.size_label))""",
    # The last decision of a channel counts; one that was granted long ago is to be asked again.
    # Looked at client by client, so that the first page needs not all of them.
    ListFilter.CONSENT_TO_RENEW: """EXISTS (
      SELECT 1 FROM consent_event e WHERE e.client_id = h.client_id AND e.at < :consent
        AND e.purpose = 'marketing' AND e.decision = 'granted' AND e.deleted_at IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM consent_event n WHERE n.client_id = e.client_id AND n.at > e.at
            AND n.purpose = 'marketing' AND n.channel = e.channel AND n.deleted_at IS NULL))""",
}

_FROM = "FROM client_hit h"
#: The index holds an adviser's clients as ranked; the table would have to sort them.
_FROM_RANKED = "FROM client_fts f CROSS JOIN client_hit h ON h.rk = f.rowid"
_NAMED = "LEFT JOIN circle c ON c.id = h.circle_id LEFT JOIN staff s ON s.id = h.adviser_id"


def count(raw: dbapi2.Connection, listed: ClientList) -> int:
    """Return how many clients a list holds; the whole book's number is kept, not counted."""
    if listed.filter is ListFilter.EVERYONE and listed.adviser_id is None:
        return recall(raw, "clients") or 0
    where, values = _where(listed)
    row = raw.execute(f"SELECT count(*) FROM client_hit h {where}", values).fetchone()  # noqa: S608 - own conditions
    return int(row[0])


def first_page(
    raw: dbapi2.Connection, listed: ClientList, *, size: int = PAGE, language: str = "en"
) -> tuple[ClientRow, ...]:
    """Return the first rows of a list by one query, for the first paint."""
    rows: list[ClientRow] = []
    for source, where, order, values in _parts(listed):
        left = values | {"left": size - len(rows)}
        found = raw.execute(
            f"SELECT {COLUMNS} {source} {_NAMED} {where} ORDER BY {order} LIMIT :left",
            left,
        )
        rows += [client_row(row, language) for row in found]
    return tuple(rows)


def keys(raw: dbapi2.Connection, listed: ClientList) -> "array[int]":
    """Return the key of every row of a list, in its order.

    The database joins them into one value: row by row they would hold Python's lock for as long as
    they are read, and the window would stand still while it paints its first rows.
    """
    ordered = array("q")
    for source, where, order, values in _parts(listed):
        # SQLite keeps a subquery's order for an aggregate to which order matters.
        row = raw.execute(
            f"SELECT unhex(group_concat(printf('%016x', rk), '')) FROM "  # noqa: S608 - own conditions
            f"(SELECT h.rk AS rk {source} {where} ORDER BY {order})",
            values,
        ).fetchone()
        part = array("q", row[0] or b"")
        if sys.byteorder == "little":
            part.byteswap()
        ordered.extend(part)
    return ordered


def page(
    raw: dbapi2.Connection, wanted: Sequence[int], *, language: str = "en"
) -> tuple[ClientRow | None, ...]:
    """Return the rows of some keys, in their order; None stands where a client has gone.

    A key whose client has moved in the ranking since it was read still finds her.
    """
    found = _rows(raw, wanted, language)
    missing = [key for key in wanted if key not in found]
    if missing:
        moved = [place << KEY_BITS | key & KEY_MASK for key in missing for place in range(BUCKETS)]
        by_client = {row.key & KEY_MASK: row for row in _rows(raw, moved, language).values()}
        found |= {key: by_client[key & KEY_MASK] for key in missing if key & KEY_MASK in by_client}
    return tuple(found.get(key) for key in wanted)


def place_of(raw: dbapi2.Connection, ordered: "array[int]", client_id: Id) -> int | None:
    """Return where in a list a client stands, so that the selection survives a new order."""
    row = raw.execute(
        "SELECT rk FROM client_hit WHERE client_id = ?", (bytes.fromhex(client_id),)
    ).fetchone()
    if row is None:
        return None
    try:
        return ordered.index(row[0])
    except ValueError:  # She has moved in the ranking since the keys were read.
        own = row[0] & KEY_MASK
    return next((place for place, key in enumerate(ordered) if key & KEY_MASK == own), None)


def _parts(listed: ClientList) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield what a list is read by, part after part: tables, condition, order, values."""
    for condition, order in _ORDERS[listed.sort]:
        where, values = _where(listed, condition)
        order = _dated(order, listed)  # noqa: PLW2901 - the order of this list
        if listed.sort is ListSort.RANKED and listed.adviser_id is not None:
            values["care"] = _care(listed.adviser_id)
            yield _FROM_RANKED, f"{where} AND client_fts MATCH :care", "f.rowid", values
        else:
            yield _FROM, where, order, values


def _care(adviser_id: Id) -> str:
    # The index is not needed for the list one sees first.
    from clienteling.storage.search_query import quoted
    from clienteling.storage.search_rows import scope_term

    return quoted(scope_term("a", bytes.fromhex(adviser_id)))


def _where(listed: ClientList, part: str = "") -> tuple[str, dict[str, Any]]:
    conditions = [one for one in (_FILTERS[listed.filter], part) if one]
    today = listed.today
    midnight = (today - timedelta(days=CONSENT_LASTS_DAYS - CONSENT_AHEAD_DAYS)).toordinal()
    values: dict[str, Any] = {
        "today": today.isoformat(),
        "week": (today + timedelta(days=DATE_WITHIN_DAYS)).isoformat(),
        "absent": (today - timedelta(days=NOT_SEEN_DAYS)).isoformat(),
        "consent": (midnight - date(1970, 1, 1).toordinal()) * 86_400_000,
    }
    if listed.adviser_id is not None:
        conditions.append("h.adviser_id = :adviser")
        values["adviser"] = bytes.fromhex(listed.adviser_id)
    where = "WHERE " + " AND ".join(conditions) if conditions else ""
    return _dated(where, listed), values


def _dated(sql: str, listed: ClientList) -> str:
    """Let a condition or an order look at the dates that the list may tell of."""
    return sql.replace("h.next_on", "h.open_on") if listed.discreet else sql


def _rows(raw: dbapi2.Connection, wanted: Sequence[int], language: str) -> dict[int, ClientRow]:
    found: dict[int, ClientRow] = {}
    for start in range(0, len(wanted), PAGE):
        chunk = wanted[start : start + PAGE]
        marks = ", ".join("?" * len(chunk))
        rows = raw.execute(
            f"SELECT {COLUMNS} FROM client_hit h {_NAMED} WHERE h.rk IN ({marks})",  # noqa: S608 - marks
            tuple(chunk),
        )
        found.update((row[0], client_row(row, language)) for row in rows)
    return found
