"""The menus of the list: what to do with a client, which clients, in which order."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from clienteling.queries.client_list import ListFilter
from clienteling.queries.client_rows import ClientRow
from clienteling.ui.desk import Desk
from clienteling.ui.screens.clients.view_model import ClientsModel
from clienteling.ui.screens.clients.words import ORDERS, filter_word, sort_choice
from clienteling.ui.widgets import Menu

_EDGE = 8


class Menus(QObject):
    """Opens one menu at a time; ``open_asked(row)`` and ``peek_asked(row)`` tell of a client.

    Args:
        desk: Theme, and the way to the log sheet.
        model: Takes filter and order.
        page: The page the menus lie over.
    """

    open_asked = Signal(object)
    peek_asked = Signal(object)

    def __init__(self, desk: Desk, model: ClientsModel, page: QWidget) -> None:
        super().__init__(page)
        self.desk = desk
        self._model = model
        self._page = page
        self.current: Menu | None = None

    def open_row(self, row: ClientRow, at: QPoint) -> None:
        """Offer what can be done with a client."""
        menu = self._fresh()
        menu.addAction(self.tr("Open the card"), partial(self.open_asked.emit, row))
        menu.addAction(self.tr("Peek"), partial(self.peek_asked.emit, row))
        menu.addSeparator()
        for kind, words in (
            ("note", self.tr("Log a note")),
            ("piece", self.tr("Log a piece sold")),
            ("call", self.tr("Log a call")),
            ("visit", self.tr("Log a visit")),
        ):
            menu.addAction(words, partial(self.desk.asked_to_log.emit, row.id, kind))
        menu.popup(at)

    def open_filters(self, below: QWidget) -> None:
        """Offer whose clients, and which of them."""
        menu, model = self._fresh(), self._model
        for mine, words in ((True, self.tr("My clients")), (False, self.tr("Whole boutique"))):
            act = menu.addAction(words, partial(model.show_scope, mine=mine))
            act.setCheckable(True)
            act.setChecked(mine is model.is_mine)
        menu.addSeparator()
        for one in ListFilter:
            if one is not ListFilter.EVERYONE:
                words = filter_word(one, model.circle)
                act = menu.addAction(words, partial(model.choose_filter, one))
                act.setCheckable(True)
                act.setChecked(one is model.filter)
        self._drop(menu, below)

    def open_sorts(self, below: QWidget) -> None:
        """Offer the orders."""
        menu = self._fresh()
        for one in ORDERS:
            act = menu.addAction(sort_choice(one), partial(self._model.choose_sort, one))
            act.setCheckable(True)
            act.setChecked(one is self._model.sort)
        self._drop(menu, below)

    def _fresh(self) -> Menu:
        if self.current is not None:
            self.current.deleteLater()
        self.current = Menu(self.desk.theme, self._page)
        return self.current

    def _drop(self, menu: Menu, below: QWidget) -> None:
        """Open a menu below a part, no further right than the page."""
        corner = below.mapToGlobal(QPoint(0, below.height()))
        edge = self._page.mapToGlobal(QPoint(self._page.width(), 0)).x() - _EDGE
        overhang = corner.x() + menu.sizeHint().width() - edge
        menu.popup(corner - QPoint(max(0, overhang), 0))
        menu.setActiveAction(menu.actions()[0])
