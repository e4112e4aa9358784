"""When the next try is due, and who writes first."""

import random
import threading

from typing_extensions import override

from clienteling.bootstrap.pen import Pen
from clienteling.bootstrap.syncing.schedule import AFTER_EDIT, QUIET, STOPPED, Schedule, Sleeps
from clienteling.sync import engine
from clienteling.sync.engine import Done, Later, Stopped


class _Middle(random.Random):
    """Always the middle."""

    @override
    def random(self) -> float:
        return 0.5


def test_the_looks_of_many_tills_part() -> None:
    rng, looks = random.Random(1), set()
    for _till in range(50):
        schedule = Schedule(rng)
        schedule.tried(Done(), 0.0)
        looks.add(schedule.left(0.0))
    assert len(looks) == 50
    assert 0.75 * QUIET <= min(looks) < 0.8 * QUIET
    assert 1.2 * QUIET < max(looks) <= 1.25 * QUIET


def test_head_office_is_left_alone_for_as_long_as_it_asked() -> None:
    rng = random.Random(1)
    waits = [engine.later(rng, 3, 30.0) for _till in range(50)]
    assert 30.0 <= min(waits) < 32.0
    assert 43.0 < max(waits) <= 45.0
    assert 4.0 <= min(engine.later(rng, 3) for _till in range(50)) < 5.0


def test_an_edit_brings_the_next_look_forward_and_later_edits_do_not_put_it_off() -> None:
    schedule = Schedule(_Middle())
    assert schedule.left(100.0) == 0
    schedule.tried(Done(), 100.0)
    assert schedule.left(100.0) == QUIET
    schedule.edited(101.0)
    schedule.edited(101.5)
    assert schedule.left(101.0) == AFTER_EDIT


def test_an_edit_does_not_hammer_a_broken_line_but_a_person_may() -> None:
    schedule = Schedule(_Middle())
    schedule.tried(Later(40.0, "cut"), 100.0)
    schedule.edited(101.0)
    assert (schedule.left(101.0), schedule.failures) == (39.0, 1)
    schedule.asked()
    assert (schedule.left(101.0), schedule.failures) == (0, 0)


def test_whoever_asks_while_a_try_is_under_way_gets_another() -> None:
    schedule = Schedule(_Middle())
    schedule.began(99.0)
    schedule.asked()
    schedule.tried(Stopped("mass change"), 100.0)
    assert schedule.left(100.0) == 0
    schedule.began(99.0)
    schedule.tried(Stopped("mass change"), 101.0)
    assert schedule.left(101.0) == STOPPED


def test_a_computer_that_slept_is_noticed_and_a_slow_one_is_not() -> None:
    sleeps = Sleeps(wall=1_000.0, steady=10.0)
    assert not sleeps.has_slept(1_006.0, 15.0)
    assert sleeps.has_slept(9_000.0, 20.0)
    assert not sleeps.has_slept(9_005.0, 25.0)
    assert not sleeps.has_slept(5_000.0, 30.0)


def test_a_person_writes_before_a_background_that_waited_longer() -> None:
    pen = Pen()
    order: list[str] = []
    threads = [
        threading.Thread(target=_write, args=(pen.background, order, "background")),
        threading.Thread(target=_write, args=(pen.person, order, "person")),
    ]
    with pen.background():
        threads[1].start()
        while not pen.is_wanted:
            pass
        threads[0].start()
    for thread in threads:
        thread.join()
    assert order == ["person", "background"]


def test_whoever_has_the_pen_may_take_it_again() -> None:
    pen = Pen()
    with pen.person(), pen.background(), pen.person():
        assert not pen.is_wanted


def _write(taking: object, order: list[str], name: str) -> None:
    with taking():  # type: ignore[operator] # one of the pen's two ways
        order.append(name)
