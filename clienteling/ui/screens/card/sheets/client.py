"""The client's own fields: names as people have them, how to address her, what to remember."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.forms import Field
from clienteling.ui.screens.card.sheets.facts import FactSheet, Row

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard
    from clienteling.queries.client_fields import ClientFields

_LANGUAGES = (
    "en", "fr", "it", "de", "es", "pt", "nl", "ru", "ar", "he", "zh-Hans", "zh-Hant", "ja", "ko",
)  # fmt: skip


class ClientSheet(FactSheet):
    """Edits every field of the client that a person may set."""

    _languages: tuple[str, ...] = ()

    @override
    def title(self) -> str:
        return self.tr("Edit the card")

    @override
    def reads(self) -> tuple[str, ...]:
        return ("circle",)

    @override
    def new_words(self) -> str:
        return ""

    @override
    def empty_words(self) -> str:
        return ""

    @override
    def known(self, card: "ClientCard") -> Sequence[Row]:
        return ()

    @override
    def remove(self, row_id: Id) -> None:
        """Nothing here is a row."""

    @override
    def fields(self) -> tuple[Field, ...]:
        from clienteling.ui.screens.card.words import spoken

        languages = tuple((one, spoken((one,))) for one in _LANGUAGES)
        orders = (
            ("given_first", self.tr("Given name first")),
            ("family_first", self.tr("Family name first")),
        )
        return (
            Field("given_name", self.tr("Given name"), optional=True),
            Field("family_name", self.tr("Family name"), optional=True),
            Field("native_name", self.tr("Name in its own script"), optional=True),
            Field("phonetic_name", self.tr("Reading (kana, pinyin)"), optional=True),
            Field("middle_name", self.tr("Middle name"), optional=True),
            Field("preferred_name", self.tr("Wishes to be called"), optional=True),
            Field("name_order", self.tr("Order"), "choice", orders),
            Field("form_of_address", self.tr("Form of address"), optional=True,
                  placeholder=self.tr("Signora")),
            Field("pronunciation", self.tr("How to say it"), optional=True),
            Field("company_name", self.tr("Company"), optional=True),
            Field("language", self.tr("Language"), "choice", languages, optional=True),
            Field("circle_id", self.tr("Circle"), "choice", (), optional=True),
            Field("languages", self.tr("Languages spoken"), "chips", languages),
            Field("remember", self.tr("Please remember"), optional=True, wide=True,
                  help=self.tr("Two sentences at most; everyone reads them first.")),
            Field("nationality", self.tr("Nationality (two letters)"), optional=True),
            Field("do_not_contact", self.tr("Wishes not to be contacted"), "toggle"),
        )  # fmt: skip

    @override
    def show_more(self, card: "ClientCard") -> None:
        from clienteling.queries.client_fields import client_fields

        self.desk.ask(
            self,
            client_fields,
            self._fill,
            latest="fields",
            client_id=self.client_id,
            language=self.theme.language,
        )

    @override
    def first_focus(self) -> QWidget:
        name = "remember" if self._about == "remember" else "given_name"
        return self.form.input(name).widget

    @override
    def store(self, values: Mapping[str, Any]) -> None:
        from clienteling.services.clients import edit_client
        from clienteling.services.kinds import NameOrder

        changed = self.form.changed_values()
        if not changed:
            self.close_sheet()
            return
        if "name_order" in changed:
            changed["name_order"] = NameOrder(changed["name_order"])
        if "languages" in changed:
            changed["languages"] = _in_order(changed["languages"], self._languages) or None
        self._closes = True
        why = self.tr("Card changed")
        self.act(edit_client, why, client_id=self.client_id, values=changed)

    def _fill(self, fields: "ClientFields") -> None:
        circles = self.form.input("circle_id")
        circles.choice.select.set_options([("", ""), *fields.circles])  # type: ignore[attr-defined] # a ChoiceInput
        self.form.set_values(fields.values)
        self._languages = fields.values["languages"]


def _in_order(chosen: tuple[str, ...], before: tuple[str, ...]) -> list[str]:
    """Keep the order in which languages were noted, the best spoken first; new ones come last."""
    kept = [one for one in before if one in chosen]
    return [*kept, *(one for one in chosen if one not in kept)]
