"""What two texts say put together, and where words that differ stand side by side."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from clienteling.bootstrap.syncing.state import Span

_SENTENCE = re.compile("[^.!?\u3002\uff01\uff1f\n]+[.!?\u3002\uff01\uff1f]*\\s*|\\s+")
_ENDS = ".!?;:,\u3002\uff01\uff1f\uff1b\uff0c"


def joined(one: str, other: str) -> str:
    """Return one text that says what both say, sentence by sentence, and nothing twice.

    >>> joined("Likes tea. Has a dog.", "Likes tea. Two sons.")
    'Likes tea. Has a dog. Two sons.'
    """
    parts = _SENTENCE.findall(one), _SENTENCE.findall(other)
    here, there = ([part.strip() for part in side] for side in parts)
    kept: list[str] = []
    for _tag, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        kept += parts[0][a:b]
        # A sentence of the other side that stands here already, elsewhere, is not said again.
        kept += [part for part in parts[1][c:d] if part.strip() not in here]
    return _spaced(kept, "\n" if "\n" in one or "\n" in other else "; ")


def together(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return marked stretches with those made one that only a space parts.

    >>> together("Wedding in Suzhou", ((0, 7), (8, 2), (11, 6)))
    ((0, 17),)
    """
    made: list[Span] = []
    for start, length in spans:
        if made and not text[sum(made[-1]) : start].strip():
            made[-1] = (made[-1][0], start + length - made[-1][0])
        else:
            made.append((start, length))
    return tuple(made)


def _spaced(parts: list[str], between: str) -> str:
    text = ""
    for part in parts:
        if text and not text[-1].isspace() and not part[:1].isspace():
            if text[-1] not in _ENDS:
                text += between
            elif text[-1].isascii():
                text += " "
        text += part
    return text.strip()
