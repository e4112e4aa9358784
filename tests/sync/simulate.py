"""Live through many seeds: ``python -m tests.sync.simulate --seeds N --from S [--mutants]``."""

import argparse
import sys
import time

from tests.sync.simulation.mutants import MUTANTS, broken
from tests.sync.simulation.world import run_seed


def main() -> int:
    """Run, print what happened, and answer 0 where nothing was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--story", action="store_true", help="print every step of each seed")
    parser.add_argument("--mutants", nargs="*", help="break these safeguards, or all of them")
    options = parser.parse_args()
    if options.mutants is not None:
        return _mutants(options.mutants or list(MUTANTS), options.first, options.seeds)
    begun = time.perf_counter()
    bad = edits = restores = 0
    for seed in range(options.first, options.first + options.seeds):
        run = run_seed(seed)
        edits += run.edits
        restores += run.restores
        if options.story:
            print(*run.story, sep="\n")
        if run.faults:
            bad += 1
            print(f"seed {seed}:", *run.faults[:5], sep="\n  ")
    seconds = time.perf_counter() - begun
    print(
        f"{options.seeds} seeds from {options.first}, {edits} edits, {restores} restores, "
        f"{bad} seeds with violations, {options.seeds / seconds:.1f} seeds a second"
    )
    return 1 if bad else 0


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
