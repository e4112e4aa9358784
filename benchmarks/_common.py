"""What every benchmark shares: the demo book it runs on, timing, and a table beside its JSON.

A figure stands beside the limit and the peers of the same run, because a machine's own speed means
little; nothing is asserted on seconds, but every answer that is timed is also checked.
"""

import json
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from typing_extensions import override

from clienteling.demo.build import build_house
from clienteling.domain.clock import FakeClock
from clienteling.storage.open import OpenedBook, create_book, open_book
from clienteling.storage.vault import DeviceKeys

FOLDER = Path(__file__).resolve().parent.parent / "build" / "bench"
KEYS = DeviceKeys(use_keyring=False)


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one thing done to many inputs: median and 95th percentile of them."""

    p50: float
    p95: float

    @override
    def __str__(self) -> str:
        return f"{self.p50:.2f} / {self.p95:.2f}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what was measured, by whom, and how much."""

    what: str
    who: str
    timing: Timing
    note: str = ""


def demo_book(clients: int) -> OpenedBook:
    """Open the demo house of a size, building it first where it was never built."""
    path = FOLDER / str(clients) / "client.book"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        print(f"Building the demo house of {clients:,} clients …", file=sys.stderr)
        opened = create_book(path, clock=FakeClock(), keys=KEYS)
        build_house(opened.book, opened.pictures(), FakeClock(), clients=clients)
        opened.close()
    return open_book(path, clock=FakeClock(), keys=KEYS)


def measure(act: Callable[[str], object], inputs: Iterable[str], repeats: int = 5) -> Timing:
    """Time an act over inputs: of each the median of some repeats."""
    medians = []
    for one in inputs:
        took = []
        for _ in range(repeats):
            start = time.perf_counter()
            act(one)
            took.append((time.perf_counter() - start) * 1000)
        medians.append(statistics.median(took))
    return spread(medians)


def spread(milliseconds: Sequence[float]) -> Timing:
    """Return median and 95th percentile."""
    ordered = sorted(milliseconds)
    return Timing(
        statistics.median(ordered), ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)]
    )


def report(name: str, clients: int, figures: Sequence[Figure]) -> None:
    """Print the figures as a table, p50 / p95 in ms, and keep them as JSON."""
    who = list(dict.fromkeys(figure.who for figure in figures))
    what = list(dict.fromkeys(figure.what for figure in figures))
    cells = {(figure.what, figure.who): figure for figure in figures}
    print(f"\n{name}, {clients:,} clients, {platform.machine()}: ms p50 / p95")
    print("  ".join(column.rjust(18) for column in ("", *who)))
    for row in what:
        values = [str(cells[row, one].timing) if (row, one) in cells else "" for one in who]
        print("  ".join(cell.rjust(18) for cell in (row, *values)))
    FOLDER.mkdir(parents=True, exist_ok=True)
    out = FOLDER / f"{name}-{clients}.json"
    out.write_text(json.dumps([asdict(figure) for figure in figures], indent=1), encoding="utf-8")
    print(f"{out.relative_to(FOLDER.parent.parent)}", file=sys.stderr)
