"""Find payment card numbers in free text, so that none is ever kept.

Source: ISO/IEC 7812-1 Annex B (the check digit); issuer ranges as the card schemes publish them.
"""

import re
from dataclasses import dataclass

# Digits may be parted by single spaces, dashes or points, as cards print them; a longer run of
# digits (a parcel number, a pasted table) is no card number.
_CANDIDATE = re.compile(r"(?<![\d+])(?<!\d[ .\-])\d(?:[ \u00a0.\-\u2010-\u2013]?\d){12,18}(?!\d)")

# What shop programs leave of a payment card: marks, then the last four digits.
_MASKED = re.compile(r"[\d\s.\-]*(?:[*•#xX][\s.\-]*){2,}\d{4}")

# First digits (low, high) of an issuer's range and the lengths it uses.
_ISSUERS: tuple[tuple[int, int, frozenset[int]], ...] = (
    (4, 4, frozenset({13, 16, 19})),  # Visa
    (51, 55, frozenset({16})),  # Mastercard
    (2221, 2720, frozenset({16})),  # Mastercard
    (34, 34, frozenset({15})),  # American Express
    (37, 37, frozenset({15})),  # American Express
    (62, 62, frozenset({16, 17, 18, 19})),  # UnionPay
    (81, 81, frozenset({16, 17, 18, 19})),  # UnionPay
    (3528, 3589, frozenset({16, 17, 18, 19})),  # JCB
    (36, 36, frozenset({14, 16, 19})),  # Diners Club
    (300, 305, frozenset({14, 16, 19})),  # Diners Club
    (38, 39, frozenset({14, 16, 19})),  # Diners Club
    (6011, 6011, frozenset({16, 19})),  # Discover
    (644, 659, frozenset({16, 19})),  # Discover, RuPay
    (50, 50, frozenset(range(13, 20))),  # Maestro
    (56, 58, frozenset(range(13, 20))),  # Maestro
    (63, 63, frozenset(range(13, 20))),  # Maestro
    (67, 67, frozenset(range(13, 20))),  # Maestro
    (2200, 2204, frozenset({16, 17, 18, 19})),  # Mir
    (9792, 9792, frozenset({16})),  # Troy
)


@dataclass(frozen=True, slots=True)
class CardNumber:
    """Where a card number stands in a text: from ``start`` up to, not including, ``end``."""

    start: int
    end: int


def is_luhn_valid(digits: str) -> bool:
    """Say whether the last digit is the check digit of the ones before.

    >>> is_luhn_valid("4111111111111111"), is_luhn_valid("4111111111111112")
    (True, False)
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def find_card_numbers(text: str) -> tuple[CardNumber, ...]:
    """Find every run of digits that is a payment card number of a known issuer.

    >>> find_card_numbers("card 4111 1111 1111 1111, size 38")
    (CardNumber(start=5, end=24),)
    """
    found = []
    for candidate in _CANDIDATE.finditer(text):
        digits = "".join(str(int(mark)) for mark in candidate[0] if mark.isdecimal())
        if _has_issuer(digits) and is_luhn_valid(digits) and len(set(digits)) > 1:
            found.append(CardNumber(candidate.start(), candidate.end()))
    return tuple(found)


def mask_card_numbers(text: str) -> str:
    """Replace all but the last four digits of every card number by bullets.

    >>> mask_card_numbers("pays with 4111-1111-1111-1111")
    'pays with ••••-••••-••••-1111'
    """
    for card in reversed(find_card_numbers(text)):
        kept = _last_four(text, card)
        hidden = re.sub(r"\d", "•", text[card.start : kept])
        text = text[: card.start] + hidden + text[kept:]
    return text


def is_masked_card(text: str) -> bool:
    """Say whether a text is what is left of a payment card number: it names nobody.

    >>> is_masked_card("**** 1111"), is_masked_card("411111XXXXXX1111"), is_masked_card("M-1111")
    (True, True, False)
    """
    return _MASKED.fullmatch(text.strip()) is not None


def _last_four(text: str, card: CardNumber) -> int:
    places = [place for place in range(card.start, card.end) if text[place].isdecimal()]
    return places[-4]


def _has_issuer(digits: str) -> bool:
    for low, high, lengths in _ISSUERS:
        if len(digits) in lengths and low <= int(digits[: len(str(low))]) <= high:
            return True
    return False
