"""The fresh process of benchmarks/alone.py, with nothing in it but what the function imports.

``python -m benchmarks.child MODULE:FUNCTION ARGUMENTS OUT``
"""

import importlib
import json
import os
import sys
from importlib.util import find_spec

_STATUS = "/proc/self/status"


def main(target: str, arguments: str, out: str) -> None:
    """Run the function and write what it returned, and the most memory that was held."""
    module, name = target.split(":")
    value = getattr(importlib.import_module(module), name)(**json.loads(arguments))
    with open(out, "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib would be one import more
        json.dump({"value": value, "peak_mib": peak_mib()}, file, default=_plain)


def peak_mib() -> float | None:
    """Return the most memory this process has held, in MiB; None where it cannot be told."""
    if os.path.exists(_STATUS):  # noqa: PTH110 - pathlib would be one import more
        # ru_maxrss would begin with what the parent held when it made this process.
        with open(_STATUS, encoding="utf-8") as status:  # noqa: PTH123 - as above
            peak = next(line for line in status if line.startswith("VmHWM"))
        return round(int(peak.split()[1]) / 1024, 1)
    if find_spec("resource") is None:
        return None
    import resource

    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024, 1)


def _plain(value: object) -> object:
    import dataclasses

    return dataclasses.asdict(value)  # type: ignore[call-overload] # only figures come here


if __name__ == "__main__":
    main(*sys.argv[1:])
