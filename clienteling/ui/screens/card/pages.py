"""The pages of the card: all purchases, and the whole wish list."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.screens.card.crumb import REACH, Crumb
from clienteling.ui.screens.card.receipt import Receipt
from clienteling.ui.screens.card.tiles import ShelfTile, wish_tile
from clienteling.ui.screens.card.view_model import CardModel
from clienteling.ui.widgets import (
    Button,
    EmptyState,
    FlowLayout,
    Menu,
    PlainLabel,
    ScrollPage,
    box,
    clear,
    column,
    line,
)

if TYPE_CHECKING:
    from clienteling.queries.card_pieces import WishFact
    from clienteling.queries.client_card import ClientCard
    from clienteling.queries.purchases import PurchaseRow

_PAGE = 40
_WIDEST = 980
_NEAR = 240
_TILE = 148


class _Page(QWidget):
    """A page of the card: crumb, title in serif, and what scrolls below."""

    asked_sheet = Signal(str, str)
    asked_to_log = Signal(str)

    def __init__(self, desk: Desk, model: CardModel) -> None:
        super().__init__()
        self.desk, self.theme, self.model = desk, desk.theme, model
        self.client_id: Id | None = None
        self.crumb = Crumb(desk, self.tr("Card"), is_page=True)
        self.title = PlainLabel(self.theme, role="d40", elide=True)
        self.context = PlainLabel(self.theme, role="i20", color="ink2", elide=True)
        self.rows: QVBoxLayout = column()
        self.scroller = ScrollPage(self.theme, box(column(self.rows, None)))
        self.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = line(self.title, self.context, None, gap=14)
        self.head.setAlignment(self.context, Qt.AlignmentFlag.AlignBottom)
        self._page = column(8, self.head, 16, self.scroller)
        self._page.setStretch(3, 1)
        self._first = column(self.crumb)
        whole = column(self._first, self._page)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        model.shown.connect(self._take_card)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = 32 if self.window().width() < 1440 else 40
        self._first.setContentsMargins(margin - REACH[0], 8, margin - REACH[1], 0)
        self._page.setContentsMargins(margin, 0, margin, 24)

    def show_client(self, client_id: Id) -> None:
        """Show the page of a client."""
        self.client_id = client_id
        if self.model.card is not None and self.model.card.person.id == client_id:
            self._take_card(self.model.card, False)

    def redraw(self) -> None:
        """Show it anew in the view now in force."""
        if self.client_id is not None:
            self.show_client(self.client_id)

    def _take_card(self, card: "ClientCard", _is_other: bool) -> None:  # noqa: FBT001 - the signal's order
        if card.person.id == self.client_id:
            self.context.set_text(card.person.display)
            self.fill(card)

    def fill(self, card: "ClientCard") -> None:
        """Show what the page holds."""
        raise NotImplementedError


class PurchasesPage(_Page):
    """Every receipt with its pieces, newest first; further ones come by scrolling.

    Args:
        desk: Theme, words, discreet view.
        model: Whose purchases.
    """

    def __init__(self, desk: Desk, model: CardModel) -> None:
        super().__init__(desk, model)
        self.title.set_text(self.tr("Purchases"))
        self.scroller.setAccessibleName(self.tr("Purchases"))
        self._plates = Plates(desk.pictures)
        self._last: PurchaseRow | None = None
        self._is_whole = True
        self.scroller.verticalScrollBar().valueChanged.connect(self._scrolled)

    @override
    def fill(self, card: "ClientCard") -> None:
        self._ask(None)

    def _ask(self, last: "PurchaseRow | None") -> None:
        from clienteling.queries.purchases import purchases

        self.desk.ask(
            self,
            purchases,
            partial(self._take, self.client_id, last is not None),
            latest="purchases",
            client_id=self.client_id,
            before=(last.sold_at, last.id) if last else None,
            limit=_PAGE,
            language=self.theme.language,
        )

    def _take(self, client_id: Id | None, is_more: bool, found: "tuple[PurchaseRow, ...]") -> None:  # noqa: FBT001 - bound by partial
        if client_id != self.client_id:
            return
        if not is_more:
            clear(self.rows)
        for one in found:
            row = Receipt(self.desk, one, self._plates, self.model.today)
            row.setMaximumWidth(round(_WIDEST * self.theme.factor))
            row.size_said.connect(self._note_size)
            self.rows.addWidget(row)
        self._is_whole = len(found) < _PAGE
        self._last = found[-1] if found else self._last
        if not found and not is_more:
            page = EmptyState(
                self.theme,
                icon="handbag-simple",
                title=self.tr("No purchases yet"),
                words=self.tr("What is bought stands here."),
                act=self.tr("Log a piece"),
            )
            page.pressed.connect(lambda: self.asked_to_log.emit("piece"))
            self.rows.addWidget(page)

    def _note_size(self, line_id: Id, variant_id: Id) -> None:
        from clienteling.services.log import note_size

        self.scroller.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.act(
            self, note_size, self.tr("Size noted"), line_id=line_id, variant_id=variant_id
        )

    def _scrolled(self, value: int) -> None:
        bar = self.scroller.verticalScrollBar()
        if value and value >= bar.maximum() - _NEAR and not self._is_whole and self._last:
            self._is_whole = True  # Until the answer says otherwise: one question at a time.
            self._ask(self._last)


class WishesPage(_Page):
    """The whole wish list as tiles; a wish is taken off by key, by its menu or by long press.

    Args:
        desk: Theme, words, discreet view.
        model: Whose wishes.
    """

    def __init__(self, desk: Desk, model: CardModel) -> None:
        super().__init__(desk, model)
        self.title.set_text(self.tr("Wish list"))
        self.scroller.setAccessibleName(self.tr("Wish list"))
        add = Button(self.theme, self.tr("Add a wish"), icon="plus", key="W")
        add.clicked.connect(lambda: self.asked_sheet.emit("wish", ""))
        self.head.addWidget(add)

    @override
    def fill(self, card: "ClientCard") -> None:
        clear(self.rows)
        shown = [
            one for one in card.wishes if not (self.desk.discreet and one.hide_from_client_id)
        ]
        if not shown:
            page = EmptyState(
                self.theme,
                icon="heart",
                title=self.tr("No wishes noted"),
                words=self.tr("A wish is a piece, or words where the house has none yet."),
                act=self.tr("Add a wish"),
            )
            page.pressed.connect(lambda: self.asked_sheet.emit("wish", ""))
            self.rows.addWidget(page)
            return
        tiles = [self._tile(one) for one in shown]
        self.rows.addWidget(box(FlowLayout(*tiles, gap=24, line_gap=28)))

    def _tile(self, wish: "WishFact") -> QWidget:
        tile = wish_tile(self.desk, wish, self.theme.px(_TILE))
        holder = _WishTile(self.desk, tile, wish)
        holder.asked_edit.connect(lambda: self.asked_sheet.emit("wish", wish.id))
        holder.asked_drop.connect(partial(self._drop, wish.id))
        return holder

    def _drop(self, wish_id: Id) -> None:
        from clienteling.services.wishes import drop_wish

        self.desk.act(self, drop_wish, self.tr("Wish taken off"), wish_id=wish_id)


class _WishTile(QWidget):
    """A wish's tile with when it was noted, and its menu."""

    asked_edit = Signal()
    asked_drop = Signal()

    def __init__(self, desk: Desk, tile: ShelfTile, wish: "WishFact") -> None:
        super().__init__()
        self.theme = desk.theme
        day = self.tr("noted {day}").format(day=desk.words.long_day(wish.noted_on))
        noted = PlainLabel(self.theme, day, role="c", color="ink2", elide=True)
        noted.setFixedWidth(tile.sizeHint().width())
        self.setLayout(column(tile, 2, noted))
        tile.clicked.connect(self._open_menu)
        self.setFocusProxy(tile)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.asked_drop.emit()
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu()

    def _open_menu(self) -> None:
        menu = Menu(self.theme, self)
        menu.addAction(self.tr("Edit the wish")).triggered.connect(self.asked_edit)
        menu.addAction(self.tr("Take it off the list")).triggered.connect(self.asked_drop)
        menu.popup(self.mapToGlobal(self.rect().center()))
