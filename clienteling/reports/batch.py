"""Write the lookbooks of a segment: one file each, or one file in all."""

import os
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from clienteling.domain.errors import KnownError, UserError
from clienteling.domain.progress import Progress, Silent
from clienteling.reports.compose import compose
from clienteling.reports.lookbook import LookbookSnapshot
from clienteling.reports.page import PictureSource
from clienteling.reports.pdf import Document, about, write_pdf
from clienteling.reports.pictures import PreparedPictures
from clienteling.reports.words import WORDS

_SILENT: Final = Silent()
_LONGEST_NAME_BYTES: Final = 120


def write_batch(
    snapshots: Sequence[LookbookSnapshot],
    pictures: PictureSource,
    destination: Path,
    *,
    one_file: bool,
    progress: Progress = _SILENT,
) -> tuple[Path, ...]:
    """Write many lookbooks and return the files written.

    Pictures are scaled and faces are read once for all of them. Every file appears whole or not
    at all; when the person cancels, files already whole stay.

    Args:
        snapshots: At least one.
        pictures: Where pictures come from.
        destination: The file, or the folder of files; folders are made as needed.
        one_file: Whether all go into one file, with an outline entry for each.
        progress: Told after each lookbook.

    Raises:
        UserError: there is nothing to write.
        KnownError: the files can't be written there.
    """
    if not snapshots:
        raise UserError("Nobody is in this selection, so there is no lookbook to make.")
    prepared = PreparedPictures(pictures)
    if one_file:
        _write_together(snapshots, prepared, destination, progress)
        return (destination,)
    written: list[Path] = []
    for number, snapshot in enumerate(snapshots, 1):
        path = destination / file_name(snapshot, number, len(snapshots))
        with whole_file(path) as out:
            write_pdf(snapshot, prepared, out)
        written.append(path)
        progress.step(number, len(snapshots))
    return tuple(written)


def file_name(snapshot: LookbookSnapshot, number: int, count: int) -> str:
    """Name a file after its client, in any script, with nothing a file system minds.

    The number in front keeps files apart and in order, and makes no name a reserved one.
    """
    client = snapshot.client
    named = client.name if client else snapshot.title
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in named)
    words = " ".join(unicodedata.normalize("NFC", kept).split())
    while len(words.encode()) > _LONGEST_NAME_BYTES:
        words = words[:-1]
    return f"{number:0{len(str(count))}d} {words}".strip() + ".pdf"


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its name only when it is whole.

    Raises:
        KnownError: it can't be written there; what stood under the name stays as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".lookbook-", suffix=".part", dir=path.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                yield out
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise KnownError(
            "The PDF could not be written to {folder}. The lookbook is kept; make room or "
            "choose another folder, then try again.",
            folder=path.parent,
        ) from error


def _write_together(
    snapshots: Sequence[LookbookSnapshot],
    pictures: PreparedPictures,
    path: Path,
    progress: Progress,
) -> None:
    document = Document(about(snapshots[0]), pictures)
    for number, snapshot in enumerate(snapshots, 1):
        words = WORDS[snapshot.language]
        client = snapshot.client
        named = client.name if client else snapshot.title or words.lookbook
        for page in compose(snapshot):
            document.add(page, (f"{number} · {named}", page.name))
        progress.step(number, len(snapshots))
    with whole_file(path) as out:
        document.write(out)
