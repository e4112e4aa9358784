"""The ``?`` sheet tells every key of the page and of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clienteling.demo.plan import demo_id
from clienteling.ui.key_uses import KNOWN_AFTER, KeyUses
from clienteling.ui.screens.keys.view import KeysSheet
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Keycap, PlainLabel


def test_the_sheet_tells_the_keys_of_the_page_and_goes_with_the_same_key(window, press):
    press(Qt.Key.Key_F1)
    (sheet,) = window.findChildren(KeysSheet)
    assert sheet.is_open
    told = {label.text() for label in sheet.findChildren(PlainLabel)}
    assert {key.words for key in (*window.page.keys(), *window.page.more_keys())} <= told
    assert {"Find a client", "Discreet view", "Undo", "Settings"} <= told
    press(Qt.Key.Key_F1)
    assert not sheet.is_open
    assert QApplication.focusWidget() is window.page.table


def test_every_key_of_the_page_has_words(window):
    told = window.page.keys()
    assert all(key.words and key.keys for key in told)


def test_the_palette_leads_to_the_keys(window, press, rest):
    press(Qt.Key.Key_Slash)
    rest()
    for letter in (Qt.Key.Key_K, Qt.Key.Key_E, Qt.Key.Key_Y, Qt.Key.Key_S):
        press(letter)
    rest()
    press(Qt.Key.Key_Return)
    (sheet,) = window.findChildren(KeysSheet)
    assert sheet.is_open


def test_the_cap_of_a_key_goes_when_it_was_used_twenty_times_and_stays_gone(
    window, press, rest, backend
):
    window.go("clients", demo_id("client", "beatrice"))
    rest()
    uses = window.desk.key_uses
    discreet, log = window.page.body.crumb.discreet, window.page.body.header.log
    for _use in range(KNOWN_AFTER - 1):
        uses.use("F9")
    assert (discreet.key, backend.settings.get("key_uses")) == ("F9", "")
    wide = discreet.sizeHint().width()
    press(Qt.Key.Key_F9)
    assert discreet.key is None
    assert discreet.sizeHint().width() < wide
    assert log.key == "N"
    press(Qt.Key.Key_F1)
    caps = [one.text() for one in window.findChildren(Keycap) if one.isVisible()]
    assert "F9" in caps  # The list of keys goes on telling it.
    started = Theme("light")
    KeyUses(backend.settings, started, started)
    assert (started.shows_key("F9"), started.shows_key("N")) == (False, True)


def test_counts_are_kept_at_the_end_and_broken_ones_begin_anew(window, backend):
    window.desk.key_uses.use("Ctrl+Return")
    window.desk.key_uses.use("/")
    assert backend.settings.get("key_uses") == ""
    window.desk.key_uses.keep()
    assert backend.settings.get("key_uses") == '{"Ctrl ↵": 1, "/": 1}'
    for broken in ("{", "[]", '{"N": "often"}'):
        backend.settings.set("key_uses", broken)
        theme = Theme("light")
        KeyUses(backend.settings, theme, theme)
        assert theme.shows_key("N")
