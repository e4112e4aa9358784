"""Choose the face of every character: the house's own first, then by script and language."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from clienteling.reports.truetype import TrueTypeFile
from clienteling.settings.paths import resource


@dataclass(frozen=True, slots=True)
class Face:
    """A shipped face as painters that know families by name ask for it."""

    family: str
    weight: int = 400
    italic: bool = False


FACES: Final = {
    "CormorantGaramond-Medium": Face("Cormorant Garamond", 500),
    "CormorantGaramond-MediumItalic": Face("Cormorant Garamond", 500, italic=True),
    "CormorantGaramond-SemiBold": Face("Cormorant Garamond", 600),
    "EBGaramond-Medium": Face("EB Garamond", 500),
    "EBGaramond-MediumItalic": Face("EB Garamond", 500, italic=True),
    "HankenGrotesk-Regular": Face("Hanken Grotesk"),
    "HankenGrotesk-Medium": Face("Hanken Grotesk", 500),
    "NotoSans-Regular": Face("Noto Sans"),
    "NotoSans-Medium": Face("Noto Sans", 500),
    "NotoSerifSC-Regular": Face("Noto Serif SC"),
    "NotoSerifTC-Regular": Face("Noto Serif TC"),
    "NotoSerifJP-Regular": Face("Noto Serif JP"),
    "NotoSansSC-Regular": Face("Noto Sans SC"),
    "NotoSansTC-Regular": Face("Noto Sans TC"),
    "NotoSansJP-Regular": Face("Noto Sans JP"),
    "NotoSansKR-Regular": Face("Noto Sans KR"),
    "NotoNaskhArabic-Regular": Face("Noto Naskh Arabic"),
    "NotoSansHebrew-Regular": Face("Noto Sans Hebrew"),
    "NotoSerifHebrew-Regular": Face("Noto Serif Hebrew"),
    "NotoEmoji-Regular": Face("Noto Emoji"),
}

FEATURES: Final = {"lnum": 1, "kern": 1, "liga": 0, "clig": 0, "dlig": 0, "calt": 0}
"""The OpenType features pages are measured with; every painter must draw with the same."""


class Style(StrEnum):
    """The voices of a page."""

    SERIF = "serif"
    SERIF_STRONG = "serif strong"
    ITALIC = "italic"
    SANS = "sans"
    SANS_STRONG = "sans strong"


_OWN: Final = {
    Style.SERIF: ("CormorantGaramond-Medium", "EBGaramond-Medium"),
    Style.SERIF_STRONG: ("CormorantGaramond-SemiBold", "EBGaramond-Medium"),
    Style.ITALIC: ("CormorantGaramond-MediumItalic", "EBGaramond-MediumItalic"),
    Style.SANS: ("HankenGrotesk-Regular", "NotoSans-Regular"),
    Style.SANS_STRONG: ("HankenGrotesk-Medium", "NotoSans-Medium"),
}
_SERIFS: Final = frozenset({Style.SERIF, Style.SERIF_STRONG, Style.ITALIC})
_HAN_ORDER: Final = {"zh-Hans": "SC TC JP", "zh-Hant": "TC SC JP", "ja": "JP SC TC"}
_HAN: Final = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_KANA: Final = re.compile("[\u3040-\u30ff\uff66-\uff9f]")
_FULL_WIDTH_QUOTES: Final = frozenset("“”‘’…—")
_SERIF_HAN_SCALE: Final = 86
_FULL_SCALE: Final = 100


@cache
def face_file(key: str) -> TrueTypeFile:
    """Return a shipped face, read once; faces nobody needs are never opened."""
    return TrueTypeFile(resource("fonts", f"{key}.ttf"))


def han_language(text: str, language: str) -> str:
    """Say whose forms of Chinese characters a text wants.

    A document's own language decides if it is Chinese or Japanese; kana decide for Japanese, and
    characters that only traditional Chinese writes for that.

    >>> han_language("さくら", "en"), han_language("陳靜怡", "fr"), han_language("陈静怡", "en")
    ('ja', 'zh-Hant', 'zh-Hans')
    """
    if _KANA.search(text):
        return "ja"
    if language in _HAN_ORDER:
        return language
    for character in _HAN.findall(text):
        if not _encodes(character, "gb2312") and _encodes(character, "big5"):
            return "zh-Hant"
    return "zh-Hans"


@cache
def chain(style: Style, language: str) -> tuple[str, ...]:
    """Return the faces to ask for a character, best first."""
    order = _HAN_ORDER[language].split()
    sans = tuple(f"NotoSans{form}-Regular" for form in order)
    if style not in _SERIFS:
        return (*_OWN[style], *sans, "NotoSansHebrew-Regular", *_LAST)
    serif = tuple(f"NotoSerif{form}-Regular" for form in order)
    same_form = (serif[0], sans[0])
    others = tuple(face for pair in zip(serif[1:], sans[1:], strict=True) for face in pair)
    return (*_OWN[style], *same_form, *others, "NotoSerifHebrew-Regular", *_LAST)


_LAST: Final = (
    "NotoNaskhArabic-Regular",
    "NotoSansKR-Regular",
    "NotoEmoji-Regular",
    "NotoSans-Regular",
)


def face_of(character: str, style: Style, language: str, *, full_width: bool = False) -> str:
    """Return the face that draws a character; one with a plain empty box where none can.

    Args:
        character: One character.
        style: The voice it is set in.
        language: A value of ``han_language``.
        full_width: Whether the character stands beside Chinese or Japanese ones, so that
            quotation marks, dashes and ellipses are as wide as those.
    """
    return _face_of(character, style, language, full_width and character in _FULL_WIDTH_QUOTES)


@cache
def _face_of(character: str, style: Style, language: str, han_first: bool) -> str:  # noqa: FBT001 - part of the cache's key
    faces = chain(style, language)
    if han_first:
        faces = faces[2:]
    code = ord(character)
    return next((key for key in faces if face_file(key).glyph(code)), faces[-1])


def scale_of(face: str, style: Style) -> int:
    """Return the size of a face beside the house's own, in percent (DESIGN: serif at 86 %)."""
    is_east_asian = (
        face.partition("-")[0].startswith("Noto") and face.partition("-")[0][-2:] in _FORMS
    )
    return _SERIF_HAN_SCALE if style in _SERIFS and is_east_asian else _FULL_SCALE


_FORMS: Final = frozenset({"SC", "TC", "JP", "KR"})


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
