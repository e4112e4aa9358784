"""What she decided about being written to: decisions are added, none before is changed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from clienteling.ui.forms import Field
from clienteling.ui.screens.card.sheets.facts import FactSheet, Row
from clienteling.ui.screens.card.words import channel_word

if TYPE_CHECKING:
    from clienteling.domain.ids import Id
    from clienteling.queries.client_card import ClientCard

_CHANNELS = ("phone", "whatsapp", "wechat", "line", "sms", "email", "post", "any")


class ConsentSheet(FactSheet):
    """Records a decision per channel; the present one is always the last."""

    @override
    def title(self) -> str:
        return self.tr("Consent")

    @override
    def reads(self) -> tuple[str, ...]:
        return ("consent_event",)

    @override
    def new_words(self) -> str:
        return self.tr("Record a decision")

    @override
    def empty_words(self) -> str:
        return self.tr("Not asked yet how to keep in touch")

    @override
    def fields(self) -> tuple[Field, ...]:
        channels = tuple((one, channel_word(one)) for one in _CHANNELS)
        return (
            Field("channels", self.tr("By what way"), "chips", channels, wide=True),
            Field("decision", self.tr("Decision"), "choice", self._decisions()),
            Field("method", self.tr("How it was given"), "choice", self._methods()),
            Field("wording", self.tr("In these words"), optional=True, wide=True),
        )

    @override
    def first_values(self) -> Mapping[str, Any]:
        return {"channels": (), "decision": "granted", "method": "verbal_logged"}

    @override
    def known(self, card: "ClientCard") -> Sequence[Row]:
        rows = []
        for one in card.consent.permissions:
            word = self.tr("allowed") if one.allowed else self.tr("refused")
            day = self.desk.words.long_day(self.desk.words.local_day(one.at))
            told = f"{word} · {day}"
            name = channel_word(one.channel)
            rows.append(Row(one.channel.value, name, told, editable=True, removable=one.allowed))
        return rows

    @override
    def values_of(self, card: "ClientCard", row_id: "Id") -> Mapping[str, Any]:
        allowed = any(one.allowed for one in card.consent.permissions if one.channel == row_id)
        decision = "withdrawn" if allowed else "granted"
        return {**self.first_values(), "channels": (row_id,), "decision": decision}

    @override
    def store(self, values: Mapping[str, Any]) -> None:
        from clienteling.domain.errors import UserError

        if not values["channels"]:
            raise UserError(self.tr("Choose one way at least."), field="channels")
        self._record(values)

    @override
    def remove(self, row_id: "Id") -> None:
        """Record that a permission was withdrawn; the decision before it stays in the book."""
        values = {**self.first_values(), "channels": (row_id,), "decision": "withdrawn"}
        self._record({**values, "wording": None})

    def _record(self, values: Mapping[str, Any]) -> None:
        from clienteling.services.consent import record_decisions
        from clienteling.services.kinds import ConsentChannel, ConsentDecision, ConsentMethod

        me = self.desk.me
        self.act(
            record_decisions,
            self.tr("Decision recorded"),
            client_id=self.client_id,
            channels=tuple(ConsentChannel(one) for one in values["channels"]),
            decision=ConsentDecision(values["decision"]),
            method=ConsentMethod(values["method"]),
            wording=values["wording"],
            staff_id=self.staff_id,
            store_id=me.store.id if me else None,
        )

    def _decisions(self) -> tuple[tuple[str, str], ...]:
        return (
            ("granted", self.tr("Allowed")),
            ("refused", self.tr("Refused")),
            ("withdrawn", self.tr("Withdrawn")),
        )

    def _methods(self) -> tuple[tuple[str, str], ...]:
        return (
            ("verbal_logged", self.tr("Said at the counter")),
            ("paper_signed", self.tr("Signed on paper")),
            ("pad_signed", self.tr("Signed on the pad")),
            ("web", self.tr("On the web site")),
        )
