"""Read the tables that pairs of glyphs and classes of glyphs are kept in.

Source: OpenType 1.9, GPOS lookup type 2 and "OpenType Layout common table formats".
"""

import struct

_X_ADVANCE = 0x0004


class PairLookup:
    """The kerning pairs of one lookup; the first subtable that knows a pair decides."""

    def __init__(self, data: bytes, subtables: list[int]) -> None:
        self._subtables = [_PairSubtable(data, at) for at in subtables]

    def value(self, left: int, right: int) -> int:
        """Return the change of the left glyph's advance."""
        for subtable in self._subtables:
            found = subtable.value(left, right)
            if found is not None:
                return found
        return 0


class _PairSubtable:
    """One subtable of pairs, by glyph (format 1) or by class (format 2)."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data, self._at = data, at
        head = struct.unpack_from(">4H", data, at)
        self._by_class = head[0] == 2
        self._covered = coverage(data, at + head[1])
        self._advance_at = 2 * (head[2] & (_X_ADVANCE - 1)).bit_count()
        self._has_advance = bool(head[2] & _X_ADVANCE)
        self._record = 2 * (head[2].bit_count() + head[3].bit_count())
        if self._by_class:
            first, second, self._firsts, self._seconds = struct.unpack_from(">4H", data, at + 8)
            self._left = classes(data, at + first)
            self._right = classes(data, at + second)

    def value(self, left: int, right: int) -> int | None:
        """Return the pair's value, None where another subtable may decide."""
        index = self._covered.get(left)
        if index is None:
            return None
        if self._by_class:
            cell = self._left.get(left, 0) * self._seconds + self._right.get(right, 0)
            return self._advance(self._at + 16 + cell * self._record)
        offset = struct.unpack_from(">H", self._data, self._at + 10 + 2 * index)[0]
        return self._listed(self._at + offset, right)

    def _listed(self, at: int, right: int) -> int | None:
        count = struct.unpack_from(">H", self._data, at)[0]
        for entry in range(at + 2, at + 2 + count * (2 + self._record), 2 + self._record):
            if struct.unpack_from(">H", self._data, entry)[0] == right:
                return self._advance(entry + 2)
        return None

    def _advance(self, at: int) -> int:
        if not self._has_advance:
            return 0
        return int(struct.unpack_from(">h", self._data, at + self._advance_at)[0])


def coverage(data: bytes, at: int) -> dict[int, int]:
    """Return the glyphs of a coverage table and their indexes."""
    form, count = struct.unpack_from(">2H", data, at)
    if form == 1:
        return {g: i for i, g in enumerate(struct.unpack_from(f">{count}H", data, at + 4))}
    found: dict[int, int] = {}
    for index in range(count):
        first, last, start = struct.unpack_from(">3H", data, at + 4 + 6 * index)
        found |= {glyph: start + glyph - first for glyph in range(first, last + 1)}
    return found


def classes(data: bytes, at: int) -> dict[int, int]:
    """Return the classes of glyphs; a glyph not named is of class 0."""
    form = struct.unpack_from(">H", data, at)[0]
    if form == 1:
        first, count = struct.unpack_from(">2H", data, at + 2)
        return {first + i: c for i, c in enumerate(struct.unpack_from(f">{count}H", data, at + 6))}
    found: dict[int, int] = {}
    for index in range(struct.unpack_from(">H", data, at + 2)[0]):
        low, high, kind = struct.unpack_from(">3H", data, at + 4 + 6 * index)
        found |= dict.fromkeys(range(low, high + 1), kind)
    return found
