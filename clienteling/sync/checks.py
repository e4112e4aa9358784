"""What is no word: of a whole push, and of one mutation in it.

A fault in one mutation's content is no fault of the message: the mutation is refused by itself and
the rest flows.
"""

from collections.abc import Mapping
from dataclasses import replace

from clienteling.domain.ids import is_id
from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.sync.registry import kinds
from clienteling.sync.wire import (
    CASES,
    ERASE,
    MAX_MUTATIONS,
    MAX_PARTS,
    MAX_SCHEMA,
    OPEN,
    SETTLED,
    Mutation,
    Place,
    Push,
)


def push_fault(push: Push, *, is_gathered: bool = False) -> str | None:  # noqa: PLR0911 - one check a line
    """Say why the mutations of a push are not a stretch of a log; None where they are.

    Args:
        push: The message.
        is_gathered: It was put together from the parts of one transaction.
    """
    if not 0 <= push.schema <= MAX_SCHEMA:
        return "a version that is none"
    if not is_gathered and len(push.mutations) > MAX_MUTATIONS:
        return "too many mutations"
    if not 0 <= push.part < MAX_PARTS or (push.part and not push.mutations):
        return "a part of no transaction"
    if (push.more or push.part or is_gathered) and len({one.tx for one in push.mutations}) != 1:
        return "a part of several transactions"
    if push.part:
        push = replace(push, before=Place(push.mutations[0].mid - 1))
    mid, last = push.before.mid, not push.before.part
    for one in push.mutations:
        if not (is_id(one.muid) and is_id(one.tx)):
            return "a mutation without its names"
        if one.mid != (mid + 1 if last else max(mid, push.before.mid + 1)):
            return "a gap in the log"
        mid, last = one.mid, one.last
    return None


def content_fault(one: Mutation) -> str | None:  # noqa: PLR0911 - one check a line
    """Say why a mutation cannot be kept; None where it can."""
    if not is_id(one.row_id):
        return "the row has no id"
    if one.user is not None and not is_id(one.user):
        return "the person has no id"
    if one.op not in {INSERT, UPDATE, DELETE, ERASE}:
        return "an unknown act"
    if one.table == CASES:
        return _case_fault(one)
    kind = kinds().get(one.table)
    if kind is None:
        return "an unknown table"
    if one.op in {DELETE, ERASE} or not one.fields:
        return None
    return kind.fault_of(
        {name: new for name, (_old, new) in one.fields.items()}, whole=one.op == INSERT
    )


#: What a case says, and of which type it is.
CASE_FIELDS: Mapping[str, type] = {
    "tbl": str,
    "row_id": str,
    "field": str,
    "kept": str,
    "other": str,
    "who_kept": str,
    "who_other": str,
    "when_kept": int,
    "when_other": int,
    "state": int,
}


#: How a person takes a case from one state to another.
_TURNS = ((OPEN, SETTLED), (SETTLED, OPEN))


def _case_fault(one: Mutation) -> str | None:
    if not one.fields:
        return None
    if one.op == UPDATE and set(one.fields) == {"state"} and one.fields["state"] in _TURNS:
        return None
    values = {name: new for name, (_old, new) in one.fields.items()}
    fits = (
        one.op == INSERT
        and set(values) == set(CASE_FIELDS)
        and all(type(values[name]) is kind for name, kind in CASE_FIELDS.items())
        and is_id(str(values["row_id"]))
    )
    return None if fits else "a case can only be settled, opened again, or handed back as it was"
