"""A device that does nothing but keep rows: a sealed table of one kind with five indexes."""

import http.client
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.peers.records import FIELDS, INDEXED
from clienteling.storage.book import Book
from clienteling.sync import packing


class Table:
    """One table of clients in a sealed file; usable from any thread, one at a time."""

    def __init__(self, path: Path) -> None:
        is_new = not path.exists()
        self._connection = Book(path, b"\1" * 32).connect()
        self._connection.execute("PRAGMA synchronous = FULL")
        if is_new:
            self._connection.execute(
                f"CREATE TABLE client ({', '.join(FIELDS)}, PRIMARY KEY (id))"
            )
            for name in INDEXED:
                self._connection.execute(f"CREATE INDEX ix_{name} ON client ({name})")
        marks = ", ".join("?" * len(FIELDS))
        sets = ", ".join(f"{name} = excluded.{name}" for name in FIELDS[1:])
        self._sql = f"INSERT INTO client VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {sets}"

    def upsert(self, *parts: Sequence[Sequence[Any]]) -> None:
        """Keep rows in one commit that waits for the disk."""
        self._connection.execute("BEGIN IMMEDIATE")
        for rows in parts:
            self._connection.executemany(self._sql, rows)
        self._connection.execute("COMMIT")

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        return list(self._connection.execute(sql, values).fetchall())

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def first_sync(folder: str, port: int) -> dict[str, Any]:
    """Fetch every part and keep its rows, all in one commit."""
    table = Table(Path(folder) / "device.book")
    start = time.perf_counter()
    line = http.client.HTTPConnection("127.0.0.1", port)
    count = json.loads(_get(line, "/parts"))
    table.upsert(*(
        msgspec.msgpack.decode(packing.expand(_get(line, f"/{number}"), 1 << 30))
        for number in range(count)
    ))  # fmt: skip
    seconds = time.perf_counter() - start
    there = table.rows("SELECT count(*) FROM client")[0][0]
    table.close()
    return {"seconds": seconds, "there": there}


def edit(folder: str, edits: dict[str, dict[str, Any]]) -> None:
    """Note edits to be sent."""
    (Path(folder) / "edits.json").write_text(json.dumps(edits), encoding="utf-8")


def sync(folder: str, port: int) -> dict[str, Any]:
    """Send the full rows of what was edited; they are kept there when the answer comes."""
    edits = json.loads((Path(folder) / "edits.json").read_text(encoding="utf-8"))
    table = Table(Path(folder) / "device.book")
    rows = [list(table.rows("SELECT * FROM client WHERE id = ?", one)[0]) for one in edits]
    for row, fields in zip(rows, edits.values(), strict=True):
        for name, value in fields.items():
            row[FIELDS.index(name)] = value
    table.close()
    start = time.perf_counter()
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request("POST", "/", packing.shrink(msgspec.msgpack.encode(rows)))
    assert line.getresponse().read() == b"{}"
    return {"seconds": time.perf_counter() - start}


def nothing(folder: str, port: int, times: int) -> dict[str, Any]:  # noqa: ARG001 - as all do
    """Ask and be answered on an open line."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    took = []
    for _round in range(times):
        start = time.perf_counter()
        _get(line, "/nothing")
        took.append((time.perf_counter() - start) * 1000)
    return {"ms": took}


def _get(line: http.client.HTTPConnection, path: str) -> bytes:
    line.request("GET", path)
    return line.getresponse().read()
