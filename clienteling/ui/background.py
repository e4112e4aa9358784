"""The only place where threads exist: work goes away, its answer comes back to the window.

One database thread reads and writes in the order asked; a pool of four does network, pictures and
PDFs. ``work`` holds no Qt and returns frozen rows. Answers come back through one mailbox, so they
arrive on the window's thread and never inside the call that asked.
"""

import logging
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from clienteling.domain.errors import Cancelled
from clienteling.domain.progress import Progress
from clienteling.ui.mailbox import Mailbox

T = TypeVar("T")
Failed = Callable[[Exception], None]
_POOL_SIZE = 4
_TURN_SECONDS = 0.0005
"""How long a thread may keep Python to itself while another waits for it. The window asks for it
again after each of Qt's own calls; Python's usual 5 ms, some dozen times a painting, would be a
freeze."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Task:
    """A piece of work that was asked for; hold it to cancel a long one."""

    number: int
    owner: QObject
    done: Callable[[Any], None]
    failed: Failed | None
    latest: str | None
    stop: threading.Event = field(default_factory=threading.Event)
    future: Future[Any] | None = None

    def cancel(self) -> None:
        """Take it out of the queue, or ask a long job to stop at its next step."""
        self.stop.set()
        if self.future is not None:
            self.future.cancel()


class Steps:
    """The ``Progress`` of a long job: steps reach the window, a wish to stop reaches the job."""

    def __init__(
        self, stop: threading.Event, tell: Callable[[int, int | None, str], None]
    ) -> None:
        self._stop = stop
        self._tell = tell

    def step(self, done: int, total: int | None, words: str = "") -> None:
        """Tell the window where the work is, and raise ``Cancelled`` if asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self._tell(done, total, words)


class Tasks(QObject):
    """Runs work away from the window.

    ``unhandled`` carries an error that no ``failed`` took. ``stepped`` carries the task's number
    and how far a long job is: done, total or ``None``, words.
    """

    unhandled = Signal(object)
    stepped = Signal(int, int, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN_SECONDS)
        self._database = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._pool = ThreadPoolExecutor(_POOL_SIZE, thread_name_prefix="pool")
        self._waiting: dict[int, Task] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._watched: dict[int, Callable[[int, int | None, str], None]] = {}
        self._steps: dict[int, tuple[int, int | None, str]] = {}
        self._telling = threading.Lock()
        self._count = 0
        self._closed = False
        self._mailbox = Mailbox(self)

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs and nothing waits."""
        return not self._waiting

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        database: bool = True,
        latest: str | None = None,
    ) -> Task:
        """Run work on another thread and hand its answer to ``done`` on the window's thread.

        Args:
            owner: The answer is dropped if it has been deleted.
            work: Touches no Qt; returns frozen rows.
            done: Receives what ``work`` returned.
            failed: Receives the error; without it ``unhandled`` is emitted.
            database: On the database thread, in order; otherwise in the pool.
            latest: A name within the owner: only the newest asked under it is answered, and those
                that still wait are not begun (a search while one types).
        """
        task = self._book(owner, done, failed, latest)
        return self._start(task, work, database=database)

    def run_long(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        stepped: Callable[[int, int | None, str], None] | None = None,
        database: bool = False,
    ) -> Task:
        """Run long work that tells its steps and can be stopped by ``Task.cancel()``.

        Args:
            owner: The answer is dropped if it has been deleted.
            work: Receives the progress it must tell.
            done: Receives what ``work`` returned.
            failed: Receives the error, also ``Cancelled``.
            stepped: Receives done, total and words on the window's thread.
            database: On the database thread; otherwise in the pool.
        """
        task = self._book(owner, done, failed, None)
        if stepped is not None:
            self._watched[task.number] = stepped
        steps = Steps(task.stop, partial(self._tell_step, task.number))
        return self._start(task, partial(work, steps), database=database)

    def post(self, call: Callable[[], object]) -> None:
        """Have a call made on the window's thread at its next turn; for any thread."""
        self._mailbox.put(call)

    def close(self) -> None:
        """Cancel what waits, ask what runs to stop, and wait for it; answers are dropped."""
        self._closed = True
        for task in list(self._waiting.values()):
            task.stop.set()
        self._database.shutdown(wait=True, cancel_futures=True)
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._mailbox.close()
        self._waiting.clear()

    def _book(
        self,
        owner: QObject,
        done: Callable[[Any], None],
        failed: Failed | None,
        latest: str | None,
    ) -> Task:
        self._count += 1
        task = Task(self._count, owner, done, failed, latest)
        self._waiting[task.number] = task
        if latest is not None:
            key = (id(owner), latest)
            older = self._waiting.get(self._newest.get(key, 0))
            self._newest[key] = task.number
            if older is not None:
                older.cancel()
        return task

    def _start(self, task: Task, work: Callable[[], Any], *, database: bool) -> Task:
        if self._closed:
            self._waiting.pop(task.number, None)
            return task
        executor = self._database if database else self._pool
        task.future = executor.submit(work)
        task.future.add_done_callback(partial(self._finish, task.number))
        return task

    def _finish(self, number: int, future: Future[Any]) -> None:
        """Carry the outcome over; called on the working thread, or here when cancelled.

        The thread knows the task by its number alone: whoever lets go of a widget last deletes it.
        """
        if not self._closed:
            self._mailbox.put(partial(self._deliver, number, future))

    def _tell_step(self, number: int, done: int, total: int | None, words: str) -> None:
        """Leave the newest step to be told; those that nobody saw in time are passed over."""
        if self._closed:
            return
        with self._telling:
            is_waiting = number in self._steps
            self._steps[number] = (done, total, words)
        if not is_waiting:
            self._mailbox.put(partial(self._deliver_step, number))

    def _deliver(self, number: int, future: Future[Any]) -> None:
        task = self._waiting.pop(number, None)
        self._watched.pop(number, None)
        if task is None or future.cancelled() or not self._is_wanted(task):
            return
        error = future.exception()
        if error is None:
            task.done(future.result())
        elif task.failed is not None and isinstance(error, Exception):
            task.failed(error)
        elif not isinstance(error, Cancelled):
            self.unhandled.emit(error)

    def _deliver_step(self, number: int) -> None:
        with self._telling:
            done, total, words = self._steps.pop(number)
        self.stepped.emit(number, done, total, words)
        task, watcher = self._waiting.get(number), self._watched.get(number)
        if task is not None and watcher is not None and self._is_wanted(task):
            watcher(done, total, words)

    def _is_wanted(self, task: Task) -> bool:
        if self._closed or not shiboken6.isValid(task.owner):
            return False
        if task.latest is None:
            return True
        return self._newest.get((id(task.owner), task.latest)) == task.number
