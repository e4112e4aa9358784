"""Read an amount of money as people and tills write it."""

import re
import unicodedata

from clienteling.domain.currencies import SHARED_SIGNS, SIGNS, exponent, is_currency
from clienteling.domain.errors import UserError
from clienteling.domain.money import Money

_SPACES = re.compile(r"[\s'’‘`´_\u066c]")
_NUMBER = re.compile(r"[+\-]?[\d.,']*\d[\d.,']*")
_MYRIAD = re.compile(r"[万萬]")
_SIGN_OR_CODE = re.compile(r"[^\W\d_]*[$¥]|[^\W\d_]+(?:\.[^\W\d_]+)*|[^\w\s.,+\-()'’]")
_WORDS = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?|[^\w\s.,+\-()'’]")


def parse_money(
    text: str, currency: str | None = None, *, decimal: str | None = None, field: str | None = None
) -> Money:
    """Read an amount with its sign of currency, or in the currency given.

    Args:
        text: ``$1,234.00``, ``1 234,50 €``, ``CHF 1'234.–``, ``(12.00)``, ``1.2万``.
        currency: ISO 4217 code used when the text names none, or names a sign that several share.
        decimal: The decimal sign of the file, when it is known; it settles a lone ``1.234``.
        field: Name of the field an error belongs to.

    Raises:
        UserError: it is no amount, has more decimals than the currency, or names no currency.

    >>> parse_money("$1,234.00"), parse_money("1 234,5", "EUR")
    (Money(minor=123400, currency='USD'), Money(minor=123450, currency='EUR'))
    """
    plain = _plain(text)
    code = _named_currency(plain, currency)
    if code is None:
        raise UserError(
            "“{text}” does not say which currency it is in.", text=text.strip(), field=field
        )
    minor = _minor(plain, exponent(code), decimal)
    if minor is None:
        raise UserError(
            "“{text}” is not an amount of {code}. Please write it as in {example}.",
            text=text.strip(),
            code=code,
            example=Money(123400, code).decimal_text(),
            field=field,
        )
    return Money(minor, code)


def _plain(text: str) -> str:
    narrow = unicodedata.normalize("NFKC", text).strip()
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in narrow)
    return digits.replace("\u2212", "-").replace("\u066b", ".")


def _named_currency(plain: str, currency: str | None) -> str | None:
    shared: frozenset[str] = frozenset()
    for word in map(str, _SIGN_OR_CODE.findall(_MYRIAD.sub(" ", plain).upper())):
        if is_currency(word):
            return word
        if word in SIGNS:
            return SIGNS[word]
        shared = SHARED_SIGNS.get(word, shared)
    if shared and currency not in shared:
        return "USD" if "USD" in shared else None
    return currency


def _minor(plain: str, places: int, decimal: str | None) -> int | None:
    myriads = 10_000 if _MYRIAD.search(plain) else 1
    bare = _bare(plain)
    is_negative = bare.startswith("(") and bare.endswith(")")
    bare = bare.strip("()")
    if bare.endswith("-"):
        bare, is_negative = bare[:-1], True
    if not _NUMBER.fullmatch(bare):
        return None
    value = _scaled(bare.lstrip("+-"), places, decimal, myriads)
    is_negative ^= bare.startswith("-")
    return None if value is None else -value if is_negative else value


def _bare(plain: str) -> str:
    """Take the words off, and write every space or apostrophe between digits as an apostrophe."""
    without_dash = re.sub(r"[.,][-\u2013\u2014]+", "", plain)
    marked = re.sub(r"(?<=\d)'(?=\d)", "\n", _SPACES.sub("'", without_dash))
    unworded = _WORDS.sub("\0", marked.replace("'", ""))
    return re.sub(r"(?<!\d)[\0\n]+|[\0\n]+(?!\d)", "", unworded).replace("\n", "'")


def _scaled(number: str, places: int, decimal: str | None, myriads: int) -> int | None:
    """Return the number in minor units, or None where its separators make no sense."""
    finest = places + (4 if myriads > 1 else 0)
    mark = _decimal_mark(number, finest, decimal)
    whole, _, fraction = number.rpartition(mark) if mark else (number, "", "")
    digits = _ungrouped(whole)
    if digits is None or not (fraction.isdigit() or not fraction):
        return None
    if fraction[finest:].strip("0"):
        return None
    scaled = int(digits + fraction[:finest].ljust(finest, "0"))
    return scaled if myriads > 1 or finest == places else None


def _decimal_mark(number: str, finest: int, decimal: str | None) -> str:
    """Find which sign parts whole from fraction, or none."""
    marks = [sign for sign in number if sign in ".,"]
    if not marks:
        return ""
    last = marks[-1]
    if decimal is not None:
        return decimal if decimal in marks else ""
    if len(set(marks)) == 2:
        return last if marks.count(last) == 1 else ""
    if len(marks) > 1:
        return ""
    whole, _, fraction = number.partition(last)
    looks_grouped = len(fraction) == 3 and 0 < len(whole) <= 3 and not whole.startswith("0")
    return "" if looks_grouped and finest != 3 else last


def _ungrouped(whole: str) -> str | None:
    """Take thousands apart: groups of three, or of two before the last as in India."""
    if whole.isdigit() or not whole:
        return whole or "0"
    for mark in ".,'":
        first, *groups = whole.split(mark)
        if not groups or not all(group.isdigit() for group in (first, *groups)):
            continue
        is_thousands = all(len(group) == 3 for group in groups) and len(first) <= 3
        is_lakhs = len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[:-1])
        if is_thousands or (is_lakhs and mark == "," and len(first) <= 2):
            return first + "".join(groups)
    return None
