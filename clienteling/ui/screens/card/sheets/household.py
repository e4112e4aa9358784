"""Who belongs to her: found among the clients, with what they are to her."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.finder import ClientFinder, Found
from clienteling.ui.forms import Field
from clienteling.ui.screens.card.sheets.facts import FactSheet, Row
from clienteling.ui.screens.card.words import is_hidden, kin_word
from clienteling.ui.widgets import HIDDEN, PlainLabel

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard

_KINDS = (
    "spouse", "partner", "child", "parent", "sibling", "friend", "assistant", "principal",
    "stylist", "referrer", "referred", "buyer", "driver", "guardian", "minor", "other",
)  # fmt: skip


class HouseholdSheet(FactSheet):
    """Adds and removes ties between clients."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self._other: Found | None = None
        self.finder = ClientFinder(desk, self.tr("Find the other client"))
        self._chosen = PlainLabel(self.theme, role="bb", elide=True)
        self.above.addSpacing(14)
        self.above.addWidget(self.finder)
        self.above.addWidget(self._chosen)
        self.finder.chosen.connect(self._choose)

    @override
    def begin(self, *about: str) -> None:
        self.finder.but = about[0]
        self._choose(None)
        super().begin(*about)

    @override
    def title(self) -> str:
        return self.tr("Household and ties")

    @override
    def reads(self) -> tuple[str, ...]:
        return ("relationship",)

    @override
    def new_words(self) -> str:
        return self.tr("What the other is to this client")

    @override
    def empty_words(self) -> str:
        return self.tr("Nobody noted")

    @override
    def first_focus(self) -> QWidget:
        return self.finder.edit

    @override
    def fields(self) -> tuple[Field, ...]:
        kinds = tuple((one, kin_word(one)) for one in _KINDS)
        return (
            Field("kind", self.tr("Tie"), "choice", kinds),
            Field("words", self.tr("In words"), optional=True, placeholder=self.tr("Husband")),
            Field("secret", self.tr("Say nothing of it"), "toggle"),
        )

    @override
    def first_values(self) -> Mapping[str, Any]:
        return {"kind": "spouse"}

    @override
    def known(self, card: "ClientCard") -> Sequence[Row]:
        rows = []
        for one in card.household:
            hidden = self.desk.discreet and is_hidden(one)
            name = HIDDEN if hidden else one.person.display
            told = HIDDEN if hidden else one.words or kin_word(one.kind)
            rows.append(Row(one.relationship_id, name, told, editable=False))
        return rows

    @override
    def store(self, values: Mapping[str, Any]) -> None:
        from clienteling.services.clients import relate
        from clienteling.services.kinds import RelationshipKind

        if self._other is None:
            sentence = self.tr("Find the other client first; a new one is added with Ctrl+N.")
            raise UserError(sentence)
        self.act(
            relate,
            self.tr("Tie noted"),
            from_client_id=self._other.id,
            to_client_id=self.client_id,
            kind=RelationshipKind(values["kind"]),
            words=values["words"],
            secret=values["secret"],
        )

    @override
    def remove(self, row_id: Id) -> None:
        from clienteling.services.clients import remove_relationship

        self.take_away(remove_relationship, self.tr("Tie taken away"), relationship_id=row_id)

    @override
    def _kept(self, _value: object) -> None:
        self._choose(None)
        super()._kept(_value)

    def _choose(self, found: Found | None) -> None:
        self._other = found
        self._chosen.set_text(found.name if found else "")
        self._chosen.setVisible(found is not None)
        if found is not None:
            self.form.input("kind").widget.setFocus()
