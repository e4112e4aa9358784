"""What she loves, avoids and is allergic to."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.forms import Field
from clienteling.ui.screens.card.sheets.facts import FactSheet, Row

if TYPE_CHECKING:
    from clienteling.queries.card_facts import PreferenceFact
    from clienteling.queries.client_card import ClientCard

_STRENGTHS = 5
_USUAL_STRENGTH = "3"


class PreferencesSheet(FactSheet):
    """Adds, edits and removes preferences and allergies."""

    @override
    def title(self) -> str:
        return self.tr("Preferences and allergies")

    @override
    def reads(self) -> tuple[str, ...]:
        return ("preference",)

    @override
    def new_words(self) -> str:
        return self.tr("One more")

    @override
    def fields(self) -> tuple[Field, ...]:
        strengths = tuple((str(n), self._strength(n)) for n in range(1, _STRENGTHS + 1))
        return (
            Field("words", self.tr("What"), placeholder=self.tr("Camel, silk twill, nickel…")),
            Field("polarity", self.tr("Loves or avoids"), "choice", self._polarities()),
            Field("target", self.tr("Kind"), "choice", self._targets()),
            Field("strength", self.tr("How much"), "choice", strengths),
            Field(
                "detail",
                self.tr("Because, or instead"),
                optional=True,
                placeholder=self.tr("gold or platinum hardware only"),
                wide=True,
            ),
        )

    @override
    def first_values(self) -> Mapping[str, Any]:
        return {"polarity": "likes", "target": "free", "strength": _USUAL_STRENGTH}

    @override
    def known(self, card: "ClientCard") -> Sequence[Row]:
        return [Row(one.id, one.words, self._told(one)) for one in _all(card)]

    @override
    def values_of(self, card: "ClientCard", row_id: Id) -> Mapping[str, Any]:
        one = next(one for one in _all(card) if one.id == row_id)
        return {
            "words": one.words,
            "polarity": one.polarity.value,
            "target": one.target.value,
            "strength": str(one.strength),
            "detail": one.detail,
        }

    @override
    def store(self, values: Mapping[str, Any]) -> None:
        from clienteling.services.kinds import Polarity, PreferenceTarget
        from clienteling.services.knowledge import add_preference, edit_preference

        full = {
            **values,
            "polarity": Polarity(values["polarity"]),
            "target": PreferenceTarget(values["target"]),
            "strength": int(values["strength"]),
        }
        if self.row_id is not None:
            why = self.tr("Preference changed")
            self.act(edit_preference, why, preference_id=self.row_id, values=full)
            return
        self.act(
            add_preference,
            self.tr("Preference noted"),
            client_id=self.client_id,
            today=self.today,
            staff_id=self.staff_id,
            **full,
        )

    @override
    def remove(self, row_id: Id) -> None:
        from clienteling.services.knowledge import remove_preference

        why = self.tr("Preference taken away")
        self.take_away(remove_preference, why, preference_id=row_id)

    def _told(self, one: "PreferenceFact") -> str:
        polarity = dict(self._polarities())[one.polarity.value]
        return " · ".join(x for x in (polarity, self._strength(one.strength), one.detail) if x)

    def _polarities(self) -> tuple[tuple[str, str], ...]:
        return (
            ("likes", self.tr("Loves")),
            ("dislikes", self.tr("Does not like")),
            ("avoid", self.tr("Avoids")),
            ("allergic", self.tr("Allergy")),
        )

    def _targets(self) -> tuple[tuple[str, str], ...]:
        return (
            ("free", self.tr("Anything")),
            ("colour", self.tr("Colour")),
            ("material", self.tr("Material")),
            ("style", self.tr("Style")),
            ("fit", self.tr("Fit")),
            ("category", self.tr("Category")),
            ("brand", self.tr("House")),
            ("designer", self.tr("Designer")),
            ("occasion", self.tr("Occasion")),
            ("hospitality", self.tr("Hospitality")),
        )

    def _strength(self, strength: int) -> str:
        return {
            1: self.tr("A little"),
            2: self.tr("Somewhat"),
            3: self.tr("Clearly"),
            4: self.tr("Strongly"),
        }.get(strength, self.tr("Always"))


def _all(card: "ClientCard") -> "list[PreferenceFact]":
    return [*card.allergies, *card.loves, *card.avoids]
