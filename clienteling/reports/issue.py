"""Writes the PDF of a lookbook to its file, whole or not at all."""

import os
from pathlib import Path
from typing import Protocol

from clienteling.domain.errors import KnownError, NotFoundError
from clienteling.domain.progress import Progress
from clienteling.reports.lookbook import LookbookSnapshot
from clienteling.reports.pdf import write_pdf


class KeptPictures(Protocol):
    """Where the book keeps its pictures."""

    def get(self, sha256: str) -> bytes:
        """Return a picture's bytes; raises ``NotFoundError`` where they are not on this till."""
        ...


class FromBook:
    """A picture source that reads the book's own pictures."""

    def __init__(self, kept: KeptPictures) -> None:
        self._kept = kept

    def picture(self, key: str) -> bytes | None:
        """Return a picture's bytes, or None where they are not on this till."""
        try:
            return self._kept.get(key)
        except NotFoundError:
            return None


def write_issue(
    snapshot: LookbookSnapshot, kept: KeptPictures, out: Path, progress: Progress
) -> None:
    """Write a snapshot as PDF beside its place first, then put it there.

    Raises:
        KnownError: the file cannot be written; what was there stays.
        Cancelled: the person stopped it; what was there stays.
    """
    fresh = out.with_name(f"{out.name}.part")
    try:
        with fresh.open("wb") as file:
            write_pdf(snapshot, FromBook(kept), file, progress=progress)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(out)
    except OSError as error:
        raise KnownError(
            "The PDF could not be written to {folder} ({reason}). The lookbook is kept.",
            folder=out.parent,
            reason=error.strerror,
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
