"""The list of clients as the book answers it: first page, and any page, in every order.

The limit of a page is reading as many known rows of ``client_hit`` by key. The peers ask with
OFFSET, or load every row. Every page is compared with the whole list.
"""

import random
from collections.abc import Callable

from sqlcipher3 import dbapi2

from benchmarks.frame import Figure, Options, figure, race
from benchmarks.houses import ensure, open_house
from clienteling.domain.clock import FakeClock
from clienteling.queries.client_list import (
    PAGE,
    ClientList,
    ListFilter,
    ListSort,
    count,
    first_page,
    keys,
    page,
)

_LIMIT = f"{PAGE} rows by key"
_REPEATS = 9
_NO_ORDER = "SELECT * FROM client_hit ORDER BY last_seen_on DESC, client_id"


def run(options: Options) -> list[Figure]:
    """Measure the lists that are looked at most."""
    opened = open_house(ensure(options.clients))
    raw = opened.book.connect()
    adviser = raw.execute("SELECT staff_id FROM assignment LIMIT 1").fetchone()[0].hex()
    today = FakeClock().today()
    figures = [
        *_figures(raw, "everyone, last seen", ClientList(today)),
        *_figures(raw, "everyone, by name", ClientList(today, sort=ListSort.NAME)),
        *_figures(raw, "mine, last seen", ClientList(today, adviser)),
        *_figures(raw, "not seen", ClientList(today, filter=ListFilter.NOT_SEEN_90_DAYS)),
    ]
    raw.close()
    opened.close()
    return figures


def ours(options: Options) -> None:
    """Do our part alone, for its memory."""
    opened = open_house(ensure(options.clients))
    raw = opened.book.connect()
    listed = ClientList(FakeClock().today())
    first_page(raw, listed)
    ordered = keys(raw, listed)
    for start in range(0, len(ordered), max(1, len(ordered) // 40)):
        page(raw, ordered[start : start + PAGE])
    raw.close()
    opened.close()


def _figures(raw: dbapi2.Connection, name: str, listed: ClientList) -> list[Figure]:
    ordered = keys(raw, listed)
    total = len(ordered)
    assert count(raw, listed) == total
    assert list(first_page(raw, listed)) == list(page(raw, ordered[:PAGE]))
    rng = random.Random(1)
    starts = [rng.randrange(max(total - PAGE, 1)) for _ in range(_REPEATS)]
    whole = len(raw.execute("SELECT rk FROM client_hit").fetchall()) == total

    def by_key(start: int) -> object:
        part = ordered[start : start + PAGE]
        marks = ", ".join("?" * len(part))
        return raw.execute(f"SELECT * FROM client_hit WHERE rk IN ({marks})", part).fetchall()

    def offset(start: int) -> object:
        return raw.execute(f"{_NO_ORDER} LIMIT {PAGE} OFFSET {start}").fetchall()

    runners: dict[str, Callable[[int], object]] = {
        "first": lambda _: first_page(raw, listed),
        "page": lambda start: page(raw, ordered[start : start + PAGE]),
        "keys": lambda _: keys(raw, listed),
        _LIMIT: by_key,
    }
    slow: dict[str, Callable[[int], object]] = {
        "OFFSET": offset,
        "all rows": lambda _: raw.execute(_NO_ORDER).fetchall(),
    }
    for start in starts:
        assert None not in page(raw, ordered[start : start + PAGE])
    took = race(runners, starts, 3)
    peers = race(slow, starts[:3], 1) if whole else {}
    limit = (_LIMIT, took[_LIMIT])
    return [
        figure(f"{name}: first page", took["first"], limit=limit, peers=peers, goal=3),
        figure(f"{name}: a page anywhere", took["page"], limit=limit, peers=peers, goal=3),
        figure(f"{name}: its keys", took["keys"], note=f"{total:,} rows; read behind the first"),
    ]
