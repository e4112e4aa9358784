"""Waiting: a thin line with words and a way out, and skeletons for what is on its way."""

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.theme import Theme
from clienteling.ui.widgets.button import TextLink
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import line

_PATIENCE_MS = 300


class _Line(QProgressBar):
    """Two pixels; Qt's progress bar underneath for its accessible value."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextVisible(False)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(0, 0, self.width(), 2)
        painter.fillRect(QRectF(0, 0.5, self.width(), 1), self.theme.color("hair2"))
        span = self.maximum() - self.minimum()
        share = (self.value() - self.minimum()) / span if span > 0 else 0.0
        area.setWidth(self.width() * max(0.0, min(1.0, share)))
        painter.fillRect(area, self.theme.color("ink"))


class ProgressLine(QWidget):
    """Tells how far long work is ("Preparing the copy, 62%"); ``cancelled`` asks it to stop.

    Args:
        theme: The theme in force.
        words: What is being done.
        cancellable: Whether a way out is offered.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme, words: str = "", *, cancellable: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self._bar = _Line(theme)
        self._bar.setRange(0, 1000)
        self._words = PlainLabel(theme, words, role="s", color="ink2")
        self._bar.setAccessibleName(words)
        self.setLayout(line(self._bar, self._words, gap=12))
        if cancellable:
            stop = TextLink(theme, self.tr("Stop"))
            stop.clicked.connect(self.cancelled)
            self.layout().addWidget(stop)  # type: ignore[union-attr]  # set three lines above

    def set_step(self, done: int, total: int | None, words: str) -> None:
        """Show where the work is; an unknown total shows words and no share."""
        share = round(1000 * done / total) if total else 0
        self._bar.setValue(max(0, min(1000, share)))
        self._words.set_text(words)
        self._bar.setAccessibleName(words)


class Skeleton(QWidget):
    """Rows on their way: a plate and two lines in ``sel``.

    ``wait()`` shows it only if nothing has come after 300 ms; ``arrive()`` takes it away.
    """

    def __init__(self, theme: Theme, rows: int = 1, *, row_height: int = 66) -> None:
        super().__init__()
        self.theme = theme
        self._rows = rows
        self._height = row_height
        self.setAccessibleName(self.tr("On its way"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        theme.changed.connect(self.update)

    def wait(self) -> None:
        """Hide, and show again only if ``arrive`` is not called soon."""
        self.hide()
        self._timer.start()

    def arrive(self) -> None:
        """Go: what was waited for has come."""
        self._timer.stop()
        self.hide()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self._rows * self.theme.px(self._height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self.theme.color("sel")
        height = self.theme.px(self._height)
        for row in range(self._rows):
            top = row * height + 8
            painter.fillRect(QRectF(0, top, 40, 50), color)
            painter.fillRect(QRectF(56, top + 8, min(180, self.width() - 56), 10), color)
            painter.fillRect(QRectF(56, top + 31, min(250, self.width() - 56), 10), color)
