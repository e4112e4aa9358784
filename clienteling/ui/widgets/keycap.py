"""A key drawn as a small cap, beside the act it starts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import draw_box, draw_words

HEIGHT = 20
_PADDING = 6


class Keycap(QLabel):
    """One key, for example ``Keycap(theme, "N")``; hidden on tills without a keyboard.

    Args:
        theme: The theme in force.
        key: What stands on it.
        fades: Whether it goes once the key is known; in a list of keys it stays.
    """

    def __init__(self, theme: Theme, key: str, *, fades: bool = True) -> None:
        super().__init__(key)
        self.theme = theme
        self._fades = fades
        self._put_away = False
        self._asked = True
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Show or hide with the till's setting, and measure again."""
        self.setFont(self.theme.font("key"))
        wanted = self._is_wanted()
        if not wanted:
            super().setVisible(False)
        elif self._put_away and self._asked and self.parentWidget() is not None:
            super().setVisible(True)
        self._put_away = not wanted
        self.updateGeometry()
        self.update()

    @override
    def setVisible(self, visible: bool) -> None:
        self._asked = visible
        super().setVisible(visible and self._is_wanted())

    def _is_wanted(self) -> bool:
        return self.theme.shows_key(self.text()) if self._fades else self.theme.shows_keys

    @override
    def sizeHint(self) -> QSize:
        return QSize(keycap_width(self.theme, self.text()), self.theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        draw_keycap(
            painter,
            self.theme,
            area,
            self.text(),
            self.theme.color("ink2"),
            self.theme.color("control"),
        )


def keycap_width(theme: Theme, key: str) -> int:
    """Return how wide a keycap is."""
    return max(theme.px(HEIGHT), round(theme.width("key", key)) + 2 * _PADDING)


def draw_keycap(
    painter: QPainter, theme: Theme, area: QRectF, key: str, ink: QColor, outline: QColor
) -> None:
    """Draw a keycap inside a button or a row."""
    draw_box(painter, area, RADIUS.control - 1, None, outline)
    draw_words(painter, area, key, theme.font("key"), ink, Qt.AlignmentFlag.AlignHCenter)
