"""The pages of the lookbook at the canvas's left: chosen, added, moved by drag or by key."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QScroller, QVBoxLayout, QWidget
from typing_extensions import override

from clienteling.reports.page import Page
from clienteling.ui.lifting import Lifting
from clienteling.ui.painting import Pictures, page_pixmap
from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets import Button, Look, Press, ScrollPage, draw_box, draw_words

WIDTH = 66
_GAP = 8
_RING = 4  # the chosen page's outline stands clear of the paper, white in both themes


class PageThumb(Press):
    """A page in little, with its number below.

    Args:
        theme: The theme in force.
        number: Which page, from 0.
        pictures: Where its pictures come from.
    """

    stepped = Signal(int)
    moved = Signal(int)
    removed = Signal()
    dragged = Signal(int, QPoint)
    dropped = Signal(int, QPoint)

    def __init__(self, theme: Theme, number: int, pictures: Pictures) -> None:
        super().__init__(theme)
        self.number = number
        self._pictures = pictures
        self._page: Page | None = None
        self._drawn: QPixmap | None = None
        self._is_dragged = False
        self._lifting = Lifting(self, scrolls=True)
        self._lifting.lifted.connect(self._lift)
        self.setCheckable(True)
        self.setAutoExclusive(False)

    def show_page(self, page: Page, name: str) -> None:
        """Show a page; the same page again costs nothing."""
        self.setAccessibleName(name)
        if page != self._page:
            self._page = page
            self.redraw()
            self.updateGeometry()

    def redraw(self) -> None:
        """Draw the page again."""
        self._drawn = None
        self.update()

    @override
    def shape(self) -> QRectF:
        size = self._page.size if self._page else None
        height = WIDTH * size.height / size.width if size else WIDTH * 1.414
        return QRectF(_RING, _RING, WIDTH, round(height))

    @override
    def radius(self) -> float:
        return RADIUS.picture

    @override
    def sizeHint(self) -> QSize:
        height = round(self.shape().height()) + 2 * _RING + 2 + self.theme.line("s")
        return QSize(WIDTH + 2 * _RING, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        area = self.shape()
        if self._drawn is None and self._page is not None:
            dpr = self.devicePixelRatioF()
            self._drawn = page_pixmap(self._page, WIDTH, self._pictures, dpr=dpr)
        if self._drawn is not None:
            painter.drawPixmap(area.topLeft(), self._drawn)
        if shade := self.theme.colours.picture_shade:
            painter.fillRect(area, self.theme.color("scrim", shade))
        edge = self.theme.color("ink" if look.chosen else "hair2")
        reach = _RING if look.chosen else 0
        ring = area.adjusted(-reach, -reach, reach, reach)
        draw_box(painter, ring, self.radius(), None, edge, 2 if look.chosen else 1)
        words = QRectF(_RING, area.bottom() + _RING + 2, WIDTH, self.theme.line("s"))
        token = "ink" if look.chosen else "ink2"
        centre = Qt.AlignmentFlag.AlignHCenter
        number = str(self.number + 1)
        draw_words(painter, words, number, self.theme.font("s"), self.theme.color(token), centre)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Left}:
            self.stepped.emit(-1)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Right}:
            self.stepped.emit(1)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._lifting.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._is_dragged:
            self.dragged.emit(self.number, event.globalPosition().toPoint())
        else:
            self._lifting.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._lifting.end()
        if self._is_dragged:
            self._is_dragged = False
            self.setDown(False)
            self.dropped.emit(self.number, event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def _lift(self, at: QPoint) -> None:
        self._is_dragged = True
        self.dragged.emit(self.number, at)


class PageStrip(ScrollPage):
    """All pages below one another, and the way to one more.

    ``page_chosen(number)``, ``page_dropped(number, before)`` with numbers of composed pages,
    ``add_wanted``, ``remove_wanted``.

    Args:
        theme: The theme in force.
        pictures: Where the pages' pictures come from.
    """

    page_chosen = Signal(int)
    page_dropped = Signal(int, int)
    add_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__(theme)
        self._pictures = pictures
        self.thumbs: list[PageThumb] = []
        self.add = _AddPage(theme)
        self.add.clicked.connect(self.add_wanted)
        self._content = _Column(theme)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(_GAP)
        self._column.addWidget(self.add)
        self._column.addStretch(1)
        self._content.setLayout(self._column)
        self.set_content(self._content)
        self.setFixedWidth(WIDTH + 2 * _RING + 20)

    def show_pages(self, pages: tuple[Page, ...], chosen: int) -> None:
        """Show the composed pages, one of them chosen."""
        while len(self.thumbs) < len(pages):
            self._append()
        for thumb in self.thumbs[len(pages) :]:
            self._column.removeWidget(thumb)
            thumb.hide()
            thumb.deleteLater()
        del self.thumbs[len(pages) :]
        for number, (thumb, page) in enumerate(zip(self.thumbs, pages, strict=True)):
            name = self.tr("Page {number} of {count}, {name}")
            told = name.format(number=number + 1, count=len(pages), name=page.name)
            thumb.show_page(page, told)
            thumb.setChecked(number == chosen)
            policy = Qt.FocusPolicy.StrongFocus if number == chosen else Qt.FocusPolicy.ClickFocus
            thumb.setFocusPolicy(policy)
        if chosen < len(self.thumbs):
            self.ensureWidgetVisible(self.thumbs[chosen], 0, 12)

    def redraw(self) -> None:
        """Draw every page again: a picture has arrived."""
        for thumb in self.thumbs:
            thumb.redraw()

    def _append(self) -> None:
        number = len(self.thumbs)
        thumb = PageThumb(self.theme, number, self._pictures)
        thumb.clicked.connect(lambda: self.page_chosen.emit(number))
        thumb.stepped.connect(lambda step: self._step(number + step))
        thumb.removed.connect(self.remove_wanted)
        thumb.dragged.connect(self._drag)
        thumb.dropped.connect(self._drop)
        self._column.insertWidget(number, thumb)
        self.thumbs.append(thumb)

    def _step(self, number: int) -> None:
        if 0 <= number < len(self.thumbs):
            self.page_chosen.emit(number)
            self.thumbs[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _drag(self, _number: int, at: QPoint) -> None:
        QScroller.scroller(self.viewport()).stop()
        self._content.mark(self._before(at), self.thumbs)

    def _drop(self, number: int, at: QPoint) -> None:
        self._content.mark(None, self.thumbs)
        self.page_chosen.emit(number)
        self.page_dropped.emit(number, self._before(at))

    def _before(self, at: QPoint) -> int:
        y = self._content.mapFromGlobal(at).y()
        centres = [thumb.geometry().center().y() for thumb in self.thumbs]
        return next((n for n, centre in enumerate(centres) if y < centre), len(centres))


class _Column(QWidget):
    """The strip's content, with a bronze line where a dragged page would go."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._line = QWidget(self)
        self._line.setAutoFillBackground(True)
        self._theme = theme
        self._line.hide()

    def mark(self, before: int | None, thumbs: list[PageThumb]) -> None:
        """Show where the page would go; None shows nothing."""
        self._line.setVisible(before is not None)
        if before is None:
            return
        palette = self._line.palette()
        palette.setColor(self._line.backgroundRole(), self._theme.color("accent"))
        self._line.setPalette(palette)
        last = thumbs[-1].geometry().bottom() + _GAP
        y = thumbs[before].geometry().top() - _GAP + 1 if before < len(thumbs) else last
        self._line.setGeometry(8, max(0, y), WIDTH, 2)
        self._line.raise_()


class _AddPage(Button):
    """The way to one more page, as wide as the pages are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, icon="plus", name="+")

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH + 2 * _RING, 44)
