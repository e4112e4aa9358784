"""Prints through the system's dialog: the PDF itself by CUPS, painted pages elsewhere."""

import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QObject, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from clienteling.bootstrap import Backend
from clienteling.domain.progress import Progress
from clienteling.reports.page import Page, paint
from clienteling.ui.desk import Desk
from clienteling.ui.painting import BytesPictures, QtPainter
from clienteling.ui.screens.composer.cups import PAPERS, Send, Write, order_of

_LONG_SIDE = 1500

Run = Callable[[str, Callable[[Progress], Any], Callable[[Any], None]], None]
"""Runs a job behind the window: words, work, done."""


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
        size = QPageSize(PAPERS[pages[0].size])
        printer.setPageLayout(
            QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._page.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(pages))
        dialog.setFromTo(1, len(pages))
        dialog.accepted.connect(partial(self._print, printer, pages, write))
        dialog.finished.connect(dialog.deleteLater)
        self._printer = printer
        QDialog.open(dialog)

    def _print(
        self, printer: QPrinter, pages: tuple[Page, ...], write: Write, _chosen: QPrinter
    ) -> None:
        # ``QPrintDialog.accepted`` hands over its printer, which is the one it was made with.
        words = self.tr("Handing it to the printer")
        is_file = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
        if is_file and printer.printRange() is QPrinter.PrintRange.AllPages:
            file = Path(printer.outputFileName())
            self._run(self.tr("Making the PDF"), partial(write, file), self._made)
        elif not is_file and shutil.which("lp"):
            self._run(words, Send(order_of(printer, pages[0].size), write), self._sent)
        else:
            self._run(words, _Keep(write), partial(self._paint, printer, pages))

    def _paint(self, printer: QPrinter, pages: tuple[Page, ...], _answer: object) -> None:
        is_file = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
        done = self._made if is_file else self._sent
        PagePrinter(self._desk.backend, printer, pages, self, done)

    def _sent(self, _answer: object) -> None:
        self._desk.tell(self.tr("Given to the printer"))

    def _made(self, _answer: object) -> None:
        self._desk.tell(self.tr("The PDF is ready"))


class _Keep:
    """Writes the PDF for the record only."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def __call__(self, progress: Progress) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self._write(Path(folder) / "lookbook.pdf", progress)


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
        wanted = printer.pageRanges()
        self._left = [
            page for number, page in enumerate(pages, 1) if not ranged or wanted.contains(number)
        ]
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
