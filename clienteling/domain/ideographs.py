"""How ideographs are read (pinyin without tones) and which shapes are the same letter."""

import itertools
from functools import cache

from clienteling.domain.words import word_lines

MOST_READINGS = 8
"""A name of many two-way letters is spelt at most this many ways."""


@cache
def plain_shapes() -> dict[int, str]:
    """Map traditional and Japanese shapes to the simplified one, for ``str.translate``."""
    old, plain = word_lines("ideograph_shapes.txt")
    return {ord(letter): shape for letter, shape in zip(old, plain, strict=True)}


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in word_lines("ideograph_readings.txt"):
        syllable, letters = line.split(" ")
        for letter in letters:
            found[letter] = (*found.get(letter, ()), syllable)
    return found


def readings(letter: str) -> tuple[str, ...]:
    """Return the readings of one ideograph in its plain shape, the likeliest first.

    >>> readings("曾"), readings("李")
    (('zeng', 'ceng'), ('li',))
    """
    return _readings().get(letter, ())


def spellings(ideographs: str) -> list[tuple[str, ...]]:
    """Spell a run of ideographs in pinyin, syllable by syllable, in all the ways it is read.

    >>> spellings("单小明")
    [('shan', 'xiao', 'ming'), ('dan', 'xiao', 'ming')]
    """
    known = [ways for letter in _without_repeats(ideographs) if (ways := readings(letter))]
    return list(itertools.islice(itertools.product(*known), MOST_READINGS)) if known else []


def _without_repeats(ideographs: str) -> str:
    """Write out the mark that repeats the letter before it: 佐々木 is 佐佐木."""
    return "".join(
        ideographs[place - 1] if letter == "々" and place else letter
        for place, letter in enumerate(ideographs)
    )
