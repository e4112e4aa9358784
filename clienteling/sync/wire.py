"""The words tills and head office exchange: frozen values, fit for JSON and MessagePack.

Examples of each: docs/sync.md. How they are written and read: codec.py; what is none: checks.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clienteling.sync.registry import Value

#: The version of these words.
PROTOCOL = 1

#: An erasure on request, issued by head office only; tills hand it back with its proof.
ERASE = 5

#: The pseudo-table in which head office tells of two sides that wait for a person.
CASES = "sync_conflict"

MAX_MUTATIONS = 1_000
MAX_BYTES = 1_000_000

#: One transaction has no more parts; what brings in files cuts itself into smaller ones.
MAX_PARTS = 500

#: Versions of what travels are counted one by one; whoever claims a higher one than this lies.
MAX_SCHEMA = 9_999

#: Why a mutation is set aside whose scope its till may not write.
ANOTHER_SCOPE = "another scope"

#: States of a row in the feed.
LIVE, GONE, PARTIAL, ERASED = 0, 1, 2, 3

#: States of a case: waits for a person, settled, fitted together by itself.
OPEN, SETTLED, FITTED = 0, 1, 2


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
    """A stretch of a till's log; ``before`` is the entry that precedes it.

    Args:
        part: Which part of one transaction that is larger than a message; 0 also for any other.
        more: Further parts of that transaction follow; it is judged with the last.
    """

    till: str
    incarnation: str
    schema: int
    before: Place
    cursors: Mapping[str, Cursor]
    mutations: tuple[Mutation, ...]
    version: int = PROTOCOL
    part: int = 0
    more: bool = False


#: Scope, table, the last two digits of the rows' ids; how many rows, the sum of their versions.
Digest = tuple[str, str, str, int, int]


@dataclass(frozen=True, slots=True)
class Pull:
    """What a till asks for: everything after its cursors, at most ``limit`` rows a scope.

    Args:
        digests: What it has, where that is to be compared.
    """

    till: str
    incarnation: str
    schema: int
    cursors: Mapping[str, Cursor]
    limit: int = 500
    version: int = PROTOCOL
    digests: tuple[Digest, ...] = ()


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
class Bucket:
    """Every row of a table whose id ends in two digits, as head office has them."""

    scope: str
    table: str
    bucket: str
    rows: tuple[Row, ...]


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
    """The stretch does not join what head office has: it is at another place in this log.

    Args:
        results: What was set aside between the stretch's beginning and that place.
    """

    place: Place
    results: tuple[Result, ...] = ()
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
    """Nothing was done: ``revoked``, ``unknown``, ``upgrade``, ``newer`` or ``malformed``.

    Args:
        reason: Which.
        schema: Head office's own, where what was said is in a newer one.
    """

    reason: str
    schema: int = 0
    kind: str = "refused"


@dataclass(frozen=True, slots=True)
class Pulled:
    """News of every scope that was asked for, the scopes granted, and the place in the log.

    ``schema`` is head office's own; the rows are in that of who asked.

    Args:
        withdrawn: Scopes that this till was granted and is to leave.
        again: What differs from the digests that were asked with.
    """

    place: Place
    granted: tuple[str, ...]
    pages: tuple[Page, ...]
    schema: int = 1
    withdrawn: tuple[str, ...] = ()
    again: tuple[Bucket, ...] = ()
    kind: str = "pulled"


@dataclass(frozen=True, slots=True)
class SnapshotAsked:
    """One part of a scope's prepared snapshot; the newest one where ``snapshot`` is empty."""

    till: str
    incarnation: str
    scope: str
    snapshot: str = ""
    part: int = 0
    schema: int = 1
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
