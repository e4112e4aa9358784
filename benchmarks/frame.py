"""What every benchmark speaks in: a figure beside its limit and its peers, all of one run.

A machine's own speed means little, so what counts are ratios taken in the same run, the runners
taking turns. Nothing is asserted on seconds, but every answer that is timed is also checked.
"""

import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent
#: Where houses and files are kept from run to run.
FOLDER = Path(os.environ.get("CLIENTELING_BENCH_FOLDER") or ROOT / "build" / "bench")


@dataclass(frozen=True, slots=True)
class Options:
    """How large a run is.

    Args:
        clients: Of the demo house.
        lines: Of the purchase file that is brought in.
        documents: Of the batch of lookbooks.
    """

    clients: int = 100_000
    lines: int = 1_469_307
    documents: int = 200


QUICK = Options(clients=10_000, lines=100_000, documents=20)


@dataclass(frozen=True, slots=True)
class Timing:
    """Median and 95th percentile of some measurements."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure beside its limit and its peers.

    Args:
        what: What was measured.
        unit: Of every number here but the ratios: ms, s, MiB.
        ours: How much it was.
        limit_name: What nothing can be quicker than.
        limit: How much that was.
        ratio: Ours over the limit: the median of what was measured in pairs.
        goal: The ratio that is wanted, at most.
        most: The value that is wanted, at most, where a ratio says nothing.
        peers: Other ways to do the same, by name.
        note: What the answers were compared with, or what else is to be known.
    """

    what: str
    unit: str
    ours: Timing
    limit_name: str = ""
    limit: Timing | None = None
    ratio: float | None = None
    goal: float | None = None
    most: float | None = None
    peers: dict[str, Timing] = field(default_factory=dict)
    note: str = ""

    @property
    def reaches(self) -> bool | None:
        """Say whether the goal is reached; None where there is none."""
        if self.goal is not None and self.ratio is not None:
            return self.ratio <= self.goal
        return None if self.most is None else self.ours.p50 <= self.most


def figure(
    what: str,
    ours: Sequence[float],
    *,
    unit: str = "ms",
    limit: tuple[str, Sequence[float]] | None = None,
    peers: Mapping[str, Sequence[float]] | None = None,
    goal: float | None = None,
    most: float | None = None,
    note: str = "",
) -> Figure:
    """Make a figure of measurements; those of ours and the limit are paired where they can be."""
    name, beside = limit or ("", ())
    return Figure(
        what,
        unit,
        spread(ours),
        name,
        spread(beside) if beside else None,
        _ratio(ours, beside) if beside else None,
        goal,
        most,
        {peer: spread(values) for peer, values in (peers or {}).items()},
        note,
    )


def spread(values: Sequence[float]) -> Timing:
    """Return median and 95th percentile."""
    ordered = sorted(values)
    last = min(len(ordered) - 1, len(ordered) * 95 // 100)
    return Timing(round(statistics.median(ordered), 4), round(ordered[last], 4))


def race(
    runners: Mapping[str, Callable[[T], object]], inputs: Sequence[T], repeats: int = 5
) -> dict[str, list[float]]:
    """Time runners over inputs, taking turns; of each input the median of its repeats, in ms."""
    medians: dict[str, list[float]] = {name: [] for name in runners}
    for one in inputs:
        took: dict[str, list[float]] = {name: [] for name in runners}
        for _ in range(repeats):
            for name, run in runners.items():
                start = time.perf_counter()
                run(one)
                took[name].append((time.perf_counter() - start) * 1000)
        for name, values in took.items():
            medians[name].append(statistics.median(values))
    return medians


def _ratio(ours: Sequence[float], limit: Sequence[float]) -> float:
    if len(ours) == len(limit):
        return round(statistics.median(a / b for a, b in zip(ours, limit, strict=True)), 3)
    return round(statistics.median(ours) / statistics.median(limit), 3)
