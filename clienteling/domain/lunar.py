"""The Chinese lunar calendar, 1900 to 2100, and what a lunar anniversary means in another year.

The months come from the table beside this module. Korean and Vietnamese calendars differ on some
days; what is kept here is the Chinese one.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from clienteling.domain.errors import UserError
from clienteling.domain.lunar_table import FIRST_YEAR, LAST_YEAR, YEARS

_MONTHS = "正二三四五六七八九十冬腊"
_TENS = ("初", "十", "廿", "三")
_UNITS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True, order=True)
class LunarDate:
    """A day of the Chinese calendar; a doubled month's second run is the leap one."""

    year: int
    month: int
    is_leap_month: bool
    day: int


def leap_month(year: int) -> int | None:
    """Return the month that a lunar year doubles, or None.

    >>> leap_month(2025), leap_month(2026), leap_month(2033)
    (6, None, 11)
    """
    return (_code(year) >> 13) & 0xF or None


def days_in_month(year: int, month: int, *, is_leap_month: bool = False) -> int:
    """Return 29 or 30.

    Raises:
        UserError: the year does not double that month, or lies outside the table.
    """
    if not 1 <= month <= 12 or (is_leap_month and leap_month(year) != month):
        raise UserError("The lunar year {year} has no such month.", year=year, field="month")
    return 30 if _code(year) >> _place(year, month, is_leap_month=is_leap_month) & 1 else 29


def to_gregorian(lunar: LunarDate) -> date:
    """Return the day of the common calendar.

    Raises:
        UserError: there is no such lunar day.

    >>> to_gregorian(LunarDate(2027, 1, False, 1))
    datetime.date(2027, 2, 6)
    """
    length = days_in_month(lunar.year, lunar.month, is_leap_month=lunar.is_leap_month)
    if not 1 <= lunar.day <= length:
        raise UserError("That lunar month has {length} days.", length=length, field="day")
    place = _place(lunar.year, lunar.month, is_leap_month=lunar.is_leap_month)
    before = sum(_lengths(lunar.year)[:place])
    return new_year(lunar.year) + timedelta(days=before + lunar.day - 1)


def to_lunar(day: date) -> LunarDate:
    """Return the day of the Chinese calendar.

    Raises:
        UserError: the day lies before New Year 1900 or after the last day of lunar 2100.

    >>> to_lunar(date(2025, 8, 1))
    LunarDate(year=2025, month=6, is_leap_month=True, day=8)
    """
    index = bisect_right(_new_years(), day) - 1
    if index < 0:
        raise _outside(day.year)
    year = FIRST_YEAR + index
    left = (day - new_year(year)).days
    leap = leap_month(year)
    for place, length in enumerate(_lengths(year)):
        if left < length:
            is_second = leap is not None and place == leap
            month = place if leap is not None and place >= leap else place + 1
            return LunarDate(year, month, is_second, left + 1)
        left -= length
    raise _outside(day.year)


def new_year(year: int) -> date:
    """Return the day of the common calendar on which a lunar year begins."""
    return date(year, 1, 20) + timedelta(days=_code(year) >> 17)


def anniversary(year: int, month: int, day: int, *, is_leap_month: bool = False) -> date:
    """Return the day on which a lunar day is kept in a lunar year.

    What happened in a leap month is kept in that leap month where the year has it, otherwise in
    the plain month of the same number; the 30th of a month of 29 days is kept on the 29th.

    >>> anniversary(2025, 6, 8, is_leap_month=True), anniversary(2026, 6, 8, is_leap_month=True)
    (datetime.date(2025, 8, 1), datetime.date(2026, 7, 21))
    """
    leap = is_leap_month and leap_month(year) == month
    last = days_in_month(year, month, is_leap_month=leap)
    return to_gregorian(LunarDate(year, month, leap, min(day, last)))


def lunar_words(month: int, day: int | None, *, is_leap_month: bool = False) -> str:
    """Write a lunar day as Chinese calendars do.

    >>> lunar_words(8, 15), lunar_words(6, 1, is_leap_month=True), lunar_words(12, 30)
    ('八月十五', '闰六月初一', '腊月三十')
    """
    name = ("闰" if is_leap_month else "") + _MONTHS[month - 1] + "月"
    if day is None:
        return name
    tens, unit = divmod(day - 1, 10)
    if unit == 9:
        return name + ("初十", "二十", "三十")[tens]
    return name + _TENS[tens] + _UNITS[unit]


def _code(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _outside(year)
    return YEARS[year - FIRST_YEAR]


def _outside(year: int) -> UserError:
    return UserError(
        "The lunar calendar of {year} is not known here; it reaches from {first_year} to "
        "{last_year}.",
        year=year,
        first_year=FIRST_YEAR,
        last_year=LAST_YEAR,
        field="year",
    )


def _place(year: int, month: int, *, is_leap_month: bool) -> int:
    """Return where a month stands in its year, counted from 0."""
    leap = leap_month(year)
    is_behind = is_leap_month or (leap is not None and month > leap)
    return month if is_behind else month - 1


def _lengths(year: int) -> list[int]:
    count = 13 if leap_month(year) else 12
    return [30 if _code(year) >> place & 1 else 29 for place in range(count)]


@cache
def _new_years() -> list[date]:
    return [new_year(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
