"""Her sizes as she said them; one that is open shows what it is near to in other systems."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.domain.size_charts import equivalents
from clienteling.domain.sizes import Size, SizeCategory, SizeSystem, Wearer, parse_size
from clienteling.ui.desk import Desk
from clienteling.ui.forms import Field
from clienteling.ui.screens.card.sheets.facts import FactSheet, Row
from clienteling.ui.screens.card.words import figure_of, worn_word
from clienteling.ui.widgets import Chip, FlowLayout, PlainLabel, box, clear

if TYPE_CHECKING:
    from clienteling.queries.card_facts import SizeFact
    from clienteling.queries.client_card import ClientCard


class SizesSheet(FactSheet):
    """Adds, edits and removes sizes; conversions are approximate, with chart and source."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self._open: Id | None = None

    @override
    def title(self) -> str:
        return self.tr("Sizes")

    @override
    def reads(self) -> tuple[str, ...]:
        return ("size_profile",)

    @override
    def new_words(self) -> str:
        return self.tr("One more size")

    @override
    def fields(self) -> tuple[Field, ...]:
        worn = tuple((one.value, worn_word(one.value)) for one in SizeCategory)
        return (
            Field("label", self.tr("Size as it was said"), placeholder="40 IT, 37½, M"),
            Field("category", self.tr("For"), "choice", worn),
            Field("wearer", self.tr("Counted as"), "choice", self._wearers()),
            Field("brand", self.tr("Only at this house"), optional=True),
            Field(
                "fit", self.tr("How it sits"), optional=True, placeholder=self.tr("narrow foot")
            ),
        )

    @override
    def first_values(self) -> Mapping[str, Any]:
        return {"category": "dress", "wearer": self._usual_wearer()}

    @override
    def known(self, card: "ClientCard") -> Sequence[Row]:
        return [Row(one.id, self._words(one), self._told(one)) for one in card.sizes]

    @override
    def show_more(self, card: "ClientCard") -> None:
        clear(self.above)
        fact = next((one for one in card.sizes if one.id == self.row_id), None)
        if fact is None:
            return
        near = _near(fact, Wearer(self._usual_wearer()))
        if not near:
            words = self.tr("No chart converts this size.")
            self.above.addWidget(PlainLabel(self.theme, words, role="c", color="ink3"))
            return
        chips = [Chip(self.theme, one.words) for one in near]
        title = PlainLabel(
            self.theme, self.tr("Approximately, in other systems"), role="s", color="ink2"
        )
        source = self.tr("Chart: {chart}. Source: {source}. Makers differ; the size said counts.")
        told = source.format(chart=near[0].chart, source=near[0].source)
        self.above.addSpacing(12)
        self.above.addWidget(title)
        self.above.addSpacing(6)
        self.above.addWidget(box(FlowLayout(*chips, gap=7, line_gap=7)))
        self.above.addSpacing(6)
        self.above.addWidget(PlainLabel(self.theme, told, role="c", color="ink3", wrap=True))

    @override
    def edit_row(self, row_id: Id) -> None:
        super().edit_row(row_id)
        if self.card is not None:
            self.show_more(self.card)
            self._bring_into_view()

    @override
    def values_of(self, card: "ClientCard", row_id: Id) -> Mapping[str, Any]:
        one = next(one for one in card.sizes if one.id == row_id)
        return {
            "label": " ".join(figure_of(one.category, one.system, one.label)).strip(),
            "category": one.category,
            "wearer": self._usual_wearer(),
            "brand": one.brand,
            "fit": one.fit,
        }

    @override
    def store(self, values: Mapping[str, Any]) -> None:
        from clienteling.services.knowledge import edit_size, set_size

        category = SizeCategory(values["category"])
        said = self._said(values["label"], category, Wearer(values["wearer"]))
        kept = {
            "category": category.value,
            "system": said.system.value,
            "label": said.label,
            "brand": values["brand"],
            "fit": values["fit"],
            "staff_id": self.staff_id,
        }
        if self.row_id is not None:
            full = {**kept, "confirmed_on": self.today}
            self.act(edit_size, self.tr("Size kept"), size_id=self.row_id, values=full)
            return
        self.act(
            set_size, self.tr("Size kept"), client_id=self.client_id, today=self.today, **kept
        )

    @override
    def remove(self, row_id: Id) -> None:
        from clienteling.services.knowledge import remove_size

        self.take_away(remove_size, self.tr("Size taken away"), size_id=row_id)

    def _said(self, text: str, category: SizeCategory, wearer: Wearer) -> Size:
        """Read a size; one that was only looked at keeps its system, whatever its short name."""
        fact = self._edited()
        if fact is not None and fact.category == category.value:
            shown = " ".join(figure_of(fact.category, fact.system, fact.label)).strip()
            if text.strip() == shown:
                return Size(category, SizeSystem(fact.system), fact.label)
        try:
            return parse_size(text, category, wearer=wearer)
        except UserError as error:
            sentence = self.tr("Write the size with its system, like 40 IT or 37½ EU.")
            raise UserError(sentence, field="label") from error

    def _edited(self) -> "SizeFact | None":
        sizes = self.card.sizes if self.card else ()
        return next((one for one in sizes if one.id == self.row_id), None)

    def _words(self, one: "SizeFact") -> str:
        figure, system = figure_of(one.category, one.system, one.label)
        return f"{worn_word(one.category)}  {figure} {system}".strip()

    def _told(self, one: "SizeFact") -> str:
        day = self.desk.words.long_day(one.confirmed_on) if one.confirmed_on else ""
        return " · ".join(x for x in (one.brand, one.fit, day, one.taken_by) if x)

    def _wearers(self) -> tuple[tuple[str, str], ...]:
        return (("women", self.tr("Women’s sizes")), ("men", self.tr("Men’s sizes")))

    def _usual_wearer(self) -> str:
        return "men" if self.card is not None and self.card.gender == "male" else "women"


def _near(fact: "SizeFact", wearer: Wearer) -> tuple[Any, ...]:
    try:
        size = Size(SizeCategory(fact.category), SizeSystem(fact.system), fact.label)
    except ValueError:  # a house's own system has no chart
        return ()
    return equivalents(size, wearer)
