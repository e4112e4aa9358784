"""Where files go: names that every file system takes, and the system's dialogs."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from clienteling.reports.lookbook import LookbookSnapshot
from clienteling.reports.words import WORDS

_LONGEST_BYTES = 120


def file_name(snapshot: LookbookSnapshot) -> str:
    """Name a lookbook's file after its title and its client: "For Ravello, in May – Altieri"."""
    title = snapshot.title.strip() or WORDS[snapshot.language].lookbook
    client = snapshot.client
    return f"{_safe(f'{title} – {client.name}' if client else title)}.pdf"


def batch_name(snapshot: LookbookSnapshot) -> str:
    """Name the one file of several clients' lookbooks."""
    return f"{_safe(snapshot.title.strip() or WORDS[snapshot.language].lookbook)}.pdf"


def ask_for_file(page: QWidget, title: str, name: str, done: Callable[[Path], None]) -> None:
    """Ask where a PDF goes; ``done`` is called with its path when a person chose one."""
    dialog = QFileDialog(page.window(), title, str(_documents() / name), "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    _open(dialog, done)


def ask_for_folder(page: QWidget, title: str, done: Callable[[Path], None]) -> None:
    """Ask into which folder files go."""
    dialog = QFileDialog(page.window(), title, str(_documents()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, done)


def open_file(path: Path) -> None:
    """Open a file or a folder with whatever the computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _open(dialog: QFileDialog, done: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda path: done(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(place))
    return found if found.is_dir() else Path.home()


def _safe(words: str) -> str:
    kept = "".join(
        c if unicodedata.category(c)[0] in "LNM" or c in ",.–-'’ " else " " for c in words
    )
    clean = " ".join(unicodedata.normalize("NFC", kept).split()).strip(". ")
    while len(clean.encode()) > _LONGEST_BYTES:
        clean = clean[:-1].rstrip()
    return clean or "Lookbook"
