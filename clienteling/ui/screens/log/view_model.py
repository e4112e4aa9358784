"""What the log sheet knows of the client, the draft it keeps, and how each kind is saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk

if TYPE_CHECKING:
    from datetime import date

    from clienteling.services.log import Share, SoldPiece

_DRAFT_MS = 400


@dataclass(frozen=True, slots=True)
class Meeting:
    """A call or a visit as it is logged; what was not chosen is None."""

    words: str | None
    seen_by: str
    product_id: Id | None
    outcome: str | None = None
    motive: str | None = None
    no_sale_reason: str | None = None
    inbound: bool = False


class LogModel(QObject):
    """One client's log.

    ``known(card)`` carries who she is, ``restored(body)`` a draft, ``found(piece)`` a piece to be
    sold, ``staffed(people)`` who may have served; ``saved`` tells that all is kept,
    ``refused(error)`` that it was not, ``kept`` that the words are safe in a draft.
    """

    known = Signal(object)
    restored = Signal(dict)
    found = Signal(object)
    staffed = Signal(tuple)
    saved = Signal()
    refused = Signal(object)
    kept = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.client_id: Id = ""
        self._body: Mapping[str, Any] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._timer.timeout.connect(self.keep_now)

    @property
    def today(self) -> "date":
        """The boutique's day."""
        me = self.desk.me
        return self.desk.backend.clock.today(me.store.time_zone if me else "UTC")

    @property
    def currency(self) -> str:
        """What the boutique sells in."""
        return self.desk.me.store.currency if self.desk.me else "EUR"

    def begin(self, client_id: Id) -> None:
        """Take up a client: who she is, and what was begun about her."""
        from clienteling.queries.client_card import client_card
        from clienteling.queries.drafts import draft

        self.client_id = client_id
        me = self.desk.me
        self.desk.ask(
            self,
            client_card,
            self.known.emit,
            latest="card",
            client_id=client_id,
            today=self.today,
            store_id=me.store.id if me else None,
            language=self.desk.theme.language,
        )
        from clienteling.queries.house import staff

        self.desk.ask(self, staff, self.staffed.emit, latest="staff")
        if me is not None:
            self.desk.ask(
                self,
                draft,
                self._restore,
                latest="draft",
                staff_id=me.staff.id,
                place=self._place,
            )

    def write(self, body: Mapping[str, Any], *, is_empty: bool) -> None:
        """Keep what is being written a moment later; an emptied sheet leaves no draft."""
        self._body = {} if is_empty else body
        self._timer.start()

    def keep_now(self) -> None:
        """Keep what waits to be kept."""
        from clienteling.services.drafts import drop_draft, keep_draft

        self._timer.stop()
        body, self._body = self._body, None
        me = self.desk.me
        if body is None or me is None:
            return
        who, where = me.staff.id, self._place
        if body:
            self.desk.act(
                self,
                keep_draft,
                "",
                quiet=True,
                then=self._tell_kept,
                body=body,
                staff_id=who,
                place=where,
            )
        else:
            self.desk.act(self, drop_draft, "", quiet=True, staff_id=who, place=where)

    def find_piece(self, product_id: Id, variant_id: Id | None) -> None:
        """Look up a piece as it is sold."""
        from clienteling.queries.sale_pieces import sale_piece

        me = self.desk.me
        self.desk.ask(
            self,
            sale_piece,
            self.found.emit,
            product_id=product_id,
            client_id=self.client_id,
            store_id=me.store.id if me else None,
            currency=self.currency,
            variant_id=variant_id,
            language=self.desk.theme.language,
        )

    def find_bought(
        self,
        row: QObject,
        learn: Callable[[Any], None],
        *,
        product_id: Id | None,
        variant_id: Id | None,
        words: str | None,
    ) -> None:
        """Look up when the piece of a row was bought, and for how much."""
        from clienteling.queries.bought import bought_line

        self.desk.ask(
            row,
            bought_line,
            learn,
            latest="bought",
            client_id=self.client_id,
            product_id=product_id,
            variant_id=variant_id,
            words=words,
        )

    def save_note(self, words: str, seen_by: str, product_id: Id | None) -> None:
        """Keep a note."""
        from clienteling.services.kinds import Visibility
        from clienteling.services.log import log_note

        if not words:
            raise UserError(self.tr("Write a few words first."), field="body")
        self._save(
            log_note,
            self.tr("Note kept"),
            body=words,
            visibility=Visibility(seen_by),
            product_id=product_id,
        )

    def save_call(self, call: Meeting) -> None:
        """Keep a call; how it went is the one thing needed."""
        if call.outcome is None and not call.words:
            raise UserError(self.tr("Choose how the call went."), field="outcome")
        self._meet("call", self.tr("Call kept"), call)

    def save_visit(self, visit: Meeting) -> None:
        """Keep a visit."""
        self._meet("visit", self.tr("Visit kept"), visit)

    def save_purchase(self, pieces: "tuple[SoldPiece, ...]", shares: "tuple[Share, ...]") -> None:
        """Keep a purchase noted by hand."""
        from clienteling.services.log import log_purchase

        me = self.desk.me
        if me is None:
            raise UserError(self.tr("Say under Settings in which boutique this till stands."))
        is_bought = any(one.quantity > 0 for one in pieces)
        self._keep(
            log_purchase,
            self.tr("Purchase kept") if is_bought else self.tr("Return kept"),
            store_id=me.store.id,
            pieces=pieces,
            shares=shares,
            sold_at=self.desk.backend.clock.now(),
            sold_on=self.today,
        )

    @property
    def _place(self) -> str:
        return f"log:{self.client_id}"

    def _meet(self, channel: str, why: str, meeting: Meeting) -> None:
        from clienteling.services.kinds import InteractionChannel, Visibility
        from clienteling.services.log import log_interaction

        me = self.desk.me
        self._save(
            log_interaction,
            why,
            channel=InteractionChannel(channel),
            store_id=me.store.id if me else None,
            summary=meeting.words,
            visibility=Visibility(meeting.seen_by),
            product_id=meeting.product_id,
            outcome=meeting.outcome,
            motive=meeting.motive,
            no_sale_reason=meeting.no_sale_reason,
            inbound=meeting.inbound or channel == "visit",
        )

    def _save(self, service: Callable[..., Any], why: str, **values: Any) -> None:
        me = self.desk.me
        self._keep(service, why, staff_id=me.staff.id if me else None, **values)

    def _keep(self, service: Callable[..., Any], why: str, **values: Any) -> None:
        self._timer.stop()
        self.desk.act(
            self,
            service,
            why,
            then=self._finish,
            failed=self.refused.emit,
            client_id=self.client_id,
            **values,
        )

    def _finish(self, _value: object) -> None:
        self._body = {}
        self.keep_now()
        self.saved.emit()

    def _restore(self, body: "dict[str, Any] | None") -> None:
        if body:
            self.restored.emit(body)

    def _tell_kept(self, _nothing: object) -> None:
        self.kept.emit()
