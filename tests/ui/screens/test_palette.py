"""The palette: anyone, any piece, any command in a few letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clienteling.demo.plan import demo_id
from clienteling.queries.client_card import client_card
from clienteling.queries.lookbooks import shelf
from clienteling.ui.screens.palette.lines import ActLine, ClientLine, Heading, PieceLine
from clienteling.ui.screens.palette.lines_model import spoken
from clienteling.ui.screens.palette.view import Palette

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
BEATRICE = demo_id("client", "beatrice")


@pytest.fixture
def palette(window, press, rest):
    """The palette, opened with ``/``."""
    press(Qt.Key.Key_Slash)
    rest()
    (made,) = window.findChildren(Palette)
    assert made.is_open
    return made


@pytest.fixture
def type_words(palette, rest):
    """Write words where the focus is, in any script, and wait for the answer."""

    def act(words):
        palette.edit.clear()
        if words.isascii():
            QTest.keyClicks(palette.edit, words)
        else:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(palette.edit, event)
        rest()

    return act


@pytest.fixture
def went(window):
    """Where the window was asked to go, instead of going there."""
    asked = []
    desk = window.desk
    desk.asked_for.disconnect(window.go)
    desk.asked_to_log.disconnect(window.open_log)
    desk.asked_new_client.disconnect(window.open_new_client)
    desk.asked_for.connect(lambda *about: asked.append(about))
    desk.asked_to_log.connect(lambda *about: asked.append(about))
    desk.asked_new_client.connect(lambda words: asked.append(("new", words)))
    return asked


def clients(palette):
    """The names of the clients found."""
    return [one.hit.display for one in palette.lines.lines if isinstance(one, ClientLine)]


def acts(palette):
    """What can be done."""
    return [one.words for one in palette.lines.lines if isinstance(one, ActLine)]


def test_three_letters_and_enter_open_the_card(palette, type_words, press, went):
    type_words("alt")
    assert clients(palette)[0] == "Beatrice Altieri"
    press(Qt.Key.Key_Return)
    assert went == [("clients", BEATRICE)]
    assert not palette.is_open


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("林佳", "Lin Jiayi"),
        ("linjiayi", "Lin Jiayi"),
        ("4471", "Beatrice Altieri"),
        ("beatrcie", "Beatrice Altieri"),
        ("sendo", "Haruka Sendō"),
    ],
)
def test_a_script_a_reading_four_digits_and_a_slip_find_her(palette, type_words, words, found):
    type_words(words)
    assert clients(palette)[0] == found


def test_without_words_ones_own_clients_come_first(palette, window):
    hits = [one.hit for one in palette.lines.lines if isinstance(one, ClientLine)]
    assert [one.mine for one in hits] == [True] * 4


def test_the_preview_follows_the_choice(palette, type_words, press, rest):
    type_words("altieri")
    press(Qt.Key.Key_Down)
    rest()
    chosen = palette.current.hit
    assert palette.preview.client.card.person.display == chosen.display
    headings = [one.words for one in palette.lines.lines if isinstance(one, Heading)]
    assert f"For {chosen.display}" in headings


def test_a_line_is_said_with_name_city_and_circle(palette, type_words):
    type_words("alt")
    assert spoken(palette.current) == "Beatrice Altieri, Milan, Haute Clientèle"


def test_alt_n_logs_a_note_for_the_chosen_one(palette, type_words, press, went):
    type_words("alt")
    press(Qt.Key.Key_N, ALT)
    assert went == [(BEATRICE, "note")]


def test_alt_l_begins_a_lookbook_in_the_clients_language(
    palette, type_words, press, went, backend, rest
):
    type_words("alt")
    press(Qt.Key.Key_L, ALT)
    rest()
    ((place, lookbook_id),) = went
    begun = next(one for one in backend.ask(shelf, client_id=BEATRICE) if one.id == lookbook_id)
    assert place == "lookbooks"
    assert begun.title == "For Beatrice Altieri"


def test_alt_w_chooses_a_piece_for_the_wish_list(
    palette, type_words, press, backend, rest, window
):
    before = len(wishes(backend))
    type_words("alt")
    press(Qt.Key.Key_W, ALT)
    rest()
    type_words("velvet")
    press(Qt.Key.Key_Return, CTRL)
    rest()
    assert "velvet" in [one.words for one in wishes(backend)]
    assert len(wishes(backend)) == before + 1
    assert window.toast.words == "velvet is on the wish list"
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert len(wishes(backend)) == before


def wishes(backend):
    """Beatrice's open wishes."""
    return backend.ask(client_card, client_id=BEATRICE, today=backend.clock.today()).wishes


def test_a_piece_is_found_and_begins_a_lookbook(palette, type_words, press, went, rest):
    type_words("ondine")
    assert isinstance(palette.current, PieceLine)
    press(Qt.Key.Key_Return)
    rest()
    ((place, lookbook_id),) = went
    assert place == "lookbooks"
    assert lookbook_id


def test_ctrl_enter_begins_a_client_with_the_words(palette, type_words, press, went):
    type_words("isabella fontana")
    press(Qt.Key.Key_Return, CTRL)
    assert went == [("new", "isabella fontana")]


def test_nobody_found_leaves_the_new_client_chosen(palette, type_words, press, went):
    type_words("zzzzq")
    assert acts(palette) == ["New client “zzzzq”"]
    press(Qt.Key.Key_Return)
    assert went == [("new", "zzzzq")]


def test_tab_goes_through_what_is_looked_for_and_commands_act(
    palette, type_words, press, rest, window
):
    for _one in range(3):
        press(Qt.Key.Key_Tab)
    rest()
    assert acts(palette) == [
        "Clients", "Lookbooks", "Settings", "Discreet view", "Bring files in", "Back up now",
        "Keys of this page",
    ]  # fmt: skip
    type_words("disc")
    press(Qt.Key.Key_Return)
    assert window.desk.discreet


def test_files_are_brought_in_from_anywhere(palette, type_words, press, went):
    type_words("bring fi")
    press(Qt.Key.Key_Return)
    assert went == [("settings", "bring-in")]


def test_a_backup_is_made_from_anywhere(palette, type_words, press, rest, window, backend):
    before = len(backend.backups())
    type_words("back up")
    press(Qt.Key.Key_Return)
    rest()
    assert len(backend.backups()) == before + 1
    assert window.toast.words == "A backup is made and was read back"
    window.toast.action.click()
    assert window.where == ("settings", "data")


def test_the_right_arrow_goes_to_the_acts(palette, type_words, press):
    type_words("alt")
    press(Qt.Key.Key_Right)
    assert palette.current.name == "log"


def test_escape_gives_the_focus_back(palette, press, window):
    press(Qt.Key.Key_Escape)
    assert not palette.is_open
    assert QApplication.focusWidget() is window.page.table


def test_no_letter_of_the_page_acts_while_the_palette_covers_it(palette, press, window, went):
    palette.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    palette.list.setFocus()
    press(Qt.Key.Key_N)
    assert went == []


def test_a_name_of_three_hundred_letters_is_drawn_on_one_line(palette, type_words, window, rest):
    from clienteling.services.clients import edit_client

    window.desk.act(
        palette, edit_client, "Renamed", client_id=BEATRICE, values={"given_name": "Bea " * 75}
    )
    rest()
    type_words("altieri")
    window.grab()
    assert palette.sheet.width() == 1000


def test_ctrl_k_over_an_open_palette_offers_the_words_to_be_typed_over(palette, type_words, press):
    type_words("alt")
    press(Qt.Key.Key_K, CTRL)
    assert palette.edit.selectedText() == "alt"
