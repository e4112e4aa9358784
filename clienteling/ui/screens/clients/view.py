"""The list of clients: who is in one's care, filtered and sorted, opened with Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.queries.client_list import PAGE, ListFilter, ListSort
from clienteling.queries.client_rows import ClientRow
from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.screen import Key, Screen
from clienteling.ui.screens.clients.columns import RowWords, key_of
from clienteling.ui.screens.clients.empty import empty_state
from clienteling.ui.screens.clients.filters import Filters
from clienteling.ui.screens.clients.menus import Menus
from clienteling.ui.screens.clients.opening import Opening
from clienteling.ui.screens.clients.table import ClientsTable
from clienteling.ui.screens.clients.view_model import ClientsModel
from clienteling.ui.tables import Page, RowsModel
from clienteling.ui.widgets import Button, EmptyState, PlainLabel, box, column, line

if TYPE_CHECKING:
    from clienteling.ui.screens.clients.peek import PeekSheet

_COMPACT, _WIDE = 1440, 1728
_WIDEST = 1520
_BAR = 12
"""The list's bar stands in the margin, so that the last column ends where the title line does."""


class ClientsScreen(Screen):
    """The place *Clients*.

    Args:
        desk: What the page works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = ClientsModel(desk, self)
        self._words = RowWords(desk, Plates(desk.pictures))
        self.menus = Menus(desk, self.model, self)
        self.menus.open_asked.connect(self._open_card)
        self.menus.peek_asked.connect(self._peek_at)
        self._peek: PeekSheet | None = None
        self._factor = desk.theme.factor
        self._begins = True
        theme = desk.theme
        self._title = PlainLabel(theme, role="d46")
        self._counts = PlainLabel(theme, role="i20", color="ink2", elide=True)
        self._filter_button = Button(theme, "", icon="sliders-horizontal", key="F")
        self._new_button = Button(theme, "", kind="primary", icon="plus", key="N")
        self._filter_button.clicked.connect(self._open_filter_menu)
        self._new_button.clicked.connect(self._new)
        self.filters = Filters(theme)
        self.filters.scope_chosen.connect(lambda mine: self.model.show_scope(mine=mine))
        self.filters.filter_chosen.connect(self.model.choose_filter)
        self.filters.sort_asked.connect(self._open_sort_menu)
        self._content = QStackedLayout()
        self._empty: EmptyState | None = None
        self._lay_out()
        self._make_table()
        self.retranslate()
        self.model.opened.connect(self._open)
        self.model.arrived.connect(self._receive)
        self.model.failed_page.connect(self._forget)
        self.model.found.connect(self._find_again)
        desk.pictures.arrived.connect(self._redraw)
        desk.discreet_changed.connect(self._redraw)
        desk.language_changed.connect(self._speak)
        theme.changed.connect(self._resize_text)
        self.model.reload()

    # What a screen answers

    @override
    def regions(self) -> tuple[QWidget, ...]:
        main = self.table if self._content.currentWidget() is self.table else self._shown_empty()
        return (main, self._head, self.filters)

    @override
    def keys(self) -> tuple[Key, ...]:
        return (
            Key("N", self.tr("New client"), self._new),
            Key("F", self.tr("Filter"), self._open_filter_menu),
            Key("S", self.tr("Sort"), self._open_sort_menu),
            Key("J", self.tr("Next row"), lambda: self._step(1)),
            Key("K", self.tr("Row before"), lambda: self._step(-1)),
        )

    @override
    def more_keys(self) -> tuple[Key, ...]:
        return (
            Key("Enter", self.tr("Open the card"), _do_nothing),
            Key("Space", self.tr("Peek at the card"), _do_nothing),
            Key("Menu", self.tr("More for this client"), _do_nothing),
        )

    @override
    def title(self) -> str:
        return self.tr("Clients")

    def retranslate(self) -> None:
        """Write every word again in the window's language."""
        self._title.set_text(self.tr("Clients"))
        self._filter_button.set_text(self.tr("Filter"))
        self._new_button.set_text(self.tr("New client"))
        self._say_state()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.set_shown(shown=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.model.set_shown(shown=False)

    # Building

    def _lay_out(self) -> None:
        names = column(self._title, self._counts)
        acts = line(self._filter_button, self._new_button, gap=10, margins=(0, 0, 0, 5))
        head = line(names, None, acts, gap=24, margins=(0, 0, _BAR, 0))
        head.setAlignment(acts, Qt.AlignmentFlag.AlignBottom)
        head.setStretch(0, 1)
        self._head = box(head)
        filters = line(self.filters, margins=(0, 0, _BAR, 0))
        body = QWidget()
        body.setLayout(self._content)
        self._page = column(self._head, 20, filters, 11, body)
        self._page.setStretch(4, 1)
        self.setLayout(self._page)

    def _make_table(self) -> None:
        self.rows = RowsModel(
            self._words.columns(), key=key_of, describe=self._words.describe, parent=self
        )
        self.rows.wanted.connect(self.model.fetch)
        self.table = ClientsTable(self.desk.theme, self.rows, name=self.tr("Clients"))
        self.table.opened.connect(self._open_card)
        self.table.peeked.connect(self._peek_at)
        self.table.menu_wanted.connect(self.menus.open_row)
        self.table.sort_wanted.connect(lambda name: self.model.choose_sort(ListSort(name)))
        self.table.current_changed.connect(self._stay)
        self._content.addWidget(self.table)

    def _rebuild_table(self) -> None:
        """Make the list anew: columns are data of the language and the text size."""
        old, old_rows, had_focus = self.table, self.rows, self.table.hasFocus()
        self._make_table()
        self._content.setCurrentWidget(self.table)
        self._content.removeWidget(old)
        old.hide()
        old.deleteLater()
        old_rows.deleteLater()
        if had_focus:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.model.reload()

    def _set_margins(self) -> None:
        width = self.window().width()
        side = 32 if width < _COMPACT else 64 if width >= _WIDE else 45
        right = max(side, self.width() - side - _WIDEST) if width >= _WIDE else side
        short = self.window().height() < 800
        self._page.setContentsMargins(side, 26 if short else 41, right - _BAR, 16)
        self._title.set_role("d34" if short else "d46")

    # The list arrives

    def _open(self, opening: Opening, is_new: bool) -> None:  # noqa: FBT001 - the slot of a signal
        self._say_state()
        if opening.count == 0:
            self._show_empty(opening)
            return
        had_focus = self._empty is not None and self._empty.button.hasFocus()
        self._content.setCurrentWidget(self.table)
        if not is_new and self.rows.rowCount() == opening.count:
            self.rows.refresh()
            return
        bar = self.table.verticalScrollBar()
        place = bar.value()
        self.rows.set_count(opening.count)
        length = min(PAGE, opening.count)
        page = Page(self.rows.generation, 0, length, None, None, from_end=False)
        self.rows.receive(page, opening.rows)
        if is_new:
            self.table.scrollToTop()
        else:
            bar.setValue(place)
        if had_focus or self._begins:
            self._begins = False
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _receive(self, page: Page, rows: tuple[ClientRow | None, ...]) -> None:
        self.rows.receive(page, rows)

    def _forget(self, page: Page) -> None:
        self.rows.forget(page)

    def _find_again(self, place: int) -> None:
        if place < self.rows.rowCount():
            self.table.choose(place)

    def _show_empty(self, opening: Opening) -> None:
        self.rows.set_count(0)
        old, self._empty = self._empty, empty_state(self.desk.theme, self.model, opening)
        is_book_empty = opening.everyone == 0
        self._empty.pressed.connect(self._new if is_book_empty else self.model.show_everyone)
        self._content.addWidget(self._empty)
        self._content.setCurrentWidget(self._empty)
        if old is not None:
            self._content.removeWidget(old)
            old.deleteLater()

    def _shown_empty(self) -> QWidget:
        return self._empty.button if self._empty is not None else self.table

    # Words and looks

    def _say_state(self) -> None:
        opening = self.model.opening
        self.filters.show_state(
            mine=self.model.is_mine,
            chosen=self.model.filter,
            sort=self.model.sort,
            circle=self.model.circle,
        )
        if opening is None:
            return
        number = self.desk.words.number
        parts = []
        if self.model.filter is not ListFilter.EVERYONE:
            parts.append(self.tr("{count} shown").format(count=number(opening.count)))
        if self.desk.me is not None:
            parts.append(self.tr("{count} in your care").format(count=number(opening.mine)))
        parts.append(self.tr("{count} in the boutique").format(count=number(opening.everyone)))
        self._counts.set_text(" · ".join(parts))

    def _redraw(self) -> None:
        self.table.viewport().update()

    def _speak(self) -> None:
        self.retranslate()
        self._rebuild_table()

    def _resize_text(self) -> None:
        if self._factor != self.desk.theme.factor:
            self._factor = self.desk.theme.factor
            self._rebuild_table()

    # What a person does

    def _new(self) -> None:
        self.desk.asked_new_client.emit("")

    def _step(self, step: int) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.table.step(step)

    def _stay(self, row: ClientRow | None) -> None:
        self.model.stay_with(row.id if row else None)

    def _open_card(self, row: ClientRow) -> None:
        self.model.stay_with(row.id)
        self.desk.go("clients", row.id)

    def _peek_at(self, row: ClientRow) -> None:
        if self._peek is None:
            from clienteling.ui.screens.clients.peek import PeekSheet

            self._peek = PeekSheet(self.desk, self.window())
            self._peek.open_asked.connect(self._go)
        self._peek.begin(row.id)

    def _go(self, client_id: Id) -> None:
        self.desk.go("clients", client_id)

    def _open_filter_menu(self) -> None:
        self.menus.open_filters(self._filter_button)

    def _open_sort_menu(self) -> None:
        self.menus.open_sorts(self.filters.sort)


def _do_nothing() -> None:
    """Stand for a key that the list takes by itself."""
