"""Say of each row of a file of clients who she is: someone in the book, or someone new.

A client is known by the id she has in the file's program, by her number in this book, or else by
an e-mail or telephone that is exactly hers together with her very name. What is less sure is
never joined: she comes in as someone new, and a remark names whom to compare her with.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clienteling.domain.sentences import sentence
from clienteling.domain.similarity import Identity, likeness
from clienteling.exchange.faults import LineProblem, shortened
from clienteling.exchange.known_people import (
    KnownPerson,
    asked,
    is_same,
    living,
    people,
    row_identity,
)
from clienteling.exchange.rows import ClientRow, ReachKind
from clienteling.exchange.stable_ids import stable_id
from clienteling.exchange.target import Target

_SHOWN = 3
"""How many look-alikes a remark names."""


@dataclass(slots=True)
class Meeting:
    """Who the rows of a chunk are.

    Args:
        keys: For each row the id she has, or will have.
        known: Which of those ids are in the book.
        remarks: What a person should look at.
        refused: By place among the rows: why a row stays out until it is mended.
        left_out: Places of rows whose clients were removed from the book since.
        joined: Places of rows that an address and a name told; the client takes the row's id.
    """

    keys: list[bytes]
    known: set[bytes] = field(default_factory=set)
    remarks: list[LineProblem] = field(default_factory=list)
    refused: dict[int, LineProblem] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)


def client_id(source: str, row: ClientRow) -> bytes:
    """Return the id a client of this source has, by her own id there or else by who she is."""
    if row.external_id is not None:
        return reference_id(source, row.external_id)
    reach = next((one.norm or one.raw for one in row.reaches), None)
    names = (row.given, row.family, row.native, row.company, row.nickname)
    return stable_id("client", source, *(name and name.casefold() for name in names), reach)


def reference_id(source: str, external_id: str) -> bytes:
    """Return the id of the client that another program calls so."""
    return stable_id("client", source, external_id)


def meet_rows(target: Target, rows: Sequence[ClientRow], batch: bytes) -> Meeting:
    """Find out who the rows of a chunk are.

    Args:
        batch: The import's own; clients whom it brought in are no ground for joining two rows.
    """
    meeting = Meeting([client_id(target.source, row) for row in rows])
    open_ones = _by_own_id(target, rows, meeting)
    open_ones = _by_number(target, rows, meeting, open_ones)
    _by_reach(target, rows, meeting, open_ones, batch)
    return meeting


def _by_own_id(target: Target, rows: Sequence[ClientRow], meeting: Meeting) -> list[int]:
    """Settle the rows that came before; return the places of the others."""
    ids = {row.external_id for row in rows if row.external_id is not None}
    named = dict(asked(target.connection, _OWN_ID, ids, target.source))
    for place, row in enumerate(rows):
        meeting.keys[place] = named.get(row.external_id, meeting.keys[place])
    now = living(target.connection, set(meeting.keys))
    open_ones = []
    for place, key in enumerate(meeting.keys):
        current = now.get(key)
        if key not in now:
            open_ones.append(place)
        elif current is None:
            _leave_out(meeting, place, rows[place])
        else:
            _is(meeting, place, current)
    return open_ones


def _by_number(
    target: Target, rows: Sequence[ClientRow], meeting: Meeting, open_ones: list[int]
) -> list[int]:
    """Settle the rows that give a client's number of this book."""
    numbers = {rows[place].external_id for place in open_ones} - {None}
    found = dict(asked(target.connection, _NUMBER, numbers))
    if not found:
        return open_ones
    now = living(target.connection, found.values())
    known = people(target.connection, {key for key in now.values() if key is not None})
    left = []
    for place in open_ones:
        row = rows[place]
        key = found.get(row.external_id)
        current = None if key is None else now.get(key)
        if key is None:
            left.append(place)
        elif current is None:
            _leave_out(meeting, place, row)
        elif _may_be(row_identity(row), known[current]):
            _is(meeting, place, current)
        else:
            meeting.refused[place] = _other(row)
    return left


