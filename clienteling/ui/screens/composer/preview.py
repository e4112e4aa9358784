"""The lookbook as it will be on paper, page by page, above the composer."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.reports.lookbook_source import Composition
from clienteling.reports.page import Page
from clienteling.ui.desk import Desk
from clienteling.ui.painting import Pictures, ShelfPictures, page_pixmap, without_prices
from clienteling.ui.sheet import Sheet
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Button, PlainLabel, column, draw_shadow, icon_button, line

_MARGIN = 16


class PreviewSheet(Sheet):
    """Shows pages large; arrows turn them. ``print_wanted`` and ``pdf_wanted`` go on from here."""

    size_wanted = (1040, 1400)
    top_wanted = None
    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        theme = desk.theme
        self._pages: tuple[Page, ...] = ()
        self._made: Composition | None = None
        self._number = 0
        self.paper = _Paper(theme, ShelfPictures(desk.pictures))
        self._title = PlainLabel(theme, role="d28", elide=True)
        self._count = PlainLabel(theme, role="s", color="ink2")
        self._before = icon_button(theme, "caret-left", "")
        self._next = icon_button(theme, "caret-right", "")
        self._close = icon_button(theme, "x", "")
        self._print = Button(theme, "", icon="printer")
        self._pdf = Button(theme, "", kind="primary")
        self._before.clicked.connect(lambda: self.turn(-1))
        self._next.clicked.connect(lambda: self.turn(1))
        self._close.clicked.connect(self.close_sheet)
        self._print.clicked.connect(lambda: self._go_on(self.print_wanted))
        self._pdf.clicked.connect(lambda: self._go_on(self.pdf_wanted))
        head = line(self._title, None, self._print, self._pdf, self._close, gap=10)
        head.setStretch(0, 1)
        foot = line(None, self._before, self._count, self._next, None, gap=10)
        layout = column(head, 8, self.paper, 4, foot, margins=(28, 16, 20, 10))
        layout.setStretch(2, 1)
        self.sheet.setLayout(layout)
        desk.pictures.arrived.connect(lambda _: self.paper.redraw())
        desk.discreet_changed.connect(lambda _: self._show())
        self.retranslate()
        desk.language_changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Write every word again in the window's language."""
        self.setAccessibleName(self.tr("Preview"))
        self._before.set_name(self.tr("Page before"))
        self._next.set_name(self.tr("Next page"))
        self._close.set_name(self.tr("Close"))
        self._print.set_text(self.tr("Print"))
        self._pdf.set_text(self.tr("Make PDF"))

    def show_lookbook(self, made: Composition, number: int) -> None:
        """Show a lookbook from a page on."""
        self._made, self._number = made, number
        self._title.set_text(made.snapshot.title.strip() or self.tr("Untitled"))
        self._show()

    @override
    def begin(self, *about: str) -> None:
        self.open(self.paper)

    def turn(self, step: int) -> None:
        """Turn pages."""
        self._number = max(0, min(len(self._pages) - 1, self._number + step))
        self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up}:
            self.turn(-1)
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Space}:
            self.turn(1)
        elif key == Qt.Key.Key_Home:
            self.turn(-len(self._pages))
        elif key == Qt.Key.Key_End:
            self.turn(len(self._pages))
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        if self._made is None:
            return
        pages = self._made.pages
        if self.desk.discreet:
            pages = tuple(without_prices(page, self._made.snapshot) for page in pages)
        self._pages = pages
        page = pages[self._number]
        words = self.tr("Page {number} of {count}")
        told = words.format(number=self._number + 1, count=len(pages))
        self._count.set_text(told)
        self.paper.show_page(page, f"{told}, {page.name}")
        self._before.setEnabled(self._number > 0)
        self._next.setEnabled(self._number + 1 < len(pages))

    def _go_on(self, wanted: object) -> None:
        self.close_sheet()
        wanted.emit()  # type: ignore[attr-defined]  # a bound signal


class _Paper(QWidget):
    """One page as large as there is room."""

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self.theme = theme
        self._pictures = pictures
        self._page: Page | None = None
        self._drawn: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_page(self, page: Page, name: str) -> None:
        """Show a page, and say which it is."""
        self._page, self._drawn = page, None
        self.setAccessibleName(name)
        self.update()

    def redraw(self) -> None:
        """Draw the page again: a picture has arrived."""
        self._drawn = None
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 848)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(300, 300)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("sunken"))
        if self._page is None:
            return
        paper = self._place(self._page)
        draw_shadow(painter, self.theme, paper, blur=7, drop=2)
        if self._drawn is None or self._drawn.deviceIndependentSize().width() != paper.width():
            dpr = self.devicePixelRatioF()
            self._drawn = page_pixmap(self._page, paper.width(), self._pictures, dpr=dpr)
        painter.drawPixmap(paper.topLeft(), self._drawn)
        if self.hasFocus():
            painter.setPen(self.theme.color("hair2"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _place(self, page: Page) -> QRect:
        room_width, room_height = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        width = min(room_width, room_height * page.size.width // page.size.height)
        height = round(width * page.size.height / page.size.width)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
