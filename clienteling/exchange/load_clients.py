"""Bring checked clients into the book, each row and what hangs on it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from clienteling.domain.names import NameOrder
from clienteling.exchange.client_facts import COLUMNS_OF_FACTS, Tuples, collect
from clienteling.exchange.fill_clients import fill
from clienteling.exchange.hanging import Hanging
from clienteling.exchange.meet_rows import Meeting
from clienteling.exchange.rows import ClientRow
from clienteling.exchange.shapes import OWN_SOURCE
from clienteling.exchange.target import Target
from clienteling.models.client import ClientKind, RelationshipStatus
from clienteling.storage.bulk import BulkLoad

COLUMNS: dict[str, tuple[str, ...]] = {
    "client": (
        "id", "kind", "client_no", "given_name", "family_name", "middle_name", "native_name",
        "phonetic_name", "name_order", "preferred_name", "form_of_address", "company_name",
        "gender", "language", "home_store_id", "relationship_status", "first_seen_on",
        "do_not_contact", "source", "external_id",
    ),
    **COLUMNS_OF_FACTS,
}  # fmt: skip
"""What is written of each table, parents first."""


def load_clients(
    bulk: BulkLoad, target: Target, rows: Sequence[ClientRow], meeting: Meeting
) -> dict[str, int]:
    """Load clients inside a chunk; return how many rows of each table went in.

    A client who is in the book already keeps what people have written since; what the file knows
    more of her is added.

    Args:
        meeting: Who the rows are; those that stay out are passed over.
    """
    out = meeting.left_out | meeting.refused.keys()
    mine = [place for place in range(len(rows)) if place not in out]
    known = dict.fromkeys(meeting.keys[place] for place in mine) if meeting.known else {}
    hanging = Hanging.of(target.connection, [key for key in known if key in meeting.known])
    _take_numbers(target, [rows[place] for place in mine])
    tuples: Tuples = defaultdict(list)
    made: set[bytes] = set()
    for place in mine:
        key, row = meeting.keys[place], rows[place]
        if key not in meeting.known and key not in made:
            made.add(key)
            tuples["client"].append(client_tuple(target, key, row))
        collect(tuples, target, key, row, hanging)
    counts = {
        table: bulk.insert(table, columns, tuples[table])
        for table, columns in COLUMNS.items()
        if tuples[table]
    }
    _fill(bulk, target, rows, meeting)
    bulk.touch(meeting.keys[place] for place in mine)
    return {table: count for table, count in counts.items() if count}


def client_tuple(target: Target, key: bytes, row: ClientRow) -> tuple[Any, ...]:
    """Return a client as the book stores her; she takes the boutique's next number."""
    named = row.given or row.family or row.native
    kind = ClientKind.ORGANISATION if row.company and not named else ClientKind.PERSON
    order = NameOrder.FAMILY_FIRST if row.family_first else NameOrder.GIVEN_FIRST
    since = row.client_since.isoformat() if row.client_since else None
    number = row.external_id if target.source == OWN_SOURCE else None
    own = target.take_number(number) if number else None
    home = target.store_id if own is None else target.home_of(own)
    return (
        key, kind, own or target.next_number(), row.given, row.family, row.middle, row.native,
        row.phonetic, order, row.nickname, row.salutation, row.company, row.gender, row.language,
        home, RelationshipStatus.CLIENT, since, 0, target.source, row.external_id,
    )  # fmt: skip


def _take_numbers(target: Target, rows: Iterable[ClientRow]) -> None:
    """Keep the numbers that our own file gives, before any client gets a new one."""
    if target.source == OWN_SOURCE:
        for row in rows:
            if row.external_id is not None:
                target.take_number(row.external_id)


def _fill(bulk: BulkLoad, target: Target, rows: Sequence[ClientRow], meeting: Meeting) -> None:
    told = {
        meeting.keys[place]: row
        for place, row in enumerate(rows)
        if meeting.keys[place] in meeting.known and place not in meeting.left_out
    }
    if told:
        joined = [meeting.keys[place] for place in meeting.joined]
        fill(target, told, joined, bytes.fromhex(bulk.batch_id))
