"""How the palette's lines are drawn; what matched is bronze and underlined."""

import re
from datetime import date

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from clienteling.queries.find import Hit, Why
from clienteling.queries.highlight import Span, digit_spans
from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.screens.palette.lines import (
    ActLine,
    ClientLine,
    Heading,
    Line,
    PieceLine,
)
from clienteling.ui.screens.palette.lines_model import LINE_ROLE
from clienteling.ui.widgets import (
    HIDDEN,
    draw_availability,
    draw_box,
    draw_keycap,
    draw_picture,
    draw_plate,
    draw_words,
    keycap_width,
)
from clienteling.ui.widgets.keycap import HEIGHT as KEY_HEIGHT
from clienteling.ui.widgets.pictures import PLATE_SMALL

_HEIGHTS = {Heading: 34, ClientLine: 64, PieceLine: 64, ActLine: 46}
_LEFT, _WORDS, _RIGHT = 22, 76, 20
_BAR = 2
_NATIVE_GAP = 8
_HALF_A_YEAR = 180
_TWO_DIGITS = re.compile("2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
"""Country codes of two digits; all others but 1 and 7 have three. Source: ITU-T E.164, list D."""


class LineDelegate(QStyledItemDelegate):
    """Draws headings, clients, pieces and acts.

    Args:
        desk: Theme, words, discreet view.
        plates: Pictures fitted to the lines.
        parent: The list.
    """

    def __init__(self, desk: Desk, plates: Plates, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.theme = desk.theme
        self._plates = plates

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(10, self.theme.px(_HEIGHTS[type(index.data(LINE_ROLE))]))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area = QRectF(option.rect)
        one: Line = index.data(LINE_ROLE)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(area, self.theme.color("sel"))
            bar = QRectF(area.left(), area.top(), _BAR, area.height())
            painter.fillRect(bar, self.theme.color("ink"))
        match one:
            case Heading(words):
                self._heading(painter, area, words)
            case ClientLine(hit):
                self._client(painter, area, hit, chosen=chosen)
            case PieceLine():
                self._piece(painter, area, one)
            case ActLine():
                self._act(painter, area, one, chosen=chosen)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRectF, words: str) -> None:
        inner = area.adjusted(24, 8, -_RIGHT, 0)
        draw_words(painter, inner, words, self.theme.font("o"), self.theme.color("ink2"))

    def _client(self, painter: QPainter, area: QRectF, hit: Hit, *, chosen: bool) -> None:
        self._plate(painter, area, hit.portrait, hit.monogram)
        first, second = self._two_lines(area)
        room = self._remark(painter, area, self._adviser(hit), with_key=chosen)
        first.setRight(room)
        second.setRight(room)
        used = self._marked(painter, first, hit.display, hit.display_spans, "bb", "ink")
        if hit.native and used < first.width() - 40:
            rest = first.adjusted(used + _NATIVE_GAP, 0, 0, 0)
            self._marked(painter, rest, hit.native, hit.native_spans, "b", "ink")
        self._client_detail(painter, second, hit)

    def _client_detail(self, painter: QPainter, area: QRectF, hit: Hit) -> None:
        left = area
        parts: list[tuple[str, tuple[Span, ...]]] = []
        if hit.city:
            parts.append((hit.city, ()))
        if hit.matched and hit.why is Why.PHONE:
            parts.append(self._number(hit.matched, hit.matched_spans))
        elif hit.matched:
            parts.append((hit.matched, hit.matched_spans))
        elif hit.phone:
            parts.append((self.desk.words.phone_in_list(spaced(hit.phone)), ()))
        if hit.last_seen_on:
            seen = QCoreApplication.translate("Palette", "last seen {day}")
            parts.append((seen.format(day=self._day(hit.last_seen_on)), ()))
        for number, (words, places) in enumerate(parts):
            shown, shift = (f" · {words}", 3) if number else (words, 0)
            moved = tuple((start + shift, length) for start, length in places)
            used = self._marked(painter, left, shown, moved, "s", "ink2")
            left = left.adjusted(used, 0, 0, 0)

    def _number(self, number: str, places: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
        """Show the last four digits where what was typed is among them, else the whole number."""
        typed = "".join(number[start : start + length] for start, length in places)
        digits = "".join(filter(str.isdigit, typed))
        short = self.desk.words.phone_in_list(spaced(number))
        found = digit_spans(short.split()[-1], digits)
        shift = len(short) - len(short.split()[-1])
        if found:
            return short, tuple((start + shift, length) for start, length in found)
        return number, places

    def _piece(self, painter: QPainter, area: QRectF, one: PieceLine) -> None:
        piece, translate = one.piece, QCoreApplication.translate
        self._plate(painter, area, piece.picture, "")
        first, second = self._two_lines(area)
        price = ""
        if piece.price is not None:
            money = self.desk.words.money(piece.price.minor, piece.price.currency)
            price = HIDDEN if self.desk.discreet else money
        right = self._remark(painter, area, price, with_key=False)
        first.setRight(right)
        self._marked(painter, first, piece.name, piece.name_spans, "bb", "ink")
        words = " · ".join(part for part in (piece.colour, piece.style_no) if part)
        font, ink = self.theme.font("s"), self.theme.color("ink2")
        draw_words(painter, second, words, font, ink)
        used = self.theme.width("s", words) + 16
        place = second.adjusted(used, 0, 0, 0)
        if piece.here:
            here = translate("Palette", "{count} here").format(count=piece.here)
            draw_availability(painter, self.theme, place, here, "here")
        elif piece.elsewhere:
            elsewhere = translate("Palette", "in another boutique")
            draw_availability(painter, self.theme, place, elsewhere, "elsewhere")

    def _act(self, painter: QPainter, area: QRectF, one: ActLine, *, chosen: bool) -> None:
        side = self.theme.px(20)
        dpr = painter.device().devicePixelRatio()
        icon = self.theme.icon(one.icon, "ink" if chosen else "ink2", side, dpr)
        left = area.left() + _LEFT + (PLATE_SMALL[0] - side) / 2
        painter.drawPixmap(round(left), round(area.center().y() - side / 2), icon)
        right = area.right() - _RIGHT
        if self.theme.shows_keys:
            for key in reversed(one.keys):
                right = self._key(painter, area, right, key) - 5
        words = QRectF(area.left() + _WORDS, area.top(), 0, area.height())
        words.setRight(right - 10)
        font = self.theme.font("b", words=one.words)
        draw_words(painter, words, one.words, font, self.theme.color("ink"))

    def _plate(self, painter: QPainter, area: QRectF, sha256: str | None, initials: str) -> None:
        width, height = PLATE_SMALL
        top = round(area.center().y() - height / 2)
        plate = QRectF(area.left() + _LEFT, top, width, height)
        dpr = painter.device().devicePixelRatio()
        picture = self._plates.get(sha256, width, height, dpr)
        if picture is not None:
            draw_picture(painter, self.theme, plate, picture)
        elif initials:
            draw_plate(painter, self.theme, plate, initials)
        else:
            draw_box(painter, plate, 2, self.theme.color("sunken"), None)

    def _two_lines(self, area: QRectF) -> tuple[QRectF, QRectF]:
        high, low = self.theme.line("bb"), self.theme.line("s")
        top = area.center().y() - (high + low) / 2
        left, width = area.left() + _WORDS, area.width() - _WORDS - _RIGHT
        return QRectF(left, top, width, high), QRectF(left, top + high, width, low)

    def _remark(self, painter: QPainter, area: QRectF, words: str, *, with_key: bool) -> float:
        """Draw quiet words at the right; return where the room left of them ends."""
        right = area.right() - _RIGHT
        if with_key and self.theme.shows_keys:
            right = self._key(painter, area, right, "↵") - 12
        if not words:
            return right
        width = self.theme.width("s", words)
        box = QRectF(right - width, area.top(), width + 1, area.height())
        draw_words(painter, box, words, self.theme.font("s"), self.theme.color("ink2"))
        return right - width - 12

    def _key(self, painter: QPainter, area: QRectF, right: float, key: str) -> float:
        width, height = keycap_width(self.theme, key), self.theme.px(KEY_HEIGHT)
        left = round(right - width)
        box = QRectF(left, round(area.center().y() - height / 2), width, height)
        color = self.theme.color
        draw_keycap(painter, self.theme, box, key, color("ink2"), color("control"))
        return left

    def _marked(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        places: tuple[Span, ...],
        role: str,
        token: str,
    ) -> float:
        """Draw words with what matched in bronze and underlined; return how wide they are."""
        font = self.theme.font(role)  # type: ignore[arg-type] # a role of the caller's
        accent = self.theme.color("accent")
        return draw_marked(painter, area, text, places, font, self.theme.color(token), accent)

    def _adviser(self, hit: Hit) -> str:
        if hit.mine or not hit.adviser:
            return ""
        words = QCoreApplication.translate("Palette", "with {name}")
        return words.format(name=hit.adviser.split()[0])

    def _day(self, day: date) -> str:
        zone = self.desk.me.store.time_zone if self.desk.me else "UTC"
        today = self.desk.backend.clock.today(zone)
        if day.year == today.year or (today - day).days < _HALF_A_YEAR:
            return self.desk.words.month_day(day.month, day.day)
        return str(day.year)


def draw_marked(
    painter: QPainter,
    area: QRectF,
    text: str,
    places: tuple[Span, ...],
    font: QFont,
    ink: QColor,
    accent: QColor,
) -> float:
    """Draw one line of words whose matched places are underlined; return how wide it is."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) > area.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, area.width()))
    baseline = round(area.top() + (area.height() - metrics.height()) / 2 + metrics.ascent())
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(round(area.left()), baseline, text)
    for start, length in places:
        part = text[start : start + length]
        if not part:
            continue
        left = area.left() + metrics.horizontalAdvance(text[:start])
        width = metrics.horizontalAdvance(text[: start + length]) + area.left() - left
        box = QRectF(round(left), area.top() - 2, width, area.height() + 4)
        painter.save()
        # The whole is drawn again within the place, so that kerning and joined letters stay.
        painter.setClipRect(box)
        painter.setPen(accent)
        painter.drawText(round(area.left()), baseline, text)
        painter.restore()
        painter.fillRect(QRectF(round(left), baseline + 2, round(width), 1), accent)
    return metrics.horizontalAdvance(text)


def spaced(number: str) -> str:
    """Part the country's code from a number in standard form, as lists show it.

    >>> spaced("+390212344471"), spaced("+35312345678"), spaced("0212344471")
    ('+39 0212344471', '+353 12345678', '0212344471')
    """
    if not number.startswith("+") or " " in number:
        return number
    digits = number[1:]
    length = 1 if digits[:1] in {"1", "7"} else 2 if _TWO_DIGITS.match(digits) else 3
    return f"+{digits[:length]} {digits[length:]}"
