"""Lay lit, shaded parts one over another and set the whole on the house's stone ground."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtGui import QPainterPath

from tools.draw_samples.cloth import Cloth, Tint, grain, noise, tint
from tools.draw_samples.light import dome, grid, matt, normals, polished, shifted, slope
from tools.draw_samples.strokes import (
    HEIGHT,
    WHOLE,
    WIDTH,
    Field,
    Fold,
    Window,
    around,
    blur,
    cover,
    disc,
    ink,
    tube,
)


@dataclass(frozen=True, slots=True)
class Drop:
    """The shadow a part throws on what lies beneath: shift, softness, strength."""

    dx: float = 4
    dy: float = 6
    soft: float = 7
    dark: float = 0.34


NO_DROP: Final = Drop(0, 0, 1, 0)


class Sheet:
    """A transparent sheet on which parts of a piece are laid, lit as they are laid."""

    def __init__(self) -> None:
        self.rgb = np.zeros((HEIGHT, WIDTH, 3), np.float32)
        self.alpha = np.zeros((HEIGHT, WIDTH), np.float32)

    def lay(
        self,
        shape: QPainterPath,
        cloth: Cloth,
        *,
        rise: float = 3.0,
        edge: float = 7.0,
        body: float = 22.0,
        girth: float = 60.0,
        folds: Iterable[Fold] = (),
        relief: Field | None = None,
        drop: Drop = NO_DROP,
        line: float = 0.42,
        fade: float = 0.10,
    ) -> None:
        """Lay a part of cloth.

        Args:
            rise: height of the turned edge in pixels; edge is how far in it reaches.
            body: height of the broad rounding; girth is how far in it reaches.
            relief: more height, over the whole sheet.
            line: strength of the drawn outline.
            fade: how much darker the part grows towards its lower right.
        """
        win = around(shape, int(max(girth, 40)))
        mask = cover(shape, win)
        high = rise * dome(mask, edge) + body * dome(mask, girth)
        for fold in folds:
            high += np.float32(fold.height) * blur(cover(fold.outline(), win), fold.width * 0.3)
        if relief is not None:
            high = high + relief[win.rows, win.cols]
        self._lit(win, mask, high, cloth, drop, fade)
        if line:
            self.seam(shape, width=2.2, dark=line, light=0)

    def cord(
        self,
        line: QPainterPath,
        width: float,
        cloth: Cloth,
        *,
        drop: Drop = NO_DROP,
        flat: float = 1.0,
    ) -> None:
        """Lay a round cord, wire or strap along a line; flat under 1 presses it down."""
        win = around(line, int(width + 40))
        high = tube(line, width, win) * np.float32(flat)
        self._lit(win, ink(line, width, win), high, cloth, drop, 0.0)

    def ball(
        self, x: float, y: float, rx: float, cloth: Cloth, *, ry: float = 0, drop: Drop = NO_DROP
    ) -> None:
        """Lay a sphere or egg."""
        ry = ry or rx
        shape = disc(x, y, rx, ry)
        win = around(shape, 30)
        ys, xs = grid(win)
        far = ((xs - x) / rx) ** 2 + ((ys - y) / ry) ** 2
        high = np.sqrt(np.clip(1 - far * 0.97, 0.0, 1)) * np.float32(min(rx, ry))
        self._lit(win, cover(shape, win), high.astype(np.float32), cloth, drop, 0.0, round_=True)

    def paste(self, other: "Sheet", down: int, drop: Drop) -> None:
        """Lay another sheet, moved down by whole pixels, over this one."""
        colour = np.roll(other.rgb, down, 0)
        self._over(WHOLE, shifted(other.alpha, 0, down), colour, drop)

    def seam(
        self, line: QPainterPath, *, width: float = 2.2, dark: float = 0.5, light: float = 0.16
    ) -> None:
        """Press a seam: a dark line, and a lighter lip beside it."""
        win = around(line, 8)
        mark = ink(line, width, win)[..., None]
        part = self.rgb[win.rows, win.cols]
        lip = np.roll(mark, (2, 2), (0, 1)) * np.float32(light)
        part += (1 - part) * lip * np.float32(0.5) * part
        part *= 1 - mark * np.float32(dark)

    def stitch(
        self,
        line: QPainterPath,
        colour: str,
        *,
        width: float = 2.4,
        dash: tuple[float, float] = (4.0, 2.4),
    ) -> None:
        """Sew a row of stitches: a thread and the small shadow under it."""
        self.seam(line, width=width + 2.5, dark=0.16, light=0.2)
        self.draw(line, colour, width, dash=dash, strength=0.85)

    def draw(
        self,
        line: QPainterPath,
        colour: str,
        width: float,
        *,
        dash: tuple[float, ...] = (),
        strength: float = 1.0,
    ) -> None:
        """Draw a flat line where something already lies."""
        self._tone(
            ink(line, width, around(line, 8), dash), around(line, 8), tint(colour), strength
        )

    def fill(
        self, shape: QPainterPath, colour: str, *, strength: float = 1.0, soft: float = 0
    ) -> None:
        """Fill a flat shape where something already lies."""
        win = around(shape, int(8 + 3 * soft))
        self._tone(blur(cover(shape, win), soft), win, tint(colour), strength)

    def shade(self, shape: QPainterPath, dark: float, soft: float) -> None:
        """Darken softly within a shape (negative lightens)."""
        win = around(shape, int(8 + 3 * soft))
        mark = (blur(cover(shape, win), soft) * np.float32(abs(dark)))[..., None]
        part = self.rgb[win.rows, win.cols]
        if dark > 0:
            part *= 1 - mark
        else:
            part += (1 - part) * mark

    def cut(self, shape: QPainterPath) -> None:
        """Cut a hole through all that lies on the sheet."""
        self.alpha *= 1 - cover(shape)

    def _tone(self, mark: Field, win: Window, colour: Tint, strength: float) -> None:
        part = self.rgb[win.rows, win.cols]
        share = (mark * np.float32(strength))[..., None]
        part += (np.array(colour, np.float32) - part) * share

    def _lit(
        self,
        win: Window,
        mask: Field,
        high: Field,
        cloth: Cloth,
        drop: Drop,
        fade: float,
        *,
        round_: bool = False,
    ) -> None:
        texture = grain(cloth.grain, win)
        normal = normals(high * np.float32(cloth.depth) + texture * np.float32(cloth.bump))
        ys, xs = grid(win)
        if cloth.ramp:
            colour = polished(normal, xs, ys, cloth, round_=round_)
        else:
            # Pale cloth shows its fibres least; full speckle would look like stone.
            speck = cloth.speck * (1.3 - sum(cloth.colour) / 3)
            base = np.broadcast_to(np.array(cloth.colour, np.float32), (win.h, win.w, 3))
            if cloth.pattern is not None:
                base = cloth.pattern(xs, ys, win)
            colour = matt(base * (1 + texture * np.float32(speck))[..., None], normal, cloth)
        if fade:
            colour = colour * slope(xs, ys, win, fade)[..., None]
        self._over(win, mask, np.clip(colour, 0, 1), drop)

    def _over(self, win: Window, mask: Field, colour: Field, drop: Drop) -> None:
        rgb, alpha = self.rgb[win.rows, win.cols], self.alpha[win.rows, win.cols]
        if drop.dark:
            thrown = shifted(blur(mask, drop.soft), int(drop.dx), int(drop.dy))
            rgb *= (1 - thrown * np.float32(drop.dark))[..., None]
        total = mask + alpha * (1 - mask)
        share = (mask / np.maximum(total, np.float32(1e-4)))[..., None]
        rgb += (colour - rgb) * share
        alpha[...] = total


@cache
def ground(floor: int = 0) -> Field:
    """Return the stone ground; with a floor line when things stand on it."""
    ys, xs = grid(WHOLE)
    top, low = np.array(tint("#EFEBE5"), np.float32), np.array(tint("#D6CCBF"), np.float32)
    fall = np.clip((ys / HEIGHT - 0.18) / 0.82, 0, 1) ** 1.25
    out = top + (low - top) * fall[..., None]
    near = np.exp(-(((xs - 300) / 520) ** 2 + ((ys - 420) / 560) ** 2))
    out += (1 - out) * (near * 0.32)[..., None]
    if floor:
        edge = np.clip((ys - floor) / 10 + 0.5, 0, 1)
        depth = np.clip((ys - floor) / (HEIGHT - floor), 0, 1)
        out *= (1 - edge * (0.065 - 0.05 * depth))[..., None]
    out += noise("fine")[..., None] * np.float32(0.0022)
    return out.astype(np.float32)


def hang(sheet: Sheet, *, near: float = 1.0) -> Field:
    """Set a hung or flat piece on the ground; near scales how far its shadow falls."""
    return set_on(ground().copy(), sheet, near)


def set_on(out: Field, sheet: Sheet, near: float) -> Field:
    """Lay a sheet on a backdrop, which is used up, with the shadows it throws there."""
    for dx, dy, soft, dark in ((9, 11, 7, 0.26), (26, 30, 16, 0.30), (46, 60, 40, 0.14)):
        thrown = shifted(blur(sheet.alpha, soft * near), int(dx * near), int(dy * near))
        out *= (1 - thrown * np.float32(dark))[..., None]
    return _onto(out, sheet)


def stand(sheet: Sheet, foot: int, *, spread: float = 1.0, floor: int | None = None) -> Field:
    """Set a standing piece on the floor whose contact line is at row foot."""
    out = ground(foot - 30 if floor is None else floor).copy()
    cols = np.flatnonzero(sheet.alpha.max(axis=0) > 0.5)
    left, right = float(cols[0]), float(cols[-1])
    mid, half = (left + right) / 2, (right - left) / 2
    for grow, tall, soft, dark, dx in (
        (0.98, 9, 5, 0.42, 6),
        (1.04, 22, 16, 0.30, 24),
        (1.16, 46, 36, 0.22, 50),
    ):
        shape = disc(mid + dx, foot - 2 + tall * 0.25, half * grow * spread, tall)
        out *= (1 - blur(cover(shape), soft) * np.float32(dark))[..., None]
    return _onto(out, sheet)


def _onto(out: Field, sheet: Sheet) -> Field:
    return out + (sheet.rgb - out) * sheet.alpha[..., None]


def save(picture: Field, file: Path, *, quality: int = 88, limit: int = 190_000) -> None:
    """Write a picture as JPEG at 300 dpi, stepping the quality down only if it is too heavy."""
    from PIL import Image

    image = Image.fromarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")
    for step in (0, 3, 6, 9, 12):
        image.save(
            file, "JPEG", quality=quality - step, optimize=True, progressive=True, dpi=(300, 300)
        )
        if file.stat().st_size <= limit:
            return
