"""The page being composed, on its canvas, with a spot to press on every frame."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.reports.page import Page, Rect
from clienteling.ui.lifting import Lifting
from clienteling.ui.painting import Pictures, page_pixmap, scale_for
from clienteling.ui.screens.composer.frame_look import draw_frame
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Look, Press, draw_shadow

_MARGIN = 16
_SHADOW = 7


class FrameSpot(Press):
    """A frame of the page: pressed to choose it, entered to place a piece.

    Args:
        theme: The theme in force.
        number: Which frame, from 0.
    """

    placed = Signal(int)
    opened = Signal(int)
    menu_wanted = Signal(int, QPoint)
    stepped = Signal(int)
    moved = Signal(int, int)
    emptied = Signal(int)
    dragged = Signal(int, QPoint)

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__(theme)
        self.number = number
        self.is_filled = False
        self.is_chosen = False
        self.is_aimed = False
        self._lifting = Lifting(self)
        self._lifting.lifted.connect(self._lift)

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def radius(self) -> float:
        return 0

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        draw_frame(painter, self.shape(), self, look)

    def show_state(self, *, filled: bool, chosen: bool, aimed: bool, name: str) -> None:
        """Show whether a piece is in it, whether it is chosen, whether a piece hovers above."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if (filled, chosen, aimed) == (self.is_filled, self.is_chosen, self.is_aimed):
            return
        self.is_filled, self.is_chosen, self.is_aimed = filled, chosen, aimed
        self.update()

    @override
    def event(self, e: QEvent) -> bool:
        """Claim ``Alt`` with an arrow from the window, where it goes back and forward."""
        if isinstance(e, QKeyEvent) and e.type() is QEvent.Type.ShortcutOverride:
            with_alt = bool(e.modifiers() & Qt.KeyboardModifier.AltModifier)
            if with_alt and Qt.Key(e.key()) in _STEPS:
                e.accept()
                return True
        return super().event(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not with_alt:
            self.placed.emit(self.number)
        elif step and with_alt:
            self.moved.emit(self.number, step)
        elif step:
            self.stepped.emit(step)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.emptied.emit(self.number)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.is_filled:
            self._lifting.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._lifting.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._lifting.end()
        super().mouseReleaseEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.opened.emit(self.number)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.mapToGlobal(self.rect().center())
        self.menu_wanted.emit(self.number, at)

    def _lift(self, at: QPoint) -> None:
        self.setDown(False)
        self.dragged.emit(self.number, at)


_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class PageCanvas(QWidget):
    """Shows one page as large as there is room, its frames as spots.

    ``spot_made`` hands over each new spot, so that whoever composes can listen to it.

    Args:
        theme: The theme in force.
        pictures: Where the page's pictures come from.
    """

    spot_made = Signal(object)

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self.theme = theme
        self._pictures = pictures
        self._page: Page | None = None
        self._drawn: QPixmap | None = None
        self.spots: list[FrameSpot] = []
        self.setMinimumSize(240, 260)
        theme.changed.connect(self.update)

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._page

    def show_page(self, page: Page | None) -> None:
        """Show a page; the same page again costs nothing."""
        if page == self._page:
            return
        self._page = page
        self._drawn = None
        self._place_spots()
        self.update()

    def redraw(self) -> None:
        """Draw the page again: a picture has arrived."""
        self._drawn = None
        self.update()

    def paper(self) -> QRect:
        """Return where the page lies on the canvas."""
        if self._page is None:
            return QRect()
        size = self._page.size
        room = QSize(self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN)
        width = min(room.width(), room.height() * size.width // size.height)
        height = round(width * size.height / size.width)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def frame_at(self, position: QPoint) -> int | None:
        """Return the frame under a point of the screen; None beside all of them."""
        at = self.mapFromGlobal(position)
        return next((s.number for s in self.spots if s.geometry().contains(at)), None)

    def aim(self, frame: int | None) -> None:
        """Show that a piece hovers above a frame."""
        for spot in self.spots:
            if spot.is_aimed != (spot.number == frame):
                spot.is_aimed = spot.number == frame
                spot.update()

    def focus_frame(self, frame: int) -> None:
        """Give a frame the focus."""
        if frame < len(self.spots):
            self.spots[frame].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn = None
        self._place_spots()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._page is None:
            return
        paper = self.paper()
        draw_shadow(painter, self.theme, paper, blur=_SHADOW, drop=2)
        if self._drawn is None:
            dpr = self.devicePixelRatioF()
            self._drawn = page_pixmap(self._page, paper.width(), self._pictures, dpr=dpr)
        painter.drawPixmap(paper.topLeft(), self._drawn)
        if shade := self.theme.colours.picture_shade:
            painter.fillRect(paper, self.theme.color("scrim", shade))

    def _place_spots(self) -> None:
        frames = self._page.frames if self._page else ()
        while len(self.spots) < len(frames):
            spot = FrameSpot(self.theme, len(self.spots))
            spot.setParent(self)
            self.spots.append(spot)
            self.spot_made.emit(spot)
        for spot in self.spots[len(frames) :]:
            spot.hide()
            spot.setParent(None)
            spot.deleteLater()
        del self.spots[len(frames) :]
        for spot, frame in zip(self.spots, frames, strict=True):
            spot.setGeometry(self._on_canvas(frame))
            spot.show()

    def _on_canvas(self, frame: Rect) -> QRect:
        paper = self.paper()
        if self._page is None:
            return QRect()
        scale = scale_for(self._page.size, paper.width())
        corner = QPointF(paper.x() + frame.x * scale, paper.y() + frame.y * scale)
        area = QRectF(corner.x(), corner.y(), frame.width * scale, frame.height * scale)
        return area.toAlignedRect()
