"""Keystroke to ranked answer, beside reading 20 known rows by key; LIKE and pandas as peers.

The answers of every class of queries are compared with a scan of everybody.
"""

import itertools
import random
from collections.abc import Callable

from sqlcipher3 import dbapi2

from benchmarks.everybody import NEAR, QUERIES, TOP, Everybody, check, query_classes
from benchmarks.frame import Figure, Options, figure, race
from benchmarks.houses import ensure, open_house
from benchmarks.search_peers import fill_folded, like_peer, pandas_peer
from clienteling.queries.find import find

_LIMIT = "20 rows by key"
_GOALS = {"2 words": 6.0, "phone middle 6": 30.0, "word + last 4": None, NEAR: None}
_GOAL = 2.5
_FEW = 12
"""Queries that the slow peers are asked."""


def run(options: Options) -> list[Figure]:
    """Measure every class of queries."""
    rng = random.Random(1)
    opened = open_house(ensure(options.clients))
    raw = opened.book.connect()
    everybody = Everybody(raw)
    fill_folded(raw, everybody)
    peers = {
        "LIKE, sorted": like_peer(raw, "+rk"),
        "LIKE, ranked": like_peer(raw, "rk"),
        "pandas in memory": pandas_peer(everybody),
    }
    known = _known(raw, rng)
    figures = []
    for name, texts in query_classes(everybody, rng).items():
        if not texts:
            continue
        compared = check(raw, everybody, name, texts)
        took = race({"ours": lambda text: find(raw, text), _LIMIT: known}, texts)
        slow = race(peers, texts[:_FEW], 2)
        goal = _GOALS.get(name, _GOAL)
        figures.append(
            figure(
                name, took["ours"], limit=(_LIMIT, took[_LIMIT]), peers=slow, goal=goal,
                note=f"{compared} answers equal a scan's",
            )
        )  # fmt: skip
    raw.close()
    opened.close()
    return figures


def ours(options: Options) -> None:
    """Do our part alone, for its memory."""
    opened = open_house(ensure(options.clients))
    raw = opened.book.connect()
    names = [row[0] for row in raw.execute(f"SELECT display FROM client_hit LIMIT {QUERIES}")]
    for name in names:
        for end in range(1, len(name) + 1):
            find(raw, name[:end])
    raw.close()
    opened.close()


def _known(raw: dbapi2.Connection, rng: random.Random) -> Callable[[str], object]:
    """Return a reader of twenty known rows: nothing that shows twenty clients can be quicker."""
    keys = [row[0] for row in raw.execute("SELECT rk FROM client_hit")]
    sets = [rng.sample(keys, min(TOP, len(keys))) for _ in range(QUERIES)]
    marks = ", ".join("?" * len(sets[0]))
    sql = f"SELECT * FROM client_hit WHERE rk IN ({marks}) ORDER BY rk"
    turns = itertools.cycle(sets)
    return lambda _text: raw.execute(sql, next(turns)).fetchall()
