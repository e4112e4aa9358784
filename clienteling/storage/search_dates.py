"""The next key date of a client, as the list shows it."""

import calendar
from collections.abc import Iterable
from datetime import date
from typing import Any


def next_date(
    dates: Iterable[tuple[Any, ...]], as_of: str | None
) -> tuple[str | None, str | None, str | None]:
    """Return day (ISO), kind and label of the next of some key dates; all None without one.

    Args:
        dates: Rows of kind, label, month, day, year, calendar, leap_month, on_29_february.
        as_of: The day to look from, ISO.
    """
    if as_of is None:
        return None, None, None
    today = date.fromisoformat(as_of)
    coming = []
    for kind, label, month, day, _year, system, _leap, on_29_february in dates:
        if system == "gregorian":
            following = _next(month, day, on_29_february, today)
            coming.append((following.isoformat(), kind, label or ""))
    if not coming:
        return None, None, None
    day_iso, kind, label = min(coming)
    return day_iso, kind, label or None


def _next(month: int, day: int | None, on_29_february: str | None, today: date) -> date:
    this_year = _in(today.year, month, day, on_29_february, today)
    if this_year >= today:
        return this_year
    return _in(today.year + 1, month, day, on_29_february, today)


def _in(year: int, month: int, day: int | None, on_29_february: str | None, today: date) -> date:
    """Return the day in a year; a month whose day is unknown counts from its first day on."""
    if day is None:
        return today if (year, month) == (today.year, today.month) else date(year, month, 1)
    if month == 2 and day == 29 and not calendar.isleap(year):
        return date(year, 3, 1) if on_29_february == "march_1" else date(year, 2, 28)
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
