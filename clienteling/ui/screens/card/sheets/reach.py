"""How to reach her: numbers and addresses of the net, and where post goes."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.forms import Field
from clienteling.ui.screens.card.sheets.facts import FactSheet, Row
from clienteling.ui.screens.card.words import address_word, contact_word, owner_word
from clienteling.ui.widgets import Button, Rule, box, line

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard

_KINDS = (
    "mobile", "phone", "email", "whatsapp", "wechat", "wecom", "line", "kakaotalk", "instagram",
    "telegram",
)  # fmt: skip
_LABELS = ("home", "work", "hotel", "yacht", "assistant", "invoice")


class ReachSheet(FactSheet):
    """Numbers and net addresses; from here a call is logged, and postal addresses are opened."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self.call = Button(self.theme, self.tr("Log a call"), icon="phone")
        self.post = Button(self.theme, self.tr("Postal addresses"), icon="mailbox")
        self._addresses: AddressesSheet | None = None
        self.above.addSpacing(14)
        self.above.addWidget(box(line(self.call, self.post, None)))
        self.above.addSpacing(6)
        self.above.addWidget(Rule(self.theme, color="hair"))
        self.call.clicked.connect(self._log_call)
        self.post.clicked.connect(self._open_addresses)

    @override
    def title(self) -> str:
        return self.tr("How to reach this client")

    @override
    def reads(self) -> tuple[str, ...]:
        return ("contact_point",)

    @override
    def new_words(self) -> str:
        return self.tr("One more")

    @override
    def empty_words(self) -> str:
        return self.tr("No number or address noted")

    @override
    def fields(self) -> tuple[Field, ...]:
        kinds = tuple((one, contact_word(one)) for one in _KINDS)
        return (
            Field("value", self.tr("Number or address"), placeholder="+33 6 12 34 56 78"),
            Field("kind", self.tr("By"), "choice", kinds),
            Field("owner", self.tr("Who answers"), "choice", self._owners()),
            Field("label", self.tr("Name, or when"), optional=True,
                  placeholder=self.tr("Mr Reed, evenings")),
        )  # fmt: skip

    @override
    def first_values(self) -> Mapping[str, Any]:
        return {"kind": "mobile", "owner": "self"}

    @override
    def known(self, card: "ClientCard") -> Sequence[Row]:
        found = []
        for one in card.contacts:
            parts = (contact_word(one.kind), owner_word(one.owner), one.label)
            found.append(Row(one.id, one.value, " · ".join(x for x in parts if x)))
        return found

    @override
    def values_of(self, card: "ClientCard", row_id: Id) -> Mapping[str, Any]:
        one = next(one for one in card.contacts if one.id == row_id)
        owner = one.owner.value
        return {"value": one.value, "kind": one.kind.value, "owner": owner, "label": one.label}

    @override
    def store(self, values: Mapping[str, Any]) -> None:
        from clienteling.services.clients import NewContact, add_contact, edit_contact
        from clienteling.services.kinds import ContactKind, ContactOwner

        kind, owner = ContactKind(values["kind"]), ContactOwner(values["owner"])
        contact = NewContact(kind, values["value"], values["label"], owner)
        region = self.desk.me.store.country if self.desk.me else None
        if self.row_id is not None:
            why = self.tr("Number or address changed")
            self.act(edit_contact, why, contact_id=self.row_id, contact=contact, region=region)
            return
        why = self.tr("Number or address kept")
        self.act(add_contact, why, client_id=self.client_id, contact=contact, region=region)

    @override
    def remove(self, row_id: Id) -> None:
        from clienteling.services.clients import remove_contact

        self.take_away(remove_contact, self.tr("Taken away"), contact_id=row_id)

    def _owners(self) -> tuple[tuple[str, str], ...]:
        return (
            ("self", self.tr("The client")),
            ("assistant", self.tr("An assistant")),
            ("spouse", self.tr("The spouse")),
        )

    def _log_call(self) -> None:
        self.close_sheet()
        self.desk.asked_to_log.emit(self.client_id, "call")

    def _open_addresses(self) -> None:
        if self._addresses is None:
            self._addresses = AddressesSheet(self.desk, self.window())
        self._addresses.begin(self.client_id)


class AddressesSheet(FactSheet):
    """Where post goes."""

    @override
    def title(self) -> str:
        return self.tr("Postal addresses")

    @override
    def reads(self) -> tuple[str, ...]:
        return ("address",)

    @override
    def new_words(self) -> str:
        return self.tr("One more address")

    @override
    def empty_words(self) -> str:
        return self.tr("No address noted")

    @override
    def fields(self) -> tuple[Field, ...]:
        labels = tuple((one, address_word(one)) for one in _LABELS)
        return (
            Field("lines", self.tr("Street and house"), "words", optional=True),
            Field("locality", self.tr("Town")),
            Field("postal_code", self.tr("Postal code"), optional=True),
            Field("region", self.tr("Region"), optional=True),
            Field("country", self.tr("Country (two letters)"), optional=True, placeholder="FR"),
            Field("label", self.tr("What it is"), "choice", labels),
        )

    @override
    def first_values(self) -> Mapping[str, Any]:
        return {"label": "home", "country": self.desk.me.store.country if self.desk.me else None}

    @override
    def known(self, card: "ClientCard") -> Sequence[Row]:
        rows = []
        for one in card.addresses:
            town = " ".join(x for x in (one.postal_code, one.locality) if x)
            parts = (*one.lines, town, one.country or "")
            told = address_word(one.label)
            rows.append(Row(one.id, ", ".join(x for x in parts if x), told))
        return rows

    @override
    def values_of(self, card: "ClientCard", row_id: Id) -> Mapping[str, Any]:
        one = next(one for one in card.addresses if one.id == row_id)
        return {
            "lines": "\n".join(one.lines),
            "locality": one.locality,
            "postal_code": one.postal_code,
            "region": one.region,
            "country": one.country,
            "label": one.label.value,
        }

    @override
    def store(self, values: Mapping[str, Any]) -> None:
        from clienteling.services.clients import put_address
        from clienteling.services.kinds import AddressLabel

        lines = [one.strip() for one in (values["lines"] or "").splitlines() if one.strip()]
        country = (values["country"] or "").strip().upper() or None
        full = {
            **values,
            "lines": lines or None,
            "country": country,
            "label": AddressLabel(values["label"]),
        }
        if self.row_id is None and self.card is not None:
            full["is_primary"] = not self.card.addresses
        why = self.tr("Address kept")
        self.act(put_address, why, client_id=self.client_id, address_id=self.row_id, values=full)

    @override
    def remove(self, row_id: Id) -> None:
        from clienteling.services.clients import remove_address

        self.take_away(remove_address, self.tr("Address taken away"), address_id=row_id)
