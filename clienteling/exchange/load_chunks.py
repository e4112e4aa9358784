"""Bring the checked chunks of a file into the book, each in one transaction of its own."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress
from clienteling.exchange.check_clients import ClientBatch
from clienteling.exchange.checking import CheckedChunk, CheckOptions, Rejected, checked_chunks
from clienteling.exchange.faults import LineProblem
from clienteling.exchange.formats import FileFacts
from clienteling.exchange.load_clients import load_clients
from clienteling.exchange.load_purchases import PurchaseLoader
from clienteling.exchange.mapping import Mapping
from clienteling.exchange.meet_rows import meet_rows
from clienteling.exchange.rejects import RejectsFile
from clienteling.exchange.rows import LINE_FIELDS, ClientRow, LineColumns
from clienteling.exchange.target import Target, target_of
from clienteling.storage.bulk import BulkLoad

_KEPT_PROBLEMS = 200_000


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """Who brings in, where to, and what may be made.

    Args:
        store_id: The boutique; its zone, country and currency fill what the file leaves out.
        creates_clients: Whether clients whom only a file of purchases knows are made.
        rejects: Where the lines to mend are written; None writes none.
    """

    store_id: Id
    staff_id: Id | None = None
    creates_clients: bool = True
    rejects: Path | None = None


@dataclass(slots=True)
class ImportResult:
    """What came of an import.

    Args:
        batch_id: Under which all of it can be taken back.
        read: Lines with anything in them.
        good: Lines that fitted; those that were in the book already count among them.
        bad: Lines that stayed out.
        added: How many rows of each table went in.
        problems: Every bad line and every remark, up to 200,000.
        rejects: The file of lines to mend, when there were any and it was asked for.
    """

    batch_id: Id
    read: int = 0
    good: int = 0
    bad: int = 0
    left_out: int = 0
    added: Counter[str] = field(default_factory=Counter)
    problems: list[LineProblem] = field(default_factory=list)
    rejects: Path | None = None


@contextmanager
def optional_rejects(
    facts: FileFacts, mapping: Mapping, options: ImportOptions, result: ImportResult
) -> Iterator[RejectsFile | None]:
    """Open the file of lines to mend where one is asked for, and tell of it when it has any."""
    if options.rejects is None:
        yield None
        return
    with RejectsFile(options.rejects, facts, mapping) as rejects:
        yield rejects
    if rejects.count:
        result.rejects = options.rejects


class ChunkLoader:
    """Loads the chunks of one import, one after the other.

    Args:
        rejects: Where lines that stay out are written; None writes them nowhere.
    """

    def __init__(
        self,
        bulk: BulkLoad,
        mapping: Mapping,
        options: ImportOptions,
        result: ImportResult,
        rejects: RejectsFile | None,
    ) -> None:
        self._bulk = bulk
        self._mapping = mapping
        self._options = options
        self._result = result
        self._rejects = rejects
        self._loader: PurchaseLoader | None = None

    def run(self, path: Path, facts: FileFacts, clock: Clock, progress: Progress) -> None:
        """Check and load the whole file.

        Raises:
            Cancelled: The person asked to stop.
            UserError: The mapping lacks a column, or its dates must be asked.
        """
        with self._bulk.chunk() as connection:
            target = self._target(connection, clock, path.name)
        checks = CheckOptions(target.currency, target.country, target.names)
        for chunk in checked_chunks(path, facts, self._mapping, options=checks):
            with self._bulk.chunk():
                self._load(target, chunk)
            progress.step(chunk.done, chunk.total, path.name)
        if self._loader is not None:
            with self._bulk.chunk():
                self._loader.finish()

    def _target(self, connection: dbapi2.Connection, clock: Clock, name: str) -> Target:
        target = target_of(
            connection,
            source=self._mapping.source,
            store_id=self._options.store_id,
            staff_id=self._options.staff_id,
            now=clock.now(),
            why=f"{name} brought in",
        )
        target.names = target.names.saying(self._mapping.stores)
        target.fills_stores = bool(self._mapping.stores)
        return target

    def _load(self, target: Target, chunk: CheckedChunk) -> None:
        result = self._result
        target.take_numbers()
        if isinstance(chunk.batch, ClientBatch):
            good = self._load_clients(target, chunk, chunk.batch.rows)
        else:
            lines = self._known_only(target, chunk)
            result.added += Counter(self._purchases(target).load(lines))
            result.left_out += chunk.batch.left_out
            chunk.problems += self._purchases(target).remarks()
            good = len(lines)
        target.keep_numbers()
        result.read += chunk.read
        result.good += good
        result.bad += len(chunk.rejected)
        result.problems += chunk.problems[: max(0, _KEPT_PROBLEMS - len(result.problems))]
        if self._rejects is not None:
            self._rejects.add(chunk.rejected)

    def _load_clients(self, target: Target, chunk: CheckedChunk, rows: list[ClientRow]) -> int:
        """Load clients; return how many lines fitted."""
        meeting = meet_rows(target, rows, bytes.fromhex(self._bulk.batch_id))
        self._result.added += Counter(load_clients(self._bulk, target, rows, meeting))
        self._result.left_out += len(meeting.left_out)
        chunk.problems += meeting.remarks
        _refuse(chunk, meeting.refused, {})
        return len(rows) - len(meeting.refused)

    def _purchases(self, target: Target) -> PurchaseLoader:
        if self._loader is None:
            self._loader = PurchaseLoader(self._bulk, target, self._options.creates_clients)
        return self._loader

    def _known_only(self, target: Target, chunk: CheckedChunk) -> LineColumns:
        """Return the lines whose clients are known; report the others."""
        lines: LineColumns = chunk.batch.lines  # type: ignore[union-attr] # purchases only
        unknown = self._purchases(target).unknown(lines)
        if not unknown:
            return lines
        ordinals = lines.columns["ordinal"]
        _refuse(chunk, unknown, {place: ordinals[place] for place in unknown})
        keep = [place for place in range(len(lines)) if place not in unknown]
        columns = {name: [lines.columns[name][at] for at in keep] for name in LINE_FIELDS}
        return LineColumns(columns, [lines.keys[at] for at in keep], lines.derived)


def _refuse(
    chunk: CheckedChunk,
    refused: AnyMapping[int, LineProblem],
    ordinals: AnyMapping[int, int],
) -> None:
    """Report lines that stay out because of what the book holds."""
    chunk.problems += refused.values()
    for place, problem in refused.items():
        cells = chunk.cells_of(problem.line)
        chunk.rejected.append(Rejected(problem.line, cells, problem.reason, ordinals.get(place)))
    chunk.problems.sort(key=lambda problem: problem.line)
