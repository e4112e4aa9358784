"""The client card: what it shows, how it is read on, what it hides, what is done from it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from clienteling.demo.plan import demo_id
from clienteling.domain.names import NameOrder
from clienteling.queries.client_card import client_card
from clienteling.queries.client_list import ClientList, ListFilter, ListSort, first_page
from clienteling.queries.story import story
from clienteling.services.clients import edit_client, new_client, remove_client
from clienteling.services.kinds import Visibility
from clienteling.services.knowledge import put_key_date
from clienteling.services.log import log_note
from clienteling.ui.screens.card.announce import announce_at_once
from clienteling.ui.screens.card.left import Household, Preferences, Sizes
from clienteling.ui.screens.card.right import LastPieces, Purchases, Wishes
from clienteling.ui.screens.card.view import CardScreen
from clienteling.ui.screens.log.view import LogSheet
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import HIDDEN, Press, SecretLabel

BEATRICE = demo_id("client", "beatrice")
CAMILLE = demo_id("staff", "Camille")
PARIS = demo_id("store", "PAR1")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settle(rest):
    """Let what was queued come, and wait until nothing runs: news of writes, new parts shown."""

    def wait():
        QApplication.processEvents()
        rest()
        QApplication.processEvents()

    return wait


@pytest.fixture
def page(window, settle):
    """Beatrice's card, at rest."""
    window.go("clients", BEATRICE)
    settle()
    assert isinstance(window.page, CardScreen)
    return window.page


def shown(part):
    """Everything that is written, said or told by a tooltip on the visible parts of a page."""
    told = []
    for one in (part, *part.findChildren(QWidget)):
        if not one.isVisible():
            continue
        told += [one.toolTip(), one.accessibleName(), one.accessibleDescription()]
        if isinstance(one, QLabel):
            told.append(one.text())
        elif isinstance(one, QLineEdit):
            told.append(one.displayText())
        elif isinstance(one, QPlainTextEdit):
            told.append(one.toPlainText())
        told.append(getattr(one, "words", "") if not callable(getattr(one, "words", "")) else "")
    return " | ".join(str(one) for one in told if isinstance(one, str) and one)


def write(words):
    """Type words where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def area():
    """The area of words that has the focus."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPlainTextEdit)
    return focus


def test_the_card_shows_the_whole_person_at_once(page):
    told = shown(page)
    for words in (
        "Beatrice Altieri", "Signora Altieri", "al-TYEH-ree", "Haute Clientèle",
        "Italiano, Français  ·  Milan  ·  With Camille since", "Phone", "WhatsApp",
        "Address as Signora, never by first name.",
        "Nickel allergy — gold or platinum hardware only",
        "Dress 40 IT", "Shoe 37½ EU", "Bottle green", "Avoids Logos", "Paolo", "Ginevra",
        "Asked for the Ondine coat in camel for spring", "last 12 months", "Ondine coat",
    ):  # fmt: skip
        assert words in told, words


def test_the_window_never_names_the_client(page, window):
    assert page.isVisible()
    assert window.windowTitle() == "Client card — Séverac"


def test_brackets_walk_along_the_list(page, window, press, settle):
    first = page.model.place
    press(Qt.Key.Key_BracketRight)
    settle()
    assert window.where == ("clients", first.after)
    assert page.model.place.number == first.number + 1
    press(Qt.Key.Key_BracketLeft)
    settle()
    assert window.where == ("clients", BEATRICE)
    assert f"{first.number} of {first.count} · my clients" in shown(page)


def test_a_line_and_enter_keep_a_note_on_the_card(page, backend, press, settle):
    page.body.writing.edit.setFocus()
    write("Prefers the morning")
    press(Qt.Key.Key_Return)
    settle()
    assert page.body.writing.words == ""
    assert page.body.story.rows[0].moment.words == "Prefers the morning"
    assert _story(backend)[0].words == "Prefers the morning"


def test_a_refused_note_stays_in_its_field(page, press, settle):
    page.body.writing.edit.setFocus()
    write("4111111111111111")
    press(Qt.Key.Key_Return)
    settle()
    assert page.body.writing.words == "4111111111111111"
    assert "payment card number" in shown(page.body.writing)


def test_words_begun_on_a_card_wait_in_its_log(page, window, backend, settle):
    page.body.writing.edit.setFocus()
    write("Not yet finished")
    window.go("clients", _other(backend))
    settle()
    assert page.body.writing.words == ""
    window.go("clients", BEATRICE)
    settle()
    window.open_log(BEATRICE, "note")
    settle()
    assert area().toPlainText() == "Not yet finished"


