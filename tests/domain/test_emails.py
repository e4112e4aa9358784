"""An address is checked without the network and compared in one spelling."""

import pytest

from clienteling.domain.emails import is_email, mailto_link, normalise_email
from clienteling.domain.errors import UserError


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("Anna@Example.com", "anna@example.com"),
        ("mailto:anna@example.com", "anna@example.com"),
        ("'anna@example.com", "anna@example.com"),
        ("Anna Roth <Anna@example.com>", "anna@example.com"),
        ("anna@xn--bcher-kva.example", "anna@bücher.example"),
        ("王@例子.测试", "王@例子.测试"),
        ("anna+boutique@maison.test", "anna+boutique@maison.test"),
    ],
)
def test_an_address_is_normalised(raw: str, address: str) -> None:
    assert normalise_email(raw) == address
    assert is_email(address)


@pytest.mark.parametrize(
    "raw", ["", "anna", "anna@", "@example.com", "a b@example.com", "a@b@c.fr"]
)
def test_what_is_no_address_is_said_so(raw: str) -> None:
    with pytest.raises(UserError, match="cannot be an e-mail address") as refusal:
        normalise_email(raw)
    assert refusal.value.field == "email"
    assert not is_email(raw)


def test_a_letter_cannot_smuggle_another_header() -> None:
    link = mailto_link("anna@example.com", "Hello\nBcc: all@example.com")
    assert link == "mailto:anna@example.com?subject=Hello%20Bcc%3A%20all%40example.com"
