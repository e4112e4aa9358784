"""The engine room: the line, the turns, what came of them, and what is told of it."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from clienteling.bootstrap.syncing import erasing
from clienteling.bootstrap.syncing.board import Board, standing
from clienteling.bootstrap.syncing.carrying import Carrying
from clienteling.bootstrap.syncing.lines import Line, Lines, Order
from clienteling.bootstrap.syncing.membership import Membership, MembershipFile
from clienteling.bootstrap.syncing.membership import confirmed as let_in
from clienteling.bootstrap.syncing.reasons import offline_because, stopped_because
from clienteling.bootstrap.syncing.schedule import Schedule
from clienteling.bootstrap.syncing.state import Stop, SyncKind
from clienteling.bootstrap.syncing.turn import Came, Turn
from clienteling.bootstrap.syncing.worker import Worker
from clienteling.domain.errors import ClientelingError
from clienteling.sync.engine import LONGEST_WAIT, Done, Later, Stopped

if TYPE_CHECKING:
    from clienteling.bootstrap.backend import Backend

#: The moment both sides were last the same is written down this often, and when anything moved.
_REMEMBER = timedelta(minutes=10)


class Sharing:
    """Takes turns at sharing one book, on its own thread or on the caller's.

    Args:
        backend: The book.
        lines: Makes lines.
        file: Where and as whom this till shares.
        board: Told of everything.
        rng: Spreads waits.
        tick: Monotonic seconds.
    """

    def __init__(
        self,
        backend: "Backend",
        lines: Lines,
        file: MembershipFile,
        board: Board,
        rng: random.Random,
        tick: Callable[[], float] = time.monotonic,
    ) -> None:
        self._backend = backend
        self._lines = lines
        self._file = file
        self._board = board
        self._rng = rng
        self._tick = tick
        self._schedule = Schedule(rng)
        self._noted_at: datetime | None = None
        self._one_at_a_time = threading.Lock()
        self._line: Line | None = None
        self._carrying: Carrying | None = None
        self._worker: Worker | None = None
        self._is_hanging_up = False
        self.mass_change_allowed = False

    def start(self) -> None:
        """Share from now on, on a thread of its own; twice is once."""
        if self._worker is None:
            self._is_hanging_up = False
            self._schedule.asked()
            self._worker = Worker(
                self._schedule, self._backend.clock, self.take_turn, self._board.count, self._tick
            )
            self._backend.listen(self._edited)
            self._worker.start()

    def soon(self) -> None:
        """Try at once."""
        if self._worker is not None:
            self._worker.asked()

    def stop(self) -> None:
        """Share no more; what is under way is cut, and nothing is lost by it."""
        worker, self._worker = self._worker, None
        self._is_hanging_up = True
        self._backend.forget(self._edited)
        if worker is not None:
            worker.stop(self._hang_up)
        self._hang_up()
        # A turn that still waits for an answer closes it by itself.
        if self._one_at_a_time.acquire(blocking=False):
            try:
                self._put_down()
            finally:
                self._one_at_a_time.release()

    def take_one_turn(self) -> None:
        """Share once on the calling thread, also where it does not share by itself."""
        self._is_hanging_up = self._is_hanging_up and self._worker is not None
        self.take_turn()

    def take_turn(self) -> None:
        """Share once, on the calling thread."""
        with self._one_at_a_time:
            membership = self._file.read()
            if membership is None or membership.revoked == Stop.ERASED:
                return
            try:
                line = self._line = self._line or self._open(membership)
            except ClientelingError as error:
                # A keyring that is locked is unlocked again; a key that is lost is not.
                outcome = Later(LONGEST_WAIT, str(error))
                self._schedule.tried(outcome, self._tick())
                self._offline(outcome)
                return
            came = self._turn(line)
            self._note(membership, came)
            if isinstance(came.outcome, Done):
                self._carry(line)
            if self._is_hanging_up:
                self._put_down()

    def _carry(self, line: Line) -> None:
        """Carry pictures once the rows that name them are on both sides."""
        if self._is_hanging_up or line.blobs is None:
            return
        if self._carrying is None:
            opened = self._backend.opened
            self._carrying = Carrying(
                opened.book,
                opened.attachments(),
                self._backend.clock,
                self._backend.pen,
                self._rng,
                self._is_cut,
            )
        carried = self._carrying.go(line.blobs)
        if self._is_cut():
            return
        self._board.change(pictures_to_send=carried.to_send, pictures_to_fetch=carried.to_fetch)
        if carried.fetched:
            self._backend.tell(frozenset({"attachment"}))
        if carried.has_more:
            self._schedule.edited(self._tick())

    def _is_cut(self) -> bool:
        return self._is_hanging_up

    def _put_down(self) -> None:
        carrying, self._carrying = self._carrying, None
        if carrying is not None:
            carrying.close()

    def _turn(self, line: Line) -> Came:
        opened, allowed = self._backend.opened, self.mass_change_allowed
        if self._board.state.waiting and self._board.state.kind == SyncKind.SHARED:
            self._tell(0, self._board.state.waiting)
        came = Turn(
            book=opened.book,
            clock=self._backend.clock,
            line=line,
            pen=self._backend.pen,
            rng=self._rng,
            tell=self._tell,
            is_closing=self._is_cut,
            failures=self._schedule.failures,
            mass_change_allowed=allowed,
        ).take()
        if allowed and isinstance(came.outcome, Done):
            self.mass_change_allowed = False
        return came

    def _open(self, membership: Membership) -> Line:
        key = self._file.private_key(membership)
        return self._lines.open(membership.address, membership.ca_pem, membership.till, key)

    def _tell(self, done: int, total: int | None) -> None:
        self._board.change(kind=SyncKind.SHARING, done=done, total=total, why=None, stop=None)

    def _note(self, membership: Membership, came: Came) -> None:
        """Keep and tell what came of a turn."""
        outcome = came.outcome
        is_unconfirmed = isinstance(outcome, Stopped) and outcome.reason == "pending"
        self._schedule.tried(outcome, self._tick(), is_unconfirmed=is_unconfirmed)
        if self._is_hanging_up:
            return
        if came.clock_off_seconds is not None:
            self._board.change(clock_off_seconds=came.clock_off_seconds)
        if outcome.tables:
            self._backend.tell(outcome.tables)
        match outcome:
            case Done():
                self._done(membership, outcome)
            case Later():
                self._offline(outcome)
            case Stopped():
                self._stopped(membership, outcome, came.order)
        if isinstance(outcome, Done) and self._board.state.waiting:
            self._schedule.edited(self._tick())

    def _done(self, membership: Membership, outcome: Done) -> None:
        if membership.number or membership.revoked:
            membership = let_in(membership, ())
            self._file.keep(membership)
        now = self._backend.clock.now()
        if self._noted_at is None or outcome.sent or now - self._noted_at > _REMEMBER:
            self._file.keep_last_at(now)
            self._noted_at = now
        self._board.count(
            **{**standing(membership), "kind": SyncKind.SHARED},
            last_at=now,
            next_try_at=None,
            done=0,
            total=None,
        )

    def _offline(self, outcome: Later) -> None:
        self._hang_up()
        self._board.count(
            kind=SyncKind.OFFLINE,
            why=offline_because(outcome.reason),
            stop=None,
            next_try_at=self._backend.clock.now() + timedelta(seconds=outcome.seconds),
            done=0,
            total=None,
        )

    def _stopped(self, membership: Membership, outcome: Stopped, order: Order | None) -> None:
        stop, why = stopped_because(outcome.reason)
        if (
            stop == Stop.REVOKED
            and order is not None
            and erasing.is_from_office(order, membership)
        ):
            self._erase(membership)
            return
        if stop == Stop.REVOKED and not membership.revoked:
            membership = replace(membership, revoked=Stop.REVOKED.value)
            self._file.keep(membership)
        left = self._schedule.left(self._tick())
        self._board.count(
            kind=SyncKind.STOPPED,
            stop=stop,
            why=why,
            is_locked=bool(membership.revoked),
            next_try_at=self._backend.clock.now() + timedelta(seconds=left),
            done=0,
            total=None,
        )

    def _erase(self, membership: Membership) -> None:
        self._hang_up()
        self._is_hanging_up = True
        stop, why = stopped_because(Stop.ERASED)
        opened = self._backend.opened
        # Whoever looks at the screen has to see it close before the files go.
        self._board.change(
            **{**standing(membership), "kind": SyncKind.STOPPED, "is_locked": True},
            next_try_at=None,
        )
        self._board.change(stop=stop, why=why)
        erasing.erase_book(opened.book.path, opened.finder, self._file)

    def _edited(self, tables: frozenset[str]) -> None:
        del tables
        worker = self._worker
        if worker is not None and not worker.is_here:
            worker.edited()

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close()
