"""The list of clients: first page, count, keys, and a page anywhere, beside OFFSET and preloading.

``python -m benchmarks.client_list [CLIENTS]``. Every page is compared with the whole list.
"""

import random
import sys

from sqlcipher3 import dbapi2

from benchmarks._common import Figure, demo_book, measure, report
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


def figures_of(raw: dbapi2.Connection, name: str, listed: ClientList) -> list[Figure]:
    """Time one list, having seen that its pages are right."""
    ordered = keys(raw, listed)
    start = random.Random(1).randrange(max(len(ordered) - PAGE, 1))
    assert count(raw, listed) == len(ordered)
    assert list(first_page(raw, listed)) == list(page(raw, ordered[:PAGE]))
    assert None not in page(raw, ordered[start : start + PAGE])
    once = [""]
    return [
        Figure(name, "first page", measure(lambda _: first_page(raw, listed), once)),
        Figure(name, "count", measure(lambda _: count(raw, listed), once)),
        Figure(name, "keys", measure(lambda _: keys(raw, listed), once, 3)),
        Figure(
            name, "jump inside", measure(lambda _: page(raw, ordered[start : start + PAGE]), once)
        ),
        Figure(name, "jump to end", measure(lambda _: page(raw, ordered[-PAGE:]), once)),
    ]


def peers(raw: dbapi2.Connection, clients: int) -> list[Figure]:
    """Time the plain ways: a page by OFFSET at the end, and every row at once."""
    sql = "SELECT * FROM client_hit ORDER BY last_seen_on DESC, client_id"
    end = f"{sql} LIMIT {PAGE} OFFSET {clients - PAGE}"
    return [
        Figure("by OFFSET", "jump to end", measure(lambda _: raw.execute(end).fetchall(), [""])),
        Figure(
            "all preloaded", "first page", measure(lambda _: raw.execute(sql).fetchall(), [""], 3)
        ),
    ]


def main(clients: int) -> None:
    opened = demo_book(clients)
    raw = opened.book.connect()
    adviser = raw.execute("SELECT staff_id FROM assignment LIMIT 1").fetchone()[0].hex()
    today = FakeClock().today()
    figures = []
    for sort in ListSort:
        figures += figures_of(raw, f"mine, {sort}", ClientList(today, adviser, sort=sort))
        figures += figures_of(raw, f"all, {sort}", ClientList(today, sort=sort))
    for which in ListFilter:
        figures += figures_of(raw, f"all, {which}", ClientList(today, filter=which))
    report("client_list", clients, figures + peers(raw, clients))
    opened.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
