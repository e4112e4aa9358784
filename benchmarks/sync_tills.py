"""Fifty tills at once: real requests, signed, over TLS, to a server process on PostgreSQL.

The tills speak through ``HttpTransport`` as every till does; what they say is made up, since fifty
books would measure this machine's disk. First each keeps a pace, then each asks as fast as it is
answered. Afterwards every client must stand as its till left it. ``--tills N --seconds N``.
"""

import argparse
import json
import random
import secrets
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.alone import alone
from benchmarks.frame import Figure, Options, figure
from benchmarks.head_office_costs import DURABLE
from benchmarks.peers.ours import head_office
from benchmarks.peers.records import records
from benchmarks.peers.serving import peak_of, share_of
from benchmarks.table import as_table
from clienteling.domain.clock import SystemClock
from clienteling.storage.capture import INSERT, UPDATE
from clienteling.sync.enrolling import enrol
from clienteling.sync.http import HttpTransport
from clienteling.sync.line import Line
from clienteling.sync.wire import Cursor, Mutation, Place, Pull, Pulled, Push, Pushed
from tests.headoffice.servers import Server, key_of
from tests.postgres.server import NoServerError, running

TILLS, A_BOUTIQUE, PROCESSES = 50, 5, 2
SECONDS, PACE, EDITS = 20.0, 1.0, 3
#: Clients of a boutique, as a part of ``--clients``: 200 of 100,000.
SHARE = 500
#: One look in so many brings edits.
_SELDOM = 4
_COMMITS = 200

Took = dict[str, list[float]]


class Till:
    """A till without a book.

    Args:
        number: Which of them.
        port: Of the server on this machine.
        authority: Whom to trust.
        clients: How many its boutique has.
    """

    def __init__(self, number: int, port: int, authority: str, clients: int) -> None:
        name = till_name(number)
        self.line = HttpTransport(
            Line(f"https://localhost:{port}", authority), name, key_of(name), SystemClock()
        )
        self.scope = boutique(number)
        self.own = _ids(self.scope, clients)[number % A_BOUTIQUE :: A_BOUTIQUE]
        self.said: dict[str, str] = {}
        self.sent = 0
        self._name, self._place, self._rng = name, Place(), random.Random(number)
        self._cursors = {"g": Cursor(), self.scope: Cursor()}

    def pull(self) -> dict[str, str]:
        """Read to the head; return what is remembered of each client that came."""
        found: dict[str, str] = {}
        while True:
            answer = self.line.pull(Pull(self._name, "life", 1, self._cursors, 500))
            assert isinstance(answer, Pulled), answer
            for page in answer.pages:
                self._cursors[page.scope] = page.cursor
                found |= {
                    row.row_id: str(row.body.get("remember"))
                    for row in page.rows
                    if row.table == "client"
                }
            if not any(page.more for page in answer.pages):
                return found

    def load(self, clients: int) -> None:
        """Bring every client of the boutique in."""
        ids = _ids(self.scope, clients)
        made = zip(ids, records(clients, seed=len(self.scope)), strict=True)
        rows = [
            (key, INSERT, {name: (None, value) for name, value in one.items() if name != "id"})
            for key, one in made
        ]
        for start in range(0, len(rows), 1_000):
            self._push(rows[start : start + 1_000])

    def edit(self) -> None:
        """Push some edits of clients that only this till writes."""
        rows = []
        for key in self._rng.sample(self.own, min(EDITS, len(self.own))):
            old, self.said[key] = self.said.get(key, ""), f"Lilies {secrets.token_hex(20)}"
            rows.append((key, UPDATE, {"remember": (old, self.said[key])}))
        self._push(rows)

    def _push(self, rows: Sequence[tuple[str, int, dict[str, tuple[Any, Any]]]]) -> None:
        mutations = tuple(
            Mutation(
                self._place.mid + 1 + number, secrets.token_hex(16), secrets.token_hex(16),
                self.scope, "client", key, op, 10**9, 0, None, fields,
            )
            for number, (key, op, fields) in enumerate(rows)
        )  # fmt: skip
        answer = self.line.push(
            Push(self._name, "life", 1, self._place, self._cursors, mutations)
        )
        assert isinstance(answer, Pushed), answer
        assert not answer.results, answer.results[0]
        self._place = answer.place
        self.sent += len(rows)


