"""One sync, as a state machine over a till and a transport: push until empty, pull to the head.

Pure: the transport, the clock and the randomness are given, nothing sleeps and nothing threads.
What is to happen next comes back as a value. A line that breaks at any point leaves both sides
whole, and the next sync goes on from there.

It is long because a sync is one story, told in order.
"""

import random
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import NoReturn, Protocol

from sqlcipher3 import dbapi2

from clienteling.domain.errors import KnownError
from clienteling.sync import casts, inbox, leaving, outbox, upkeep
from clienteling.sync.brake import Brake, MassChangeError
from clienteling.sync.outbox import Stretch
from clienteling.sync.scopes import EVERYWHERE
from clienteling.sync.till import DOUBTED, FIRST, LEFT, READING, REFRESHING, REREADING, Till
from clienteling.sync.wire import (
    Amnesia,
    Cursor,
    Elsewhere,
    Malformed,
    Page,
    Place,
    Pull,
    PullAnswer,
    Pulled,
    Push,
    PushAnswer,
    Pushed,
    Refused,
    Result,
    Row,
    SnapshotAnswer,
    SnapshotAsked,
    SnapshotNeeded,
    SnapshotPart,
)

#: Seconds until the next try after a line broke: doubled each time, up to the last.
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0

#: So many of all syncs compare what both have, and forget what is older than any backup.
COMPARED = 0.002

_MOST_ROUNDS = 12
_PAGE = 500

#: Rows of a snapshot that are laid on the book together. More are laid quicker, as each commit
#: writes every page of every index that it touched; fewer keep another writer waiting shorter.
GATHERED = 4_000


class LineError(KnownError):
    """The line broke, or what answered is not head office; nothing is lost, it is tried again.

    Args:
        message: What happened.
        retry_after: Seconds that head office asked to be left alone.
    """

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Transport(Protocol):
    """A line to head office. Each call raises ``LineError`` when no answer came."""

    def push(self, words: Push) -> PushAnswer | Malformed:
        """Send a stretch of the log."""
        ...

    def pull(self, words: Pull) -> PullAnswer | Malformed:
        """Ask for news."""
        ...

    def snapshot(self, words: SnapshotAsked) -> SnapshotAnswer | Malformed:
        """Ask for a part of a snapshot."""
        ...


@dataclass(frozen=True, slots=True)
class Done:
    """Everything was sent and read.

    Args:
        sent: How many mutations went.
        results: Of those that did not simply apply.
        received: How many rows came.
        tables: Which tables changed here.
    """

    sent: int = 0
    results: tuple[Result, ...] = ()
    received: int = 0
    tables: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Later:
    """The line broke; try again after so many seconds."""

    seconds: float
    reason: str
    tables: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stopped:
    """A person is needed: ``revoked``, ``upgrade``, ``mass change`` and the like."""

    reason: str
    tables: frozenset[str] = frozenset()


Outcome = Done | Later | Stopped


class _StopError(Exception):
    """Why a sync stops until a person acts."""


@dataclass(slots=True)
class _Run:
    """One sync under way."""

    till: Till
    transport: Transport
    brake: Brake
    sent: int = 0
    received: int = 0
    results: list[Result] = field(default_factory=list)
    tables: set[str] = field(default_factory=set)


def sync_once(
    till: Till,
    transport: Transport,
    rng: random.Random,
    *,
    failures: int = 0,
    mass_change_allowed: bool = False,
    compare: bool = False,
) -> Outcome:
    """Send what waits and read what is new.

    Args:
        till: The book.
        transport: The line.
        rng: Spreads the waits of many tills that fail together.
        failures: How many syncs before this one ended in ``Later``.
        mass_change_allowed: A manager has looked at what stopped the last one.
        compare: See that both have the same rows; this is done now and then by itself.
    """
    run = _Run(till, transport, Brake(is_released=mass_change_allowed))
    try:
        _go(run)
        if compare or rng.random() < COMPARED:
            _compare(run)
    except LineError as error:
        wait = later(rng, failures, error.retry_after)
        return Later(wait, str(error), frozenset(run.tables))
    except MassChangeError:
        return Stopped("mass change", frozenset(run.tables))
    except _StopError as error:
        return Stopped(str(error), frozenset(run.tables))
    except dbapi2.OperationalError as error:
        # The disk is full, or another program holds the book: nothing was kept in part.
        return Later(LONGEST_WAIT, f"the book cannot be written: {error}", frozenset(run.tables))
    finally:
        if run.tables:
            # What cannot be made again now is made again with the next write.
            with suppress(dbapi2.OperationalError):
                till.refresh()
    return Done(run.sent, tuple(run.results), run.received, frozenset(run.tables))


