"""An icon standing on its own, redrawn when the theme changes."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from clienteling.ui.theme import Theme


class IconLabel(QLabel):
    """A Phosphor icon in a token's colour; give ``name`` when it alone carries meaning."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        color: str = "ink2",
        size: int = 20,
        name: str = "",
    ) -> None:
        super().__init__()
        self.theme = theme
        self._icon = icon
        self._color = color
        self._size = size
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and draw again under the theme now in force."""
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str, color: str | None = None) -> None:
        """Show another icon, perhaps in another colour."""
        self._icon = icon
        self._color = color or self._color
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self.theme.px(self._size)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        side = self.theme.px(self._size)
        corner = QPoint((self.width() - side) // 2, (self.height() - side) // 2)
        picture = self.theme.icon(self._icon, self._color, side, self.devicePixelRatioF())
        painter.drawPixmap(corner, picture)
