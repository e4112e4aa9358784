"""Find, or make, the clients that a file of purchases names."""

from collections import defaultdict
from typing import Any

from clienteling.domain.sentences import sentence
from clienteling.exchange.client_lookup import (
    BY_ANY_ID,
    BY_CARD,
    BY_CONTACT,
    BY_NUMBER,
    BY_OWN_ID,
    dialled,
)
from clienteling.exchange.faults import LineProblem, shortened
from clienteling.exchange.known_people import asked, is_same, living, people, row_identity
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
        self._made: set[bytes] = set()
        self.remarks: list[LineProblem] = []

    def of(self, reference: Reference) -> bytes | None:
        """Return the client of a reference that was met; None for nobody."""
        return self._clients.get(reference)

    def meet(self, columns: dict[str, list[Any]]) -> int:
        """Find, or make, the client of every reference that is met for the first time."""
        lines: dict[Reference, int] = {}
        for line, one in zip(columns["line"], references(columns), strict=True):
            lines.setdefault(one, line)
        new = [one for one in lines if any(one) and one not in self._clients]
        if not new:
            return 0
        found = self._found(new, lines)
        missing = [one for one in new if one not in found]
        self._clients.update(found)
        if not self.creates_clients:
            self._clients.update(dict.fromkeys(missing))
            return 0
        return self._make(missing)

    def _found(
        self, references: list[Reference], lines: dict[Reference, int]
    ) -> dict[Reference, bytes | None]:
        connection, source = self.target.connection, self.target.source
        found: dict[Reference, bytes] = {}
        for sql, before in (
            (BY_OWN_ID, [source]),
            (BY_ANY_ID, []),
            (BY_NUMBER, []),
            (BY_CARD, []),
        ):
            open_ones = [one for one in references if one[0] and one not in found]
            ids = list(dict.fromkeys(one[0] for one in open_ones))
            answers = look_up(connection, sql, ids, *before)
            found |= {one: answers[one[0]] for one in open_ones if one[0] in answers}
        self._by_contact([one for one in references if one not in found], lines, found)
        # Who was joined into another is that other now; a client who was removed stays removed,
        # and what she bought is kept without her.
        now = living(connection, set(found.values()))
        return {one: now[key] for one, key in found.items() if key in now}

    def _by_contact(
        self,
        references: list[Reference],
        lines: dict[Reference, int],
        found: dict[Reference, bytes],
    ) -> None:
        """Find clients by e-mail or telephone; of several who share one, by the name too."""
        reached = {
            one: [one[1], dialled(self.target, one[2])] for one in references if one[1] or one[2]
        }
        norms = {norm for both in reached.values() for norm in both if norm}
        holders: dict[str, dict[bytes, None]] = defaultdict(dict)
        for norm, key in asked(self.target.connection, BY_CONTACT, norms):
            holders[norm][key] = None
        for one, both in reached.items():
            keys = next((holders[norm] for norm in both if norm in holders), {})
            chosen = next(iter(keys)) if len(keys) == 1 else self._by_name(one, list(keys))
            if chosen is not None:
                found[one] = chosen
            elif keys:
                self._remark(one, list(keys), lines[one])

    def _by_name(self, reference: Reference, keys: list[bytes]) -> bytes | None:
        mine = row_identity(_person(*reference))
        near = people(self.target.connection, keys).values()
        same = [person.key for person in near if is_same(mine, person)]
        return same[0] if len(same) == 1 else None

    def _remark(self, reference: Reference, keys: list[bytes], line: int) -> None:
        near = people(self.target.connection, keys).values()
        named = ", ".join(person.client_no for person in near)
        self.remarks.append(
            LineProblem(
                line,
                None,
                shortened(next(part for part in reference[1:] if part)),
                sentence(
                    "this address is shared by {names}, and the name tells none of them",
                    names=named,
                ),
                sentence("compare them; the purchase is kept under a new client"),
                is_bad=False,
            )
        )

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
            self._clients[reference] = key
            if key in self._made:
                continue
            self._made.add(key)
            clients.append(client_tuple(target, key, _person(external, email, phone, name)))
            if email:
                own = stable_id("contact", key.hex(), "email", email)
                contacts.append((own, key, "email", email, email, None, 1, "unverified", "self"))
            if phone:
                norm = dialled(target, phone)
                own = stable_id("contact", key.hex(), "phone", norm or phone)
                contacts.append((own, key, "phone", phone, norm, None, 1, "unverified", "self"))
        made = self.bulk.insert("client", COLUMNS["client"], clients)
        self.bulk.insert("contact_point", COLUMNS["contact_point"], contacts)
        return made


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
