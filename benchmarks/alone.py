"""Run one function in a fresh process: what it returned, how long it took, how much it held."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_STDERR = 2
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a function that ran alone.

    Args:
        value: What it returned, by way of JSON.
        started: Moment of ``time.monotonic`` just before the process was made.
        seconds: From then until its end.
        peak_mib: The most memory it held; None where the system does not tell.
    """

    value: Any
    started: float
    seconds: float
    peak_mib: float | None


def alone(target: str, python: Path | None = None, **arguments: Any) -> Outcome:
    """Run ``module:function`` in a fresh process with arguments that JSON can carry.

    Args:
        target: The function.
        python: Another interpreter than ours.

    Raises:
        SystemExit: it failed; what it said is on standard error.
    """
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT)}
    # A program that was installed has its bytecode beside it.
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        out = Path(folder) / "outcome.json"
        program = str(python or sys.executable)
        line = [program, "-m", "benchmarks.child", target, json.dumps(arguments), str(out)]
        started = time.monotonic()
        code = subprocess.run(line, cwd=ROOT, env=surroundings, stdout=_STDERR, check=False)
        seconds = time.monotonic() - started
        if code.returncode:
            raise SystemExit(f"{target} failed ({code.returncode}); its words are above.")
        told = json.loads(out.read_text(encoding="utf-8"))
    return Outcome(told["value"], started, seconds, told["peak_mib"])
