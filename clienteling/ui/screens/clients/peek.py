"""A peek at a client over the list: Space opens and closes it, Enter goes to the card."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.ui.client_preview import ClientPreview
from clienteling.ui.desk import Desk
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import Button, column, line


class PeekSheet(Sheet):
    """A client at a glance; ``open_asked(client_id)`` goes on to her card.

    Args:
        desk: What it works with.
        window: The window it covers.
    """

    size_wanted = (400, 0)
    top_wanted = None
    open_asked = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self._client_id = ""
        self.preview = ClientPreview(desk)
        self.button = Button(desk.theme, "", kind="primary", key="↵")
        self.button.clicked.connect(self._go_on)
        acts = line(None, self.button)
        self.sheet.setLayout(column(self.preview, 24, acts, margins=(28, 28, 28, 24)))

    @override
    def begin(self, *about: str) -> None:
        """Show the client of an id, once she has been read."""
        from clienteling.queries.client_card import client_card

        (self._client_id,) = about
        self.setAccessibleName(self.tr("A peek at the card"))
        self.button.set_text(self.tr("Open the card"))
        me = self.desk.me
        self.desk.ask(
            self,
            client_card,
            self._show,
            latest="peek",
            client_id=self._client_id,
            today=self.desk.backend.clock.today(me.store.time_zone if me else "UTC"),
            store_id=me.store.id if me else None,
            language=self.desk.theme.language,
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on()
        elif event.key() == Qt.Key.Key_Space:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def _show(self, card: object) -> None:
        self.preview.show_card(card)  # type: ignore[arg-type] # what the query returns
        self.open(self)

    def _go_on(self) -> None:
        self.close_sheet()
        self.open_asked.emit(self._client_id)