def later(rng: random.Random, failures: int, retry_after: float | None = None) -> float:
    """Return how many seconds to wait, spread; never fewer than head office asked for."""
    if retry_after:
        return retry_after * (1 + rng.random() / 2)
    wait: float = min(FIRST_WAIT * 2 ** min(failures, 10), LONGEST_WAIT)
    return wait * (0.5 + rng.random())


def _go(run: _Run) -> None:
    if casts.is_behind(run.till.connection):
        with run.till.write() as connection:
            casts.bring_up(connection)
    for _round in range(_MOST_ROUNDS):
        _push_all(run)
        _take_snapshots(run)
        if not _pull_all(run) or _finish_rereading(run):
            continue
        if outbox.waiting(run.till.connection) == 0:
            return
    raise _StopError("head office and this till do not come together")


def _compare(run: _Run) -> None:
    """Compare buckets with head office, read those again that differ, and tidy the log."""
    till, who = run.till, run.till.identity()
    upkeep.prune_log(till)
    schema = casts.spoken(till.connection)
    if schema != casts.SCHEMA:
        # Rows in another version's words are not what head office counts.
        return
    answer = run.transport.pull(
        Pull(
            who.till, who.incarnation, schema, till.cursors(), _PAGE,
            digests=upkeep.digests(till.connection),
        )
    )  # fmt: skip
    if not isinstance(answer, Pulled) or not answer.again:
        return
    for bucket in answer.again:
        run.tables |= upkeep.read_again(till, bucket, run.brake)
        run.received += len(bucket.rows)
    _go(run)


def _push_all(run: _Run) -> None:
    till, place, moves = run.till, run.till.place(), 0
    while (stretch := outbox.next_stretch(till, place)) is not None:
        till.note_sending(stretch.bulk_entries)
        schema = casts.spoken(till.connection)
        stretch = replace(stretch, mutations=casts.lower_mutations(stretch.mutations, schema))
        sent = stretch.mutations
        answer = _push(run, place, stretch, schema)
        match answer:
            case Pushed() if till.is_own(answer.place):
                till.confirm(answer.place, answer.results, sent)
                run.sent += len(sent)
                run.results += answer.results
                place = answer.place
            case Pushed() | Elsewhere():
                till.go_to(answer.place, answer.results)
                place = till.place()
            case Amnesia():
                till.forget_versions(answer.scopes)
            case Refused() | Malformed():
                if not _speaks_otherwise(till, answer, schema):
                    _give_up(answer)
        moves += not isinstance(answer, Pushed)
        if moves > _MOST_ROUNDS:
            raise _StopError("head office and this till do not come together")


def _push(run: _Run, place: Place, stretch: Stretch, schema: int) -> PushAnswer | Malformed:
    """Send a stretch, in parts where it is one transaction that does not fit into a message."""
    till, who = run.till, run.till.identity()
    parts = list(stretch.parts())
    answer: PushAnswer | Malformed = Pushed(place, ())
    for number, mutations in enumerate(parts):
        more = number + 1 < len(parts)
        till.at("before sending")
        answer = run.transport.push(
            Push(
                who.till, who.incarnation, schema, place, till.cursors(), mutations,
                part=number, more=more,
            )
        )  # fmt: skip
        till.at("after the answer")
        if more and answer != Pushed(place, ()):
            break
    return answer


def _pull_all(run: _Run) -> bool:
    """Read to the head; say whether it was reached with the log where it should be."""
    till = run.till
    while True:
        who, schema = till.identity(), casts.spoken(till.connection)
        answer = run.transport.pull(Pull(who.till, who.incarnation, schema, till.cursors(), _PAGE))
        till.at("after the news")
        if _speaks_otherwise(till, answer, schema):
            return False
        match answer:
            case Pulled():
                if answer.place.mid != who.confirmed or not till.is_own(answer.place):
                    till.go_to(answer.place)
                    return False
                if _take_news(run, answer):
                    return True
            case Amnesia():
                till.forget_versions(answer.scopes)
                return False
            case SnapshotNeeded():
                for scope in answer.scopes:
                    _begin_refreshing(till, scope)
                return False
            case Refused() | Malformed():
                _give_up(answer)


