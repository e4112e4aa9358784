"""Ask where a file is, or where one may be written, without stopping the window.

The dialogs are opened, not executed: no event loop runs inside another.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], None]


def ask_open(parent: QWidget, title: str, pattern: str, then: Then) -> QFileDialog:
    """Ask for a file that is there; ``pattern`` is Qt's: ``"Tables (*.csv *.xlsx)"``."""
    dialog = QFileDialog(parent, title, "", pattern)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, then)


def ask_save(
    parent: QWidget, title: str, name: str, pattern: str, then: Then, *, ending: str
) -> QFileDialog:
    """Ask where a file may be written; ``name`` is proposed and ``ending`` is given if none is."""
    dialog = QFileDialog(parent, title, name, pattern)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)
    return _open(dialog, then)


def _open(dialog: QFileDialog, then: Then) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog
