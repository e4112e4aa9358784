"""The tills of benchmarks/sync_tills.py: what they say is made up, how they say it is not."""

import random
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.peers.records import records
from clienteling.domain.clock import SystemClock
from clienteling.storage.capture import INSERT, UPDATE
from clienteling.sync.http import HttpTransport
from clienteling.sync.line import Line
from clienteling.sync.wire import Cursor, Mutation, Place, Pull, Pulled, Push, Pushed
from tests.headoffice.servers import key_of

#: Tills of a boutique; processes they are shared out over; edits of a push; seconds between looks.
A_BOUTIQUE, PROCESSES, EDITS, PACE = 5, 2, 3, 1.0
#: One look in so many brings edits.
_SELDOM = 4

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
        answer = self.line.push(Push(self._name, "life", 1, self._place, self._cursors, mutations))
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
            took["push"].append(timed(till.edit))
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
        took.append(timed(till.edit))
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


def timed(do: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000
