"""The list of everybody shown, scrolled and jumped through; the longest freeze of the window.

The limit of the first paint is the list of a house of 1,000; that of a jump is the same window
with every row in memory already. The peer loads every row before it shows the first.
"""

from typing import Any

from benchmarks.alone import alone
from benchmarks.frame import Figure, Options, figure
from benchmarks.houses import ensure

_RUNS = 3
_SMALL = 1_000


def run(options: Options) -> list[Figure]:
    """Measure the list, each time in a fresh process, taking turns."""
    book, small = str(ensure(options.clients)), str(ensure(min(_SMALL, options.clients)))
    ours: list[dict[str, Any]] = []
    limit: list[dict[str, Any]] = []
    peer: list[dict[str, Any]] = []
    for _ in range(_RUNS):
        for kept, path, preloaded in (
            (ours, book, False), (limit, small, False), (peer, book, True),
        ):  # fmt: skip
            done = alone("benchmarks.scrolling:scrolled", book=path, preloaded=preloaded)
            kept.append(done.value)
    rows = f"{ours[0]['rows']:,} rows"
    every = "all rows loaded first"
    return [
        figure(
            "first paint", _of(ours, "first"), limit=(f"list of {_SMALL:,}", _of(limit, "first")),
            peers={every: _of(peer, "first")}, goal=1.3, note=rows,
        ),
        figure(
            "jump, row shown", _jumps(ours), limit=("rows in memory", _jumps(peer)), most=50,
            note="half of the jumps go to the end; each row jumped to is there",
        ),
        figure(
            "longest freeze", _of(ours, "freeze"), limit=("rows in memory", _of(peer, "freeze")),
            most=50, note="while pages are turned and jumped",
        ),
        figure(
            "longest freeze at start", _of([*ours, *limit], "warming"), most=50,
            note="while what the first card needs is imported on a thread",
        ),
        figure(
            "memory more than before", _of(ours, "held"), unit="MiB",
            peers={every: _of(peer, "held")}, most=30,
        ),
    ]  # fmt: skip


def _of(done: list[dict[str, Any]], key: str) -> list[float]:
    return [one[key] for one in done]


def _jumps(done: list[dict[str, Any]]) -> list[float]:
    return [took for one in done for took in one["jumps"]]
