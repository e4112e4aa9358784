"""Turn a page of a PDF into pixels, for previews inside the program."""

from dataclasses import dataclass
from threading import Lock
from typing import Final

_ONE_AT_A_TIME: Final = Lock()  # PDFium knows no threads


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as rows of red, green, blue and one unused byte."""

    width: int
    height: int
    stride: int
    rgbx: bytes


def page_pixels(pdf: bytes, page: int, dpi: int) -> Pixels:
    """Draw one page of a PDF.

    Args:
        pdf: The file.
        page: The page's number, from 0.
        dpi: Dots per inch of the drawing.
    """
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[page].render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=True)
            return Pixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()
