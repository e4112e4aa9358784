"""One line of JSON for each thing that happened; ids and words of ours, never a person's.

A fault is told by its kind and its places in the code: what an exception says may hold a row.
"""

import json
import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from typing_extensions import override

from clienteling.domain.clock import Clock


class Log:
    """Writes lines.

    Args:
        out: Where to.
        clock: When.
    """

    def __init__(self, out: TextIO, clock: Clock) -> None:
        self._out = out
        self._clock = clock
        self._turn = threading.Lock()

    def write(self, event: str, **facts: Any) -> None:
        """Write one line; facts that are empty are left out."""
        at = self._clock.now().isoformat(timespec="milliseconds")
        shown = {name: value for name, value in facts.items() if value not in {None, ""}}
        line = json.dumps({"at": at, "event": event, **shown})
        with self._turn:
            print(line, file=self._out, flush=True)

    def fault(self, error: BaseException, **facts: Any) -> None:
        """Write that something failed, and where in the code."""
        places = [
            f"{frame.filename.rpartition('clienteling/')[2]}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)[-12:]
        ]
        self.write("fault", kind=type(error).__name__, where=" < ".join(reversed(places)), **facts)


class Through(logging.Handler):
    """Writes what libraries log as lines of ours; their words before anything is filled in.

    Args:
        log: Where to.
    """

    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    @override
    def emit(self, record: logging.LogRecord) -> None:
        """Write one."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            self._log.fault(error, library=record.name)
            return
        said = str(record.msg).partition("\n")[0][:200]
        self._log.write("library", library=record.name, level=record.levelname, said=said)


@contextmanager
def libraries_through(log: Log) -> Iterator[None]:
    """Write what libraries log through a log of ours, while it lasts."""
    handler = Through(log)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)


def to_standard_error(clock: Clock) -> Log:
    """Return the log of a server."""
    return Log(sys.stderr, clock)
