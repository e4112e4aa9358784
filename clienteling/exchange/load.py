"""Bring a file into the book: checked, in one transaction per chunk, undoable as one batch."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError, NotFoundError, UserError
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress, Silent
from clienteling.exchange.check_clients import ClientBatch
from clienteling.exchange.checking import CheckedChunk, CheckOptions, Rejected, checked_chunks
from clienteling.exchange.faults import LineProblem
from clienteling.exchange.formats import FileFacts
from clienteling.exchange.load_clients import load_clients
from clienteling.exchange.load_purchases import PurchaseLoader
from clienteling.exchange.mapping import Mapping
from clienteling.exchange.memory import remember_mapping
from clienteling.exchange.rejects import RejectsFile
from clienteling.exchange.rows import LINE_FIELDS, LineColumns
from clienteling.exchange.take_back import take_back
from clienteling.exchange.target import Target, target_of
from clienteling.models.till import ImportBatch
from clienteling.storage.bulk import BulkLoad
from clienteling.storage.store import Store

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


def import_file(
    store: Store,
    path: Path,
    facts: FileFacts,
    mapping: Mapping,
    *,
    clock: Clock,
    options: ImportOptions,
    progress: Progress | None = None,
) -> ImportResult:
    """Bring a file into the book.

    A file brought in again adds only what is new in it. When the person cancels, or it fails,
    what came in so far is taken back, so that there is all of the file or nothing; if the program
    is killed, the chunks that were kept stay, and the next run of the file completes them.

    Raises:
        Cancelled: The person asked to stop; nothing of the file stayed.
        UserError: The mapping lacks a column, or its dates must be asked.
        KnownError: The disk is full or the book cannot be written; nothing of the file stayed.
    """
    bulk = BulkLoad(store.book, clock, why=f"{path.name} brought in", who=options.staff_id)
    result = ImportResult(bulk.batch_id)
    work = _Work(bulk, mapping, options, result)
    try:
        _record_start(store, path, mapping, result, options.staff_id)
        with work.rejects(facts):
            work.run(path, facts, clock, progress or Silent())
        bulk.finish(progress)
    except BaseException as error:
        bulk.close()
        take_back(store.book, bulk.batch_id, clock)
        if isinstance(error, dbapi2.DatabaseError):
            raise _known(error) from error
        raise
    _record_end(store, mapping, result, options.staff_id)
    return result


def undo_import(store: Store, batch_id: Id, *, clock: Clock, staff_id: Id | None = None) -> int:
    """Take back everything an import brought in; return how many rows went.

    Raises:
        NotFoundError: There is no such import.
        UserError: It was taken back already, or something written since hangs on what it brought.
    """
    with store.read() as session:
        batch = session.get(ImportBatch, batch_id)
        if batch is None:
            raise NotFoundError("There is no such import in this book.")
        if batch.undone_at is not None:
            raise UserError("This import was taken back already.")
    gone = take_back(store.book, batch_id, clock)
    with store.write(why="Import taken back", who=staff_id) as session:
        kept = session.get(ImportBatch, batch_id)
        if kept is not None:
            kept.undone_at = session.info["moment"]
        session.info["touched"] = frozenset({"client", "purchase", "purchase_line", "note"})
    return gone


class _Work:
    """The chunks of one import, one after the other."""

    def __init__(
        self, bulk: BulkLoad, mapping: Mapping, options: ImportOptions, result: ImportResult
    ) -> None:
        self._bulk = bulk
        self._mapping = mapping
        self._options = options
        self._result = result
        self._rejects: RejectsFile | None = None
        self._loader: PurchaseLoader | None = None

    def rejects(self, facts: FileFacts) -> "_Work":
        if self._options.rejects is not None:
            self._rejects = RejectsFile(self._options.rejects, facts, self._mapping)
        return self

    def __enter__(self) -> None:
        if self._rejects is not None:
            self._rejects.__enter__()

    def __exit__(self, *error: object) -> None:
        if self._rejects is not None:
            self._rejects.__exit__(*error)  # type: ignore[arg-type] # what Python hands to __exit__
            if error[0] is None and self._rejects.count:
                self._result.rejects = self._options.rejects

    def run(self, path: Path, facts: FileFacts, clock: Clock, progress: Progress) -> None:
        target: Target | None = None
        checks = CheckOptions()
        with self._bulk.chunk() as connection:
            target = self._target(connection, clock)
            checks = CheckOptions(target.currency, target.country)
        for chunk in checked_chunks(path, facts, self._mapping, options=checks):
            with self._bulk.chunk():
                self._load(target, chunk)
            progress.step(chunk.done, chunk.total, path.name)

    def _target(self, connection: dbapi2.Connection, clock: Clock) -> Target:
        return target_of(
            connection,
            source=self._mapping.source,
            store_id=self._options.store_id,
            staff_id=self._options.staff_id,
            now=clock.now(),
        )

    def _load(self, target: Target, chunk: CheckedChunk) -> None:
        result = self._result
        target.take_numbers()
        if isinstance(chunk.batch, ClientBatch):
            result.added += Counter(load_clients(self._bulk, target, chunk.batch.rows))
            good = len(chunk.batch.rows)
        else:
            lines = self._known_only(target, chunk)
            result.added += Counter(self._purchases(target).load(lines))
            result.left_out += chunk.batch.left_out
            good = len(lines)
        target.keep_numbers()
        result.read += chunk.read
        result.good += good
        result.bad += len(chunk.rejected)
        result.problems += chunk.problems[: max(0, _KEPT_PROBLEMS - len(result.problems))]
        if self._rejects is not None:
            self._rejects.add(chunk.rejected)

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
        chunk.problems += unknown.values()
        for place, problem in unknown.items():
            ordinal = lines.columns["ordinal"][place]
            cells = chunk.cells_of(problem.line)
            chunk.rejected.append(Rejected(problem.line, cells, problem.reason, ordinal))
        keep = [place for place in range(len(lines)) if place not in unknown]
        columns = {name: [lines.columns[name][at] for at in keep] for name in LINE_FIELDS}
        return LineColumns(columns, [lines.keys[at] for at in keep], lines.derived)


def _record_start(
    store: Store, path: Path, mapping: Mapping, result: ImportResult, staff_id: Id | None
) -> None:
    with store.write(why="Import begun", who=staff_id) as session:
        session.add(
            ImportBatch(
                id=result.batch_id,
                file_name=path.name,
                shape=mapping.shape,
                started_at=session.info["moment"],
                counts={},
            )
        )


def _record_end(store: Store, mapping: Mapping, result: ImportResult, staff_id: Id | None) -> None:
    with store.write(why="Import ended", who=staff_id) as session:
        batch = session.get(ImportBatch, result.batch_id)
        if batch is not None:
            batch.finished_at = session.info["moment"]
            batch.counts = {**result.added, "read": result.read, "bad": result.bad}
        remember_mapping(session, mapping)
        session.info["touched"] = frozenset(result.added)


def _known(error: dbapi2.DatabaseError) -> KnownError:
    if "full" in str(error):
        return KnownError(
            "The disk is full. What was in the book is safe and nothing of the file was kept; "
            "make room and bring it in again."
        )
    return KnownError(
        f"The book could not be written ({error}). Nothing of the file was kept; please try again."
    )
