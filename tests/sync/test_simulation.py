"""Seeds of the simulation, and the safeguards it must see broken."""

import pytest

from tests.sync.simulation.mutants import broken
from tests.sync.simulation.world import run_seed

SEEDS_A_PART = 20

#: A seed that sees each safeguard broken; ``python -m tests.sync.simulate --mutants`` finds them.
SEEN_BY = {
    "no dedup": 16, "no base": 0, "cursor before rows": 50, "no fork check": 0,
    "no join check": 6, "no restore check": 4, "delete after ack": 4, "consent last writer": 34,
    "erased comes back": 5, "erasure not offered": 9, "challenger dropped": 0,
    "vain edit stays": 236, "no hold": 4, "removal wins": 6, "poison blocks": 0,
    "transactions cut": 7, "parts forgotten": 0, "scope refused for good": 61,
    "left for everyone": 71, "prunes what waits": 40, "never compared": 6,
}  # fmt: skip


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
@pytest.mark.parametrize("part", range(10))
def test_nothing_is_lost_and_every_book_is_equal(part: int) -> None:
    runs = [run_seed(part * SEEDS_A_PART + number) for number in range(SEEDS_A_PART)]
    assert {run.seed: run.faults for run in runs if run.faults} == {}
    assert sum(run.edits for run in runs) > SEEDS_A_PART * 10


def test_a_seed_replays_exactly() -> None:
    first, second = run_seed(7), run_seed(7)
    assert (first.story, first.edits, first.faults) == (second.story, second.edits, second.faults)


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
@pytest.mark.parametrize("name", SEEN_BY)
def test_a_broken_safeguard_is_seen(name: str) -> None:
    with broken(name):
        assert run_seed(SEEN_BY[name]).faults != []
