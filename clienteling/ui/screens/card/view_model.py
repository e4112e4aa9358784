"""Who is on the card, and her story as it is read on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from clienteling.domain.ids import Id
from clienteling.queries.client_list import ClientList
from clienteling.ui.desk import Desk
from clienteling.ui.screens.card.acts import CardActs
from clienteling.ui.screens.card.order import Place, place
from clienteling.ui.sentences import said

if TYPE_CHECKING:
    from datetime import date

    from clienteling.queries.client_card import ClientCard
    from clienteling.queries.story import Moment

#: What the card reads; a write to any of these shows it anew.
READS = (
    "client",
    "contact_point",
    "address",
    "relationship",
    "assignment",
    "preference",
    "size_profile",
    "key_date",
    "note",
    "interaction",
    "client_flag",
    "consent_event",
    "purchase",
    "purchase_line",
    "wish",
    "stock",
    "product",
    "circle",
    "attachment",
    "client_metric",
)
_PAGE = 30


class CardModel(QObject):
    """The card of one client at a time.

    ``shown(card, is_other)`` carries her card and whether it is another client than before;
    ``told(moments, is_more)`` moments of her story; ``placed(place)`` her place in the list;
    ``gone(sentence)`` that she isn't in the book any more.
    """

    shown = Signal(object, bool)
    told = Signal(tuple, bool)
    placed = Signal(object)
    gone = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.client_id: Id | None = None
        self.card: ClientCard | None = None
        self.only = "all"
        self.is_whole = False
        self.place: Place | None = None
        self._moments: tuple[Moment, ...] = ()
        self._asking = False
        self.acts = CardActs(desk, self)
        desk.read_again(self, READS, self.refresh)

    @property
    def today(self) -> "date":
        """The boutique's day."""
        me = self.desk.me
        return self.desk.backend.clock.today(me.store.time_zone if me else "UTC")

    def show(self, client_id: Id) -> None:
        """Show a client; the story begins with everything."""
        is_other = client_id != self.client_id
        self.client_id = client_id
        if is_other:
            self.card = None
            self._moments = ()
            self.only = "all"
        self.refresh()

    def refresh(self) -> None:
        """Read her card, the first part of her story and her place in the list again."""
        if self.client_id is None:
            return
        from clienteling.queries.client_card import client_card

        me = self.desk.me
        self.desk.ask(
            self,
            client_card,
            self._show,
            failed=self._fail,
            latest="card",
            client_id=self.client_id,
            today=self.today,
            store_id=me.store.id if me else None,
            language=self.desk.theme.language,
        )
        self._tell(is_more=False)
        self._find_place()

    def choose(self, only: str) -> None:
        """Tell only a part of the story: all, notes, pieces or visits."""
        self.only = only
        self._tell(is_more=False)

    def story_again(self) -> None:
        """Tell again what was read of the story, because the page was drawn anew."""
        if self._moments:
            self.told.emit(self._moments, False)

    def more(self) -> None:
        """Tell what was before the last moment shown."""
        if not (self.is_whole or self._asking):
            self._tell(is_more=True)

    def _show(self, card: "ClientCard") -> None:
        if card.person.id != self.client_id:
            return
        is_other = self.card is None
        self.card = card
        self.shown.emit(card, is_other)

    def _fail(self, error: Exception) -> None:
        from clienteling.domain.errors import NotFoundError

        if isinstance(error, NotFoundError):
            self.card = None
            self.gone.emit(said(error))
        else:
            self.desk.fail(error)

    def _tell(self, *, is_more: bool) -> None:
        from clienteling.queries.story import StoryFilter, story

        last = self._moments[-1] if is_more and self._moments else None
        # A story that was read far is read as far again, so that nothing jumps under the reader.
        limit = _PAGE if is_more else max(_PAGE, len(self._moments))
        self._asking = True
        me = self.desk.me
        self.desk.ask(
            self,
            story,
            partial(self._told, self.client_id, limit, is_more),
            latest="story",
            client_id=self.client_id,
            reader_id=me.staff.id if me else None,
            only=StoryFilter(self.only),
            before=(last.at, last.id) if last else None,
            limit=limit,
            language=self.desk.theme.language,
        )

    def _told(
        self,
        client_id: Id | None,
        limit: int,
        is_more: bool,  # noqa: FBT001 - bound by partial
        moments: "tuple[Moment, ...]",
    ) -> None:
        self._asking = False
        if client_id != self.client_id:
            return
        self.is_whole = len(moments) < limit
        self._moments = (*self._moments, *moments) if is_more else moments
        self.told.emit(moments, is_more)

    def _find_place(self) -> None:
        me = self.desk.me
        everyone = ClientList(self.today)
        mine = ClientList(self.today, me.staff.id if me else None)
        listed = (self.desk.listed,) if self.desk.listed is not None else ()
        self.desk.look(
            self,
            place,
            self._placed,
            latest="place",
            lists=(*listed, mine, everyone),
            client_id=self.client_id,
        )

    def _placed(self, found: Place | None) -> None:
        self.place = found
        self.placed.emit(found)
