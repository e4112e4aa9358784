"""Turn a few written outlines into coverage: paths, mirrors, folds and their masks."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

Field = NDArray[np.float32]

WIDTH: Final = 1200
HEIGHT: Final = 1500
AXIS: Final = 600.0


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the sheet being worked on, in whole pixels."""

    x: int
    y: int
    w: int
    h: int

    @property
    def rows(self) -> slice:
        """Return the rows it covers."""
        return slice(self.y, self.y + self.h)

    @property
    def cols(self) -> slice:
        """Return the columns it covers."""
        return slice(self.x, self.x + self.w)


WHOLE: Final = Window(0, 0, WIDTH, HEIGHT)


def around(shape: QPainterPath, pad: int) -> Window:
    """Return the window about a shape, kept on the sheet."""
    box = shape.boundingRect()
    left, top = max(0, math.floor(box.left()) - pad), max(0, math.floor(box.top()) - pad)
    right = min(WIDTH, math.ceil(box.right()) + pad)
    low = min(HEIGHT, math.ceil(box.bottom()) + pad)
    return Window(left, top, max(8, right - left), max(8, low - top))


def path(written: str) -> QPainterPath:
    """Read an outline written in absolute SVG letters (M L H V C Q S Z)."""
    out, here, handle = QPainterPath(), QPointF(), QPointF()
    for letter, rest in re.findall(r"([MLHVCQSZ])([^MLHVCQSZ]*)", written):
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", rest)]
        pairs = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        match letter:
            case "M":
                out.moveTo(pairs[0])
            case "L":
                for point in pairs:
                    out.lineTo(point)
            case "H":
                out.lineTo(numbers[-1], here.y())
            case "V":
                out.lineTo(here.x(), numbers[-1])
            case "C":
                for a, b, c in zip(pairs[::3], pairs[1::3], pairs[2::3], strict=True):
                    out.cubicTo(a, b, c)
                    handle = b
            case "Q":
                for a, b in zip(pairs[::2], pairs[1::2], strict=True):
                    out.quadTo(a, b)
            case "S":
                for b, c in zip(pairs[::2], pairs[1::2], strict=True):
                    out.cubicTo(out.currentPosition() * 2 - handle, b, c)
                    handle = b
            case _:
                out.closeSubpath()
        here = out.currentPosition()
    return out


def flip(shape: QPainterPath, axis: float = AXIS) -> QPainterPath:
    """Mirror a shape left to right."""
    return QTransform(-1, 0, 0, 1, 2 * axis, 0).map(shape)


def both(half: str, axis: float = AXIS) -> QPainterPath:
    """Close a half outline with its own mirror."""
    out = path(half)
    out.connectPath(flip(out, axis).toReversed())
    out.closeSubpath()
    return out


def turned(shape: QPainterPath, degrees: float, x: float, y: float) -> QPainterPath:
    """Turn a shape about a point."""
    return QTransform().translate(x, y).rotate(degrees).translate(-x, -y).map(shape)


def moved(shape: QPainterPath, dx: float, dy: float, scale: float = 1.0) -> QPainterPath:
    """Scale a shape about the origin, then move it."""
    return QTransform(scale, 0, 0, scale, dx, dy).map(shape)


def disc(x: float, y: float, rx: float, ry: float | None = None) -> QPainterPath:
    """Return an ellipse about a point."""
    out = QPainterPath()
    out.addEllipse(QPointF(x, y), rx, rx if ry is None else ry)
    return out


def panel(x: float, y: float, w: float, h: float, r: float = 0) -> QPainterPath:
    """Return a rectangle with round corners."""
    out = QPainterPath()
    out.addRoundedRect(QRectF(x, y, w, h), r, r)
    return out


def polygon(points: Iterable[tuple[float, float]]) -> QPainterPath:
    """Return a closed shape of straight sides."""
    out = QPainterPath()
    out.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    out.closeSubpath()
    return out


@dataclass(frozen=True, slots=True)
class Fold:
    """A soft ridge (or, with a negative height, valley) along a line of the cloth."""

    along: str
    width: float
    height: float
    start: float = 0.1
    end: float = 1.0

    def outline(self) -> QPainterPath:
        """Return the tapered shape of the fold."""
        line = path(self.along)
        left, right = [], []
        for step in range(25):
            t = step / 24
            at, angle = line.pointAtPercent(t), math.radians(line.angleAtPercent(t))
            swell = self.start + (self.end - self.start) * t
            half = self.width / 2 * swell * min(1.0, 8 * t + 0.2, 8 * (1 - t) + 0.5)
            nx, ny = math.sin(angle) * half, math.cos(angle) * half
            left.append((at.x() + nx, at.y() + ny))
            right.append((at.x() - nx, at.y() - ny))
        return polygon(left + right[::-1])


def twin(folds: Iterable[Fold]) -> list[Fold]:
    """Return folds and their mirror images."""
    out = []
    for fold in folds:
        numbers = iter(re.findall(r"[MLCQSZ]|-?\d+(?:\.\d+)?", fold.along))
        words, is_x = [], True
        for word in numbers:
            if word.isalpha():
                words.append(word)
                continue
            words.append(str(2 * AXIS - float(word)) if is_x else word)
            is_x = not is_x
        out += [fold, Fold(" ".join(words), fold.width, fold.height, fold.start, fold.end)]
    return out


def cover(shape: QPainterPath, win: Window = WHOLE) -> Field:
    """Return how much of each pixel a filled shape covers, 0 to 1."""
    return _raster(shape, win, None)


def ink(
    line: QPainterPath, width: float, win: Window = WHOLE, dash: tuple[float, ...] = ()
) -> Field:
    """Return how much of each pixel a drawn line covers; dashes are in line widths."""
    pen = QPen(QColor("white"), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern(list(dash))
    return _raster(line, win, pen)


def tube(line: QPainterPath, width: float, win: Window) -> Field:
    """Return the height of a round cord laid along a line, in pixels."""
    high = np.zeros((win.h, win.w), np.float32)
    steps = int(min(28, max(8, width)))
    for step in range(steps):
        far = 1 - (step + 0.5) / steps
        rise = math.sqrt(max(0.0, 1 - far * far)) * width / 2
        mask = ink(line, max(0.6, width * far), win)
        high = np.maximum(high, mask * np.float32(rise))
    return blur(high, max(0.8, width / steps * 0.5))


def blur(field: Field, radius: float) -> Field:
    """Soften a field by three running means, close to a Gaussian of that sigma."""
    if radius < 0.3:
        return field
    size = max(1, round(radius * 0.98))
    for _ in range(3):
        field = _mean(_mean(field, size, 0), size, 1)
    return field


def _mean(field: Field, size: int, axis: int) -> Field:
    pad = [(0, 0), (0, 0)]
    pad[axis] = (size + 1, size)
    sums = np.cumsum(np.pad(field, pad, mode="edge"), axis=axis, dtype=np.float64)
    span = 2 * size + 1
    ahead, behind = (sums[span:], sums[:-span]) if axis == 0 else (sums[:, span:], sums[:, :-span])
    return ((ahead - behind) / span).astype(np.float32)


def _raster(shape: QPainterPath, win: Window, pen: QPen | None) -> Field:
    image = QImage(win.w, win.h, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-win.x, -win.y)
    if pen is None:
        painter.fillPath(shape, QColor("white"))
    else:
        painter.strokePath(shape, pen)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(win.h, image.bytesPerLine())
    return rows[:, : win.w].astype(np.float32) / np.float32(255)
