"""Sharing the book with head office, as the window and the commands see it."""

import random
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from clienteling.bootstrap.syncing.board import Board
from clienteling.bootstrap.syncing.membership import MembershipFile
from clienteling.bootstrap.syncing.state import (
    CaseRow,
    SettledRow,
    SyncState,
    WaitingRow,
)
from clienteling.domain.errors import KnownError
from clienteling.domain.ids import Id

if TYPE_CHECKING:
    from clienteling.bootstrap.backend import Backend, Done
    from clienteling.bootstrap.syncing.lines import Lines
    from clienteling.bootstrap.syncing.sharing import Sharing


#: Seconds from the start of the window until it is shared for the first time, unless asked.
_AFTER_START = 1.5


class Syncing:
    """Sharing the book with head office.

    Args:
        backend: The book.
        lines: Makes lines to head office; None makes them over HTTPS.
    """

    def __init__(self, backend: "Backend", lines: "Lines | None" = None) -> None:
        opened = backend.opened
        self._backend = backend
        self._lines = lines
        self._file = MembershipFile(opened.book.path, opened.keys.data_key, opened.finder)
        self._board = Board(backend)
        self._lock = threading.RLock()
        self._sharing: Sharing | None = None
        self._is_wanted = False
        self._is_begun = False
        self._hurry = threading.Event()

    def state(self) -> SyncState:
        """Return how it stands now."""
        if not self._is_begun:
            self._is_begun = True
            try:
                self._board.begin(self._file.read(), self._file.last_at)
            except KnownError as error:
                self._board.fail(error)
        return self._board.state

    def listen(self, hear: Callable[[SyncState], None]) -> None:
        """Have a function told of every new state, on whatever thread it came about."""
        self._board.listen(hear)

    def forget(self, hear: Callable[[SyncState], None]) -> None:
        """Tell a function nothing any more (its window has closed)."""
        self._board.forget(hear)

    @property
    def is_locked(self) -> bool:
        """Whether head office withdrew this till's access: nothing is written any more."""
        if self._is_begun:
            return self._board.state.is_locked
        try:
            membership = self._file.read()
        except KnownError:
            return False
        return membership is not None and bool(membership.revoked)

    def enrol(
        self, address: str, code: str = "", ca_pem: str | None = None, *, name: str = ""
    ) -> SyncState:
        """Ask head office to let this till in, and share from then on. Takes as long as a line.

        Args:
            address: Where head office is; or the whole invitation it showed.
            code: The one-time code; empty where the invitation holds it.
            ca_pem: The certificate it is known by; None where the invitation names it, or where a
                public authority vouches for it.
            name: What people call this till; empty calls it after its boutique.

        Returns:
            The state. Where its ``confirm_number`` is not empty, a person compares it with the one
            on head office's screen; the till notices by itself once it is let in.

        Raises:
            UserError: this till has joined already, or the code or the address does not hold.
            KnownError: no answer came, or what answers is not the head office that was meant.
        """
        from clienteling.bootstrap.syncing.joining import default_name, join

        self.close()
        called = name.strip() or default_name(self._backend)
        try:
            book = self._backend.opened.book
            membership = join(
                book, self._file, self._room_lines(), (address, code, ca_pem), called
            )
            self._is_begun = True
            self._board.begin(membership, None)
        finally:
            self.start()
            self._hurry.set()
        return self.state()

    def leave(self) -> None:
        """Share no more; the book stays as it is.

        Raises:
            UserError: head office withdrew this till's access.
            KnownError: the keyring does not let go of the key.
        """
        from clienteling.bootstrap.syncing.joining import leave

        self.close()
        try:
            leave(self._backend.opened.book, self._file)
        finally:
            self._is_begun = False
            self.start()
        self.state()

    def start(self) -> None:
        """Share by itself from now on, where this till has joined; twice is once."""
        try:
            has_joined = self._file.read() is not None
        except KnownError:
            return
        if has_joined:
            self.state()
            with self._lock:
                if not self._is_wanted:
                    self._is_wanted = True
                    self._hurry.clear()
                    begin = threading.Thread(
                        target=self._begin, name="sharing begins", daemon=True
                    )
                    begin.start()

    def _begin(self) -> None:
        # The engine is heavy to import, and a window that has just opened paints first.
        self._hurry.wait(_AFTER_START)
        with self._lock:
            if self._is_wanted:
                self._room.start()

    def sync_soon(self) -> None:
        """Try at once, whatever was waited for."""
        self._hurry.set()
        if self._sharing is not None:
            self._sharing.soon()

    def sync_now(self) -> SyncState:
        """Share once on the calling thread, and return what came of it; for commands."""
        self.state()
        self._room.take_one_turn()
        return self.state()

    @property
    def is_running(self) -> bool:
        """Whether it shares by itself just now."""
        return self._is_wanted

    def allow_mass_change(self) -> None:
        """Let what stopped the last time go through, once: a manager has looked at it."""
        self._room.mass_change_allowed = True
        self.sync_soon()

    def close(self) -> None:
        """Share no more in this process; what is under way is cut, and nothing is lost by it."""
        self._hurry.set()
        with self._lock:
            self._is_wanted = False
            if self._sharing is not None:
                self._sharing.stop()

    def waiting(self) -> tuple[WaitingRow, ...]:
        """Return what is here and not on both sides, record by record, with the reason."""
        from clienteling.bootstrap.syncing.waiting import waiting_rows

        return self._backend.ask(waiting_rows)

    def cases(self) -> tuple[CaseRow, ...]:
        """Return what two tills wrote apart and a person settles, the oldest first."""
        from clienteling.bootstrap.syncing.cases import case_rows

        return self._backend.ask(case_rows)

    def fitted(self) -> tuple[CaseRow, ...]:
        """Return what was fitted together by itself, the oldest first."""
        from clienteling.bootstrap.syncing.cases import case_rows

        return self._backend.ask(case_rows, fitted=True)

    def settled(self) -> tuple[SettledRow, ...]:
        """Return what was settled here in the last thirty days, the newest first."""
        from clienteling.bootstrap.syncing.cases import settled_rows

        return self._backend.ask(settled_rows, clock=self._backend.clock)

    def settle(self, case_id: Id, *, take_other: bool = False, text: str | None = None) -> "Done":
        """Settle a case: what stands stays, the other side takes its place, or one's own words.

        Args:
            case_id: Which.
            take_other: The other side takes the place of what stands.
            text: Words in the place of both sides; ``take_other`` then says nothing.

        Raises:
            NotFoundError: there is no such case any more, or its record is gone.
            UserError: it was settled already, or the words do not fit.
        """
        from clienteling.bootstrap.syncing.cases import settle

        done = self._backend.do(
            settle, "Two sides settled", case_id=case_id, take_other=take_other, text=text
        )
        self.recount()
        return done

    def take_back(self, settled: SettledRow) -> "Done":
        """Take back how a case was settled: it waits for a person again, its record as before.

        Raises:
            NotFoundError: the case waits already.
            UserError: the record was changed again since, or is gone.
        """
        from clienteling.sync.cases import reopen

        if settled.has_changed:
            done = self._backend.undo(settled.tx, settled.why)
        else:
            done = self._backend.do(reopen, settled.why, case_id=settled.case.id)
        self.recount()
        return done

    def recount(self) -> None:
        """Count again what waits and what is to compare; after several were settled in one act."""
        self.state()
        self._board.count()

    @property
    def _room(self) -> "Sharing":
        with self._lock:
            if self._sharing is None:
                from clienteling.bootstrap.syncing.sharing import Sharing

                self._sharing = Sharing(
                    self._backend, self._room_lines(), self._file, self._board, random.Random()
                )
            return self._sharing

    def _room_lines(self) -> "Lines":
        if self._lines is None:
            from clienteling.bootstrap.syncing.http_lines import HttpLines

            self._lines = HttpLines(self._backend.clock)
        return self._lines
