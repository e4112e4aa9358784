"""A size as the client said it: read, shown, never changed. Conversions are in size_charts.py.

Codes of systems and categories are those of docs and wire; see ``SizeSystem``.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from clienteling.domain.errors import UserError


class SizeCategory(StrEnum):
    """What is worn."""

    OUTERWEAR = "outerwear"
    JACKET = "jacket"
    SHIRT = "shirt"
    KNIT = "knit"
    DRESS = "dress"
    SKIRT = "skirt"
    TROUSER = "trouser"
    JEANS = "jeans"
    UNDERWEAR = "underwear"
    BRA = "bra"
    SHOE = "shoe"
    BELT = "belt"
    HAT = "hat"
    GLOVE = "glove"
    RING = "ring"
    BRACELET = "bracelet"
    COLLAR = "collar"


class SizeSystem(StrEnum):
    """How a size is counted."""

    INT = "INT"
    EU = "EU_EN13402"
    FR = "FR"
    IT = "IT"
    DE = "DE"
    UK = "UK"
    US = "US"
    JP = "JP"
    KR = "KR"
    CN = "CN_GBT1335"
    BR = "BR"
    AU = "AU"
    SHOE_EU = "EU_PARIS"
    SHOE_MM = "MONDO_ISO9407"
    SHOE_US_WOMEN = "US_W"
    SHOE_US_MEN = "US_M"
    SHOE_JP = "JP_CM"
    SHOE_CN = "CN"
    RING_MM = "ISO8653_MM"
    GLOVE = "FR_INCH"
    IN = "IN"
    CM = "CM"


class Wearer(StrEnum):
    """Whose chart is meant; sizes of women and men are counted apart."""

    WOMEN = "women"
    MEN = "men"


@dataclass(frozen=True, slots=True)
class Size:
    """A size in its own words, such as 37.5 in EU_PARIS."""

    category: SizeCategory
    system: SizeSystem
    label: str


_S = SizeSystem
_SHOWN_AS = {
    _S.INT: "", _S.EU: "EU", _S.CN: "CN", _S.SHOE_EU: "EU", _S.SHOE_MM: "mm", _S.SHOE_JP: "cm",
    _S.SHOE_US_WOMEN: "US", _S.SHOE_US_MEN: "US", _S.RING_MM: "mm", _S.GLOVE: "", _S.IN: "in",
    _S.CM: "cm",
}  # fmt: skip
_USUAL = {
    SizeCategory.SHOE: _S.SHOE_EU, SizeCategory.RING: _S.RING_MM, SizeCategory.GLOVE: _S.GLOVE,
    SizeCategory.HAT: _S.CM, SizeCategory.BELT: _S.CM, SizeCategory.COLLAR: _S.CM,
    SizeCategory.BRACELET: _S.CM, SizeCategory.BRA: _S.EU, SizeCategory.JEANS: _S.IN,
}  # fmt: skip
_WORDS = {
    "EU": _S.EU, "EUR": _S.EU, "FR": _S.FR, "F": _S.FR, "IT": _S.IT, "I": _S.IT, "DE": _S.DE,
    "D": _S.DE, "UK": _S.UK, "GB": _S.UK, "US": _S.US, "USA": _S.US, "JP": _S.JP, "KR": _S.KR,
    "CN": _S.CN, "BR": _S.BR, "AU": _S.AU, "INT": _S.INT, "IN": _S.IN, '"': _S.IN, "W": _S.IN,
    "CM": _S.CM, "MM": _S.SHOE_MM,
}  # fmt: skip
_SHOE_WORDS = {
    _S.EU: _S.SHOE_EU, _S.FR: _S.SHOE_EU, _S.IT: _S.SHOE_EU, _S.DE: _S.SHOE_EU, _S.JP: _S.SHOE_JP,
    _S.CM: _S.SHOE_JP, _S.CN: _S.SHOE_CN, _S.KR: _S.SHOE_MM,
}  # fmt: skip
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}
_FRACTION = re.compile(r"(\d+)[\s-]+([1357])/([248])")
_LETTERS = re.compile(r"(?:XX?X?S|\d?XS|S|M|L|XX?X?X?L|[2-6]XL|ONE SIZE|OS|TU)(?:/(?:S|M|L|X+L))?")
_SAME_LETTERS = {"2XL": "XXL", "XXXL": "3XL", "XXXXL": "4XL", "2XS": "XXS", "3XS": "XXXS"}
_BEFORE, _AFTER = r"(?P<before>[A-Z\"]*)\s*", r"\s*(?P<after>[A-Z\"]*)"
_NUMBER = re.compile(_BEFORE + r"(?P<label>\d{3}/\d{2,3}[ABCY]?|\d+(?:\.\d+)?)" + _AFTER)
_BRA = re.compile(_BEFORE + r"(?P<label>\d+\s?[A-K]{1,3})(?:\s+(?P<after>[A-Z]+))?")
_RING = re.compile(_BEFORE + r"(?P<label>\d+(?:\.\d+)?|\b[A-Z](?:\.5)?)(?![A-Z])" + _AFTER)
_PATTERNS = {SizeCategory.BRA: _BRA, SizeCategory.RING: _RING}


def usual_system(category: SizeCategory) -> SizeSystem:
    """Return the system meant when a size is said without one."""
    return _USUAL.get(category, SizeSystem.IT)


def parse_size(
    text: str,
    category: SizeCategory,
    *,
    wearer: Wearer | None = None,
    system: SizeSystem | None = None,
) -> Size:
    """Read a size as it is said.

    Args:
        text: ``37½``, ``IT 42``, ``8.5 US``, ``34DD UK``, ``170/92A``, ``XL``.
        category: What is worn.
        wearer: Whose US shoe size is meant; women's unless said.
        system: The system meant when the text names none.

    Raises:
        UserError: it is no size.

    >>> display_size(parse_size("37 1/2", SizeCategory.SHOE))
    '37½ EU'
    """
    spoken = _plain(text)
    if category is not SizeCategory.RING and _LETTERS.fullmatch(spoken):
        return Size(category, SizeSystem.INT, _SAME_LETTERS.get(spoken, spoken))
    found = _PATTERNS.get(category, _NUMBER).fullmatch(spoken)
    word = (found["before"] or found["after"] or "") if found else ""
    if found is None or (word and word not in _WORDS):
        raise UserError("“{text}” is not a size.", text=text.strip(), field="label")
    label = _tidy(found["label"])
    said = _WORDS[word] if word else system or _system_of_label(label, category)
    return Size(category, _within(category, said, wearer), label)


def display_size(size: Size) -> str:
    """Write a size as it is said: the number, halves as fractions, the system after it.

    >>> display_size(Size(SizeCategory.SHOE, SizeSystem.SHOE_EU, "37.5"))
    '37½ EU'
    """
    shown = _SHOWN_AS.get(size.system, size.system.value)
    return f"{fraction_words(size.label)} {shown}".strip()


def fraction_words(label: str) -> str:
    """Write the decimals of a label as a fraction where one sign stands for it.

    >>> fraction_words("7.125"), fraction_words("N.5"), fraction_words("16.3")
    ('7⅛', 'N½', '16.3')
    """
    whole, point, decimals = label.partition(".")
    if not point or not decimals.isdecimal():
        return label
    part = Fraction(int(decimals), 10 ** len(decimals))
    for sign, written in _VULGAR.items():
        if Fraction(written) == part:
            return (whole if whole != "0" else "") + sign
    return label if part else whole


def _plain(text: str) -> str:
    spoken = text.strip().upper().replace("″", '"').replace("''", '"')
    for sign, written in _VULGAR.items():
        spoken = spoken.replace(sign, f" {written}")
    spoken = unicodedata.normalize("NFKC", spoken).replace(",", ".")
    return " ".join(_FRACTION.sub(_as_decimal, re.sub(r"([A-Z])\s+1/2", r"\1.5", spoken)).split())


def _as_decimal(found: re.Match[str]) -> str:
    value = int(found[1]) + Fraction(int(found[2]), int(found[3]))
    return f"{float(value):g}"


def _tidy(label: str) -> str:
    compact = label.replace(" ", "")
    number = re.match(r"\d+\.\d+", compact)
    return compact.replace(number[0], f"{float(number[0]):g}") if number else compact


def _system_of_label(label: str, category: SizeCategory) -> SizeSystem:
    if "/" in label:
        return SizeSystem.CN
    if category is SizeCategory.RING and label[0].isalpha():
        return SizeSystem.UK
    return usual_system(category)


def _within(category: SizeCategory, said: SizeSystem, wearer: Wearer | None) -> SizeSystem:
    """Return the system of a category that a short word such as US means."""
    if category is SizeCategory.RING and said in {_S.SHOE_MM, _S.EU}:
        return SizeSystem.RING_MM
    if category is not SizeCategory.SHOE:
        return said
    if said is SizeSystem.US:
        men = wearer is Wearer.MEN
        return SizeSystem.SHOE_US_MEN if men else SizeSystem.SHOE_US_WOMEN
    return _SHOE_WORDS.get(said, said)
