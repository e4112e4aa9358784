"""Draws the operations of a page on a ``QPainter``."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPainterPath, QPen

from clienteling.reports.fonts import face_file
from clienteling.reports.measure import glyphs_of, kerns_of
from clienteling.reports.page import (
    MICROMETRES_PER_POINT,
    Box,
    CheckBox,
    Code,
    Ink,
    Picture,
    Rect,
    Rule,
    Run,
    Text,
)
from clienteling.reports.pictures import DOTS_PER_INCH
from clienteling.ui.painting.faces import raw_font
from clienteling.ui.painting.pictures import Pictures

_LARGE = 48  # pixels
_TENTHS_PER_INCH = 254
_CHECK_BOX_LINE = 3  # tenths of a millimetre, as on paper


class QtPainter:
    """A page's painter; glyphs are set by their own advances and kerning, never shaped anew.

    Args:
        painter: Where to draw; its origin is the page's corner.
        scale: The painter's units per tenth of a millimetre.
        pictures: Where pictures come from.
    """

    def __init__(self, painter: QPainter, scale: float, pictures: Pictures) -> None:
        self._painter = painter
        self._scale = scale
        self._pictures = pictures
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def text(self, operation: Text) -> None:
        """Draw a line of text."""
        self._painter.setPen(QColor(operation.ink.value))
        for run in operation.runs:
            left = (operation.x + run.offset_micrometres / 100) * self._scale
            place = QPointF(left, operation.baseline * self._scale)
            self._draw(self._glyphs(run), place, QColor(operation.ink.value))

    def rule(self, operation: Rule) -> None:
        """Draw a hairline."""
        top = operation.y - operation.thickness / 2
        area = self._area(operation.x, top, operation.width, operation.thickness)
        self._painter.fillRect(area, QColor(operation.ink.value))

    def box(self, operation: Box) -> None:
        """Draw a rectangle."""
        if operation.fill:
            self._painter.fillRect(self.rect(operation.frame), QColor(operation.fill.value))
        if operation.outline:
            self._outline(operation.frame, operation.outline, operation.thickness)

    def check_box(self, operation: CheckBox) -> None:
        """Draw a square for a pen."""
        self._outline(operation.frame, operation.ink, _CHECK_BOX_LINE)

    def code(self, operation: Code) -> None:
        """Draw a QR code as one shape, so that its modules meet without seams."""
        side = operation.frame.width / len(operation.rows)
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        for row, modules in enumerate(operation.rows):
            for column, module in enumerate(modules):
                if module == "1":
                    x, y = operation.frame.x + column * side, operation.frame.y + row * side
                    shape.addRect(self._area(x, y, side, side))
        self._painter.fillPath(shape, QColor(Ink.INK.value))

    def picture(self, operation: Picture) -> bool:
        """Draw a picture and say whether it could be had."""
        area = self.rect(operation.frame)
        size = self._dots(area, operation.frame)
        image = self._pictures.fitted(operation, size) if operation.key else None
        if image is None:
            return False
        self._painter.drawImage(area, image)
        return True

    def _dots(self, area: QRectF, frame: Rect) -> QSize:
        """Return how many dots a picture needs: the device's own, never more than paper shows."""
        seen = self._painter.deviceTransform().mapRect(area)
        most = DOTS_PER_INCH / _TENTHS_PER_INCH
        width = min(seen.width(), frame.width * most)
        height = min(seen.height(), frame.height * most)
        return QSize(max(1, round(width)), max(1, round(height)))

    def rect(self, frame: Rect) -> QRectF:
        """Return where a frame of the page lies."""
        return self._area(frame.x, frame.y, frame.width, frame.height)

    def _area(self, x: float, y: float, width: float, height: float) -> QRectF:
        scale = self._scale
        return QRectF(x * scale, y * scale, width * scale, height * scale)

    def _outline(self, frame: Rect, ink: Ink, thickness: int) -> None:
        pen = QPen(QColor(ink.value), thickness * self._scale)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(self.rect(frame))

    def _draw(self, glyphs: QGlyphRun, place: QPointF, ink: QColor) -> None:
        """Draw glyphs; Qt's raster engine leaves out very large ones, so those go as shapes."""
        font = glyphs.rawFont()
        if font.pixelSize() < _LARGE:
            self._painter.drawGlyphRun(place, glyphs)
            return
        for glyph, offset in zip(glyphs.glyphIndexes(), glyphs.positions(), strict=True):
            shape = font.pathForGlyph(glyph).translated(place + offset)
            self._painter.fillPath(shape, ink)

    def _glyphs(self, run: Run) -> QGlyphRun:
        """Place a run's glyphs where the measuring put them."""
        file, glyphs = face_file(run.face), glyphs_of(run.face, run.text)
        points = run.size_tenths_point / 10
        unit = points * MICROMETRES_PER_POINT / 100 * self._scale / file.units_per_em
        places, x = [], 0
        for glyph, kern in zip(glyphs, (*kerns_of(run.face, glyphs), 0), strict=True):
            places.append(QPointF(x * unit, 0))
            x += file.advance(glyph) + kern
        made = QGlyphRun()
        made.setRawFont(raw_font(run.face, unit * file.units_per_em))
        made.setGlyphIndexes(glyphs)
        made.setPositions(places)
        return made
