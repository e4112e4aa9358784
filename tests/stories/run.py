"""Tell stories by the command line: ``python -m tests.stories.run --rounds 20 --from 0``.

A seed whose story ends badly is written with all that was told in it; the exit code says whether
there was one. What each step draws is the seed's, what can be done at it and what it meets are the
machine's: a fault that needs both may want its seed told several times.
"""

import argparse
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from clienteling.domain.clock import FakeClock
from clienteling.storage.open import create_book
from tests.books import KEYS, NAME
from tests.postgres.server import Server as Postgres
from tests.postgres.server import running
from tests.stories.judge import judged
from tests.stories.offices import Office
from tests.stories.story import Story

#: How far the tills' clocks may be off, in seconds.
CLOCKS = (0, 0, -86_400, 315_360_000)


def storm(
    seed: int, template: Path, folder: Path, postgres: Postgres | None, steps: int = 40
) -> tuple[list[str], list[str]]:
    """Live through one seed; return what is wrong, and all that was told."""
    office = Office.new(folder / "office", postgres, f"story_{seed}")
    story = Story(seed, office, template, folder, (0, CLOCKS[seed % len(CLOCKS)]))
    try:
        story.begin()
        story.live(steps)
        faults = judged(story)
    except Exception as error:  # noqa: BLE001 - whatever ended the story is what is wrong
        faults = [f"{type(error).__name__}: {error}"]
    finally:
        story.close()
        office.close()
    faults += [f"a till wrote: {till.log[-2_000:]}" for till in story.tills.values() if till.log]
    return faults, story.log


def main() -> int:
    """Tell stories; return how it ended."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--rounds", type=int, default=10)
    words.add_argument("--from", type=int, default=0, dest="first")
    words.add_argument("--steps", type=int, default=60)
    words.add_argument("--embedded", action="store_true", help="no PostgreSQL")
    words.add_argument("--story", action="store_true", help="print all that was told")
    asked = words.parse_args()
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    bad = 0
    with tempfile.TemporaryDirectory(prefix="clienteling-stories-") as name, ExitStack() as stack:
        template = Path(name) / "template" / NAME
        create_book(template, clock=FakeClock(), keys=KEYS).close()
        postgres = None if asked.embedded else stack.enter_context(running())
        for seed in range(asked.first, asked.first + asked.rounds):
            began = time.monotonic()
            folder = Path(name) / str(seed)
            faults, told = storm(seed, template, folder, postgres, asked.steps)
            bad += bool(faults)
            print(
                f"seed {seed}: {len(faults)} faults, {time.monotonic() - began:.1f} s", flush=True
            )
            for line in (*faults, *(told if faults or asked.story else ())):
                print(f"  {line}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
