"""The pieces of a purchase: size, how many, price, for whom; and who served."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from clienteling.domain.currencies import exponent
from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.domain.sizes import fraction_words
from clienteling.ui.desk import Desk
from clienteling.ui.forms import read_amount
from clienteling.ui.plates import PictureFrame, Plates
from clienteling.ui.sentences import said
from clienteling.ui.widgets import (
    Box,
    PlainLabel,
    Rule,
    Select,
    TextLink,
    Toggle,
    box,
    column,
    icon_button,
    line,
)
from clienteling.ui.widgets.announce import show_message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clienteling.queries.bought import BoughtLine
    from clienteling.queries.sale_pieces import SalePiece
    from clienteling.services.log import SoldPiece

_PLATE = (36, 45)
_MOST = 9


class SoldRow(QWidget):
    """One piece of the purchase.

    Args:
        desk: Theme, pictures, discreet view.
        plates: Pictures fitted to their frames.
        piece: What is sold; None is a piece told in words.
        currency: What the boutique sells in.
        kin: Ids and names of those it may be for.
    """

    changed = Signal()
    removed = Signal()
    came_back = Signal()

    def __init__(
        self,
        desk: Desk,
        plates: Plates,
        piece: "SalePiece | None",
        currency: str,
        kin: tuple[tuple[Id, str], ...],
    ) -> None:
        super().__init__()
        self.desk, self.theme, self.piece, self._currency = desk, desk.theme, piece, currency
        self.words = _edit(self.tr("What was it"), self.tr("A silk scarf, from the window"))
        self.price = _edit(self.tr("Price"), self.tr("Price"))
        self.price.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.price.setMinimumWidth(self.theme.px(64))
        self.gift = _edit(self.tr("Gift"), self.tr("gift for Ginevra, wrapped in ivory"))
        self.worn = Select(self.theme, self._sizes(), name=self.tr("Size"))
        self.quantity = Select(
            self.theme,
            [(str(n), f"× {n}") for n in range(1, _MOST + 1)],
            name=self.tr("How many"),
            bare=True,
        )
        self.wearer = Select(
            self.theme, [("", self.tr("For the client")), *kin], name=self.tr("Who wears it")
        )
        self.returned = Toggle(self.theme, self.tr("Return"))
        self.remark = PlainLabel(self.theme, role="c", color="ink2", elide=True)
        self.message = PlainLabel(self.theme, role="c", color="crit")
        self.message.hide()
        self._lay_out(plates)
        if piece is not None and piece.price is not None:
            self.price.setText(piece.price.decimal_text().removesuffix(".00"))
        if piece is not None and piece.chosen is not None:
            self.worn.choose(piece.chosen)
        self.redraw()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, as one reads."""
        first = (self.words, self.worn, self.quantity, self.price, self._take)
        return (*first, self._gift, self.returned, self.gift, self.wearer)

    def redraw(self) -> None:
        """Hide the price in the discreet view."""
        mode = QLineEdit.EchoMode
        self.price.setEchoMode(mode.Password if self.desk.discreet else mode.Normal)

    def sold(self) -> "SoldPiece":
        """Return the piece as it is sold.

        Raises:
            UserError: price or words are missing; shown at the row. A size is never asked for.
        """
        from clienteling.services.log import SoldPiece

        words = self.words.text().strip()
        if self.piece is None and not words:
            raise UserError(self.tr("Write what it was."), field="pieces")
        return SoldPiece(
            Money(self._minor(), self._currency),
            product_id=self.piece.product_id if self.piece else None,
            variant_id=self.worn.value or None,
            words=words if self.piece is None else None,
            quantity=self._count(),
            wearer_client_id=self.wearer.value or None,
            gift_words=self.gift.text().strip() or None,
        )

    def total(self) -> int:
        """Return what it adds to the sum, 0 while the price cannot be read."""
        try:
            return self._minor() * self._count()
        except UserError:
            return 0

    def body(self) -> dict[str, Any]:
        """Return it for a draft."""
        return {
            "product_id": self.piece.product_id if self.piece else None,
            "variant_id": self.worn.value or None,
            "words": self.words.text(),
            "price": self.price.text(),
            "quantity": self.quantity.value,
            "wearer": self.wearer.value,
            "gift": self.gift.text(),
            "returned": self.returned.isChecked(),
        }

    def restore(self, body: "Mapping[str, Any]") -> None:
        """Take what a draft kept."""
        self.words.setText(body.get("words") or "")
        self.price.setText(body.get("price") or "")
        self.gift.setText(body.get("gift") or "")
        self.quantity.choose(body.get("quantity") or "1")
        self.wearer.choose(body.get("wearer") or "")
        self.worn.choose(body.get("variant_id") or "")
        self.returned.setChecked(bool(body.get("returned")))
        self._more.setVisible(bool(self.gift.text() or self.wearer.value))

    def _lay_out(self, plates: Plates) -> None:
        piece = self.piece
        frame = PictureFrame(self.desk, plates, piece.picture if piece else None, _PLATE)
        name = Box(self.theme, self.words) if piece is None else self._name(piece)
        price = Box(self.theme, self.price)
        price.trail(PlainLabel(self.theme, self._currency, role="c", color="ink2"))
        price.setFixedWidth(self.theme.px(128))
        if piece is None or len(piece.sizes) < 2:
            self.worn.hide()
        self.worn.setFixedWidth(self.theme.px(92))
        self._take = icon_button(self.theme, "x", self.tr("Take this piece off"))
        first = line(frame, name, self.worn, self.quantity, price, self._take, gap=10)
        first.setStretch(1, 1)
        for part in (name, frame, self.quantity):
            first.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self._gift = TextLink(self.theme, self.tr("A gift, or for somebody else"), role="c")
        self._more = box(line(Box(self.theme, self.gift), self.wearer, gap=10))
        self._more.hide()
        rule = Rule(self.theme, color="hair")
        below = line(self._gift, self.remark, self.returned, gap=14)
        below.setStretch(1, 1)
        for label in (self._gift, self.remark):
            below.setAlignment(label, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(column(4, first, self.message, below, self._more, 4, rule))
        self._gift.clicked.connect(lambda: self._more.setVisible(not self._more.isVisible()))
        self._take.clicked.connect(self.removed)
        self.returned.clicked.connect(self._turn)
        for edit in (self.words, self.price, self.gift):
            edit.textEdited.connect(self._edited)
        for select in (self.worn, self.quantity, self.wearer):
            select.chosen.connect(self._edited)

    def _name(self, piece: "SalePiece") -> QWidget:
        name = PlainLabel(self.theme, piece.name, role="bm", elide=True)
        if not piece.colour:
            return name
        colour = PlainLabel(self.theme, piece.colour, role="c", color="ink2", elide=True)
        return box(column(None, name, colour, None))

    def _sizes(self) -> list[tuple[str, str]]:
        sizes = self.piece.sizes if self.piece else ()
        options = [
            (one.variant_id, fraction_words(one.label) if one.label else self.tr("One size"))
            for one in sizes
        ]
        # A piece of several sizes may be kept without one: the size is added when it is known.
        return options if len(options) == 1 else [("", self.tr("Size")), *options]

    def _minor(self) -> int:
        try:
            minor = read_amount(self.price.text(), exponent(self._currency))
        except UserError as error:
            raise UserError(said(error), field="pieces") from error
        if minor is None:
            raise UserError(self.tr("Write the price."), field="pieces")
        return minor

    def refuse(self, sentence: str) -> None:
        """Say how to mend it, and go where it is mended."""
        show_message(self.message, sentence)
        self.message.show()
        self._wanting().setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanting(self) -> QWidget:
        if self.piece is None and not self.words.text().strip():
            return self.words
        return self.price

    def learn_bought(self, found: "BoughtLine | None") -> None:
        """Take what was paid for the piece that comes back, and say when it was bought."""
        if not self.returned.isChecked():
            return
        if found is None:
            self.remark.set_text(self.tr("Not among the purchases in this book"))
            return
        day = self.desk.words.long_day(found.sold_on)
        self.remark.set_text(self.tr("Bought on {day}").format(day=day))
        if found.paid.currency == self._currency:
            self.price.setText(found.paid.decimal_text().removesuffix(".00"))
            self._edited()

    def _count(self) -> int:
        """Return how many, below nothing for what comes back."""
        count = int(self.quantity.value)
        return -count if self.returned.isChecked() else count

    def _turn(self) -> None:
        self.remark.set_text("")
        self._edited()
        if self.returned.isChecked():
            self.came_back.emit()

    def _edited(self) -> None:
        self.message.hide()
        self.changed.emit()


def _edit(name: str, placeholder: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    return made
