"""What the window is told about sync: frozen rows in words, and no table among them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clienteling.domain.ids import Id
from clienteling.domain.sentences import Sentence

Span = tuple[int, int]
"""Start and length, in characters of a text."""


class SyncKind(StrEnum):
    """How this till and head office stand.

    ``ALONE``: it was never joined. ``SHARED``: everything is on both sides. ``SHARING``: it is
    under way. ``OFFLINE``: no answer; it is tried again by itself. ``STOPPED``: a person acts.
    """

    ALONE = "alone"
    SHARED = "shared"
    SHARING = "sharing"
    OFFLINE = "offline"
    STOPPED = "stopped"


class Stop(StrEnum):
    """What a person is needed for."""

    CONFIRM = "confirm"
    REVOKED = "revoked"
    ERASED = "erased"
    UPGRADE = "upgrade"
    MASS_CHANGE = "mass change"
    UNKNOWN = "unknown"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SyncState:
    """How it stands now; what the line in the rail and Settings show.

    Args:
        kind: In one word.
        waiting: How many changes of this till are not at head office yet.
        done: While it shares, how much went and came.
        total: Of how much; None where that is not known yet.
        to_compare: How many cases wait for a person.
        set_aside: How many records were refused or wait for what they hang on.
        last_at: When both sides were last the same.
        next_try_at: When it is tried again by itself.
        why: What stands in the way, where something does.
        stop: What a person is needed for, where one is.
        till_name: How this till is called at head office.
        address: Where head office is.
        clock_off_seconds: How far this computer's clock is ahead of head office's; below 0 where
            it is behind.
        confirm_number: Six figures that a person compares while head office has not let this till
            in; otherwise empty.
        pictures_to_send: How many pictures and papers are not at head office yet.
        pictures_to_fetch: How many are there and not here yet.
        is_locked: Head office let this till in no more: the book is not to be shown or written.
    """

    kind: SyncKind = SyncKind.ALONE
    waiting: int = 0
    done: int = 0
    total: int | None = None
    to_compare: int = 0
    set_aside: int = 0
    last_at: datetime | None = None
    next_try_at: datetime | None = None
    why: Sentence | None = None
    stop: Stop | None = None
    till_name: str = ""
    address: str = ""
    clock_off_seconds: int | None = None
    confirm_number: str = ""
    pictures_to_send: int = 0
    pictures_to_fetch: int = 0
    is_locked: bool = False


class WaitingState(StrEnum):
    """Why a record is here and not on both sides."""

    WAITING = "waiting"
    REFUSED = "refused"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One record that waits.

    Args:
        id: Of the record.
        client_id: Whose it is; None where it is no client's.
        client: Her name; empty where it is no client's.
        kind: What kind of thing it is, in words.
        about: A few of its own words.
        count: How many records of a file brought in this row stands for; 1 for a record by itself.
        at: When it was written here, or came.
        who: Who wrote it, by name; empty where nobody was named.
        state: Whether it only waits.
        why: The reason, as a sentence.
    """

    id: Id
    client_id: Id | None
    client: str
    kind: Sentence
    about: str
    count: int
    at: datetime | None
    who: str
    state: WaitingState
    why: Sentence


@dataclass(frozen=True, slots=True)
class Side:
    """One of two sides.

    Args:
        text: What it says; a ``Sentence`` where it is a word of the program ("Yes").
        who: Who wrote it, by name; empty where only the till is known.
        where: The boutique of who wrote it, or the till; empty where neither is known.
        at: When, as far as clocks can be believed.
        is_here: It was written on this till, by whoever.
        spans: Where it differs from the other side.
    """

    text: str
    who: str
    where: str
    at: datetime | None
    is_here: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """Two sides of one thing.

    Args:
        id: Of the case.
        client_id: Whose it is; None where it is no client's.
        client: Her name.
        kind: What kind of record it is about, in words.
        about: A few words of the record itself, where it has some.
        field: What of it differs, in words.
        kept: The side that stands now.
        other: The side that was kept beside it.
        is_other_first: The other side was written first, as far as clocks can be believed.
        is_fitted: It was fitted together by itself; nobody has to settle it.
        is_careful: Consent, an allergy, a private note or a secret tie: the more careful side
            stands until a person decides.
        is_removal: It is about whether the record stays in the book.
        can_write: Words of one's own can take the place of both.
    """

    id: Id
    client_id: Id | None
    client: str
    kind: Sentence
    about: str
    field: Sentence
    kept: Side
    other: Side
    is_other_first: bool
    is_fitted: bool
    is_careful: bool
    is_removal: bool
    can_write: bool


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A case that was settled here in the last thirty days, and the act that is undone.

    Args:
        case: The case as it was.
        at: When it was settled.
        who: By whom.
        tx: The act.
        why: What the act is called.
        has_changed: The act changed a record, too; otherwise what stood was left to stand.
    """

    case: CaseRow
    at: datetime
    who: str
    tx: Id
    why: str
    has_changed: bool
