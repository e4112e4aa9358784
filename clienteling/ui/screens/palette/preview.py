"""The preview at the right of the palette: the chosen client or piece."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from clienteling.domain.ids import Id
from clienteling.queries.catalogue_find import PieceHit
from clienteling.ui.client_preview import ClientPreview
from clienteling.ui.desk import Desk
from clienteling.ui.plates import PictureFrame, Plates
from clienteling.ui.widgets import (
    HIDDEN,
    EmptyState,
    PlainLabel,
    ScrollPage,
    box,
    clear,
    column,
    line,
)

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard

_MARGIN = 28
_PIECE = (240, 300)


class PalettePreview(QWidget):
    """Shows a client, a piece, or nothing.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._plates = Plates(desk.pictures)
        self.client = ClientPreview(desk)
        page = ScrollPage(
            desk.theme, box(column(self.client, margins=(_MARGIN, _MARGIN, _MARGIN, 12)))
        )
        self._client_page = page
        self._piece = QWidget()
        self._piece_column = column(margins=(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
        self._piece.setLayout(self._piece_column)
        self._nothing = QWidget()
        self._nothing_column = column()
        self._nothing.setLayout(self._nothing_column)
        self._stack = QStackedLayout()
        for one in (self._nothing, self._client_page, self._piece):
            self._stack.addWidget(one)
        self.setLayout(self._stack)

    def ask_client(self, client_id: Id) -> None:
        """Read a client and show her, unless she is shown already."""
        from clienteling.queries.client_card import client_card

        card = self.client.card
        if card is not None and card.person.id == client_id:
            self._stack.setCurrentWidget(self._client_page)
            return
        me = self.desk.me
        self.desk.ask(
            self,
            client_card,
            self._show_client,
            failed=self._gone,
            latest="preview",
            client_id=client_id,
            today=self.desk.backend.clock.today(me.store.time_zone if me else "UTC"),
            store_id=me.store.id if me else None,
            language=self.desk.theme.language,
        )

    def forget(self) -> None:
        """Show nobody until somebody is chosen; what was read before may have changed."""
        self.client.show_card(None)
        self.show_nothing(typed=False)

    def show_piece(self, piece: PieceHit) -> None:
        """Show a piece with its picture, colour and price."""
        theme = self.desk.theme
        clear(self._piece_column)
        price = ""
        if piece.price is not None:
            price = self.desk.words.money(piece.price.minor, piece.price.currency)
        shown = HIDDEN if self.desk.discreet and price else price
        frame = PictureFrame(self.desk, self._plates, piece.picture, _PIECE, name=piece.name)
        facts = " · ".join(part for part in (piece.colour, piece.style_no) if part)
        for part in (
            line(frame, None),
            16,
            PlainLabel(theme, piece.name, role="d26", wrap=True, lines=2),
            4,
            PlainLabel(theme, facts, role="s", color="ink2", elide=True),
            8,
            PlainLabel(theme, shown, role="b"),
        ):
            if isinstance(part, int):
                self._piece_column.addSpacing(part)
            elif isinstance(part, QWidget):
                self._piece_column.addWidget(part)
            else:
                self._piece_column.addLayout(part)
        self._piece_column.addStretch(1)
        self._stack.setCurrentWidget(self._piece)

    def show_nothing(self, *, typed: bool) -> None:
        """Leave the place empty, with a word where something was looked for in vain."""
        clear(self._nothing_column)
        if typed:
            empty = EmptyState(
                self.desk.theme,
                icon="magnifying-glass",
                title=self.tr("Nobody found by these words"),
                words=self.tr("Fewer letters find more."),
            )
            self._nothing_column.addWidget(empty)
        self._stack.setCurrentWidget(self._nothing)

    def _show_client(self, card: "ClientCard") -> None:
        self.client.show_card(card)
        self._stack.setCurrentWidget(self._client_page)

    def _gone(self, error: Exception) -> None:
        del error
        self.show_nothing(typed=False)
