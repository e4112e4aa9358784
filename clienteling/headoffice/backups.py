"""Backups of head office: a folder with its database, its settings and a sealed list of both.

A backup is made while head office serves. The keys are not in it: who finds one of the embedded
database reads nothing, and who loses the keys loses it. PostgreSQL's dump is as PostgreSQL has it.
"""

import hashlib
import hmac
import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError, NotFoundError
from clienteling.headoffice import ledger, postgres_dump
from clienteling.headoffice.home import BOOK, SETTINGS, Home
from clienteling.headoffice.opening import OpenOffice, open_office
from clienteling.headoffice.overview import known_scopes
from clienteling.storage.book import Book
from clienteling.storage.files import private_folder, write_atomically
from clienteling.storage.integrity import faults
from clienteling.storage.keys import sub_key

MANIFEST, DUMP = "backup.json", "headoffice.dump"
_ATTACHMENTS = "attachments"
_PAGES = 2_000


@dataclass(frozen=True, slots=True)
class OfficeBackup:
    """A backup: its folder, when it was made, and the hash of each of its files."""

    folder: Path
    made_at: datetime
    files: dict[str, str]


def back_up(home: Home, clock: Clock, to: Path | None = None, address: str = "") -> OfficeBackup:
    """Make a backup and see that it can be read.

    Args:
        home: Head office's folder; it may be serving.
        clock: When.
        to: Where; among its own unless given.
        address: PostgreSQL as a role that reads everything; that of the settings unless given.

    Raises:
        KnownError: it could not be made; the older ones are as they were.
    """
    now = clock.now()
    folder = private_folder((to or home.backups) / f"headoffice-{now:%Y%m%dT%H%M%S%fZ}")
    try:
        if settled := home.settings().database:
            postgres_dump.dump(address or settled, folder / DUMP)
        else:
            _copy_book(home, folder / BOOK)
        shutil.copy2(home.folder / SETTINGS, folder / SETTINGS)
        if home.blobs.is_dir():
            shutil.copytree(home.blobs, folder / _ATTACHMENTS)
        return _sealed(home, folder, now)
    except (OSError, KnownError, dbapi2.Error) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise KnownError(
            "The backup could not be made: {reason}. Head office and the older backups are safe.",
            reason=str(error),
        ) from error


def all_backups(folder: Path) -> list[OfficeBackup]:
    """Return the backups in a folder, the newest first."""
    found = [_read(one.parent) for one in folder.glob(f"*/{MANIFEST}")]
    return sorted((one for one in found if one), key=lambda one: one.made_at, reverse=True)


def restore(
    home: Home, clock: Clock, folder: Path | None = None, address: str = ""
) -> OfficeBackup:
    """Put a backup in the place of what is there, which is set aside.

    Tills notice by themselves and hand back what the backup lacks. Who was revoked and what was
    erased since stays so: the ledger says it.

    Args:
        home: Head office's folder; it must not be serving.
        clock: When.
        folder: The backup; the newest one unless given.
        address: PostgreSQL as the role that owns the tables; that of the settings unless given.

    Raises:
        NotFoundError: there is none.
        KnownError: it is damaged, or head office is serving; nothing was changed.
    """
    chosen = _read(folder) if folder else next(iter(all_backups(home.backups)), None)
    if chosen is None:
        raise NotFoundError("There is no backup of head office there.")
    _check(home, chosen)
    lock = home.lock()
    try:
        if settled := home.settings().database:
            postgres_dump.put_back(address or settled, chosen.folder / DUMP)
        else:
            _put_book_back(home, chosen, clock.now())
        with open_office(home, clock, threads=1) as office:
            _forget_sessions(office)
            ledger.do_again(office)
            with office.database.read() as transaction:
                scopes = known_scopes(transaction)
            office.blobs.look_again(scopes)
    finally:
        lock.release()
    return chosen


def _copy_book(home: Home, path: Path) -> None:
    key = home.key("data")
    with Book(home.book, key).reading() as source:
        target = Book(path, key).connect_bare()
        try:
            source.backup(target, pages=_PAGES)
            target.execute("PRAGMA journal_mode=DELETE").fetchall()
            found = faults(target, None)
        finally:
            target.close()
    if found:
        raise KnownError("the copy did not pass its checks ({reason})", reason=found[0])


def _sealed(home: Home, folder: Path, now: datetime) -> OfficeBackup:
    files = {
        str(one.relative_to(folder)): _hash(one)
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }
    words = json.dumps({"made_at": now.isoformat(), "files": files}, sort_keys=True)
    manifest = {"words": words, "seal": _seal(home, words)}
    write_atomically(folder / MANIFEST, json.dumps(manifest, indent=1).encode())
    return OfficeBackup(folder, now, files)


def _read(folder: Path) -> OfficeBackup | None:
    try:
        words = json.loads(json.loads((folder / MANIFEST).read_bytes())["words"])
        return OfficeBackup(folder, datetime.fromisoformat(words["made_at"]), words["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _check(home: Home, backup: OfficeBackup) -> None:
    manifest = json.loads((backup.folder / MANIFEST).read_bytes())
    is_ours = hmac.compare_digest(_seal(home, manifest["words"]), str(manifest["seal"]))
    is_whole = all(
        (backup.folder / name).is_file() and _hash(backup.folder / name) == found
        for name, found in backup.files.items()
    )
    if not is_ours or not is_whole:
        raise KnownError(
            "The backup {name} is damaged, or another head office's. Nothing was changed.",
            name=backup.folder.name,
        )


def _put_book_back(home: Home, backup: OfficeBackup, now: datetime) -> None:
    part = home.book.with_suffix(".part")
    shutil.copy2(backup.folder / BOOK, part)
    for suffix in ("", "-wal", "-shm"):
        present = home.book.with_name(home.book.name + suffix)
        if present.exists():
            aside = f"{home.book.stem}-set-aside-{now:%Y%m%dT%H%M%SZ}{home.book.suffix}{suffix}"
            present.rename(home.book.with_name(aside))
    part.rename(home.book)
    kept = backup.folder / _ATTACHMENTS
    if kept.is_dir():
        # Contents are named by their hash: what is there already is the same.
        shutil.copytree(kept, home.blobs, dirs_exist_ok=True)


def _forget_sessions(office: OpenOffice) -> None:
    """Let no code and no session live again that was spent since the backup."""
    with office.database.write() as transaction:
        transaction.run("DELETE FROM trust_session")
        transaction.run("DELETE FROM trust_code")
        transaction.run("DELETE FROM admin_visit")
        transaction.run("UPDATE admin_person SET invited = '', invited_until = 0")


def _seal(home: Home, words: str) -> str:
    return hmac.digest(sub_key(home.key("seal"), "backups"), words.encode(), "sha256").hex()


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
