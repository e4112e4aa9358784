"""One program at a time on one book: a lock file that names the program holding it.

The operating system drops the lock with the process, so a crash leaves nothing to clear away.
"""

import os
import sys
from pathlib import Path

from clienteling.domain.errors import KnownError
from clienteling.storage.files import PRIVATE_FILE

# The lock itself is on a byte far behind the pid, so that the pid stays readable on Windows.
_LOCKED_BYTE = 1 << 30


class AlreadyOpenError(KnownError):
    """Another program has this book open.

    Args:
        path: The book.
        pid: The process that has it, so that its window can be shown; None if it does not say.
    """

    def __init__(self, path: Path, pid: int | None) -> None:
        super().__init__(
            "{name} is already open in another window of clienteling.", name=path.name
        )
        self.path = path
        self.pid = pid


class BookLock:
    """The right to be the only program on a book, held until released.

    Args:
        book: The book's path.

    Raises:
        AlreadyOpenError: another program holds it.
        KnownError: the folder cannot be written.
    """

    def __init__(self, book: Path) -> None:
        path = book.with_name(f"{book.name}.lock")
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        except OSError as error:
            raise KnownError(
                "The folder of {name} cannot be written: {reason}.",
                name=book.name,
                reason=error.strerror,
            ) from error
        if not _take(self._file):
            pid = _pid_in(self._file)
            os.close(self._file)
            raise AlreadyOpenError(book, pid)
        os.ftruncate(self._file, 0)
        os.write(self._file, str(os.getpid()).encode())

    def release(self) -> None:
        """Let another program open the book; the file stays, so that no two locks can exist."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _pid_in(file: int) -> int | None:
    os.lseek(file, 0, os.SEEK_SET)
    text = os.read(file, 20)
    return int(text) if text.isdigit() else None


def _take(file: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            os.lseek(file, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
