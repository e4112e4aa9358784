"""Small drawings of pieces and purchases: the tile and the twelve bars."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import Look, Press, draw_box, draw_words
from clienteling.ui.widgets.pictures import cover, draw_picture

Availability = Literal["here", "elsewhere", "none"]
_BAR_GAP_SHARE = 0.55


class PieceTile(Press):
    """A piece: its picture 4:5, its name, and where it is with a dot **and** a word.

    Args:
        theme: The theme in force.
        name: Of the piece.
        place: "40 here", "Milan"; empty shows nothing.
        availability: Full dot in this boutique, open ring elsewhere.
        image: Its picture.
        width: Of the tile; the picture is 5/4 as high.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        place: str = "",
        availability: Availability = "none",
        image: QImage | None = None,
        width: int = 92,
        checkable: bool = False,
    ) -> None:
        self._place = place
        self._availability: Availability = availability
        self._image = image if image is not None else QImage()
        self._scaled = QPixmap()
        self._width = width
        super().__init__(theme, name)
        self.setCheckable(checkable)
        self.setAccessibleDescription(place)

    def set_image(self, image: QImage) -> None:
        """Show another picture."""
        self._image = image
        self._scaled = QPixmap()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        below = 8 + self.theme.line("sm") if self.words else 0
        below += self.theme.line("s") if self._place else 0
        return QSize(self._width, round(self._width * 1.25) + below)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def shape(self) -> QRectF:
        return QRectF(0, 0, self._width, round(self._width * 1.25))

    @override
    def radius(self) -> float:
        return RADIUS.picture

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        plate = self.shape()
        self._draw_picture(painter, plate)
        if look.chosen:
            draw_box(painter, plate, RADIUS.picture, None, self.theme.color("ink"), 2)
        top = plate.bottom() + 8
        token = "ink2" if self._availability == "elsewhere" and not look.hover else "ink"
        first = QRectF(0, top, self._width, self.theme.line("sm"))
        draw_words(painter, first, self.words, self.theme.font("sm"), self.theme.color(token))
        if self._place:
            second = QRectF(0, first.bottom(), self._width, self.theme.line("s"))
            draw_availability(painter, self.theme, second, self._place, self._availability)

    def _draw_picture(self, painter: QPainter, plate: QRectF) -> None:
        if self._image.isNull():
            draw_box(painter, plate, RADIUS.picture, self.theme.color("sunken"), None)
            side = 22
            icon = self.theme.icon("coat-hanger", "ink3", side, self.devicePixelRatioF())
            centre = plate.center() - QPointF(side / 2, side / 2)
            painter.drawPixmap(centre, icon)
            return
        dpr = self.devicePixelRatioF()
        wanted = plate.size().toSize() * dpr
        if self._scaled.size() != wanted:
            self._scaled = cover(self._image, wanted, dpr)
        draw_picture(painter, self.theme, plate, self._scaled)


def draw_availability(
    painter: QPainter, theme: Theme, area: QRectF, words: str, availability: Availability
) -> None:
    """Draw a dot and where a piece is. For delegates, too."""
    token = "pos" if availability == "here" else "ink2"
    left = area.left()
    if availability != "none":
        color = theme.color("pos" if availability == "here" else "control")
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(color if availability == "here" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(left + 0.6, area.center().y() - 3.4, 6.8, 6.8))
        left += 13
    room = QRectF(left, area.top(), area.right() - left, area.height())
    draw_words(painter, room, words, theme.font("s"), theme.color(token))


class Sparkbars(QLabel):
    """Twelve months as bars, the last ones bronze; the words tell what the bars show.

    Args:
        theme: The theme in force.
        values: One per month, oldest first.
        summary: The same in words, for a screen reader.
        recent: How many of the last bars are bronze.
    """

    def __init__(
        self, theme: Theme, values: list[int], *, summary: str = "", recent: int = 2
    ) -> None:
        super().__init__()
        self.theme = theme
        self._values = values
        self._recent = recent
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(summary)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_values(self, values: list[int], *, summary: str) -> None:
        """Show other months."""
        self._values = values
        self.setAccessibleName(summary)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(108, 44)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._values:
            return
        painter = QPainter(self)
        step = self.width() / len(self._values)
        wide = max(2, round(step * (1 - _BAR_GAP_SHARE)))
        tallest = max(*self._values, 1) if len(self._values) > 1 else max(self._values[0], 1)
        for number, value in enumerate(self._values):
            high = round(self.height() * value / tallest)
            recent = number >= len(self._values) - self._recent
            token = "accent" if recent else "ink2" if value else "hair2"
            bar = QRectF(
                round(self.width() - (len(self._values) - number) * step + step - wide),
                self.height() - max(2, high),
                wide,
                max(2, high),
            )
            painter.fillRect(bar, self.theme.color(token))
