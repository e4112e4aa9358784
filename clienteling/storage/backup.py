"""Backups of a book: encrypted copies that were opened and checked before they count as one.

A backup is ``<moment>-<reason>.book`` with a manifest beside it. The manifest carries a copy of
the vault (which opens nothing without the secret of this computer) and the names of the
attachments the book needs; those stand, named by their content, beside the book itself.
"""

import hashlib
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError
from clienteling.domain.progress import Progress
from clienteling.domain.sentences import sentence
from clienteling.storage.book import Book
from clienteling.storage.files import (
    PRIVATE_FILE,
    private_folder,
    sync_file,
    sync_folder,
)
from clienteling.storage.integrity import faults
from clienteling.storage.keys import DataKeys
from clienteling.storage.manifest import (
    Backup,
    Reason,
    is_sealed,
    list_backups,
    manifest_file,
    write_manifest,
)
from clienteling.storage.places import backups_folder, companions, stamp
from clienteling.storage.vault import vault_text

EVERY = timedelta(minutes=30)
AT_LEAST_EVERY = timedelta(days=1)
# An erased client must be gone from the last backup within thirty days.
LONGEST_KEPT = timedelta(days=30)
_HALF_HOURS, _DAYS, _WEEKS, _OF_EACH_OCCASION = 8, 7, 4, 2

_PAGES_AT_ONCE = 4096


def back_up(
    book: Book,
    keys: DataKeys,
    folder: Path,
    clock: Clock,
    reason: Reason,
    progress: Progress | None = None,
) -> Backup:
    """Make a backup, prove that it can be read, then let the oldest ones go.

    Only in the book's own folder is anything let go: another may hold other books' backups.

    Args:
        book: The book.
        keys: Its keys.
        folder: Where to.
        clock: Dates it.
        reason: Why.
        progress: Told the pages copied of all; may cancel.

    Raises:
        KnownError: the disk is full, or the copy did not pass its checks; older backups stay.
        Cancelled: the progress said so; nothing is left of it.
    """
    now, path = _free_moment(folder, clock.now().astimezone(UTC).replace(microsecond=0), reason)
    part = path.with_suffix(".part")
    try:
        private_folder(folder)
        part.touch(PRIVATE_FILE)
        counted, next_mid, names = _copy(book, Book(part, keys.backup), keys, progress)
        sync_file(part)
        backup = write_manifest(
            Backup(
                path=path,
                made_at=now,
                reason=reason,
                schema=book.schema_number(),
                size_bytes=part.stat().st_size,
                sha256=file_hash(part),
                rows=counted,
                next_mid=next_mid,
                attachments=names,
                vault=vault_text(book.path).decode(),
                mac="",
            ),
            keys.backup,
        )
        part.replace(path)
        sync_folder(folder)
    except (dbapi2.Error, OSError) as error:
        raise KnownError(
            "The backup could not be made: {reason}. The book and the older backups are safe.",
            reason=str(error),
        ) from error
    finally:
        for left in (part, *companions(part)):
            with suppress(OSError):
                left.unlink(missing_ok=True)
    if folder == backups_folder(book.path):
        forget_old(folder, now)
    return backup


def is_due(folder: Path, book: Book, now: datetime) -> bool:
    """Say whether it is time: half an hour after the last if something was written, or a day."""
    newest = next(iter(list_backups(folder)), None)
    if newest is None or now < newest.made_at or now - newest.made_at >= AT_LEAST_EVERY:
        return True
    if now - newest.made_at < EVERY:
        return False
    with book.reading() as connection:
        return _next_mid(connection) != newest.next_mid


