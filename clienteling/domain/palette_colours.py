"""The colour a swatch shows for a colour word, in the languages that houses name colours in."""

import re
from functools import cache

from clienteling.domain.fold import fold
from clienteling.domain.words import word_lines

_LIGHTER = frozenset({"light", "pale", "chiaro", "clair", "soft", "hell", "浅", "淡"})
_DARKER = frozenset({"dark", "deep", "scuro", "fonce", "dunkel", "深", "暗"})
_WHITE, _BLACK = 255, 0
_BLEND = 0.38


def swatch(words: str) -> str | None:
    """Return ``#rrggbb`` for the longest colour named in the words, or None.

    Light and dark shades that have no word of their own are mixed with white or black.

    >>> swatch("Bottle green, brushed"), swatch("驼色"), swatch("transparent")
    ('#006a4e', '#c19a6b', None)
    """
    text = fold(words)
    found = _longest(text)
    if found is None:
        return None
    rest = text.replace(found, " ")
    colour = _colours()[found]
    tokens = set(re.findall(r"[^\W\d_]+", rest))
    if tokens & _LIGHTER:
        colour = _mixed(colour, _WHITE)
    elif tokens & _DARKER:
        colour = _mixed(colour, _BLACK)
    return f"#{colour}"


@cache
def _colours() -> dict[str, str]:
    known = {}
    for line in word_lines("colours.txt"):
        colour, _, words = line.partition(" ")
        known.update(dict.fromkeys(map(fold, words.split("|")), colour))
    return known


@cache
def _pattern() -> re.Pattern[str]:
    """Match known words, the longest first; Latin ones only whole."""
    latin = [word for word in _colours() if word.isascii()]
    other = [word for word in _colours() if not word.isascii()]
    ordered = [sorted(words, key=len, reverse=True) for words in (latin, other)]
    whole, anywhere = ("|".join(map(re.escape, words)) for words in ordered)
    return re.compile(rf"(?<![^\W\d_])(?:{whole})(?![^\W\d_])|{anywhere}")


def _longest(text: str) -> str | None:
    spaced = re.sub(r"[-/_]", " ", text)
    found = [match[0] for match in _pattern().finditer(spaced)]
    return max(found, key=len) if found else None


def _mixed(colour: str, other: int) -> str:
    parts = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(part + (other - part) * _BLEND):02x}" for part in parts)
