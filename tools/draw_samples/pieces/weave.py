"""Weave stripes, checks, ribs, stitches and pleats into a cloth."""

from dataclasses import replace
from functools import cache

import numpy as np

from tools.draw_samples.cloth import Cloth, tint
from tools.draw_samples.strokes import HEIGHT, WIDTH, Field, Window


def striped(cloth: Cloth, dye: str, gap: float, width: float) -> Cloth:
    """Lay upright stripes in another colour over a cloth."""
    ground, line = np.array(cloth.colour, np.float32), np.array(tint(dye), np.float32)

    def paint(xs: Field, _ys: Field, _win: Window) -> Field:
        off = np.abs((xs - 600 + gap / 2) % gap - gap / 2)
        share = np.clip(width / 2 + 0.5 - off, 0, 1)[..., None] * np.float32(0.75)
        made: Field = ground + (line - ground) * share
        return made

    return replace(cloth, pattern=paint)


def checked(cloth: Cloth, dye: str, gap: float = 92) -> Cloth:
    """Lay a prince-of-Wales check: fine checks, and a window-pane in another colour."""
    ground, line = np.array(cloth.colour, np.float32), np.array(tint(dye), np.float32)

    def paint(xs: Field, ys: Field, _win: Window) -> Field:
        across, down = (xs - 600) % gap, ys % gap
        wide = (np.minimum(across, down) < gap * 0.45) * np.float32(0.08)
        fine = np.sin(xs * 1.1) * np.sin(ys * 1.1) * np.float32(0.07)
        pane = np.clip(
            1.8 - np.minimum(np.abs(across - gap * 0.72), np.abs(down - gap * 0.72)), 0, 1
        )
        base = ground * (1 - wide + fine)[..., None]
        made: Field = base + (line - base) * (pane * np.float32(0.6))[..., None]
        return made

    return replace(cloth, pattern=paint)


@cache
def ribbed(gap: float, height: float) -> Field:
    """Return the relief of upright ribs."""
    xs = np.arange(WIDTH, dtype=np.float32)[None, :]
    rows = np.abs(np.sin((xs - 600) * np.pi / gap)) * height
    return np.broadcast_to(rows, (HEIGHT, WIDTH)).astype(np.float32)


@cache
def stitched(wide: float = 11, tall: float = 9, height: float = 1.3) -> Field:
    """Return the relief of plain knitting: columns of small Vs."""
    ys, xs = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    across = np.abs(((xs - 600) / wide) % 1 - 0.5) * 2
    slant = (ys / tall + across * 0.9) % 1
    loop = np.sin(slant * np.pi) * np.sin(np.clip(across, 0.04, 1) * np.pi * 0.96)
    made: Field = (loop * height).astype(np.float32)
    return made


@cache
def cabled(centres: tuple[float, ...], wide: float = 46, tall: float = 120) -> Field:
    """Return the relief of twisted cables standing on the columns given."""
    ys, xs = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    high = np.zeros((HEIGHT, WIDTH), np.float32)
    for centre in centres:
        for turn in (0.0, np.pi):
            at = centre + np.sin(ys * 2 * np.pi / tall + turn) * wide * 0.28
            over = 0.75 + 0.25 * np.cos(ys * 2 * np.pi / tall + turn)
            rope = np.sqrt(np.clip(1 - ((xs - at) / (wide * 0.32)) ** 2, 0, 1)) * 9 * over
            high = np.maximum(high, rope)
    return high.astype(np.float32)
