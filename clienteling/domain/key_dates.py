"""When a day to remember comes round again, whatever of it is known.

Nothing here gives an age. ``years_on`` counts years for wedding days and days as a client; whether
it may be shown is the person's choice (``show_years``), and for birthdays it is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum

from clienteling.domain import lunar
from clienteling.domain.errors import UserError
from clienteling.domain.lunar_table import LAST_YEAR

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class CalendarKind(StrEnum):
    """The calendars a day can be kept in."""

    GREGORIAN = "gregorian"
    LUNAR_CN = "lunar_cn"


class LeapDay(StrEnum):
    """When somebody of 29 February keeps the day in a common year."""

    FEBRUARY_28 = "28_february"
    MARCH_1 = "1_march"


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A day to remember; year, or day, or both may be unknown.

    Args:
        month: Month of its calendar, 1 to 12.
        day: Day of the month, or None when only the month is known.
        year: Year of its calendar, or None when unknown.
        calendar: One of ``CalendarKind``, as text.
        leap_month: Whether the lunar month is the leap one of its year.
        on_29_february: One of ``LeapDay``, as text; None keeps 28 February.
    """

    month: int
    day: int | None = None
    year: int | None = None
    calendar: str = CalendarKind.GREGORIAN
    leap_month: bool = False
    on_29_february: str | None = None


def check(key_date: KeyDate) -> None:
    """Refuse a day that no calendar has.

    Raises:
        UserError: month, day or year cannot be; the sentence says which.
    """
    if not 1 <= key_date.month <= 12:
        raise UserError("A month is a number from 1 to 12.", field="month")
    is_lunar = key_date.calendar == CalendarKind.LUNAR_CN
    last = 30 if is_lunar else _LONGEST[key_date.month - 1]
    if is_lunar and key_date.year is not None:
        leap = key_date.leap_month
        last = lunar.days_in_month(key_date.year, key_date.month, is_leap_month=leap)
    elif key_date.month == 2 and key_date.year is not None and not _is_leap(key_date.year):
        last = 28
    if key_date.day is not None and not 1 <= key_date.day <= last:
        raise UserError("That month has {last} days.", last=last, field="day")


def next_occurrence(key_date: KeyDate, today: date) -> date | None:
    """Return the day on which it is kept next, today included; None where no calendar reaches.

    Where only the month is known, it may be any day of it: the first, or today once it has begun.

    >>> next_occurrence(KeyDate(2, 29), date(2026, 1, 1))
    datetime.date(2026, 2, 28)
    >>> next_occurrence(KeyDate(8, 15, calendar="lunar_cn"), date(2026, 1, 1))
    datetime.date(2026, 9, 25)
    """
    for start, end in _spans(key_date, today):
        if end >= today:
            return max(start, today)
    return None


def occurrences(key_date: KeyDate, first: date, last: date) -> tuple[date, ...]:
    """Return every day from first to last on which it is kept; a month alone counts by its first.

    >>> occurrences(KeyDate(3, 1), date(2026, 1, 1), date(2027, 12, 31))
    (datetime.date(2026, 3, 1), datetime.date(2027, 3, 1))
    """
    found = []
    for start, _ in _spans(key_date, first):
        if start > last:
            break
        if start >= first:
            found.append(start)
    return tuple(found)


def days_until(key_date: KeyDate, today: date) -> int | None:
    """Return how many days away it is: 0 today, 1 tomorrow."""
    when = next_occurrence(key_date, today)
    return None if when is None else (when - today).days


def years_on(key_date: KeyDate, day: date) -> int | None:
    """Count the years from the first time to the one kept on a day; None where that is unknown.

    >>> years_on(KeyDate(6, 12, 2014), date(2026, 6, 12))
    12
    """
    if key_date.year is None:
        return None
    year = day.year
    if key_date.calendar == CalendarKind.LUNAR_CN:
        year = lunar.to_lunar(day).year
    return year - key_date.year if year >= key_date.year else None


def is_soon(key_date: KeyDate, today: date, within: timedelta) -> bool:
    """Say whether it comes within a span from today."""
    days = days_until(key_date, today)
    return days is not None and days <= within.days


def _spans(key_date: KeyDate, today: date) -> Iterator[tuple[date, date]]:
    """Yield first and last day of every time it is kept, from the year before today's on."""
    is_lunar = key_date.calendar == CalendarKind.LUNAR_CN
    for year in range(max(today.year - 1, 1), MAXYEAR + 1):
        if not is_lunar:
            yield _gregorian_span(key_date, year)
            continue
        try:
            yield _lunar_span(key_date, year)
        except UserError:
            if year >= LAST_YEAR:
                return


def _gregorian_span(key_date: KeyDate, year: int) -> tuple[date, date]:
    if key_date.day is not None:
        day = _kept_on(key_date.month, key_date.day, year, key_date.on_29_february)
        return day, day
    last = _LONGEST[key_date.month - 1] - (key_date.month == 2 and not _is_leap(year))
    return date(year, key_date.month, 1), date(year, key_date.month, last)


def _kept_on(month: int, day: int, year: int, on_29_february: str | None) -> date:
    if (month, day) != (2, 29) or _is_leap(year):
        return date(year, month, day)
    return date(year, 3, 1) if on_29_february == LeapDay.MARCH_1 else date(year, 2, 28)


def _lunar_span(key_date: KeyDate, year: int) -> tuple[date, date]:
    leap = key_date.leap_month
    first = lunar.anniversary(year, key_date.month, key_date.day or 1, is_leap_month=leap)
    if key_date.day is not None:
        return first, first
    last = lunar.anniversary(year, key_date.month, 30, is_leap_month=leap)
    return first, last


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
