"""Seeds of the simulation, and the safeguards it must see broken."""

import pytest

from tests.sync.simulation.world import run_seed

SEEDS_A_PART = 20


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
@pytest.mark.parametrize("part", range(5))
def test_nothing_is_lost_and_every_book_is_equal(part: int) -> None:
    runs = [run_seed(part * SEEDS_A_PART + number) for number in range(SEEDS_A_PART)]
    assert {run.seed: run.faults for run in runs if run.faults} == {}
    assert sum(run.edits for run in runs) > SEEDS_A_PART * 10


def test_a_seed_replays_exactly() -> None:
    first, second = run_seed(7), run_seed(7)
    assert (first.story, first.edits, first.faults) == (second.story, second.edits, second.faults)
