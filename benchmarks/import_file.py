"""A big purchase file brought in: read, validated, loaded, indexed; beside its own rows alone.

The limit is ``executemany`` of the very tuples that the import put into the book, into bare
encrypted tables: nothing is read, checked or indexed there. The peer is what a script would do.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.alone import Outcome, alone
from benchmarks.frame import Figure, Options, figure
from benchmarks.purchase_file import ensure

_TABLES = ("client", "purchase", "purchase_line", "purchase_staff")
_AT_ONCE = 50_000


def run(options: Options) -> list[Figure]:
    """Measure the import; every part runs in a process of its own."""
    path = ensure(options.lines)
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        ours = alone("benchmarks.import_file:brought_in", path=str(path), folder=folder)
        limit = alone("benchmarks.import_file:raw", folder=folder)
        peer = alone("benchmarks.import_file:with_pandas", path=str(path), folder=folder)
    _check(ours, limit, peer)
    told = ours.value
    said = f"{told['read']:,} lines of {path.name}, {told['bad']:,} refused; sums equal pandas'"
    raw = ("executemany of the same rows", [limit.value["seconds"]])
    to_sql = {"pandas.to_sql, plain": [peer.value["seconds"]]}
    whole = [told["seconds"]]
    return [
        figure("file, whole", whole, unit="s", limit=raw, peers=to_sql, goal=2.0, note=said),
        figure("understood", [told["prepare"]], unit="s", note="of it: recognised and surveyed"),
        figure(
            "peak memory",
            [ours.peak_mib or 0],
            unit="MiB",
            limit=("executemany of the same rows", [limit.peak_mib or 0]),
            peers={"pandas.to_sql, plain": [peer.peak_mib or 0]},
            most=500,
        ),
    ]


def ours(options: Options) -> None:
    """Do our part alone, for its memory."""
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        brought_in(str(ensure(options.lines)), folder)


def brought_in(path: str, folder: str) -> dict[str, Any]:
    """Bring the file into a new book of the demo house's boutiques, as the program does."""
    import pandas as pd  # noqa: F401 - imported before the clock starts, as its peer's is

    from benchmarks.houses import KEYS
    from clienteling.demo.house import put_house
    from clienteling.demo.plan import BOUTIQUES, demo_id
    from clienteling.domain.clock import FakeClock
    from clienteling.exchange.load import ImportOptions, import_file
    from clienteling.exchange.prepare import prepare
    from clienteling.storage.bulk import BulkLoad
    from clienteling.storage.open import create_book

    clock = FakeClock()
    opened = create_book(Path(folder) / "ours.book", clock=clock, keys=KEYS)
    load = BulkLoad(opened.book, clock, why="House")
    with load.chunk():
        put_house(load)
    load.finish()
    store = opened.store()
    start = time.perf_counter()
    with store.read() as session:
        prepared = prepare(session, path=Path(path))
    understood = time.perf_counter()
    result = import_file(
        store, Path(path), prepared.facts, prepared.mapping, clock=clock,
        options=ImportOptions(demo_id("store", BOUTIQUES[0].code)),
    )  # fmt: skip
    end = time.perf_counter()
    raw = opened.book.connect()
    sums = raw.execute("SELECT count(*), sum(quantity), sum(net_minor) FROM purchase_line")
    lines, quantity, net = sums.fetchone()
    clients = raw.execute("SELECT value FROM derived_state WHERE name = 'clients'").fetchone()[0]
    raw.close()
    opened.close()
    return {
        "seconds": end - start, "prepare": understood - start, "read": result.read,
        "bad": result.bad, "lines": lines, "quantity": quantity, "net": net, "clients": clients,
    }  # fmt: skip


def raw(folder: str) -> dict[str, Any]:
    """Put the rows of our book into bare encrypted tables; only the writing is timed."""
    from benchmarks.houses import KEYS
    from clienteling.storage.book import Book
    from clienteling.storage.vault import open_vault

    ours = Path(folder) / "ours.book"
    source = Book(ours, open_vault(ours, KEYS).book).connect()
    target = Book(Path(folder) / "raw.book", b"\1" * 32).connect()
    seconds, rows = 0.0, 0
    target.execute("BEGIN IMMEDIATE")
    for table in _TABLES:
        names = [row[1] for row in source.execute(f"PRAGMA table_info({table})")]
        target.execute(f"CREATE TABLE {table} ({', '.join(names)}, PRIMARY KEY (id))")
        insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})"
        for part in _parts(source, f"SELECT * FROM {table} ORDER BY rowid"):
            start = time.perf_counter()
            target.executemany(insert, part)
            seconds += time.perf_counter() - start
            rows += len(part)
    start = time.perf_counter()
    target.execute("COMMIT")
    seconds += time.perf_counter() - start
    lines = target.execute("SELECT count(*) FROM purchase_line").fetchone()[0]
    return {"seconds": seconds, "rows": rows, "lines": lines}


def with_pandas(path: str, folder: str) -> dict[str, Any]:
    """Read the file and put it into one plain table, as a script of five lines would."""
    import sqlite3

    import pandas as pd

    start = time.perf_counter()
    frame = pd.read_csv(path)
    with sqlite3.connect(Path(folder) / "pandas.db") as connection:
        frame.to_sql("purchases", connection, index=False)
    connection.close()
    seconds = time.perf_counter() - start
    cents = (frame["sales_value"] * 100).round().astype("int64")
    return {
        "seconds": seconds, "lines": len(frame), "net": int(cents.sum()),
        "clients": int(frame["household_id"].nunique()),
    }  # fmt: skip


def _parts(source: Any, sql: str) -> Iterator[list[tuple[Any, ...]]]:
    cursor = source.execute(sql)
    while part := cursor.fetchmany(_AT_ONCE):
        yield part


def _check(ours: Outcome, limit: Outcome, peer: Outcome) -> None:
    told, other = ours.value, peer.value
    assert told["read"] == other["lines"], (told["read"], other["lines"])
    assert told["bad"] == 0, told["bad"]
    assert told["lines"] == other["lines"] == limit.value["lines"]
    assert told["net"] == other["net"], (told["net"], other["net"])
    assert told["clients"] == other["clients"], (told["clients"], other["clients"])
