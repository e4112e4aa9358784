"""The client card and its pages, as the shell shows them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.screen import Key, Screen
from clienteling.ui.screens.card.announce import announce_at_once
from clienteling.ui.screens.card.body import Body
from clienteling.ui.screens.card.pages import PurchasesPage, WishesPage
from clienteling.ui.screens.card.sheets import SHEETS
from clienteling.ui.screens.card.view_model import CardModel
from clienteling.ui.widgets import EmptyState, Menu

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard
    from clienteling.ui.sheet import Sheet

_PICTURES = "*.jpg *.jpeg *.png *.webp *.heic *.tif *.tiff *.bmp *.gif"


class CardScreen(Screen):
    """A client's card: ``go("clients", id)`` shows it, ``id/purchases``, ``id/wishes`` its pages.

    Args:
        desk: What the page works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = CardModel(desk, self)
        self._plates = Plates(desk.pictures)
        self._sheets: dict[str, Sheet] = {}
        self._told_of: Id | None = None
        self._menu: Menu | None = None
        self._stack = QStackedLayout()
        self.setLayout(self._stack)
        self._build()
        self.model.shown.connect(self._show)
        self.model.gone.connect(self._say_gone)
        desk.language_changed.connect(self._speak)
        desk.discreet_changed.connect(self._redraw)
        desk.theme.changed.connect(self._resize_text)
        self._factor = desk.theme.factor

    # What a screen answers

    @override
    def show_thing(self, thing: Id | None) -> None:
        client_id, _, page = (thing or "").partition("/")
        if client_id != self.model.client_id:
            self._keep_words()
            self.body.begin()
            self.model.show(client_id)
        if page == "purchases":
            self.purchases.show_client(client_id)
        elif page == "wishes":
            self.wishes.show_client(client_id)
        shown = {"purchases": self.purchases, "wishes": self.wishes}.get(page, self.body)
        self._stack.setCurrentWidget(shown)

    @override
    def regions(self) -> tuple[QWidget, ...]:
        shown = self._stack.currentWidget()
        if shown is self.body:
            return self.body.regions()
        return (shown.scroller,) if isinstance(shown, PurchasesPage | WishesPage) else (self,)

    @override
    def keys(self) -> tuple[Key, ...]:
        return (
            Key("N", self.tr("Log"), partial(self.log, "note")),
            Key("L", self.tr("Lookbook"), self.model.acts.begin_lookbook),
            Key("W", self.tr("Add a wish"), partial(self.open_sheet, "wish")),
            Key("P", self.tr("How to reach this client"), partial(self.open_sheet, "reach")),
            Key("E", self.tr("Edit the chosen note, or the card"), self._edit),
            Key("[", self.tr("Client before"), partial(self.step, -1)),
            Key("]", self.tr("Next client"), partial(self.step, 1)),
        )

    @override
    def more_keys(self) -> tuple[Key, ...]:
        return (
            Key("J", self.tr("Next moment of the story"), _do_nothing),
            Key("K", self.tr("Moment before"), _do_nothing),
            Key("Del", self.tr("Take the chosen note away"), _do_nothing),
        )

    @override
    def title(self) -> str:
        return self.tr("Client card")

    # What a person asks for

    def log(self, kind: str) -> None:
        """Open the log sheet; words begun in the field go along."""
        if self.model.client_id is None:
            return
        self._keep_words()
        self.desk.asked_to_log.emit(self.model.client_id, kind)

    def step(self, by: int) -> None:
        """Show the client before or after in the list."""
        place = self.model.place
        other = None if place is None else place.before if by < 0 else place.after
        if other is not None:
            self.desk.go("clients", other)

    def open_sheet(self, name: str, about: str = "") -> None:
        """Open one of the card's sheets, perhaps about one of its rows."""
        if self.model.client_id is None or self.model.card is None:
            return
        if name not in self._sheets:
            self._sheets[name] = SHEETS[name](self.desk, self.window())
        self._sheets[name].begin(self.model.client_id, about)

    def choose_portrait(self) -> None:
        """Choose a picture file for the portrait."""
        title = self.tr("Choose a portrait")
        words = self.tr("Pictures ({endings})").format(endings=_PICTURES)
        dialog = QFileDialog(self, title, "", words)
        dialog.fileSelected.connect(self.model.acts.keep_portrait)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keep_words()

    # Within

    def _build(self) -> None:
        self.body = Body(self.desk, self.model, self._plates)
        self.purchases = PurchasesPage(self.desk, self.model)
        self.wishes = WishesPage(self.desk, self.model)
        for page in (self.body, self.purchases, self.wishes):
            self._stack.addWidget(page)
        body = self.body
        body.crumb.asked_back.connect(self.desk.back)
        body.crumb.stepped.connect(self.step)
        body.crumb.asked_more.connect(self._open_menu)
        body.asked_to_log.connect(self.log)
        body.asked_page.connect(self._go_page)
        body.asked_sheet.connect(self.open_sheet)
        self.wishes.asked_sheet.connect(self.open_sheet)
        self.purchases.asked_to_log.connect(self.log)
        for page in (self.purchases, self.wishes):
            page.crumb.asked_back.connect(self.desk.back)

    def _show(self, card: "ClientCard", is_other: bool) -> None:  # noqa: FBT001 - the signal's order
        self.body.show_card(card)
        if is_other and self._told_of != card.person.id:
            self._told_of = card.person.id
            if self.body.alert:
                announce_at_once(self, self.body.alert)

    def _say_gone(self, sentence: str) -> None:
        page = EmptyState(
            self.desk.theme,
            icon="user",
            title=self.tr("No card here"),
            words=sentence,
            act=self.tr("All clients"),
            act_icon=None,
        )
        page.pressed.connect(lambda: self.desk.go("clients"))
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _go_page(self, page: str) -> None:
        self.desk.go("clients", f"{self.model.client_id}/{page}")

    def _edit(self) -> None:
        row = self.body.story.row_in_focus()
        if row is not None and row.is_note:
            row.edit()
        else:
            self.open_sheet("client")

    def _keep_words(self) -> None:
        words = self.body.writing.words
        if words:
            self.model.acts.keep_words(words)
            self.body.writing.empty()

    def _open_menu(self) -> None:
        self._menu = menu = Menu(self.desk.theme, self)
        for words, name in (
            (self.tr("Edit the card"), "client"),
            (self.tr("Numbers and addresses"), "reach"),
            (self.tr("Key dates"), "dates"),
            (self.tr("Sizes"), "sizes"),
            (self.tr("Preferences and allergies"), "preferences"),
            (self.tr("Household"), "household"),
            (self.tr("Consent"), "consent"),
        ):
            menu.addAction(words).triggered.connect(partial(self.open_sheet, name))
        menu.addSeparator()
        menu.addAction(self.tr("Portrait from a file…")).triggered.connect(self.choose_portrait)
        card = self.model.card
        if card is not None and card.person.portrait:
            take = menu.addAction(self.tr("Take the portrait away"))
            take.triggered.connect(self.model.acts.remove_portrait)
        menu.addSeparator()
        menu.addAction(self.tr("Take this card away")).triggered.connect(self.model.acts.take_away)
        more = self.body.crumb.more
        corner = more.rect().bottomRight() - QPoint(menu.sizeHint().width(), 0)
        menu.popup(more.mapToGlobal(corner))

    def _redraw(self) -> None:
        self.body.redraw()
        self.purchases.redraw()
        self.wishes.redraw()

    def _resize_text(self) -> None:
        if self.desk.theme.factor != self._factor:
            self._factor = self.desk.theme.factor
            self._speak()

    def _speak(self) -> None:
        """Build every page again: words, fonts and widths are all another language's."""
        self._keep_words()
        shown = self._stack.currentIndex()
        for page in (self.body, self.purchases, self.wishes):
            self._stack.removeWidget(page)
            page.deleteLater()
        for sheet in self._sheets.values():
            sheet.deleteLater()
        self._sheets.clear()
        self._build()
        self._stack.setCurrentIndex(min(max(shown, 0), 2))
        self.model.refresh()


def _do_nothing() -> None:
    """Stand for a key that a part takes by itself."""
