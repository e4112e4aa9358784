"""What every screen is handed: the book, the theme, the threads, the words, and where to go next.

A screen talks to the book only through here: ``ask`` reads on the database thread, ``act`` writes
there, tells what was done and offers the way back. Nothing of it draws. It is long because every
door that a screen has is one of its methods.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from clienteling.bootstrap import Backend, Done, Me
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress
from clienteling.queries.client_list import ClientList
from clienteling.ui.background import Task, Tasks
from clienteling.ui.changes import Changes, Reader
from clienteling.ui.collector import Collector
from clienteling.ui.history import History, Step
from clienteling.ui.key_uses import KeyUses
from clienteling.ui.locale import Words
from clienteling.ui.long_turns import LongTurns
from clienteling.ui.notices import Notices
from clienteling.ui.picture_shelf import PictureShelf
from clienteling.ui.sharing import Sharing
from clienteling.ui.theme import Theme

Failed = Callable[[Exception], None]


class Desk(QObject):
    """The window's workbench.

    ``discreet_changed`` and ``language_changed`` tell every screen to show itself anew;
    ``settings_changed`` brings theme, text size and language to what is set.
    ``asked_for`` carries a place and the id of a thing in it (or None): where to go.
    ``asked_back`` goes to where one was before. ``listed`` is the list of clients last looked
    through; a card's arrows follow it.

    Args:
        backend: The book.
        theme: Colours, fonts, sizes.
        parent: The window.
    """

    discreet_changed = Signal(bool)
    language_changed = Signal()
    me_changed = Signal()
    settings_changed = Signal()
    asked_for = Signal(str, object)
    asked_back = Signal()
    asked_to_log = Signal(str, str)
    asked_new_client = Signal(str)
    asked_for_keys = Signal()

    def __init__(self, backend: Backend, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.backend = backend
        self.theme = theme
        self.collector = Collector(self)
        self.tasks = Tasks(self)
        self.changes = Changes(self.tasks.post, self)
        self.history = History(self)
        self.key_uses = KeyUses(backend.settings, theme, self)
        self.long_turns = LongTurns(self)
        self.pictures = PictureShelf(backend, self.tasks, self)
        self.sharing = Sharing(backend, self.tasks, self)
        self.notices: Notices | None = None
        self.me: Me | None = None
        self.listed: ClientList | None = None
        self.words = Words(theme.language)
        self._writing = 0
        self._turns: list[Callable[[], None]] = []
        self._discreet = backend.settings.flag("faces_clients")
        self.tasks.unhandled.connect(self.fail)

    @property
    def discreet(self) -> bool:
        """Whether amounts, private notes and other clients' names are hidden."""
        return self._discreet

    def set_discreet(self, discreet: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Hide or show what a client beside the screen should not see."""
        if discreet != self._discreet:
            self._discreet = discreet
            self.discreet_changed.emit(discreet)

    def learn_me(self, me: Me | None) -> None:
        """Take in who is at this till, and write times in that boutique's zone."""
        self.me = me
        self.rewrite()
        self.me_changed.emit()

    def rewrite(self) -> None:
        """Write dates and amounts in the language and zone now in force."""
        zone = self.me.store.time_zone if self.me else "UTC"
        self.words = Words(self.theme.language, zone)

    def go(self, place: str, thing: Id | None = None) -> None:
        """Go to a place, or to a thing in it: ``go("clients", client_id)``."""
        self.asked_for.emit(place, thing)

    def back(self) -> None:
        """Go to where one was before."""
        self.asked_back.emit()

    def ask(
        self,
        owner: QObject,
        query: Callable[..., Any],
        done: Callable[[Any], None],
        *,
        failed: Failed | None = None,
        latest: str | None = None,
        **arguments: Any,
    ) -> None:
        """Read on the database thread and hand the rows to ``done``.

        Args:
            owner: The answer is dropped when it has gone.
            query: A function of ``clienteling.queries`` that takes a session.
            done: Receives the rows on the window's thread.
            failed: Receives an error; without it the notice bar says it.
            latest: Only the newest question under this name is answered.
            arguments: What the query is asked.
        """
        work = _Call(self.backend.ask, query, arguments)
        self.tasks.run(owner, work, done, failed, latest=latest)

    def look(
        self,
        owner: QObject,
        query: Callable[..., Any],
        done: Callable[[Any], None],
        *,
        failed: Failed | None = None,
        latest: str | None = None,
        **arguments: Any,
    ) -> None:
        """Read like ``ask``, with a query on the driver's connection (search, the list)."""
        work = _Call(self.backend.look, query, arguments)
        self.tasks.run(owner, work, done, failed, latest=latest)

    def act(
        self,
        owner: QObject,
        service: Callable[..., Any],
        why: str,
        *,
        then: Callable[[Any], None] | None = None,
        failed: Failed | None = None,
        quiet: bool = False,
        **arguments: Any,
    ) -> None:
        """Write on the database thread, say what was done, and offer the way back.

        Args:
            owner: ``then`` and ``failed`` are dropped when it has gone; the write is kept, and
                can be undone.
            service: A function of ``clienteling.services``.
            why: What was done, in the past ("Note kept"); shown with *Undo*.
            then: Receives what the service returned.
            failed: Receives an error; without it the notice bar says it.
            quiet: Keep the act for ``Ctrl+Z`` but show no toast (each step of composing).
            arguments: What the service is given.
        """

        def finished(done: Done) -> None:
            self._keep(done, quiet=quiet)
            if then is not None and shiboken6.isValid(owner):
                then(done.value)

        def refused(error: Exception) -> None:
            if failed is None:
                self.fail(error)
            elif shiboken6.isValid(owner):
                failed(error)

        self._write(_Call(self.backend.do, service, {"why": why, **arguments}), finished, refused)

    def act_long(
        self,
        job: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Failed,
        *,
        stepped: Callable[[int, int | None, str], None] | None = None,
    ) -> Task:
        """Write for long, beside the database thread; what is undone meanwhile waits for it.

        Args:
            job: Writes, and tells its progress.
            done: Receives what it returned; keeps it in the history if it can be taken back.
            failed: Receives an error, also that it was stopped.
            stepped: Receives how far it is.
        """
        self._writing += 1
        return self.tasks.run_long(
            self, job, self._ended(done), self._ended(failed), stepped=stepped
        )

    def take_step_back(self, step: Step) -> None:
        """Take back one act, wherever it stands, once all that was begun before is written."""
        self._take_turn(partial(self._undo_step, step))

    def undo(self) -> None:
        """Take back the last act of this session, once all that was begun before is written."""
        self._take_turn(self._undo_last)

    def redo(self) -> None:
        """Do again what was last taken back."""
        self._take_turn(self._redo_last)

    def tell(self, words: str, **more: Any) -> None:
        """Say something in the notice bar."""
        if self.notices is not None:
            self.notices.tell(words, **more)

    def fail(self, error: BaseException) -> None:
        """Say an error through the right door."""
        if self.notices is not None:
            self.notices.fail(error)

    def read_again(
        self, owner: QObject, tables: tuple[str, ...], refresh: Callable[[], None]
    ) -> Reader:
        """Call ``refresh`` whenever one of the tables was written, whoever wrote it."""
        return Reader(self.changes, tables, refresh, owner)

    def close(self) -> None:
        """Stop the threads; what runs is waited for."""
        self.backend.forget(self.changes.tell)
        self.key_uses.keep()
        self.sharing.close()
        self.tasks.close()
        self.collector.close()

    def _write(
        self, work: "_Call", done: Callable[[Done], None], failed: Callable[[Exception], None]
    ) -> None:
        """Write on the database thread; whose answer it is, the desk itself always hears it."""
        self._writing += 1
        self.tasks.run(self, work, self._ended(done), self._ended(failed))

    def _ended(self, hear: Callable[[Any], None]) -> Callable[[Any], None]:
        def ended(answer: Any) -> None:
            self._writing -= 1
            try:
                hear(answer)
            finally:
                self._next_turn()

        return ended

    def _keep(self, done: Done, *, quiet: bool) -> None:
        if done.tx is None:
            return
        self.history.keep(Step(done.tx, done.why))
        if not quiet:
            self.tell(done.why, undo=self.undo)

    def _take_turn(self, turn: Callable[[], None]) -> None:
        # What is the last act is known only when everything begun before is written: a second
        # Ctrl+Z waits for the first, and one pressed right after Enter means what Enter kept.
        self._turns.append(turn)
        self._next_turn()

    def _next_turn(self) -> None:
        while self._turns and not self._writing:
            self._turns.pop(0)()

    def _undo_last(self) -> None:
        step = self.history.to_undo()
        if step is not None:
            self._undo_step(step)

    def _undo_step(self, step: Step) -> None:
        if step.way is not None:
            self.long_turns.take_back(step, step.way)
        else:
            self._turn(step, self.history.undone, self.tr("{act}: taken back"))

    def _redo_last(self) -> None:
        step = self.history.to_redo()
        if step is not None and step.way is not None:
            self.long_turns.do_again(step, step.way)
        elif step is not None:
            self._turn(step, self.history.redone, self.tr("{act}: done again"))

    def _turn(self, step: Step, turned: Callable[[Id, Id], None], template: str) -> None:
        def finished(done: Done) -> None:
            if done.tx is not None:
                turned(step.tx, done.tx)
            self.tell(template.format(act=step.why))

        call = _Call(self.backend.undo, step.tx, {"why": step.why})
        self._write(call, finished, self.fail)


class _Call:
    """A call that can be handed to another thread."""

    def __init__(self, door: Callable[..., Any], first: Any, arguments: dict[str, Any]) -> None:
        self._door, self._first, self._arguments = door, first, arguments

    def __call__(self) -> Any:
        return self._door(self._first, **self._arguments)
