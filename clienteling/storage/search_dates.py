"""The next key date of a client, as the list shows it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from clienteling.domain.errors import UserError
from clienteling.domain.key_dates import KeyDate, check, next_occurrence


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
    for kind, label, month, day, year, calendar, leap_month, on_29_february in dates:
        one = KeyDate(month, day, year, calendar, bool(leap_month), on_29_february)
        following = _next(one, today)
        if following is not None:
            coming.append((following.isoformat(), kind, label or ""))
    if not coming:
        return None, None, None
    on, kind, label = min(coming)
    return on, kind, label or None


def _next(key_date: KeyDate, today: date) -> date | None:
    try:
        check(key_date)
        return next_occurrence(key_date, today)
    except UserError:
        # A day no calendar has came in from elsewhere; it must not keep the client from a save.
        return None
