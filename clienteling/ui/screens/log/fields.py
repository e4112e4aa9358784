"""What is filled in on the log sheet: choices of its kind, words, what about, seen by, pieces."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.errors import UserError
from clienteling.ui.desk import Desk
from clienteling.ui.screens.log.about import About, labelled, seen_by
from clienteling.ui.screens.log.choices import (
    call_choices,
    inbound_toggle,
    no_sale_choices,
    visit_choices,
)
from clienteling.ui.screens.log.purchase import PurchasePage
from clienteling.ui.screens.log.view_model import LogModel, Meeting
from clienteling.ui.sentences import said
from clienteling.ui.widgets import PlainLabel, TextArea, column
from clienteling.ui.widgets.announce import show_message

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard

_MARGIN = 28
_ROWS = 6


class Fields(QWidget):
    """The fields of every kind; those of the kind in front are shown, the words stay for all.

    Args:
        desk: Theme, search.
        model: Looks pieces up and saves.
    """

    written = Signal()

    def __init__(self, desk: Desk, model: LogModel) -> None:
        super().__init__()
        self.desk, self.theme, self.model = desk, desk.theme, model
        self.kind = "note"
        self._filling = False
        theme = self.theme
        self.outcome = call_choices(theme)
        self.inbound = inbound_toggle(theme)
        self._inbound = labelled(theme, "", self.inbound)
        self.motive = visit_choices(theme)
        self._no_sale, self.no_sale = no_sale_choices(theme)
        self.words = TextArea(theme, self.tr("Words"), rows=_ROWS, show_label=False)
        right = Qt.AlignmentFlag.AlignRight
        kept = self.tr("Kept as you write")
        self.kept = PlainLabel(theme, kept, role="c", color="ink2", align=right)
        self.message = PlainLabel(theme, role="c", color="crit", wrap=True)
        self.about = About(desk)
        self._seen, self.seen = seen_by(theme, self._readers(), self.tr("Seen by"))
        self.purchase = PurchasePage(desk, model)
        self.setLayout(
            column(
                self.outcome, self._inbound, self.motive, self._no_sale, self.purchase,
                6, self.words, 2, self.message, self.kept, 8, self.about, self._seen, None,
                margins=(_MARGIN, 18, _MARGIN, 8),
            )
        )  # fmt: skip
        self._connect()

    @property
    def first(self) -> QWidget:
        """What takes the focus for the kind in front."""
        return {
            "piece": self.purchase.finder.edit,
            "call": self.outcome.focusProxy(),
            "visit": self.motive.focusProxy(),
        }.get(self.kind) or self.words.edit

    def begin(self) -> None:
        """Empty everything; emptying is no writing."""
        self._filling = True
        self.words.set_text("")
        self.about.begin()
        self.purchase.begin()
        self.seen.choose("hq")
        for chips in (self.outcome.chips, self.motive.chips, self.no_sale):
            chips.choose()
        self.inbound.setChecked(False)
        self.refuse_nothing()
        self._filling = False

    def choose(self, kind: str) -> None:
        """Bring a kind to the front."""
        self.kind = kind
        for part in (self.words, self.kept, self.about, self._seen):
            part.setVisible(kind != "piece")
        self.purchase.setVisible(kind == "piece")
        for part in (self.outcome, self._inbound):
            part.setVisible(kind == "call")
        for part in (self.motive, self._no_sale):
            part.setVisible(kind == "visit")
        self.outcome.set_active(kind == "call")
        self.motive.set_active(kind == "visit")
        self.words.edit.setPlaceholderText(self._placeholder())
        self.refuse_nothing()

    def offer(self, card: "ClientCard") -> None:
        """Offer what is known of the client: wishes to speak of, kin to buy for."""
        self.about.offer(card)
        self.about.read(self.words.text)
        self.purchase.offer(card)

    def body(self) -> dict[str, Any]:
        """Return everything for a draft."""
        return {
            "kind": self.kind,
            "words": self.words.text,
            "seen_by": self.seen.value,
            "about": self.about.body(),
            "outcome": self.outcome.chips.value,
            "motive": self.motive.chips.value,
            "no_sale": self.no_sale.values,
            "inbound": self.inbound.isChecked(),
            "pieces": self.purchase.body(),
        }

    def is_empty(self) -> bool:
        """Say whether nothing is worth a draft."""
        body = self.body()
        marks = ("words", "about", "outcome", "motive", "no_sale", "pieces")
        return not any(body[name] for name in marks)

    def restore(self, body: dict[str, Any]) -> None:
        """Give back what a draft kept, before whatever was written since."""
        self._filling = True
        parts = (str(body.get("words") or ""), self.words.text)
        self.words.set_text("\n".join(one for one in parts if one))
        self.seen.choose(body.get("seen_by") or "hq")
        self.about.restore(body.get("about"))
        self.outcome.chips.choose(*filter(None, [body.get("outcome")]))
        self.motive.chips.choose(*filter(None, [body.get("motive")]))
        self.no_sale.choose(*(body.get("no_sale") or ()))
        self.inbound.setChecked(bool(body.get("inbound")))
        self.purchase.restore(body.get("pieces") or [])
        cursor = self.words.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.words.edit.setTextCursor(cursor)
        self._filling = False

    def save(self) -> None:
        """Keep the kind in front.

        Raises:
            UserError: something is missing; ``refuse`` shows it where it belongs.
        """
        if self.kind == "note":
            seen = self.seen.value or "hq"
            self.model.save_note(self.words.text, seen, self.about.product_id)
        elif self.kind == "piece":
            self.purchase.save()
        elif self.kind == "call":
            self.model.save_call(self._meeting())
        else:
            self.model.save_visit(self._meeting())

    def refuse(self, error: UserError) -> None:
        """Say what is missing, where it is."""
        if error.field == "outcome":
            self.outcome.refuse(said(error))
        elif self.kind == "piece":
            self.purchase.refuse(said(error))
        else:
            show_message(self.message, said(error))
            self.message.show()
            self.words.box.set_state("error")
            self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse_nothing(self) -> None:
        """Take every message away."""
        self.message.hide()
        self.words.box.set_state("plain")
        self.outcome.refuse("")
        self.purchase.refuse("")

    def _connect(self) -> None:
        self.words.changed.connect(self._read_words)
        for part in (self.about, self.purchase, self.seen, self.no_sale):
            part.changed.connect(self._write)
        for choice in (self.outcome, self.motive):
            choice.chosen.connect(self._chosen)
        self.inbound.clicked.connect(self._write)

    def _meeting(self) -> Meeting:
        call = self.kind == "call"
        return Meeting(
            self.words.text or None,
            self.seen.value or "hq",
            self.about.product_id,
            outcome=self.outcome.chips.value if call else None,
            motive=None if call else self.motive.chips.value,
            no_sale_reason=None if call else " ".join(self.no_sale.values) or None,
            inbound=call and self.inbound.isChecked(),
        )

    def _read_words(self) -> None:
        if not self._filling:
            self.about.read(self.words.text)
        self._write()

    def _chosen(self) -> None:
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._write()

    def _write(self) -> None:
        if not self._filling:
            self.refuse_nothing()
            self.written.emit()

    def _placeholder(self) -> str:
        return {
            "call": self.tr("What was said, if anything is to be kept"),
            "visit": self.tr("What was looked at, tried, said"),
        }.get(self.kind, self.tr("What happened, what was said, what to remember"))

    def _readers(self) -> list[tuple[str, str]]:
        return [
            ("hq", self.tr("The house")),
            ("store", self.tr("This boutique")),
            ("private", self.tr("Only me")),
        ]
