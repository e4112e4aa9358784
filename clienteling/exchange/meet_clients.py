"""Find, or make, the clients that a file of purchases names."""

from typing import Any

from clienteling.exchange.load_clients import COLUMNS, client_tuple
from clienteling.exchange.meet_rows import reference_id
from clienteling.exchange.rows import ClientRow
from clienteling.exchange.stable_ids import stable_id
from clienteling.exchange.target import Target, look_up
from clienteling.storage.bulk import BulkLoad

Reference = tuple[str | None, str | None, str | None, str | None]
"""How a file names a client: her id there, e-mail, phone, name."""


class MetClients:
    """The clients met so far in one file.

    Args:
        bulk: The batch that new clients belong to.
        target: The book.
        creates: Whether clients whom only the file knows are made.
    """

    def __init__(self, bulk: BulkLoad, target: Target, *, creates: bool) -> None:
        self.bulk = bulk
        self.target = target
        self.creates_clients = creates
        self._clients: dict[Reference, bytes | None] = {}

    def of(self, reference: Reference) -> bytes | None:
        """Return the client of a reference that was met; None for nobody."""
        return self._clients.get(reference)

    def meet(self, columns: dict[str, list[Any]]) -> int:
        """Find, or make, the client of every reference that is met for the first time."""
        met = dict.fromkeys(references(columns))
        new = [one for one in met if any(one) and one not in self._clients]
        if not new:
            return 0
        found = self._found(new)
        missing = [one for one in new if one not in found]
        self._clients.update(found)
        if not self.creates_clients:
            self._clients.update(dict.fromkeys(missing))
            return 0
        return self._make(missing)

    def _found(self, references: list[Reference]) -> dict[Reference, bytes]:
        connection, source = self.target.connection, self.target.source
        phones = {one: self._dialled(one[2]) for one in references if one[2]}
        questions: tuple[tuple[str, list[str], dict[Reference, str | None]], ...] = (
            (_BY_OWN_ID, [source], {one: one[0] for one in references}),
            (_BY_ANY_ID, [], {one: one[0] for one in references}),
            (_BY_NUMBER, [], {one: one[0] for one in references}),
            (_BY_CARD, [], {one: one[0] for one in references}),
            (_BY_CONTACT, [], {one: one[1] for one in references}),
            (_BY_CONTACT, [], phones),
        )
        found: dict[Reference, bytes] = {}
        for sql, before, wanted in questions:
            open_ones = {one: value for one, value in wanted.items() if value and one not in found}
            values = list(dict.fromkeys(open_ones.values()))
            answers = look_up(connection, sql, values, *before)
            found |= {one: answers[value] for one, value in open_ones.items() if value in answers}
        return found

    def _dialled(self, phone: str | None) -> str | None:
        from clienteling.domain.phones import parse_phone

        return parse_phone(phone, self.target.country).e164 if phone else None

    def _make(self, references: list[Reference]) -> int:
        """Make clients of whom the file knows an id, an address or a name, and no more."""
        target = self.target
        clients: list[tuple[Any, ...]] = []
        contacts: list[tuple[Any, ...]] = []
        for reference in references:
            external, email, phone, name = reference
            key = (
                reference_id(target.source, external)
                if external
                else stable_id("client", target.source, email or phone or name)
            )
            is_made = key in self._clients.values()
            self._clients[reference] = key
            if is_made:
                continue
            clients.append(client_tuple(target, key, _person(external, email, phone, name)))
            if email:
                own = stable_id("contact", key.hex(), "email", email)
                contacts.append((own, key, "email", email, email, None, 1, "unverified", "self"))
            if phone:
                norm = self._dialled(phone)
                own = stable_id("contact", key.hex(), "phone", norm or phone)
                contacts.append((own, key, "phone", phone, norm, None, 1, "unverified", "self"))
        made = self.bulk.insert("client", COLUMNS["client"], clients)
        self.bulk.insert("contact_point", COLUMNS["contact_point"], contacts)
        return made


_BY_OWN_ID = (
    "SELECT external_id, id FROM client WHERE source = ? AND external_id IN ({}) "
    "AND deleted_at IS NULL ORDER BY id"
)
_BY_ANY_ID = (
    "SELECT external_id, id FROM client WHERE source IN (SELECT DISTINCT source FROM client) "
    "AND external_id IN ({}) AND deleted_at IS NULL ORDER BY id"
)
_BY_NUMBER = "SELECT client_no, id FROM client WHERE client_no IN ({}) AND deleted_at IS NULL"
_BY_CARD = (
    "SELECT number, client_id FROM card WHERE number IN ({}) AND deleted_at IS NULL ORDER BY id"
)
_BY_CONTACT = (
    "SELECT value_norm, client_id FROM contact_point WHERE value_norm IN ({}) "
    "AND deleted_at IS NULL ORDER BY id"
)


def references(columns: dict[str, list[Any]]) -> list[Reference]:
    """Return how each line names its client."""
    names = ("client_ref", "client_email", "client_phone", "client_name")
    return list(zip(*(columns[name] for name in names), strict=True))


def _person(
    external: str | None, email: str | None, phone: str | None, name: str | None
) -> ClientRow:
    """Return a client by what a receipt tells of her; her id is her name until someone asks it."""
    from clienteling.domain.name_splitting import split_full_name
    from clienteling.domain.names import NameOrder

    if name:
        parts = split_full_name(name)
        return ClientRow(
            0,
            external,
            given=parts.given or None,
            family=parts.family or None,
            middle=parts.middle or None,
            salutation=parts.salutation or None,
            family_first=parts.order is NameOrder.FAMILY_FIRST,
        )
    return ClientRow(0, external, family=external or email or phone)
