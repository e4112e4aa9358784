"""The windows that start-up is measured by; each function is one fresh process.

Nothing is imported above that a window itself would not import.
"""

import importlib
import sys
import time
from typing import Any

HEAVY = ("sqlalchemy", "pandas", "numpy", "scipy", "reportlab", "PIL", "phonenumbers", "rapidfuzz")
_SIZE = (1440, 900)


def empty() -> dict[str, Any]:
    """Paint an empty main window of Qt."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(*_SIZE)
    watch = _painting(window)
    window.show()
    while not watch.painted:
        app.processEvents()
    return _mark()


def ours(book: str) -> dict[str, Any]:
    """Paint the list of clients of a book, as ``clienteling-window`` does."""
    from clienteling.domain.memory import hold_collector

    hold_collector()
    from pathlib import Path

    from clienteling.bootstrap import open_backend
    from clienteling.domain.clock import FakeClock
    from clienteling.storage.vault import DeviceKeys

    path = Path(book)
    backend = open_backend(
        path,
        clock=FakeClock(),
        keys=DeviceKeys(use_keyring=False),
        settings_file=path.with_name("settings.toml"),
    )
    from clienteling.ui.app import application, open_window

    app = application()
    window = open_window(app, backend)
    window.resize(*_SIZE)
    window.show()
    table = the_table(window)
    watch = _painting(table.viewport())
    while not (watch.painted and table.rows.rowCount() and table.rows.row(0) is not None):
        watch.painted = False
        app.processEvents()
    told = _mark() | {"rows": table.rows.rowCount(), "first": table.rows.row(0).display}
    settle(app, window)
    backend.close()
    return told


def ours_eager(book: str) -> dict[str, Any]:
    """Do the same with everything imported at once, as most programs start."""
    for name in ("pandas", "PIL.Image", "reportlab.pdfgen.canvas", "sqlalchemy.orm"):
        importlib.import_module(name)
    return ours(book)


def the_table(window: Any) -> Any:
    """Return the list of clients of a window."""
    from clienteling.ui.tables import RowsView

    return window.findChildren(RowsView)[0]


def settle(app: Any, window: Any) -> None:
    """Close a window and let what still runs for it end."""
    window.close()
    app.processEvents()


def _painting(widget: Any) -> Any:
    from PySide6.QtCore import QEvent, QObject
    from typing_extensions import override

    class Watch(QObject):
        """Sees that a widget was painted."""

        painted = False

        @override
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                self.painted = True
            return False

    watch = Watch(widget)
    widget.installEventFilter(watch)
    return watch


def _mark() -> dict[str, Any]:
    from benchmarks.child import peak_mib

    painted = {"at": time.monotonic(), "cpu": time.process_time() * 1000, "mib": peak_mib()}
    return painted | {"heavy": [name for name in HEAVY if name in sys.modules]}
