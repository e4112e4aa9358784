"""Likenesses: clients are rectangles, staff are circles, pieces are pictures on stone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import draw_box

PLATE_SMALL = (40, 50)
PLATE_HEAD = (132, 166)
_SERIF_SHARE = 0.37


class Portrait(QLabel):
    """A client's plate, 4:5: the photograph, or serif initials when there is none.

    Args:
        theme: The theme in force.
        initials: Latin initials, or the family-name character in Chinese and Japanese.
        name: Whose likeness it is, for a screen reader.
        size: Width and height in logical pixels.
        image: The photograph.
        language: Language of the initials where it is not the window's.
    """

    def __init__(
        self,
        theme: Theme,
        initials: str,
        *,
        name: str = "",
        size: tuple[int, int] = PLATE_SMALL,
        image: QImage | None = None,
        language: str | None = None,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._initials = initials
        self._size = size
        self._language = language
        self._image = image if image is not None else QImage()
        self._scaled = QPixmap()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_image(self, image: QImage | None) -> None:
        """Show another photograph, or the initials when ``None``."""
        self._image = image if image is not None else QImage()
        self._scaled = QPixmap()
        self.update()

    def set_initials(self, initials: str, *, name: str = "", language: str | None = None) -> None:
        """Show another person's initials."""
        self._initials = initials
        self._language = language
        self.setAccessibleName(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(*self._size)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image.isNull():
            area = QRectF(self.rect())
            draw_plate(painter, self.theme, area, self._initials, self._language)
            return
        dpr = self.devicePixelRatioF()
        wanted = self.size() * dpr
        if self._scaled.size() != wanted:
            self._scaled = cover(self._image, wanted, dpr)
        draw_picture(painter, self.theme, QRectF(self.rect()), self._scaled)


class StaffMark(QLabel):
    """A colleague's circle with initials.

    Args:
        theme: The theme in force.
        initials: At most two letters.
        name: The colleague's name; the tooltip and accessible name.
        size: Diameter.
    """

    def __init__(self, theme: Theme, initials: str, *, name: str = "", size: int = 30) -> None:
        super().__init__(initials)
        self.theme = theme
        self._size = size
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(name or initials)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_staff(painter, self.theme, QRectF(self.rect()), self.text())


def draw_plate(
    painter: QPainter, theme: Theme, area: QRectF, initials: str, language: str | None = None
) -> None:
    """Draw a monogram plate: serif initials on stone. For delegates, too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_box(painter, area, RADIUS.picture, theme.color("monogram"), theme.color("hair2"))
    font = theme.font("mon", language)
    font.setPixelSize(max(11, round(area.width() * _SERIF_SHARE)))
    painter.setFont(font)
    painter.setPen(theme.color("ink2"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


def draw_staff(painter: QPainter, theme: Theme, area: QRectF, initials: str) -> None:
    """Draw a colleague's circle. For delegates, too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = area.height() / 2
    draw_box(painter, area, radius, theme.color("monogram"), theme.color("hair2"))
    font = theme.font("bb")
    font.setPixelSize(max(8, round(area.height() * 0.36)))
    painter.setFont(font)
    painter.setPen(theme.color("ink2"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


def draw_picture(painter: QPainter, theme: Theme, area: QRectF, picture: QPixmap) -> None:
    """Draw an already fitted picture with softened corners and the dark theme's shade."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(area, RADIUS.picture, RADIUS.picture)
    painter.setClipPath(path)
    painter.drawPixmap(QPointF(area.topLeft()), picture)
    shade = theme.colours.picture_shade
    if shade:
        painter.fillRect(area, theme.color("scrim", shade))
    painter.restore()


def cover(image: QImage, size: QSize, dpr: float) -> QPixmap:
    """Scale an image to cover a size, cutting what stands over, never the top of a head.

    It is scaled down in two steps, which keeps thin lines of a large photograph.

    Args:
        image: The picture.
        size: In device pixels.
        dpr: Device pixel ratio of the result.
    """
    expand = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    if image.width() > 2 * size.width() and image.height() > 2 * size.height():
        fast = Qt.TransformationMode.FastTransformation
        image = image.scaled(size * 2, expand, fast)
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(size, expand, smooth)
    left = (scaled.width() - size.width()) // 2
    top = (scaled.height() - size.height()) // 4
    picture = QPixmap.fromImage(scaled.copy(left, top, size.width(), size.height()))
    picture.setDevicePixelRatio(dpr)
    return picture
