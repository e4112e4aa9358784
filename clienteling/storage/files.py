"""Files beside the book: written whole or not at all, readable by their owner only."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from clienteling.domain.errors import KnownError
from clienteling.domain.sentences import sentence

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


def write_atomically(
    path: Path,
    data: bytes,
    *,
    what: str | None = None,
    check: Callable[[bytes], object] | None = None,
) -> None:
    """Replace a file by new bytes so that a crash leaves either the old or the new ones.

    Args:
        path: The file.
        data: Its new content.
        what: What a person would call it; the file's name unless given.
        check: Told the bytes as they were read back from disk; raises to refuse the replacement.

    Raises:
        KnownError: the disk is full or cannot be written; the old file stands as it was.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}.part")
    try:
        private_folder(path.parent)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # Programs that trusted the write alone left empty files on full disks.
        written = part.read_bytes()
        if written != data:
            raise KnownError(
                "The disk did not keep {name} as it was written.", name=what or path.name
            )
        if check is not None:
            check(written)
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise KnownError(_why_not_kept(what or path.name, error)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def private_folder(path: Path) -> Path:
    """Make a folder that only its owner may read, and those above it, where they are missing."""
    if not path.is_dir():
        private_folder(path.parent)
        path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    return path


def sync_file(path: Path) -> None:
    """Have the operating system put a closed file's bytes on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Have the operating system put a folder's names on the disk, where it offers that."""
    # Windows cannot open a folder; there the rename itself is written through.
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _why_not_kept(what: str, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return sentence(
            "The disk is full. What was there is safe, {what} was not kept; "
            "make room and try again.",
            what=what,
        )
    return sentence(
        "The disk did not take {what} ({reason}). What was there is safe.",
        what=what,
        reason=error.strerror,
    )
