"""Bring a file into the book: checked, in one transaction per chunk, undoable as one batch."""

from pathlib import Path

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError, NotFoundError, UserError
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress, Silent
from clienteling.exchange.formats import FileFacts
from clienteling.exchange.load_chunks import (
    ChunkLoader,
    ImportOptions,
    ImportResult,
    optional_rejects,
)
from clienteling.exchange.mapping import Mapping
from clienteling.exchange.memory import remember_mapping
from clienteling.exchange.take_back import take_back
from clienteling.models.till import ImportBatch
from clienteling.storage.bulk import BulkLoad
from clienteling.storage.store import Store

__all__ = ["ImportOptions", "ImportResult", "import_file", "undo_import"]


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
    try:
        _record_start(store, path, mapping, result, options.staff_id)
        with optional_rejects(facts, mapping, options, result) as rejects:
            work = ChunkLoader(bulk, mapping, options, result, rejects)
            work.run(path, facts, clock, progress or Silent())
        bulk.finish(progress)
    except BaseException as error:
        bulk.close()
        _take_back_all(store, bulk.batch_id, clock)
        if isinstance(error, dbapi2.DatabaseError):
            raise _known(error) from error
        raise
    _record_end(store, mapping, result, options.staff_id)
    return result


def undo_import(
    store: Store,
    batch_id: Id,
    *,
    clock: Clock,
    staff_id: Id | None = None,
    progress: Progress | None = None,
) -> int:
    """Take back everything an import brought in; return how many rows went.

    The file can be brought in again afterwards, and all of it is there again.

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
    moment = clock.now()
    gone = take_back(store.book, batch_id, clock, at=moment, progress=progress)
    with store.write(why="Import taken back", who=staff_id) as session:
        kept = session.get(ImportBatch, batch_id)
        if kept is not None:
            kept.undone_at = moment
        session.info["touched"] = frozenset({"client", "purchase", "purchase_line", "note"})
    return gone


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


def _take_back_all(store: Store, batch_id: Id, clock: Clock) -> None:
    """Take back what came in before an import ended early.

    Raises:
        KnownError: Even that cannot be written; the next run of the file finds what is there.
    """
    try:
        take_back(store.book, batch_id, clock, at=clock.now())
    except (dbapi2.DatabaseError, UserError) as error:
        raise KnownError(
            "The import ended early, and what came in before could not be taken back just now. "
            "What was in the book is safe. Make sure that the disk has room, then bring the file "
            "in again, or take the import back under Settings."
        ) from error


def _known(error: dbapi2.DatabaseError) -> KnownError:
    if "full" in f"{error} {error.__context__}":
        return KnownError(
            "The disk is full. What was in the book is safe and nothing of the file was kept; "
            "make room and bring it in again."
        )
    return KnownError(
        "The book could not be written ({reason}). Nothing of the file was kept; please "
        "try again.",
        reason=str(error),
    )
