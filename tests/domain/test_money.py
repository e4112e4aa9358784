"""Money is whole minor units: nothing is lost in reading, sharing or writing it."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.currencies import exponents
from clienteling.domain.errors import BugError, UserError
from clienteling.domain.money import Money, total
from clienteling.domain.money_text import parse_money


@pytest.mark.parametrize(
    ("text", "currency", "money"),
    [
        ("$1,234.00", None, Money(123400, "USD")),
        ("$1,234.00", "HKD", Money(123400, "HKD")),
        ("HK$ 1,234", "EUR", Money(123400, "HKD")),
        ("1 234,50 €", None, Money(123450, "EUR")),
        ("1 234,50", "EUR", Money(123450, "EUR")),
        ("1.234,50", "EUR", Money(123450, "EUR")),
        ("1.234", "EUR", Money(123400, "EUR")),
        ("1,5", "EUR", Money(150, "EUR")),
        (",50", "EUR", Money(50, "EUR")),
        ("CHF 1’234.–", None, Money(123400, "CHF")),
        ("Fr. 1'234.50", None, Money(123450, "CHF")),
        ("12,34,567.89", "INR", Money(123456789, "INR")),
        ("¥12,800", "JPY", Money(12800, "JPY")),
        ("12800円", None, Money(12800, "JPY")),
        ("￥１２，８００", "CNY", Money(1280000, "CNY")),
        ("1.2万", "CNY", Money(1200000, "CNY")),
        ("3萬円", None, Money(30000, "JPY")),
        ("12800.00", "JPY", Money(12800, "JPY")),
        ("1.234", "KWD", Money(1234, "KWD")),
        ("(12.00)", "USD", Money(-1200, "USD")),
        ("-$12.00", None, Money(-1200, "USD")),
        ("(€ 12)", None, Money(-1200, "EUR")),
        ("EUR 12", "USD", Money(1200, "EUR")),
        ("120 kr", "SEK", Money(12000, "SEK")),
        ("-12.00 $", None, Money(-1200, "USD")),
        ("12.00-", "USD", Money(-1200, "USD")),
        ("−0,05 €", None, Money(-5, "EUR")),
        ("١٢٣٫٥٠", "AED", Money(12350, "AED")),
        ("0", "EUR", Money(0, "EUR")),
        ("1.000.000", "EUR", Money(100000000, "EUR")),
        ("12.5000", "EUR", Money(1250, "EUR")),
    ],
)
def test_an_amount_is_read(text: str, currency: str | None, money: Money) -> None:
    assert parse_money(text, currency) == money


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("", "EUR"),
        ("free", "EUR"),
        ("1,2,3", "EUR"),
        ("1.23.456", "EUR"),
        ("0.123", "EUR"),
        ("12,5", "JPY"),
        ("12", None),
        ("¥12", None),
        ("--5", "EUR"),
        ("1e5", "EUR"),
        ("5 - 6", "EUR"),
        ("1 2 3", "EUR"),
        ("12 € 50", None),
    ],
)
def test_what_is_no_amount_is_refused(text: str, currency: str | None) -> None:
    with pytest.raises(UserError) as refusal:
        parse_money(text, currency, field="price")
    assert refusal.value.field == "price"


def test_the_files_own_decimal_sign_settles_a_lone_separator() -> None:
    assert parse_money("1,234", "KWD", decimal=".") == Money(1234000, "KWD")
    assert parse_money("1.234", "EUR", decimal=",") == Money(123400, "EUR")


AMOUNTS = st.builds(Money, st.integers(-(10**12), 10**12), st.sampled_from(sorted(exponents())))


@given(AMOUNTS)
def test_what_is_written_is_read_again(money: Money) -> None:
    assert parse_money(str(money), decimal=".") == money
    assert parse_money(money.decimal_text(), money.currency, decimal=".") == money


@given(st.integers(-(10**9), 10**9), st.sampled_from(["EUR", "JPY", "USD", "CNY"]))
def test_thousands_are_read_in_every_style(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    whole, _, fraction = money.decimal_text().partition(".")
    grouped = f"{abs(int(whole)):,}"
    sign = "-" if minor < 0 else ""
    for thousands, mark in ((",", "."), (".", ","), (" ", ","), ("’", "."), ("\u202f", ",")):
        text = sign + grouped.replace(",", thousands) + (mark + fraction if fraction else "")
        assert parse_money(text, currency) == money


@given(AMOUNTS, st.lists(st.integers(0, 1000), min_size=1, max_size=9).filter(any))
def test_sharing_loses_nothing_and_is_fair(money: Money, weights: list[int]) -> None:
    parts = money.allocate(weights)
    assert total(parts, money.currency) == money
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.minor * sum(weights) - money.minor * weight) <= len(weights) * sum(weights)
        assert weight or not part


@given(AMOUNTS, st.integers(1, 10**6))
def test_a_share_of_all_is_all_and_halves_go_outwards(money: Money, parts: int) -> None:
    assert money.share(parts, parts) == money
    assert -money.share(1, 2) == (-money).share(1, 2)


@given(st.text(max_size=20), st.sampled_from(["EUR", "JPY", None]))
def test_reading_never_fails_in_any_other_way(text: str, currency: str | None) -> None:
    with contextlib.suppress(UserError):
        assert parse_money(text, currency).currency in exponents()


def test_two_currencies_do_not_add_up() -> None:
    with pytest.raises(BugError):
        Money(1, "EUR") + Money(1, "USD")
    with pytest.raises(BugError):
        Money(1, "EUR").allocate([0, 0])
    assert sorted([Money(2, "EUR"), Money(1, "EUR")]) == [Money(1, "EUR"), Money(2, "EUR")]
