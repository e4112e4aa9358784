"""Read what setting type needs from a TrueType file: glyphs, widths, kerning, lining figures.

ReportLab's own reader parses a Chinese face for a third of a second, knows neither kerning nor
figure styles, and draws by 8-bit subsets; this one reads only what is asked for.
Source: OpenType 1.9 (cmap, hmtx, GPOS lookup types 2 and 9, GSUB lookup types 1 and 7).
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from clienteling.domain.errors import KnownError
from clienteling.reports.opentype import PairLookup, coverage

_NO_GLYPH = 0


class TrueTypeFile:
    """One face, read lazily; positions are in its own units per em.

    Args:
        path: A static TrueType file (no CFF outlines, no variable axes).

    Raises:
        KnownError: the file is missing or isn't TrueType.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._data = path.read_bytes()
            self._tables = dict(self._directory())
            self.units_per_em: int = self._u16(self.table("head")[0] + 18)
        except (OSError, struct.error, KeyError) as error:
            raise KnownError(
                "The font file {name} can't be read. Nothing of the book is touched; install the "
                "program again to bring it back.",
                name=path.name,
            ) from error
        head, hhea = self.table("head")[0], self.table("hhea")[0]
        self.box: tuple[int, ...] = struct.unpack_from(">4h", self._data, head + 36)
        self.ascent, self.descent = struct.unpack_from(">2h", self._data, hhea + 4)
        self.glyph_count: int = self._u16(self.table("maxp")[0] + 4)

    def table(self, tag: str) -> tuple[int, int]:
        """Return where a table starts and how long it is."""
        return self._tables[tag]

    def table_bytes(self, tag: str) -> bytes:
        """Return a whole table, or nothing where the face has none."""
        if tag not in self._tables:
            return b""
        start, length = self._tables[tag]
        return self._data[start : start + length]

    def glyph(self, code: int) -> int:
        """Return the glyph of a character, 0 where the face has none."""
        starts, ends, glyphs = self._characters
        at = bisect_right(starts, code) - 1
        if at < 0 or code > ends[at]:
            return _NO_GLYPH
        return glyphs[at] + code - starts[at]

    def advance(self, glyph: int) -> int:
        """Return a glyph's width."""
        widths = self._advances
        return widths[min(glyph, len(widths) - 1)]

    def bearing(self, glyph: int) -> int:
        """Return the space on a glyph's left."""
        start, count = self.table("hmtx")[0], len(self._advances)
        if glyph < count:
            return int(struct.unpack_from(">h", self._data, start + 4 * glyph + 2)[0])
        return int(
            struct.unpack_from(">h", self._data, start + 4 * count + 2 * (glyph - count))[0]
        )

    def outline(self, glyph: int) -> bytes:
        """Return a glyph's outline as it stands in the file."""
        start = self.table("glyf")[0]
        begin, end = self._offsets[glyph], self._offsets[glyph + 1]
        return self._data[start + begin : start + end]

    def kern(self, left: int, right: int) -> int:
        """Return how much a pair of glyphs is brought together (negative) or apart."""
        pair = (left, right)
        found = self._kerned.get(pair)
        if found is None:
            found = sum(lookup.value(left, right) for lookup in self._kerning)
            self._kerned[pair] = found
        return found

    def lining(self, glyph: int) -> int:
        """Return the lining figure of an old-style one, any other glyph as it is."""
        return self._lining.get(glyph, glyph)

    def _directory(self) -> Iterator[tuple[str, tuple[int, int]]]:
        if self._data[:4] not in {b"\0\1\0\0", b"true"}:
            raise KeyError(self._data[:4])
        for at in range(self._u16(4)):
            tag, _, start, length = struct.unpack_from(">4s3L", self._data, 12 + 16 * at)
            yield tag.decode("latin-1"), (start, length)

    def _u16(self, at: int) -> int:
        return int(struct.unpack_from(">H", self._data, at)[0])

    def _u16s(self, at: int, count: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{count}H", self._data, at)

    @cached_property
    def _kerned(self) -> dict[tuple[int, int], int]:
        return {}

    @cached_property
    def _advances(self) -> tuple[int, ...]:
        count = self._u16(self.table("hhea")[0] + 34)
        return self._u16s(self.table("hmtx")[0], 2 * count)[::2]

    @cached_property
    def _offsets(self) -> tuple[int, ...]:
        start, count = self.table("loca")[0], self.glyph_count + 1
        if self._u16(self.table("head")[0] + 50):
            return struct.unpack_from(f">{count}L", self._data, start)
        return tuple(2 * half for half in self._u16s(start, count))

    @cached_property
    def _characters(self) -> tuple[list[int], list[int], list[int]]:
        """Ranges of characters whose glyphs follow each other: firsts, lasts, first glyphs."""
        start = self.table("cmap")[0]
        subtables = {}
        for at in range(self._u16(start + 2)):
            platform, encoding, offset = struct.unpack_from(">HHL", self._data, start + 4 + 8 * at)
            subtables[platform, encoding, self._u16(start + offset)] = start + offset
        for wanted in ((3, 10, 12), (0, 4, 12), (0, 6, 12)):
            if wanted in subtables:
                return self._long_ranges(subtables[wanted])
        return self._short_ranges(subtables.get((3, 1, 4)) or subtables[0, 3, 4])

    def _long_ranges(self, at: int) -> tuple[list[int], list[int], list[int]]:
        count = struct.unpack_from(">L", self._data, at + 12)[0]
        flat = struct.unpack_from(f">{3 * count}L", self._data, at + 16)
        return list(flat[::3]), list(flat[1::3]), list(flat[2::3])

    def _short_ranges(self, at: int) -> tuple[list[int], list[int], list[int]]:
        count = self._u16(at + 6) // 2
        ends = self._u16s(at + 14, count)
        starts = self._u16s(at + 16 + 2 * count, count)
        deltas = self._u16s(at + 16 + 4 * count, count)
        offsets_at = at + 16 + 6 * count
        rows: list[tuple[int, int, int]] = []
        for index, (first, last, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
            offset = self._u16(offsets_at + 2 * index)
            if not offset:
                rows += _unwrapped(first, last, delta)
                continue
            glyphs = self._u16s(offsets_at + 2 * index + offset, last - first + 1)
            rows += [
                (first + i, first + i, (g + delta) & 0xFFFF) for i, g in enumerate(glyphs) if g
            ]
        return [r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows]

    @cached_property
    def _kerning(self) -> list[PairLookup]:
        return [
            PairLookup(self._data, subtables)
            for subtables in self._lookups("GPOS", "kern", pair_type=2, extension_type=9)
        ]

    @cached_property
    def _lining(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for subtables in self._lookups("GSUB", "lnum", pair_type=1, extension_type=7):
            for at in subtables:
                covered = coverage(self._data, at + self._u16(at + 2))
                if self._u16(at) == 1:
                    delta = self._u16(at + 4)
                    found |= {g: (g + delta) & 0xFFFF for g in covered}
                else:
                    others = self._u16s(at + 6, self._u16(at + 4))
                    found |= {g: others[index] for g, index in covered.items()}
        return found

    def _lookups(
        self,
        tag: str,
        feature: str,
        *,
        pair_type: int,
        extension_type: int,
    ) -> Iterator[list[int]]:
        """Yield, per lookup of a feature of the Latin script, where its subtables are."""
        if tag not in self._tables:
            return
        start = self.table(tag)[0]
        lookups = start + self._u16(start + 8)
        for index in sorted(self._lookup_indexes(start, feature)):
            at = lookups + self._u16(lookups + 2 + 2 * index)
            kind = self._u16(at)
            subtables = [at + o for o in self._u16s(at + 6, self._u16(at + 4))]
            if kind == extension_type:
                kind = self._u16(subtables[0] + 2)
                subtables = [s + struct.unpack_from(">L", self._data, s + 4)[0] for s in subtables]
            if kind == pair_type:
                yield subtables

    def _lookup_indexes(self, start: int, feature: str) -> set[int]:
        features = start + self._u16(start + 6)
        found: set[int] = set()
        for index in self._latin_features(start):
            tag, offset = struct.unpack_from(">4sH", self._data, features + 2 + 6 * index)
            if tag.decode("latin-1") == feature:
                at = features + offset
                found.update(self._u16s(at + 4, self._u16(at + 2)))
        return found

    def _latin_features(self, start: int) -> tuple[int, ...]:
        scripts = start + self._u16(start + 4)
        offsets = {}
        for index in range(self._u16(scripts)):
            tag, offset = struct.unpack_from(">4sH", self._data, scripts + 2 + 6 * index)
            offsets[tag] = offset
        for tag in (b"latn", b"DFLT"):
            if tag in offsets and (default := self._u16(scripts + offsets[tag])):
                at = scripts + offsets[tag] + default
                return self._u16s(at + 6, self._u16(at + 4))
        return ()


def _unwrapped(first: int, last: int, delta: int) -> list[tuple[int, int, int]]:
    """Cut a range of characters where its glyph numbers pass 65,535."""
    wrap = 0x10000 - delta
    if first < wrap <= last:
        return [(first, wrap - 1, first + delta), (wrap, last, 0)]
    return [(first, last, (first + delta) & 0xFFFF)]
