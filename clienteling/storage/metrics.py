"""The figures of each client, kept in ``client_metric`` by every save and made whole in bulk.

What the figures mean (one place, so that card, list and reports agree):

- Amounts are receipts' ``net_minor``, so returns are netted, in the currency that most of her
  receipts are in (then the one used last); receipts in other currencies are told by a flag.
- ``orders`` counts receipts that are not returns, in that currency. ``first_day`` and ``last_day``
  are the first and last such day in any currency.
- She was *seen* on the day of any receipt the house wrote, of a visit, an event or a video call,
  and on the day she was entered; ``visits`` counts the days of the first four.
- The twelve months roll: the last of them ends today. Their sum is ``spend_12m_minor``.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlcipher3 import dbapi2

MONTHS = 12
CHUNK = 400
"""How many clients one statement looks at."""

TABLES = """
CREATE TABLE derived_state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID, STRICT;
"""

_SUMS = ", ".join(
    f"coalesce(sum(net_minor) FILTER (WHERE sold_on > :b{n} AND sold_on <= :b{n + 1}), 0) AS m{n}"
    for n in range(MONTHS)
)
_MONTHS_OF = ", ".join(f"coalesce(r.m{n}, 0)" for n in range(MONTHS))
_YEAR_OF = " + ".join(f"coalesce(r.m{n}, 0)" for n in range(MONTHS))

_FIGURES = f"""
INSERT INTO client_metric (client_id, currency, other_currencies, first_day, last_day,
  last_seen_on, orders, visits, spend_minor, spend_12m_minor, months, as_of)
WITH receipt AS MATERIALIZED (
  SELECT client_id, currency, sold_on, net_minor, channel FROM purchase
  WHERE client_id {{among}} AND deleted_at IS NULL
), by_currency AS (
  SELECT client_id, currency, count(*) AS receipts, max(sold_on) AS latest,
    sum(net_minor >= 0) AS orders, sum(net_minor) AS spend,
    min(sold_on) FILTER (WHERE net_minor >= 0) AS first_day,
    max(sold_on) FILTER (WHERE net_minor >= 0) AS last_day, {_SUMS}
  FROM receipt GROUP BY client_id, currency
), ranked AS (
  SELECT *, row_number() OVER (
      PARTITION BY client_id ORDER BY receipts DESC, latest DESC, currency) AS place,
    count(*) OVER (PARTITION BY client_id) AS currencies,
    min(first_day) OVER (PARTITION BY client_id) AS first_bought,
    max(last_day) OVER (PARTITION BY client_id) AS last_bought
  FROM by_currency
), seen AS (
  SELECT client_id, count(*) AS visits, max(day) AS last_day FROM (
    SELECT client_id, sold_on AS day FROM receipt WHERE channel <> 'external_told'
    UNION
    SELECT i.client_id, boutique_day(i.occurred_at, s.time_zone)
    FROM interaction i LEFT JOIN store s ON s.id = i.store_id
    WHERE i.client_id {{among}} AND i.deleted_at IS NULL
      AND i.channel IN ('visit', 'home_visit', 'event', 'video')
  ) GROUP BY client_id
)
SELECT c.id, r.currency, coalesce(r.currencies > 1, 0), r.first_bought, r.last_bought,
  CASE WHEN s.last_day IS NULL OR c.first_seen_on > s.last_day THEN c.first_seen_on
    ELSE s.last_day END,
  coalesce(r.orders, 0), coalesce(s.visits, 0), coalesce(r.spend, 0), {_YEAR_OF},
  json_array({_MONTHS_OF}), :b{MONTHS}
FROM client c LEFT JOIN ranked r ON r.client_id = c.id AND r.place = 1
LEFT JOIN seen s ON s.client_id = c.id
WHERE c.id {{among}} AND c.deleted_at IS NULL
"""  # noqa: S608 - no value is written into the statement

#: The statements by which figures are made: they tell what figures are made of.
READS = (_FIGURES,)


def refresh(raw: dbapi2.Connection, client_ids: Sequence[bytes], today: date) -> None:
    """Make the figures of some clients again; those that were removed lose theirs."""
    bounds = _bounds(today)
    for start in range(0, len(client_ids), CHUNK):
        chunk = client_ids[start : start + CHUNK]
        names = {f"c{place}": client_id for place, client_id in enumerate(chunk)}
        among = f"IN ({', '.join(':' + name for name in names)})"
        raw.execute(f"DELETE FROM client_metric WHERE client_id {among}", names)  # noqa: S608 - names of parameters
        _figure(raw, among, bounds | names)


def rebuild(raw: dbapi2.Connection, today: date) -> None:
    """Make the figures of every client again, in one pass over the receipts."""
    raw.execute("DELETE FROM client_metric")
    _figure(raw, "IS NOT NULL", _bounds(today))
    remember(raw, "rolled_on", today.toordinal())


def due(raw: dbapi2.Connection, today: date) -> tuple[bytes, ...]:
    """Return the clients whose figures change because the twelve-month windows move on to today.

    Only receipts that crossed the edge of a month since the last roll are looked for, so a day
    costs a small part of a rebuild.
    """
    last = recall(raw, "rolled_on")
    if last == today.toordinal():
        return ()
    if last is None or last > today.toordinal():
        return tuple(row[0] for row in raw.execute("SELECT client_id FROM client_metric"))
    before, after = _edges(date.fromordinal(last)), _edges(today)
    crossed = " OR ".join(["sold_on > ? AND sold_on <= ?"] * len(after))
    values = [day for pair in zip(before, after, strict=True) for day in pair]
    moved = raw.execute(
        "SELECT DISTINCT client_id FROM purchase "  # noqa: S608 - no value is written into it
        f"WHERE client_id IS NOT NULL AND deleted_at IS NULL AND ({crossed})",
        values,
    )
    return tuple(row[0] for row in moved)


def recall(raw: dbapi2.Connection, name: str) -> int | None:
    """Return a number that what is derived keeps between saves; None before it was ever kept."""
    row = raw.execute("SELECT value FROM derived_state WHERE name = ?", (name,)).fetchone()
    return None if row is None else int(row[0])


def remember(raw: dbapi2.Connection, name: str, value: int) -> None:
    """Keep a number for ``recall``."""
    raw.execute(
        "INSERT INTO derived_state (name, value) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def _edges(today: date) -> list[str]:
    """Return the thirteen days that part the twelve months; a month does not hold its first."""
    return [_months_before(today, MONTHS - n).isoformat() for n in range(MONTHS + 1)]


def _bounds(today: date) -> dict[str, Any]:
    return {f"b{n}": edge for n, edge in enumerate(_edges(today))}


def _months_before(day: date, months: int) -> date:
    import calendar

    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _figure(raw: dbapi2.Connection, among: str, values: dict[str, Any]) -> None:
    """Compute the figures, with the one function SQLite lacks: the day it was in a boutique.

    The function is given to a connection when it is first missed: giving it again would make the
    connection prepare all its statements anew.
    """
    statement = _FIGURES.format(among=among)
    try:
        raw.execute(statement, values)
    except dbapi2.OperationalError as error:
        if "no such function" not in str(error):
            raise
        raw.create_function("boutique_day", 2, _boutique_day, deterministic=True)
        raw.execute(statement, values)


def _boutique_day(milliseconds: int, zone: str | None) -> str:
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return moment.astimezone(_zone(zone or "UTC")).date().isoformat()


@cache
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        # A zone that this machine does not know must not keep a visit from being saved.
        return ZoneInfo("UTC")