def test_e_edits_a_note_in_its_place(page, backend, press, settle):
    row = page.body.story.rows[0]
    row.setFocus()
    press(Qt.Key.Key_E)
    assert row.is_editing
    area().setPlainText("Asked for the coat in black")
    press(Qt.Key.Key_Return, CONTROL)
    settle()
    assert _story(backend)[0].words == "Asked for the coat in black"
    assert page.body.story.rows[0].moment.words == "Asked for the coat in black"


def test_esc_leaves_a_note_as_it_was(page, backend, press, settle):
    before = _story(backend)[0].words
    row = page.body.story.rows[0]
    row.setFocus()
    press(Qt.Key.Key_E)
    area().setPlainText("Something else")
    press(Qt.Key.Key_Escape)
    settle()
    assert not row.is_editing
    assert _story(backend)[0].words == before


def test_arrows_walk_the_story_and_fetch_what_is_earlier(page, press):
    story_part = page.body.story
    story_part.rows[0].setFocus()
    first = len(story_part.rows)
    for _ in range(first):
        press(Qt.Key.Key_Down)
    assert len(story_part.rows) > first
    assert story_part.rows[first].hasFocus()


def test_filters_tell_a_part_of_the_story(page, settle):
    page.body.story.tabs.button("visits").click()
    settle()
    kinds = {str(row.moment.kind) for row in page.body.story.rows}
    assert kinds == {"visit", "call"}


def test_markup_in_a_note_is_shown_as_text(page, backend, settle):
    backend.do(
        log_note,
        "Note kept",
        client_id=BEATRICE,
        body="<b>not bold</b> <img src=x>",
        staff_id=None,
    )
    page.model.refresh()
    settle()
    assert "<b>not bold</b> <img src=x>" in shown(page)


def test_the_discreet_view_leaks_nothing(page, window, backend, settle):
    card = backend.ask(client_card, client_id=BEATRICE, today=backend.clock.today())
    backend.do(
        log_note, "kept", client_id=BEATRICE, body="Her husband must not know", staff_id=CAMILLE,
        visibility=Visibility.PRIVATE,
    )  # fmt: skip
    paolo = card.household[0].person
    backend.do(
        put_key_date, "kept", client_id=BEATRICE, key_date_id=None,
        values={"month": 3, "day": 13, "label": "Secret supper", "hide_from_client_id": paolo.id},
    )  # fmt: skip
    settle()
    money = window.desk.words.money
    spent = money(card.figures.spend.minor, "EUR")
    prices = [money(one.price.minor, "EUR") for one in card.last_pieces]
    secrets = (spent, *prices, "must not know", "Secret supper")
    open_told = shown(page)
    assert all(one in open_told for one in (spent, "must not know", "Secret supper"))
    window.desk.set_discreet(True)
    for where in (BEATRICE, f"{BEATRICE}/purchases", f"{BEATRICE}/wishes"):
        window.go("clients", where)
        settle()
        told = shown(window)
        assert "€" not in told, where
        assert not [one for one in secrets if one in told], where
    window.go("clients", BEATRICE)
    page.open_sheet("dates")
    settle()
    assert "Secret supper" not in shown(window)
    assert HIDDEN in shown(page)
    assert "Nickel allergy" in shown(page)


def test_the_discreet_view_moves_nothing(page, window, settle):
    def places():
        visible = [one for one in page.findChildren(SecretLabel) if one.isVisible()]
        rows = [row.geometry() for row in page.body.story.rows]
        return [one.mapTo(page, one.rect().topLeft()) for one in visible], rows

    before = places()
    window.desk.set_discreet(True)
    settle()
    assert places() == before


def test_holding_an_amount_reveals_that_one_alone(page, window, settle):
    window.desk.set_discreet(True)
    settle()
    amount = next(one for one in page.findChildren(SecretLabel) if one.isVisible())
    assert amount.text() == HIDDEN
    QTest.mousePress(amount, Qt.MouseButton.LeftButton)
    assert amount.text().startswith("€")
    QTest.mouseRelease(amount, Qt.MouseButton.LeftButton)
    assert amount.text() == HIDDEN


def test_a_client_without_facts_is_told_in_words(window, backend, settle):
    lena = backend.do(
        new_client, "Client kept", store_id=PARIS, staff_id=None, today=backend.clock.today(),
        values={"given_name": "Lena"},
    ).value  # fmt: skip
    window.go("clients", lena)
    settle()
    told = shown(window.page)
    for words in (
        "Lena", "Nothing noted yet", "No sizes noted", "Nobody noted", "No purchases yet",
        "No wishes noted", "No dates noted", "Not asked yet how to keep in touch",
        "Nothing noted yet. A note is one line, then Enter.",
    ):  # fmt: skip
        assert words in told, words


