"""Where two texts differ, by whole words; by the letter in scripts that part no words."""

import re
from difflib import SequenceMatcher

from clienteling.bootstrap.syncing.state import Span

_TOKEN = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+|\s+|[^\w\s]")

#: Longer texts are marked as different in whole: comparing them would keep a person waiting.
_MOST = 4_000


def differences(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where each of two texts has what the other has not.

    >>> differences("White peonies", "White lilies")
    (((6, 7),), ((6, 6),))
    """
    if max(len(one), len(other)) > _MOST:
        return ((0, len(one)),), ((0, len(other)),)
    left, right = _TOKEN.findall(one), _TOKEN.findall(other)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        _spans(left, [(start, end) for _tag, start, end, _s, _e in changes]),
        _spans(right, [(start, end) for _tag, _s, _e, start, end in changes]),
    )


def _spans(tokens: list[str], ranges: list[tuple[int, int]]) -> tuple[Span, ...]:
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return tuple((places[a], places[b] - places[a]) for a, b in ranges if b > a)
