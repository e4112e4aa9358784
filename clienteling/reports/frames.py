"""Divide a page into frames of four to five: pure geometry, for painting and for hit-testing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from clienteling.reports.lookbook import FRAME_COUNTS, Layout
from clienteling.reports.page import PageSize, Rect

CAPTION: Final = 190
"""Room below a frame for its name, what it is made of and the size set aside."""

_GRIDS: Final = {
    Layout.ONE: (1, 1),
    Layout.TWO: (2, 1),
    Layout.DIPTYCH: (2, 1),
    Layout.FOUR: (2, 2),
    Layout.SIX: (3, 2),
}
_SLACK: Final = 24  # width that rounding leaves over goes between frames, so both edges are met
_WIDE_SLACK: Final = 160  # two columns of unlike width keep to the margins longer
_TOP_SHARE: Final = 35  # percent of spare height left above a page without a title


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper and the size of everything on it, in percent of A4."""

    size: PageSize

    @property
    def percent(self) -> int:
        """How large type, margins and gaps are beside those of A4."""
        return 74 if self.size is PageSize.A5 else 100

    def tenths(self, on_a4: int) -> int:
        """Scale a length drawn for A4."""
        return on_a4 * self.percent // 100

    def points(self, tenths_on_a4: int) -> int:
        """Scale a size of type; what is small stays readable."""
        return max(min(66, tenths_on_a4), tenths_on_a4 * self.percent // 100)

    @property
    def margin(self) -> int:
        """The white around the page: 16 mm on A4."""
        return self.tenths(160)

    @property
    def width(self) -> int:
        """Room between the margins."""
        return self.size.width - 2 * self.margin

    @property
    def foot(self) -> int:
        """Where the hairline above the foot lies."""
        return self.size.height - self.tenths(200)

    def area(self, *, titled: bool, letter_height: int) -> Rect:
        """Return what title, letter and foot leave for frames and their captions."""
        top = self.tenths(580 if titled else 310)
        bottom = self.foot - (letter_height or self.tenths(60))
        return Rect(self.margin, top, self.width, max(self.tenths(500), bottom - top))


def frames(
    layout: Layout,
    size: PageSize,
    *,
    area: Rect | None = None,
    captions: Sequence[int] = (),
    top: bool = True,
) -> tuple[Rect, ...]:
    """Return a layout's frames, in the order pieces fill them.

    Args:
        layout: How the page is divided.
        size: The paper.
        area: What frames and captions may take; a page with title and letter where None.
        captions: Room below each frame; the usual where not said.
        top: Whether frames stand at the top of the area or a little above its middle.
    """
    sheet = Sheet(size)
    room = area or sheet.area(titled=True, letter_height=sheet.tenths(520))
    rooms = [*captions] or [sheet.tenths(CAPTION)] * FRAME_COUNTS[layout]
    if layout is Layout.WORDS:
        return ()
    if layout is Layout.COVER:
        return (_cover(sheet),)
    if layout is Layout.ONE_AND_THREE:
        found = _one_and_three(sheet, room, rooms)
    else:
        found = _grid(sheet, room, rooms, layout)
    return found if top else _lowered(found, room, rooms)


def _four_to_five(x: int, y: int, unit: int) -> Rect:
    return Rect(x, y, 4 * unit, 5 * unit)


def _cover(sheet: Sheet) -> Rect:
    unit = min(sheet.size.width * 76 // 100 // 4, sheet.size.height * 66 // 100 // 5)
    return _four_to_five((sheet.size.width - 4 * unit) // 2, sheet.tenths(220), unit)


def _one_and_three(sheet: Sheet, area: Rect, captions: Sequence[int]) -> tuple[Rect, ...]:
    """One large frame at left; at right one middling above two small ones, as in the picture."""
    gap, small_gap, row_gap = sheet.tenths(66), sheet.tenths(28), sheet.tenths(40)
    unit = min(
        (area.width - gap) // 4 * 622 // 1000,
        (area.height - captions[0]) // 5,
        _right_column_unit(area.height, captions, row_gap),
    )
    middling, small = unit * 611 // 1000, (unit * 611 // 1000 * 4 - small_gap) // 8
    spare = area.width - 4 * unit - gap - 4 * middling
    left = area.x + (spare // 2 if spare > sheet.tenths(_WIDE_SLACK) else 0)
    side = area.right - (left - area.x) - 4 * middling
    lower = area.y + 5 * middling + captions[1] + row_gap
    return (
        _four_to_five(left, area.y, unit),
        _four_to_five(side, area.y, middling),
        _four_to_five(side, lower, small),
        _four_to_five(side + 4 * middling - 4 * small, lower, small),
    )


def _right_column_unit(height: int, captions: Sequence[int], row_gap: int) -> int:
    """Return the largest unit whose right column is still as tall as the area."""
    free = height - captions[1] - row_gap - max(captions[2:])
    return max(1, free * 1000 // (5 * (611 + 300)))


def _grid(sheet: Sheet, area: Rect, captions: Sequence[int], layout: Layout) -> tuple[Rect, ...]:
    columns, rows = _GRIDS[layout]
    gap = sheet.tenths(12 if layout is Layout.DIPTYCH else 66 if columns == 2 else 46)
    row_gap = sheet.tenths(35)
    below = [max(captions[row * columns : (row + 1) * columns]) for row in range(rows)]
    free = area.height - sum(below) - row_gap * (rows - 1)
    unit = max(1, min((area.width - gap * (columns - 1)) // columns // 4, free // rows // 5))
    spare = area.width - 4 * unit * columns - gap * (columns - 1)
    if columns > 1 and spare <= sheet.tenths(_SLACK):
        gap += spare // (columns - 1)
    left = area.x + max(0, area.width - 4 * unit * columns - gap * (columns - 1)) // 2
    found = []
    y = area.y
    for row in range(rows):
        found += [_four_to_five(left + c * (4 * unit + gap), y, unit) for c in range(columns)]
        y += 5 * unit + below[row] + row_gap
    return tuple(found)


def _lowered(found: tuple[Rect, ...], area: Rect, captions: Sequence[int]) -> tuple[Rect, ...]:
    lowest = max(frame.bottom + caption for frame, caption in zip(found, captions, strict=True))
    spare = max(0, area.bottom - lowest) * _TOP_SHARE // 100
    return tuple(Rect(f.x, f.y + spare, f.width, f.height) for f in found)
