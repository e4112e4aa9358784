"""A till of ours: its sealed book, and a signed line over TLS; the folder's name is the till's."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.houses import KEYS, NAME
from benchmarks.peers.records import FIELDS, records
from clienteling.domain.clock import SystemClock
from clienteling.storage.open import create_book, open_book
from clienteling.sync.engine import Done, sync_once
from clienteling.sync.http import HttpTransport
from clienteling.sync.line import Line
from clienteling.sync.till import Till
from tests.headoffice.servers import BOUTIQUE, key_of

_SCOPES = ("g", BOUTIQUE)


@contextmanager
def a_till(folder: str) -> Iterator[Till]:
    """Open a till's book; it is made and told who it is where there is none."""
    path = Path(folder) / NAME
    is_new = not path.exists()
    opened = (create_book if is_new else open_book)(path, clock=SystemClock(), keys=KEYS)
    till = Till(opened.book, SystemClock())
    if is_new:
        name = Path(folder).name
        till.connection.execute("UPDATE sync_self SET till_id = ?, incarnation = ?", (name, name))
        till.join(_SCOPES)
    yield till
    till.close()
    opened.close()


@contextmanager
def a_line(folder: str, port: int, authority: str) -> Iterator[HttpTransport]:
    """Give a line that has no session yet."""
    name = Path(folder).name
    line = Line(f"https://localhost:{port}", authority)
    transport = HttpTransport(line, name, key_of(name), SystemClock())
    yield transport
    transport.close()


def load(folder: str, port: int, authority: str, count: int) -> dict[str, Any]:
    """Write so many clients into an empty book and send them."""
    names = ", ".join([*FIELDS, "updated_at"])
    marks = ", ".join("?" * (len(FIELDS) + 1))
    with a_till(folder) as till, a_line(folder, port, authority) as line:
        with till.write() as connection:
            connection.executemany(
                f"INSERT INTO client ({names}) VALUES ({marks})",
                [
                    (bytes.fromhex(one["id"]), *list(one.values())[1:], one["created_at"])
                    for one in records(count)
                ],
            )
        start = time.perf_counter()
        done = sync_once(till, line, random.Random(0))
        seconds = time.perf_counter() - start
        assert isinstance(done, Done), done
        assert (done.sent, done.results) == (count, ()), done
    return {"seconds": seconds}


def first_sync(folder: str, port: int, authority: str) -> dict[str, Any]:
    """Sync an empty book; also tells when the rows were all kept, before what is made of them."""
    with a_till(folder) as till, a_line(folder, port, authority) as line:
        refresh, laid = till.refresh, [0.0]

        def timed_refresh() -> None:
            laid.append(time.perf_counter())
            refresh()

        till.refresh = timed_refresh  # type: ignore[method-assign] # a moment to be told
        start = time.perf_counter()
        done = sync_once(till, line, random.Random(0))
        ready = time.perf_counter() - start
        assert isinstance(done, Done), done
        there, found = (
            till.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("client", "client_hit")
        )
        assert there == found, (there, found)
    return {"seconds": laid[1] - start, "ready": ready, "there": there}


def edit(folder: str, authority: str, edits: dict[str, dict[str, Any] | None]) -> None:  # noqa: ARG001 - as every step
    """Change rows as a till's own transactions do, one each."""
    with a_till(folder) as till:
        for key, fields in edits.items():
            if fields is None:
                till.connection.execute("DELETE FROM client WHERE id = ?", (bytes.fromhex(key),))
                continue
            sets = ", ".join(f"{name} = ?" for name in fields)
            till.connection.execute(
                f"UPDATE client SET {sets} WHERE id = ?", (*fields.values(), bytes.fromhex(key))
            )


def sync(folder: str, port: int, authority: str) -> dict[str, Any]:
    """Sync once; tells what did not simply apply."""
    with a_till(folder) as till, a_line(folder, port, authority) as line:
        start = time.perf_counter()
        done = sync_once(till, line, random.Random(0))
        seconds = time.perf_counter() - start
        assert isinstance(done, Done), done
    return {"seconds": seconds, "sent": done.sent}


def nothing(folder: str, port: int, authority: str, times: int) -> dict[str, Any]:
    """Sync with nothing new, in the session that stands."""
    with a_till(folder) as till, a_line(folder, port, authority) as line:
        assert sync_once(till, line, random.Random(0)) == Done()
        took = []
        for _round in range(times):
            start = time.perf_counter()
            assert sync_once(till, line, random.Random(0)) == Done()
            took.append((time.perf_counter() - start) * 1000)
    return {"ms": took}


def state(folder: str, authority: str, ids: list[str]) -> dict[str, Any]:  # noqa: ARG001 - as every step
    """Return rows as they stand here, and whose other side a person is shown."""
    rows: dict[str, Any] = {}
    names = ", ".join(FIELDS[1:])
    with a_till(folder) as till:
        for key in ids:
            found = till.connection.execute(
                f"SELECT {names} FROM client WHERE id = ?", (bytes.fromhex(key),)
            ).fetchone()
            rows[key] = found and dict(zip(FIELDS, (key, *found), strict=True))
        told = {
            row_id.hex(): [kept, other]
            for row_id, kept, other in till.connection.execute(
                "SELECT row_id, kept, other FROM sync_conflict"
            )
        }
    return {"rows": rows, "shown": {key: told[key] for key in ids if key in told}}
