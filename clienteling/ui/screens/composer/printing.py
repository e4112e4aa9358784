"""Prints through the system's dialog: the PDF itself by CUPS, painted pages elsewhere."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QObject, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from clienteling.bootstrap import Backend
from clienteling.domain.errors import KnownError
from clienteling.domain.progress import Progress
from clienteling.reports.page import Page, PageSize, paint
from clienteling.ui.desk import Desk
from clienteling.ui.painting import BytesPictures, QtPainter

_PAPERS = {
    PageSize.A4: QPageSize.PageSizeId.A4,
    PageSize.A5: QPageSize.PageSizeId.A5,
    PageSize.LETTER: QPageSize.PageSizeId.Letter,
}
_LONG_SIDE = 1500
_LP_SECONDS = 30

Write = Callable[[Path, Progress], object]
"""Writes the PDF that is printed, and keeps that it left the house."""

Run = Callable[[str, Callable[[Progress], Any], Callable[[Any], None]], None]
"""Runs a job behind the window: words, work, done."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was chosen in the dialog, for CUPS."""

    printer: str
    copies: int
    pages: str
    paper: str

    def arguments(self, file: Path) -> list[str]:
        """Return the arguments of ``lp``. Source: lp(1) of CUPS."""
        chosen = ["-P", self.pages] if self.pages else []
        media = ["-o", f"media={self.paper}"]
        return ["-d", self.printer, "-n", str(self.copies), *chosen, *media, "--", str(file)]


class Printing(QObject):
    """Prints documents; ``pdf_wanted`` when no printer answers and a PDF is asked for instead.

    Args:
        desk: What the page works with.
        page: The page the dialog belongs to.
        run: Runs a job behind the window.
    """

    pdf_wanted = Signal()

    def __init__(self, desk: Desk, page: QWidget, run: Run) -> None:
        super().__init__(page)
        self._desk, self._page, self._run = desk, page, run
        self._printer: QPrinter | None = None

    def begin(self, pages: tuple[Page, ...], write: Write) -> None:
        """Open the system's print dialog, or say that no printer answers."""
        if not QPrinterInfo.availablePrinterNames():
            self._desk.tell(
                self.tr("No printer answers here. Make a PDF instead."),
                act=self.pdf_wanted.emit,
                act_word=self.tr("Make PDF"),
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        size = QPageSize(_PAPERS[pages[0].size])
        printer.setPageLayout(
            QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._page.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(pages))
        dialog.accepted.connect(partial(self._print, printer, pages, write))
        dialog.finished.connect(dialog.deleteLater)
        self._printer = printer
        QDialog.open(dialog)

    def _print(self, printer: QPrinter, pages: tuple[Page, ...], write: Write) -> None:
        is_file = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
        if not is_file and shutil.which("lp"):
            order = order_of(printer, pages[0].size)
            self._run(self.tr("Handing it to the printer"), _Send(order, write), self._sent)
        else:
            self._run(
                self.tr("Handing it to the printer"),
                _Keep(write),
                partial(self._paint, printer, pages),
            )

    def _paint(self, printer: QPrinter, pages: tuple[Page, ...], _answer: object) -> None:
        PagePrinter(self._desk.backend, printer, pages, self, self._sent)

    def _sent(self, _answer: object) -> None:
        self._desk.tell(self.tr("Given to the printer"))


def order_of(printer: QPrinter, size: PageSize) -> Order:
    """Read what was chosen in the dialog."""
    ranged = printer.printRange() is QPrinter.PrintRange.PageRange
    pages = f"{printer.fromPage()}-{printer.toPage()}" if ranged else ""
    return Order(printer.printerName(), printer.copyCount(), pages, size.value)


class _Keep:
    """Writes the PDF for the record only."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def __call__(self, progress: Progress) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self._write(Path(folder) / "lookbook.pdf", progress)


class _Send:
    """Writes the PDF and hands it to CUPS."""

    def __init__(self, order: Order, write: Write) -> None:
        self._order, self._write = order, write

    def __call__(self, progress: Progress) -> None:
        program = shutil.which("lp") or "lp"
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "lookbook.pdf"
            self._write(file, progress)
            try:
                subprocess.run(  # noqa: S603 - CUPS's own program, arguments as a list
                    [program, *self._order.arguments(file)],
                    check=True,
                    capture_output=True,
                    timeout=_LP_SECONDS,
                )
            except (OSError, subprocess.SubprocessError) as error:
                raise KnownError(
                    "The printer did not answer. The lookbook is kept; try again or make a PDF."
                ) from error


class PagePrinter(QObject):
    """Paints pages on a printer, one each time the window has a moment.

    Args:
        backend: Gives the pictures.
        printer: Where to.
        pages: What to print.
        parent: Owner of the object.
        done: Called when the last page is painted.
    """

    def __init__(
        self,
        backend: Backend,
        printer: QPrinter,
        pages: tuple[Page, ...],
        parent: QObject,
        done: Callable[[object], None],
    ) -> None:
        super().__init__(parent)
        self._backend, self._printer, self._done = backend, printer, done
        ranged = printer.printRange() is QPrinter.PrintRange.PageRange
        first = printer.fromPage() - 1 if ranged else 0
        last = printer.toPage() if ranged else len(pages)
        self._left = list(pages[first:last])
        self._painter = QPainter(printer)
        self._is_first = True
        QTimer.singleShot(0, self, self._next)

    def picture(self, key: str) -> bytes | None:
        """Return a picture for paper."""
        return self._backend.picture(key, _LONG_SIDE)

    def _next(self) -> None:
        if not self._left:
            self._painter.end()
            self._done(None)
            self.deleteLater()
            return
        if not self._is_first:
            self._printer.newPage()
        self._is_first = False
        page = self._left.pop(0)
        scale = self._printer.resolution() / 254
        paint(page, QtPainter(self._painter, scale, BytesPictures(self)))
        QTimer.singleShot(0, self, self._next)
