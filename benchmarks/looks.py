"""The lookbook that is measured: 12 pages, 24 pieces, each with a picture of 1,500 dots."""

import io
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from clienteling.domain.money import Money
from clienteling.reports.lookbook import (
    FRAME_COUNTS,
    Adviser,
    Client,
    Layout,
    LookbookSnapshot,
    LookPage,
    Piece,
)

PAGES, PIECES = 12, 24
_LAYOUTS = (
    Layout.COVER, Layout.ONE, Layout.ONE_AND_THREE, Layout.TWO, Layout.FOUR, Layout.ONE,
    Layout.DIPTYCH, Layout.TWO, Layout.WORDS, Layout.FOUR, Layout.TWO, Layout.ONE,
)  # fmt: skip
_NAMES = (
    ("Ondine coat", "Double-faced wool, camel"),
    ("Carré à l’herbier", "Soie, 90 cm"),
    ("玉兰真丝衬衫", "真丝，象牙白"),
    ("シャガール・トート", "カーフ、墨色"),
)
_CLIENTS = (
    Client("Beatrice Altieri", "Signora Altieri"),
    Client("Chen Jingyi", "Ms Chen", "陈静怡", "zh-Hans"),
    Client("Haruka Mori", "Mori-sama", "森 遥", "ja"),
)


class Files:
    """Pictures that lie in a folder under their keys."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def picture(self, key: str) -> bytes | None:
        """Return a picture's bytes."""
        return (self._folder / key).read_bytes()


def draw_pictures(folder: Path) -> list[Path]:
    """Draw the pictures, as heavy as photographs of 1,500 dots are; the same every time."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"piece-{number:02d}.jpg" for number in range(PIECES)]
    for number, path in enumerate(paths):
        if not path.exists():
            path.write_bytes(_photograph(number))
    return paths


def snapshots(count: int) -> list[LookbookSnapshot]:
    """Return lookbooks of the same pieces for many clients."""
    pattern = _pattern()
    found = []
    for number in range(count):
        client = _CLIENTS[number % len(_CLIENTS)]
        letter = f"Dear {client.address}, these are put aside for you until the {number % 28 + 1}."
        found.append(replace(pattern, client=client, letter=letter))
    return found


@cache
def _pattern() -> LookbookSnapshot:
    pieces = iter(range(PIECES))
    pages = tuple(
        LookPage(
            layout,
            tuple(_piece(next(pieces)) for _ in range(FRAME_COUNTS[layout])),
            "The evenings above the sea are cool in May." if layout is Layout.WORDS else "",
        )
        for layout in _LAYOUTS
    )
    assert next(pieces, None) is None
    return LookbookSnapshot(
        house="Maison Aurèle",
        boutique="Faubourg Saint-Honoré, Paris",
        adviser=Adviser("Camille Laurent", "Camille", "camille@example.com"),
        title="For Ravello, in May",
        created=date(2026, 3, 12),
        pages=pages,
    )


def _piece(number: int) -> Piece:
    name, description = _NAMES[number % len(_NAMES)]
    price = Money(90_000 + number * 1_000, "EUR")
    return Piece(name, description, f"30{number:02d}-C", "38", price, picture=_key(number))


def _key(number: int) -> str:
    return f"piece-{number:02d}.jpg"


def _photograph(number: int) -> bytes:
    """Draw soft shapes under fine grain, which compress as a photograph does."""
    import numpy as np
    from PIL import Image

    rng = np.random.default_rng(number)
    soft = Image.fromarray(rng.integers(40, 220, (24, 16, 3), dtype=np.uint8))
    wide = np.asarray(soft.resize((1000, 1500), Image.Resampling.BICUBIC), dtype=np.int16)
    grain = rng.normal(0, 6, (1500, 1000, 1))
    out = io.BytesIO()
    shaded = np.clip(wide + grain, 0, 255).astype(np.uint8)
    Image.fromarray(shaded).save(out, "JPEG", quality=88)
    return out.getvalue()
