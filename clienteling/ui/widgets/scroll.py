"""Scrolling: 8 px bars that grow to 12 when pointed at, and kinetic scrolling by finger."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QScroller,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)
from typing_extensions import override

from clienteling.ui.theme import Theme

_WIDTH = 12
_REST = 8


class ScrollBar(QScrollBar):
    """A bar without arrows or track; the handle is drawn in ``hair2``."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        if self.orientation() is Qt.Orientation.Vertical:
            return QSize(_WIDTH, 48)
        return QSize(48, _WIDTH)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = QRectF(
            self.style().subControlRect(
                QStyle.ComplexControl.CC_ScrollBar,
                option,
                QStyle.SubControl.SC_ScrollBarSlider,
                self,
            )
        )
        thick = _WIDTH if self.underMouse() or self.isSliderDown() else _REST
        if self.orientation() is Qt.Orientation.Vertical:
            handle = QRectF(self.width() - thick, handle.top(), thick, handle.height())
        else:
            handle = QRectF(handle.left(), self.height() - thick, handle.width(), thick)
        handle = handle.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        token = "control" if self.isSliderDown() else "hair2"
        painter.setBrush(self.theme.color(token))
        painter.drawRoundedRect(handle, thick / 2 - 1, thick / 2 - 1)


def use_quiet_bars(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give a list or a page the kit's bars and finger scrolling."""
    area.setVerticalScrollBar(ScrollBar(theme, Qt.Orientation.Vertical))
    area.setHorizontalScrollBar(ScrollBar(theme, Qt.Orientation.Horizontal))
    area.setFrameShape(QFrame.Shape.NoFrame)
    if isinstance(area, QAbstractItemView):
        area.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)


class ScrollPage(QScrollArea):
    """A page that scrolls down; the ground behind it shows through."""

    def __init__(self, theme: Theme, content: QWidget | None = None) -> None:
        super().__init__()
        self.theme = theme
        use_quiet_bars(self, theme)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.set_content(content)

    def set_content(self, content: QWidget) -> None:
        """Show other content."""
        self.setWidget(content)
        content.setAutoFillBackground(False)
