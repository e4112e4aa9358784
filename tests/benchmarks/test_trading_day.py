"""The simulated trading day: who waits for whom, and how long."""

import pytest

from benchmarks.trading_day import (
    COMMIT,
    LINE,
    ROUND_TRIP,
    SLOW_COMMIT,
    Day,
    House,
    Machines,
    Request,
    coming_back,
    trading,
)

PULL = Request(server=0.002, database=0.001, trips=10)
PUSH = Request(server=0, database=0, trips=100, holds=True, writes=True)
MANY = Machines(64, 64)


def test_the_same_seed_lives_the_same_day() -> None:
    house = House(tills=50, boutiques=5)
    one, other = (trading(house, Day(Machines(2, 2)), 60, 2, [PULL], [PUSH]) for _ in range(2))
    assert one == other
    # Three looks a minute from each, and what is written.
    assert 150 <= len(one.syncs) <= 300


def test_nobody_waits_who_is_alone() -> None:
    day = Day(MANY)
    day.arrive(0, 1, [Request(0, 0, 10)])
    told = day.live(1)
    assert told.syncs == [pytest.approx(LINE + 10 * ROUND_TRIP)]
    assert (told.requests, told.server_busy, told.database_busy) == (1, 0, 0)


def test_pushes_of_a_boutique_go_one_after_the_other_and_of_others_at_once() -> None:
    hold = 100 * ROUND_TRIP
    together = coming_back(House(tills=20, boutiques=1), Day(MANY), 0, [PUSH])
    apart = coming_back(House(tills=20, boutiques=20), Day(MANY), 0, [PUSH])
    assert 20 * (hold + COMMIT) < together.at(1) < 20 * (hold + SLOW_COMMIT) + LINE + 1e-9
    assert apart.at(1) < hold + SLOW_COMMIT + LINE + 1e-9


def test_twice_the_cores_halve_a_storm() -> None:
    storm = [Request(server=0.02, database=0.001, trips=0)]
    few, more = (
        coming_back(House(tills=2_000), Day(Machines(cores, 8)), 0, storm).ended
        for cores in (2, 4)
    )
    assert few / more == pytest.approx(2, rel=0.05)
    assert few == pytest.approx(2_000 * 0.02 / 2, rel=0.05)
