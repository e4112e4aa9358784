"""The first start, and the starts that go wrong: what is seen, and what helps."""

import os
import sys

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.bootstrap import AlreadyOpenError, Backend, open_backend, restore_newest
from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import ClientelingError
from clienteling.storage.vault import DeviceKeys
from clienteling.ui.app import open_window
from clienteling.ui.one_window import Doorbell, ring
from clienteling.ui.screens.welcome.view import WelcomeSheet
from clienteling.ui.start_trouble import TroubleWindow

KEYS = DeviceKeys(use_keyring=False)
CTRL = Qt.KeyboardModifier.ControlModifier


def focus() -> QWidget:
    """The part that has the focus."""
    part = QApplication.focusWidget()
    assert part is not None
    return part


@pytest.fixture
def open_it(tmp_path):
    """Open (or make) this test's own book, as a start does."""
    made: list[Backend] = []

    def start() -> Backend:
        path = tmp_path / "new" / "house.book"
        settings = tmp_path / "new" / "s.toml"
        backend = open_backend(
            path, clock=FakeClock(), keys=KEYS, settings_file=settings, create=True
        )
        made.append(backend)
        return backend

    yield start
    for backend in made:
        backend.close()


@pytest.fixture
def new_window(dressed_app, open_it, qtbot):
    """The window of a book that has no house yet."""
    backend = open_it()
    backend.settings.set("reduce_motion", True)
    made = open_window(dressed_app, backend)
    made.resize(1440, 900)
    made.show()
    qtbot.waitUntil(lambda: made.desk.tasks.is_idle)
    yield made
    made.close()
    made.deleteLater()


def test_a_new_book_is_begun_by_keys_and_cannot_be_left_before(new_window, qtbot):
    sheet = new_window.findChild(WelcomeSheet)
    assert sheet.size() == new_window.size()
    for key, modifiers in ((Qt.Key.Key_Escape, None), (Qt.Key.Key_K, CTRL)):
        QTest.keyClick(focus(), key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert sheet.is_open
    QTest.keyClick(focus(), Qt.Key.Key_Return, CTRL)
    assert sheet.is_open
    for words in ("Altieri", "Spiga", "Milan"):
        QTest.keyClicks(focus(), words)
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    sheet.form.input("country").set_value("IT")
    sheet.form.input("country").edited.emit()
    for _choice in range(3):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    QTest.keyClicks(focus(), "Marco")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    QTest.keyClicks(focus(), "Bellini")
    QTest.keyClick(focus(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: new_window.desk.me is not None)
    assert new_window.where == ("clients", None)
    house = new_window.desk.backend.house()
    store = house.stores[0]
    assert (house.name, store.code, store.time_zone, store.currency) == (
        "Altieri", "MIL1", "Europe/Rome", "EUR",
    )  # fmt: skip
    assert new_window.desk.me.staff.name == "Marco Bellini"
    assert new_window.windowTitle() == "Clients — Altieri"
    qtbot.waitUntil(lambda: new_window.desk.tasks.is_idle)


def test_the_welcome_says_where_the_key_stands_and_leads_to_bringing_files_in(new_window, qtbot):
    sheet = new_window.findChild(WelcomeSheet)
    notice = new_window.desk.backend.opened.notices[0]
    assert notice in [one.text() for one in sheet.findChildren(type(new_window.rail._house))]
    sheet.form.set_values(
        {
            "house": "Altieri", "boutique": "Spiga", "city": "Milan", "country": "IT",
            "time_zone": "Europe/Rome", "currency": "EUR", "given_name": "Marco",
            "family_name": "Bellini",
        }
    )  # fmt: skip
    sheet.bring_button.click()
    qtbot.waitUntil(lambda: new_window.where == ("settings", "bring-in"))
    qtbot.waitUntil(lambda: new_window.desk.tasks.is_idle)


def test_a_backup_from_before_the_house_brings_the_welcome_at_once(new_window, qtbot):
    def rest():
        qtbot.waitUntil(lambda: new_window.desk.tasks.is_idle)

    new_window.desk.backend.opened.back_up()
    sheet = new_window.findChild(WelcomeSheet)
    sheet.form.set_values(
        {
            "house": "Altieri", "boutique": "Spiga", "city": "Milan", "country": "IT",
            "time_zone": "Europe/Rome", "currency": "EUR", "given_name": "Marco",
            "family_name": "Bellini",
        }
    )  # fmt: skip
    sheet.begin_button.click()
    qtbot.waitUntil(lambda: new_window.where == ("clients", None))
    new_window.go("settings", "data")
    rest()
    safety = new_window.page.safety
    safety.restore(safety.backups[0])
    rest()
    assert new_window.desk.me is None
    assert new_window.findChild(WelcomeSheet).is_open


def test_a_damaged_book_is_told_and_its_newest_good_backup_brought_back(
    dressed_app, theme, open_it, qtbot
):
    backend = open_it()
    path = backend.opened.book.path
    backend.opened.back_up()
    backend.close()
    path.write_bytes(b"spilt coffee" * 1000)
    with pytest.raises(ClientelingError) as error:
        open_it()
    window = TroubleWindow(theme, error.value, open_it, lambda: restore_newest(path, keys=KEYS))
    window.show()
    assert window.windowTitle() == "The book is damaged"
    assert "The newest good backup is of 2026-03-12" in window.words.text()
    window.act_button.setFocus()
    QTest.keyClick(window.act_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.windowTitle() == "The backup is restored")
    assert "The damaged file is kept as house.book.set-aside-" in window.words.text()
    QTest.keyClick(window.act_button, Qt.Key.Key_Space)
    assert window.backend is not None
    assert not window.isVisible()
    window.deleteLater()


def test_a_damaged_book_without_a_backup_offers_no_act_that_cannot_help(theme, open_it):
    backend = open_it()
    backend.close()
    backend.opened.book.path.write_bytes(b"spilt coffee" * 1000)
    with pytest.raises(ClientelingError) as error:
        open_it()
    window = TroubleWindow(theme, error.value, open_it, lambda: restore_newest(None))
    window.show()
    assert "There is no backup that can be read. Nothing was touched." in window.words.text()
    assert window.act_button.isHidden()
    assert window.focusWidget() is window.close_button
    window.close()
    window.deleteLater()


def test_a_book_that_is_free_again_opens_with_try_again(theme, open_it):
    first = open_it()
    with pytest.raises(AlreadyOpenError) as error:
        open_it()
    window = TroubleWindow(theme, error.value, open_it, lambda: restore_newest(None))
    window.show()
    window.act_button.click()
    assert "already open" in window.words.text()
    first.close()
    window.act_button.click()
    assert not window.isVisible()
    assert window.backend is not None
    window.deleteLater()


def test_a_second_program_shows_the_window_of_the_first_and_ends(dressed_app, open_it, qtbot):
    backend = open_it()
    path = backend.opened.book.path
    bell = Doorbell(path)
    program = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("QT_QPA_PLATFORM", "offscreen")
    environment.insert("DISPLAY", os.environ.get("DISPLAY", ":none"))
    program.setProcessEnvironment(environment)
    with qtbot.waitSignals([bell.rung, program.finished], timeout=60_000):
        program.start(sys.executable, ["-m", "clienteling", "open", "--book", str(path)])
    assert program.exitCode() == 0
    bell.deleteLater()


def test_nobody_answers_for_a_book_that_is_not_open(dressed_app, tmp_path):
    assert not ring(tmp_path / "closed.book")
