"""Where the things that belong to a book stand: all beside it, all named after it."""

from datetime import datetime
from pathlib import Path


def backups_folder(book: Path) -> Path:
    """Return the folder of a book's backups."""
    return book.with_name(f"{book.name}.backups")


def attachments_folder(book: Path) -> Path:
    """Return the folder of a book's encrypted pictures and papers."""
    return book.with_name(f"{book.name}.attachments")


def companions(book: Path) -> tuple[Path, Path]:
    """Return the paths of SQLite's own two files beside a book: its log and its shared memory."""
    return book.with_name(f"{book.name}-wal"), book.with_name(f"{book.name}-shm")


def stamp(moment: datetime) -> str:
    """Return a moment as it stands in file names; names sort as the moments do.

    >>> from datetime import UTC
    >>> stamp(datetime(2026, 3, 12, 9, 30, tzinfo=UTC))
    '20260312T093000Z'
    """
    return f"{moment:%Y%m%dT%H%M%SZ}"
