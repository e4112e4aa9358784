"""One program measured: first sync, push, nothing new, bytes, memory; each answer is checked."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.peers import clashing
from benchmarks.peers.counting import Wire, counted
from benchmarks.peers.peer import Peer, Served
from benchmarks.peers.records import Record, records

EDITS = 1_000
_TURNS, _ENOUGH_SECONDS = ("one", "four", "five"), 10.0
_ROUNDS, _FEW = 100, 3
_SLOW_MS = 500.0


@dataclass(slots=True)
class Told:
    """What was measured of one program at one size; seconds, milliseconds, bytes and MiB.

    Args:
        first: Of first syncs: until every row is kept.
        ready: The same until everything that is made of the rows is there too, where it is more.
        bytes_: Up and down, of ``first``, ``push`` and ``nothing``.
        after_first: The sync after the first one, with nothing new.
        clashes: What became of what two devices wrote apart.
    """

    name: str
    version: str
    size: int
    loaded: float
    edits: int
    first: list[float] = field(default_factory=list)
    ready: list[float] = field(default_factory=list)
    push: list[float] = field(default_factory=list)
    nothing: list[float] = field(default_factory=list)
    bytes_: dict[str, tuple[int, int]] = field(default_factory=dict)
    device_mib: float | None = None
    server_mib: float | None = None
    after_first: float | None = None
    clashes: list[clashing.Clash] = field(default_factory=list)


def measure(peer: Peer, size: int, folder: Path) -> Told:
    """Measure a program with so many clients, in an empty folder."""
    folder.mkdir(parents=True)
    given = records(size)
    with peer.serve(folder, given) as served:
        told = Told(peer.name, served.version, size, served.loaded, min(EDITS, size))
        run = _Run(served, folder, given, told)
        run.first_syncs()
        if peer.is_whole:
            told.after_first = run.ask("sync", "one")["seconds"]
        run.pushes()
        run.without_news()
        with counted(served.port) as wire:
            run.count(wire, is_whole=peer.is_whole)
        if peer.is_whole:
            run.ask("sync", "one")
            told.clashes = clashing.clash(run.ask, given)
        told.server_mib = served.memory()
    return told


@dataclass(slots=True)
class _Run:
    served: Served
    folder: Path
    given: Sequence[Record]
    told: Told

    def ask(self, step: str, device: str, port: int = 0, **arguments: Any) -> dict[str, Any]:
        """Take a step of a device; those that need the line get the server's port."""
        folder = str(self.folder / device)
        Path(folder).mkdir(exist_ok=True)
        if step not in {"edit", "state"}:
            arguments["port"] = port or self.served.port
        found = self.served.ask(step, folder=folder, **arguments)
        peak = found.get("peak_mib")
        if peak and step in {"first_sync", "sync"} and not port:
            self.told.device_mib = max(self.told.device_mib or 0, float(peak))
        return found

    def first_syncs(self) -> None:
        for device in _TURNS:
            found = self.ask("first_sync", device)
            assert found["there"] == len(self.given), (self.told.name, found)
            self.told.first.append(found["seconds"])
            self.told.ready.append(found.get("ready", found["seconds"]))
            if sum(self.told.ready) > _ENOUGH_SECONDS:
                break

    def pushes(self) -> None:
        for turn in range(len(_TURNS)):
            self.ask("edit", "one", edits=self._edits(f"turn {turn}"))
            self.told.push.append(self.ask("sync", "one")["seconds"])
            if sum(self.told.push) > _ENOUGH_SECONDS:
                break

    def without_news(self) -> None:
        took = self.ask("nothing", "one", times=_FEW)["ms"]
        if statistics.median(took) < _SLOW_MS:
            took = self.ask("nothing", "one", times=_ROUNDS)["ms"]
        self.told.nothing = took

    def count(self, wire: Wire, *, is_whole: bool) -> None:
        """Do it all again on a line that counts, with another device, and look at what it got."""
        port, edits = wire.port, self._edits("counted")
        self.ask("first_sync", "two", port)
        self.told.bytes_["first"] = wire.taken()
        if is_whole:
            self._look(f"turn {len(self.told.push) - 1}")
            self.ask("sync", "two", port)
        self.ask("edit", "two", edits=edits)
        wire.taken()
        self.ask("sync", "two", port)
        self.told.bytes_["push"] = wire.taken()
        # The first one may hear its own words again.
        self.ask("nothing", "two", port, times=1)
        wire.taken()
        self.ask("nothing", "two", port, times=1)
        before = wire.taken()
        self.ask("nothing", "two", port, times=3)
        after = wire.taken()
        self.told.bytes_["nothing"] = (
            (after[0] - before[0]) // 2,
            (after[1] - before[1]) // 2,
        )

    def _edits(self, name: str) -> dict[str, dict[str, Any]]:
        some = self.given[: self.told.edits]
        return {one["id"]: {"remember": _text(name, at)} for at, one in enumerate(some)}

    def _look(self, name: str) -> None:
        """See that a device which came later has every field, and the edits of the first."""
        last = self.told.edits - 1
        places = {0, last // 2, last, len(self.given) - 1}
        wanted = {
            self.given[at]["id"]: self.given[at]
            | ({"remember": _text(name, at)} if at <= last else {})
            for at in places
        }
        rows = self.ask("state", "two", ids=list(wanted))["rows"]
        for key, one in wanted.items():
            assert clashing.plain(rows[key]) == clashing.plain(one), (rows[key], one)


def _text(name: str, place: int) -> str:
    return f"Peonies {place}, {name}, and tea without sugar"
