"""Draws every screen into pictures, to be looked at beside the design and shown in the README."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from clienteling.bootstrap import Backend
from clienteling.domain.ids import Id
from clienteling.ui.app import application, open_window
from clienteling.ui.main_window import MainWindow
from clienteling.ui.widgets import Overlay

_PATIENCE_MS = 20_000
_SETTLE_MS = 120


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file, the size of the window, what is set, and how to get there."""

    name: str
    go: Callable[[MainWindow], None]
    width: int = 1440
    height: int = 900
    theme: str = "light"
    language: str = "en"
    text_size: int = 100
    discreet: bool = False


def draw(
    backend: Backend, folder: Path, of: Callable[[Backend], Iterator[Shot]] | None = None
) -> list[Path]:
    """Draw shots into a folder; return the files.

    Args:
        backend: The house that is shown.
        folder: Where they go.
        of: Yields the shots; those of the demo house unless given.
    """
    app = application()
    known = {name: backend.settings.get(name) for name in ("theme", "language", "text_size")}
    made = []
    for shot in list((of or shots)(backend)):
        for name in ("theme", "language", "text_size"):
            backend.settings.set(name, getattr(shot, name))
        window = open_window(app, backend)
        made.append(_take(app, window, shot, folder))
        window.close()
        window.deleteLater()
    for name, value in known.items():
        backend.settings.set(name, value)
    return made


def shots(backend: Backend) -> Iterator[Shot]:
    """Yield every shot of the demo house."""
    beatrice = _client(backend, "altieri")
    jiayi = _client(backend, "林佳怡")
    yield Shot("clients-list", lambda w: w.go("clients"))
    yield Shot("client-search", lambda w: w.open_palette("alt"))
    for theme in ("light", "dark"):
        suffix = "" if theme == "light" else "-dark"
        yield Shot(f"client-card{suffix}", lambda w: w.go("clients", beatrice), theme=theme)
    yield Shot("client-card-1280x800", lambda w: w.go("clients", beatrice), 1280, 800)
    yield Shot("client-card-1920x1080", lambda w: w.go("clients", beatrice), 1920, 1080)
    yield Shot("client-card-130", lambda w: w.go("clients", beatrice), 1280, 800, text_size=130)
    yield Shot("client-card-discreet", lambda w: w.go("clients", beatrice), discreet=True)
    yield Shot("client-card-zh-CN", lambda w: w.go("clients", jiayi), language="zh-Hans")
    yield Shot("quick-log", lambda w: _log(w, beatrice))
    yield Shot("new-client", lambda w: w.open_new_client("Isabella Fontana"))
    yield Shot("lookbooks", lambda w: w.go("lookbooks"))
    lookbook = _a_lookbook(backend, beatrice)
    yield Shot("lookbook-composer", lambda w: w.go("lookbooks", lookbook))
    yield Shot("lookbook-composer-dark", lambda w: w.go("lookbooks", lookbook), theme="dark")
    yield Shot("settings", lambda w: w.go("settings", "me"))
    yield Shot("settings-data", lambda w: w.go("settings", "data"))
    yield Shot("settings-zh-CN", lambda w: w.go("settings", "me"), language="zh-Hans")


def sync_shots(backend: Backend) -> Iterator[Shot]:
    """Yield the shots of a till that wrote to the same cards as another one."""
    beatrice = _client(backend, "altieri")
    for theme in ("light", "dark"):
        suffix = "" if theme == "light" else "-dark"
        yield Shot(f"sync-conflict{suffix}", lambda w: w.go("sync", beatrice), theme=theme)
    yield Shot("sync-conflict-zh-CN", lambda w: w.go("sync", beatrice), language="zh-Hans")
    yield Shot("sync-conflict-130", lambda w: w.go("sync", beatrice), 1280, 800, text_size=130)
    yield Shot("sync-conflict-discreet", lambda w: w.go("sync", beatrice), discreet=True)
    yield Shot("sync-waits", lambda w: w.go("sync"))
    yield Shot("sync-waits-zh-CN", lambda w: w.go("sync"), language="zh-Hans")
    yield Shot("settings-office", lambda w: w.go("settings", "office"))


def wait_until_still(app: QApplication, window: MainWindow) -> None:
    """Let the window answer until nothing runs and nothing is fetched any more."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    still = 0
    while still < 2 and not deadline.hasExpired():
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE_MS, loop.quit)
        loop.exec()  # house rule: a command takes pictures, with nobody at the window
        still = still + 1 if window.desk.tasks.is_idle else 0
    app.sendPostedEvents()


def _take(app: QApplication, window: MainWindow, shot: Shot, folder: Path) -> Path:
    window.resize(shot.width, shot.height)
    window.desk.set_discreet(shot.discreet)
    window.show()
    wait_until_still(app, window)
    shot.go(window)
    wait_until_still(app, window)
    path = folder / f"{shot.name}.png"
    window.grab().save(str(path))
    for overlay in window.findChildren(Overlay):
        overlay.close_sheet()
    return path


def _log(window: MainWindow, client_id: Id) -> None:
    window.go("clients", client_id)
    window.open_log(client_id, "note")


def _client(backend: Backend, words: str) -> Id:
    from clienteling.queries.find import find

    return backend.look(find, words, limit=1)[0].client_id


def _a_lookbook(backend: Backend, client_id: Id) -> Id:
    from clienteling.queries.lookbooks import shelf
    from clienteling.queries.pieces import pieces
    from clienteling.services.lookbooks import fill_lookbook, new_lookbook

    present = backend.ask(shelf, client_id=client_id)
    if present:
        return present[0].id
    me = backend.me()
    made = backend.do(
        new_lookbook,
        "Lookbook begun",
        client_id=client_id,
        staff_id=me.staff.id if me else None,
        title="For Ravello, in May",
        language="en",
        letter="Dear Signora Altieri, the evenings above the sea are cool in May: the coat over "
        "bare shoulders, the dress for the Saturday, and the square at the handle of the bag.",
    )
    rows = backend.ask(
        pieces,
        client_id=client_id,
        store_id=me.store.id if me else None,
        today=backend.clock.today(),
    )
    backend.do(
        fill_lookbook,
        "Pieces placed",
        lookbook_id=made.value,
        pieces=tuple(one.id for one in rows[:8]),
    )
    lookbook_id: Id = made.value
    return lookbook_id
