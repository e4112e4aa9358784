"""A word of the house in the language of the screen, from the JSON that holds its translations."""

import json
from functools import lru_cache


@lru_cache(maxsize=256)
def in_language(word: str | None, others: str | None, language: str) -> str | None:
    """Return the word in a language, or as the house says it where it has no other.

    Args:
        word: The house's own word.
        others: JSON of language tag to word, as the book stores it.
        language: BCP-47; ``zh-Hans-CN`` also takes what is there for ``zh-Hans`` or ``zh``.

    >>> in_language("Privée", '{"zh-Hans": "私享"}', "zh-Hans-CN")
    '私享'
    """
    known = json.loads(others) if others else {}
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        found = known.get("-".join(parts[:length]))
        if found:
            return str(found)
    return word
