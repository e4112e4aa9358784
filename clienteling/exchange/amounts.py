"""Read amounts and counts as files write them: decimal commas, symbols, brackets for minus."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from clienteling.domain.currencies import SIGNS, exponent, is_currency
from clienteling.domain.errors import UserError

_MARKS = re.compile(r"(?:[A-Z]{2,3}\s?)?[$€£¥￥円元₩₹₽₺]|Fr\.|[A-Za-z]{3}(?![a-z])")
_LETTERS = re.compile(r"[^\W\d_]*[$€£¥₩₹₽₺]|[^\W\d_]+")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")
_GAPS = re.compile(r"[\s'’_\u00a0\u202f]")


class DecimalMark(StrEnum):
    """What a column writes before the decimals."""

    POINT = "point"
    COMMA = "comma"
    UNKNOWN = "unknown"


_SIGNS = {DecimalMark.POINT: ".", DecimalMark.COMMA: ",", DecimalMark.UNKNOWN: None}


@dataclass(slots=True)
class MarkSurvey:
    """Gathers what a column's amounts say of their decimal mark; feed it every value."""

    point: bool = False
    comma: bool = False

    def add(self, texts: Iterable[str]) -> None:
        """Look at some values of the column."""
        for text in texts:
            mark = _own_mark(_GAPS.sub("", _MARKS.sub("", text)))
            self.point |= mark is DecimalMark.POINT
            self.comma |= mark is DecimalMark.COMMA

    def mark(self) -> DecimalMark:
        """Return the column's mark; unknown where both occur or neither settles it."""
        if self.point == self.comma:
            return DecimalMark.UNKNOWN
        return DecimalMark.POINT if self.point else DecimalMark.COMMA


def parse_minor(text: str, currency: str, mark: DecimalMark = DecimalMark.UNKNOWN) -> int:
    """Read an amount as integer minor units of its currency.

    Raises:
        UserError: It is no amount, is in another currency, or has more decimals than it has.

    >>> parse_minor("1.234,50 €", "EUR"), parse_minor("(12.00)", "EUR")
    (123450, -1200)
    >>> parse_minor("¥1,200", "JPY")
    1200
    """
    from clienteling.domain.money_text import parse_money

    if _PLAIN.fullmatch(text) and (mark is DecimalMark.POINT or text[-4:-3] != "."):
        return _plain_minor(text, currency)
    try:
        money = parse_money(text, currency, decimal=_SIGNS[mark])
    except UserError as error:
        raise UserError("this is not an amount of {currency}", currency=currency) from error
    if money.currency != currency:
        raise UserError(
            "this is in {found}, the line in {currency}", found=money.currency, currency=currency
        )
    return _bounded(money.minor)


def _plain_minor(text: str, currency: str) -> int:
    value = Decimal(text).scaleb(exponent(currency))
    whole = value.to_integral_value()
    # Workbooks keep 10.3 as 10.300000000000001: a millionth of a cent is not a decimal.
    if abs(value - whole) > Decimal("0.000001"):
        raise UserError("this has more decimals than {currency} has", currency=currency)
    return _bounded(int(whole))


def _bounded(minor: int) -> int:
    if abs(minor) >= 10**15:
        raise UserError("this amount is too large")
    return minor


def parse_count(text: str, mark: DecimalMark = DecimalMark.UNKNOWN) -> int:
    """Read a whole count, such as a quantity.

    Raises:
        UserError: It is no whole number.
    """
    value = parse_decimal(text, mark, 3)
    if value != value.to_integral_value() or abs(value) >= 10**12:
        raise UserError("this is not a whole number")
    return int(value)


def parse_decimal(text: str, mark: DecimalMark, places: int = 2) -> Decimal:
    """Read a number; ``places`` decides what three digits after a lone mark are.

    Raises:
        UserError: It is no number.
    """
    if _PLAIN.fullmatch(text) and (mark is DecimalMark.POINT or text[-4:-3] != "."):
        return Decimal(text)
    bare = _GAPS.sub("", _MARKS.sub("", text.strip()))
    negative = bare.startswith(("-", "−", "(")) or bare.endswith("-")
    digits = bare.strip("-−+()")
    chosen = _own_mark(digits) if _own_mark(digits) is not DecimalMark.UNKNOWN else mark
    if chosen is DecimalMark.UNKNOWN:
        # "1,234" alone: with two decimals to the currency it can only be thousands.
        chosen = _last_resort(digits, places)
    try:
        value = Decimal(_in_points(digits, chosen))
    except InvalidOperation as error:
        raise UserError("this is not a number") from error
    if not value.is_finite():
        raise UserError("this is not a number")
    return -value if negative else value


def currency_in(text: str) -> str | None:
    """Return the currency that stands beside an amount, where its sign or code says which."""
    words = _LETTERS.findall(text.upper())
    return next(
        (SIGNS.get(word, word) for word in words if word in SIGNS or is_currency(word)), None
    )


def _own_mark(digits: str) -> DecimalMark:
    """Return what a number's own marks settle, whatever the column does."""
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and point >= 0:
        return DecimalMark.COMMA if comma > point else DecimalMark.POINT
    if comma >= 0:
        return _lone_mark(digits, ",", DecimalMark.COMMA, DecimalMark.POINT)
    if point >= 0:
        return _lone_mark(digits, ".", DecimalMark.POINT, DecimalMark.COMMA)
    return DecimalMark.UNKNOWN


def _lone_mark(digits: str, sign: str, here: DecimalMark, other: DecimalMark) -> DecimalMark:
    head, _, tail = digits.rpartition(sign)
    if sign in head:
        return other
    whole = head.strip("-−+(")
    if len(tail.strip(")-")) != 3 or len(whole) > 3 or whole in ("", "0"):
        return here
    return DecimalMark.UNKNOWN


def _last_resort(digits: str, places: int) -> DecimalMark:
    if places == 3:
        return DecimalMark.COMMA if "," in digits and "." not in digits else DecimalMark.POINT
    return DecimalMark.POINT if "," in digits else DecimalMark.COMMA


def _in_points(digits: str, mark: DecimalMark) -> str:
    if mark is DecimalMark.COMMA:
        return digits.replace(".", "").replace(",", ".")
    return digits.replace(",", "")
