"""A month to pick a day from, by finger, mouse or arrow keys."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import draw_box, draw_words
from clienteling.ui.widgets.button import icon_button
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import column, line

_CELL = 40
_WEEK = 7
_ROWS = 6


class DayPicker(QWidget):
    """One month; ``picked(date)`` tells the day that was pressed.

    Args:
        theme: The theme in force.
        locale: Names of months and days, and which day begins a week.
        today: Ringed.
        chosen: Filled; the month shown first.
        earliest: Days before it cannot be picked.
    """

    picked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        locale: QLocale,
        *,
        today: date,
        chosen: date | None = None,
        earliest: date | None = None,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._locale = locale
        self.month = _Month(theme, locale, today, chosen or today, earliest)
        self._title = PlainLabel(theme, role="bb")
        back = icon_button(theme, "caret-left", self.tr("Month before"))
        on = icon_button(theme, "caret-right", self.tr("Next month"))
        head = line(self._title, None, back, on, gap=0, margins=(10, 0, 0, 0))
        self.setLayout(column(head, self.month))
        self.setFocusProxy(self.month)
        back.clicked.connect(lambda: self.month.turn(-1))
        on.clicked.connect(lambda: self.month.turn(1))
        self.month.moved.connect(self._name_month)
        self.month.picked.connect(self.picked)
        self._name_month()

    def _name_month(self) -> None:
        day = self.month.day
        name = self._locale.standaloneMonthName(day.month)
        self._title.set_text(f"{name} {day.year}")


class _Month(QWidget):
    """The grid of days; the day the keys stand on is kept when the month turns."""

    picked = Signal(object)
    moved = Signal()

    def __init__(
        self, theme: Theme, locale: QLocale, today: date, day: date, earliest: date | None
    ) -> None:
        super().__init__()
        self.theme = theme
        self._locale = locale
        self._today = today
        self.day = day
        self._chosen = day
        self._earliest = earliest
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()
        theme.changed.connect(self.updateGeometry)

    def turn(self, months: int) -> None:
        """Show another month, on the same day of it or its last."""
        moved = QDate(self.day.year, self.day.month, self.day.day).addMonths(months)
        self._move(date(moved.year(), moved.month(), moved.day()))

    @override
    def sizeHint(self) -> QSize:
        side = self.theme.px(_CELL)
        return QSize(_WEEK * side, (_ROWS + 1) * side)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_WEEK,
            Qt.Key.Key_Down: _WEEK,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._move(self.day + timedelta(days=steps[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turn(-1 if key is Qt.Key.Key_PageUp else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._pick(self.day)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self._pick(day)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, centre = self.theme.px(_CELL), Qt.AlignmentFlag.AlignHCenter
        short = QLocale.FormatType.ShortFormat
        for place in range(_WEEK):
            number = (self._first_weekday() - 1 + place) % _WEEK + 1
            name = self._locale.standaloneDayName(number, short)[:2]
            area = QRectF(place * side, 0, side, side)
            font, ink = self.theme.font("c"), self.theme.color("ink3")
            draw_words(painter, area, name, font, ink, centre)
        for place in range(_ROWS * _WEEK):
            self._draw_day(painter, self._start() + timedelta(days=place), place)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day drawn at a point."""
        side = self.theme.px(_CELL)
        place, row = point.x() // side, point.y() // side - 1
        if row < 0 or not 0 <= place < _WEEK:
            return None
        return self._start() + timedelta(days=row * _WEEK + place)

    def _draw_day(self, painter: QPainter, day: date, place: int) -> None:
        side, color = self.theme.px(_CELL), self.theme.color
        area = QRectF(place % _WEEK * side, (place // _WEEK + 1) * side, side, side)
        inner = area.adjusted(2, 2, -2, -2)
        ink = "ink" if day.month == self.day.month else "ink3"
        if day == self._chosen:
            draw_box(painter, inner, RADIUS.control, color("ink"), None)
            ink = "onink"
        elif day == self._today:
            draw_box(painter, inner, RADIUS.control, None, color("control"))
        if day == self.day and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("ink"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS.control, RADIUS.control)
        painter.setOpacity(1.0 if self._may_pick(day) else 0.4)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_words(painter, area, str(day.day), self.theme.font("b"), color(ink), centre)
        painter.setOpacity(1.0)

    def _start(self) -> date:
        first = self.day.replace(day=1)
        return first - timedelta(days=(first.isoweekday() - self._first_weekday()) % _WEEK)

    def _first_weekday(self) -> int:
        return self._locale.firstDayOfWeek().value

    def _may_pick(self, day: date) -> bool:
        return self._earliest is None or day >= self._earliest

    def _move(self, day: date) -> None:
        self.day = day
        self._tell()
        self.moved.emit()
        self.update()

    def _tell(self) -> None:
        words = self._locale.toString(QDate(self.day.year, self.day.month, self.day.day))
        self.setAccessibleName(words)

    def _pick(self, day: date) -> None:
        if self._may_pick(day):
            self._chosen = day
            self._move(day)
            self.picked.emit(day)
