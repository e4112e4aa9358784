"""One window for one book: a second program rings at the first, which comes forward."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 2000


class Doorbell(QObject):
    """Listens for other programs that want the same book; ``rung`` tells of one.

    Args:
        book: The book this program holds.
        parent: Owner of the object.
    """

    rung = Signal()

    def __init__(self, book: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = _name_of(book)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # The book's lock is ours, so a bell of this name was left by a program that crashed.
        QLocalServer.removeServer(name)
        self._server.newConnection.connect(self._answer)
        self._server.listen(name)

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.rung.emit()


def ring(book: Path) -> bool:
    """Ask the program that holds a book to show its window; tell whether it answered."""
    caller = QLocalSocket()
    caller.connectToServer(_name_of(book))
    answered = caller.waitForConnected(_PATIENCE_MS)
    if answered and caller.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        caller.waitForDisconnected(_PATIENCE_MS)
    return answered


def come_forward(window: QWidget) -> None:
    """Show a window in front of the others, wherever it was."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()


def _name_of(book: Path) -> str:
    digest = hashlib.sha256(str(book.resolve()).encode()).hexdigest()
    return f"clienteling-{digest[:24]}"