def test_every_empty_block_offers_its_first_by_press_and_by_key(window, backend, settle, press):
    lena = backend.do(
        new_client, "Client kept", store_id=PARIS, staff_id=None, today=backend.clock.today(),
        values={"given_name": "Lena"},
    ).value  # fmt: skip
    window.go("clients", lena)
    settle()
    body = window.page.body
    blocks = (
        body.strip, Sizes, Preferences, Household, Purchases, Wishes, LastPieces, body.header,
        body.story,
    )  # fmt: skip
    for block in blocks:
        part = window.page.findChild(block) if isinstance(block, type) else block
        adds = [
            one
            for one in part.findChildren(Press)
            if one.isVisible() and one.accessibleName().endswith("Add")
        ]
        assert len(adds) == 1, block
        assert adds[0].focusPolicy() & Qt.FocusPolicy.TabFocus
        adds[0].setFocus(Qt.FocusReason.TabFocusReason)
        press(Qt.Key.Key_Return)
        settle()
        (sheet,) = [one for one in window.findChildren(Sheet) if one.is_open]
        wanted = LogSheet if block in {Purchases, LastPieces, body.story} else Sheet
        assert isinstance(sheet, wanted), block
        sheet.close_sheet()
        settle()


def test_long_and_right_to_left_names_leave_the_page_its_width(window, backend, settle):
    long_name = "Wolfeschlegelsteinhausenbergerdorff " * 8
    values = {"given_name": long_name.strip()[:290], "name_order": NameOrder.GIVEN_FIRST}
    backend.do(edit_client, "Card changed", client_id=BEATRICE, values=values)
    window.resize(1280, 800)
    window.go("clients", BEATRICE)
    settle()
    assert window.width() == 1280
    assert window.page.body.header.width() <= 1280 - 84 - 64
    backend.do(
        edit_client, "Card changed", client_id=BEATRICE, values={"given_name": "ليلى", "family_name": "الحسن"}
    )  # fmt: skip
    settle()
    assert "ليلى الحسن" in shown(window.page)


def test_all_purchases_and_wishes_are_pages_with_a_way_back(page, window, press, settle):
    window.go("clients", f"{BEATRICE}/purchases")
    settle()
    assert "Solène bracelet" in shown(page)
    press(Qt.Key.Key_Escape)
    settle()
    assert window.where == ("clients", BEATRICE)
    window.go("clients", f"{BEATRICE}/wishes")
    settle()
    assert "Ondine coat" in shown(page)
    press(Qt.Key.Key_Escape)
    assert window.where == ("clients", BEATRICE)


def test_the_language_switches_while_the_card_is_open(page, window, backend, settle):
    backend.settings.set("language", "zh-Hans")
    window.desk.settings_changed.emit()
    settle()
    assert page.body.header is not None
    assert "3月" in shown(page) or "月" in shown(page)


def test_a_card_that_was_taken_away_says_so(page, window, backend, settle):
    backend.do(remove_client, "Card taken away", client_id=BEATRICE)
    settle()
    assert "This client is no longer in the book." in shown(window.page)
    assert page is window.page


def test_lookbook_is_begun_for_the_client(page, window, press, settle):
    del page
    press(Qt.Key.Key_L)
    settle()
    place, thing = window.where
    assert place == "lookbooks"
    assert thing is not None


def test_an_allergy_is_announced_before_anything_else(page, qtbot):
    del qtbot
    assert page.body.alert == "Nickel allergy — gold or platinum hardware only"
    announce_at_once(page, page.body.alert)


def test_the_arrows_follow_the_list_that_was_looked_through(window, backend, press, settle):
    by_name = ClientList(backend.clock.today(), CAMILLE, ListFilter.EVERYONE, ListSort.NAME)
    rows = backend.look(first_page, by_name)
    window.desk.listed = by_name
    window.go("clients", rows[0].id)
    settle()
    assert f"1 of {len(rows)} · my clients" in shown(window.page)
    press(Qt.Key.Key_BracketRight)
    settle()
    assert window.where == ("clients", rows[1].id)


def _story(backend):
    return backend.ask(story, client_id=BEATRICE, reader_id=CAMILLE)


def _other(backend):
    rows = backend.look(first_page, ClientList(backend.clock.today()))
    return next(one.id for one in rows if one.id != BEATRICE)
