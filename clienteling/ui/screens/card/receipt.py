"""One receipt on the purchases page: day, place, who served, its pieces and its sum."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.sizes import fraction_words
from clienteling.ui.desk import Desk
from clienteling.ui.plates import PictureFrame, Plates
from clienteling.ui.widgets import (
    Menu,
    PlainLabel,
    Rule,
    SecretLabel,
    TextLink,
    box,
    column,
    line,
)

if TYPE_CHECKING:
    from clienteling.domain.money import Money
    from clienteling.queries.purchases import LineRow, PurchaseRow

_PLATE = (44, 55)


class Receipt(QWidget):
    """A purchase with its pieces; ``size_said(line_id, variant_id)`` adds a size to one.

    Args:
        desk: Theme, words, discreet view.
        bought: The purchase.
        plates: Pictures fitted to their frames.
        today: Days of this year leave their year out.
    """

    size_said = Signal(str, str)

    def __init__(self, desk: Desk, bought: "PurchaseRow", plates: Plates, today: date) -> None:
        super().__init__()
        self.desk, self.theme, self._plates = desk, desk.theme, plates
        day = PlainLabel(self.theme, desk.words.day(bought.sold_on, today), role="bb")
        about = PlainLabel(self.theme, self._about(bought), role="c", color="ink2", elide=True)
        total = self._amount(bought.net, role_is_big=True)
        head = line(box(column(day, about)), None, total, gap=12)
        head.setAlignment(total, Qt.AlignmentFlag.AlignTop)
        head.setStretch(0, 1)
        parts: list[QWidget | int] = [box(head), 8]
        several = len(bought.lines) > 1
        for one in bought.lines:
            parts += [self._line(one, with_amount=several), 6]
        parts += [8, Rule(self.theme, color="hair"), 14]
        self.setLayout(column(*parts))

    def _about(self, bought: "PurchaseRow") -> str:
        parts = [bought.store or "", bought.receipt_no or ""]
        several = len(bought.served_by) > 1
        for name, share in bought.served_by:
            percent = self.desk.words.percent(share / 100)
            parts.append(f"{name} {percent}" if several else name)
        return " · ".join(one for one in parts if one)

    def _line(self, one: "LineRow", *, with_amount: bool) -> QWidget:
        picture = PictureFrame(self.desk, self._plates, one.picture, _PLATE, name=one.words)
        name = PlainLabel(self.theme, one.words, role="b", elide=True)
        told = [fraction_words(one.size_label or "")]
        if one.quantity < 0:
            told.append(self.tr("brought back"))
        elif one.quantity > 1:
            told.append(self.tr("%n piece(s)", "", one.quantity))
        if one.gift_words and not self.desk.discreet:
            told.append(one.gift_words)
        below = PlainLabel(
            self.theme, " · ".join(x for x in told if x), role="c", color="ink2", elide=True
        )
        row = line(picture, box(column(None, name, below, None)), gap=14)
        row.setStretch(1, 1)
        if one.open_sizes:
            row.addWidget(self._size_link(one), 0, Qt.AlignmentFlag.AlignVCenter)
        if with_amount:
            amount = self._amount(one.net, role_is_big=False)
            row.addWidget(amount, 0, Qt.AlignmentFlag.AlignVCenter)
        return box(row)

    def _size_link(self, one: "LineRow") -> TextLink:
        name = self.tr("Add the size of {piece}").format(piece=one.words)
        link = TextLink(self.theme, self.tr("Add the size"), name=name)

        def offer() -> None:
            menu = Menu(self.theme, self)
            for variant_id, label in one.open_sizes:
                act = menu.addAction(fraction_words(label))
                act.triggered.connect(partial(self.size_said.emit, one.id, variant_id))
            menu.popup(link.mapToGlobal(link.rect().bottomLeft()))

        link.clicked.connect(offer)
        return link

    def _amount(self, money: "Money", *, role_is_big: bool) -> SecretLabel:
        text = self.desk.words.money(money.minor, money.currency)
        return SecretLabel(
            self.theme,
            text,
            role="d24" if role_is_big else "b",
            color="ink" if role_is_big else "ink2",
            align=Qt.AlignmentFlag.AlignRight,
            discreet=self.desk.discreet,
        )
