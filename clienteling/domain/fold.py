"""Bring text to the one form that index and query share, and cut it into search terms.

What is written to the index comes from ``search_terms``, what a person types goes through
``query_terms``; both stand on ``fold``, so a name is found however it is accented or spelt.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from clienteling.domain import hangul, ideographs, kana

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʹ`´ʻ＇′"), "'")
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
        "ħ": "h", "ŋ": "n", "ŧ": "t", "ə": "a", "ƒ": "f", "ĸ": "k", "ſ": "s",
        "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ـ": None, "ٱ": "ا", "ς": "σ",
        "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None, "\u00ad": None,
    }
)  # fmt: skip
_KATAKANA = {code: chr(code - 0x60) for code in range(0x30A1, 0x30F7)}
_KANA_MARKS = "\u3099\u309a"

_IDEOGRAPH = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af々〆"
_KANA = "\u3041-\u309f\u30fc"
_EAST_ASIAN = f"[{_IDEOGRAPH}{_KANA}\uac00-\ud7a3]"
_UMLAUTS = re.compile("[äöüøåÄÖÜØÅ]|[aou]\u0308")
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_PHONE = re.compile(r"\+?[\d\s()./\-\u2010-\u2015]+")
_CODE = re.compile(r"[A-Za-z]{2}-[A-Za-z0-9]*\d[A-Za-z0-9]*(-\d*)?|[A-Za-z]{2}-[A-Za-z]+-\d+")
_LONGEST_NAME = 6
"""Runs of ideographs longer than this are houses, not people: their tails are not indexed."""


def fold(text: str) -> str:
    """Fold case, accents, widths, kana and letter variants away; index and query share the result.

    >>> fold("Łukasz Ørsted"), fold("STRAẞE"), fold("Ｙｕｋｉ サクラ")
    ('lukasz orsted', 'strasse', 'yuki さくら')
    >>> fold("أحمد"), fold("張學友")
    ('احمد', '张学友')
    """
    if text.isascii():
        return text.lower()
    opened = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold()).casefold()
    bare = "".join(letter for letter in opened if _is_kept(letter))
    closed = unicodedata.normalize("NFC", bare).translate(_LETTERS)
    if closed.isascii():
        return closed
    plain = closed.translate(_KATAKANA).translate(ideographs.plain_shapes())
    return "".join(_plain_digit(letter) for letter in plain)


def _is_kept(letter: str) -> bool:
    return letter in _KANA_MARKS or not unicodedata.category(letter).startswith("M")


def _plain_digit(letter: str) -> str:
    """Write the digits of every script as 0 to 9."""
    return str(unicodedata.digit(letter)) if letter.isdigit() else letter


def search_terms(*texts: str, emails: Iterable[str] = ()) -> frozenset[str]:
    """Return every term under which a person with these names and addresses is found.

    Args:
        texts: Names as written: the display name first, then other scripts, readings, nicknames.
            Family and given name apart are not needed when the display name holds both.
        emails: Addresses; only the letters before the @ become terms, because digits would make
            thousands of terms that a prefix has to merge.
    """
    terms: set[str] = set()
    for text in texts:
        terms |= _text_terms(text)
    for email in emails:
        local = fold(email).split("@")[0]
        terms.update(part for part in re.split(r"[\W\d_]+", local) if part)
    terms.discard("")
    return frozenset(terms)


def _text_terms(text: str) -> set[str]:
    folded = fold(text)
    terms = _run_terms(folded) | _joined(folded)
    if (unbroken := _gap().sub("", folded)) != folded:
        terms |= _run_terms(unbroken)
    if _UMLAUTS.search(text):
        written_out = unicodedata.normalize("NFC", text).casefold().translate(_WRITTEN_OUT)
        terms |= {run[0].replace("'", "") for run in _run().finditer(fold(written_out))}
    return terms


def _run_terms(folded: str) -> set[str]:
    terms: set[str] = set()
    for run in _run().finditer(folded):
        match run.lastgroup:
            case "ideographs":
                terms |= _ideograph_terms(run[0])
            case "kana":
                terms |= {run[0], *kana.romaji(run[0])}
            case _:
                terms |= _word_terms(run[0])
    return terms


def _ideograph_terms(run: str) -> set[str]:
    terms = set(run) | {run[place : place + 2] for place in range(len(run) - 1)}
    for syllables in ideographs.spellings(run):
        terms.update(syllables)
        tails = range(len(syllables)) if len(syllables) <= _LONGEST_NAME else range(1)
        terms.update("".join(syllables[place:]) for place in tails)
        initials = "".join(syllable[0] for syllable in syllables)
        terms |= {initials, initials[1:]}
        if 1 < len(syllables) <= _LONGEST_NAME:
            terms.add("".join(syllables[1:] + syllables[:1]))
    return terms


def _word_terms(word: str) -> set[str]:
    terms = {word.replace("'", ""), *word.split("'")}
    if word.isascii():
        if re.search("[aou]e", word):
            terms.add(re.sub("([aou])e", r"\1", word.replace("'", "")))
        return terms
    terms.add(_latin(word))
    for piece in _hangul().findall(word):
        terms |= {hangul.leading_letters(piece), *hangul.given_names(piece)}
        terms |= {*hangul.surname_spellings(piece), *map(_latin, hangul.given_names(piece))}
    if word.startswith("ال"):
        terms |= {word[2:], _latin(word[2:])}
    return terms


def _latin(word: str) -> str:
    """Write a word of any script in Latin letters."""
    from anyascii import anyascii

    return "".join(letter for letter in anyascii(word).lower() if letter.isalnum())


def _joined(folded: str) -> set[str]:
    """Join what hyphens part: Jean-Luc is also found as jeanluc."""
    parted = re.findall(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)+", folded)
    return {re.sub(r"[-\u2010\u2011]", "", word) for word in parted}


@dataclass(frozen=True, slots=True)
class Query:
    """What a person typed, ready for the index; an empty one finds everybody.

    Args:
        prefixes: Every one must begin a term of the client.
        digits: Digits that must stand somewhere in a telephone number, without the leading zeros
            that people dial and E.164 does not hold.
        email: The folded beginning of an address, when an @ was typed.
        code: The beginning of a client number in capitals, such as ``CL-PAR1-0001``.
        contains: Runs of three ideographs or more that one folded name must hold unbroken; the
            index knows only pairs.
    """

    prefixes: tuple[str, ...] = ()
    digits: str | None = None
    email: str | None = None
    code: str | None = None
    contains: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was asked for."""
        return not (self.prefixes or self.digits or self.email or self.code)


