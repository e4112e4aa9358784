"""What was chosen in the print dialog, as CUPS is told it; the PDF itself is what it prints."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintEngine, QPrinter, QPrinterInfo

from clienteling.domain.errors import KnownError
from clienteling.domain.progress import Progress
from clienteling.reports.page import PageSize

PAPERS = {
    PageSize.A4: QPageSize.PageSizeId.A4,
    PageSize.A5: QPageSize.PageSizeId.A5,
    PageSize.LETTER: QPageSize.PageSizeId.Letter,
}
"""The sizes of pages, as Qt knows them."""

_LP_SECONDS = 30

# Qt's CUPS plugin keeps what its dialog says beyond QPrinter's own properties under this key, as
# names and values by turns. Source: QPrintEngine::PPK_CustomBase, qcups_p.h of Qt 6.
_CUPS_OPTIONS = QPrintEngine.PrintEnginePropertyKey(0xFE00)

_SAYS_NOTHING = {("number-up", "1"), ("job-sheets", "none,none"), ("job-priority", "50")}
_ONE_UP = ("number-up", "1")

_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}

Write = Callable[[Path, Progress], object]
"""Writes the PDF that is printed, and keeps that it left the house."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was chosen in the dialog, for CUPS.

    Args:
        pages: Such as "1,3-5"; empty for all.
        paper: The paper in the printer.
        options: Names and values, as CUPS knows them.
    """

    printer: str
    copies: int
    pages: str
    paper: str
    options: tuple[tuple[str, str], ...] = ()

    def arguments(self, file: Path) -> list[str]:
        """Return the arguments of ``lp``. Source: lp(1) of CUPS."""
        chosen = ["-P", self.pages] if self.pages else []
        told = [("media", self.paper), *self.options]
        options = [word for name, value in told for word in ("-o", f"{name}={value}")]
        return ["-d", self.printer, "-n", str(self.copies), *chosen, *options, "--", str(file)]


def order_of(printer: QPrinter, size: PageSize) -> Order:
    """Read what was chosen in the dialog; pages go whole on paper of another size.

    Args:
        size: The pages' own size.
    """
    said = _said_to_cups(printer)
    pages = said.pop("page-ranges", "")
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        pages = printer.pageRanges().toString()
    if _ONE_UP in said.items():
        said.pop("number-up-layout", None)
    options = [pair for pair in said.items() if pair[1] and pair not in _SAYS_NOTHING]
    if said.get("page-set") == "all":
        options.remove(("page-set", "all"))
    paper, is_its_own = _paper(printer, size)
    return Order(
        printer.printerName(),
        printer.copyCount(),
        pages,
        paper,
        (*options, *_of_the_sheet(printer, is_its_own=is_its_own)),
    )


def _paper(printer: QPrinter, size: PageSize) -> tuple[str, bool]:
    """Return the paper to print on, and whether it is of the pages' own size.

    Qt's dialog goes back to the printer's usual paper whatever it was opened with, so only another
    one than that was chosen by a person.
    """
    own, chosen = QPageSize(PAPERS[size]), printer.pageLayout().pageSize()
    facts = QPrinterInfo.printerInfo(printer.printerName())
    is_usual = chosen.isEquivalentTo(facts.defaultPageSize())
    has_own = is_usual and any(own.isEquivalentTo(one) for one in facts.supportedPageSizes())
    if has_own or chosen.isEquivalentTo(own):
        return size.value, True
    return chosen.key(), False


def _said_to_cups(printer: QPrinter) -> dict[str, str]:
    said = printer.printEngine().property(_CUPS_OPTIONS) or []
    return dict(zip(said[::2], said[1::2], strict=True))


def _of_the_sheet(printer: QPrinter, *, is_its_own: bool) -> tuple[tuple[str, str], ...]:
    options = []
    sides = _SIDES.get(printer.duplex())
    if sides is not None:
        options.append(("sides", sides))
    if printer.copyCount() > 1:
        options.append(("collate", "true" if printer.collateCopies() else "false"))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        options.append(("outputorder", "reverse"))
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        options.append(("print-color-mode", "monochrome"))
    if not is_its_own:
        options.append(("fit-to-page", "true"))
    return tuple(options)


class Send:
    """Writes the PDF and hands it to CUPS."""

    def __init__(self, order: Order, write: Write) -> None:
        self._order, self._write = order, write

    def __call__(self, progress: Progress) -> None:
        """Do both; the queue has the pages when it returns.

        Raises:
            KnownError: The printer does not answer, or takes nothing.
        """
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
