"""Taking back in the window: quick presses, acts begun meanwhile, sheets that have gone."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from clienteling.demo.plan import demo_id
from clienteling.queries.story import StoryFilter, story
from clienteling.services.log import log_note

BEATRICE = demo_id("client", "beatrice")
CAMILLE = demo_id("staff", "Camille")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def keep(window):
    """Begin to keep a note of the words, without waiting until it is kept."""

    def act(words, owner=None):
        window.desk.act(
            owner or window.desk, log_note, words, client_id=BEATRICE, body=words, staff_id=CAMILLE
        )

    return act


@pytest.fixture
def kept(backend):
    """Say which of the test's notes are in the book."""

    def ask():
        found = backend.ask(
            story, client_id=BEATRICE, reader_id=CAMILLE, only=StoryFilter.NOTES, limit=200
        )
        return sorted(one.words for one in found if one.words in {"First", "Second", "Third"})

    return ask


def test_two_quick_presses_take_two_acts_back_and_two_bring_them_again(
    keep, kept, press, rest, window
):
    keep("First")
    keep("Second")
    rest()
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert kept() == []
    assert window.toast.words == "First: taken back"
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    rest()
    assert kept() == ["First", "Second"]


def test_an_act_that_is_still_being_kept_is_the_one_taken_back(keep, kept, press, rest):
    keep("First")
    rest()
    keep("Second")
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert kept() == ["First"]


def test_an_act_begun_while_another_is_taken_back_stays_the_last_one(
    keep, kept, press, rest, window
):
    keep("First")
    keep("Second")
    rest()
    press(Qt.Key.Key_Z, CTRL)
    keep("Third")
    rest()
    assert kept() == ["First", "Third"]
    assert window.desk.history.to_redo() is None
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert kept() == ["First"]
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert kept() == []


def test_what_a_sheet_wrote_can_be_taken_back_when_the_sheet_has_gone(keep, kept, press, rest):
    sheet = QObject()
    keep("First", sheet)
    sheet.deleteLater()
    QApplication.sendPostedEvents(sheet, QEvent.Type.DeferredDelete)
    rest()
    assert kept() == ["First"]
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert kept() == []


def test_what_was_forgotten_meanwhile_is_not_offered_again(keep, press, rest, window):
    keep("First")
    rest()
    press(Qt.Key.Key_Z, CTRL)
    window.desk.history.clear()
    rest()
    assert (window.desk.history.to_undo(), window.desk.history.to_redo()) == (None, None)
