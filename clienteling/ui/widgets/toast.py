"""The toast: one quiet line after an act, with the way back."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import Look, Press, draw_box, draw_words
from clienteling.ui.widgets.icon import IconLabel
from clienteling.ui.widgets.keycap import HEIGHT, draw_keycap, keycap_width
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import line
from clienteling.ui.widgets.overlay import draw_shadow
from clienteling.ui.widgets.section import Rule

_HEIGHT = 56
_SHADOW = 24
_MILLISECONDS = 8000
_READING_MS = 90
"""A long sentence stays longer: so long for each of its letters."""

_WIDEST, _BESIDE_WORDS = 760, 32


class Toast(QWidget):
    """Shows one message at a time at the bottom left of the content, for eight seconds or more.

    It stays while it is pointed at or focused. ``undone`` tells that the act was taken back.

    Args:
        theme: The theme in force.
        content: The content area it lies over.
        margin: Distance from the left and bottom of the content.
    """

    undone = Signal()

    def __init__(self, theme: Theme, content: QWidget, *, margin: int = 40) -> None:
        super().__init__(content)
        self.theme = theme
        self._content = content
        self._margin = margin
        self._act: Callable[[], None] | None = None
        self._icon = IconLabel(theme, "check", color="onink", size=20)
        self._words = PlainLabel(theme, role="b", color="onink", wrap=True, lines=4)
        self._rule = Rule(theme, color="ink2", vertical=True)
        self.action = _ToastAction(theme)
        edge = _SHADOW
        layout = line(
            self._icon, self._words, self._rule, self.action, gap=14,
            margins=(edge + 18, edge, edge + 16, edge),
        )  # fmt: skip
        layout.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        layout.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)
        self.hide()
        self._timer = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._timer.timeout.connect(self._expire)
        self.action.clicked.connect(self._take_back)
        content.installEventFilter(self)
        theme.changed.connect(self._place)

    @property
    def words(self) -> str:
        """The sentence shown now, or last."""
        return self._words.text()

    def show_words(
        self,
        words: str,
        *,
        act: Callable[[], None] | None = None,
        act_word: str = "",
        key: str = "",
        icon: str = "check",
    ) -> None:
        """Show a sentence, perhaps with an act (Undo, Open); the one before makes way."""
        self._act = act
        self._words.set_text(words)
        self._icon.set_icon(icon)
        self.action.show_act(act_word or self.tr("Undo"), key)
        for part in (self._rule, self.action):
            part.setVisible(act is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(max(_MILLISECONDS, _READING_MS * len(words)))
        # Its many enumerations are loaded with the first words, not with the window.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        polite = QAccessibleAnnouncementEvent(self, words)
        QAccessible.updateAccessibility(polite)

    def undo(self) -> bool:
        """Take the last act back, as ``Ctrl+Z`` does; tell whether there was one."""
        act, self._act = self._act, None
        self.hide()
        if act is None:
            return False
        act()
        self.undone.emit()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = _SHADOW
        area = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        draw_shadow(painter, self.theme, area.toRect(), blur=_SHADOW // 2, drop=4)
        draw_box(painter, area, RADIUS.control, self.theme.color("ink"), None)

    def _place(self) -> None:
        content = self._content
        room = content.width() - 2 * (self._margin - _SHADOW)
        whole = self.sizeHint().width()
        width = min(whole, room, self.theme.px(_WIDEST) + 2 * _SHADOW)
        # What is too long for one line is told in several, never cut.
        words = self._words.heightForWidth(self._words.sizeHint().width() - whole + width)
        height = max(self.theme.px(_HEIGHT), words + _BESIDE_WORDS) + 2 * _SHADOW
        top = content.height() - self._margin + _SHADOW - height
        self.setGeometry(self._margin - _SHADOW, top, width, height)

    def _take_back(self) -> None:
        self.undo()

    def _expire(self) -> None:
        if self.isAncestorOf(QApplication.focusWidget() or self._content):
            self._timer.start()
        else:
            self.hide()


class _ToastAction(Press):
    """The act on the toast, drawn on ink."""

    def __init__(self, theme: Theme) -> None:
        self._key = ""
        super().__init__(theme)

    def show_act(self, word: str, key: str) -> None:
        self._key = key
        self.set_text(word)

    @override
    def sizeHint(self) -> QSize:
        key = keycap_width(self.theme, self._key) + 12 if self._shows_key() else 0
        return QSize(math.ceil(self.theme.width("bb", self.words)) + key + 4, self.theme.px(44))

    @override
    def shape(self) -> QRectF:
        return QRectF(self.rect()).adjusted(-2, 8, 2, -8)

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        ink = self.theme.color("onink")
        words = QRectF(0, 0, self.width(), self.height())
        draw_words(painter, words, self.words, self.theme.font("bb"), ink)
        if look.hover > 0.5:
            under = self.height() / 2 + self.theme.line("bb") / 2
            width = self.theme.width("bb", self.words)
            painter.fillRect(QRectF(0, round(under), round(width), 1), ink)
        if self._shows_key():
            width, height = keycap_width(self.theme, self._key), self.theme.px(HEIGHT)
            left = self.width() - width - 2
            area = QRectF(left, round((self.height() - height) / 2), width, height)
            outline = self.theme.color("onink", 0.5)
            draw_keycap(painter, self.theme, area, self._key, ink, outline)

    def _shows_key(self) -> bool:
        return self.theme.shows_key(self._key)
