"""Sync beside Kinto, PouchDB, Anki and vdirsyncer: the same clients, the same work, one run.

Every program is served by a process of its own on this machine and has devices in processes
of their own. Peers are installed on first use into ``build/peers``; one that cannot be is said to
be missing, and why. ``python -m benchmarks.sync_peers --peers Anki --clients 10000`` measures
some. What becomes of edits that clash is printed in words, and kept in build/sync_peers.json.
"""

import argparse
import json
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.frame import ROOT, Figure, Options, figure
from benchmarks.head_office_costs import DURABLE
from benchmarks.peers import anki, dav, kinto, limit, ours, pouch
from benchmarks.peers.install import NotInstalledError
from benchmarks.peers.measuring import Told, measure
from benchmarks.peers.peer import Peer
from benchmarks.table import as_table
from tests.postgres.server import NoServerError, Server, running

OUT = ROOT / "build" / "sync_peers.json"

#: Sizes as parts of ``--clients``: 1,000, 10,000 and 50,000 of 100,000.
SIZES = {"small": 100, "middle": 10, "large": 2}
_FEWEST = 20
_MIB = 1 << 20

#: Measured at one size: every program's figures, and why some have none.
Round = tuple[dict[str, Told], dict[str, str]]


def run(
    options: Options, only: Sequence[str] = (), sizes: Sequence[str] = tuple(SIZES)
) -> list[Figure]:
    """Measure everybody at three sizes, or some at some."""
    figures: list[Figure] = []
    kept: dict[str, object] = {}
    try:
        with running(DURABLE) as postgres:
            for name in sizes:
                size = max(_FEWEST, options.clients // SIZES[name])
                told, missing = _round(_peers(postgres, only), name, size)
                figures += _figures(size, told, missing, is_daily=name != "large")
                kept[str(size)] = {
                    "missing": missing,
                    "told": {key: asdict(one) for key, one in told.items()},
                }
                _print(size, told, missing)
    except NoServerError as error:
        raise SystemExit(f"sync_peers needs a PostgreSQL: {error}") from error
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    return figures


def main(arguments: Sequence[str]) -> int:
    """Measure some of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sync_peers", description=__doc__)
    names = ["Anki", "Kinto in memory", "Kinto on PostgreSQL", "PouchDB", dav.PEER.name]
    parser.add_argument("--clients", type=int, default=Options().clients)
    parser.add_argument("--peers", nargs="*", choices=names, default=names)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    asked = parser.parse_args(arguments)
    figures = run(Options(clients=asked.clients), asked.peers, asked.sizes)
    rows = [asdict(one) | {"reaches": one.reaches} for one in figures]
    print(as_table({"sync_peers": {"figures": rows}}))
    print(f"Written to {OUT.relative_to(ROOT)}.", file=sys.stderr)
    return 0


def _peers(postgres: Server, only: Sequence[str]) -> list[Peer]:
    others = [anki.PEER, pouch.PEER, kinto.on(postgres), kinto.PEER, dav.PEER]
    return [
        limit.PEER,
        ours.on(postgres),
        *(one for one in others if not only or one.name in only),
    ]


def _round(peers: Sequence[Peer], name: str, size: int) -> Round:
    told: dict[str, Told] = {}
    missing: dict[str, str] = {}
    for peer in peers:
        if name not in peer.sizes:
            continue
        print(f"  {peer.name}, {size:,} clients", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
            try:
                told[peer.name] = measure(peer, size, Path(folder) / "run")
            except NotInstalledError as error:
                missing[peer.name] = str(error)
            except (Exception, SystemExit) as error:
                if peer.name in {"ours", limit.PEER.name}:
                    raise
                traceback.print_exc()
                missing[peer.name] = f"failed: {error!r}"[:300]
    return told, missing


def _figures(
    size: int, told: Mapping[str, Told], missing: Mapping[str, str], *, is_daily: bool
) -> list[Figure]:
    note = "; ".join(f"{name} {why}" for name, why in missing.items())

    def beside(
        what: str,
        unit: str,
        value: Callable[[Told], Sequence[float]],
        goal: float | None = None,
        most: float | None = None,
    ) -> Figure:
        found = {name: values for name, one in told.items() if (values := value(one))}
        bound = found.pop(limit.PEER.name, None)
        return figure(
            what, found.pop("ours"), unit=unit, peers=found, goal=goal if bound else None,
            limit=(limit.PEER.name, bound) if bound else None, most=most, note=note,
        )  # fmt: skip

    edits = min(one.edits for one in told.values())
    figures = [
        beside(f"first sync of {size:,}: rows", "s", lambda one: one.first, 1.7),
        beside(f"first sync of {size:,}: ready", "s", lambda one: one.ready),
        beside(
            f"first sync of {size:,}: the line", "MiB",
            lambda one: [sum(one.bytes_["first"]) / _MIB],
        ),
        beside(f"memory of a device, {size:,}", "MiB", lambda one: _some(one.device_mib)),
        beside(f"memory of the server, {size:,}", "MiB", lambda one: _some(one.server_mib)),
    ]  # fmt: skip
    if is_daily:
        figures += [
            beside(
                f"push of {edits:,} edits, {size:,}", "ms",
                lambda one: [value * 1000 for value in one.push], 1.5,
            ),
            beside(
                f"push of {edits:,} edits: the line", "KiB",
                lambda one: [sum(one.bytes_["push"]) / 1024],
            ),
            beside(f"nothing new, {size:,}", "ms", lambda one: one.nothing, most=2.0),
            beside("nothing new: the line", "bytes", lambda one: [sum(one.bytes_["nothing"])]),
            beside(
                "edits nobody is shown, of 6", "edits",
                lambda one: [sum(two.unseen for two in one.clashes)] if one.clashes else [],
                most=0,
            ),
            beside(
                "clients apart after syncing, of 3", "clients",
                lambda one: [sum(not two.is_equal for two in one.clashes)] if one.clashes else [],
                most=0,
            ),
        ]  # fmt: skip
    return figures


def _some(value: float | None) -> list[float]:
    return [] if value is None else [value]


def _print(size: int, told: Mapping[str, Told], missing: Mapping[str, str]) -> None:
    print(f"\n{size:,} clients: two devices write one client apart")
    for one in told.values():
        print(f"{one.name} {one.version}: had the clients after {one.loaded:.1f} s", end="")
        after = one.after_first
        print("" if after is None else f", first sync without news {after * 1000:,.0f} ms")
        for two in one.clashes:
            print(f"  {two.what:26} {two.words()}")
    for name, why in missing.items():
        print(f"{name}: {why}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
