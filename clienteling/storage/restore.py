"""Bring a backup back, and help when a book's file is found damaged.

Nothing is ever repaired in place: the present file is set aside under its date, the backup is
copied to a new file, checked there, and takes the book's name in one step.
"""

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError
from clienteling.domain.sentences import sentence
from clienteling.storage.backup import why_unsound
from clienteling.storage.book import Book
from clienteling.storage.files import PRIVATE_FILE, sync_file, sync_folder
from clienteling.storage.integrity import faults
from clienteling.storage.keys import DataKeys
from clienteling.storage.lock import BookLock
from clienteling.storage.manifest import Backup, list_backups
from clienteling.storage.places import attachments_folder, backups_folder, companions, stamp
from clienteling.storage.vault import Keys, VaultError, open_vault, restore_vault, vault_file


@dataclass(frozen=True, slots=True)
class DamageReport:
    """What is known of a damaged book, and the newest backup that could take its place."""

    path: Path
    faults: tuple[str, ...]
    newest_good: Backup | None


class DamagedBookError(KnownError):
    """The book's file is damaged or gone; nothing was touched.

    Args:
        report: What was found and what is offered.
    """

    def __init__(self, report: DamageReport) -> None:
        if report.newest_good is None:
            offer = sentence("There is no backup that can be read. Nothing was touched.")
        else:
            offer = sentence(
                "The newest good backup is of {moment:%Y-%m-%d %H:%M} UTC; restore it; whatever "
                "is left of the file is kept aside.",
                moment=report.newest_good.made_at,
            )
        if report.path.exists():
            found = sentence("The file of the book {name} is damaged.", name=report.path.name)
        else:
            found = sentence("The file of the book {name} is gone.", name=report.path.name)
        super().__init__("{found} {offer}", found=found, offer=offer)
        self.report = report


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: which backup came back, where the former file is, what is missing."""

    backup: Backup
    set_aside: Path | None
    missing_attachments: int


def damage_report(path: Path, keys: Keys, found: tuple[str, ...]) -> DamageReport:
    """Look for the newest backup that passes its checks, and put it beside what was found."""
    return DamageReport(path, found, newest_good(path, keys))


def newest_good(path: Path, keys: Keys) -> Backup | None:
    """Return the newest backup of a book that can be restored here, or None."""
    for backup in list_backups(backups_folder(path)):
        try:
            if why_unsound(backup, _keys_of(path, keys, backup)) is None:
                return backup
        except KnownError:
            continue
    return None


def restore_newest_good(path: Path, keys: Keys, clock: Clock) -> Restored:
    """Restore the newest backup that passes its checks.

    Raises:
        KnownError: there is none.
    """
    backup = newest_good(path, keys)
    if backup is None:
        raise KnownError(
            "There is no backup of {name} that can be read. Nothing was changed.", name=path.name
        )
    return restore(backup, path, keys, clock)


def restore(backup: Backup, path: Path, keys: Keys, clock: Clock) -> Restored:
    """Put a backup in a book's place; the present file is kept aside.

    Raises:
        AlreadyOpenError: a program has the book open.
        KnownError: the backup is not sound or the disk is full; the present book stands.
    """
    lock = BookLock(path)
    try:
        book_keys = _keys_of(path, keys, backup)
        fault = why_unsound(backup, book_keys)
        if fault is not None:
            raise KnownError(
                "This backup cannot be restored: {reason}. The present book was not touched.",
                reason=fault,
            )
        fresh = _copied_back(backup, path, book_keys)
        _settle(Book(path, book_keys.book))
        aside = set_aside(path, clock)
        fresh.replace(path)
        sync_folder(path.parent)
        _keep_vault(path, keys, book_keys, backup)
        missing = sum(not _is_there(path, name) for name in backup.attachments)
        return Restored(backup, aside, missing)
    finally:
        lock.release()


def set_aside(path: Path, clock: Clock) -> Path | None:
    """Keep a book's present file, with its log, under a name with the date.

    The book's own name goes on standing until the next file takes it, so that a crash in between
    never leaves a till without a book. The log moves first: left behind, it would be played into
    the file that comes next.
    """
    log, memory = companions(path)
    if not path.exists():
        log.unlink(missing_ok=True)
        memory.unlink(missing_ok=True)
        return None
    aside = _free_aside(path, stamp(clock.now()))
    try:
        os.link(path, aside)
    except OSError:
        shutil.copy2(path, aside)
        sync_file(aside)
    if log.exists():
        log.replace(companions(aside)[0])
    memory.unlink(missing_ok=True)
    sync_folder(path.parent)
    return aside


def _settle(present: Book) -> None:
    # A present book that can be opened takes its log in first, so that a crash while it is set
    # aside cannot part the two. An emptied one is set aside with its log as it is.
    if present.path.exists() and present.path.stat().st_size > 0:
        with suppress(KnownError, dbapi2.Error):
            connection = present.connect_bare()
            try:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                connection.close()


def _free_aside(path: Path, when: str) -> Path:
    aside, number = path.with_name(f"{path.name}.set-aside-{when}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.set-aside-{when}-{number}")
    return aside


def _copied_back(backup: Backup, path: Path, keys: DataKeys) -> Path:
    fresh = path.with_name(f"{path.name}.restoring")
    for left in (fresh, *companions(fresh)):
        left.unlink(missing_ok=True)
    try:
        fresh.touch(PRIVATE_FILE)
        source = Book(backup.path, keys.backup).connect_bare()
        target = Book(fresh, keys.book).connect_bare()
        try:
            source.backup(target)
            # Head office knows numbers that this copy has never given out; a new incarnation
            # tells it that the log starts anew from here.
            target.execute("UPDATE sync_self SET incarnation = ?", (os.urandom(16).hex(),))
            found = faults(target)
        finally:
            target.close()
            source.close()
        if found:
            raise KnownError(
                "The restored copy is not sound: {reason}. Nothing was changed.", reason=found[0]
            )
        sync_file(fresh)
    except (dbapi2.Error, OSError) as error:
        fresh.unlink(missing_ok=True)
        raise KnownError(
            "The backup could not be copied back: {reason}. The present book was not touched.",
            reason=str(error),
        ) from error
    return fresh


def _keys_of(path: Path, keys: Keys, backup: Backup) -> DataKeys:
    return open_vault(path, keys, backup.vault.encode())


def _keep_vault(path: Path, keys: Keys, book_keys: DataKeys, backup: Backup) -> None:
    # A present vault that opens to the same key may have newer entries, so it is left alone.
    try:
        if open_vault(path, keys).data_key == book_keys.data_key:
            return
    except VaultError:
        pass
    present = vault_file(path)
    if present.exists():
        present.replace(present.with_name(f"{present.name}.set-aside"))
    restore_vault(path, keys, backup.vault.encode())


def _is_there(path: Path, name: str) -> bool:
    return (attachments_folder(path) / name[:2] / name).is_file()
