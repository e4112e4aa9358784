"""Measure runs of glyphs: which glyphs, how kerned, how wide."""

import itertools
from functools import cache, lru_cache
from typing import Final

from clienteling.reports.fonts import face_file
from clienteling.reports.page import MICROMETRES_PER_POINT

_KEPT: Final = 8_192


@lru_cache(maxsize=_KEPT)
def glyphs_of(face: str, text: str) -> tuple[int, ...]:
    """Return the glyphs of a run, figures lining."""
    return tuple(_glyph(face, character) for character in text)


@lru_cache(maxsize=_KEPT)
def kerns_of(face: str, glyphs: tuple[int, ...]) -> tuple[int, ...]:
    """Return the kerning after each glyph but the last, in the face's units."""
    file = face_file(face)
    return tuple(file.kern(left, right) for left, right in itertools.pairwise(glyphs))


def run_width_micrometres(face: str, text: str, size_tenths_point: int) -> int:
    """Measure a run."""
    file, glyphs = face_file(face), glyphs_of(face, text)
    units = sum(map(file.advance, glyphs)) + sum(kerns_of(face, glyphs))
    return round(units * size_tenths_point / 10 * MICROMETRES_PER_POINT / file.units_per_em)


@cache
def _glyph(face: str, character: str) -> int:
    file = face_file(face)
    return file.lining(file.glyph(ord(character)))
