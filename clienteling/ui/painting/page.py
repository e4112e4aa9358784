"""Draws a whole page into a picture: canvas, thumbnail, preview."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from clienteling.reports.page import Page, PageSize, paint
from clienteling.ui.painting.painter import QtPainter
from clienteling.ui.painting.pictures import Pictures
from clienteling.ui.theme import LIGHT

PAPER = LIGHT.surface
"""Paper stays paper in the dark: what is seen is what prints."""


def scale_for(size: PageSize, width: float) -> float:
    """Return the units per tenth of a millimetre that make a page so wide."""
    return width / size.width


def page_image(
    page: Page, width: int, pictures: Pictures, *, dpr: float = 1.0, paper: str = PAPER
) -> QImage:
    """Draw a page.

    Args:
        page: A composed page.
        width: In logical pixels; the height follows the paper.
        pictures: Where its pictures come from.
        dpr: Device pixels per logical pixel.
        paper: The paper's colour.
    """
    scale = scale_for(page.size, width)
    size = QSize(round(width * dpr), round(page.size.height * scale * dpr))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    image.fill(QColor(paper))
    painter = QPainter(image)
    paint(page, QtPainter(painter, scale, pictures))
    painter.end()
    return image


def page_pixmap(page: Page, width: int, pictures: Pictures, *, dpr: float = 1.0) -> QPixmap:
    """Draw a page for the screen."""
    return QPixmap.fromImage(page_image(page, width, pictures, dpr=dpr))
