"""A till's process from outside: its lines, its death, its book when it is at rest."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from clienteling.storage.book import Book

#: Told of every line: which till, and what it told; ``{"told": "ended"}`` after the last.
Hear = Callable[[str, dict[str, Any]], None]


class OutsideTill:
    """One till.

    Args:
        name: What the story calls it.
        folder: Of its book alone.
        book: The file and its key.
        hear: Told of every line.
        clock_off: How many seconds its clock is ahead.
        program: The module that is run.
    """

    def __init__(
        self,
        name: str,
        folder: Path,
        book: Book,
        hear: Hear,
        clock_off: float = 0,
        program: str = "tests.stories.till_process",
    ) -> None:
        self.name, self.folder, self.book = name, folder, book
        self.program = program
        self._hear = hear
        self._clock_off = clock_off
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

    def start(self) -> None:
        """Start the process; it tells when it is ready."""
        settings = self.folder / "settings.toml"
        words = [str(self.book.path), str(settings), str(self._clock_off)]
        with (self.folder / "till.log").open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", self.program, *words],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def say(self, do: str, **words: Any) -> None:
        """Tell the process to do something; where it is dead, nobody hears."""
        assert self._process is not None
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps({"do": do, **words}) + "\n")
            self._process.stdin.flush()

    def signal(self, number: int) -> None:
        """Send a signal: ``SIGKILL``, ``SIGSTOP``, ``SIGCONT``."""
        assert self._process is not None
        if self._process.poll() is None:
            os.kill(self._process.pid, number)

    def end(self) -> int:
        """Let the process end by itself, or be gone; return how it ended."""
        assert self._process is not None
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        code = self._process.wait()
        assert self._reader is not None
        self._reader.join()
        return code

    def kill(self) -> None:
        """Take the process away as a power cut does."""
        self.signal(signal.SIGKILL)

    @property
    def log(self) -> str:
        """What it wrote for nobody."""
        return (self.folder / "till.log").read_text()

    def _read(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                # A line cut short by its end was not told.
                if line.endswith("\n"):
                    self._hear(self.name, json.loads(line))
        process.wait()
        self._hear(self.name, {"told": "ended"})
