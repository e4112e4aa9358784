"""A device for Kinto: its records in SQLite, an outbox beside them, and its batches.

Kinto's own offline client lives in browsers only; this one asks for no more than it has to.
"""

import base64
import http.client
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.peers.records import INDEXED, Record

COLLECTION = "/v1/buckets/house/collections/clients"
_RECORDS = f"{COLLECTION}/records"
_TOKEN = base64.b64encode(b"house:word").decode()
_HEADERS = {"authorization": f"Basic {_TOKEN}", "content-type": "application/json"}
#: What its batches take by default.
_BATCH = 25


class _Line:
    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)

    def ask(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> tuple[int, Any, dict[str, str]]:
        sent = None if body is None else json.dumps(body)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._connection.request(method, path, sent, _HEADERS | named)
        answer = self._connection.getresponse()
        told = answer.read()
        heads = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, json.loads(told) if told else None, heads

    def batch(self, requests: list[dict[str, Any]]) -> list[int]:
        statuses: list[int] = []
        for start in range(0, len(requests), _BATCH):
            words = {"requests": requests[start : start + _BATCH]}
            status, told, _heads = self.ask("POST", "/v1/batch", words)
            assert status == 200, told
            statuses += [one["status"] for one in told["responses"]]
        return statuses


def make_collection(port: int) -> None:
    """Make the collection that everybody shares."""
    line = _Line(port)
    for path in ("/v1/buckets/house", COLLECTION):
        status, told, _heads = line.ask("PUT", path, {"data": {}})
        assert status in {200, 201}, told


def put(port: int, records: list[Record]) -> None:
    """Bring clients in through batches."""
    requests = [
        {"method": "PUT", "path": f"{_RECORDS}/{one['id']}", "body": {"data": one}}
        for one in records
    ]
    assert set(_Line(port).batch(requests)) <= {200, 201}


@contextmanager
def _device(folder: str) -> Iterator[sqlite3.Connection]:
    path = Path(folder) / "device.db"
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if is_new:
        columns = ", ".join(INDEXED)
        connection.execute(f"CREATE TABLE record (id PRIMARY KEY, body, {columns})")
        for name in INDEXED:
            connection.execute(f"CREATE INDEX ix_{name} ON record ({name})")
        connection.execute("CREATE TABLE outbox (n INTEGER PRIMARY KEY, id, body)")
        connection.execute("CREATE TABLE cursor (etag)")
    yield connection
    connection.close()


def first_sync(folder: str, port: int) -> dict[str, Any]:
    """Read every page and keep it."""
    with _device(folder) as device:
        start = time.perf_counter()
        _pull(device, _Line(port))
        seconds = time.perf_counter() - start
        there = device.execute("SELECT count(*) FROM record").fetchone()[0]
    return {"seconds": seconds, "there": there}


def edit(folder: str, edits: dict[str, dict[str, Any] | None]) -> None:
    """Change records here and put what changed into the outbox."""
    with _device(folder) as device:
        device.execute("BEGIN")
        for key, fields in edits.items():
            if fields is None:
                device.execute("DELETE FROM record WHERE id = ?", (key,))
            else:
                found = device.execute("SELECT body FROM record WHERE id = ?", (key,)).fetchone()
                _keep(device, [json.loads(found[0]) | fields])
            device.execute(
                "INSERT INTO outbox (id, body) VALUES (?, ?)", (key, json.dumps(fields))
            )
        device.execute("COMMIT")


def sync(folder: str, port: int) -> dict[str, Any]:
    """Send the outbox, whatever others did meanwhile, then read what is new."""
    with _device(folder) as device:
        start = time.perf_counter()
        line = _Line(port)
        waiting = [
            (key, json.loads(body))
            for key, body in device.execute("SELECT id, body FROM outbox ORDER BY n")
        ]
        statuses = line.batch([_request(key, fields) for key, fields in waiting])
        device.execute("DELETE FROM outbox")
        seconds = time.perf_counter() - start
        _pull(device, line)
    said = [
        f"{key} {status}"
        for (key, _fields), status in zip(waiting, statuses, strict=True)
        if status >= 400
    ]
    return {"seconds": seconds, "refused": said}


def nothing(folder: str, port: int, times: int) -> dict[str, Any]:
    """Ask for news with the last mark."""
    with _device(folder) as device:
        line = _Line(port)
        _pull(device, line)
        took = []
        for _round in range(times):
            start = time.perf_counter()
            assert _pull(device, line) == 0
            took.append((time.perf_counter() - start) * 1000)
    return {"ms": took}


def state(folder: str, ids: list[str]) -> dict[str, Any]:
    """Return records as they stand here; Kinto keeps no other side."""
    with _device(folder) as device:
        rows = {}
        for key in ids:
            found = device.execute("SELECT body FROM record WHERE id = ?", (key,)).fetchone()
            rows[key] = found and json.loads(found[0])
    return {"rows": rows}


def _request(key: str, fields: dict[str, Any] | None) -> dict[str, Any]:
    path = f"{_RECORDS}/{key}"
    if fields is None:
        return {"method": "DELETE", "path": path}
    return {"method": "PATCH", "path": path, "body": {"data": fields}}


def _pull(device: sqlite3.Connection, line: _Line) -> int:
    known = device.execute("SELECT etag FROM cursor").fetchone()
    path: str | None = _RECORDS
    headers = {}
    if known:
        path = f"{_RECORDS}?_since={known[0]}"
        headers = {"if_none_match": f'"{known[0]}"'}
    count, mark = 0, ""
    device.execute("BEGIN")
    while path:
        status, told, heads = line.ask("GET", path, **headers)
        if status == 304:
            break
        assert status == 200, told
        mark = mark or heads["etag"].strip('"')
        rows = told["data"]
        device.executemany(
            "DELETE FROM record WHERE id = ?", [(one["id"],) for one in rows if "deleted" in one]
        )
        _keep(device, [one for one in rows if "deleted" not in one])
        count += len(rows)
        further = heads.get("next-page")
        path = further and further[further.index("/v1/") :]
        headers = {}
    if mark:
        device.execute("DELETE FROM cursor")
        device.execute("INSERT INTO cursor VALUES (?)", (mark,))
    device.execute("COMMIT")
    return count


def _keep(device: sqlite3.Connection, rows: list[dict[str, Any]]) -> None:
    marks = ", ".join("?" * (len(INDEXED) + 2))
    sets = ", ".join(f"{name} = excluded.{name}" for name in ("body", *INDEXED))
    device.executemany(
        f"INSERT INTO record VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {sets}",
        [(one["id"], json.dumps(one), *(one[name] for name in INDEXED)) for one in rows],
    )
