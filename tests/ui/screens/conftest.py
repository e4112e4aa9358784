"""A real window on a real book: the demo house with thirty clients, copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clienteling.bootstrap import Backend, open_backend
from clienteling.demo.build import build_house
from clienteling.demo.plan import demo_id
from clienteling.domain.clock import FakeClock
from clienteling.queries.client_list import ClientList, first_page
from clienteling.storage.vault import DeviceKeys
from clienteling.ui.app import open_window
from clienteling.ui.main_window import MainWindow

KEYS = DeviceKeys(use_keyring=False)
NAME = "house.book"
SOON_MS = 1000

Press = Callable[..., None]


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demo house that is closed; copy its folder, do not open it."""
    folder = tmp_path_factory.mktemp("demo")
    backend = open_backend(
        folder / NAME, clock=FakeClock(), keys=KEYS, settings_file=folder / "s.toml", create=True
    )
    build_house(backend.opened.book, backend.opened.pictures(), backend.clock, clients=30)
    for name, value in (
        ("staff", demo_id("staff", "Camille")),
        ("house_name", "Séverac"),
        ("theme", "light"),
        ("language", "en"),
        ("reduce_motion", True),
    ):
        backend.settings.set(name, value)
    # Thumbnails are made once for each till; no test need wait for them again.
    for row in backend.look(first_page, ClientList(backend.clock.today())):
        if row.portrait is not None:
            backend.picture(row.portrait, 96)
    backend.close()
    return folder


@pytest.fixture
def backend(demo_template: Path, tmp_path: Path) -> Iterator[Backend]:
    """This test's own demo house; Camille is at the till on 12 March 2026."""
    folder = tmp_path / "demo"
    shutil.copytree(demo_template, folder)
    made = open_backend(
        folder / NAME, clock=FakeClock(), keys=KEYS, settings_file=folder / "s.toml"
    )
    yield made
    made.close()


@pytest.fixture
def window(dressed_app: QApplication, backend: Backend, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on it, open on the clients and at rest."""
    made = open_window(dressed_app, backend)
    made.resize(1440, 900)
    made.show()
    qtbot.waitUntil(lambda: made.desk.tasks.is_idle)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def rest(window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Wait until nothing runs any more and nothing is about to: no short timer is left either."""

    def is_still() -> bool:
        timers = [one for one in window.findChildren(QTimer) if one.isActive()]
        soon = any(one.isSingleShot() and one.interval() < SOON_MS for one in timers)
        return window.desk.tasks.is_idle and not soon

    def wait() -> None:
        qtbot.waitUntil(is_still)
        QApplication.processEvents()  # What the last answer built is shown by the next events.
        qtbot.waitUntil(is_still)

    return wait


@pytest.fixture
def press(window: MainWindow) -> Press:
    """Press a key wherever the focus is, as a person does."""

    def act(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target: QWidget = QApplication.focusWidget() or window
        QTest.keyClick(target, key, modifiers)

    return act