def till_name(number: int) -> str:
    """Return the name of a till."""
    return f"till-{number:03}"


def boutique(number: int) -> str:
    """Return the scope of a till's boutique."""
    return f"b:B{number // A_BOUTIQUE:03}"


def run(options: Options, tills: int = TILLS, seconds: float = SECONDS) -> list[Figure]:
    """Let tills work at once, each at a pace and then each as fast as it can."""
    clients = max(2 * EDITS * A_BOUTIQUE, options.clients // SHARE)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder,
            running(DURABLE) as postgres,
            head_office(Path(folder), postgres, "tills") as server,
        ):
            _enrol_all(server, tills)
            told = _work(server, Path(folder), tills, seconds, clients)
            told["commit"] = _commits(postgres.address("tills"))
            told["server"] = peak_of(server.pid)
            told["database"] = share_of(postgres.process.pid)
    except NoServerError as error:
        raise SystemExit(f"sync_tills needs a PostgreSQL: {error}") from error
    return list(_figures(told, tills, seconds))


def _enrol_all(server: Server, tills: int) -> None:
    with server.open() as office:
        codes = [
            office.enrolment.make_code(boutique(number), confirmed_by_hand=True)
            for number in range(tills)
        ]
    for number, code in enumerate(codes):
        name = till_name(number)
        enrol(server.invitation(code), name, name, key_of(name))


def _work(
    server: Server, folder: Path, tills: int, seconds: float, clients: int
) -> dict[str, Any]:
    """Share the tills out over processes that begin together, and gather what they tell."""
    named: dict[str, Any] = {
        "folder": str(folder), "port": server.port, "authority": server.home.authority_pem(),
        "clients": clients, "seconds": seconds,
    }  # fmt: skip
    with ThreadPoolExecutor(PROCESSES) as pool:
        parts = [
            pool.submit(
                alone, "benchmarks.sync_tills:work",
                numbers=list(range(start, tills, PROCESSES)), **named,
            )
            for start in range(PROCESSES)
        ]  # fmt: skip
        done = [one.result() for one in parts]
    told: dict[str, Any] = {"tills": sum(one.peak_mib or 0 for one in done)}
    for name in ("look", "push", "hard"):
        told[name] = [took for one in done for took in one.value[name]]
    told["sent"] = sum(one.value["sent"] for one in done)
    return told


def work(
    folder: str, port: int, authority: str, numbers: list[int], clients: int, seconds: float
) -> dict[str, Any]:
    """Be some of the tills, one thread each; the boutiques' first ones bring the clients in."""
    tills = [Till(number, port, authority, clients) for number in numbers]
    firsts = [
        till for till, number in zip(tills, numbers, strict=True) if number % A_BOUTIQUE == 0
    ]
    for till in firsts:
        till.load(clients)
    _together(Path(folder), "loaded", numbers[0])
    _at_once(tills, lambda till: till.pull())
    _together(Path(folder), "begun", numbers[0])
    paced: list[Took] = []
    _at_once(tills, lambda till: paced.append(_at_a_pace(till, seconds)))
    _together(Path(folder), "paced", numbers[0])
    hard: list[list[float]] = []
    _at_once(tills, lambda till: hard.append(_hard(till, seconds)))
    _together(Path(folder), "done", numbers[0])
    _at_once(tills, lambda till: _check(till, port, authority, clients))
    loaded = clients * len(firsts)
    return {
        "look": [took for one in paced for took in one["look"]],
        "push": [took for one in paced for took in one["push"]],
        "hard": [took for one in hard for took in one],
        "sent": sum(till.sent for till in tills) - loaded,
    }


