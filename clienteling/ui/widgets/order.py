"""The order in which Tab goes from part to part: as one reads, wherever and whenever made."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

_WHOLE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
_ROOM = 24
_SLACK = 4
Measure = Callable[[QWidget], int]


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return what Tab stops at below a part: line by line, each from left to right."""
    found: list[QWidget] = []
    now = QApplication.focusWidget()
    for one in _as_read(root):
        if one is now or _takes_tab(one):
            found.append(one)
        if not isinstance(one, _WHOLE):
            found += tab_stops(one)
    return found


def step_focus(root: QWidget, step: int) -> None:
    """Give the focus to the next stop below a part, or the one before, and bring it in sight."""
    stops = tab_stops(root)
    now = QApplication.focusWidget()
    place = stops.index(now) if now in stops else -1 if step > 0 else 0
    for _one in stops:
        place = (place + step) % len(stops)
        target = _chosen_of(stops[place])
        if target is not now and not (now is not None and _chosen_of(stops[place]) is now):
            _focus(target, step)
            return


def _focus(target: QWidget, step: int) -> None:
    reason = Qt.FocusReason
    target.setFocus(reason.TabFocusReason if step > 0 else reason.BacktabFocusReason)
    above = target.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(target, _ROOM, _ROOM)
        above = above.parentWidget()


def _takes_tab(one: QWidget) -> bool:
    policy = one.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and one.isEnabled() and one.focusProxy() is None


def _chosen_of(stop: QWidget) -> QWidget:
    """Return the chosen one of choices that exclude each other: they are one stop."""
    group = stop.group() if isinstance(stop, QAbstractButton) else None
    if group is None or not group.exclusive():
        return stop
    chosen = group.checkedButton()
    if chosen is None or not (chosen.isVisible() and chosen.isEnabled()):
        return stop
    return chosen


def _as_read(root: QWidget) -> list[QWidget]:
    """Return the parts just below in the order one reads them."""
    parts = [
        one
        for one in root.children()
        if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()
    ]
    return _sorted(parts)


def _sorted(parts: list[QWidget]) -> list[QWidget]:
    """Cut into lines where a line is free across, else into columns, and each of them again."""
    for first, last in ((QWidget.y, QWidget.height), (QWidget.x, QWidget.width)):
        groups = _cut(parts, first, last)
        if len(groups) > 1:
            return [one for group in groups for one in _sorted(group)]
    return sorted(parts, key=lambda one: (one.y(), one.x()))


def _cut(parts: list[QWidget], start: Measure, size: Measure) -> list[list[QWidget]]:
    groups: list[list[QWidget]] = []
    reach = 0
    for one in sorted(parts, key=start):
        if groups and start(one) < reach - _SLACK:
            groups[-1].append(one)
        else:
            groups.append([one])
            reach = 0
        reach = max(reach, start(one) + size(one))
    return groups
