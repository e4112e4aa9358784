"""The card's own page: crumb, head, what to remember, and three columns that scroll together."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.screens.card.crumb import REACH, Crumb
from clienteling.ui.screens.card.header import Header
from clienteling.ui.screens.card.left import Household, Preferences, Sizes
from clienteling.ui.screens.card.right import LastPieces, Purchases, Wishes
from clienteling.ui.screens.card.story import Story
from clienteling.ui.screens.card.view_model import CardModel
from clienteling.ui.screens.card.writing import WritingField
from clienteling.ui.widgets import RememberStrip, ScrollPage, box, clear, column, line

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard
    from clienteling.queries.story import Moment

_COMPACT, _WIDE = 1440, 1728
_WIDEST = 1520
_BAR = 12
_STORY_LEAST = 380
_ROW = 74
_BEFORE_ROWS = 500
_NEAR = 240
_SECTION_GAP = 26


@dataclass(frozen=True, slots=True)
class Grid:
    """How the page is divided at a width; ``three`` says whether the right side stands apart."""

    compact: bool
    margin: int
    far: int
    left: int
    right: int
    gap: int
    three: bool


class Body(QWidget):
    """The card of one client.

    Args:
        desk: Theme, words, discreet view.
        model: Whose card, and what is done about her.
        plates: Pictures fitted to their frames.
    """

    asked_to_log = Signal(str)
    asked_page = Signal(str)
    asked_sheet = Signal(str, str)

    def __init__(self, desk: Desk, model: CardModel, plates: Plates) -> None:
        super().__init__()
        self.desk, self.theme, self.model, self._plates = desk, desk.theme, model, plates
        self._card: ClientCard | None = None
        self._grid: Grid | None = None
        self.alert = ""
        self.crumb = Crumb(desk, self.tr("Clients"))
        self.header: Header | None = None
        self._head = column()
        self.strip = RememberStrip(self.theme)
        self.writing = WritingField(desk)
        self.story = Story(desk, plates, only=model.only)
        self._left: QVBoxLayout = column()
        self._right: QVBoxLayout = column()
        self._left_box, self._right_box = box(self._left), box(self._right)
        self._middle = box(column(self.writing, 15, self.story, None))
        self._columns = line(self._left_box, self._middle, self._right_box, gap=0)
        self._columns.setStretch(1, 1)
        for part in (self._left_box, self._middle, self._right_box):
            self._columns.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self._content = column(self._columns, None)
        self.scroller = ScrollPage(self.theme, box(self._content))
        self.scroller.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scroller.setAccessibleName(self.tr("Client card"))
        self._first = column(self.crumb)
        self._top = column(10, self._head, 20, self.strip)
        whole = column(self._first, self._top, self.scroller)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._connect()

    def _connect(self) -> None:
        self.strip.add_pressed.connect(lambda: self.asked_sheet.emit("client", "remember"))
        self.writing.written.connect(self._write)
        self.writing.asked_to_log.connect(self.asked_to_log)
        self.story.chosen.connect(self.model.choose)
        self.story.asked_more.connect(self.model.more)
        self.story.edited.connect(self._edit_note)
        self.story.asked_to_log.connect(self.asked_to_log)
        self.story.removed.connect(self.model.acts.remove_note)
        self.model.told.connect(self._tell)
        self.model.placed.connect(self.crumb.show_place)
        self.scroller.verticalScrollBar().valueChanged.connect(self._scrolled)

    def regions(self) -> tuple[QWidget, ...]:
        """Return the regions of the page: what scrolls, crumb, head, and the columns."""
        head = (self.header,) if self.header is not None else ()
        return (self.scroller, self.crumb, *head, self._left_box, self._middle, self._right_box)

    def begin(self) -> None:
        """Make ready for another client: nothing of the one before stays on the page."""
        self._card = None
        self.story.begin()
        self.scroller.verticalScrollBar().setValue(0)
        if self.story.tabs.value != "all":
            self.story.tabs.choose("all")

    def show_card(self, card: "ClientCard") -> None:
        """Show a card; the same card again changes nothing."""
        if card == self._card:
            return
        self._card = card
        self.redraw()

    def redraw(self) -> None:
        """Draw the card again: the view, the width or the client is another."""
        card = self._card
        if card is None:
            return
        self._grid = grid = self._grid_now()
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self._set_margins(grid)
        self._draw_head(card, grid)
        self._draw_columns(card, grid)
        self.alert = _alert(card)
        self.strip.set_words(card.remember or "", alert=self.alert)
        self.story.set_first(max(4, (self.height() - _BEFORE_ROWS) // self.theme.px(_ROW)))
        self.model.story_again()
        if had_focus and QApplication.focusWidget() is None:
            self.scroller.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._grid is not None and self._grid != self._grid_now():
            self.redraw()

    def _draw_head(self, card: "ClientCard", grid: Grid) -> None:
        clear(self._head)
        self.header = Header(
            self.desk, card, self._plates, today=self.model.today, compact=grid.compact
        )
        self.header.asked_to_log.connect(lambda: self.asked_to_log.emit("note"))
        self.header.asked_lookbook.connect(self.model.acts.begin_lookbook)
        self.header.asked_consent.connect(lambda: self.asked_sheet.emit("consent", ""))
        self.header.asked_dates.connect(lambda: self.asked_sheet.emit("dates", ""))
        self._head.addWidget(self.header)

    def _draw_columns(self, card: "ClientCard", grid: Grid) -> None:
        for side in (self._left, self._right):
            clear(side)
        self._left_box.setFixedWidth(grid.left)
        self._right_box.setFixedWidth(grid.right if grid.three else 0)
        self._right_box.setVisible(grid.three)
        sizes = Sizes(self.desk, card, self.model.today)
        sizes.asked.connect(lambda about: self.asked_sheet.emit("sizes", about))
        tastes = Preferences(self.desk, card)
        tastes.asked.connect(lambda: self.asked_sheet.emit("preferences", ""))
        kin = Household(self.desk, card, self.model.today)
        kin.asked.connect(lambda: self.asked_sheet.emit("household", ""))
        kin.chosen.connect(lambda other: self.desk.go("clients", other))
        self._fill(self._left, (sizes, tastes, kin))
        width = grid.right if grid.three else grid.left
        bought = Purchases(self.desk, card)
        bought.asked.connect(lambda: self.asked_page.emit("purchases"))
        bought.asked_add.connect(lambda: self.asked_to_log.emit("piece"))
        wishes = Wishes(self.desk, card, width)
        wishes.asked.connect(lambda: self.asked_page.emit("wishes"))
        wishes.asked_add.connect(lambda: self.asked_sheet.emit("wish", ""))
        last = LastPieces(self.desk, card, width)
        last.asked.connect(lambda: self.asked_page.emit("purchases"))
        last.asked_add.connect(lambda: self.asked_to_log.emit("piece"))
        side = self._right if grid.three else self._left
        if not grid.three:
            side.addSpacing(_SECTION_GAP)
        self._fill(side, (bought, wishes, last))

    def _fill(self, side: QVBoxLayout, parts: tuple[QWidget, ...]) -> None:
        for number, part in enumerate(parts):
            if number:
                side.addSpacing(_SECTION_GAP)
            side.addWidget(part)

    def _set_margins(self, grid: Grid) -> None:
        low = self.height() < 860
        top = 2 if grid.compact else 8
        self._first.setContentsMargins(grid.margin - REACH[0], top, grid.far - REACH[1], 0)
        self._top.setContentsMargins(grid.margin, 0, grid.far, 0)
        bottom = 24 if low else 40
        self._content.setContentsMargins(
            grid.margin, 17 if grid.compact else 22, grid.far - _BAR, bottom
        )
        for place, gap in ((0, 2 if grid.compact else 10), (2, 14 if grid.compact else 20)):
            item = self._top.itemAt(place)
            spacer = item.spacerItem() if item is not None else None
            if spacer is not None:
                spacer.changeSize(0, gap)
        self._middle.setContentsMargins(grid.gap, 0, grid.gap if grid.three else 0, 0)
        self._top.invalidate()

    def _grid_now(self) -> Grid:
        window = self.window().width()
        compact = window < _COMPACT
        factor = self.theme.factor
        margin = 32 if compact else 40 if window < _WIDE else 64
        gap = 36 if compact else 44
        room = self.width() - 2 * margin
        far = max(margin, self.width() - margin - _WIDEST)
        room = min(room, _WIDEST)
        side = 340 if room >= 1480 else 290 if compact else 296
        left, right = round(side * factor), round(max(side, 300) * factor)
        three = room - left - right - 2 * gap >= _STORY_LEAST
        return Grid(compact, margin, far, left, right, gap, three)

    def _tell(self, moments: "tuple[Moment, ...]", is_more: bool) -> None:  # noqa: FBT001 - the signal's order
        if self._card is None:
            return
        whole = self.model.is_whole
        self.story.tell(moments, self.model.today, is_more=is_more, is_whole=whole)

    def _scrolled(self, value: int) -> None:
        bar = self.scroller.verticalScrollBar()
        if value and value >= bar.maximum() - _NEAR and self.story.can_go_on:
            self.story.further()

    def _write(self, words: str) -> None:
        self.model.acts.keep_note(words, lambda _id: self.writing.empty(), self.writing.refuse)

    def _edit_note(self, note_id: str, words: str) -> None:
        self.model.acts.edit_note(note_id, words, self.desk.fail)


def _alert(card: "ClientCard") -> str:
    told = []
    for one in card.allergies:
        words = QCoreApplication.translate("Body", "{what} allergy").format(what=one.words)
        both = QCoreApplication.translate("Body", "{what} — {detail}")
        told.append(both.format(what=words, detail=one.detail) if one.detail else words)
    return QCoreApplication.translate("Body", "; ", "between allergies").join(told)