def _at_a_pace(till: Till, seconds: float) -> Took:
    took: Took = {"look": [], "push": []}
    rng = random.Random(till.scope + till.own[0])
    until = time.perf_counter() + seconds
    due = time.perf_counter() + rng.random() * PACE
    number = rng.randrange(_SELDOM)
    while due < until:
        time.sleep(max(0.0, due - time.perf_counter()))
        number += 1
        if number % _SELDOM == 0:
            took["push"].append(_timed(till.edit))
            till.pull()
        else:
            start = time.perf_counter()
            if not till.pull():
                took["look"].append((time.perf_counter() - start) * 1000)
        due = max(due + PACE, time.perf_counter())
    return took


def _hard(till: Till, seconds: float) -> list[float]:
    took = []
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        took.append(_timed(till.edit))
    return took


def _check(till: Till, port: int, authority: str, clients: int) -> None:
    """Read the whole boutique anew: what this till said last stands, and every client is there."""
    number = int(till.line._till.removeprefix("till-"))  # noqa: SLF001 - its name is its number
    anew = Till(number, port, authority, clients)
    found = anew.pull()
    assert len(found) == clients, (len(found), clients)
    assert {key: found[key] for key in till.said} == till.said
    anew.line.close()
    till.line.close()


def _timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def _at_once(tills: Sequence[Till], do: Callable[[Till], object]) -> None:
    """Let every till do something in a thread of its own; one that fails fails all."""
    with ThreadPoolExecutor(len(tills)) as pool:
        for one in [pool.submit(do, till) for till in tills]:
            one.result()


def _together(folder: Path, name: str, number: int) -> None:
    """Wait until every process has come so far."""
    (folder / f"{name}-{number}").touch()
    waits = threading.Event()
    for _turn in range(12_000):
        if len(list(folder.glob(f"{name}-*"))) == PROCESSES:
            return
        waits.wait(0.01)
    raise RuntimeError(f"the others have not come to {name}")


def _ids(scope: str, clients: int) -> list[str]:
    rng = random.Random(scope)
    return [f"{rng.getrandbits(128):032x}" for _ in range(clients)]


def _commits(address: str) -> list[float]:
    """Return what one bare commit of one small row takes, nobody else asking."""
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE bare (id int PRIMARY KEY, n int)")
        connection.execute("INSERT INTO bare VALUES (1, 0)")
        connection.commit()

        def commit() -> None:
            connection.execute("UPDATE bare SET n = n + 1")
            connection.commit()

        return [_timed(commit) for _turn in range(_COMMITS)]


def _figures(told: dict[str, Any], tills: int, seconds: float) -> Iterator[Figure]:
    bare = ("one bare commit", told["commit"])
    note = f"{told['sent']:,} edits, each stands at head office; nobody was turned away"
    look, push, hard = (told[name] for name in ("look", "push", "hard"))
    yield figure(f"nothing new, {tills} tills, one look a second", look, note=note)
    yield figure("nothing new: 95 of 100", [_at(look, 0.95)], most=50)
    yield figure("nothing new: 99 of 100", [_at(look, 0.99)])
    yield figure(f"push of {EDITS} edits meanwhile", push, limit=bare)
    yield figure("push meanwhile: 99 of 100", [_at(push, 0.99)])
    yield figure(f"push of {EDITS} edits, {tills} as fast as they can", hard, limit=bare)
    yield figure("push as fast as they can: 99 of 100", [_at(hard, 0.99)])
    yield figure("pushes a second, together", [len(hard) / seconds], unit="pushes")
    for name in ("server", "database", "tills"):
        if told[name]:
            yield figure(f"memory of the {name}", [told[name]], unit="MiB")


def _at(values: Sequence[float], share: float) -> float:
    return statistics.quantiles(values, n=100)[round(share * 100) - 1]


def main(arguments: Sequence[str]) -> int:
    """Measure with another number of tills, or longer."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sync_tills", description=__doc__)
    parser.add_argument("--clients", type=int, default=Options().clients)
    parser.add_argument("--tills", type=int, default=TILLS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    asked = parser.parse_args(arguments)
    figures = run(Options(clients=asked.clients), asked.tills, asked.seconds)
    rows = [asdict(one) | {"reaches": one.reaches} for one in figures]
    print(as_table({"sync_tills": {"figures": rows}}))
    print(json.dumps(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
