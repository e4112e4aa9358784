"""Pictures fitted to the frames they are shown in, made once for each size."""

from collections import OrderedDict

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.desk import Desk
from clienteling.ui.picture_shelf import PictureShelf
from clienteling.ui.theme import RADIUS
from clienteling.ui.widgets import cover, draw_box, draw_picture, draw_plate

_KEPT = 400


class Plates:
    """Gives a picture cut to cover a frame, or None while the shelf fetches it.

    Args:
        shelf: Fetches pictures and tells when one has arrived.
    """

    def __init__(self, shelf: PictureShelf) -> None:
        self._shelf = shelf
        self._kept: OrderedDict[tuple[str, int, int, float], QPixmap] = OrderedDict()

    def get(self, sha256: str | None, width: int, height: int, dpr: float) -> QPixmap | None:
        """Return the picture for a frame of ``width`` × ``height`` logical pixels."""
        if sha256 is None:
            return None
        key = (sha256, width, height, dpr)
        fitted = self._kept.get(key)
        if fitted is not None:
            self._kept.move_to_end(key)
            return fitted
        found = self._shelf.get(sha256, max(width, height), dpr)
        if found is None:
            return None
        frame = QSize(round(width * dpr), round(height * dpr))
        fitted = self._kept[key] = cover(found.toImage(), frame, dpr)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return fitted


class PictureFrame(QWidget):
    """A frame that shows a picture of the shelf, once it has arrived; else initials or stone.

    Args:
        desk: Theme and shelf.
        plates: Pictures fitted to frames.
        sha256: Content hash of the picture; None where there is none.
        size: Width and height in logical pixels.
        initials: Shown where there is no picture; empty for a piece.
        name: What it shows, for a screen reader.
    """

    def __init__(
        self,
        desk: Desk,
        plates: Plates,
        sha256: str | None,
        size: tuple[int, int],
        *,
        initials: str = "",
        name: str = "",
    ) -> None:
        super().__init__()
        self.theme = desk.theme
        self._plates = plates
        self._sha256 = sha256
        self._initials = initials
        self._size = QSize(*size)
        self.setFixedSize(self._size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        desk.pictures.arrived.connect(self._arrive)
        desk.theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return self._size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        dpr = self.devicePixelRatioF()
        picture = self._plates.get(self._sha256, self.width(), self.height(), dpr)
        if picture is not None:
            draw_picture(painter, self.theme, area, picture)
        elif self._initials:
            draw_plate(painter, self.theme, area, self._initials)
        else:
            draw_box(painter, area, RADIUS.picture, self.theme.color("sunken"), None)

    def _arrive(self, sha256: str) -> None:
        if sha256 == self._sha256:
            self.update()
