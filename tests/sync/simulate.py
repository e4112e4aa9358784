"""Live through many seeds: ``python -m tests.sync.simulate --seeds N --from S [--mutants]``."""

import argparse
import multiprocessing
import sys
import time
from collections.abc import Iterable, Iterator

from tests.sync.simulation.mutants import MUTANTS, broken
from tests.sync.simulation.template import template
from tests.sync.simulation.world import Run, run_seed


def main() -> int:
    """Run, print what happened, and answer 0 where nothing was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes share the seeds")
    parser.add_argument("--story", action="store_true", help="print every step of each seed")
    parser.add_argument("--mutants", nargs="*", help="break these safeguards, or all of them")
    options = parser.parse_args()
    if options.mutants is not None:
        return _mutants(options.mutants or list(MUTANTS), options.first, options.seeds)
    begun = time.perf_counter()
    bad = edits = restores = 0
    for run in lived_through(range(options.first, options.first + options.seeds), options.jobs):
        edits += run.edits
        restores += run.restores
        if options.story:
            print(*run.story, sep="\n")
        if run.faults:
            bad += 1
            print(f"seed {run.seed}:", *run.faults[:5], sep="\n  ", flush=True)
    seconds = time.perf_counter() - begun
    print(
        f"{options.seeds} seeds from {options.first}, {edits} edits, {restores} restores, "
        f"{bad} seeds with violations, {options.seeds / seconds:.1f} seeds a second"
    )
    return 1 if bad else 0


def lived_through(seeds: Iterable[int], jobs: int) -> Iterator[Run]:
    """Live through seeds, each as if it were alone, in several processes where asked."""
    if jobs == 1:
        yield from map(run_seed, seeds)
        return
    # Made once, before the processes part: they share its folder.
    template()
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap(run_seed, seeds, chunksize=4)


def _mutants(names: list[str], first: int, seeds: int) -> int:
    """Break one safeguard after another; answer 0 where each was seen."""
    missed = 0
    for name in names:
        with broken(name):
            caught = next((s for s in range(first, first + seeds) if run_seed(s).faults), None)
        missed += caught is None
        print(f"{name}: {'missed' if caught is None else f'caught by seed {caught}'}", flush=True)
    print(f"{len(names) - missed} of {len(names)} caught within {seeds} seeds")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
