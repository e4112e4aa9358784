"""Remake locks/run.txt and locks/dev.txt from pyproject.toml: `python3 tools/lock.py [--upgrade]`.

It needs uv, which writes one file for every platform, with hashes and without the address of any
registry; a plain pip installs it. A pin that still fits stays as it is, unless --upgrade is given.
"""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
SHAPE = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-header")


def main(arguments: list[str]) -> int:
    """Write both locks, the shorter first, so that the longer holds the very same pins."""
    uv = shutil.which("uv")
    if not uv:
        print("This needs uv: python3 -m pip install uv", file=sys.stderr)
        return 2
    compile_line = [uv, "pip", "compile", "--quiet", "--no-annotate", *SHAPE, *arguments]
    run = ["pyproject.toml", "-o", "locks/run.txt"]
    dev = ["pyproject.toml", "--group", "test", "--group", "lint"]
    dev += ["-c", "locks/run.txt", "-o", "locks/dev.txt"]
    for line in (run, dev):
        subprocess.run([*compile_line, *line], cwd=HERE, check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
