"""How the page is divided: a little drawing of each layout to press."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget
from typing_extensions import override

from clienteling.reports.frames import Sheet, frames
from clienteling.reports.lookbook import Layout
from clienteling.reports.page import PageSize
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Look, Press, draw_box, mix

_SIZE = QSize(46, 62)
_COLUMNS = 4
_INSET = 4
_SHOWN = (
    Layout.ONE,
    Layout.ONE_AND_THREE,
    Layout.FOUR,
    Layout.TWO,
    Layout.SIX,
    Layout.DIPTYCH,
    Layout.WORDS,
    Layout.COVER,
)


class LayoutCell(Press):
    """One layout in little.

    Args:
        theme: The theme in force.
        layout: Which.
    """

    def __init__(self, theme: Theme, layout: Layout) -> None:
        self.layout_shown = layout
        super().__init__(theme)
        self.setCheckable(True)

    @override
    def sizeHint(self) -> QSize:
        return _SIZE

    @override
    def minimumSizeHint(self) -> QSize:
        return _SIZE

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color = self.theme.color
        edge = color("ink") if look.chosen else mix(color("control"), color("ink"), look.hover)
        fill = color("sel") if look.pressed else color("surface")
        draw_box(painter, self.shape(), self.radius(), fill, edge, 2 if look.chosen else 1)
        ink = color("ink2" if look.chosen else "hair2")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for area in _drawing(self.layout_shown, self.shape()):
            painter.fillRect(area, ink)


class LayoutCells(QWidget):
    """All layouts; ``chosen`` carries the value of the one pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cells = {layout: LayoutCell(theme, layout) for layout in _SHOWN}
        group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(7)
        grid.setVerticalSpacing(8)
        for number, (layout, cell) in enumerate(self.cells.items()):
            group.addButton(cell)
            cell.clicked.connect(lambda _on, value=layout.value: self.chosen.emit(value))
            place = (number // _COLUMNS, number % _COLUMNS)
            grid.addWidget(cell, *place, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(_COLUMNS, 1)
        self.setLayout(grid)
        self.retranslate()

    def retranslate(self) -> None:
        """Name every layout again in the window's language."""
        self.setAccessibleName(self.tr("Layout"))
        for layout, cell in self.cells.items():
            cell.set_name(layout_name(layout))

    def show_layout(self, value: str) -> None:
        """Show which layout the page has."""
        for layout, cell in self.cells.items():
            cell.setChecked(layout.value == value)


def layout_name(layout: Layout) -> str:
    """Return a layout's name."""
    tr = QCoreApplication.translate
    return {
        Layout.COVER: tr("Composer", "Cover"),
        Layout.ONE: tr("Composer", "One piece"),
        Layout.ONE_AND_THREE: tr("Composer", "One large, three small"),
        Layout.TWO: tr("Composer", "Two pieces"),
        Layout.FOUR: tr("Composer", "Four pieces"),
        Layout.SIX: tr("Composer", "Six pieces"),
        Layout.DIPTYCH: tr("Composer", "Diptych"),
        Layout.WORDS: tr("Composer", "Words only"),
    }[layout]


def _drawing(layout: Layout, cell: QRectF) -> list[QRectF]:
    """Return the layout's frames fitted into a cell, the letter as lines."""
    inside = cell.adjusted(_INSET, _INSET, -_INSET, -_INSET)
    if layout is Layout.WORDS:
        left, width = inside.left() + 4, inside.width() - 8
        tops = (inside.top() + 10 + 7 * row for row in range(5))
        return [QRectF(left, top, width * (0.6 if n == 4 else 1), 2) for n, top in enumerate(tops)]
    area = Sheet(PageSize.A4).area(titled=False, letter_height=0)
    held = frames(
        layout, PageSize.A4, area=area, captions=[40] * 6 if layout is Layout.SIX else ()
    )
    left, top = min(f.x for f in held), min(f.y for f in held)
    width, height = max(f.right for f in held) - left, max(f.bottom for f in held) - top
    scale = min(inside.width() / width, inside.height() / height)
    if layout is Layout.COVER:
        scale *= 0.62
    dx = inside.left() + (inside.width() - width * scale) / 2
    dy = inside.top() + (inside.height() - height * scale) / 2
    if layout is Layout.COVER:
        dy = inside.top() + 5
    found = [
        QRectF(
            round(dx + (f.x - left) * scale),
            round(dy + (f.y - top) * scale),
            max(2, round(f.width * scale) - 1),
            max(2, round(f.height * scale) - 1),
        )
        for f in held
    ]
    if layout is Layout.COVER:
        found.append(QRectF(inside.left() + 12, inside.bottom() - 9, inside.width() - 24, 2))
    return found
