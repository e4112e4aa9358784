"""Lunar days are what the observatory prints, and are kept sensibly in other years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import UserError
from clienteling.domain.lunar import (
    LunarDate,
    anniversary,
    days_in_month,
    leap_month,
    lunar_words,
    to_gregorian,
    to_lunar,
)


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(1900, 1, 31), LunarDate(1900, 1, False, 1)),
        (date(1978, 9, 2), LunarDate(1978, 7, False, 30)),
        (date(2025, 7, 25), LunarDate(2025, 6, True, 1)),
        (date(2027, 2, 6), LunarDate(2027, 1, False, 1)),
        (date(2033, 12, 22), LunarDate(2033, 11, True, 1)),
        (date(2057, 9, 28), LunarDate(2057, 9, False, 1)),
        (date(2089, 9, 4), LunarDate(2089, 8, False, 1)),
        (date(2097, 8, 7), LunarDate(2097, 7, False, 1)),
        (date(2101, 1, 28), LunarDate(2100, 12, False, 29)),
    ],
)
def test_a_day_has_its_lunar_day(day: date, lunar: LunarDate) -> None:
    assert to_lunar(day) == lunar
    assert to_gregorian(lunar) == day


def test_days_outside_the_table_are_refused_in_words() -> None:
    for day in (date(1900, 1, 30), date(2101, 1, 29)):
        with pytest.raises(UserError, match="from 1900 to 2100"):
            to_lunar(day)
    with pytest.raises(UserError, match="29 days"):
        to_gregorian(LunarDate(2025, 2, False, 30))
    with pytest.raises(UserError, match="no such month"):
        days_in_month(2026, 6, is_leap_month=True)


def test_a_leap_month_is_kept_in_the_plain_month_of_other_years() -> None:
    assert leap_month(2020) == 4
    assert anniversary(2020, 4, 1, is_leap_month=True) == date(2020, 5, 23)
    assert anniversary(2021, 4, 1, is_leap_month=True) == anniversary(2021, 4, 1)


def test_the_thirtieth_of_a_short_month_is_kept_on_its_last_day() -> None:
    assert days_in_month(2026, 12) == 29
    assert anniversary(2026, 12, 30) == date(2027, 2, 5)


def test_a_lunar_day_is_written_as_calendars_do() -> None:
    assert [lunar_words(1, day) for day in (1, 10, 11, 20, 21, 30)] == [
        "正月初一",
        "正月初十",
        "正月十一",
        "正月二十",
        "正月廿一",
        "正月三十",
    ]
    assert (lunar_words(11, None), lunar_words(12, 8)) == ("冬月", "腊月初八")


@given(st.dates(date(1900, 1, 31), date(2101, 1, 28)))
def test_there_and_back_is_the_same_day(day: date) -> None:
    assert to_gregorian(to_lunar(day)) == day


@given(st.dates(date(1900, 1, 31), date(2101, 1, 27)))
def test_lunar_days_follow_the_common_ones(day: date) -> None:
    tomorrow = to_lunar(date.fromordinal(day.toordinal() + 1))
    today = to_lunar(day)
    assert tomorrow.day in {1, today.day + 1}
    assert (tomorrow.day == 1) == (
        today.day == days_in_month(today.year, today.month, is_leap_month=today.is_leap_month)
    )
