"""A first sync, a day's offline edits, and nothing new: beside the rows alone.

Everything runs in one process: every message is packed and compressed as it is over the network,
there is no network between. The limit of a first sync is the same rows, packed alike, written by
``executemany`` into a book without triggers, in one commit: nothing checks them, and nothing of
what makes them a book (what was seen of each row, search index, figures) is made. Long because
ours and the limit lay the very same rows and are read side by side.
"""

import json
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from sqlcipher3 import dbapi2

from benchmarks.alone import alone
from benchmarks.frame import Figure, Options, figure
from benchmarks.houses import KEYS, NAME, ensure, open_house
from clienteling.domain.clock import FakeClock
from clienteling.headoffice.dialect import EmbeddedDatabase, Transaction
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from clienteling.models.types import to_milliseconds
from clienteling.storage.book import Book
from clienteling.storage.open import OpenedBook, create_book
from clienteling.sync import packing, wire
from clienteling.sync.codec import ANSWERS
from clienteling.sync.engine import Done, sync_once
from clienteling.sync.registry import kinds
from clienteling.sync.till import Till

#: House sizes of the first sync, as parts of ``--clients``: 10,000 and 50,000 of 100,000.
_SHARES = (10, 2)
_SCOPES = ("g", "b:PAR1")
_EDITS = 1_000
_ROUNDS = 200
_MOST = 1 << 30
_MIB = 1 << 20
#: How far behind the rows alone others are at 10,000 clients of one row each; performance.md §8.
_PEERS = "others, of one flat row a client, against their rows: Anki 4.2, Kinto 5.8, PouchDB 20"


@dataclass(slots=True)
class Wire:
    """A line that packs, counts and unpacks what goes over it."""

    office: HeadOffice
    up: int = 0
    down: int = 0
    asked: list[str] = field(default_factory=list)

    def push(self, words: wire.Push) -> Any:
        """Send a stretch of the log."""
        return self._carry(words, self.office.push)

    def pull(self, words: wire.Pull) -> Any:
        """Ask for news."""
        return self._carry(words, self.office.pull)

    def snapshot(self, words: wire.SnapshotAsked) -> Any:
        """Ask for a part of a snapshot."""
        return self._carry(words, self.office.snapshot)

    def _carry(self, words: Any, answer: Any) -> Any:
        self.asked.append(type(words).__name__)
        sent = packing.shrink(packing.pack(words))
        self.up += len(sent)
        told = answer(packing.read(type(words), packing.expand(sent, _MOST)))
        came = packing.shrink(packing.pack(told))
        self.down += len(came)
        return packing.read(ANSWERS[told.kind], packing.expand(came, _MOST))


