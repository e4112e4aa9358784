"""The piece page of the log sheet: find, size, price, who served."""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.finder import Found, PieceFinder
from clienteling.ui.plates import Plates
from clienteling.ui.screens.log.about import labelled
from clienteling.ui.screens.log.sold import SoldRow
from clienteling.ui.screens.log.view_model import LogModel
from clienteling.ui.sentences import said
from clienteling.ui.widgets import (
    ChipGroup,
    PlainLabel,
    SecretLabel,
    TextLink,
    box,
    clear,
    column,
    line,
)
from clienteling.ui.widgets.announce import show_message

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard
    from clienteling.queries.house_head import StaffRow
    from clienteling.queries.sale_pieces import SalePiece

_WHOLE = 100
_COLLEAGUES = 8


class PurchasePage(QWidget):
    """The pieces of one purchase.

    Args:
        desk: Theme, pictures, search.
        model: Looks pieces up and saves.
    """

    changed = Signal()

    def __init__(self, desk: Desk, model: LogModel) -> None:
        super().__init__()
        self.desk, self.theme, self.model = desk, desk.theme, model
        self._plates = Plates(desk.pictures)
        self._kin: tuple[tuple[Id, str], ...] = ()
        self._waiting: list[dict[str, Any] | None] = []
        self.finder = PieceFinder(desk, self.tr("Find a piece by name, number or scan"))
        self._by_words = TextLink(self.theme, self.tr("Not in the catalogue: write it"), role="c")
        self._rows: QVBoxLayout = column()
        self._sum_label = PlainLabel(self.theme, self.tr("In all"), role="s", color="ink2")
        self._sum = SecretLabel(self.theme, role="d24", discreet=desk.discreet)
        self._sum_row = box(line(self._sum_label, None, self._sum))
        self.message = PlainLabel(self.theme, role="c", color="crit", wrap=True)
        self.message.hide()
        self._people: list[tuple[Id, str]] = []
        self._served_box: QVBoxLayout = column()
        self._shares = PlainLabel(self.theme, role="c", color="ink2")
        self._show_people()
        self.setLayout(
            column(
                self.finder, self._by_words, self._rows, 6, self._sum_row, self.message, 6,
                self._served_box, self._shares, None,
            )
        )  # fmt: skip
        self.setFocusProxy(self.finder)
        self.finder.chosen.connect(self._choose)
        self._by_words.clicked.connect(lambda: self._add(None))
        model.staffed.connect(self._learn_people)
        model.found.connect(self._add)
        desk.discreet_changed.connect(self._redraw)

    @property
    def rows(self) -> list[SoldRow]:
        """The pieces chosen."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        found = (one.widget() for one in items if one is not None)
        return [one for one in found if isinstance(one, SoldRow)]

    def begin(self) -> None:
        """Begin with nothing chosen; who is at the till served."""
        clear(self._rows)
        self._waiting.clear()
        self.finder.empty()
        self.message.hide()
        self.served.choose(*([self.desk.me.staff.id] if self.desk.me else []))
        self._say()

    def offer(self, card: "ClientCard") -> None:
        """Learn for whom a piece may be."""
        shown = [one for one in card.household if not (self.desk.discreet and one.secret)]
        self._kin = tuple((one.person.id, one.person.display) for one in shown)

    def body(self) -> list[dict[str, Any]]:
        """Return the pieces for a draft."""
        return [one.body() for one in self.rows]

    def restore(self, kept: list[dict[str, Any]]) -> None:
        """Take the pieces of a draft."""
        for body in kept:
            if body.get("product_id"):
                self._waiting.append(body)
                self.model.find_piece(body["product_id"], body.get("variant_id"))
            else:
                self._add(None)
                self.rows[-1].restore(body)

    def save(self) -> None:
        """Keep the purchase.

        Raises:
            UserError: no piece, or one that lacks something; shown where it belongs.
        """
        from clienteling.services.log import Share

        if not self.rows:
            raise UserError(self.tr("Find a piece first."), field="pieces")
        sold = []
        for row in self.rows:
            try:
                sold.append(row.sold())
            except UserError as error:
                row.refuse(said(error))
                raise
        shares = tuple(Share(staff, percent) for staff, percent in self._percents())
        self.model.save_purchase(tuple(sold), shares)

    def refuse(self, sentence: str) -> None:
        """Say what is missing, unless a piece says it; an empty sentence takes it away."""
        show_message(self.message, sentence)
        self.message.setVisible(
            bool(sentence) and all(one.message.isHidden() for one in self.rows)
        )

    def _choose(self, found: Found) -> None:
        self._waiting.append(None)
        self.model.find_piece(found.id, found.detail)

    def _add(self, piece: "SalePiece | None") -> None:
        if piece is not None and not self._waiting:
            return  # An answer to a sheet that was begun anew since.
        row = SoldRow(self.desk, self._plates, piece, self.model.currency, self._kin)
        kept = self._waiting.pop(0) if piece is not None else None
        if kept is not None:
            row.restore(kept)
        row.changed.connect(self._tell)
        row.removed.connect(lambda: self._remove(row))
        row.came_back.connect(lambda: self._ask_bought(row))
        self._rows.addWidget(row)
        self._order_tabs()
        if piece is None:
            row.words.setFocus()
        self._tell()

    def _ask_bought(self, row: SoldRow) -> None:
        self.model.find_bought(
            row,
            row.learn_bought,
            product_id=row.piece.product_id if row.piece else None,
            variant_id=row.worn.value or None,
            words=row.words.text().strip() or None,
        )

    def _remove(self, row: SoldRow) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._tell()

    def _tell(self) -> None:
        self.refuse("")
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        minor = sum(one.total() for one in self.rows)
        self._sum.set_text(self.desk.words.money(minor, self.model.currency))
        self._sum_row.setVisible(bool(self.rows))
        percents = self._percents()
        several = len(percents) > 1
        names = dict(self._people)
        told = " · ".join(
            f"{names.get(staff, '')} {self.desk.words.percent(percent / _WHOLE)}"
            for staff, percent in percents
        )
        self._shares.set_text(told if several else "")
        self._shares.setVisible(several)

    def _percents(self) -> list[tuple[Id, int]]:
        """Share what was sold equally among those who served; the first takes what is left."""
        chosen = self.served.values
        if not chosen:
            return []
        each = _WHOLE // len(chosen)
        first = _WHOLE - each * (len(chosen) - 1)
        return [(staff, each if at else first) for at, staff in enumerate(chosen)]

    def _learn_people(self, people: "tuple[StaffRow, ...]") -> None:
        """Offer those of this boutique, whoever is at the till first."""
        me = self.desk.me
        here = [one for one in people if me is None or one.store_id == me.store.id]
        here.sort(key=lambda one: (me is None or one.id != me.staff.id, one.name))
        chosen = self.served.values
        self._people = [(one.id, one.given_name) for one in here[:_COLLEAGUES]]
        self._show_people()
        self.served.choose(*chosen)
        self._say()

    def _show_people(self) -> None:
        if not self._people and self.desk.me is not None:
            self._people = [(self.desk.me.staff.id, self.desk.me.staff.given_name)]
        name = self.tr("Served by")
        clear(self._served_box)
        self.served = ChipGroup(self.theme, self._people, exclusive=False, name=name)
        self.served.changed.connect(self._tell)
        self._served_box.addWidget(labelled(self.theme, name, self.served))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go from the search to the pieces and to who served: Qt puts what is new last."""
        if self.layout() is None:
            return
        stops = [self._by_words, *(stop for row in self.rows for stop in row.stops)]
        stops += [self.served.chip(staff) for staff, _name in self._people]
        for one, after in pairwise(one for one in stops if self.isAncestorOf(one)):
            QWidget.setTabOrder(one, after)

    def _redraw(self) -> None:
        self._sum.set_discreet(self.desk.discreet)
        for row in self.rows:
            row.redraw()
