"""Figures in the text that Prometheus reads; none of them tells of a person.

Source: Prometheus text exposition format 0.0.4.
"""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

Labels = tuple[tuple[str, str], ...]

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_HELP: Mapping[str, tuple[str, str]] = {
    "requests_total": ("counter", "Requests by route and status."),
    "request_seconds": ("histogram", "How long requests took, by route."),
    "received_bytes_total": ("counter", "Bytes of bodies received, by route."),
    "sent_bytes_total": ("counter", "Bytes of bodies sent, by route."),
    "mutations_total": ("counter", "Mutations taken."),
    "results_total": ("counter", "Mutations that did not simply apply, by outcome."),
    "rows_sent_total": ("counter", "Rows handed to tills, by way."),
    "refused_total": ("counter", "Requests refused, by reason."),
    "faults_total": ("counter", "Requests that failed by a fault of head office."),
    "busy_threads": ("gauge", "Requests being worked on or waiting for a thread."),
    "tills": ("gauge", "Tills that are heard."),
    "tills_waiting": ("gauge", "Tills that wait to be confirmed."),
    "cases_open": ("gauge", "Cases that wait for a person."),
    "started_seconds": ("gauge", "When this server started, in seconds since 1970."),
}


class Metrics:
    """Counts, and gives them out."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._values: dict[str, dict[Labels, float]] = defaultdict(lambda: defaultdict(float))
        self._buckets: dict[Labels, list[int]] = defaultdict(lambda: [0] * (len(_BOUNDS) + 1))
        self._gauges: list[Callable[[], Mapping[str, float]]] = []

    def add(self, name: str, amount: float = 1, **labels: str) -> None:
        """Count something."""
        with self._turn:
            self._values[name][tuple(sorted(labels.items()))] += amount

    def took(self, route: str, seconds: float) -> None:
        """Count how long a request took."""
        labels = (("route", route),)
        place = next((at for at, bound in enumerate(_BOUNDS) if seconds <= bound), len(_BOUNDS))
        with self._turn:
            self._buckets[labels][place] += 1
            self._values["request_seconds"][labels] += seconds

    def gauges(self, read: Callable[[], Mapping[str, float]]) -> None:
        """Say where figures are read when they are asked for."""
        self._gauges.append(read)

    def text(self) -> str:
        """Return every figure."""
        gauges = {name: value for read in self._gauges for name, value in read().items()}
        with self._turn:
            return "\n".join(self._lines(gauges)) + "\n"

    def _lines(self, gauges: Mapping[str, float]) -> Iterator[str]:
        for name, (kind, words) in _HELP.items():
            full = f"clienteling_{name}"
            yield f"# HELP {full} {words}"
            yield f"# TYPE {full} {kind}"
            if kind == "histogram":
                yield from self._histogram(full)
            elif kind == "gauge":
                yield f"{full} {gauges.get(name, 0):.10g}"
            else:
                for labels, value in sorted(self._values[name].items()):
                    yield f"{full}{_shown(labels)} {value:.10g}"

    def _histogram(self, full: str) -> Iterator[str]:
        for labels, counts in sorted(self._buckets.items()):
            total = 0
            for bound, count in zip((*_BOUNDS, "+Inf"), counts, strict=True):
                total += count
                yield f"{full}_bucket{_shown((*labels, ('le', str(bound))))} {total}"
            yield f"{full}_sum{_shown(labels)} {self._values['request_seconds'][labels]:.6f}"
            yield f"{full}_count{_shown(labels)} {total}"


def _shown(labels: Labels) -> str:
    return "{" + ",".join(f'{name}="{value}"' for name, value in labels) + "}" if labels else ""
