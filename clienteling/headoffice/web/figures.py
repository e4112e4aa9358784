"""Figures that are read when they are asked for: of this server, and of the house's tills."""

import threading
from collections import Counter
from collections.abc import Mapping

from clienteling.headoffice.overview import HEARD, WAITING, all_scopes, all_tills
from clienteling.headoffice.web.desk import Desk

#: Counting cases reads them; so often is enough for a curve.
_FRESH_SECONDS = 30.0


def show_figures(desk: Desk) -> None:
    """Have the figures told with the others."""
    started = desk.open.clock.now().timestamp()
    of_house = _OfHouse(desk)
    desk.metrics.gauges(
        lambda: {"started_seconds": started, "busy_threads": float(desk.threads.busy)}
    )
    desk.metrics.gauges(of_house.read)


class _OfHouse:
    """The house's figures, remembered for a short while."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._turn = threading.Lock()
        self._found: Mapping[str, float] = {}
        self._until = float("-inf")

    def read(self) -> Mapping[str, float]:
        """Return the figures."""
        with self._turn:
            if self._desk.tick() >= self._until:
                self._found = self._read_anew()
                self._until = self._desk.tick() + _FRESH_SECONDS
            return self._found

    def _read_anew(self) -> Mapping[str, float]:
        database = self._desk.open.database
        states = Counter(row.state for row in all_tills(database))
        return {
            "tills": states[HEARD],
            "tills_waiting": states[WAITING],
            "cases_open": sum(row.cases_open for row in all_scopes(database)),
        }
