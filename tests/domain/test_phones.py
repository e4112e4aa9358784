"""Numbers are read as people type them and dialled as the world does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.phones import Phone, parse_phone, sms_link, split_phones, whatsapp_link


@pytest.mark.parametrize(
    ("raw", "region", "e164", "country"),
    [
        ("06 12 34 56 78", "FR", "+33612345678", "FR"),
        ("0033 6 12 34 56 78", None, "+33612345678", "FR"),
        ("+33 (0)6 12 34 56 78", None, "+33612345678", "FR"),
        ("'+33612345678", "US", "+33612345678", "FR"),
        ("tel:+39-02-12345678", None, "+390212345678", "IT"),
        ("02 12345678", "IT", "+390212345678", "IT"),
        ("138 0013 8000", "CN", "+8613800138000", "CN"),
        ("０９０－１２３４－５６７８", "JP", "+819012345678", "JP"),
        ("٠٥٠ ١٢٣ ٤٥٦٧", "ae", "+971501234567", "AE"),
        ("(212) 555-0123", "US", "+12125550123", "US"),
        ("9123 4567", "HK", "+85291234567", "HK"),
        ("call the hotel", "FR", None, "FR"),
        ("12", "FR", None, "FR"),
        ("06 12 34 56 78", None, None, None),
        ("", None, None, None),
    ],
)
def test_a_number_is_read(
    raw: str, region: str | None, e164: str | None, country: str | None
) -> None:
    phone = parse_phone(raw, region)
    assert (phone.e164, phone.region, phone.raw) == (e164, country, raw)


def test_a_number_has_all_its_forms() -> None:
    assert parse_phone("0612345678", "FR") == Phone(
        raw="0612345678",
        e164="+33612345678",
        region="FR",
        national="06 12 34 56 78",
        international="+33 6 12 34 56 78",
        digits="33612345678",
        is_certain=True,
    )


def test_a_number_that_is_not_understood_is_still_searched() -> None:
    phone = parse_phone("ext. 0456-789")
    assert (phone.digits, phone.last4, phone.tel_link, whatsapp_link(phone), sms_link(phone)) == (
        "456789",
        "6789",
        None,
        None,
        None,
    )


def test_links_carry_the_number_and_the_words() -> None:
    phone = parse_phone("+393471234567")
    assert phone.tel_link == "tel:+393471234567"
    assert sms_link(phone, "A & B") == "sms:+393471234567?body=A%20%26%20B"
    assert whatsapp_link(phone) == "https://wa.me/393471234567"
    assert phone.masked == "••••••••••67"


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("06 12 34 56 78", ("06 12 34 56 78",)),
        ("06 12 34 56 78; 07 12 34 56 78", ("06 12 34 56 78", "07 12 34 56 78")),
        ("030/123456", ("030/123456",)),
        ("", ()),
    ],
)
def test_a_cell_may_hold_several(cell: str, numbers: tuple[str, ...]) -> None:
    assert split_phones(cell) == numbers


@given(st.text(max_size=40), st.sampled_from(["FR", "IT", "CN", "US", None]))
def test_whatever_is_typed_is_kept(raw: str, region: str | None) -> None:
    phone = parse_phone(raw, region)
    assert phone.raw == raw.strip()
    assert phone.e164 is None or parse_phone(phone.e164).e164 == phone.e164
