"""A start runs without the collector."""

import gc

from clienteling.domain.memory import hold_collector


def test_the_collector_is_held_until_somebody_sets_it_going():
    try:
        hold_collector()
        assert not gc.isenabled()
    finally:
        gc.enable()
