"""How a person's name is shown: in full, in lists, as a monogram, on an envelope."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from clienteling.domain import ideographs
from clienteling.domain.fold import fold

NO_MONOGRAM = "·"
"""Stands in the disc of somebody whose name has no letter."""

_EAST_ASIAN = (
    (0x3005, 0x3007),
    (0x3041, 0x30FF),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0x20000, 0x323AF),
)
_AFTER_FAMILY = frozenset(
    [
        "女士",
        "先生",
        "小姐",
        "太太",
        "夫人",
        "老师",
        "医生",
        "博士",
        "様",
        "さま",
        "殿",
        "氏",
        "さん",
    ]
)
_AFTER_FULL_NAME = frozenset(("님", "씨", "귀하"))
_AFTER_GIVEN = frozenset(("hanım", "hanim", "bey"))


class NameOrder(StrEnum):
    """Which part a person's own language says first."""

    GIVEN_FIRST = "given_first"
    FAMILY_FIRST = "family_first"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, as the person writes it; every part may be empty."""

    given: str = ""
    family: str = ""
    middle: str = ""
    order: NameOrder = NameOrder.GIVEN_FIRST
    preferred: str = ""
    salutation: str = ""
    suffix: str = ""


def is_east_asian(text: str) -> bool:
    """Say whether a text is written in ideographs, kana or Hangul.

    >>> is_east_asian("王小明"), is_east_asian("Wang")
    (True, False)
    """
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(
        any(first <= ord(letter) <= last for first, last in _EAST_ASIAN) for letter in letters
    )


def usual_order(locale: str, text: str = "") -> NameOrder:
    """Return the order of names in a language; East Asian writing decides before the language.

    >>> usual_order("hu-HU"), usual_order("fr"), usual_order("en-HK", "陳大文")
    (<NameOrder.FAMILY_FIRST: 'family_first'>, <NameOrder.GIVEN_FIRST: 'given_first'>, \
<NameOrder.FAMILY_FIRST: 'family_first'>)
    """
    language = locale.replace("_", "-").split("-")[0].lower()
    if is_east_asian(text):
        return NameOrder.FAMILY_FIRST if "・" not in text else NameOrder.GIVEN_FIRST
    if language in {"hu", "vi"} or (not text and language in {"zh", "ja", "ko", "yue"}):
        return NameOrder.FAMILY_FIRST
    return NameOrder.GIVEN_FIRST


def display_name(name: PersonName) -> str:
    """Write the whole name in the person's own order.

    >>> display_name(PersonName("Ginevra", "Altieri"))
    'Ginevra Altieri'
    >>> display_name(PersonName("小明", "王", order=NameOrder.FAMILY_FIRST))
    '王小明'
    """
    given = _joined(name.given, name.middle)
    if name.order is NameOrder.FAMILY_FIRST:
        spaced = name.family + " " + _joined(name.middle, name.given)
        close = is_east_asian(name.family) and is_east_asian(name.given) and not _is_kana(spaced)
        parts = name.family + name.middle + name.given if close else spaced.strip()
        return _joined(parts, name.suffix)
    return _joined(given, name.family, name.suffix) or name.preferred


def list_name(name: PersonName) -> str:
    """Write the name as an index does, the family name first.

    >>> list_name(PersonName("Marie", "de La Tour du Pin")), list_name(PersonName("Cher"))
    ('de La Tour du Pin, Marie', 'Cher')
    """
    given = _joined(name.given, name.middle)
    if name.order is NameOrder.FAMILY_FIRST or not (name.family and given):
        return display_name(name)
    return f"{name.family}, {_joined(given, name.suffix)}"


def sort_key(name: PersonName, reading: str = "") -> str:
    """Return what lists are sorted by: small particles aside, ideographs by their reading.

    Args:
        name: The name.
        reading: How it is read (kana or Latin letters), when it is known; Japanese needs it.

    >>> sort_key(PersonName("Ludwig", "van Beethoven")), sort_key(PersonName("小明", "王"))
    ('beethoven ludwig', 'wang xiaoming')
    """
    if reading:
        return fold(reading)
    family = _without_particles(name.family)
    parts = [_spelt(part) for part in (family, name.given, name.middle) if part]
    return " ".join(parts) or fold(name.preferred)


def monogram(name: PersonName) -> str:
    """Return one or two letters for the disc beside a name.

    >>> monogram(PersonName("Ginevra", "Altieri")), monogram(PersonName("Ludwig", "van Beethoven"))
    ('GA', 'LB')
    >>> monogram(PersonName("小明", "王")), monogram(PersonName("🙂"))
    ('王', '·')
    """
    given = _first_letter(name.given or name.preferred)
    family = _first_letter(_without_particles(name.family))
    main = family or given
    if is_east_asian(main) or _is_joined_script(main):
        return main
    pair = family + given if name.order is NameOrder.FAMILY_FIRST else given + family
    return pair or NO_MONOGRAM


def short_name(name: PersonName) -> str:
    """Return what the house calls the person among itself.

    >>> short_name(PersonName("Alexandra", "Roth", preferred="Sasha"))
    'Sasha'
    >>> short_name(PersonName("小明", "王", order=NameOrder.FAMILY_FIRST))
    '王小明'
    """
    if name.preferred:
        return name.preferred
    if is_east_asian(name.given):
        return display_name(name)
    return name.given or name.family


def form_of_address(name: PersonName, locale: str = "") -> str:
    """Return how the person is addressed, such as on an envelope.

    Nobody's title is guessed: without a salutation it is the whole name, in Japanese with 様.

    >>> form_of_address(PersonName("Ginevra", "Altieri", salutation="Signora"))
    'Signora Altieri'
    >>> form_of_address(PersonName("小明", "王", salutation="先生"), "zh-CN")
    '王先生'
    """
    title = name.salutation.strip()
    family = name.family or name.given
    if title in _AFTER_FAMILY:
        return family + ("" if is_east_asian(family) else " ") + title
    if title in _AFTER_FULL_NAME:
        return f"{display_name(name)} {title}"
    if title.casefold() in _AFTER_GIVEN:
        return _joined(name.given or name.family, title)
    if not title and locale.startswith("ja") and is_east_asian(family):
        return f"{family}様"
    return _joined(title, family) if title else display_name(name)


def _joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())


def _is_kana(text: str) -> bool:
    """Say whether any kana stands in the text: Japanese names then keep their space."""
    return any("\u3041" <= letter <= "\u30ff" for letter in text)


def _without_particles(family: str) -> str:
    """Drop the small words before a family name: van Beethoven is sorted under B."""
    words = family.split()
    while len(words) > 1 and words[0][:1].islower():
        words = words[1:]
    kept = " ".join(words)
    head, apostrophe, rest = kept.replace("’", "'").partition("'")
    return rest if apostrophe and head.islower() and rest else kept


def _spelt(part: str) -> str:
    """Write a part for sorting: ideographs in pinyin, anything else folded."""
    folded = fold(part)
    spelling = ideographs.spellings(folded) if is_east_asian(part) else []
    return "".join(spelling[0]) if spelling else folded


def _first_letter(text: str) -> str:
    """Return the first letter in capitals, with the marks that belong to it."""
    composed = unicodedata.normalize("NFC", text)
    for letter in composed:
        if letter.isalnum():
            capital = letter.upper()
            return capital if len(capital) == 1 else letter
    return ""


def _is_joined_script(letter: str) -> bool:
    """Say whether two initials side by side would read as a syllable (Arabic and its kin)."""
    return bool(letter) and unicodedata.bidirectional(letter) == "AL"
