"""Prepare pictures for paper: cut to their frame, 300 dots per inch, as JPEG, once per size."""

import io
import struct
import warnings
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, Final

from clienteling.reports.page import PictureSource, Rect, cover_crop

DOTS_PER_INCH: Final = 300
_QUALITIES: Final = (88, 82, 74, 66, 56, 46)
_BYTES_PER_DOT: Final = 0.125  # keeps twelve full pages below 5 MB
_COARSEST: Final = 200  # dots across; below that a picture isn't made coarser
_TENTHS_PER_INCH: Final = 254
_LIKE_THE_FRAME: Final = 1.12  # a picture at most so much larger than needed is passed through
_MOST_PIXELS: Final = 80_000_000
_MOST_KEPT_BYTES: Final = 64_000_000


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A JPEG file, ready to be laid into a document as it is."""

    data: bytes
    width: int
    height: int
    components: int = 3


class PreparedPictures:
    """Pictures cut and scaled for their frames, kept for the next document of a batch.

    Args:
        source: Where pictures come from.
    """

    def __init__(self, source: PictureSource) -> None:
        self._source = source
        self._kept: OrderedDict[tuple[str, int, int, tuple[int, int]], Jpeg | None] = OrderedDict()
        self._kept_bytes = 0

    def jpeg(self, key: str, frame: Rect, focus: tuple[int, int]) -> Jpeg | None:
        """Return the picture for a frame; None where it can't be had or read."""
        if not key:
            return None
        name = (key, frame.width, frame.height, focus)
        if name in self._kept:
            self._kept.move_to_end(name)
            return self._kept[name]
        data = self._source.picture(key)
        found = prepare(data, frame, focus) if data else None
        self._keep(name, found)
        return found

    def _keep(self, name: tuple[str, int, int, tuple[int, int]], jpeg: Jpeg | None) -> None:
        self._kept[name] = jpeg
        self._kept_bytes += len(jpeg.data) if jpeg else 0
        while self._kept_bytes > _MOST_KEPT_BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= len(oldest.data) if oldest else 0


def prepare(data: bytes, frame: Rect, focus: tuple[int, int]) -> Jpeg | None:
    """Cut and scale a picture for a frame; one that fits already is passed through untouched.

    Returns:
        None for what isn't a picture, is damaged, or is too large to be one.
    """
    dots = (_dots(frame.width), _dots(frame.height))
    return _as_it_is(data, dots) or _made_to_fit(data, frame, dots, focus)


def _dots(tenths: int) -> int:
    return max(1, tenths * DOTS_PER_INCH // _TENTHS_PER_INCH)


def _as_it_is(data: bytes, dots: tuple[int, int]) -> Jpeg | None:
    head = read_head(data)
    if head is None or len(data) > _budget(dots):
        return None
    fits = abs(head.width * dots[1] - head.height * dots[0]) <= 2 * max(dots)
    return head if fits and head.width <= dots[0] * _LIKE_THE_FRAME else None


def _budget(dots: tuple[int, int]) -> float:
    return dots[0] * dots[1] * _BYTES_PER_DOT + 8_000


def read_head(data: bytes) -> Jpeg | None:
    """Read the size of a whole baseline JPEG; None for any other file, or one to be turned first.

    Source: ITU-T T.81 annex B.
    """
    if data[:3] != b"\xff\xd8\xff" or b"Exif\0" in data[:64] or data[-2:] != b"\xff\xd9":
        return None
    at = 2
    while at + 10 <= len(data):
        marker, length = struct.unpack_from(">2H", data, at)
        if marker == 0xFFC0:
            bits, height, width, components = struct.unpack_from(">BHHB", data, at + 4)
            usable = bits == 8 and components in {1, 3}
            return Jpeg(data, width, height, components) if usable else None
        if not 0xFFE0 <= marker <= 0xFFEF and marker not in {0xFFDB, 0xFFC4, 0xFFDD, 0xFFFE}:
            return None
        at += 2 + length
    return None


def _made_to_fit(
    data: bytes,
    frame: Rect,
    dots: tuple[int, int],
    focus: tuple[int, int],
) -> Jpeg | None:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    return None
                opened.draft("RGB", (dots[0] * 2, dots[1] * 2))
                picture = _on_white(ImageOps.exif_transpose(opened))
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ):
        return None
    part = cover_crop(picture.width, picture.height, frame, focus)
    width = min(dots[0], part.width)
    size = (width, max(1, width * dots[1] // dots[0]))
    box = (part.x, part.y, part.right, part.bottom)
    fitted = picture.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)
    return _encoded(fitted, size)


def _on_white(picture: Any) -> Any:
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture.convert("RGBA")).convert("RGB")


def _encoded(picture: Any, size: tuple[int, int]) -> Jpeg:
    """Encode as baseline JPEG, as well as the picture's share of 5 MB allows.

    Grain that no quality makes small enough is given up by making the picture coarser.
    """
    data = b""
    for quality in _QUALITIES:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
        data = out.getvalue()
        if len(data) <= _budget(size):
            break
    else:
        if picture.width > _COARSEST:
            coarser = (picture.width * 7 // 10, picture.height * 7 // 10)
            return _encoded(picture.resize(coarser), size)
    return Jpeg(data, picture.width, picture.height)
