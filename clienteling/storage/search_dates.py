"""The next key date of a client, as the list shows it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from clienteling.domain.errors import UserError
from clienteling.domain.key_dates import KeyDate, check, next_occurrence

#: Day (ISO), kind and label of a date; all None without one.
Next = tuple[str | None, str | None, str | None]
_NONE: Next = (None, None, None)


def next_dates(dates: Iterable[tuple[Any, ...]], as_of: str | None) -> tuple[Next, Next]:
    """Return the next of some key dates, and the next that is no surprise for anybody.

    Args:
        dates: Rows of kind, label, month, day, year, calendar, leap_month, on_29_february and
            whether the day is hidden from somebody.
        as_of: The day to look from, ISO.
    """
    if as_of is None:
        return _NONE, _NONE
    today = date.fromisoformat(as_of)
    coming = []
    for kind, label, month, day, year, calendar, leap_month, on_29_february, hidden in dates:
        one = KeyDate(month, day, year, calendar, bool(leap_month), on_29_february)
        following = _next(one, today)
        if following is not None:
            coming.append((following.isoformat(), kind, label or "", bool(hidden)))
    return _first(coming), _first([one for one in coming if not one[3]])


def _first(coming: list[tuple[str, str, str, bool]]) -> Next:
    if not coming:
        return _NONE
    on, kind, label, _hidden = min(coming)
    return on, kind, label or None


def _next(key_date: KeyDate, today: date) -> date | None:
    try:
        check(key_date)
        return next_occurrence(key_date, today)
    except UserError:
        # A day no calendar has came in from elsewhere; it must not keep the client from a save.
        return None