def _speaks_otherwise(till: Till, answer: object, schema: int) -> bool:
    """Say whether head office is to be spoken to in another version from now on, and note it."""
    match answer:
        case Refused(reason="newer"):
            pass
        case Pulled() if schema < min(answer.schema, casts.SCHEMA):
            pass
        case _:
            return False
    with till.write() as connection:
        return casts.note_office(connection, answer.schema)


def _give_up(answer: Refused | Malformed) -> NoReturn:
    if isinstance(answer, Refused):
        raise _StopError(answer.reason)
    raise LineError(f"what answered is not head office: {answer.reason}")


def _take_news(run: _Run, answer: Pulled) -> bool:
    """Take every page; say whether the head of every granted scope is reached."""
    run.till.join(answer.granted)
    for scope in answer.withdrawn:
        if scope != EVERYWHERE and run.till.states().get(scope, (LEFT, ""))[0] != LEFT:
            run.tables |= leaving.leave(run.till, scope)
    doubted = [s for s, (state, _at) in run.till.states().items() if state == DOUBTED]
    again = [scope for scope in doubted if scope in answer.granted]
    for scope in again:
        run.till.read_again(scope)
    if again:
        return False
    for page in answer.pages:
        _take(run, page)
    if any(page.more for page in answer.pages):
        return False
    if run.received:
        run.tables |= inbox.retry_held(run.till, run.brake)
    return set(answer.granted) <= {page.scope for page in answer.pages}


def _take(run: _Run, page: Page) -> None:
    if page.rows or page.cursor != run.till.cursors()[page.scope]:
        rows = casts.raise_rows(page.rows, casts.spoken(run.till.connection))
        run.tables |= inbox.take_page(run.till, page.scope, rows, page.cursor, run.brake)
        run.received += len(page.rows)


def _finish_rereading(run: _Run) -> bool:
    """End the re-reading of scopes; say whether anything is to be sent or read again."""
    again = False
    for scope, (state, _at) in run.till.states().items():
        if state == REREADING:
            again = run.till.offer(scope) > 0 or again
        elif state == REFRESHING:
            inbox.drop_unread(run.till, scope)
        elif state == FIRST:
            run.till.set_state(scope, READING)
    return again


def _begin_refreshing(till: Till, scope: str) -> None:
    till.forget_versions([scope])
    till.set_state(scope, REFRESHING)


def _take_snapshots(run: _Run) -> None:
    """Take prepared snapshots of the scopes that begin with one, catalogue first."""
    for scope, (state, at) in run.till.states().items():
        if state in {FIRST, REFRESHING} and run.till.cursors()[scope].seq == 0:
            _take_snapshot(run, scope, state, at)


def _take_snapshot(run: _Run, scope: str, state: str, at: str) -> None:
    name, _, part = at.partition("/")
    number = int(part or 0)
    gathered: list[Row] = []
    while True:
        who, schema = run.till.identity(), casts.spoken(run.till.connection)
        try:
            answer = run.transport.snapshot(
                SnapshotAsked(who.till, who.incarnation, scope, name, number, schema)
            )
        except LineError:
            _lay(run, scope, gathered, None, (state, f"{name}/{number}"))
            raise
        match answer:
            case SnapshotPart():
                gathered += casts.raise_rows(answer.rows, schema)
                name, number = answer.snapshot, number + 1
                if number >= answer.parts:
                    _lay(run, scope, gathered, answer.cursor, (state, ""))
                    return
                if len(gathered) >= GATHERED:
                    _lay(run, scope, gathered, None, (state, f"{name}/{number}"))
                    gathered = []
            case Refused() if _speaks_otherwise(run.till, answer, schema):
                pass
            case Refused() if name:
                # That snapshot is gone. What came of it may be gone, too, by the newest one, so
                # whatever does not come again is removed at the end.
                _begin_refreshing(run.till, scope)
                state, name, number, gathered = REFRESHING, "", 0, []
            case Refused():
                return
            case Malformed():
                _give_up(answer)


def _lay(
    run: _Run, scope: str, rows: list[Row], cursor: Cursor | None, state: tuple[str, str]
) -> None:
    """Lay parts of a snapshot on the book, and note where it is to go on."""
    if not rows and cursor is None:
        return
    run.tables |= inbox.take_page(run.till, scope, rows, cursor, run.brake)
    run.received += len(rows)
    run.till.set_state(scope, *state)


__all__ = ["Done", "Later", "LineError", "Outcome", "Stopped", "Transport", "later", "sync_once"]
