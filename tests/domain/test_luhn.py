"""Payment card numbers are found wherever people hide them, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.luhn import find_card_numbers, is_luhn_valid, mask_card_numbers


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("4111111111111111", "••••••••••••1111"),
        ("card 4111 1111 1111 1111, ok", "card •••• •••• •••• 1111, ok"),
        ("amex 3782-822463-10005.", "amex ••••-••••••-•0005."),
        ("mc 5555 5555 5555 4444 / 2223003122003222", "mc •••• •••• •••• 4444 / ••••••••••••3222"),
        ("jcb 3530111333300000", "jcb ••••••••••••0000"),
        ("銀聯 6222020111122220002 です", "銀聯 •••••••••••••••0002 です"),
        ("visa 4222222222222", "visa •••••••••2222"),
    ],
)
def test_a_card_number_is_masked(text: str, masked: str) -> None:
    assert mask_card_numbers(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4111 1111 1111 1112",
        "0000 0000 0000 0000",
        "+33 6 12 34 56 78",
        "EAN 4006381333931",
        "order 123456789012345678901234567890",
        "41111111111111110000",
        "size 38, waist 72, hip 96, bust 88",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert find_card_numbers(text) == ()
    assert mask_card_numbers(text) == text


@given(st.text(st.sampled_from("0123456789 -."), min_size=15, max_size=15).filter(lambda t: t))
def test_a_check_digit_makes_exactly_one_number_valid(tail: str) -> None:
    digits = "4" + "".join(filter(str.isdigit, tail))
    assert sum(is_luhn_valid(digits + str(last)) for last in range(10)) == 1


@given(st.text(max_size=60))
def test_masking_twice_changes_nothing(text: str) -> None:
    assert find_card_numbers(mask_card_numbers(text)) == ()
