"""Write the lines that stay out to a file that can be mended and brought in again."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from clienteling.domain.errors import KnownError
from clienteling.domain.progress import Progress, Silent
from clienteling.exchange.checking import CheckReport, Rejected, checked_chunks
from clienteling.exchange.export import csv_line
from clienteling.exchange.fields import REJECT_LINE, REJECT_REASON, FileKind
from clienteling.exchange.formats import FileFacts
from clienteling.exchange.mapping import Mapping


class RejectsFile:
    """A CSV file of rejected lines, written as they come and put in place when whole.

    It has the columns of the original, as they were, then the reason; purchases also carry their
    place in their receipt, so that a mended line takes it again. Nothing is left when there was no
    bad line.
    """

    def __init__(self, path: Path, facts: FileFacts, mapping: Mapping) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.part")
        own = (REJECT_REASON, REJECT_LINE)
        self._places = [place for place, name in enumerate(facts.header) if name not in own]
        self._has_marks = mapping.kind is FileKind.PURCHASES
        self._header = [facts.header[place] for place in self._places]
        self.count = 0

    def __enter__(self) -> Self:
        """Open the file beside its place."""
        try:
            self._file = self._part.open("w", encoding="utf-8-sig", newline="")
        except OSError as error:
            raise _unwritable(self._path) from error
        marks = [REJECT_LINE] if self._has_marks else []
        self._file.write(csv_line([*self._header, *marks, REJECT_REASON]))
        return self

    def add(self, rejected: Iterable[Rejected]) -> None:
        """Write some lines.

        Raises:
            KnownError: The disk is full or the folder cannot be written.
        """
        try:
            for item in rejected:
                cells = [item.cells[at] if at < len(item.cells) else "" for at in self._places]
                mark = "" if item.ordinal is None else str(item.ordinal)
                own = [mark, item.reason] if self._has_marks else [item.reason]
                self._file.write(csv_line([*cells, *own]))
                self.count += 1
        except OSError as error:
            raise _unwritable(self._path) from error

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the file in its place, or take it away when nothing or too little is in it."""
        try:
            self._file.close()
        except OSError as failure:
            kind, error = OSError, failure
        if kind is None and self.count:
            self._part.replace(self._path)
            return
        with suppress(OSError):
            self._part.unlink()
        if kind is OSError:
            raise _unwritable(self._path) from error


def write_rejects(report: CheckReport, path: Path, progress: Progress | None = None) -> int:
    """Write every line that a check found bad; return how many there were.

    The file is read again rather than kept in memory: a hundred thousand bad lines are no burden.

    Raises:
        KnownError: The file cannot be written.
    """
    watcher = progress or Silent()
    with RejectsFile(path, report.facts, report.mapping) as rejects:
        for chunk in checked_chunks(
            report.path, report.facts, report.mapping, options=report.options
        ):
            rejects.add(chunk.rejected)
            watcher.step(chunk.done, chunk.total, path.name)
    return rejects.count


def _unwritable(path: Path) -> KnownError:
    return KnownError(
        "The lines to mend could not be written to {name}. Please choose another place "
        "with room on it.",
        name=path.name,
    )
