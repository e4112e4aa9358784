"""One turn of sharing: the lease, the line, the engine, and what is told while it runs."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from clienteling.bootstrap.pen import Pen
from clienteling.bootstrap.syncing.lines import Line, Order
from clienteling.bootstrap.syncing.patience import PatientTill
from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError
from clienteling.domain.sentences import sentence
from clienteling.storage.book import Book
from clienteling.storage.lock import AlreadyOpenError, BookLock
from clienteling.sync import engine
from clienteling.sync.engine import Later, LineError, Outcome, Stopped, sync_once
from clienteling.sync.outbox import waiting
from clienteling.sync.wire import (
    Malformed,
    Pull,
    PullAnswer,
    Pulled,
    Push,
    PushAnswer,
    Pushed,
    Refused,
    SnapshotAnswer,
    SnapshotAsked,
    SnapshotPart,
)

#: What ended a turn; neither is for people: nobody looks any more, and the board has a sentence.
CLOSING, NOT_HEAD_OFFICE = "this till is closing", "what answered is not head office"

#: Told how much went and came so far, and of how much (None: not known).
Tell = Callable[[int, int | None], None]


@dataclass(slots=True)
class Watched:
    """A line that tells what goes over it, and breaks at the next word once it is to stop.

    Args:
        line: The line.
        waiting: How many changes wait at the beginning.
        tell: Told after each answer.
        is_closing: Whether it is to stop.
    """

    line: Line
    waiting: int
    tell: Tell
    is_closing: Callable[[], bool]
    done: int = 0
    total: int | None = field(default=None)

    def __post_init__(self) -> None:
        self.line.waiting = self.waiting

    def push(self, words: Push) -> PushAnswer | Malformed:
        """Send a stretch of the log."""
        self._go_on()
        answer = self.line.push(words)
        if isinstance(answer, Pushed):
            self.line.waiting = max(0, (self.line.waiting or 0) - len(words.mutations))
            self._moved(len(words.mutations), max(self.waiting, self.done + len(words.mutations)))
        return answer

    def pull(self, words: Pull) -> PullAnswer | Malformed:
        """Ask for news."""
        self._go_on()
        answer = self.line.pull(words)
        if isinstance(answer, Pulled):
            rows = sum(len(page.rows) for page in answer.pages)
            has_more = any(page.more for page in answer.pages)
            self._moved(rows, None if has_more else self.done + rows)
        return answer

    def snapshot(self, words: SnapshotAsked) -> SnapshotAnswer | Malformed:
        """Ask for a part of a snapshot."""
        self._go_on()
        answer = self.line.snapshot(words)
        if isinstance(answer, SnapshotPart):
            rows = len(answer.rows)
            left = answer.parts - answer.part - 1
            # Parts are of one size but for the last; a person sees that it goes on.
            self._moved(rows, self.done + rows + left * rows)
        return answer

    def _go_on(self) -> None:
        if self.is_closing():
            raise LineError(CLOSING)

    def _moved(self, count: int, total: int | None) -> None:
        self.done += count
        self.total = total
        if count:
            self.tell(self.done, self.total)


class Lease:
    """The right to be the only program that shares a book; the system takes it back from the dead.

    Args:
        book: The book's path.

    Raises:
        AlreadyOpenError: another program shares it.
        KnownError: the folder cannot be written.
    """

    def __init__(self, book: Path) -> None:
        self._lock = BookLock(book.with_name(f"{book.name}.sharing"))

    def release(self) -> None:
        """Let another program share the book."""
        self._lock.release()


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a turn.

    Args:
        outcome: Of the engine.
        order: To erase the book, where head office gave one.
        clock_off_seconds: How far this clock is ahead; None where no answer told.
    """

    outcome: Outcome
    order: Order | None = None
    clock_off_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """The book is shared once.

    Args:
        book: The book.
        clock: Dates what is derived.
        line: Open; it is closed by whoever opened it.
        pen: Of the process that has the book.
        rng: Spreads waits.
        tell: Told how far it is.
        is_closing: Asked between any two words.
        failures: How many turns before this one found no line.
        mass_change_allowed: A manager said go on.
    """

    book: Book
    clock: Clock
    line: Line
    pen: Pen
    rng: random.Random
    tell: Tell
    is_closing: Callable[[], bool]
    failures: int = 0
    mass_change_allowed: bool = False

    def take(self) -> Came:
        """Share the book; whatever goes wrong comes back as a value."""
        try:
            lease = Lease(self.book.path)
        except AlreadyOpenError:
            words = sentence("Another program on this computer shares this book.")
            return Came(Later(engine.LONGEST_WAIT, words))
        try:
            outcome = self._outcome()
        finally:
            lease.release()
        return Came(outcome, self.line.order, self.line.clock_off_seconds)

    def _outcome(self) -> Outcome:
        try:
            till = PatientTill(self.book, self.clock, self.pen, self.is_closing)
        except KnownError as error:
            return self._later(str(error))
        try:
            return self._shared(till)
        except LineError as error:
            return self._later(str(error), error.retry_after)
        except dbapi2.DatabaseError as error:
            return self._later(
                sentence(
                    "The book could not be written just now ({reason}). Nothing is lost.",
                    reason=str(error),
                )
            )
        finally:
            till.close()

    def _shared(self, till: PatientTill) -> Outcome:
        # What the last turn had no time for is done before anything new.
        till.refresh()
        watched = Watched(self.line, waiting(till.connection), self.tell, self.is_closing)
        return _learn_scopes(till, watched) or sync_once(
            till,
            watched,
            self.rng,
            failures=self.failures,
            mass_change_allowed=self.mass_change_allowed,
        )

    def _later(self, reason: str, retry_after: float | None = None) -> Later:
        return Later(engine.later(self.rng, self.failures, retry_after), reason)


def _learn_scopes(till: PatientTill, line: Watched) -> Stopped | None:
    """Learn what this till is granted before it says anything: where an edit belongs follows."""
    if till.cursors():
        return None
    who = till.identity()
    answer = line.pull(Pull(who.till, who.incarnation, who.schema, {}, 1))
    if isinstance(answer, Pulled):
        till.join(answer.granted)
        return None
    if isinstance(answer, Refused):
        return Stopped(answer.reason)
    raise LineError(NOT_HEAD_OFFICE)
