"""Light the parts: one lamp for the whole set, high on the left."""

from typing import Final

import numpy as np

from tools.draw_samples.cloth import Cloth
from tools.draw_samples.strokes import Field, Window, blur

LAMP: Final = np.array([-0.46, -0.50, 0.73], np.float32)
# Half-way between the lamp and the eye, which looks straight down.
HALF: Final = np.array([-0.247, -0.269, 0.931], np.float32)
# Shadows lose a little more green and blue than red.
WARM_DARK: Final = np.array([1.0, 1.06, 1.10], np.float32)


def normals(high: Field) -> Field:
    """Return unit normals of a height field."""
    gy, gx = np.gradient(high)
    long = np.sqrt(1 + gx * gx + gy * gy)
    return np.stack([-gx / long, -gy / long, 1 / long], axis=-1).astype(np.float32)


def matt(base: Field, normal: Field, cloth: Cloth) -> Field:
    """Light a matt or silky stuff."""
    lit = (normal @ LAMP) / LAMP[2]
    lit = np.clip(lit, 0.28, 1.5)[..., None]
    dark = base * np.power(np.minimum(lit, 1), WARM_DARK)
    bright = dark + (1 - dark) * np.maximum(lit - 1, 0) * (0.22 + 0.3 * base)
    shine = np.power(np.clip(normal @ HALF, 0, 1), cloth.gloss * 4)
    floor = float(HALF[2]) ** (cloth.gloss * 4)
    glow = np.clip((shine - floor) / (1 - floor), -1, 1) * np.float32(cloth.sheen)
    made: Field = (
        bright
        + (1 - bright) * np.maximum(glow, 0)[..., None]
        + bright * np.minimum(glow, 0)[..., None]
    ).astype(np.float32)
    return made


def polished(normal: Field, xs: Field, ys: Field, cloth: Cloth, *, round_: bool) -> Field:
    """Light a polished metal after its ramp; round_ for balls."""
    drift = np.sin((xs * 0.6 + ys) / 150) * 0.10
    facing = (normal @ np.array([-0.62, -0.70, 0.12], np.float32) + drift).astype(np.float32)
    if round_:
        # A ball mirrors the lamp as one round glint, not as a band across it.
        facing = (normal @ LAMP) * np.float32(1.6) - np.float32(1.12)
    stops = [at for at, _ in cloth.ramp]
    parts = [np.interp(facing, stops, [c[i] for _, c in cloth.ramp]) for i in range(3)]
    shine = np.power(np.clip(normal @ HALF, 0, 1), cloth.gloss)[..., None] * cloth.sheen
    colour = np.stack(parts, axis=-1)
    made: Field = (colour + (1 - colour) * shine).astype(np.float32)
    return made


def dome(mask: Field, reach: float) -> Field:
    """Return how a part rises from its edge, 0 to 1, over a reach in pixels."""
    if reach < 0.5:
        return mask
    inside = np.clip((blur(mask, reach) - np.float32(0.15)) / np.float32(0.85), 0, 1)
    made: Field = (1 - (1 - inside) ** 2).astype(np.float32)
    return made


def slope(xs: Field, ys: Field, win: Window, fade: float) -> Field:
    """Return the slow darkening towards the lower right."""
    t = ((xs - win.x) / win.w * 0.35 + (ys - win.y) / win.h * 0.65).astype(np.float32)
    return (1 + np.float32(fade) * (np.float32(0.45) - t)).astype(np.float32)


def shifted(field: Field, dx: int, dy: int) -> Field:
    """Move a field by whole pixels, leaving nothing behind."""
    out = np.roll(field, (dy, dx), (0, 1))
    # np.roll wraps about; what came round the edge is cleared.
    if dy > 0:
        out[:dy] = 0
    if dx > 0:
        out[:, :dx] = 0
    if dx < 0:
        out[:, dx:] = 0
    return out


def grid(win: Window) -> tuple[Field, Field]:
    """Return the rows and columns of a window."""
    ys, xs = np.mgrid[win.y : win.y + win.h, win.x : win.x + win.w]
    return ys.astype(np.float32), xs.astype(np.float32)
