"""Set the adviser's letter, its signature and the code back to the lookbook."""

from dataclasses import dataclass
from typing import Final

from clienteling.reports.fonts import Style
from clienteling.reports.frames import Sheet
from clienteling.reports.lookbook import LookbookSnapshot
from clienteling.reports.page import Operation, Rect, Rule
from clienteling.reports.qr import qr_code
from clienteling.reports.typeset import Line, Setting, joined, set_lines, shorten

_RULE_TO_FIRST: Final = 102
_LEADING: Final = 73
_TO_SIGNATURE: Final = 108
_TO_LARGE_SIGNATURE: Final = 150
_BELOW: Final = 165
_MOST_LINES: Final = 10
_LARGE_LEADING: Final = 92
_WIDTH: Final = 1660
_CODE: Final = 180


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it fits on its page.

    Args:
        lines: The lines that fit.
        signature: The adviser's name, where the letter ends on this page.
        leading: From baseline to baseline.
        height: Room it takes above the foot; 0 where there is nothing to say.
        code: Whether the QR code stands beside it.
        ruled: Whether a hairline parts it from what is above.
        left_over: What goes on on the next page.
    """

    lines: tuple[Line, ...]
    signature: Line | None
    leading: int
    height: int
    code: bool
    ruled: bool
    left_over: str = ""


def set_letter(snapshot: LookbookSnapshot, text: str, *, alone: bool, code: bool) -> Letter:
    """Set a letter below frames, or larger on a page of its own.

    Args:
        snapshot: The lookbook.
        text: The words; may be empty.
        alone: Whether it has the page for itself.
        code: Whether the QR code is wanted on this page.
    """
    sheet = Sheet(snapshot.size)
    leading = sheet.tenths(_LARGE_LEADING if alone else _LEADING)
    setting = Setting(Style.ITALIC, sheet.points(190 if alone else 150))
    width = sheet.tenths(_WIDTH) if not code else sheet.tenths(_WIDTH - _CODE - 60)
    width = min(width, sheet.width - (sheet.tenths(_CODE + 60) if code else 0))
    lines = set_lines(text.strip(), setting, snapshot.language, width) if text.strip() else []
    most = _most_alone(sheet, leading) if alone else _MOST_LINES
    kept, rest = lines[:most], lines[most:]
    signature = _signature(snapshot, sheet, alone=alone) if kept and not rest else None
    height = _height(sheet, kept, leading, signature, code=code)
    left_over = joined(rest)
    return Letter(tuple(kept), signature, leading, height, code, not alone, left_over)


def letter_at(letter: Letter, snapshot: LookbookSnapshot, top: int) -> list[Operation]:
    """Place a letter whose hairline, or head where it has none, lies at ``top``."""
    if not letter.height:
        return []
    sheet = Sheet(snapshot.size)
    found: list[Operation] = [Rule(sheet.margin, top, sheet.width)] if letter.ruled else []
    baseline = top + sheet.tenths(_RULE_TO_FIRST)
    width = sheet.width - (sheet.tenths(_CODE + 60) if letter.code else 0)
    for line in letter.lines:
        found.append(line.within(sheet.margin, width, baseline))
        baseline += letter.leading
    if letter.signature:
        to_signature = _TO_SIGNATURE if letter.ruled else _TO_LARGE_SIGNATURE
        drop = sheet.tenths(to_signature) - letter.leading
        rtl = letter.lines[0].rtl
        align = "right" if rtl else "left"
        found.append(
            letter.signature.within(sheet.margin, width, baseline + drop, align),
        )
    return found + (_code(snapshot, sheet, top) if letter.code else [])


def _most_alone(sheet: Sheet, leading: int) -> int:
    room = sheet.foot - sheet.tenths(580 + _RULE_TO_FIRST + _TO_LARGE_SIGNATURE + _BELOW)
    return max(1, room // leading)


def _height(
    sheet: Sheet,
    lines: list[Line],
    leading: int,
    signature: Line | None,
    *,
    code: bool,
) -> int:
    if not lines and not code:
        return 0
    height = sheet.tenths(_RULE_TO_FIRST + _BELOW) + leading * max(0, len(lines) - 1)
    height += sheet.tenths(_TO_SIGNATURE) if signature else 0
    return max(height, sheet.tenths(_CODE + 130) if code else 0)


def _signature(snapshot: LookbookSnapshot, sheet: Sheet, *, alone: bool) -> Line | None:
    name = snapshot.adviser.signature or snapshot.adviser.name
    if not name.strip():
        return None
    setting = Setting(Style.ITALIC, sheet.points(240 if alone else 210))
    return shorten(name, setting, snapshot.language, sheet.width)


def _code(snapshot: LookbookSnapshot, sheet: Sheet, top: int) -> list[Operation]:
    side = sheet.tenths(_CODE)
    frame = Rect(sheet.margin + sheet.width - side, top + sheet.tenths(60), side, side)
    return [qr_code(snapshot.code, frame)]
