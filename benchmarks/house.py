"""The demo house built: how fast, and how large its book is; beside its own rows alone.

The limit is ``executemany`` of every row of the finished house into bare encrypted tables: no
person is invented there, nothing is logged or indexed.
"""

import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.alone import alone
from benchmarks.frame import Figure, Options, figure
from benchmarks.houses import KEYS, NAME, ensure, open_house

_SHARE = 10


def run(options: Options) -> list[Figure]:
    """Measure the building of a house a tenth as large, and the size of the large one."""
    clients = max(200, options.clients // _SHARE)
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        built = alone("benchmarks.house:built", folder=folder, clients=clients)
        limit = alone("benchmarks.house:raw", folder=folder)
    told, seconds = built.value, built.value["seconds"]
    assert told["clients"] > clients, told
    rows = limit.value["rows"]
    name = "executemany of its rows"
    sizes = _sizes(str(ensure(options.clients)))
    said = f"full-text blocks {sizes['blocks']:.1f} MiB of it; {sizes['each']:.1f} KiB a client"
    return [
        figure(
            f"house of {clients:,} built", [seconds], unit="s",
            limit=(name, [limit.value["seconds"]]),
            note=f"{rows:,} rows, {clients / seconds:,.0f} clients a second",
        ),
        figure("book of the whole house", [sizes["all"]], unit="MiB", note=said),
        figure("memory of the building", [built.peak_mib or 0], unit="MiB"),
    ]  # fmt: skip


def built(folder: str, clients: int) -> dict[str, Any]:
    """Build a house and say how long it took and whom it holds."""
    from clienteling.demo.build import build_house
    from clienteling.domain.clock import FakeClock
    from clienteling.storage.open import create_book

    opened = create_book(Path(folder) / NAME, clock=FakeClock(), keys=KEYS)
    start = time.perf_counter()
    build_house(opened.book, opened.pictures(), FakeClock(), clients=clients)
    seconds = time.perf_counter() - start
    raw = opened.book.connect()
    there, found = (
        raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("client", "client_hit")
    )
    raw.close()
    opened.close()
    assert there == found, (there, found)
    return {"seconds": seconds, "clients": there}


def raw(folder: str) -> dict[str, Any]:
    """Put every row of the house into bare tables; only the writing is timed."""
    from clienteling.storage.book import Book

    opened = open_house(Path(folder) / NAME)
    source = opened.book.connect()
    target = Book(Path(folder) / "raw.book", b"\1" * 32).connect()
    seconds, count = 0.0, 0
    target.execute("BEGIN IMMEDIATE")
    for table in _tables(source):
        rows = source.execute(f"SELECT * FROM {table}").fetchall()
        names = [row[1] for row in source.execute(f"PRAGMA table_info({table})")]
        target.execute(f"CREATE TABLE {table} ({', '.join(names)}, PRIMARY KEY (id))")
        start = time.perf_counter()
        marks = ", ".join("?" * len(names))
        target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        seconds += time.perf_counter() - start
        count += len(rows)
    start = time.perf_counter()
    target.execute("COMMIT")
    seconds += time.perf_counter() - start
    opened.close()
    return {"seconds": seconds, "rows": count}


def _tables(source: Any) -> list[str]:
    """Return the tables of things that people know: those whose rows have an id and a stamp."""
    names = [
        row[0] for row in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    columns = {
        name: {row[1] for row in source.execute(f"PRAGMA table_info({name})")} for name in names
    }
    return [name for name in names if {"id", "updated_at"} <= columns[name]]


def _sizes(path: str) -> dict[str, float]:
    opened = open_house(path)
    raw = opened.book.connect()
    page, pages, free = (
        int(raw.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_size", "page_count", "freelist_count")
    )
    clients = raw.execute("SELECT count(*) FROM client").fetchone()[0]
    blocks = sum(
        raw.execute(f"SELECT sum(length(block)) FROM {table}_data").fetchone()[0]
        for table in ("client_fts", "phone_fts")
    )
    raw.close()
    opened.close()
    whole = (pages - free) * page
    return {"all": whole / 2**20, "blocks": blocks / 2**20, "each": whole / 1024 / clients}
