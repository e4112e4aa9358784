"""Work runs away from the window and its answers come back in good order."""

import gc
import operator
import threading
from functools import partial

from PySide6.QtCore import QObject, QThread, QTimer

from clienteling.domain.errors import Cancelled, KnownError, UserError
from clienteling.ui.background import Tasks
from clienteling.ui.changes import Changes, Reader
from clienteling.ui.collector import Collector
from clienteling.ui.mailbox import Mailbox
from clienteling.ui.notices import Notices


def _idle(qtbot, tasks):
    qtbot.waitUntil(lambda: tasks.is_idle)


def test_database_work_is_done_in_order_on_one_thread_and_answered_here(qtbot):
    tasks, owner, threads = Tasks(), QObject(), set()
    seen: list[tuple[int, bool]] = []
    here = QThread.currentThread()

    def work(number: int) -> int:
        threads.add(threading.current_thread().name)
        return number

    for number in range(20):
        tasks.run(owner, partial(work, number),
                  lambda answer: seen.append((answer, QThread.currentThread() is here)))  # fmt: skip
    assert seen == []
    _idle(qtbot, tasks)
    tasks.close()
    assert seen == [(number, True) for number in range(20)]
    assert threads == {"database_0"}


def test_an_answer_for_a_deleted_owner_is_dropped(qtbot):
    tasks, owner = Tasks(), QObject()
    seen: list[bool] = []
    gate = threading.Event()
    tasks.run(owner, gate.wait, seen.append)
    owner.deleteLater()
    qtbot.waitSignal(owner.destroyed, timeout=1000).wait()
    gate.set()
    _idle(qtbot, tasks)
    tasks.close()
    assert seen == []


def test_only_the_newest_search_is_answered_and_waiting_ones_are_not_begun(qtbot):
    tasks, owner = Tasks(), QObject()
    seen: list[str] = []
    begun: list[str] = []
    gate = threading.Event()

    def search(words: str) -> str:
        begun.append(words)
        if words == "a":
            gate.wait()
        return words

    for words in ("a", "al", "alt"):
        tasks.run(owner, partial(search, words), seen.append, latest="search")
    gate.set()
    _idle(qtbot, tasks)
    tasks.close()
    assert seen == ["alt"]
    assert "al" not in begun


def test_an_error_reaches_failed_or_else_everyone(qtbot):
    tasks, owner = Tasks(), QObject()
    failed: list[Exception] = []
    everyone: list[Exception] = []
    tasks.unhandled.connect(everyone.append)

    def break_down():
        raise KnownError("The disk is full.")

    tasks.run(owner, break_down, failed.append, failed.append)
    tasks.run(owner, break_down, failed.append, database=False)
    _idle(qtbot, tasks)
    tasks.close()
    assert [str(error) for error in failed] == ["The disk is full."]
    assert [str(error) for error in everyone] == ["The disk is full."]


def test_a_long_job_tells_its_steps_without_a_pause_and_the_window_goes_on(qtbot):
    tasks, owner = Tasks(), QObject()
    turns: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: turns.append(len(steps)))
    timer.start()
    steps: list[tuple[int, int | None, str]] = []
    failed: list[Exception] = []

    def work(progress):
        number = 0
        while True:
            number += 1
            progress.step(number, None, "Reading")

    task = tasks.run_long(owner, work, failed.append, failed.append,
                          stepped=lambda *step: steps.append(step))  # fmt: skip
    qtbot.waitUntil(lambda: len(turns) > 2)
    task.cancel()
    _idle(qtbot, tasks)
    tasks.close()
    numbers = [number for number, _, _ in steps]
    assert numbers == sorted(set(numbers))
    assert {step[1:] for step in steps} == {(None, "Reading")}
    assert [type(error) for error in failed] == [Cancelled]


