"""Where a painted page gets its pictures from, cut to their frames."""

from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage

from clienteling.reports.page import Picture, PictureSource, cover_crop
from clienteling.ui.picture_shelf import PictureShelf

_KEPT = 160


class Pictures(Protocol):
    """Gives pictures that fill their frames."""

    def fitted(self, operation: Picture, size: QSize) -> QImage | None:
        """Return a picture cut to its frame at a size in device pixels; None while not at hand."""
        ...


class ShelfPictures:
    """Pictures of the window's shelf; what isn't there yet is fetched, and ``arrived`` tells.

    Args:
        shelf: Fetches and keeps them.
    """

    def __init__(self, shelf: PictureShelf) -> None:
        self._shelf = shelf
        self._kept: OrderedDict[tuple[str, int, int, tuple[int, int]], QImage] = OrderedDict()

    def fitted(self, operation: Picture, size: QSize) -> QImage | None:
        """Return a picture cut to its frame, or None while it is fetched."""
        key = (operation.key, size.width(), size.height(), operation.focus)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        found = self._shelf.get(operation.key, max(size.width(), size.height()))
        if found is None:
            return None
        made = self._kept[key] = fit(found.toImage(), operation, size)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made


class BytesPictures:
    """Pictures read from their files at once, for paper and for tests.

    Args:
        source: Returns a file's bytes.
    """

    def __init__(self, source: PictureSource) -> None:
        self._source = source

    def fitted(self, operation: Picture, size: QSize) -> QImage | None:
        """Return a picture cut to its frame, or None where it can't be had."""
        content = self._source.picture(operation.key)
        image = QImage.fromData(content) if content else QImage()
        return None if image.isNull() else fit(image, operation, size)


def fit(image: QImage, operation: Picture, size: QSize) -> QImage:
    """Cut a picture to its frame and scale it."""
    part = cover_crop(image.width(), image.height(), operation.frame, operation.focus)
    cut = image.copy(QRect(part.x, part.y, part.width, part.height))
    return cut.scaled(
        size,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
