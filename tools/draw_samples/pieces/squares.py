"""Draw printed silk squares, each from its own composition.

Long because every square is a drawing of its own, and all share one cloth.
"""

# ruff: noqa: E501 - a written outline reads best whole, on one line

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from tools.draw_samples.cloth import code, mix, satin, tint
from tools.draw_samples.look import Look
from tools.draw_samples.sheet import Sheet, hang
from tools.draw_samples.strokes import (
    HEIGHT,
    WIDTH,
    Field,
    Fold,
    Window,
    disc,
    panel,
    path,
    polygon,
    turned,
)

MID: Final = (600.0, 750.0)
SIDE: Final = 430.0
IVORY: Final = "#EFE6D3"


class Print:
    """A flat print, painted about the middle of the square."""

    def __init__(self, ground: str) -> None:
        self._image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        self._image.fill(QColor(ground))
        self._pen = QPainter(self._image)
        self._pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._pen.translate(*MID)
        self._pen.rotate(-4)

    def fill(self, shape: QPainterPath, dye: str) -> None:
        """Fill a shape."""
        self._pen.fillPath(shape, QColor(dye))

    def line(self, shape: QPainterPath, dye: str, width: float) -> None:
        """Draw a line."""
        pen = QPen(QColor(dye), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._pen.strokePath(shape, pen)

    def spin(
        self, shape: QPainterPath, dye: str, count: int, *, width: float = 0, start: float = 0
    ) -> None:
        """Repeat a shape about the middle."""
        for step in range(count):
            one = QTransform().rotate(start + 360 * step / count).map(shape)
            self.line(one, dye, width) if width else self.fill(one, dye)

    def frame(self, half: float, dye: str, width: float = 0) -> None:
        """Lay a centred square, filled or drawn."""
        shape = panel(-half, -half, 2 * half, 2 * half)
        self.line(shape, dye, width) if width else self.fill(shape, dye)

    def within(self, half: float | None) -> None:
        """Keep what follows within a centred square, or nowhere in particular."""
        self._pen.setClipping(half is not None)
        if half is not None:
            self._pen.setClipPath(panel(-half, -half, 2 * half, 2 * half))

    def done(self) -> Field:
        """Finish, and return the print as an array."""
        self._pen.end()
        rows = np.frombuffer(self._image.constBits(), np.uint8).reshape(HEIGHT, WIDTH, 4)
        return rows[..., 2::-1].astype(np.float32) / np.float32(255)


def _silk(look: Look, compose: Callable[[Print, Look], None]) -> Field:
    print_ = Print(look.colour)
    compose(print_, look)
    colours = print_.done()

    def pattern(_xs: Field, _ys: Field, win: Window) -> Field:
        return colours[win.rows, win.cols]

    cloth = replace(satin(look.colour), pattern=pattern, sheen=0.30, gloss=9)
    x0, y0, x1, y1 = 600 - SIDE, 750 - SIDE, 600 + SIDE, 750 + SIDE
    outline = path(
        f"M {x0} {y0} C {x0 + 280} {y0 + 7} {x1 - 280} {y0 - 7} {x1} {y0 + 3} C {x1 - 6} {y0 + 280} {x1 + 7} {y1 - 280} {x1 - 2} {y1}"
        f" C {x1 - 280} {y1 + 6} {x0 + 280} {y1 - 8} {x0 + 2} {y1 - 2} C {x0 - 7} {y1 - 280} {x0 + 6} {y0 + 280} {x0} {y0} Z"
    )
    folds = [Fold("M 560 300 C 480 600 420 900 380 1200", 190, 20, 0.8, 1), Fold("M 900 300 C 820 600 760 900 740 1200", 150, 18, 0.7, 1),
             Fold("M 720 300 C 640 620 590 900 560 1200", 110, -13, 0.8, 1), Fold("M 380 310 C 300 500 260 700 220 900", 120, 11, 0.8, 0.4),
             Fold("M 170 750 C 400 744 800 756 1030 750", 14, -2.6, 1, 1), Fold("M 600 320 C 594 600 606 900 600 1180", 14, -2.6, 1, 1)]  # fmt: skip
    sheet = Sheet()
    sheet.lay(
        turned(outline, -4, *MID),
        cloth,
        rise=7,
        edge=5,
        body=6,
        girth=30,
        folds=folds,
        line=0.3,
        fade=0.08,
    )
    return hang(sheet, near=0.8)


def _bird(x: float, y: float, scale: float, turn: float = 0) -> QPainterPath:
    shape = path("M -40 0 C -20 -18 10 -18 26 -6 L 44 -2 L 26 6 C 20 16 0 18 -12 14 C -30 30 -56 34 -74 30 C -60 22 -48 12 -40 0 Z"
                 " M -14 -4 C -24 -34 -6 -58 18 -66 C 12 -44 16 -24 12 -6 Z")  # fmt: skip
    return QTransform().translate(x, y).rotate(turn).scale(scale, scale).map(shape)


def voliere(look: Look) -> Field:
    """Draw the aviary: frames, quarter rounds and a ring of birds."""

    def compose(p: Print, look: Look) -> None:
        red, green = look.colour, look.accent
        p.frame(356, IVORY)
        for half, dye, width in ((344, green, 4), (330, red, 9), (316, green, 3), (300, green, 3)):
            p.frame(half, dye, width)
        for step in range(60):
            for turn in range(4):
                dot = QTransform().rotate(90 * turn).map(disc(-372 + step * 12.6 + 6, -392, 3.6))
                p.fill(dot, IVORY)
        for r, dye, width in (
            (250, green, 12),
            (222, red, 26),
            (186, green, 5),
            (164, green, 5),
            (120, red, 18),
            (80, green, 6),
        ):
            for sx in (-1, 1):
                for sy in (-1, 1):
                    arc = QPainterPath()
                    arc.moveTo(sx * 298, sy * (298 - r))
                    arc.cubicTo(
                        sx * (298 - r * 0.55),
                        sy * (298 - r),
                        sx * (298 - r),
                        sy * (298 - r * 0.55),
                        sx * (298 - r),
                        sy * 298,
                    )
                    p.line(arc, dye, width)
        p.fill(disc(0, 0, 196), IVORY)
        for r, dye, width in ((192, green, 5), (182, red, 3), (112, red, 4), (104, green, 2)):
            p.line(disc(0, 0, r), dye, width)
        p.spin(_bird(0, -146, 0.56), red, 12)
        p.spin(disc(0, -146, 5), green, 12, start=15)
        p.spin(path("M 0 -92 C 18 -70 18 -52 0 -36 C -18 -52 -18 -70 0 -92 Z"), green, 12)
        p.spin(path("M 0 -70 C 8 -60 8 -52 0 -44 C -8 -52 -8 -60 0 -70 Z"), IVORY, 12)
        p.fill(disc(0, 0, 34), red)
        p.fill(disc(0, 0, 20), IVORY)
        p.fill(disc(0, 0, 8), green)

    return _silk(look, compose)


def jardin(look: Look) -> Field:
    """Draw the walled garden: clipped beds, paths, roses and a basin."""

    def compose(p: Print, look: Look) -> None:
        green, rose = look.colour, look.accent
        pale = code(mix(tint(green), (0.93, 0.9, 0.8), 0.55))
        p.frame(366, IVORY)
        for half, dye, width in ((354, green, 3), (340, rose, 8), (326, green, 3)):
            p.frame(half, dye, width)
        for turn in range(4):
            about = QTransform().rotate(90 * turn)
            for bed, dye in (
                (panel(40, 40, 262, 262, 20), pale),
                (panel(58, 58, 226, 226, 14), green),
                (panel(74, 74, 194, 194, 10), IVORY),
                (disc(171, 171, 78), pale),
                (disc(171, 171, 62), green),
            ):
                p.fill(about.map(bed), dye)
            for step in range(8):
                petal = (
                    QTransform()
                    .translate(171, 171)
                    .rotate(45 * step)
                    .map(path("M 0 -50 C 20 -36 18 -16 0 -8 C -18 -16 -20 -36 0 -50 Z"))
                )
                p.fill(about.map(petal), rose if step % 2 else IVORY)
            p.fill(about.map(disc(171, 171, 12)), green)
            for x in (96, 246):
                for y in (96, 246):
                    p.fill(about.map(disc(x, y, 18)), rose)
                    p.fill(about.map(disc(x, y, 9)), IVORY)
            for step in range(9):
                at = -304 + step * 76
                p.fill(about.map(disc(at, -396, 17)), rose)
                p.fill(about.map(disc(at, -396, 8)), IVORY)
                leaf = path(
                    f"M {at + 20} -396 C {at + 30} -414 {at + 46} -414 {at + 56} -396 C {at + 46} -380 {at + 30} -380 {at + 20} -396 Z"
                )
                p.fill(about.map(leaf), pale)
        p.fill(disc(0, 0, 62), IVORY)
        for r, dye, width in ((58, green, 6), (46, rose, 4)):
            p.line(disc(0, 0, r), dye, width)
        p.fill(disc(0, 0, 34), "#9DB7BA")
        p.spin(_bird(0, -18, 0.22), IVORY, 3)
        p.spin(path("M 0 -84 L 0 -300"), pale, 4, width=4)

    return _silk(look, compose)


def maree(look: Look) -> Field:
    """Draw the tide: rows of waves under a low sun."""

    def compose(p: Print, look: Look) -> None:
        sea, sand = look.colour, look.accent
        p.frame(374, code(mix(tint(sand), (0.97, 0.95, 0.9), 0.55)))
        p.fill(disc(90, -150, 118), code(mix(tint(sand), (0.85, 0.45, 0.3), 0.45)))
        for r in (134, 150, 168):
            p.line(disc(90, -150, r), sand, 4)
        for step, left in enumerate((-250, -190, -110)):
            p.fill(_bird(left, -250 + step * 34, 0.5, -10 * step), sea)
        for row in range(11):
            y = -96 + row * 46
            shade = code(mix(tint(sea), (0.95, 0.95, 0.92), 0.62 - row * 0.055))
            wave = QPainterPath()
            wave.moveTo(-374, 374)
            wave.lineTo(-374, y)
            shift = 34.0 if row % 2 else 0.0
            x = -374.0 - shift
            while x < 374:
                wave.cubicTo(x + 16, y - 40, x + 50, y - 40, x + 68, y)
                x += 68
            wave.lineTo(x, 374)
            p.within(374)
            p.fill(wave, shade)
            p.line(wave, IVORY, 4)
            for crest in range(12):
                cx = -374 - shift + crest * 68 + 34
                p.line(disc(cx, y + 2, 15), IVORY, 2.4)
            p.within(None)
        for half, dye, width in ((374, sea, 10), (392, IVORY, 3), (404, sand, 5)):
            p.frame(half, dye, width)

    return _silk(look, compose)


def astrolabe(look: Look) -> Field:
    """Draw the astrolabe: graded rings, stars and the ecliptic."""

    def compose(p: Print, look: Look) -> None:
        night, gilt = look.colour, look.accent
        deep = code(mix(tint(night), (0.02, 0.03, 0.06), 0.4))
        p.frame(396, gilt, 4)
        p.frame(380, gilt, 2)
        chance = np.random.default_rng(30)
        for _ in range(130):
            x, y = chance.uniform(-366, 366, 2)
            if math.hypot(x, y) > 330:
                p.fill(disc(x, y, chance.uniform(1.5, 4)), IVORY)
        p.fill(disc(0, 0, 336), deep)
        for r, width in ((336, 8), (300, 3), (250, 3), (196, 2), (120, 3), (64, 5)):
            p.line(disc(0, 0, r), gilt, width)
        p.spin(path("M 0 -304 L 0 -332"), gilt, 72, width=3)
        p.spin(path("M 0 -304 L 0 -336"), IVORY, 12, width=6)
        p.spin(path("M 0 -254 L 0 -296"), gilt, 24, width=2)
        p.line(disc(0, -54, 196), IVORY, 9)
        p.line(disc(0, -54, 178), gilt, 2)
        star = polygon(
            (
                math.sin(i * math.pi / 8)
                * (52 if i % 2 == 0 else 18)
                * (1.3 if i % 4 == 0 else 0.8),
                -math.cos(i * math.pi / 8)
                * (52 if i % 2 == 0 else 18)
                * (1.3 if i % 4 == 0 else 0.8),
            )
            for i in range(16)
        )
        p.fill(star, IVORY)
        p.fill(disc(0, 0, 12), gilt)
        p.spin(
            path("M 0 -150 L 6 -132 L 24 -126 L 6 -120 L 0 -102 L -6 -120 L -24 -126 L -6 -132 Z"),
            gilt,
            8,
            start=22,
        )
        p.spin(path("M 0 -232 C 10 -224 10 -212 0 -204 C -10 -212 -10 -224 0 -232 Z"), IVORY, 16)
        for sx in (-1, 1):
            for sy in (-1, 1):
                p.line(disc(sx * 322, sy * 322, 36), gilt, 3)
                p.fill(disc(sx * 322, sy * 322, 24), gilt if sx == sy else IVORY)
                if sx == sy:
                    continue
                p.fill(disc(sx * 322 + 10, sy * 322 - 4, 21), night)

    return _silk(look, compose)
