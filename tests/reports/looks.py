"""Lookbooks and pictures for the tests of documents."""

import io
import random
import struct
from dataclasses import dataclass, field
from datetime import date

import pypdfium2
from PIL import Image

from clienteling.domain.money import Money
from clienteling.reports.lookbook import (
    FRAME_COUNTS,
    Adviser,
    Client,
    Layout,
    LookbookSnapshot,
    LookPage,
    Piece,
    Switches,
)
from clienteling.reports.pdf import write_pdf

COAT = Piece(
    name="Ondine coat",
    description="Double-faced wool, camel",
    style_number="3041-C",
    size_label="40",
    price=Money(390_000, "EUR"),
    care="Dry clean",
    story="Woven in Biella and sewn by hand along every edge.",
    picture="coat",
)
DRESS = Piece("Aube dress", "Silk crêpe, bottle green", "2207-V", "40", picture="dress")
BAG = Piece("Arpège bag", "Burgundy calf", owned=True, picture="bag")
SQUARE = Piece("Volière square", "Silk twill, 90 cm")
LETTER = (
    "Dear Signora Altieri, the evenings above the sea are cool in May: the coat over bare "
    "shoulders, the dress for the Saturday."
)
ALL_ON = Switches(prices=True, set_aside=True, care=True, reactions=True, code=True)


def ravello(**changed: object) -> LookbookSnapshot:
    """The lookbook of the design's picture."""
    values: dict[str, object] = {
        "house": "Séverac",
        "boutique": "Faubourg Saint-Honoré, Paris",
        "adviser": Adviser("Camille Roux", "Camille", "camille.roux@severac.example"),
        "title": "For Ravello, in May",
        "created": date(2026, 3, 12),
        "client": Client("Beatrice Altieri", "Signora Altieri"),
        "letter": LETTER,
        "pages": (LookPage(Layout.ONE_AND_THREE, (COAT, DRESS, BAG, SQUARE)),),
        "code": "clienteling:lookbook/0198f3a27c2e7d0c8c1b2a3f4d5e6f70",
    }
    return LookbookSnapshot(**values | changed)  # type: ignore[arg-type]  # test shorthand


def every_layout() -> tuple[LookPage, ...]:
    pieces = (COAT, DRESS, BAG, SQUARE, COAT, DRESS)
    return tuple(LookPage(layout, pieces[: FRAME_COUNTS[layout]], "A word") for layout in Layout)


@dataclass
class Pictures:
    """Pictures by key, and how often each was asked for."""

    kept: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def picture(self, key: str) -> bytes | None:
        self.asked.append(key)
        return self.kept.get(key)


def jpeg(width: int, height: int, *, noise: int = 0, quality: int = 85) -> bytes:
    """A grey picture, or one full of grain, harder on an encoder than any photograph of a piece."""
    if noise:
        grain = (width // 3, height // 3)
        dots = random.Random(noise).randbytes(grain[0] * grain[1] * 3)
        picture = Image.frombytes("RGB", grain, dots).resize(
            (width, height), Image.Resampling.BICUBIC
        )
    else:
        picture = Image.new("RGB", (width, height), (120, 110, 100))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def pdf_of(snapshot: LookbookSnapshot, pictures: Pictures | None = None) -> bytes:
    out = io.BytesIO()
    write_pdf(snapshot, pictures or Pictures(), out)
    return out.getvalue()


def texts_of(pdf: bytes) -> list[str]:
    """The text of each page as PDFium reads it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            document[number].get_textpage().get_text_range().replace("\r\n", "\n")
            for number in range(len(document))
        ]
    finally:
        document.close()


def png_bomb() -> bytes:
    """A PNG of a few bytes that says it is 60,000 dots wide and high."""
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">L", zlib.crc32(kind + data))
        return struct.pack(">L", len(data)) + kind + data + check

    head = struct.pack(">2L5B", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b"")
