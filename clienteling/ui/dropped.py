"""What may be dropped on the window: one table of other programs, wherever it is let go."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDropEvent

from clienteling.domain.errors import UserError

ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm"})


def holds_files(event: QDropEvent) -> bool:
    """Say whether files of this computer are dragged, and not a part of a page."""
    return any(one.isLocalFile() for one in event.mimeData().urls())


def dropped_table(event: QDropEvent) -> Path:
    """Return the one table that is dropped.

    Raises:
        UserError: there are several files, or it is no table; the sentence says so.
    """
    tr = QCoreApplication.translate
    paths = [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]
    if len(paths) != 1:
        raise UserError(tr("Dropped", "Please drop one file at a time; none was taken."))
    if paths[0].suffix.lower() not in ENDINGS or paths[0].is_dir():
        words = tr("Dropped", "{file} is no CSV, TSV or XLSX table; it was not taken.")
        raise UserError(words.replace("{file}", paths[0].name))
    return paths[0]
