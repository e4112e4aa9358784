"""Names that are nearly what was typed: the vocabulary and its one-letter deletions.

Two words that differ by one letter left out, put in, changed or swapped with its neighbour share a
form with one letter deleted, so a typo is found by looking a handful of keys up.
Source: Wolf Garbe, SymSpell (symmetric delete spelling correction).
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlcipher3 import dbapi2

from clienteling.domain.fold import search_terms
from clienteling.domain.names import is_east_asian

TABLES = """
CREATE TABLE name_term (term TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE name_del (
  del TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (del, term)
) WITHOUT ROWID, STRICT;
"""

SHORTEST, LONGEST = 4, 24
"""Of shorter words everything is one letter away; longer ones are not names."""

MOST_GUESSES = 8


def vocabulary(names: Iterable[str]) -> frozenset[str]:
    """Return the words of some names that a typo may be corrected to.

    Names in ideographs, kana and Hangul are spelt by an input method, which makes other mistakes.
    """
    return frozenset(
        term
        for name in names
        if name.isascii() or not is_east_asian(name)
        for term in search_terms(name)
        if SHORTEST <= len(term) <= LONGEST and term.isalpha()
        if term.isascii() or not is_east_asian(term)
    )


def count_in(raw: dbapi2.Connection, terms: Iterable[str]) -> None:
    """Note that one more client has these words."""
    for term in terms:
        raw.execute(
            "INSERT INTO name_term (term, n) VALUES (?, 1) "
            "ON CONFLICT (term) DO UPDATE SET n = n + 1",
            (term,),
        )
        if raw.execute("SELECT n FROM name_term WHERE term = ?", (term,)).fetchone()[0] == 1:
            raw.executemany(
                "INSERT OR IGNORE INTO name_del (del, term) VALUES (?, ?)",
                [(short, term) for short in deletions(term)],
            )


def count_out(raw: dbapi2.Connection, terms: Iterable[str]) -> None:
    """Note that one client fewer has these words; a word nobody has is forgotten."""
    for term in terms:
        raw.execute("UPDATE name_term SET n = n - 1 WHERE term = ?", (term,))
        gone = raw.execute("DELETE FROM name_term WHERE term = ? AND n <= 0", (term,)).rowcount
        if gone:
            raw.executemany(
                "DELETE FROM name_del WHERE del = ? AND term = ?",
                [(short, term) for short in deletions(term)],
            )


def rebuild(raw: dbapi2.Connection, counted: Counter[str]) -> None:
    """Write the whole vocabulary, in the order of its keys so that pages fill once."""
    raw.execute("DELETE FROM name_term")
    raw.execute("DELETE FROM name_del")
    raw.executemany("INSERT INTO name_term (term, n) VALUES (?, ?)", sorted(counted.items()))
    pairs = sorted((short, term) for term in counted for short in deletions(term))
    raw.executemany("INSERT INTO name_del (del, term) VALUES (?, ?)", pairs)


def guesses(raw: dbapi2.Connection, word: str) -> tuple[str, ...]:
    """Return the words of the vocabulary one letter away from a word, the commonest first."""
    if not SHORTEST <= len(word) <= LONGEST:
        return ()
    shorter = sorted(deletions(word))
    marks = ", ".join("?" * len(shorter))
    found = raw.execute(
        f"SELECT term, n FROM name_term WHERE term IN ({marks}) UNION "  # noqa: S608 - marks only
        "SELECT t.term, t.n FROM name_del d JOIN name_term t ON t.term = d.term "
        f"WHERE d.del IN (?, {marks}) ORDER BY n DESC, term",
        (*shorter, word, *shorter),
    )
    near = [term for term, _n in found if term != word and is_near(word, term)]
    return tuple(near[:MOST_GUESSES])


def deletions(word: str) -> frozenset[str]:
    """Return the word with each one letter left out.

    >>> sorted(deletions("anna"))
    ['ana', 'ann', 'nna']
    """
    return frozenset(word[:place] + word[place + 1 :] for place in range(len(word)))


def is_near(one: str, other: str) -> bool:
    """Say whether one letter left out, put in, changed or swapped makes one word of the other.

    >>> is_near("altieri", "alteiri"), is_near("altieri", "altiery"), is_near("anna", "nana")
    (True, True, True)
    >>> is_near("altieri", "olteiri")
    False
    """
    if abs(len(one) - len(other)) > 1:
        return False
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return (len(left) <= 1 and len(right) <= 1) or (len(left) == 2 and left == right[::-1])


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many letters two words begin with alike."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))