def test_closing_waits_for_what_runs_and_cancels_what_waits(qtbot):
    tasks, owner = Tasks(), QObject()
    done: list[str] = []
    seen: list[None] = []
    began = threading.Event()

    def slow():
        began.set()
        threading.Event().wait(0.05)
        done.append("slow")

    tasks.run(owner, slow, seen.append)
    tasks.run(owner, lambda: done.append("waiting"), seen.append)
    began.wait()
    tasks.close()
    tasks.run(owner, lambda: done.append("late"), seen.append)
    _idle(qtbot, tasks)
    assert (done, seen, tasks.is_idle) == (["slow"], [], True)


def test_news_from_any_thread_reaches_those_who_read_it(qtbot):
    tasks, owner, heard = Tasks(), QObject(), []
    changes = Changes(tasks.post)
    Reader(changes, {"client", "note"}, lambda: heard.append("notes"), owner)
    Reader(changes, {"piece"}, lambda: heard.append("pieces"), owner)
    with qtbot.waitSignal(changes.changed) as news:
        thread = threading.Thread(target=changes.tell, args=(["client"],))
        thread.start()
        thread.join()
    changes.tell([])
    assert (heard, news.args) == (["notes"], [frozenset({"client"})])
    tasks.close()


def test_calls_of_many_threads_are_all_made_here_each_thread_in_its_order(qtbot):
    mailbox = Mailbox()
    made: list[tuple[str, int]] = []

    def send(name):
        for number in range(2000):
            mailbox.put(partial(hear, name, number))

    def hear(name, number):
        assert threading.current_thread() is threading.main_thread()
        made.append((name, number))

    senders = [threading.Thread(target=send, args=(name,)) for name in "abc"]
    for sender in senders:
        sender.start()
    qtbot.waitUntil(lambda: len(made) == 6000)
    mailbox.close()
    for name in "abc":
        assert [number for who, number in made if who == name] == list(range(2000))


def test_a_call_that_fails_keeps_no_other_from_being_made(qtbot):
    mailbox = Mailbox()
    made: list[object] = []
    with qtbot.captureExceptions() as raised:
        mailbox.put(partial(operator.truediv, 1, 0))
        mailbox.put(partial(made.append, "after"))
        qtbot.waitUntil(lambda: made == ["after"])
    mailbox.close()
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_after_closing_no_call_is_made(qtbot):
    mailbox = Mailbox()
    made: list[object] = []
    mailbox.put(partial(made.append, "before"))
    mailbox.close()
    mailbox.put(partial(made.append, "after"))
    other = Mailbox()
    other.put(partial(made.append, "another's"))
    qtbot.waitUntil(lambda: bool(made))
    other.close()
    assert made == ["another's"]


def test_python_collects_on_the_thread_of_the_window_alone(qtbot):
    collector, threads = Collector(), set()

    def note(phase, _info):
        threads.add(threading.current_thread())

    def litter():
        for _ in range(20_000):
            ring: list[object] = []
            ring.append(ring)

    gc.callbacks.append(note)
    try:
        thread = threading.Thread(target=litter)
        thread.start()
        thread.join()
        assert threads == set()
        qtbot.waitUntil(lambda: bool(threads))
    finally:
        gc.callbacks.remove(note)
        collector.close()
    assert (threads, gc.isenabled()) == ({threading.main_thread()}, True)


class Recorder:
    """Remembers what it was told to show."""

    def __init__(self):
        self.shown = []

    def show_words(self, words, *, act=None, act_word="", key="", icon="check"):
        self.shown.append((words, act_word, icon))


def test_each_error_goes_through_its_own_door(qtbot):
    recorder = Recorder()
    notices = Notices(recorder)
    crashes: list[Exception] = []
    notices.crashed.connect(crashes.append)
    bug = ValueError("ours")
    notices.fail(UserError("Write a name."))
    notices.fail(KnownError("The printer did not answer."), again=lambda: None)
    notices.fail(Cancelled())
    notices.fail(bug)
    notices.tell("Call noted", undo=lambda: None)
    assert recorder.shown == [
        ("Write a name.", "", "info"),
        ("The printer did not answer.", "Try again", "warning-circle"),
        ("Call noted", "Undo", "check"),
    ]
    assert crashes == [bug]
