"""Our own faults: caught everywhere, told plainly, reported without a word of any client."""

import faulthandler
import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

import clienteling
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Button, Overlay, PlainLabel, column, line

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
Show = Callable[[BaseException], None]
_FAULTS = "faults.txt"


def report(error: BaseException) -> str:
    """Write the report a person may copy: versions, platform and where it happened.

    The error's own message is left out, and so is every value: either may hold a client's name.
    """
    import platform

    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {_short(one.filename)}:{one.lineno} in {one.name}" for one in frames]
    cause = error.__cause__ or error.__context__
    lines = [
        f"clienteling {getattr(clienteling, '__version__', '')}".strip(),
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"{type(error).__module__}.{type(error).__qualname__}",
        *places,
    ]
    if cause is not None:
        lines.append(f"caused by {type(cause).__module__}.{type(cause).__qualname__}")
    return "\n".join(lines)


def install(show: Show) -> Callable[[], None]:
    """Send every unexpected error to ``show`` and Qt's messages to the log.

    PySide6 sends errors from slots and overridden methods to ``sys.excepthook`` and goes on, so
    one hook suffices.

    Returns:
        A function that puts the former hooks back.
    """
    former = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            former(kind, error, trace)
            return
        _log.error("An unexpected error.\n%s", report(error))
        show(error)

    sys.excepthook = hook
    qInstallMessageHandler(_from_qt)

    def restore() -> None:
        sys.excepthook = former
        qInstallMessageHandler(None)

    return restore


class FaultFile:
    """Where a hard crash writes its places; ``left`` is what the last run left there.

    Args:
        folder: A writable folder of this installation.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / _FAULTS
        there = path.is_file()
        self.left = path.read_text(encoding="utf-8", errors="replace") if there else ""
        self._file = path.open("w", encoding="utf-8")  # faulthandler writes while it is open
        faulthandler.enable(self._file)

    def close(self) -> None:
        """Stop watching, before the program ends in good order."""
        faulthandler.disable()
        self._file.close()


class CrashWindow(Overlay):
    """Says that the fault is ours, what is safe, and offers the report."""

    def __init__(self, theme: Theme, window: QWidget, error: BaseException) -> None:
        super().__init__(theme, window, size=(520, 0))
        self._report = report(error)
        title = self.tr("Something of ours went wrong")
        words = self.tr(
            "Everything saved so far is kept on this till. Go on working, or close and open the "
            "book again. The report holds no client's data; pass it to whoever looks after "
            "this program."
        )
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.copy_button = Button(theme, self.tr("Copy report"), icon="copy")
        self.close_button = Button(theme, self.tr("Go on"), kind="primary")
        self.sheet.setLayout(
            column(
                PlainLabel(theme, title, role="d28", wrap=True),
                8,
                PlainLabel(theme, words, role="s", color="ink2", wrap=True),
                12,
                PlainLabel(theme, self._report, role="c", color="ink3", wrap=True, lines=12),
                20,
                line(None, self.copy_button, self.close_button, gap=10),
                margins=(28, 24, 28, 24),
            )
        )
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy_button.set_text(self.tr("Copied"))


def _short(filename: str) -> str:
    parts = Path(filename).parts
    for mark in ("clienteling", "site-packages", "lib"):
        if mark in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(mark) :])
    return parts[-1]


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    del context
    _qt_log.log(_LEVELS.get(kind, logging.INFO), "%s", message)
