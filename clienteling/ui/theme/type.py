"""The roles text plays, and the families that draw each language.

Source: the design's section 4, "Type" and "Languages and scripts". One font list for all languages
would draw Han characters in the wrong national form, so each language has its own order.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtGui import QFont

Role = Literal[
    "d60", "d50", "d46", "d40", "d34", "d28", "d26", "d24", "i20", "i18", "i16",
    "h", "b", "bm", "bb", "s", "sm", "sb", "c", "cm", "o", "key", "mon",
]  # fmt: skip

_CJK = {"zh-Hans": "SC", "zh-Hant": "TC", "ja": "JP"}
_SERIF_CJK_SCALE = 0.86
_ITALIC_CJK_SMALLER_PX = 2.5


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """How one role is set: size and line in logical pixels at 100 % text size."""

    px: float
    line: float
    weight: int
    serif: bool = False
    italic: bool = False
    caps: bool = False
    tracking: float = 100


ROLES: dict[Role, RoleSpec] = {
    "d60": RoleSpec(72, 80, 500, serif=True),
    "d50": RoleSpec(50, 56, 500, serif=True),
    "d46": RoleSpec(46, 52, 500, serif=True),
    "d40": RoleSpec(40, 46, 500, serif=True),
    "d34": RoleSpec(34, 40, 500, serif=True),
    "d28": RoleSpec(28, 34, 500, serif=True),
    "d26": RoleSpec(26, 32, 500, serif=True),
    "d24": RoleSpec(24, 30, 500, serif=True),
    "i20": RoleSpec(20, 28, 500, serif=True, italic=True),
    "i18": RoleSpec(18.5, 26, 500, serif=True, italic=True),
    "i16": RoleSpec(17, 24, 500, serif=True, italic=True),
    "h": RoleSpec(15, 22, 600),
    "b": RoleSpec(14, 20, 400),
    "bm": RoleSpec(14, 20, 500),
    "bb": RoleSpec(14, 20, 600),
    "s": RoleSpec(13, 18, 400),
    "sm": RoleSpec(13, 18, 500),
    "sb": RoleSpec(13, 18, 600),
    "c": RoleSpec(12, 16, 400),
    "cm": RoleSpec(12, 16, 500),
    "o": RoleSpec(10.5, 14, 600, caps=True, tracking=114),
    "key": RoleSpec(11, 16, 500),
    "mon": RoleSpec(19, 24, 500, serif=True, tracking=104),
}


@cache
def make_font(role: Role, language: str, factor: float, *, quoting: bool = False) -> QFont:
    """Return the font of a role for the language of the text, at a text size factor.

    Args:
        role: The role.
        language: Of the text.
        factor: Of the text size.
        quoting: Whether the text holds quotation marks: in Chinese they are as wide as a
            character, which only the Chinese face draws.
    """
    spec = ROLES[role]
    asian = language in _CJK
    font = QFont()
    known = families(language, serif=spec.serif)
    font.setFamilies([known[1], known[0], *known[2:]] if quoting and asian else known)
    font.setPixelSize(max(1, int(_pixels(role, spec, asian=asian) * factor + 0.5)))
    font.setWeight(QFont.Weight(min(spec.weight, 500) if asian else spec.weight))
    font.setItalic(spec.italic and not asian)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("lnum"), 1)
    if spec.caps and not asian:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    if spec.tracking != 100:
        tracking = 104 if asian else spec.tracking
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, tracking)
    return font


def families(language: str, *, serif: bool) -> list[str]:
    """Return the font families to try, in order, for text in a language."""
    national = _CJK.get(language, "SC")
    sans = ["Hanken Grotesk", f"Noto Sans {national}"]
    others = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans KR"]
    if serif:
        return ["Cormorant Garamond", f"Noto Serif {national}", f"Noto Sans {national}", *others]
    return [*sans, *others]


def _pixels(role: Role, spec: RoleSpec, *, asian: bool) -> float:
    if not asian:
        return spec.px
    if spec.italic:
        return spec.px - _ITALIC_CJK_SMALLER_PX
    if role == "o":
        return 12
    return spec.px * _SERIF_CJK_SCALE if spec.serif else spec.px
