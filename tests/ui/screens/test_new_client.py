"""The new-client sheet: half a minute, one act, nothing lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clienteling.demo.plan import demo_id
from clienteling.domain.errors import NotFoundError
from clienteling.domain.names import NameOrder
from clienteling.queries.client_card import client_card
from clienteling.queries.find import find
from clienteling.ui.screens.new_client.view import NewClientSheet

CTRL = Qt.KeyboardModifier.ControlModifier
BEATRICE = demo_id("client", "beatrice")


@pytest.fixture
def went(window):
    """Where the window was asked to go, instead of going there."""
    asked = []
    window.desk.asked_for.disconnect(window.go)
    window.desk.asked_for.connect(lambda *about: asked.append(about))
    return asked


@pytest.fixture
def begin(window, rest, went):
    """Open the sheet with words from the palette."""

    def act(words=""):
        window.open_new_client(words)
        rest()
        (sheet,) = window.findChildren(NewClientSheet)
        return sheet

    return act


def write(words):
    """Write where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def test_a_client_is_kept_with_name_contact_and_consent_in_one_act(
    begin, press, rest, went, backend, window
):
    sheet = begin("isabella fontana")
    assert (sheet.field("given").text, sheet.field("family").text) == ("Isabella", "Fontana")
    assert QApplication.focusWidget() is sheet.field("contact").edit
    write("+39 347 555 0182")
    sheet.consent._answers["whatsapp"].setFocus()
    press(Qt.Key.Key_Space)
    assert sheet.consent.method == "verbal_logged"
    sheet.consent._answers["phone"].setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Phone, no"
    sheet.consent._answers["email"].setFocus()
    for _turn in range(3):
        press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CTRL)
    rest()
    ((place, client_id),) = went
    card = backend.ask(client_card, client_id=client_id, today=backend.clock.today())
    assert place == "clients"
    assert card.person.display == "Isabella Fontana"
    assert [one.standard for one in card.contacts] == ["+393475550182"]
    # A refusal is a word that was said: what was left alone was not asked.
    said = {one.channel.value: one.allowed for one in card.consent.permissions}
    assert said == {"whatsapp": True, "phone": False}
    assert not card.consent.signed  # It was said at the counter: the card must not claim more.
    assert card.adviser == "Camille"
    assert backend.look(find, "isabella font")[0].client_id == client_id
    press(Qt.Key.Key_Z, CTRL)
    rest()
    with pytest.raises(NotFoundError):
        backend.ask(client_card, client_id=client_id, today=backend.clock.today())


def test_nothing_is_recorded_where_nobody_asked(begin, press, rest, went, backend):
    begin("Nora Winther")
    press(Qt.Key.Key_Return, CTRL)
    rest()
    card = backend.ask(client_card, client_id=went[0][1], today=backend.clock.today())
    assert card.consent.nothing_asked
    assert card.contacts == ()


def test_whoever_is_in_the_book_already_is_shown_and_opened_instead(begin, press, went):
    sheet = begin("beatrice altieri")
    assert sheet.alike.isVisible()
    press(Qt.Key.Key_Down)
    assert [row.words for row in sheet.alike._rows if row.hasFocus()] == ["Beatrice Altieri"]
    press(Qt.Key.Key_Return)
    assert went == [("clients", BEATRICE)]
    assert not sheet.is_open


def test_a_number_that_is_in_the_book_shows_whose_it_is(begin, rest, backend):
    card = backend.ask(client_card, client_id=BEATRICE, today=backend.clock.today())
    number = next(one.standard for one in card.contacts if one.standard.startswith("+"))
    sheet = begin(number)
    assert sheet.field("contact").text == number
    assert [row.words for row in sheet.alike._rows] == ["Beatrice Altieri"]


def test_a_household_is_not_taken_for_one_person(begin):
    sheet = begin("Lorenza Altieri")
    assert sheet.alike._rows == []


def test_a_name_in_ideographs_goes_to_its_own_field(begin):
    sheet = begin("林佳怡")
    entry = sheet.model.entry
    assert (entry.native, entry.given, entry.order) == ("林佳怡", "", NameOrder.FAMILY_FIRST)


def test_an_error_stands_at_its_field_and_goes_when_it_is_mended(begin, press):
    sheet = begin()
    press(Qt.Key.Key_Return, CTRL)
    sheet.field("contact").edit.setFocus()
    write("no")
    press(Qt.Key.Key_Return, CTRL)
    field = sheet.field("contact")
    assert field.state == "error"
    assert "telephone number, an e-mail address or a WeChat id" in field.message.text()
    field.edit.clear()
    write("anna@example.com")
    assert field.state == "plain"
    assert field.message.text() == "An e-mail address"


def test_a_client_without_a_name_is_not_kept(begin, press, rest, went):
    sheet = begin()
    press(Qt.Key.Key_Return, CTRL)
    rest()
    assert sheet.is_open
    assert went == []
    assert sheet.field("family").state == "error"


def test_an_address_that_cannot_be_one_is_refused_at_its_field(begin, press, rest, went):
    sheet = begin("Nora Winther")
    write("nora@")
    press(Qt.Key.Key_Return, CTRL)
    rest()
    assert sheet.is_open
    assert sheet.field("contact").state == "error"


def test_what_was_typed_stays_when_the_sheet_is_put_away(begin, press):
    sheet = begin("Nora Winther")
    press(Qt.Key.Key_Escape)
    assert not sheet.is_open
    begin()
    assert sheet.field("family").text == "Winther"


def test_the_language_is_switched_and_nothing_typed_is_lost(begin, rest, window):
    sheet = begin("Nora Winther")
    write("nora@example.com")
    window.desk.backend.settings.set("language", "zh-Hans")
    window.desk.settings_changed.emit()
    QApplication.processEvents()
    rest()
    (sheet,) = window.findChildren(NewClientSheet)
    assert sheet.field("contact").text == "nora@example.com"
    assert sheet.field("family").text == "Winther"
    window.grab()