def run(options: Options) -> list[Figure]:
    """Measure first syncs of two sizes, a push of edits and a round trip without news."""
    figures: list[Figure] = []
    for share in _SHARES:
        clients = max(200, options.clients // share)
        house = str(ensure(clients))
        with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
            seeded = alone("benchmarks.sync:seeded", folder=folder, house=house)
            limit = alone("benchmarks.sync:rows_alone", folder=folder, house=house).value
            first = alone("benchmarks.sync:first_sync", folder=folder)
            figures += _first_figures(clients, seeded.value, limit, first.value, first.peak_mib)
            if share == _SHARES[0]:
                figures += _daily_figures(alone("benchmarks.sync:daily", folder=folder).value)
    return figures


def _first_figures(
    clients: int,
    seeded: dict[str, Any],
    limit: dict[str, Any],
    first: dict[str, Any],
    peak: float | None,
) -> list[Figure]:
    assert first["rows"] == limit["rows"] == seeded["rows"], (first, limit, seeded)
    assert first["there"] == limit["there"], (first, limit)
    name, rows = "the rows alone", f"{first['rows']:,} rows"
    return [
        figure(
            f"first sync of {clients:,}: rows", [first["laid"]], unit="s",
            limit=(name, [limit["seconds"]]), goal=1.7, note=f"{rows}; {_PEERS}",
        ),
        figure(
            f"first sync of {clients:,}: ready", [first["seconds"]], unit="s",
            limit=(name, [limit["seconds"]]), note="with search index and figures",
        ),
        figure(
            f"first sync of {clients:,}: down the line", [first["down"] / _MIB], unit="MiB",
            limit=(name, [limit["bytes"] / _MIB]), note=f"and {first['up']:,} bytes up",
        ),
        figure(
            f"longest write of {clients:,}", [first["longest"]], unit="s",
            note="how long another writer waits at most while rows are laid",
        ),
        figure(f"memory of both sides, {clients:,}", [peak or 0], unit="MiB"),
        figure(
            f"snapshot of {clients:,} prepared", [seeded["prepared"]], unit="s",
            note="once a night, for every till of the scope",
        ),
    ]  # fmt: skip


def _daily_figures(told: dict[str, Any]) -> list[Figure]:
    return [
        figure(
            f"push of {_EDITS:,} offline edits", [told["push"]], unit="ms",
            limit=("full rows upserted", [told["upsert"]]), goal=1.5,
            note=f"{told['up']:,} bytes up; each is at head office and its till knows",
        ),
        figure(
            "nothing new", told["still"], most=2.0, note=f"{told['trips']} round trip",
        ),
    ]  # fmt: skip


def seeded(folder: str, house: str) -> dict[str, Any]:
    """Fill a head office with a house's rows and prepare its snapshots."""
    office, database = _office(folder)
    office.make_tables()
    opened = open_house(house)
    source = opened.reader()
    with database.write() as transaction:
        rows = _fill(transaction, source)
    source.close()
    opened.close()
    for name in ("one", "two"):
        office.enrol(name, _SCOPES[1])
    start = time.perf_counter()
    for scope in _SCOPES:
        office.prepare_snapshot(scope)
    prepared = time.perf_counter() - start
    database.close()
    return {"rows": rows, "prepared": prepared}


def rows_alone(folder: str, house: str) -> dict[str, Any]:
    """Write the same rows, packed alike, into a book without triggers, in one commit."""
    opened = open_house(house)
    source = opened.reader()
    parts = [packing.shrink(msgspec.msgpack.encode(part)) for part in _parts(source)]
    source.close()
    opened.close()
    there, till = _empty_till(Path(folder) / "alone", "alone")
    target = till.connection
    for (name,) in target.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        target.execute(f"DROP TRIGGER {name}")
    count, start = 0, time.perf_counter()
    target.execute("BEGIN IMMEDIATE")
    target.execute("PRAGMA defer_foreign_keys = ON")
    for part in parts:
        table, names, rows = msgspec.msgpack.decode(packing.expand(part, _MOST))
        marks = ", ".join("?" * len(names))
        target.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
        count += len(rows)
    target.execute("COMMIT")
    seconds = time.perf_counter() - start
    told = {
        "seconds": seconds, "rows": count, "bytes": sum(map(len, parts)), "there": _there(target),
    }  # fmt: skip
    till.close()
    there.close()
    return told


def first_sync(folder: str) -> dict[str, Any]:
    """Sync an empty book with a head office that has a snapshot."""
    office, database = _office(folder)
    line = Wire(office)
    opened, till = _empty_till(Path(folder) / "one", "one")
    refresh, write, spans = till.refresh, till.write, [0.0]
    laid: list[float] = []

    def timed_refresh() -> None:
        laid.append(time.perf_counter())
        refresh()

    def timed_write(**options: Any) -> Any:
        return _timed(write(**options), spans)

    till.refresh, till.write = timed_refresh, timed_write  # type: ignore[method-assign] # timed
    start = time.perf_counter()
    done = sync_once(till, line, random.Random(0))
    seconds = time.perf_counter() - start
    assert isinstance(done, Done), done
    clients, found = (
        till.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("client WHERE deleted_at IS NULL AND merged_into_id IS NULL", "client_hit")
    )
    assert clients == found, (clients, found)
    told = {
        "seconds": seconds, "laid": laid[0] - start, "longest": max(spans), "up": line.up,
        "down": line.down, "rows": done.received, "there": _there(till.connection),
    }  # fmt: skip
    till.close()
    opened.close()
    database.close()
    return told


def daily(folder: str) -> dict[str, Any]:
    """Push a thousand edits of a till that was offline, and sync with nothing new."""
    office, database = _office(folder)
    line = Wire(office)
    opened = open_house(Path(folder) / "one" / NAME)
    till = Till(opened.book, FakeClock())
    ids = [
        row[0]
        for row in till.connection.execute("SELECT id FROM client ORDER BY id LIMIT ?", (_EDITS,))
    ]
    now = to_milliseconds(FakeClock().now())
    till.connection.execute("UPDATE sync_self SET now_ms = ?, hlc = ?", (now, now << 16))
    till.connection.executemany(
        "UPDATE client SET remember = ?, updated_at = ? WHERE id = ?",
        [(f"Peonies {place}", now, key) for place, key in enumerate(ids)],
    )
    till.connection.execute("UPDATE sync_self SET now_ms = NULL")
    start = time.perf_counter()
    done = sync_once(till, line, random.Random(0))
    push = (time.perf_counter() - start) * 1000
    assert isinstance(done, Done), done
    assert (done.sent, done.results) == (len(ids), ())
    upsert = _upserted(Path(folder), till.connection, ids)
    told: dict[str, Any] = {"push": push, "up": line.up, "upsert": upsert}
    still = []
    for _round in range(_ROUNDS):
        line.asked.clear()
        start = time.perf_counter()
        assert sync_once(till, line, random.Random(0)) == Done()
        still.append((time.perf_counter() - start) * 1000)
    told |= {"still": still, "trips": len(line.asked)}
    till.close()
    opened.close()
    database.close()
    return told


def ours(options: Options) -> None:
    """Do our part alone, for its memory."""
    house = str(ensure(max(200, options.clients // _SHARES[0])))
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        alone("benchmarks.sync:seeded", folder=folder, house=house)
        first_sync(folder)


def _upserted(folder: Path, source: dbapi2.Connection, ids: Sequence[bytes]) -> float:
    """Return the milliseconds of upserting the same clients' full rows with five indexes."""
    names = [row[1] for row in source.execute("PRAGMA table_info(client)")]
    rows = [source.execute("SELECT * FROM client WHERE id = ?", (key,)).fetchone() for key in ids]
    target = Book(folder / "upsert.book", b"\1" * 32).connect()
    target.execute(f"CREATE TABLE client ({', '.join(names)}, PRIMARY KEY (id))")
    for name in ("client_no", "family_name", "home_store_id", "circle_id", "external_id"):
        target.execute(f"CREATE INDEX ix_{name} ON client ({name})")
    marks = ", ".join("?" * len(names))
    sets = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    sql = f"INSERT INTO client VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {sets}"
    sent = packing.shrink(msgspec.msgpack.encode(rows))
    start = time.perf_counter()
    target.execute("BEGIN IMMEDIATE")
    target.executemany(sql, msgspec.msgpack.decode(packing.expand(sent, _MOST)))
    target.execute("COMMIT")
    took = (time.perf_counter() - start) * 1000
    target.close()
    return took


def _timed(inner: Any, spans: list[float]) -> Any:
    from contextlib import contextmanager

    @contextmanager
    def outer() -> Iterator[Any]:
        start = time.perf_counter()
        with inner as value:
            yield value
        spans.append(time.perf_counter() - start)

    return outer()


def _office(folder: str) -> tuple[HeadOffice, EmbeddedDatabase]:
    database = EmbeddedDatabase(Book(Path(folder) / "office.book", b"\2" * 32).connect)
    return HeadOffice(database, FakeClock(), Seal(bytes(32))), database


def _empty_till(folder: Path, name: str) -> tuple[OpenedBook, Till]:
    opened = create_book(folder / NAME, clock=FakeClock(), keys=KEYS)
    till = Till(opened.book, FakeClock())
    till.connection.execute("UPDATE sync_self SET till_id = ?, incarnation = ?", (name, name))
    till.join(_SCOPES)
    return opened, till


def _fill(transaction: Transaction, source: dbapi2.Connection) -> int:
    """Put a house's rows into a feed, as if tills had written them one after the other."""
    heads = dict.fromkeys(_SCOPES, 0)
    transaction.many(
        "INSERT INTO sync_feed"
        " (scope, tbl, row_id, seq, state, body, versions, at, by_user, proof)"
        " VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, '')",
        _feed(source, heads),
    )
    for scope, head in heads.items():
        transaction.run("INSERT INTO sync_scope (scope, head) VALUES (?, ?)", (scope, head))
        transaction.run(
            "INSERT INTO sync_mark (scope, seq, mark, at) VALUES (?, ?, 'abababababababab', 0)",
            (scope, head),
        )
    return sum(heads.values())


def _feed(source: dbapi2.Connection, heads: dict[str, int]) -> Iterator[tuple[Any, ...]]:
    for table, kind in kinds().items():
        is_clients = kind.owner is not None or table in {"client", "household"}
        scope = _SCOPES[1] if is_clients else _SCOPES[0]
        fields = list(kind.fields.values())
        names = ", ".join(one.name for one in fields)
        for row_id, at, by, *values in source.execute(
            f"SELECT id, updated_at, updated_by, {names} FROM {table} ORDER BY rowid"
        ):
            heads[scope] += 1
            body = {
                one.name: value.hex() if one.is_id else value
                for one, value in zip(fields, values, strict=True)
                if value is not None
            }
            yield (
                scope, table, row_id.hex(), heads[scope],
                json.dumps(body, separators=(",", ":")),
                f'{{"+":[{heads[scope]},"hq/1",0,null]}}', at, by.hex() if by else None,
            )  # fmt: skip


def _parts(source: dbapi2.Connection) -> Iterator[tuple[str, list[str], list[Any]]]:
    for table in kinds():
        names = [row[1] for row in source.execute(f"PRAGMA table_info({table})")]
        found = source.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY rowid")
        while rows := found.fetchmany(2_000):
            yield table, names, rows


def _there(connection: dbapi2.Connection) -> dict[str, int]:
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in kinds()
    }
