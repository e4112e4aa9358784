"""Everybody in a book as a scan would see them, and the words that people type to find them."""

import random
from collections.abc import Callable

from sqlcipher3 import dbapi2

from clienteling.domain.fold import fold, query_terms
from clienteling.queries.find import Why, find
from clienteling.storage.search_rows import entries

QUERIES = 60
TOP = 20
NEAR = "one letter off"


class Everybody:
    """Every client in the ranking's order, as a scan needs her."""

    def __init__(self, raw: dbapi2.Connection) -> None:
        self.ids: list[str] = []
        self.lines: list[str] = []
        self.folded: list[str] = []
        self.phones: list[str] = []
        self.names: list[str] = []
        self.terms: list[list[str]] = []
        ids = [row[0] for row in raw.execute("SELECT client_id FROM client_hit ORDER BY rk")]
        for start in range(0, len(ids), 2000):
            found = entries(raw, ids[start : start + 2000])
            for client_id in ids[start : start + 2000]:
                one = found[client_id]
                terms = sorted(term for term in one.terms if not term.startswith("_"))
                self.ids.append(client_id.hex())
                self.lines.append(" " + " ".join(terms))
                self.terms.append(terms)
                self.names.append(" ".join(one.words))
                self.folded.append(fold(" ".join(one.words)))
                self.phones.append(" ".join(part for part in one.digits.split() if part.isdigit()))

    def scan(self, text: str) -> list[str]:
        """Return the best twenty ids by looking at everybody."""
        query = query_terms(text)
        found = []
        for place, line in enumerate(self.lines):
            if query.digits and query.digits not in self.phones[place]:
                continue
            if all(f" {prefix}" in line for prefix in query.prefixes) and all(
                run in self.folded[place].replace(" ", "") for run in query.contains
            ):
                found.append(self.ids[place])
                if len(found) == TOP:
                    break
        return found


def query_classes(everybody: Everybody, rng: random.Random) -> dict[str, list[str]]:
    """Draw the queries of each class from the people there are."""

    def drawn(make: Callable[[int], str]) -> list[str]:
        found: list[str] = []
        for _ in range(200_000):
            text = make(rng.randrange(len(everybody.ids)))
            if text:
                found.append(text)
            if len(found) == QUERIES:
                break
        return found

    def word(place: int) -> str:
        words = [w for w in everybody.folded[place].split() if w.isascii() and w.isalpha()]
        return rng.choice(words) if words else ""

    def script(place: int, first: int, last: int, length: int) -> str:
        letters = [c for c in everybody.names[place] if first <= ord(c) <= last]
        return "".join(letters[:length]) if len(letters) >= length else ""

    def two(place: int) -> str:
        words = [w for w in everybody.folded[place].split() if w.isascii() and w.isalpha()]
        return f"{words[0][:3]} {words[1][:3]}" if len(words) > 1 else ""

    def digits(place: int, length: int, *, last: bool) -> str:
        number = everybody.phones[place].split(" ")[0]
        start = len(number) - length if last else len(number) // 2 - length // 2
        return number[start : start + length] if len(number) > length else ""

    def slip(place: int) -> str:
        text = word(place)
        at = rng.randrange(1, max(len(text) - 1, 2))
        return text[:at] + text[at + 1 :] if len(text) > 5 else ""

    return {
        "p1": drawn(lambda place: word(place)[:1]),
        "p2": drawn(lambda place: word(place)[:2]),
        "p3": drawn(lambda place: word(place)[:3]),
        "p5": drawn(lambda place: word(place)[:5]),
        "2 words": drawn(two),
        "1 ideograph": drawn(lambda place: script(place, 0x4E00, 0x9FFF, 1)),
        "2 ideographs": drawn(lambda place: script(place, 0x4E00, 0x9FFF, 2)),
        "Arabic": drawn(lambda place: script(place, 0x621, 0x64A, 2)),
        "phone last 4": drawn(lambda place: digits(place, 4, last=True)),
        "phone middle 6": drawn(lambda place: digits(place, 6, last=False)),
        "word + last 4": drawn(
            lambda place: f"{word(place)[:2]} {digits(place, 4, last=True)}" if word(place) else ""
        ),
        NEAR: drawn(slip),
    }


def check(raw: dbapi2.Connection, everybody: Everybody, name: str, texts: list[str]) -> int:
    """Compare the answers of one class with a scan; return how many were compared."""
    if name == NEAR:
        for text in texts:
            assert find(raw, text), text
        return len(texts)
    for text in texts:
        hits = [hit.client_id for hit in find(raw, text) if hit.why not in {Why.NEAR, Why.NUMBER}]
        expected = everybody.scan(text)
        assert hits[: len(expected)] == expected, (text, len(hits), len(expected))
    return len(texts)
