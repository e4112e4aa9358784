"""The ``?`` sheet tells every key of the page and of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clienteling.ui.screens.keys.view import KeysSheet
from clienteling.ui.widgets import PlainLabel


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
