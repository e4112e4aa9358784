"""What is known of the new client so far, who may be her already, and the keeping of it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.domain.names import NameOrder, is_east_asian
from clienteling.ui.desk import Desk
from clienteling.ui.screens.new_client.contact import Recognised, recognise

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

    from clienteling.queries.look_alikes import LookAlike

LEAST_LETTERS = 4
CHANNELS = ("phone", "sms", "whatsapp", "wechat", "line", "email", "post")
_PAUSE_MS = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed so far.

    Args:
        method: How consent was given; empty where nobody asked.
        granted: Channels she allows.
        refused: Channels she said no to; of all others nothing is known.
    """

    given: str = ""
    family: str = ""
    native: str = ""
    order: NameOrder = NameOrder.GIVEN_FIRST
    address: str = ""
    language: str = ""
    contact: str = ""
    method: str = ""
    granted: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()

    @property
    def recognised(self) -> Recognised | None:
        """What the contact is."""
        return recognise(self.contact)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return self == Entry(order=self.order, language=self.language)


class NewClientModel(QObject):
    """The entry; ``alike`` carries who may be her, ``refused`` an error, ``kept`` her id."""

    alike = Signal(tuple)
    refused = Signal(object)
    kept = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.entry = Entry()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._is_keeping = False

    def from_words(self, words: str) -> Entry:
        """Return an entry made of the words typed in the palette."""
        from clienteling.domain.name_splitting import split_full_name

        typed = words.strip()
        is_name = not any(map(str.isdigit, typed)) and "@" not in typed
        if typed and not is_name:
            return Entry(contact=typed)
        if is_east_asian(typed.replace(" ", "")):
            return Entry(native=typed, order=NameOrder.FAMILY_FIRST)
        name = split_full_name(typed)
        given = " ".join(part for part in (name.given, name.middle) if part)
        return Entry(_capital(given), _capital(name.family), "", name.order, name.salutation)

    def change(self, entry: Entry) -> None:
        """Take what is typed now, and look for who may be her."""
        self.entry = entry
        self._pause.start()

    def keep(self) -> None:
        """Keep the client; ``kept`` or ``refused`` tells."""
        from clienteling.services.welcome_client import ConsentAnswer, welcome_client

        entry, me = self.entry, self.desk.me
        if self._is_keeping:
            return
        if me is None:
            self.refused.emit(UserError(self.tr("Choose under Settings who is at this till.")))
            return
        try:
            contact = self._contact()
        except UserError as error:
            self.refused.emit(error)
            return
        self._is_keeping = True
        consent = None
        if entry.method:
            consent = ConsentAnswer(entry.method, entry.granted, entry.refused)
        self.desk.act(
            self,
            welcome_client,
            self.tr("Client added"),
            then=self._keep_done,
            failed=self._keep_failed,
            store_id=me.store.id,
            staff_id=me.staff.id,
            today=self.desk.backend.clock.today(me.store.time_zone),
            values=_values(entry),
            contact=contact,
            consent=consent,
        )

    def _contact(self) -> tuple[str, str] | None:
        typed = self.entry.contact.strip()
        if not typed:
            return None
        known = self.entry.recognised
        if known is None:
            raise UserError(
                self.tr("Write a telephone number, an e-mail address or a WeChat id."),
                field="contact",
            )
        return known.kind, known.value

    def _look(self) -> None:
        entry = self.entry
        known = entry.recognised
        letters = f"{entry.given}{entry.family}{entry.native}"
        if len(letters) < LEAST_LETTERS and not (entry.native or known):
            self.alike.emit(())
            return
        self.desk.look(
            self,
            _alike,
            self.alike.emit,
            latest="alike",
            entry=replace(entry, contact=known.value if known else ""),
            kind=known.kind if known else "",
            region=self.desk.me.store.country if self.desk.me else None,
            adviser=self.desk.me.staff.id if self.desk.me else None,
            language=self.desk.theme.language,
        )

    def _keep_done(self, client_id: Id) -> None:
        self._is_keeping = False
        self.entry = Entry()
        self.kept.emit(client_id)

    def _keep_failed(self, error: Exception) -> None:
        self._is_keeping = False
        if isinstance(error, UserError):
            self.refused.emit(error)
        else:
            self.desk.fail(error)


def _alike(
    raw: "dbapi2.Connection",
    *,
    entry: Entry,
    kind: str,
    region: str | None,
    adviser: Id | None,
    language: str,
) -> "tuple[LookAlike, ...]":
    """Look for who may be her; numbers are compared in their standard form."""
    from clienteling.domain.phones import parse_phone
    from clienteling.queries.look_alikes import look_alikes

    phone = parse_phone(entry.contact, region).e164 or "" if kind == "mobile" else ""
    return look_alikes(
        raw,
        given=entry.given,
        family=entry.family,
        native=entry.native,
        phone=phone,
        email=entry.contact.casefold() if kind == "email" else "",
        other=entry.contact if kind in {"wechat", "instagram"} else "",
        adviser=adviser,
        language=language,
    )


def _values(entry: Entry) -> dict[str, object]:
    return {
        "given_name": entry.given or None,
        "family_name": entry.family or None,
        "native_name": entry.native or None,
        "name_order": entry.order,
        "form_of_address": entry.address or None,
        "language": entry.language or None,
    }


def _capital(name: str) -> str:
    """Begin each word typed in small letters with a capital; what has one is left as it is.

    >>> _capital("beatrice"), _capital("van der Meer"), _capital("de la tour")
    ('Beatrice', 'van der Meer', 'De La Tour')
    """
    if name != name.lower():
        return name
    return " ".join(word[:1].upper() + word[1:] for word in name.split(" "))
