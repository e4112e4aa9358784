"""Walk from one region of the window to the next, as ``F6`` does."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget


def walk(regions: Sequence[QWidget], step: int) -> None:
    """Focus the first part of the region that many steps from the one with focus.

    Args:
        regions: In their order; after the last comes the first.
        step: 1 or -1.
    """
    focus = QApplication.focusWidget()
    # The last one: a column lies within what scrolls, which is a region too.
    around = (
        i for i, one in enumerate(regions) if focus and (one is focus or one.isAncestorOf(focus))
    )
    here = max(around, default=0)
    _focus_first(regions[(here + step) % len(regions)])


def _focus_first(region: QWidget) -> None:
    reason = Qt.FocusReason.TabFocusReason
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus:
        region.setFocus(reason)
        return
    inside = [one for one in region.findChildren(QWidget) if one.isVisible()]
    inside.sort(key=lambda one: _reading_place(one, region))
    for one in inside:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled():
            one.setFocus(reason)
            return


def _reading_place(one: QWidget, region: QWidget) -> tuple[int, int]:
    corner = one.mapTo(region, QPoint(0, 0))
    return corner.y(), corner.x()