def query_terms(text: str) -> Query:
    """Cut what a person typed into what the index can answer.

    >>> query_terms("O'Brien ma").prefixes, query_terms("06 12 34").digits
    (('obrien', 'ma'), '61234')
    >>> query_terms("王小明")
    Query(prefixes=('王小', '小明'), digits=None, email=None, code=None, contains=('王小明',))
    """
    typed = text.strip()
    folded = fold(typed)
    if "@" in folded.strip("@"):
        return Query(email=folded)
    if any(map(str.isdigit, folded)) and _PHONE.fullmatch(folded):
        return Query(digits=dialled_digits(folded))
    if _CODE.fullmatch(typed):
        return Query(code=typed.upper())
    return _word_query(folded)


def dialled_digits(text: str) -> str:
    """Keep the digits of what was dialled, without the zeros that E.164 does not hold.

    Zeros stay where fewer than three digits would be left: 0012 is somebody's last four.

    >>> dialled_digits("0033 (0)6 12"), dialled_digits("0012")
    ('33612', '0012')
    """
    international = text.lstrip().startswith(("+", "00"))
    digits = re.sub(r"\D", "", text.replace("(0)", "") if international else text)
    bare = digits.lstrip("0")
    return bare if len(bare) > 2 else digits


def _word_query(folded: str) -> Query:
    prefixes: list[str] = []
    contains: list[str] = []
    digits = ""
    for run in _run().finditer(folded):
        piece = run[0]
        if run.lastgroup == "ideographs":
            pairs = [piece[place : place + 2] for place in range(len(piece) - 1)]
            prefixes += pairs or [piece]
            contains += [piece] if len(piece) > 2 else []
        elif piece.isdigit() and len(piece) > 2:
            digits += piece
        else:
            prefixes.append(re.sub(r"'|(?<=[^\W\d])\d+$", "", piece))
    wanted = tuple(dict.fromkeys(prefix for prefix in prefixes if prefix))
    return Query(wanted, dialled_digits(digits) if digits else None, None, None, tuple(contains))


def matches(query: Query, terms: Iterable[str], *names: str) -> bool:
    """Say whether a client with these terms and names answers the words of a query.

    The index answers the same question faster; this one is for short lists and for checking it.
    Digits, address and code are not looked at: they are held elsewhere.
    """
    known = tuple(terms)
    return all(
        any(term.startswith(prefix) for term in known) for prefix in query.prefixes
    ) and all(any(run in _gap().sub("", fold(name)) for name in names) for run in query.contains)


# These name tens of thousands of letters and take milliseconds to compile: not at every start.


@cache
def _run() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<ideographs>[{_IDEOGRAPH}]+)|(?P<kana>[{_KANA}]+)"
        rf"|(?P<word>(?:(?![{_IDEOGRAPH}{_KANA}])[^\W_]|(?<=\w)'(?=\w))+)"
    )


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(rf"(?<={_EAST_ASIAN})[\s・·]+(?={_EAST_ASIAN})")


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile(r"[\uac00-\ud7a3]+")
