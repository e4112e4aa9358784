"""One wish: a piece of the house, or words where it has none."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.finder import Found, PieceFinder
from clienteling.ui.forms import Field
from clienteling.ui.screens.card.sheets.facts import FactSheet, Row
from clienteling.ui.screens.card.tiles import whereabouts

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard
    from clienteling.queries.sale_pieces import SalePiece


class WishSheet(FactSheet):
    """Adds a wish, or sets one right; the size she wears is filled in."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self._piece: Id | None = None
        self.finder = PieceFinder(desk, self.tr("Find a piece by name, number or scan"))
        self.above.addSpacing(14)
        self.above.addWidget(self.finder)
        self.finder.chosen.connect(self._choose)

    @override
    def begin(self, *about: str) -> None:
        self._piece = None
        self.finder.empty()
        super().begin(*about)

    @override
    def title(self) -> str:
        return self.tr("Wish list")

    @override
    def reads(self) -> tuple[str, ...]:
        return ("wish",)

    @override
    def new_words(self) -> str:
        return self.tr("One more wish")

    @override
    def empty_words(self) -> str:
        return self.tr("No wishes noted")

    @override
    def first_focus(self) -> QWidget:
        return self.finder.edit

    @override
    def fields(self) -> tuple[Field, ...]:
        return (
            Field("words", self.tr("The piece, or words"), placeholder=self.tr("a hat for Ascot")),
            Field("size_label", self.tr("Size"), optional=True),
            Field("occasion", self.tr("For"), optional=True),
            Field("needed_by", self.tr("By"), "date", optional=True),
        )

    @override
    def known(self, card: "ClientCard") -> Sequence[Row]:
        shown = [
            one for one in card.wishes if not (self.desk.discreet and one.hide_from_client_id)
        ]
        return [
            Row(
                one.id,
                one.words,
                " · ".join(x for x in (one.size_label, whereabouts(one)[0]) if x),
            )
            for one in shown
        ]

    @override
    def values_of(self, card: "ClientCard", row_id: Id) -> Mapping[str, Any]:
        one = next(one for one in card.wishes if one.id == row_id)
        self._piece = one.product_id
        return {
            "words": one.words,
            "size_label": one.size_label,
            "occasion": one.occasion,
            "needed_by": one.needed_by,
        }

    @override
    def store(self, values: Mapping[str, Any]) -> None:
        from clienteling.services.wishes import add_wish, edit_wish

        full = {**values, "words": None if self._piece else values["words"]}
        if self.row_id is not None:
            full["product_id"] = self._piece
            self.act(edit_wish, self.tr("Wish changed"), wish_id=self.row_id, values=full)
            return
        self.act(
            add_wish,
            self.tr("Wish noted"),
            client_id=self.client_id,
            today=self.today,
            staff_id=self.staff_id,
            product_id=self._piece,
            **full,
        )

    @override
    def remove(self, row_id: Id) -> None:
        from clienteling.services.wishes import drop_wish

        self.take_away(drop_wish, self.tr("Wish taken off"), wish_id=row_id)

    @override
    def _kept(self, _value: object) -> None:
        self._piece = None
        super()._kept(_value)

    def _choose(self, found: Found) -> None:
        from clienteling.queries.sale_pieces import sale_piece

        me = self.desk.me
        self.desk.ask(
            self,
            sale_piece,
            self._take,
            latest="piece",
            product_id=found.id,
            client_id=self.client_id,
            store_id=me.store.id if me else None,
            currency=me.store.currency if me else "EUR",
            variant_id=found.detail,
            language=self.theme.language,
        )

    def _take(self, piece: "SalePiece") -> None:
        self._piece = piece.product_id
        label = next((x.label for x in piece.sizes if x.variant_id == piece.chosen), None)
        self.form.set_values({"words": piece.name, "size_label": label})
        self.form.input("size_label").widget.setFocus()
