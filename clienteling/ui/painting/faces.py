"""The shipped faces as Qt draws them by glyph, so that no shaping moves what was measured."""

from functools import lru_cache

from PySide6.QtGui import QFont, QRawFont

from clienteling.settings.paths import resource

_READ_AT = 16.0
_SIZES_KEPT = 256


@lru_cache(maxsize=_SIZES_KEPT)
def raw_font(face: str, pixels: float) -> QRawFont:
    """Return a face at a size in pixels; the window's thread only, as Qt asks."""
    font = QRawFont(_read(face))
    font.setPixelSize(pixels)
    return font


@lru_cache(maxsize=32)
def _read(face: str) -> QRawFont:
    path = resource("fonts", f"{face}.ttf")
    return QRawFont(str(path), _READ_AT, QFont.HintingPreference.PreferNoHinting)
