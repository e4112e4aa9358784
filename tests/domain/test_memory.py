"""The collector is held and set going again, and what was made meanwhile is not looked through."""

import gc
from collections.abc import Iterator

import pytest

from clienteling.domain.memory import hold_collector, let_collector_go


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def test_what_is_made_while_the_collector_is_held_is_never_looked_through():
    hold_collector()
    assert not gc.isenabled()
    let_collector_go()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_a_collector_that_was_not_held_is_left_as_it_is():
    let_collector_go()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
