"""The rail at left: places, and the state of sharing."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import Look, Press, draw_box, draw_words

SyncState = Literal["saved", "sharing", "offline", "compare", "attention"]
_SYNC: dict[SyncState, tuple[str, str]] = {
    "saved": ("cloud-check", "pos"),
    "sharing": ("arrows-clockwise", "ink2"),
    "offline": ("cloud-slash", "cau"),
    "compare": ("git-pull-request", "cau"),
    "attention": ("warning-circle", "cau"),
}
_EDGE = 12


class RailItem(Press):
    """One place in the rail, with a number of things left to do where it has one.

    Args:
        theme: The theme in force.
        text: The place.
        icon: Name of a Phosphor icon.
        compact: Icon over an 11 px label, for narrow windows.
    """

    def __init__(self, theme: Theme, text: str, icon: str, *, compact: bool = False) -> None:
        self._icon_name = icon
        self._number = ""
        self._compact = compact
        super().__init__(theme, text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_number(self, number: int) -> None:
        """Show how many things are left to do; 0 shows nothing."""
        self._number = str(number) if number else ""
        self.setAccessibleDescription(
            self.tr("{count} left").format(count=number) if number else ""
        )
        self.update()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Draw the narrow form."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(84, self.theme.px(60)) if self._compact else QSize(216, self.theme.px(44))

    @override
    def shape(self) -> QRectF:
        edge = 6 if self._compact else _EDGE
        return QRectF(self.rect()).adjusted(edge, 1, -edge, -1)

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color = self.theme.color
        if look.chosen:
            draw_box(painter, self.shape(), RADIUS.control, color("sel"), None)
            bar = QRectF(0, self.height() / 2 - 12, 2, 24)
            painter.fillRect(bar, color("ink"))
        elif look.pressed:
            draw_box(painter, self.shape(), RADIUS.control, color("sel"), None)
        token = "ink" if look.chosen or look.hover > 0.5 else "ink2"
        if self._compact:
            self._draw_compact(painter, token)
        else:
            self._draw_full(painter, token, chosen=look.chosen)

    def _draw_full(self, painter: QPainter, token: str, *, chosen: bool) -> None:
        side = self.theme.px(20)
        dpr = self.devicePixelRatioF()
        picture = self.theme.icon(self._icon_name, token, side, dpr)
        painter.drawPixmap(_EDGE + 14, (self.height() - side) // 2, picture)
        left = _EDGE + 14 + side + 12
        right = self.width() - _EDGE - 8
        area = QRectF(left, 0, right - left, self.height())
        font = self.theme.font("bb" if chosen else "bm")
        draw_words(painter, area, self.words, font, self.theme.color(token))
        if self._number:
            align = Qt.AlignmentFlag.AlignRight
            font = self.theme.font("sm" if chosen else "s")
            draw_words(painter, area, self._number, font, self.theme.color(token), align)

    def _draw_compact(self, painter: QPainter, token: str) -> None:
        side = self.theme.px(22)
        dpr = self.devicePixelRatioF()
        top = self.theme.px(10)
        picture = self.theme.icon(self._icon_name, token, side, dpr)
        painter.drawPixmap((self.width() - side) // 2, top, picture)
        area = QRectF(4, top + side + 2, self.width() - 8, self.theme.line("c"))
        font = self.theme.font("key")
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_words(painter, area, self.words, font, self.theme.color(token), centre)
        if self._number:
            corner = QRectF(self.width() / 2 + side / 2, 4, 26, self.theme.line("c"))
            draw_words(painter, corner, self._number, font, self.theme.color(token))


class SyncLine(Press):
    """Where sharing stands, in words; never a spinner. Pressed, it lists what waits.

    Args:
        theme: The theme in force.
        stacked: The second line below the first, as in the rail; otherwise beside it.
    """

    def __init__(self, theme: Theme, *, stacked: bool = True) -> None:
        self._state: SyncState = "saved"
        self._detail = ""
        self._stacked = stacked
        self._compact = False
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_state(self, state: SyncState, words: str, detail: str = "") -> None:
        """Show a state: "Saved", "Sharing", "Offline" or "2 to compare", and what it means."""
        self._state = state
        self._detail = detail
        self.set_text(words)
        self.setAccessibleDescription(detail)
        self._say()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Draw the icon alone, as in narrow windows; the words are then its tooltip."""
        self._compact = compact
        self._say()
        self.updateGeometry()

    @property
    def state(self) -> SyncState:
        """The state shown."""
        return self._state

    @property
    def detail(self) -> str:
        """The second line."""
        return self._detail

    @override
    def sizeHint(self) -> QSize:
        if self._compact:
            return QSize(84, self.theme.px(52))
        height = self.theme.px(60 if self._stacked else 27)
        return QSize(216 if self._stacked else 300, height)

    @override
    def shape(self) -> QRectF:
        return QRectF(self.rect()).adjusted(5, 5, -5, -5)

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        icon, token = _SYNC[self._state]
        if look.chosen or look.pressed:
            draw_box(painter, self.shape(), RADIUS.control, self.theme.color("sel"), None)
        if look.chosen:
            bar = QRectF(0, self.height() / 2 - 12, 2, 24)
            painter.fillRect(bar, self.theme.color("ink"))
        side = self.theme.px(22 if self._compact else 20)
        start = _EDGE + 14 if self._stacked else 0
        if self._compact:
            start = (self.width() - side) // 2
        dpr = self.devicePixelRatioF()
        picture = self.theme.icon(icon, token, side, dpr)
        painter.drawPixmap(start, (self.height() - side) // 2, picture)
        if not self._compact:
            self._draw_words(painter, start + side + (12 if self._stacked else 10))

    def _draw_words(self, painter: QPainter, left: int) -> None:
        room = self.width() - left - 8
        first, second = self.theme.line("sm"), self.theme.line("c")
        strong, quiet = self.theme.font("sm"), self.theme.font("c" if self._stacked else "s")
        ink, ink2 = self.theme.color("ink"), self.theme.color("ink2")
        if not self._stacked:
            area = QRectF(left, 0, room, self.height())
            draw_words(painter, area, self.words, strong, ink)
            area.setLeft(left + self.theme.width("sm", self.words) + 8)
            draw_words(painter, area, self._detail, quiet, self.theme.color("ink3"))
            return
        top = (self.height() - first - second) / 2
        draw_words(painter, QRectF(left, top, room, first), self.words, strong, ink)
        draw_words(painter, QRectF(left, top + first, room, second), self._detail, quiet, ink2)

    def _say(self) -> None:
        hidden = f"{self.words} · {self._detail}" if self._detail else self.words
        self.setToolTip(hidden if self._compact else "")
        self.update()
