"""Draws composed pages with Qt, glyph for glyph where the PDF draws them.

``page_pixmap`` draws a whole page for canvas, thumbnail and preview; ``QtPainter`` draws on any
``QPainter``, a printer's included. Pictures come from a ``Pictures``: ``ShelfPictures`` in the
window, ``BytesPictures`` where the bytes are at hand.
"""

from clienteling.ui.painting.discreet import without_prices
from clienteling.ui.painting.page import PAPER, page_image, page_pixmap, scale_for
from clienteling.ui.painting.painter import QtPainter
from clienteling.ui.painting.pictures import BytesPictures, Pictures, ShelfPictures

__all__ = [
    "PAPER",
    "BytesPictures",
    "Pictures",
    "QtPainter",
    "ShelfPictures",
    "page_image",
    "page_pixmap",
    "scale_for",
    "without_prices",
]
