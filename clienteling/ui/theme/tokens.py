"""The named colours, distances and radii of the design, for both themes.

Source: the design's section 4, with its contrast ratios; ``tests/ui/test_kit_theme.py`` recomputes
them.
"""

from dataclasses import dataclass
from typing import Literal

Ground = Literal["paper", "surface", "sel", "sunken"]

SPACE = (4, 8, 12, 16, 24, 32, 48, 64)
"""The spacing scale in logical pixels; within a group at most 12, between groups 24 to 32."""


@dataclass(frozen=True, slots=True)
class Radii:
    """Corner radii in logical pixels."""

    picture: int = 2
    control: int = 4
    overlay: int = 8


RADIUS = Radii()


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours as ``#RRGGBB``; a name says the use, never the hue."""

    paper: str
    surface: str
    sunken: str
    sel: str
    monogram: str
    ink: str
    ink2: str
    ink3: str
    control: str
    hair: str
    hair2: str
    accent: str
    accentsoft: str
    accentline: str
    pos: str
    possoft: str
    cau: str
    causoft: str
    crit: str
    critsoft: str
    info: str
    infosoft: str
    onink: str
    scrim: str
    scrim_opacity: float
    shadow_opacity: float
    picture_shade: float
    """Opacity of the black laid over pictures, so that they do not glare on a dark page."""


LIGHT = Colours(
    paper="#F7F4EE",
    surface="#FFFEFB",
    sunken="#EFEAE1",
    sel="#EFE8DB",
    monogram="#EFEAE1",
    ink="#1D1A16",
    ink2="#565047",
    ink3="#6C655B",
    control="#8A8072",
    hair="#E3DCD0",
    hair2="#CFC5B5",
    accent="#7F5F2E",
    accentsoft="#F3EADA",
    accentline="#C9AF82",
    pos="#2F6346",
    possoft="#E2EDE4",
    cau="#83530A",
    causoft="#F8ECD2",
    crit="#962E2A",
    critsoft="#F8E5E0",
    info="#33577A",
    infosoft="#E3EAF0",
    onink="#FBF8F2",
    scrim="#1D1A16",
    scrim_opacity=0.46,
    shadow_opacity=0.18,
    picture_shade=0.0,
)

DARK = Colours(
    paper="#131211",
    surface="#1B1A18",
    sunken="#0E0D0C",
    sel="#26231F",
    monogram="#242220",
    ink="#F3EEE5",
    ink2="#BDB5A8",
    ink3="#978F83",
    control="#7C756A",
    hair="#302D29",
    hair2="#46423C",
    accent="#D6B680",
    accentsoft="#2B2519",
    accentline="#7A6543",
    pos="#8CC3A0",
    possoft="#1B2A21",
    cau="#E3B25C",
    causoft="#2E2412",
    crit="#EE9A8D",
    critsoft="#351D1A",
    info="#9BBEDD",
    infosoft="#1A2530",
    onink="#16140F",
    scrim="#000000",
    scrim_opacity=0.60,
    shadow_opacity=0.50,
    picture_shade=0.14,
)
