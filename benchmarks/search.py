"""Keystroke to ranked answer, beside the limit (20 known rows read by key), LIKE and pandas.

``python -m benchmarks.search [CLIENTS]``. The answers are compared with a scan of everybody.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable

from sqlcipher3 import dbapi2

from benchmarks._common import Figure, Timing, demo_book, measure, report, spread
from clienteling.domain.fold import fold, query_terms
from clienteling.models.client import Client
from clienteling.queries.find import Why, find
from clienteling.storage import metrics, search_index
from clienteling.storage.search_query import all_begin, by_digits, by_words
from clienteling.storage.search_rows import entries
from clienteling.storage.store import Store

QUERIES = 60
TOP = 20


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
        "one letter off": drawn(slip),
    }


def check(raw: dbapi2.Connection, everybody: Everybody, name: str, texts: list[str]) -> int:
    """Compare the answers of one class with a scan; return how many were compared."""
    if name == "one letter off":
        for text in texts:
            assert find(raw, text), text
        return len(texts)
    for text in texts:
        hits = [hit.client_id for hit in find(raw, text) if hit.why not in {Why.NEAR, Why.NUMBER}]
        expected = everybody.scan(text)
        assert hits[: len(expected)] == expected, (text, len(hits), len(expected))
    return len(texts)


def floor(raw: dbapi2.Connection, rng: random.Random) -> Timing:
    """Read twenty known rows by key: nothing that shows twenty clients can be quicker."""
    keys = [row[0] for row in raw.execute("SELECT rk FROM client_hit")]
    sets = [rng.sample(keys, TOP) for _ in range(QUERIES)]
    marks = ", ".join("?" * TOP)
    sql = f"SELECT * FROM client_hit WHERE rk IN ({marks}) ORDER BY rk"
    return measure(
        lambda place: raw.execute(sql, sets[int(place)]).fetchall(), map(str, range(QUERIES))
    )


def index_only(raw: dbapi2.Connection, text: str) -> object:
    """Ask the index alone, without making hits of the rows."""
    query = query_terms(text)
    if query.digits:
        words = all_begin(query.prefixes) if query.prefixes else None
        rows = by_digits(raw, query.digits, words)
    else:
        rows = by_words(raw, all_begin(query.prefixes))
    return [row for row, _ in zip(rows, range(TOP), strict=False)]


def fill_folded(raw: dbapi2.Connection, everybody: Everybody) -> None:
    """Give the connection a table of folded names, in the order of the ranking."""
    raw.execute("CREATE TEMP TABLE folded (rk INTEGER PRIMARY KEY, t TEXT, d TEXT)")
    rows = zip(everybody.folded, everybody.phones, strict=True)
    raw.executemany("INSERT INTO temp.folded (t, d) VALUES (?, ?)", list(rows))


def like_peer(raw: dbapi2.Connection, order: str) -> Callable[[str], object]:
    """Scan a folded column with LIKE: ``rk`` stops at the twentieth, ``+rk`` has to sort."""

    def ask(text: str) -> object:
        query = query_terms(text)
        likes = [f"%{prefix}%" for prefix in query.prefixes]
        conditions = ["t LIKE ?"] * len(likes) + (["d LIKE ?"] if query.digits else [])
        values = likes + ([f"%{query.digits}%"] if query.digits else [])
        where = " AND ".join(conditions)
        sql = f"SELECT rk FROM temp.folded WHERE {where} ORDER BY {order} LIMIT 20"
        return raw.execute(sql, values).fetchall()

    return ask


def pandas_peer(everybody: Everybody) -> Callable[[str], object]:
    """Look with pandas in memory."""
    import pandas as pd

    frame = pd.DataFrame({"t": everybody.folded, "d": everybody.phones})

    def ask(text: str) -> object:
        query = query_terms(text)
        found = pd.Series(data=True, index=frame.index)
        for prefix in query.prefixes:
            found &= frame["t"].str.contains(prefix, regex=False)
        if query.digits:
            found &= frame["d"].str.contains(query.digits, regex=False)
        return frame[found].head(TOP)

    return ask


def save_cost(store: Store, raw: dbapi2.Connection, rng: random.Random) -> list[Figure]:
    """Time what a save adds: figures and index of one client, and the whole unit of work."""
    ids = [row[0] for row in raw.execute("SELECT client_id FROM client_hit")]
    some = rng.sample(ids, 150)
    renamed: list[float] = []
    noted: list[float] = []
    bare: list[float] = []
    writer = store.book.connect()
    for place, client_id in enumerate(some):
        for took, change in ((renamed, f"given_name = 'Zoé {place}'"), (noted, "gender = 'x'")):
            writer.execute("BEGIN IMMEDIATE")
            writer.execute(f"UPDATE client SET {change} WHERE id = ?", (client_id,))
            start = time.perf_counter()
            metrics.refresh(writer, [client_id], store.clock.today())
            search_index.refresh(writer, [client_id])
            took.append((time.perf_counter() - start) * 1000)
            writer.execute("DELETE FROM touched_client")
            writer.execute("COMMIT")
        start = time.perf_counter()
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE sync_self SET clock_offset_ms = ?", (place,))
        writer.execute("COMMIT")
        bare.append((time.perf_counter() - start) * 1000)
    writer.close()
    whole = []
    for place, client_id in enumerate(some):
        start = time.perf_counter()
        with store.write(why="benchmark") as session:
            session.get_one(Client, client_id.hex()).given_name = f"Zita {place}"
        whole.append((time.perf_counter() - start) * 1000)
    return [
        Figure("derived of a save, name changed", "clienteling", spread(renamed)),
        Figure("derived of a save, name kept", "clienteling", spread(noted)),
        Figure("save of one client, whole", "clienteling", spread(whole)),
        Figure("save of one client, whole", "bare commit", spread(bare)),
    ]


def main(clients: int) -> None:
    rng = random.Random(1)
    opened = demo_book(clients)
    raw = opened.book.connect()
    everybody = Everybody(raw)
    classes = query_classes(everybody, rng)
    limit = floor(raw, rng)
    fill_folded(raw, everybody)
    like, sorted_like = like_peer(raw, "rk"), like_peer(raw, "+rk")
    frame = pandas_peer(everybody)
    adviser = raw.execute("SELECT staff_id FROM assignment LIMIT 1").fetchone()[0].hex()
    figures = []
    for name, texts in classes.items():
        if not texts:
            continue
        check(raw, everybody, name, texts)
        few = texts[:12]
        figures += [
            Figure(name, "find", measure(lambda text: find(raw, text), texts)),
            Figure(
                name, "find, mine first",
                measure(lambda text: find(raw, text, scope_adviser=adviser), texts),
            ),
            Figure(name, "floor20", limit),
            Figure(name, "LIKE, sorted", measure(sorted_like, few, 3)),
            Figure(name, "LIKE, ranked", measure(like, few, 3)),
            Figure(name, "pandas", measure(frame, few, 3)),
        ]  # fmt: skip
        if name != "one letter off":
            index = measure(lambda text: index_only(raw, text), texts)
            figures.append(Figure(name, "index only", index))
    figures += save_cost(opened.store(), raw, rng)
    report("search", clients, figures)
    ratio = statistics.median(f.timing.p50 for f in figures if f.who == "find") / limit.p50
    print(f"median of find over floor20: {ratio:.1f}x")
    opened.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
