"""Draw the house's hanger: a steel hook, a wooden yoke, or a fine wire for light things."""

from tools.draw_samples.cloth import Cloth, metal, tint
from tools.draw_samples.sheet import Drop, Sheet
from tools.draw_samples.strokes import path

_DARK = tuple((at, tint(code)) for at, code in (
    (-1.0, "#2c2b26"), (-0.5, "#4d4b43"), (0.0, "#6b685e"), (0.2, "#8d897d"),
    (0.42, "#cdc9bd"), (0.7, "#77746a"), (1.0, "#5a574f"),
))  # fmt: skip


def hook(sheet: Sheet, foot: float, top: float = 150) -> None:
    """Hang the hook so that its foot is hidden at the row given."""
    line = path(
        f"M 598 {foot} L 598 {top + 44} C 598 {top + 8} 616 {top} 628 {top}"
        f" C 646 {top} 656 {top + 16} 652 {top + 36}"
    )
    sheet.cord(line, 8, metal(_DARK))


def yoke(sheet: Sheet, y: float, reach: float = 190, drop: float = 70) -> None:
    """Lay a wooden yoke whose shoulders end reach to each side."""
    left, right = 600 - reach, 600 + reach
    bar = path(
        f"M {left} {y + drop} C {left + reach * 0.4} {y + drop * 0.35} 560 {y + 6} 600 {y}"
        f" C 640 {y + 6} {right - reach * 0.4} {y + drop * 0.35} {right} {y + drop}"
    )
    sheet.cord(bar, 22, Cloth(tint("#8a6a48"), "hair", 0.06, 0.2, 0.25, 12), drop=Drop())


def wire(sheet: Sheet, y: float, reach: float = 190, drop: float = 90, top: float = 150) -> None:
    """Lay a fine wire hanger with its hook."""
    low = y + drop
    arms = path(f"M {600 - reach} {low} L 590 {y + 6} Q 600 {y} 610 {y + 6} L {600 + reach} {low}")
    sheet.cord(arms, 7, metal(_DARK))
    hook(sheet, y + 4, top)
