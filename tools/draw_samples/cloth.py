"""Say how each stuff looks: its colour, its grain, its weave and how it takes the light."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np

from tools.draw_samples.strokes import HEIGHT, WIDTH, Field, Window, blur

Tint = tuple[float, float, float]
Pattern = Callable[[Field, Field, Window], Field]


def tint(written: str) -> Tint:
    """Read #RRGGBB as three parts of one."""
    return (int(written[1:3], 16) / 255, int(written[3:5], 16) / 255, int(written[5:7], 16) / 255)


def mix(a: Tint, b: Tint, share: float) -> Tint:
    """Blend two colours; share is the part of the second."""
    r, g, bl = (x + (y - x) * share for x, y in zip(a, b, strict=True))
    return (r, g, bl)


def code(colour: Tint) -> str:
    """Write a colour as #RRGGBB."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def paler(written: str, share: float = 0.38) -> str:
    """Return the code of a paler thread to sew a colour with."""
    return code(mix(tint(written), (0.96, 0.86, 0.76), share))


@dataclass(frozen=True, slots=True)
class Cloth:
    """A stuff: what it is coloured, how rough, how shiny, how it is woven.

    Args:
        grain: which noise lies in it.
        speck: how far the grain moves the colour, in parts of one.
        bump: how far the grain stands up, in pixels.
        sheen: strength of the soft highlight.
        gloss: sharpness of the highlight (higher is tighter).
        depth: how strongly folds take the light.
        pattern: a colour field (rows, columns, 3) drawn from x and y in place of the plain colour.
        ramp: for metals, the colours from turned-away to facing the light.
    """

    colour: Tint
    grain: str = "wool"
    speck: float = 0.05
    bump: float = 0.02
    sheen: float = 0.05
    gloss: float = 6.0
    depth: float = 1.0
    pattern: Pattern | None = None
    ramp: tuple[tuple[float, Tint], ...] = ()

    def dyed(self, colour: Tint) -> "Cloth":
        """Return the same stuff in another colour."""
        return replace(self, colour=colour)

    def lighter(self, share: float) -> "Cloth":
        """Return the same stuff a little towards white (or, negative, towards black)."""
        to = (1.0, 0.98, 0.95) if share > 0 else (0.05, 0.04, 0.05)
        return self.dyed(mix(self.colour, to, abs(share)))


def wool(dye: str) -> Cloth:
    """Return a matt brushed wool."""
    return Cloth(tint(dye), "wool", 0.032, 0.045, 0.05, 4)


def crepe(dye: str) -> Cloth:
    """Return a fine crêpe with a little life."""
    return Cloth(tint(dye), "fine", 0.014, 0.03, 0.10, 7, 1.15)


def satin(dye: str) -> Cloth:
    """Return a silk satin."""
    return Cloth(tint(dye), "fine", 0.008, 0.012, 0.34, 13, 1.35)


def cotton(dye: str) -> Cloth:
    """Return a crisp poplin or gabardine."""
    return Cloth(tint(dye), "twill", 0.014, 0.03, 0.05, 5)


def hide(dye: str) -> Cloth:
    """Return a grained calf."""
    return Cloth(tint(dye), "pebble", 0.025, 0.16, 0.26, 16, 1.1)


def box(dye: str) -> Cloth:
    """Return a smooth, polished calf."""
    return Cloth(tint(dye), "fine", 0.006, 0.012, 0.50, 24, 1.2)


def suede(dye: str) -> Cloth:
    """Return a suede or nubuck."""
    return Cloth(tint(dye), "wool", 0.04, 0.04, 0.02, 3)


def knit(dye: str) -> Cloth:
    """Return a plain knit; its stitches are laid by the drawing."""
    return Cloth(tint(dye), "wool", 0.03, 0.05, 0.03, 4, 1.05)


GOLD: Final = (
    (-1.0, tint("#3d2a10")), (-0.55, tint("#7b5a22")), (-0.15, tint("#b28a3a")),
    (0.15, tint("#d9b564")), (0.42, tint("#fff4d2")), (0.58, tint("#e6c881")),
    (0.8, tint("#b48f42")), (1.0, tint("#8f6d2d")),
)  # fmt: skip
STEEL: Final = (
    (-1.0, tint("#2a2b2d")), (-0.55, tint("#66686b")), (-0.15, tint("#8b8d90")),
    (0.15, tint("#b4b6b8")), (0.42, tint("#ffffff")), (0.58, tint("#d2d3d4")),
    (0.8, tint("#a2a4a6")), (1.0, tint("#7d7f82")),
)  # fmt: skip
PEARL: Final = (
    (-1.0, tint("#8d8279")), (-0.6, tint("#b9aea6")), (-0.25, tint("#dcd3cc")),
    (0.1, tint("#f0e9e3")), (0.45, tint("#fffdfb")), (0.75, tint("#fbf3ee")),
    (1.0, tint("#f6ece8")),
)  # fmt: skip


def metal(ramp: tuple[tuple[float, Tint], ...]) -> Cloth:
    """Return a polished metal (or pearl) after its ramp."""
    return Cloth(ramp[3][1], "fine", 0.004, 0.004, 0.30, 60, 1.0, None, ramp)


def gold() -> Cloth:
    """Return polished yellow gold."""
    return metal(GOLD)


def steel() -> Cloth:
    """Return polished steel or white gold."""
    return metal(STEEL)


@cache
def noise(kind: str) -> Field:
    """Return a whole sheet of one grain, mean 0 and deviation 1, always the same."""
    seed = {"wool": 3, "fine": 5, "twill": 7, "pebble": 11, "boucle": 13, "cloud": 17, "hair": 19}
    chance = np.random.default_rng(seed[kind])
    raw = chance.standard_normal((HEIGHT, WIDTH), dtype=np.float32)
    return _level(_spun(kind, raw))


def grain(kind: str, win: Window) -> Field:
    """Return the grain under a window."""
    return noise(kind)[win.rows, win.cols]


def _spun(kind: str, raw: Field) -> Field:
    made: Field
    match kind:
        case "wool":
            return blur(raw, 1) * 3 + blur(raw, 3) * 1.2 + np.roll(blur(raw, 1), 2, 0)
        case "twill":
            y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
            made = np.sin((x + y) * np.float32(1.15)) * np.float32(0.8) + blur(raw, 1) * 2
            return made
        case "pebble":
            low = _level(blur(raw, 1) - blur(raw, 4))
            made = np.minimum(low, np.float32(0.7)) - blur(np.abs(low), 1) * np.float32(0.4)
            return made
        case "boucle":
            return _level(blur(raw, 2)) + _level(blur(raw, 5)) * np.float32(0.8)
        case "cloud":
            return blur(raw, 60)
        case "hair":
            long = raw
            for _ in range(3):
                long = (long + np.roll(long, 3, 0) + np.roll(long, -3, 0)) / np.float32(3)
            return long
        case _:
            return blur(raw, 0.8)


def _level(field: Field) -> Field:
    made: Field = ((field - field.mean()) / field.std()).astype(np.float32)
    return made