def kept(backups: list[Backup], now: datetime) -> list[Backup]:
    """Return those to keep: 8 half-hours, 7 days, 4 weeks; none beyond 30 days.

    Of those made on an occasion (a migration, an import, by hand) the last two of each stay too.
    """
    newest_first = sorted(backups, key=lambda b: b.path.name, reverse=True)
    young = [b for b in newest_first if now - b.made_at <= LONGEST_KEPT]
    chosen: set[Path] = set()
    for reason in set(Reason) - {Reason.ROUTINE}:
        chosen |= set([b.path for b in young if b.reason is reason][:_OF_EACH_OCCASION])
    for limit, period in (
        (_HALF_HOURS, lambda b: int(b.made_at.timestamp()) // int(EVERY.total_seconds())),
        (_DAYS, lambda b: b.made_at.date()),
        (_WEEKS, lambda b: b.made_at.isocalendar()[:2]),
    ):
        newest_of: dict[Any, Backup] = {}
        for backup in young:
            newest_of.setdefault(period(backup), backup)
        chosen |= {backup.path for backup in list(newest_of.values())[:limit]}
    # However old, the last copy of a book is never thrown away by a clock that jumped.
    return [b for b in newest_first if b.path in chosen] or newest_first[:1]


def forget_old(folder: Path, now: datetime) -> None:
    """Remove the backups that are not to be kept."""
    backups = list_backups(folder)
    staying = {backup.path for backup in kept(backups, now)}
    for backup in backups:
        if backup.path not in staying:
            backup.path.unlink(missing_ok=True)
            manifest_file(backup.path).unlink(missing_ok=True)


def why_unsound(backup: Backup, keys: DataKeys) -> str | None:
    """Return what is wrong with a backup, or None when it can be restored."""
    if not backup.path.is_file():
        return sentence("its file is gone")
    if not is_sealed(backup, keys.backup):
        return sentence("its manifest was changed")
    if file_hash(backup.path) != backup.sha256:
        return sentence("its file was changed")
    try:
        return _fault_in(Book(backup.path, keys.backup), backup.rows)
    except (KnownError, dbapi2.DatabaseError) as error:
        return str(error)


def row_counts(connection: dbapi2.Connection) -> tuple[tuple[str, int], ...]:
    """Return how many rows each ordinary table has, by name."""
    names = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return tuple(
        (name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - names the book itself lists
        for (name,) in names
    )


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy(
    book: Book, copy: Book, keys: DataKeys, progress: Progress | None
) -> tuple[tuple[tuple[str, int], ...], int, tuple[str, ...]]:
    from clienteling.storage.attachments import file_name

    with book.reading() as source:
        counted, next_mid = row_counts(source), _next_mid(source)
        hashes = source.execute("SELECT DISTINCT sha256 FROM attachment ORDER BY sha256")
        names = tuple(file_name(keys, row[0]) for row in hashes.fetchall())
        target = copy.connect_bare()
        try:
            _copy_pages(source, target, progress)
            target.execute("PRAGMA journal_mode=DELETE").fetchall()
        finally:
            target.close()
    fault = _fault_in(copy, counted, progress)
    if fault is not None:
        raise KnownError(
            "The backup did not pass its checks ({reason}), so it was thrown away. The older "
            "backups are safe.",
            reason=fault,
        )
    return counted, next_mid, names


def _copy_pages(
    source: dbapi2.Connection, target: dbapi2.Connection, progress: Progress | None
) -> None:
    def told(_state: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress.step(total - remaining, total)

    source.backup(target, pages=_PAGES_AT_ONCE, progress=told)


def _fault_in(
    copy: Book, counted: tuple[tuple[str, int], ...], progress: Progress | None = None
) -> str | None:
    connection = copy.connect_bare()
    try:
        found = faults(connection, progress)
        if not found and row_counts(connection) != counted:
            return sentence("its rows are not those of the book")
    finally:
        connection.close()
    return found[0] if found else None


def _next_mid(connection: dbapi2.Connection) -> int:
    row = connection.execute("SELECT next_mid FROM sync_self").fetchone()
    return 0 if row is None else int(row[0])


def _free_moment(folder: Path, moment: datetime, reason: Reason) -> tuple[datetime, Path]:
    # Names sort by their moment, so two of one second are a second apart.
    while any(folder.glob(f"{stamp(moment)}-*")):
        moment += timedelta(seconds=1)
    return moment, folder / f"{stamp(moment)}-{reason}.book"
