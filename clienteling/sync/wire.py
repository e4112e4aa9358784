"""The words tills and head office exchange: frozen values, fit for JSON and MessagePack.

``encode`` gives plain mappings, lists, texts and integers; ``decode`` takes them back and says
what is wrong as a value. A fault in one mutation's content is no fault of the message: the
mutation is refused by itself (``content_fault``) and the rest flows. Examples: docs/sync.md.
"""

import dataclasses
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from clienteling.domain.ids import is_id
from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.sync.registry import Value, kinds

#: The version of these words.
PROTOCOL = 1

#: An erasure on request, issued by head office only; tills hand it back with its proof.
ERASE = 5

#: The pseudo-table in which head office tells of two sides that wait for a person.
CASES = "sync_conflict"

MAX_MUTATIONS = 1_000
MAX_BYTES = 1_000_000

#: States of a row in the feed.
LIVE, GONE, PARTIAL, ERASED = 0, 1, 2, 3

#: States of a case: waits for a person, settled, fitted together by itself.
OPEN, SETTLED, FITTED = 0, 1, 2

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mutation:
    """What one transaction did to one row.

    Args:
        mid: Its number in the till's log; without gaps.
        muid: Its own random name, which survives renumbering.
        tx: The transaction; what shares it is kept whole or refused whole.
        last: No more of this ``mid`` follows; False inside a bulk load only.
        base: The version of the row the author was looking at; 0 where that is unknown.
        hlc: When, as the till's clock had it: milliseconds << 16 with a counter.
        fields: Old and new value of each changed field.
        entry: The log entry's own name, where the mutation is one row of a bulk load.
        proof: Head office's own seal on an erasure.
    """

    mid: int
    muid: str
    tx: str
    scope: str
    table: str
    row_id: str
    op: int
    base: int
    hlc: int
    user: str | None
    fields: Mapping[str, tuple[Value, Value]]
    last: bool = True
    entry: str = ""
    proof: str = ""

    @property
    def name(self) -> str:
        """The name of its entry in the log."""
        return self.entry or self.muid


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a till's log: the last entry before; ``part`` names a row of a bulk load."""

    mid: int = 0
    muid: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a till has read a scope, and the mark head office wrote into history there."""

    seq: int = 0
    mark_seq: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Push:
    """A stretch of a till's log; ``before`` is the entry that precedes it."""

    till: str
    incarnation: str
    schema: int
    before: Place
    cursors: Mapping[str, Cursor]
    mutations: tuple[Mutation, ...]
    version: int = PROTOCOL


@dataclass(frozen=True, slots=True)
class Pull:
    """What a till asks for: everything after its cursors, at most ``limit`` rows a scope."""

    till: str
    incarnation: str
    schema: int
    cursors: Mapping[str, Cursor]
    limit: int = 500
    version: int = PROTOCOL


@dataclass(frozen=True, slots=True)
class Row:
    """A row as head office has it.

    Args:
        state: Live, gone or erased.
        body: Every field that is not empty; nothing where it is gone.
        at: When it was last changed, in milliseconds.
        by: Who changed it last.
        proof: Head office's seal on an erasure.
    """

    seq: int
    table: str
    row_id: str
    state: int
    body: Mapping[str, Value]
    at: int
    by: str | None
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one scope in the order of their numbers; ``more`` where the limit cut them."""

    scope: str
    rows: tuple[Row, ...]
    cursor: Cursor
    more: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a mutation that did not simply apply: ``rejected`` or ``conflict``."""

    mid: int
    row_id: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pushed:
    """The stretch is kept up to a place in the log."""

    place: Place
    results: tuple[Result, ...]
    kind: str = "pushed"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The stretch does not join what head office has: it is at another place in this log."""

    place: Place
    kind: str = "elsewhere"


@dataclass(frozen=True, slots=True)
class Amnesia:
    """Head office does not know these scopes' marks: its memory or the till's was restored."""

    scopes: tuple[str, ...]
    kind: str = "amnesia"


@dataclass(frozen=True, slots=True)
class SnapshotNeeded:
    """The cursors are older than what head office remembers removals for."""

    scopes: tuple[str, ...]
    kind: str = "snapshot_needed"


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was done: ``revoked``, ``unknown``, ``upgrade`` or ``malformed``."""

    reason: str
    kind: str = "refused"


@dataclass(frozen=True, slots=True)
class Pulled:
    """News of every scope that was asked for, the scopes granted, and the place in the log."""

    place: Place
    granted: tuple[str, ...]
    pages: tuple[Page, ...]
    kind: str = "pulled"


