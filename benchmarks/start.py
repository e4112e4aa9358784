"""From nothing to a usable window: the demo book opened and its clients painted.

The limit is an empty main window of Qt, painted; each start is a fresh process, taking turns.
"""

from typing import Any

from benchmarks.alone import alone
from benchmarks.frame import Figure, Options, figure
from benchmarks.houses import ensure

_STARTS = 5
_LIMIT, _PEER = "empty Qt window", "all imported first"


def run(options: Options) -> list[Figure]:
    """Measure starts, wall and processor time and memory."""
    book = {"book": str(ensure(options.clients))}
    starts: dict[str, list[dict[str, Any]]] = {"ours": [], _LIMIT: [], _PEER: []}
    for turn in range(_STARTS + 1):
        for name, target, arguments in (
            ("ours", "ours", book), (_LIMIT, "empty", {}), (_PEER, "ours_eager", book),
        ):  # fmt: skip
            given: dict[str, Any] = dict(arguments)
            done = alone(f"benchmarks.windows:{target}", **given)
            told = done.value | {"wall": (done.value["at"] - done.started) * 1000}
            if turn:  # the first of each warms the disk
                starts[name].append(told)
    heavy = sorted({name for told in starts["ours"] for name in told["heavy"]})
    shown = starts["ours"][0]
    assert shown["rows"] > 0, shown
    said = f"{shown['rows']:,} rows; heavy libraries at first paint: {', '.join(heavy) or 'none'}"
    return [
        _figure("to painted list, wall", "wall", "ms", starts, goal=1.4, note=said),
        _figure("to painted list, processor", "cpu", "ms", starts, goal=1.4),
        _figure("memory at first paint", "mib", "MiB", starts, most=75),
    ]


def _figure(
    what: str,
    key: str,
    unit: str,
    starts: dict[str, list[dict[str, Any]]],
    *,
    goal: float | None = None,
    most: float | None = None,
    note: str = "",
) -> Figure:
    values = {name: [told[key] or 0 for told in done] for name, done in starts.items()}
    return figure(
        what, values["ours"], unit=unit, limit=(_LIMIT, values[_LIMIT]),
        peers={_PEER: values[_PEER]}, goal=goal, most=most, note=note,
    )  # fmt: skip
