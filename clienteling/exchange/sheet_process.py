"""Have a workbook read by a process of its own, which may be ended without harm."""

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from clienteling.domain.errors import KnownError, UserError
from clienteling.domain.sentences import sentence
from clienteling.exchange.formats import COLUMN_LIMIT
from clienteling.exchange.sheet_child import Ending

_MODULE = "clienteling.exchange.sheet_child"
_AS_CSV = sentence("Nothing was brought in. Please save the sheet as CSV and bring that in.")


@dataclass(frozen=True, slots=True)
class SheetLimits:
    """What reading a workbook may take.

    Args:
        memory: Bytes of address space; where the system has no such bound, time alone is one.
        seconds: From start to end.
        output: Bytes of text that may come of it.
    """

    memory: int = 512 * 1024 * 1024
    seconds: float = 60.0
    output: int = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it was read: the names of all sheets, and the rows of one as text."""

    names: tuple[str, ...]
    rows: list[list[str]]


def read_in_process(path: Path, sheet: str | None, most: int | None, limits: SheetLimits) -> Sheet:
    """Read a sheet; the first one where none is named.

    Args:
        most: How many rows are wanted; None for all.

    Raises:
        UserError: It cannot be read, or only with more time or memory than a table needs.
        KnownError: The process cannot be started.
    """
    words = (path, sheet or "", most or "", COLUMN_LIMIT, limits.output, limits.memory)
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no shell
            [sys.executable, "-m", _MODULE, *map(str, words)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UserError(
            "This workbook takes too long to read. {as_csv}", as_csv=_AS_CSV
        ) from error
    except OSError as error:
        raise KnownError(
            "The workbook could not be read just now. {as_csv}", as_csv=_AS_CSV
        ) from error
    if done.returncode != Ending.DONE:
        raise UserError(_SENTENCES.get(done.returncode, _TOO_LARGE))
    names, *rows = map(json.loads, io.BytesIO(done.stdout))
    return Sheet(tuple(names), rows)


def _environment() -> dict[str, str]:
    """Return our surroundings with the places our own modules are found in."""
    places = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
    return {**os.environ, "PYTHONPATH": places}


_TOO_LARGE = sentence(
    "This workbook needs more memory than this till gives to one file. {as_csv}", as_csv=_AS_CSV
)
_SENTENCES = {
    int(Ending.UNREADABLE): sentence(
        "This workbook cannot be read; it may be damaged or locked with a password. "
        "Please open it in Excel, save it without a password, and bring it in again."
    ),
    int(Ending.TOO_WIDE): sentence(
        "This sheet has more than {most} columns. Please delete the empty columns at its right "
        "edge, save it, and bring it in again.",
        most=COLUMN_LIMIT,
    ),
    int(Ending.TOO_LONG): _TOO_LARGE,
}
