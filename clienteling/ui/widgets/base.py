"""What every pressed part shares: states, hover fade, keyboard focus ring and accessible name."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.focus import fit_ring, hide_ring, is_key_focus, show_ring

DISABLED_OPACITY = 0.4
_HOVER_MS = 120
_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Look:
    """The states a part is drawn in; ``hover`` runs from 0 to 1 while it fades."""

    hover: float
    pressed: bool
    chosen: bool
    enabled: bool


class Press(QAbstractButton):
    """Anything that can be pressed; subclasses draw themselves and say their size.

    Args:
        theme: The theme in force.
        text: Words shown, exactly as given (an ampersand stays an ampersand).
        name: Accessible name and tooltip where the words alone don't say it.
    """

    def __init__(self, theme: Theme, text: str = "", *, name: str | None = None) -> None:
        super().__init__()
        self.theme = theme
        self._words = ""
        self._fade: QVariantAnimation | None = None
        self.set_text(text)
        if name is not None:
            self.set_name(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and draw again under the theme now in force."""
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """The words shown."""
        return self._words

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_name(self, name: str) -> None:
        """Say what it is to a screen reader; shown as a tooltip when there are no words."""
        self.setAccessibleName(name)
        if not self._words:
            self.setToolTip(name)

    def shape(self) -> QRectF:
        """Return the drawn shape inside the (often larger) hit box."""
        return QRectF(self.rect())

    def radius(self) -> float:
        """Return the corner radius of the shape."""
        return RADIUS.control

    def draw(self, painter: QPainter, look: Look) -> None:
        """Draw the part; opacity for the disabled state is already set."""
        raise NotImplementedError

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(DISABLED_OPACITY)
        self.draw(painter, self._look())

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._fade_to(1.0)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._fade_to(0.0)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if is_key_focus(event):
            show_ring(self, self.theme, self.shape(), self.radius())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            hide_ring(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_ring(self, self.theme, self.shape(), self.radius())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        hide_ring(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def _look(self) -> Look:
        fade = self._fade
        running = fade is not None and fade.state() is QVariantAnimation.State.Running
        hover = float(fade.currentValue()) if fade and running else float(self.underMouse())
        enabled = self.isEnabled()
        return Look(hover if enabled else 0.0, self.isDown(), self.isChecked(), enabled)

    def _fade_to(self, end: float) -> None:
        if self._fade is None:
            self._fade = QVariantAnimation(self)
            self._fade.valueChanged.connect(self.update)
        self._fade.stop()
        self._fade.setStartValue(1.0 - end)
        self._fade.setEndValue(end)
        self._fade.setDuration(self.theme.motion(_HOVER_MS))
        self._fade.start()
        self.update()


def mix(start: QColor, end: QColor, share: float) -> QColor:
    """Return the colour ``share`` of the way from one to the other."""
    if share <= 0:
        return start
    if share >= 1:
        return end
    return QColor.fromRgbF(
        start.redF() + (end.redF() - start.redF()) * share,
        start.greenF() + (end.greenF() - start.greenF()) * share,
        start.blueF() + (end.blueF() - start.blueF()) * share,
        start.alphaF() + (end.alphaF() - start.alphaF()) * share,
    )


def draw_box(
    painter: QPainter,
    shape: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None,
    width: float = 1,
) -> None:
    """Draw a rounded box whose border lies on the pixel grid inside the shape."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    inset = width / 2 if border is not None else 0
    corner = max(0.0, radius - inset)
    painter.drawRoundedRect(shape.adjusted(inset, inset, -inset, -inset), corner, corner)


def draw_words(
    painter: QPainter,
    area: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line of words centred on the height of the area, cut with an ellipsis if too long.

    Args:
        painter: Where to draw.
        area: The box; the words are placed in it.
        text: One line of plain words.
        font: The role's font.
        color: The token's colour.
        align: Left, right or centre.
    """
    metrics = QFontMetricsF(font)
    left = area.left()
    # Measuring shapes the words once more. No plain letter is wider than the font is high, so most
    # words of a list need not be measured to know that they fit.
    if align is not _LEFT or not text.isascii() or len(text) * font.pixelSize() > area.width():
        width = metrics.horizontalAdvance(text)
        if width > area.width() + 0.5:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            width = metrics.horizontalAdvance(text)
        if align & Qt.AlignmentFlag.AlignRight:
            left = area.right() - width
        elif align & Qt.AlignmentFlag.AlignHCenter:
            left = area.left() + (area.width() - width) / 2
    baseline = area.top() + (area.height() - metrics.height()) / 2 + metrics.ascent()
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(round(left), round(baseline), text)