@dataclass(frozen=True, slots=True)
class SnapshotAsked:
    """One part of a scope's prepared snapshot; the newest one where ``snapshot`` is empty."""

    till: str
    incarnation: str
    scope: str
    snapshot: str = ""
    part: int = 0
    version: int = PROTOCOL


@dataclass(frozen=True, slots=True)
class SnapshotPart:
    """Part ``part`` of ``parts``; the cursor is where the delta begins."""

    scope: str
    snapshot: str
    part: int
    parts: int
    rows: tuple[Row, ...]
    cursor: Cursor
    kind: str = "snapshot"


PushAnswer = Pushed | Elsewhere | Amnesia | Refused
PullAnswer = Pulled | Amnesia | SnapshotNeeded | Refused
SnapshotAnswer = SnapshotPart | Refused


@dataclass(frozen=True, slots=True)
class Malformed:
    """A message that cannot be read, and where."""

    reason: str
    kind: str = field(default="malformed")


ANSWERS: Mapping[str, type] = {
    "pushed": Pushed,
    "elsewhere": Elsewhere,
    "amnesia": Amnesia,
    "snapshot_needed": SnapshotNeeded,
    "refused": Refused,
    "pulled": Pulled,
    "snapshot": SnapshotPart,
}


def encode(value: Any) -> Any:
    """Turn a message into mappings, lists, texts and integers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: encode(getattr(value, name)) for name, _hint in _shape(type(value))}
    if isinstance(value, Mapping):
        return {key: encode(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [encode(one) for one in value]
    return value


def decode(kind: type[T], data: object) -> T | Malformed:
    """Read a message; unknown keys are passed over, as a newer program may send them."""
    try:
        return typing.cast("T", _read(kind, data, kind.__name__))
    except _UnreadableError as error:
        return Malformed(str(error))


def decode_answer(data: object) -> Any:
    """Read an answer of any kind."""
    kind = data.get("kind") if isinstance(data, Mapping) else None
    if not isinstance(kind, str) or kind not in ANSWERS:
        return Malformed("an answer of no known kind")
    return decode(ANSWERS[kind], data)


def push_fault(push: Push) -> str | None:
    """Say why the mutations of a push are not a stretch of a log; None where they are."""
    if len(push.mutations) > MAX_MUTATIONS:
        return "too many mutations"
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


def _case_fault(one: Mutation) -> str | None:
    if not one.fields or (one.op == UPDATE and dict(one.fields) == {"state": (OPEN, SETTLED)}):
        return None
    values = {name: new for name, (_old, new) in one.fields.items()}
    fits = (
        one.op == INSERT
        and set(values) == set(CASE_FIELDS)
        and all(type(values[name]) is kind for name, kind in CASE_FIELDS.items())
        and is_id(str(values["row_id"]))
    )
    return None if fits else "a case can only be settled, or handed back as it was"


class _UnreadableError(Exception):
    """Where the reading stopped."""


@cache
def _shape(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((one.name, hints[one.name]) for one in dataclasses.fields(kind))


@cache
def _optional(kind: type) -> frozenset[str]:
    return frozenset(
        one.name for one in dataclasses.fields(kind) if one.default is not dataclasses.MISSING
    )


def _read(hint: Any, data: object, where: str) -> Any:
    if dataclasses.is_dataclass(hint):
        return _read_class(typing.cast("type", hint), data, where)
    origin = get_origin(hint)
    if origin is tuple:
        return _read_tuple(get_args(hint), data, where)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        if not isinstance(data, Mapping) or not all(isinstance(key, str) for key in data):
            raise _UnreadableError(f"{where} is not a mapping")
        one = get_args(hint)[1]
        return {key: _read(one, value, f"{where}.{key[:40]}") for key, value in data.items()}
    allowed = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    if type(data) not in allowed:
        raise _UnreadableError(f"{where} has the wrong type")
    if type(data) is int and not -(2**63) <= data < 2**63:
        raise _UnreadableError(f"{where} is too large")
    return data


def _read_class(kind: type, data: object, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise _UnreadableError(f"{where} is not a mapping")
    values = {}
    for name, hint in _shape(kind):
        if name in data:
            values[name] = _read(hint, data[name], f"{where}.{name}")
        elif name not in _optional(kind):
            raise _UnreadableError(f"{where}.{name} is missing")
    return kind(**values)


def _read_tuple(hints: tuple[Any, ...], data: object, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        raise _UnreadableError(f"{where} is not a list")
    if hints[-1] is Ellipsis:
        return tuple(_read(hints[0], one, f"{where}[{at}]") for at, one in enumerate(data))
    if len(data) != len(hints):
        raise _UnreadableError(f"{where} has the wrong length")
    return tuple(
        _read(hint, one, f"{where}[{at}]")
        for at, (hint, one) in enumerate(zip(hints, data, strict=True))
    )
