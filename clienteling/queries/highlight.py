"""Where in a name, as it is written, stands what was typed; for underlining what matched."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from clienteling.domain import ideographs
from clienteling.domain.fold import fold

Span = tuple[int, int]
"""Start and length, in characters of the text."""

_JOINTS = "-'’‐‑"  # hyphens and apostrophes: a name is also found without them
_WORD = re.compile(rf"[^\W_]+(?:[{_JOINTS}][^\W_]+)*")
_BARE = str.maketrans("", "", _JOINTS)


def spans(text: str, prefixes: Iterable[str]) -> tuple[Span, ...]:
    """Return where the text holds words that begin so, in order and without overlaps.

    >>> spans("Béatrice Altieri", ["alt", "bea"])
    ((0, 3), (9, 3))
    >>> spans("王小明", ["xiaom"]), spans("O'Brien", ["obr"])
    (((1, 2),), ((0, 4),))
    """
    found: list[Span] = []
    for prefix in prefixes:
        found += _written(text, prefix) or _spelt(text, prefix)
    # Of one word there is mostly one place, and of that there is nothing to put in order.
    return tuple(found if len(found) < 2 else _joined(sorted(set(found))))


def digit_spans(text: str, digits: str) -> tuple[Span, ...]:
    """Return where a number as written holds these digits, whatever stands between them.

    >>> digit_spans("+39 02 4471", "0244")
    ((4, 5),)
    """
    start = "".join(filter(str.isdigit, text)).find(digits)
    if start < 0 or not digits:
        return ()
    places = [place for place, letter in enumerate(text) if letter.isdigit()]
    first, last = places[start], places[start + len(digits) - 1]
    return ((first, last - first + 1),)


def text_spans(text: str, beginning: str) -> tuple[Span, ...]:
    """Return where an address or a number begins as typed.

    >>> text_spans("dupont.ma85@example.com", "Dupont.ma")
    ((0, 9),)
    """
    start = text.casefold().find(beginning.casefold())
    return () if start < 0 or not beginning else ((start, len(beginning)),)


def _written(text: str, prefix: str) -> list[Span]:
    found = []
    for word in _words(text):
        for start, folded, lengths in word:
            if folded.startswith(prefix):
                found.append((start, 1 + bisect_left(lengths, len(prefix))))
                break
    return found


_Start = tuple[int, str, tuple[int, ...]]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[_Start, ...], ...]:
    """Return, for each word, where a match may start: place, folded rest, its length by letter.

    Kept, because the next letter that is typed meets the same names.
    """
    return tuple(tuple(_starts(word)) for word in _WORD.finditer(text))


def _starts(word: re.Match[str]) -> Iterator[_Start]:
    letters = word[0]
    for place in range(len(letters)):
        # Scripts that part no words, and those whose article is written together, begin anywhere.
        if place == 0 or letters[place - 1] in _JOINTS or letters[place] >= "\u0600":
            lengths = tuple(
                len(fold(letters[place : end + 1]).translate(_BARE))
                for end in range(place, len(letters))
            )
            yield word.start() + place, fold(letters[place:]).translate(_BARE), lengths


def _spelt(text: str, prefix: str) -> list[Span]:
    """Find ideographs by their reading or by its first letters."""
    if text.isascii() or not prefix.isascii():
        return []
    plain = _plain_letters(text)
    for start in range(len(plain)):
        length = _read(plain[start:], prefix) or _initials(plain[start:], prefix)
        if length:
            return [(start, length)]
    return []


@lru_cache(maxsize=4096)
def _plain_letters(text: str) -> tuple[str, ...]:
    """Return a text's letters in their plain shapes; none where no letter has a reading."""
    plain = tuple(fold(letter) for letter in text)
    return plain if any(map(ideographs.readings, plain)) else ()


def _read(letters: Sequence[str], rest: str) -> int:
    """Return how many letters spell the rest of what was typed; 0 if they do not."""
    if not letters:
        return 0
    for reading in ideographs.readings(letters[0]):
        if reading.startswith(rest):
            return 1
        if rest.startswith(reading):
            following = _read(letters[1:], rest[len(reading) :])
            if following:
                return following + 1
    return 0


def _initials(letters: Sequence[str], prefix: str) -> int:
    if not 1 < len(prefix) <= len(letters):
        return 0
    pairs = zip(letters, prefix, strict=False)
    is_spelt = all(
        any(reading[0] == initial for reading in ideographs.readings(letter))
        for letter, initial in pairs
    )
    return len(prefix) if is_spelt else 0


def _joined(found: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, length in found:
        if joined and start <= joined[-1][0] + joined[-1][1]:
            begin = joined[-1][0]
            joined[-1] = (begin, max(joined[-1][1], start + length - begin))
        else:
            joined.append((start, length))
    return joined