def _by_reach(
    target: Target,
    rows: Sequence[ClientRow],
    meeting: Meeting,
    open_ones: list[int],
    batch: bytes,
) -> None:
    """Settle the rows whose e-mail or telephone is a client's; the others are new."""
    norms = {norm for place in open_ones for norm in _own_only(rows[place])}
    holders: dict[str, set[bytes]] = defaultdict(set)
    for norm, key in asked(target.connection, _HOLDERS, norms, batch):
        holders[norm].add(key)
    if not holders:
        return
    known = people(target.connection, {key for keys in holders.values() for key in keys})
    for place in open_ones:
        row = rows[place]
        keys = {key for norm in _own_only(row) for key in holders.get(norm, ())}
        if keys:
            _settle(meeting, place, row, [known[key] for key in sorted(keys)], target.source)


def _own_only(row: ClientRow) -> set[str]:
    """Return the addresses and numbers that are one person's the world over."""
    return {
        one.norm
        for one in row.reaches
        if one.norm and (one.kind is ReachKind.EMAIL or one.norm.startswith("+"))
    }


def _settle(
    meeting: Meeting, place: int, row: ClientRow, near: list[KnownPerson], source: str
) -> None:
    mine = row_identity(row)
    verdicts = [(person, is_same(mine, person)) for person in near]
    same = [person for person, verdict in verdicts if verdict]
    unsure = [person for person, verdict in verdicts if verdict is None]
    if len(same) == 1 and not unsure and _takes_id(row, same[0], source):
        _is(meeting, place, same[0].key)
        meeting.joined.add(place)
    elif same or unsure:
        meeting.remarks.append(_may_be_same(row, [*same, *unsure]))


def _takes_id(row: ClientRow, person: KnownPerson, source: str) -> bool:
    """Say whether a client may take the row's id; two programs' ids are left to a person."""
    own_source, own_id = person.origin
    return (
        row.external_id is None
        or own_id is None
        or (own_source, own_id)
        == (
            source,
            row.external_id,
        )
    )


def _may_be(row: Identity, person: KnownPerson) -> bool:
    return person.is_nameless or likeness(row, person.identity).bits > 0


def _is(meeting: Meeting, place: int, key: bytes) -> None:
    meeting.keys[place] = key
    meeting.known.add(key)


def _leave_out(meeting: Meeting, place: int, row: ClientRow) -> None:
    meeting.left_out.add(place)
    meeting.remarks.append(
        LineProblem(
            row.line,
            None,
            _called(row),
            sentence("this client was removed from the book since, and stays out"),
            sentence("nothing to do; enter her anew if she comes back"),
            is_bad=False,
        )
    )


def _other(row: ClientRow) -> LineProblem:
    return LineProblem(
        row.line,
        None,
        row.external_id or "",
        sentence("this is the number of another client in the book"),
        sentence("mend the number, or clear it to bring her in as a new client"),
    )


def _may_be_same(row: ClientRow, near: Iterable[KnownPerson]) -> LineProblem:
    numbers = [person.client_no for person in near]
    names = ", ".join(numbers[:_SHOWN])
    if len(numbers) > _SHOWN:
        reason = sentence("may be the same as {names} and others", names=names)
    else:
        reason = sentence("may be the same as {names}", names=names)
    return LineProblem(
        row.line,
        None,
        _called(row),
        reason,
        sentence("compare the two; she came in as a new client"),
        is_bad=False,
    )


def _called(row: ClientRow) -> str:
    parts = (row.given, row.family) if row.given or row.family else (row.native, row.company)
    return shortened(" ".join(part for part in parts if part) or row.nickname or "")


_OWN_ID = (
    "SELECT external_id, id FROM client WHERE source = ? AND external_id IN ({}) "
    "ORDER BY deleted_at IS NULL, id DESC"
)
_NUMBER = "SELECT client_no, id FROM client WHERE client_no IN ({}) ORDER BY deleted_at IS NULL"
_HOLDERS = (
    "SELECT p.value_norm, c.id FROM contact_point p JOIN client c ON c.id = p.client_id "
    "WHERE c.batch_id IS NOT ? AND p.value_norm IN ({}) "
    "AND p.kind IN ('email', 'mobile', 'phone', 'whatsapp') "
    "AND p.deleted_at IS NULL AND c.deleted_at IS NULL"
)
