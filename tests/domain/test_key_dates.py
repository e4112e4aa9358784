"""A day to remember comes round, whatever of it is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import UserError
from clienteling.domain.key_dates import (
    CalendarKind,
    KeyDate,
    LeapDay,
    check,
    days_until,
    is_soon,
    next_occurrence,
    occurrences,
    years_on,
)

LUNAR = CalendarKind.LUNAR_CN


@pytest.mark.parametrize(
    ("key_date", "today", "kept"),
    [
        (KeyDate(3, 12), date(2026, 3, 12), date(2026, 3, 12)),
        (KeyDate(3, 11), date(2026, 3, 12), date(2027, 3, 11)),
        (KeyDate(12, 31, 1960), date(2026, 3, 12), date(2026, 12, 31)),
        (KeyDate(2, 29), date(2028, 1, 1), date(2028, 2, 29)),
        (KeyDate(2, 29), date(2026, 3, 1), date(2027, 2, 28)),
        (KeyDate(2, 29, on_29_february=LeapDay.MARCH_1), date(2026, 3, 1), date(2026, 3, 1)),
        (KeyDate(5), date(2026, 3, 12), date(2026, 5, 1)),
        (KeyDate(5), date(2026, 5, 12), date(2026, 5, 12)),
        (KeyDate(5), date(2026, 6, 1), date(2027, 5, 1)),
        (KeyDate(12, 30, calendar=LUNAR), date(2027, 2, 5), date(2027, 2, 5)),
        (KeyDate(1, 1, calendar=LUNAR), date(2026, 12, 31), date(2027, 2, 6)),
        (KeyDate(6, 8, 2025, LUNAR, leap_month=True), date(2026, 1, 1), date(2026, 7, 21)),
        (KeyDate(8, calendar=LUNAR), date(2026, 1, 1), date(2026, 9, 11)),
        (KeyDate(1, 1, calendar=LUNAR), date(2100, 12, 1), None),
        (KeyDate(12, 1, calendar=LUNAR), date(2100, 12, 1), date(2100, 12, 31)),
    ],
)
def test_the_next_time_is_found(key_date: KeyDate, today: date, kept: date | None) -> None:
    assert next_occurrence(key_date, today) == kept
    assert days_until(key_date, today) == (None if kept is None else (kept - today).days)


def test_a_lunar_day_can_come_twice_or_never_in_a_common_year() -> None:
    kept = occurrences(KeyDate(11, 20, calendar=LUNAR), date(2024, 1, 1), date(2026, 12, 31))
    assert kept == (date(2024, 1, 1), date(2024, 12, 20), date(2026, 1, 8), date(2026, 12, 28))


def test_years_are_counted_in_the_days_own_calendar() -> None:
    assert years_on(KeyDate(12, 8, 2014, LUNAR), date(2027, 1, 15)) == 12
    assert years_on(KeyDate(6, 12), date(2026, 6, 12)) is None
    assert years_on(KeyDate(6, 12, 2030), date(2026, 6, 12)) is None


def test_what_is_soon_is_said() -> None:
    assert is_soon(KeyDate(3, 20), date(2026, 3, 12), timedelta(days=8))
    assert not is_soon(KeyDate(3, 21), date(2026, 3, 12), timedelta(days=8))


@pytest.mark.parametrize(
    ("key_date", "field"),
    [
        (KeyDate(13, 1), "month"),
        (KeyDate(4, 31), "day"),
        (KeyDate(2, 29, 2025), "day"),
        (KeyDate(2, 30, 2025, LUNAR), "day"),
        (KeyDate(6, 1, 2026, LUNAR, leap_month=True), "month"),
        (KeyDate(6, 31, calendar=LUNAR), "day"),
    ],
)
def test_a_day_that_is_none_is_refused(key_date: KeyDate, field: str) -> None:
    with pytest.raises(UserError) as refusal:
        check(key_date)
    assert refusal.value.field == field


def test_days_that_can_be_pass() -> None:
    for key_date in (KeyDate(2, 29), KeyDate(2, 29, 2024), KeyDate(1, 30, calendar=LUNAR)):
        check(key_date)


@given(
    st.builds(
        KeyDate,
        st.integers(1, 12),
        st.none() | st.integers(1, 28),
        calendar=st.sampled_from(CalendarKind),
        leap_month=st.booleans(),
    ),
    st.dates(date(1901, 1, 1), date(2095, 12, 31)),
)
def test_the_next_time_is_never_past_and_within_thirteen_months(
    key_date: KeyDate, today: date
) -> None:
    when = next_occurrence(key_date, today)
    assert when is not None
    assert today <= when <= today + timedelta(days=415)
