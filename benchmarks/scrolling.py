"""One window scrolled through, in a fresh process: when rows come, and how long it ever stands.

A timer of one millisecond runs all the while; the longest time between two of its beats is the
longest that the window did not answer.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

_STEP_MS = 8
_PAGES, _JUMPS = 120, 24
_STEPS_OF_REST = 25


def scrolled(book: str, preloaded: bool) -> dict[str, Any]:  # noqa: FBT001 - by way of JSON
    """Show every client of a book, scroll, jump; with all rows in memory from the start or not."""
    from clienteling.domain.memory import hold_collector

    hold_collector()
    from benchmarks.houses import open_house_backend
    from clienteling.ui.app import application, open_window

    backend = open_house_backend(book)
    app = application()
    window = open_window(app, backend)
    window.resize(1440, 900)
    window.show()
    page: Any = window.page
    _until(lambda: page.rows.rowCount() > 0 and page.rows.row(0) is not None)
    warming = _warmed()
    before = _held_mib()
    start = time.perf_counter()
    total = _load_all(backend, page) if preloaded else _show_all(backend, page)
    window.repaint()
    first = (time.perf_counter() - start) * 1000
    told = _walk(page.table, page.rows, total)
    told |= {"first": first, "held": _held_mib() - before, "warming": warming}
    window.close()
    app.processEvents()
    backend.close()
    return told


def _warmed() -> float:
    """Let the window import what the first card needs, as it does; return the longest freeze."""
    beat = _Beat()
    _until(lambda: hasattr(sys.modules.get("clienteling.queries.story"), "story"))
    for _ in range(_STEPS_OF_REST):
        _for_a_while()
    beat.stop()
    return beat.longest


def _show_all(backend: Any, page: Any) -> int:
    total = _count(backend)
    page.model.show_scope(mine=False)
    _until(lambda: page.rows.rowCount() == total and page.rows.row(0) is not None)
    return total


def _load_all(backend: Any, page: Any) -> int:
    from clienteling.queries.client_list import ClientList, first_page

    total = _count(backend)
    listed = ClientList(backend.clock.today())
    page.rows.set_rows(backend.look(first_page, listed, size=total))
    return total


def _count(backend: Any) -> int:
    from clienteling.queries.client_list import ClientList, count

    return int(backend.look(count, ClientList(backend.clock.today())))


def _walk(table: Any, rows: Any, total: int) -> dict[str, Any]:
    """Turn pages, then jump about and to the end; return the times and the longest freeze."""
    import random

    rng = random.Random(1)
    bar = table.verticalScrollBar()
    beat = _Beat()
    for _ in range(_PAGES):
        bar.setValue(bar.value() + bar.pageStep())
        _for_a_while()
    jumps = []
    for number in range(_JUMPS):
        place = total - 1 if number % 2 else rng.randrange(total)
        start = time.perf_counter()
        table.scrollTo(rows.index(place, 0))
        _until(partial(_is_here, rows, place))
        table.viewport().repaint()
        jumps.append((time.perf_counter() - start) * 1000)
        assert rows.row(place).display
        _for_a_while()
    beat.stop()
    return {"jumps": jumps, "freeze": beat.longest, "rows": total}


def _is_here(rows: Any, place: int) -> bool:
    return rows.row(place) is not None


def _held_mib() -> float:
    status = Path("/proc/self/statm")
    if not status.exists():
        return 0.0
    return int(status.read_text(encoding="utf-8").split()[1]) * 4096 / 1024 / 1024


def _until(done: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    while not done():
        QApplication.processEvents()


def _for_a_while() -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(_STEP_MS, loop.quit)
    loop.exec()


class _Beat:
    """Notes the longest time, in ms, that the event loop did not come round."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._timer.start(1)

    def stop(self) -> None:
        """Stop noting."""
        self._note()
        self._timer.stop()

    def _note(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now
