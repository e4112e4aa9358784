"""Which list is shown, its rows as they arrive, and where the chosen client stands in it."""

from array import array
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from clienteling.domain.ids import Id
from clienteling.queries import client_list as listing
from clienteling.queries.client_list import ClientList, ListFilter, ListSort
from clienteling.queries.client_rows import ClientRow
from clienteling.ui.desk import Desk
from clienteling.ui.screens.clients.opening import Opening, opening

if TYPE_CHECKING:
    from clienteling.ui.tables import Page

#: A row of the list changes with any of these.
READS = (
    "client",
    "card",
    "contact_point",
    "address",
    "assignment",
    "purchase",
    "interaction",
    "key_date",
    "wish",
    "stock",
    "consent_event",
    "circle",
    "staff",
    "attachment",
)


class ClientsModel(QObject):
    """The list, asked for by whose, which and in what order.

    ``opened(opening, is_new)`` carries the first rows of a list, and whether it is another one
    than before; ``arrived(page, rows)`` the rows of a page; ``found(place)`` where the client
    stands who is to stay chosen.
    """

    opened = Signal(object, bool)
    arrived = Signal(object, tuple)
    failed_page = Signal(object)
    found = Signal(int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.is_mine = True
        self.filter = ListFilter.EVERYONE
        self.sort = ListSort.LAST_SEEN
        self.opening: Opening | None = None
        self._keys: array[int] | None = None
        self._number = 0
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._ask_keys)
        self._waiting: list[Page] = []
        self._stays: Id | None = None
        self._is_shown = True
        self._is_stale = False
        desk.read_again(self, READS, self.refresh)
        desk.me_changed.connect(self.reload)
        desk.discreet_changed.connect(self._look_again)

    @property
    def listed(self) -> ClientList:
        """The list that is wanted."""
        me = self.desk.me
        zone = me.store.time_zone if me else "UTC"
        adviser = me.staff.id if me and self.is_mine else None
        today = self.desk.backend.clock.today(zone)
        return ClientList(today, adviser, self.filter, self.sort, self.desk.discreet)

    @property
    def circle(self) -> str:
        """The house's word for its highest highlighted circle; empty until it is known."""
        return self.opening.circles[0] if self.opening and self.opening.circles else ""

    def show_scope(self, *, mine: bool) -> None:
        """Show one's own clients, or the whole boutique."""
        self.is_mine = mine
        self.reload()

    def choose_filter(self, wanted: ListFilter) -> None:
        """Show only these; the same again shows everyone."""
        self.filter = ListFilter.EVERYONE if wanted is self.filter else wanted
        self.reload()

    def choose_sort(self, wanted: ListSort) -> None:
        """Show them in this order."""
        self.sort = wanted
        self.reload()

    def show_everyone(self) -> None:
        """Take the filter away, or go from one's own clients to the whole boutique."""
        if self.filter is ListFilter.EVERYONE:
            self.is_mine = False
        self.filter = ListFilter.EVERYONE
        self.reload()

    def stay_with(self, client_id: Id | None) -> None:
        """Keep this client chosen whatever happens to the order."""
        self._stays = client_id

    def reload(self) -> None:
        """Ask for the list as a new one."""
        self._ask(is_new=True)

    def refresh(self) -> None:
        """Ask for the same list again because something in the book changed.

        Behind a card it waits until it is shown again: a long list is not read for nothing.
        """
        self._is_stale = not self._is_shown
        if self._is_shown:
            self._ask(is_new=False)

    def _look_again(self) -> None:
        """Ask again where filter or order go by dates: the discreet view knows no surprises."""
        by_filter = self.filter is ListFilter.KEY_DATE_THIS_WEEK
        if by_filter or self.sort is ListSort.NEXT_DATE:
            self.refresh()

    def set_shown(self, *, shown: bool) -> None:
        """Take in whether the list is on the screen."""
        self._is_shown = shown
        if shown and self._is_stale:
            self.refresh()

    def fetch(self, pages: "tuple[Page, ...]") -> None:
        """Ask for the rows of pages; before the keys are here they wait."""
        keys = self._keys
        if keys is None:
            self._waiting.extend(pages)
            return
        for page in pages:
            wanted = tuple(keys[page.start : page.start + page.length])
            self.desk.look(
                self,
                listing.page,
                partial(self._arrive, page),
                failed=partial(self._fail, page),
                wanted=wanted,
                language=self.desk.theme.language,
            )

    def _ask(self, *, is_new: bool) -> None:
        listed, desk = self.listed, self.desk
        desk.listed = listed
        self._keys = None
        self._number += 1
        self._painted.stop()
        self._waiting.clear()
        desk.look(
            self,
            opening,
            partial(self._open, is_new),
            latest="list",
            listed=listed,
            me=desk.me.staff.id if desk.me else None,
            language=desk.theme.language,
        )

    def _open(self, is_new: bool, answer: Opening) -> None:  # noqa: FBT001 - bound by partial
        self.opening = answer
        self.opened.emit(answer, is_new)
        # The keys of a long list are read once its first rows are painted, never at their cost.
        self._painted.start()

    def _ask_keys(self) -> None:
        if self.opening is not None:
            learn = partial(self._learn_keys, self._number)
            self.desk.look(self, listing.keys, learn, latest="keys", listed=self.opening.listed)

    def _learn_keys(self, number: int, keys: "array[int]") -> None:
        if number != self._number:
            return
        self._keys = keys
        waiting, self._waiting = tuple(self._waiting), []
        self.fetch(waiting)
        if self._stays is not None:
            self.desk.look(
                self,
                listing.place_of,
                partial(self._place, self._stays),
                latest="place",
                ordered=keys,
                client_id=self._stays,
            )

    def _arrive(self, page: "Page", rows: tuple[ClientRow | None, ...]) -> None:
        self.arrived.emit(page, rows)

    def _fail(self, page: "Page", error: Exception) -> None:
        self.failed_page.emit(page)
        self.desk.fail(error)

    def _place(self, client_id: Id, place: int | None) -> None:
        if place is not None and client_id == self._stays:
            self.found.emit(place)
