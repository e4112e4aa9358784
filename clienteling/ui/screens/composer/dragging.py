"""A piece carried by the pointer: its picture, tilted, above everything."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from clienteling.ui.painting import PAPER
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import draw_shadow

PICTURE = QSize(96, 120)
_EDGE = 4
_TILT = -4
_ROOM = 40


class Dragging(QObject):
    """Follows the pointer from the moment a drag began until it is let go.

    ``moved`` and ``dropped`` carry what is carried and where the pointer is on the screen;
    ``ended`` comes after either a drop or ``Esc``.

    Args:
        theme: The theme in force.
        page: What the picture floats above.
    """

    moved = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    ended = Signal()

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._ghost = _Ghost(theme, page)
        self._carried: object | None = None

    @property
    def is_carrying(self) -> bool:
        """Whether a piece is carried now."""
        return self._carried is not None

    def begin(self, carried: object, picture: QPixmap | None, at: QPoint) -> None:
        """Take something up at a point of the screen."""
        self._carried = carried
        self._ghost.show_picture(picture)
        self._follow(at)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)

    def end(self) -> None:
        """Let it go, wherever it is."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        QGuiApplication.restoreOverrideCursor()
        self._carried = None
        self._ghost.hide()
        self.ended.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._carried is None or not isinstance(watched, QWidget):
            return False
        if isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            if event.type() is QEvent.Type.MouseMove:
                self._follow(at)
            elif event.type() is QEvent.Type.MouseButtonRelease:
                carried = self._carried
                self.end()
                self.dropped.emit(carried, at)
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        return False

    def _follow(self, at: QPoint) -> None:
        self._ghost.follow(at)
        self.moved.emit(self._carried, at)


class _Ghost(QWidget):
    """The picture in the air."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self.theme = theme
        self._page = page
        self._picture: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(PICTURE + QSize(2 * _ROOM, 2 * _ROOM))
        self.hide()

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show a picture already cut to its size; None shows the ground."""
        self._picture = picture
        self.show()
        self.raise_()

    def follow(self, at: QPoint) -> None:
        """Hang below the pointer."""
        corner = self._page.mapFromGlobal(at)
        self.move(corner - QPoint(self.width() // 2, self.height() // 2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(_TILT)
        area = QRectF(-PICTURE.width() / 2, -PICTURE.height() / 2, *PICTURE.toTuple())
        card = area.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
        draw_shadow(painter, self.theme, card.toRect(), blur=12, drop=6)
        painter.fillRect(card, QColor(PAPER))
        if self._picture is None:
            painter.fillRect(area, self.theme.color("sunken"))
        else:
            painter.drawPixmap(area.toRect(), self._picture)
