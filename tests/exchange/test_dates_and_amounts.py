"""Reading dates and amounts as files write them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import UserError
from clienteling.domain.money import Money
from clienteling.exchange.amounts import DecimalMark, MarkSurvey, parse_count, parse_minor
from clienteling.exchange.dates import (
    DateOrder,
    Moment,
    PartialDate,
    order_of,
    parse_birthday,
    parse_moment,
)

_DAY = DateOrder.DAY_FIRST
_MONTH = DateOrder.MONTH_FIRST


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["2024-01-31", "20240131", "31 janvier 2024"], DateOrder.CLEAR),
        (["03/04/2024", "31/12/2023"], _DAY),
        (["03/04/2024", "12/31/2023"], _MONTH),
        (["03/04/2024", "5/5/2024"], DateOrder.AMBIGUOUS),
        (["03.04.2024"], _DAY),
        (["31/12/2023", "12/31/2023"], DateOrder.MIXED),
        (["5/5/2024"], DateOrder.CLEAR),
        ([], DateOrder.CLEAR),
    ],
)
def test_a_whole_column_tells_its_order_or_that_it_must_be_asked(
    texts: list[str], order: DateOrder
) -> None:
    assert order_of(texts) is order


@pytest.mark.parametrize(
    ("text", "order", "moment"),
    [
        ("2024-05-03", _DAY, Moment(date(2024, 5, 3))),
        ("2024/5/3 09:05", _DAY, Moment(date(2024, 5, 3), time(9, 5))),
        ("20240503", _DAY, Moment(date(2024, 5, 3))),
        ("3/5/2024", _DAY, Moment(date(2024, 5, 3))),
        ("3/5/2024", _MONTH, Moment(date(2024, 3, 5))),
        ("5/13/24 11:30 PM", _MONTH, Moment(date(2024, 5, 13), time(23, 30))),
        ("3 mai 2024", _DAY, Moment(date(2024, 5, 3))),
        ("May 3rd, 2024", _DAY, Moment(date(2024, 5, 3))),
        ("03-Mag-24", _DAY, Moment(date(2024, 5, 3))),
        ("2024年5月3日", _DAY, Moment(date(2024, 5, 3))),
        ("45415", _DAY, Moment(date(2024, 5, 3))),
        ("45415.5", _DAY, Moment(date(2024, 5, 3), time(12))),
        ("2024-05-03T10:11:12Z", _DAY, Moment(date(2024, 5, 3), time(10, 11, 12), timedelta(0))),
        (
            "2024-05-03 10:11:12 -0400",
            _DAY,
            Moment(date(2024, 5, 3), time(10, 11, 12), timedelta(hours=-4)),
        ),
    ],
)
def test_a_moment_is_read_as_it_is_written(text: str, order: DateOrder, moment: Moment) -> None:
    assert parse_moment(text, order) == moment


@pytest.mark.parametrize("text", ["31/02/2024", "2023-02-29", "soon", "2024-13-01", "99:99", ""])
def test_no_day_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        parse_moment(text, _DAY)


def test_a_date_that_reads_both_ways_is_never_guessed() -> None:
    with pytest.raises(UserError, match="day first or month first"):
        parse_moment("03/04/2024", DateOrder.CLEAR)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (" --04-07", PartialDate(4, 7, None)),
        ("--0229", PartialDate(2, 29, None)),
        ("1604-04-07", PartialDate(4, 7, None)),
        ("7 April", PartialDate(4, 7, None)),
        ("4月7日", PartialDate(4, 7, None)),
        ("1980-04-07", PartialDate(4, 7, 1980)),
        ("1900-01-01", None),
    ],
)
def test_a_birthday_may_lack_its_year(text: str, day: PartialDate | None) -> None:
    assert parse_birthday(text, _DAY) == day


@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)))
def test_both_orders_read_back_what_was_written(day: date) -> None:
    assert parse_moment(day.strftime("%d/%m/%Y"), _DAY).day == day
    assert parse_moment(day.strftime("%m/%d/%y"), _MONTH).day == day


@pytest.mark.parametrize(
    ("text", "currency", "mark", "minor"),
    [
        ("1234.5", "EUR", DecimalMark.POINT, 123450),
        ("1.234,50 €", "EUR", DecimalMark.UNKNOWN, 123450),
        ("1 234,50", "EUR", DecimalMark.COMMA, 123450),
        ("CHF 1'234.50", "CHF", DecimalMark.POINT, 123450),
        ("1.234", "EUR", DecimalMark.COMMA, 123400),
        ("1.234", "KWD", DecimalMark.POINT, 1234),
        ("(12.00)", "EUR", DecimalMark.POINT, -1200),
        ("1,234", "JPY", DecimalMark.UNKNOWN, 1234),
        ("10.300000000000001", "USD", DecimalMark.POINT, 1030),
        ("1.776357e-15", "USD", DecimalMark.POINT, 0),
    ],
)
def test_amounts_are_read_exactly(text: str, currency: str, mark: DecimalMark, minor: int) -> None:
    assert parse_minor(text, currency, mark) == minor


@pytest.mark.parametrize("text", ["12.345", "abc", "1,2,3", "nan", "1e30", "$5"])
def test_what_is_no_amount_of_the_currency_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        parse_minor(text, "EUR", DecimalMark.POINT)


@given(st.integers(-(10**12), 10**12), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_what_we_write_is_read_back(minor: int, currency: str) -> None:
    assert parse_minor(Money(minor, currency).decimal_text(), currency, DecimalMark.POINT) == minor


def test_a_column_tells_its_decimal_mark() -> None:
    def told(*texts: str) -> DecimalMark:
        survey = MarkSurvey()
        survey.add(texts)
        return survey.mark()

    assert told("1,50", "1.234") is DecimalMark.COMMA
    assert told("1.50", "1,234") is DecimalMark.POINT
    assert told("1,234", "7") is DecimalMark.UNKNOWN


def test_counts_are_whole() -> None:
    # "1,000" pieces of one thing are sold by weight tills, which mean one; nobody sells a thousand.
    assert [parse_count(text) for text in ("2", "-1", "3.0", "1,000")] == [2, -1, 3, 1]
    assert parse_count("1,000", DecimalMark.POINT) == 1000
    with pytest.raises(UserError, match="not a whole number"):
        parse_count("1.5")
