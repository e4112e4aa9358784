"""The base of palette, log sheet and dialog: a scrim, a sheet with a shadow, one at a time."""

from functools import lru_cache

import shiboken6
from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QGraphicsBlurEffect, QGraphicsScene, QWidget
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.base import draw_box
from clienteling.ui.widgets.order import step_focus, tab_stops

_BLUR = 40
_DROP = 10
_LEAST_MARGIN = 24
_RISE = 8
_RISE_MS = 180


class Overlay(QWidget):
    """A sheet over the window; ``Esc`` closes it and focus goes back to what opened it.

    Subclasses set a layout on ``self.sheet``. ``closed`` tells that it has gone.

    Args:
        theme: The theme in force.
        window: The window it covers.
        size: Width and height of the sheet; height 0 follows the content.
        top: Distance from the top; ``None`` centres it.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, window: QWidget, *, size: tuple[int, int], top: int | None = None
    ) -> None:
        super().__init__(window)
        self.theme = theme
        self._window = window
        self._size = size
        self._top = top
        self._opener: QWidget | None = None
        self._hides = False
        self._arrived = 1.0
        self._rise = QVariantAnimation(self)
        self._rise.setStartValue(0.0)
        self._rise.setEndValue(1.0)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._rise.valueChanged.connect(self._arrive)
        self.sheet = _Sheet(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        window.installEventFilter(self)
        theme.changed.connect(self.update)

    @property
    def is_open(self) -> bool:
        """Whether it covers the window now."""
        return self.isVisible()

    def open(self, focus: QWidget | None = None) -> None:
        """Cover the window, closing any other overlay, and give focus to a part of the sheet."""
        window = self._window
        for other in window.findChildren(Overlay):
            if other is not self and other.isVisible():
                other.close_sheet()
        if not self.isVisible():
            self._opener = QApplication.focusWidget()
        self.setGeometry(window.rect())
        self._begin_rise()
        self._place()
        self.show()
        self.raise_()
        target = focus or self.sheet.nextInFocusChain() or self
        if target.focusPolicy() is Qt.FocusPolicy.NoFocus and target.focusProxy() is None:
            target = next(iter(tab_stops(target) or tab_stops(self.sheet)), self)
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_hiding(self, hiding: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Hide the page below wholly (the discreet view), or let it show through the scrim."""
        self._hides = hiding
        self.update()

    def close_sheet(self) -> None:
        """Go away and give focus back to the opener."""
        if not self.isVisible():
            return
        opener, self._opener = self._opener, None
        self.hide()
        # A page that was written anew while it was covered has let its opener go.
        if opener is not None and shiboken6.isValid(opener) and opener.isVisible():
            opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self._place()
        return False

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._place()
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab within the sheet."""
        step_focus(self.sheet, 1 if next else -1)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
            return
        event.accept()  # Keys of the page below must not act while it is covered.

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._hides:
            painter.fillRect(self.rect(), self.theme.color("sunken"))
        else:
            opacity = self.theme.colours.scrim_opacity * self._arrived
            painter.fillRect(self.rect(), self.theme.color("scrim", opacity))
        draw_shadow(painter, self.theme, self.sheet.geometry())

    def _place(self) -> None:
        width = min(self._size[0], self.width() - 2 * _LEAST_MARGIN)
        wanted = self._size[1] or self._content_height(width)
        height = min(wanted, self.height() - 2 * _LEAST_MARGIN)
        top = (self.height() - height) // 2 if self._top is None else self._top
        top = max(_LEAST_MARGIN, min(top, self.height() - height - _LEAST_MARGIN))
        top += round((1 - self._arrived) * _RISE)
        self.sheet.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()

    def _begin_rise(self) -> None:
        milliseconds = self.theme.motion(_RISE_MS)
        self._rise.stop()
        self._arrived = 0.0 if milliseconds else 1.0
        if milliseconds:
            self._rise.setDuration(milliseconds)
            self._rise.start()

    def _arrive(self, share: float) -> None:
        self._arrived = share
        self._place()

    def _content_height(self, width: int) -> int:
        layout = self.sheet.layout()
        if layout is None:
            return self.sheet.sizeHint().height()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()


class _Sheet(QWidget):
    """The paper of the overlay."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, area = self.theme.color, QRectF(self.rect())
        edge = color("hair2") if self.theme.is_dark else None
        draw_box(painter, area, RADIUS.overlay, color("surface"), edge)


def draw_shadow(
    painter: QPainter, theme: Theme, sheet: QRect, *, blur: int = _BLUR, drop: int = _DROP
) -> None:
    """Draw the soft neutral shadow of an overlay, a toast or a dragged piece."""
    size = sheet.size()
    picture = _shadow(size.width(), size.height(), blur, theme.colours.shadow_opacity)
    corner = sheet.topLeft() - QPoint(blur * 2, blur * 2 - drop)
    painter.drawPixmap(corner, picture)


@lru_cache(maxsize=8)
def _shadow(width: int, height: int, blur: int, opacity: float) -> QPixmap:
    """Blur a black rectangle once for each size.

    A tinted shadow of low opacity shifts its hue when it is drawn, so the black is neutral.
    """
    reach = blur * 2
    size = QSize(width, height)
    canvas = QImage(size + QSize(2 * reach, 2 * reach), QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(Qt.GlobalColor.transparent)
    shape = QPixmap(size)
    shape.fill(Qt.GlobalColor.black)
    scene = QGraphicsScene()
    item = scene.addPixmap(shape)
    effect = QGraphicsBlurEffect()
    effect.setBlurRadius(blur)
    item.setGraphicsEffect(effect)
    painter = QPainter(canvas)
    whole = QRectF(canvas.rect())
    scene.render(painter, whole, QRectF(-reach, -reach, whole.width(), whole.height()))
    # The effect ignores the painter's opacity, so the whole is thinned afterwards.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(whole, QColor(0, 0, 0, round(255 * opacity)))
    painter.end()
    return QPixmap.fromImage(canvas)
