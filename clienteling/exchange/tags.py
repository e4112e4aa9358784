"""Sort the labels of other programs into what the book has for them.

A label that says what she likes or may not have ("likes: silk", "allergic to nickel") becomes a
preference, for a look is made by it; all others ("vip", "Milano") stay together as one note, since
taking them for likes would be a guess.
"""

import re
from dataclasses import dataclass

from clienteling.models.knowledge import Polarity

NOTE_BEGINS = "Tags: "
"""How the note of labels begins; by it a later file knows which of them are there already."""

_WORDS = {
    Polarity.LIKES: "like|likes|love|loves|aime|adore|ama|喜欢|好き",
    Polarity.DISLIKES: "dislike|dislikes|hate|hates|n'aime pas|non ama|不喜欢|苦手",
    Polarity.AVOID: "avoid|avoids|éviter|evitare|避免",
    Polarity.ALLERGIC: "allergic|allergic to|allergy|allergies|allergie|allergia|过敏|アレルギー",
}
_POLARITIES = {word: polarity for polarity, text in _WORDS.items() for word in text.split("|")}
_COLON = re.compile(r"\s*[:=\uff1a]\s*")
_ALLERGIC_TO = re.compile(r"allergic to (?P<what>.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The labels of one client, sorted: preferences as polarity and words, and the others."""

    preferences: tuple[tuple[Polarity, str], ...]
    others: tuple[str, ...]


def sort_tags(tags: tuple[str, ...]) -> Sorted:
    """Sort labels into preferences and the rest.

    >>> sort_tags(("vip", "Likes: silk", "allergic to nickel"))
    Sorted(preferences=((<Polarity.LIKES: 'likes'>, 'silk'), \
(<Polarity.ALLERGIC: 'allergic'>, 'nickel')), others=('vip',))
    """
    preferences, others = [], []
    for tag in tags:
        said = _preference(tag)
        if said is None:
            others.append(tag)
        else:
            preferences.append(said)
    return Sorted(tuple(dict.fromkeys(preferences)), tuple(others))


def note_of(tags: tuple[str, ...]) -> str:
    """Write labels as one note.

    >>> note_of(("vip", "Milano"))
    'Tags: vip, Milano'
    """
    return NOTE_BEGINS + ", ".join(tags)


def tags_in(note: str) -> frozenset[str]:
    """Return the labels that a note of labels holds; none where it is another note."""
    if not note.startswith(NOTE_BEGINS):
        return frozenset()
    return frozenset(note.removeprefix(NOTE_BEGINS).split(", "))


def _preference(tag: str) -> tuple[Polarity, str] | None:
    word, *rest = _COLON.split(tag, maxsplit=1)
    polarity = _POLARITIES.get(word.casefold())
    if polarity is not None and rest and rest[0]:
        return polarity, rest[0]
    to = _ALLERGIC_TO.fullmatch(tag)
    return None if to is None else (Polarity.ALLERGIC, to["what"])
