"""Settings by keys: what is set is in force at once; house, backups, restore, export."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.demo.plan import demo_id
from clienteling.settings.settings import SETTINGS
from clienteling.ui.safekeeping import Safekeeping
from clienteling.ui.screens.settings.house_forms import FormSheet
from clienteling.ui.screens.settings.words import SOURCES
from clienteling.ui.widgets import TextLink

BEATRICE = demo_id("client", "beatrice")

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def go(window, rest):
    """Go to a page of Settings and return it."""

    def there(name):
        window.go("settings", name)
        rest()
        return window.page.pages[name]

    return there


def focus() -> QWidget:
    """The part that has the focus."""
    part = QApplication.focusWidget()
    assert part is not None
    return part


def named(page, name):
    """The links of a page with an accessible name that are shown."""
    links = page.findChildren(TextLink)
    return [one for one in links if one.accessibleName() == name and one.isVisible()]


def test_every_word_of_a_setting_is_handed_to_the_translators():
    words = {str(one) for one in SOURCES}
    for setting in SETTINGS:
        shown = {setting.label, setting.help, *(word for _value, word in setting.choices)}
        assert shown - {""} <= words


def test_nothing_is_typed_into_by_coming_here(window, go, press, rest):
    for name in ("me", "till", "house", "data"):
        page = go(name)
        assert not page.isAncestorOf(focus())
        assert focus().accessibleName() == window.page._tabs.button(name).accessibleName()


def test_theme_and_text_size_are_in_force_at_once_and_kept(go, window, press, backend):
    page = go("me")
    page.rows["theme"].part.button("dark").setFocus()
    press(Qt.Key.Key_Space)
    page.rows["text_size"].part.button("130").setFocus()
    press(Qt.Key.Key_Space)
    assert (window.desk.theme.is_dark, window.desk.theme.text_size) == (True, 130)
    assert (backend.settings.get("theme"), backend.settings.get("text_size")) == ("dark", 130)


def test_the_language_is_switched_live_and_focus_stays(go, window, press, rest):
    page = go("me")
    page.rows["language"].part.button("zh-Hans").setFocus()
    press(Qt.Key.Key_Space)
    rest()
    assert window.desk.theme.language == "zh-Hans"
    assert page.rows["language"].part.value == "zh-Hans"
    assert page.isAncestorOf(focus())


def test_another_person_at_the_till_is_known_everywhere(go, window, rest, backend):
    page = go("me")
    people = page.people
    henri = next(at for at in range(people.count()) if people.itemText(at).startswith("Henri"))
    people.setFocus()
    people.setCurrentIndex(henri)
    people.activated.emit(henri)
    rest()
    assert window.desk.me.staff.name == "Henri Vasseur"
    assert backend.settings.text("staff") == window.desk.me.staff.id


def test_a_screen_that_faces_clients_is_discreet_at_once(go, window, press):
    page = go("till")
    page.rows["faces_clients"].part.setFocus()
    press(Qt.Key.Key_Space)
    assert window.desk.discreet


def test_letters_no_longer_act_once_they_are_turned_off(go, window, press, rest):
    page = go("keys")
    page.rows["letter_keys"].part.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_I)
    rest()
    assert window.where == ("settings", "keys")


def test_an_accent_that_cannot_be_read_is_refused_with_a_sentence(go, window, press, backend):
    page = go("house")
    row = page.rows["accent_light"]
    before = window.desk.theme.colours.accent
    for typed, said in (("#D9C9A0", "too close"), ("bronze", "six digits")):
        row.part.edit.setFocus()
        row.part.edit.selectAll()
        QTest.keyClicks(row.part.edit, typed)
        press(Qt.Key.Key_Return)
        assert said in row.detail.text()
        assert window.desk.theme.colours.accent == before
    row.part.edit.selectAll()
    QTest.keyClicks(row.part.edit, "#6A2A4D")
    press(Qt.Key.Key_Return)
    assert window.desk.theme.colours.accent == "#6A2A4D"
    assert backend.settings.text("accent_light") == "#6A2A4D"
    assert "too close" not in row.detail.text()


def test_the_house_is_renamed_in_the_book_and_in_the_rail(go, window, press, rest, backend):
    page = go("house")
    edit = page.rows["house_name"].part.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "Altieri")
    press(Qt.Key.Key_Return)
    rest()
    assert backend.house().name == "Altieri"
    assert backend.settings.text("house_name") == "Altieri"


def test_a_person_is_added_by_keys_and_taken_back_by_undo(go, window, press, rest, backend, qtbot):
    page = go("house")
    named(page, "Add a person")[0].setFocus()
    press(Qt.Key.Key_Space)
    sheet = window.findChild(FormSheet)
    assert sheet.form.input("given_name").widget.isAncestorOf(focus())
    press(Qt.Key.Key_Return, CTRL)
    assert sheet.is_open
    QTest.keyClicks(focus(), "Zelda")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focus(), "Quill")
    press(Qt.Key.Key_Return, CTRL)
    rest()
    assert "Zelda Quill" in [one.name for one in backend.house().staff]
    qtbot.waitUntil(lambda: bool(named(page, "Change Zelda Quill")))
    qtbot.waitUntil(lambda: focus() in named(page, "Add a person"))
    window.desk.undo()
    rest()
    assert "Zelda Quill" not in [one.name for one in backend.house().staff]


def test_a_boutique_in_another_country_brings_its_zone_and_currency(go, window, rest, backend):
    page = go("house")
    page.add_store()
    sheet = window.findChild(FormSheet)
    country = sheet.form.input("country")
    country.set_value("JP")
    country.edited.emit()
    sheet.form.input("name").set_value("Ginza")
    sheet.form.input("city").set_value("Tokyo")
    sheet.keep()
    rest()
    made = next(one for one in backend.house().stores if one.name == "Ginza")
    assert (made.code, made.time_zone, made.currency) == ("TOK1", "Asia/Tokyo", "JPY")


def test_a_backup_is_made_checked_and_restored_while_the_window_stands(go, window, rest, backend):
    page = go("data")
    window.page._backup_button.click()
    rest()
    assert len(backend.backups()) == 1
    page.check_button.click()
    rest()
    assert page._verdict.text() == "Every page of the book is sound."
    go("house").rows["house_name"].part.edit.setText("Elsewhere")
    window.page.choices.choose("house_name", "Elsewhere")
    rest()
    assert backend.house().name == "Elsewhere"
    page = go("data")
    page.ask_restore(backend.backups()[0])
    assert focus() is page.dialog.keep_button
    page.dialog.act_button.click()
    rest()
    assert backend.house().name == "Séverac"
    assert window.toast.words.startswith("The backup is restored. What was there is kept as")
    assert window.desk.history.to_undo() is None
    assert window.windowTitle() == "Settings — Séverac"


def test_what_is_open_shows_the_restored_book(go, window, rest, backend):
    from clienteling.services.clients import edit_client

    page = go("data")
    window.page._backup_button.click()
    rest()
    values = {"given_name": "Renamed"}
    window.desk.act(window, edit_client, "Renamed", client_id=BEATRICE, values=values)
    window.go("clients", BEATRICE)
    rest()
    card = window.page
    assert card.model.card.person.display == "Renamed Altieri"
    go("data")
    page.ask_restore(backend.backups()[0])
    page.dialog.act_button.click()
    rest()
    assert card.model.card.person.display == "Beatrice Altieri"


def test_a_damaged_book_is_told_by_the_check_and_keeps_its_backups(
    go, window, rest, backend, qtbot
):
    page = go("data")
    window.page._backup_button.click()
    rest()
    path = backend.opened.book.path
    backend.look(lambda raw: raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(bytes(4096))
    page.check_button.click()
    rest()
    assert "is damaged" in page._verdict.text()
    qtbot.waitUntil(lambda: bool(named(page, "Restore the backup of today, 10:30")))


def test_clients_are_written_to_a_file(go, window, rest, tmp_path):
    page = go("data")
    page.export("csv")
    page.file_dialog.fileSelected.emit(str(tmp_path / "clients.csv"))
    page.file_dialog.close()
    rest()
    with (tmp_path / "clients.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert window.toast.words.startswith(f"{len(rows) - 1} client")
    assert window.toast.words.endswith(" are in clients.csv")


def test_the_book_is_backed_up_by_itself_and_damage_is_told(window, rest, backend):
    keeper = Safekeeping(window.desk, window)
    keeper.begin()
    rest()
    assert [one.reason.value for one in backend.backups()] == ["routine"]
    path = backend.opened.book.path
    backend.look(lambda raw: raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(bytes(4096))
    keeper.begin()
    rest()
    assert "is damaged" in window.toast.words
    window.toast.action.click()
    assert window.where == ("settings", "data")
    keeper.deleteLater()
