"""Ask of the checkout all that CI asks of it: `python3 run.py check [--fix]`.

One list, in order; each step says its name and whether it holds, and what it found if not. The
import contracts are also run by the tests, where each is seen to bite.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tools import check_locks, check_strings

HERE = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
OURS = ("clienteling", "tests", "tools", "benchmarks", "run.py")

Step = tuple[str, Callable[[], str]]


def main(arguments: list[str]) -> int:
    """Run every step, also after one has failed, and return 1 if any did."""
    fix = "--fix" in arguments
    failed = []
    for name, step in steps(fix=fix):
        begun = time.monotonic()
        complaint = step()
        print(f"{'FAILED' if complaint else 'ok':<8}{name:<18}{time.monotonic() - begun:5.1f} s")
        if complaint:
            print(complaint.rstrip() + "\n")
            failed.append(name)
        sys.stdout.flush()
    print(f"Failed: {', '.join(failed)}." if failed else "All is in order.")
    return 1 if failed else 0


def steps(*, fix: bool) -> list[Step]:
    """Return the steps in order: the quick ones first, so that one waits little for bad news."""
    ours = [name for name in OURS if (HERE / name).exists()]
    style = (
        ["ruff", "format", "."]
        if fix
        else ["ruff", "format", "--check", "--output-format=concise", "."]
    )
    mend = ["--fix"] if fix else []
    return [
        ("lint", lambda: tool("ruff", "check", "--output-format=concise", *mend, ".")),
        ("format", lambda: tool(*style)),
        ("locks", lambda: check_locks.complaint(HERE)),
        ("import contracts", lambda: tool("lint-imports", "--no-cache")),
        ("strings", lambda: check_strings.complaint(HERE, fix=fix)),
        ("types", lambda: tool("mypy", *ours)),
    ]


def tool(name: str, *arguments: str) -> str:
    """Run one of the environment's own tools and return what it said if it was not content."""
    line = [str(BIN / name), *arguments]
    variables = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(
        line, cwd=HERE, env=variables, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr if done.returncode else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
