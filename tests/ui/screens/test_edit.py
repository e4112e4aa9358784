"""What is set right from the card: each fact is added, edited and taken away in its own sheet."""

from datetime import date, timedelta

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clienteling.demo.plan import demo_id
from clienteling.models.client import Address
from clienteling.queries.client_card import client_card
from clienteling.queries.client_fields import client_fields
from clienteling.ui.screens.card.sheets.reach import AddressesSheet
from clienteling.ui.widgets import Chip, PlainLabel

BEATRICE = demo_id("client", "beatrice")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settle(rest):
    """Let what was queued come, and wait until nothing runs."""

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
    return window.page


@pytest.fixture
def opened(page, settle):
    """Open one of the card's sheets, perhaps about a row of it."""

    def open_sheet(name, about=""):
        page.open_sheet(name, about)
        settle()
        return page._sheets[name]

    return open_sheet


@pytest.fixture
def keep(press, settle):
    """Keep what a sheet holds and close it, by key."""

    def act():
        press(Qt.Key.Key_Return, CONTROL)
        settle()

    return act


def write(words):
    """Type words where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def fill(sheet, **values):
    """Fill fields of a sheet's form as a person leaves them."""
    for name, value in values.items():
        sheet.form.input(name).set_value(value)


def card_of(backend):
    """Beatrice's card as the book holds it."""
    return backend.ask(client_card, client_id=BEATRICE, today=backend.clock.today())


def said(part):
    """Everything that is written on the visible parts of a sheet."""
    labels = part.findChildren(PlainLabel) + part.findChildren(Chip)
    return " | ".join(one.text() for one in labels if one.isVisible())


def test_a_taste_is_words_and_ctrl_enter(opened, keep, backend, window):
    sheet = opened("preferences")
    write("Cashmere")
    keep()
    assert "Cashmere" in [one.words for one in card_of(backend).loves]
    assert not sheet.is_open
    assert window.toast.words == "Preference noted"


def test_enter_keeps_a_taste_and_stays_for_the_next(opened, press, settle, backend):
    sheet = opened("preferences")
    write("Velvet")
    press(Qt.Key.Key_Return)
    settle()
    assert sheet.is_open
    assert "Velvet" in said(sheet)
    write("Jade")
    press(Qt.Key.Key_Return)
    settle()
    assert {"Velvet", "Jade"} <= {one.words for one in card_of(backend).loves}


def test_an_allergy_changes_what_the_card_warns_of(opened, page, keep, settle, backend):
    sheet = opened("preferences")
    fill(sheet, words="Lanolin", polarity="allergic", strength="5")
    keep()
    settle()
    assert "Lanolin" in [one.words for one in card_of(backend).allergies]
    assert "Lanolin allergy" in page.body.alert


def test_a_taste_is_edited_and_taken_away(opened, settle, keep, backend):
    first = card_of(backend).loves[0]
    sheet = opened("preferences", first.id)
    fill(sheet, words="Forest green")
    keep()
    assert (first.id, "Forest green") in [(one.id, one.words) for one in card_of(backend).loves]
    sheet.remove(first.id)
    settle()
    assert first.id not in [one.id for one in card_of(backend).loves]


def test_a_size_is_kept_as_it_was_said(opened, keep, backend):
    sheet = opened("sizes")
    fill(sheet, label="38½ EU", category="shoe", brand="Maison Lise")
    keep()
    sizes = [(one.category, one.system, one.label, one.brand) for one in card_of(backend).sizes]
    assert ("shoe", "EU_PARIS", "38.5", "Maison Lise") in sizes


def test_a_size_set_right_for_something_else_is_no_second_one(opened, keep, backend):
    before = card_of(backend).sizes
    dress = next(one for one in before if one.category == "dress")
    sheet = opened("sizes", dress.id)
    fill(sheet, category="skirt", label="42 IT")
    keep()
    after = {one.id: (one.category, one.system, one.label) for one in card_of(backend).sizes}
    assert len(after) == len(before)
    assert after[dress.id] == ("skirt", "IT", "42")


def test_a_size_that_is_open_shows_what_it_is_near_to_and_by_which_chart(opened, backend):
    shoe = next(one for one in card_of(backend).sizes if one.category == "shoe")
    told = said(opened("sizes", shoe.id))
    assert "Approximately, in other systems" in told
    assert "≈ 4½ UK" in told
    assert "Women’s shoes, continental makers" in told


def test_what_is_no_size_is_refused_at_its_field(opened, keep, backend):
    sheet = opened("sizes")
    before = card_of(backend).sizes
    fill(sheet, label="rather small")
    keep()
    assert sheet.is_open
    assert "Write the size with its system, like 40 IT or 37½ EU." in said(sheet)
    assert card_of(backend).sizes == before


def test_a_lunar_day_without_a_year_comes_round_by_its_own_calendar(opened, keep, backend):
    sheet = opened("dates")
    fill(sheet, kind="birthday", month="8", day="15", calendar="lunar_cn")
    keep()
    kept = next(one for one in card_of(backend).dates if one.calendar == "lunar_cn")
    assert (kept.month, kept.day, kept.year, kept.on) == (8, 15, None, date(2026, 9, 25))


def test_a_surprise_is_hidden_from_one_of_the_household(opened, keep, backend):
    paolo = card_of(backend).household[0].person.id
    sheet = opened("dates")
    fill(sheet, kind="custom", label="Supper", month="3", day="13", hide_from=paolo)
    keep()
    kept = next(one for one in card_of(backend).dates if one.label == "Supper")
    assert kept.hide_from_client_id == paolo


def test_a_surprise_for_herself_is_shown_only_while_nobody_looks(opened, keep, window, backend):
    sheet = opened("dates")
    fill(sheet, kind="custom", label="Supper", month="3", day="13", hide_from=BEATRICE)
    keep()
    kept = next(one for one in card_of(backend).dates if one.label == "Supper")
    assert kept.hide_from_client_id == BEATRICE
    assert "Supper" in said(opened("dates"))
    sheet.close_sheet()
    window.desk.set_discreet(True)
    assert "Supper" not in said(opened("dates"))
    assert "Supper" not in said(window.page)


def test_a_number_may_be_an_assistants_and_says_so(opened, keep, backend):
    sheet = opened("reach")
    fill(sheet, value="+44 7700 900 999", kind="mobile", owner="assistant", label="Ms Oduya")
    keep()
    kept = next(one for one in card_of(backend).contacts if one.label == "Ms Oduya")
    assert (kept.owner, kept.is_primary) == ("assistant", False)
    assert "Mobile · the assistant’s · Ms Oduya" in said(opened("reach"))


def test_an_address_is_taken_away_and_the_next_takes_its_place(page, settle, backend):
    sheet = AddressesSheet(page.desk, page.window())
    sheet.begin(BEATRICE)
    settle()
    fill(sheet, lines="1 rue Cambon", locality="Paris", country="fr")
    sheet.keep(closes=False)
    settle()
    first, second = card_of(backend).addresses
    sheet.remove(first.id)
    settle()
    assert card_of(backend).addresses == (second,)
    with backend.opened.store().read() as session:
        assert session.get(Address, second.id).is_primary
    page.desk.undo()
    settle()
    assert card_of(backend).addresses == (first, second)


def test_a_day_that_no_calendar_has_is_refused(opened, keep, backend):
    sheet = opened("dates")
    before = card_of(backend).dates
    fill(sheet, month="4", day="31")
    keep()
    assert sheet.is_open
    assert card_of(backend).dates == before


def test_a_number_and_an_address_are_kept(opened, keep, page, settle, backend):
    opened("reach")
    write("06 12 34 56 78")
    keep()
    numbers = [(one.value, one.standard) for one in card_of(backend).contacts]
    assert ("06 12 34 56 78", "+33612345678") in numbers
    sheet = AddressesSheet(page.desk, page.window())
    sheet.begin(BEATRICE)
    settle()
    fill(sheet, lines="1 rue Cambon\n2e étage", locality="Paris", country="fr")
    sheet.keep(closes=True)
    settle()
    kept = next(one for one in card_of(backend).addresses if one.locality == "Paris")
    assert (kept.lines, kept.country) == (("1 rue Cambon", "2e étage"), "FR")


def test_an_email_that_cannot_be_one_is_refused(opened, keep, backend):
    sheet = opened("reach")
    before = card_of(backend).contacts
    fill(sheet, value="beatrice at posta", kind="email")
    keep()
    assert sheet.is_open
    assert card_of(backend).contacts == before


def test_consent_is_given_and_withdrawn_and_nothing_before_is_lost(
    opened, keep, page, settle, backend
):
    sheet = opened("consent")
    fill(sheet, channels=("sms", "line"), decision="granted", method="paper_signed")
    keep()
    assert {"sms", "line"} <= _allowed(backend)
    backend.clock.advance(timedelta(minutes=1))
    sheet = opened("consent")
    sheet.remove("sms")
    settle()
    assert "sms" not in _allowed(backend)
    assert backend.look(_decisions, BEATRICE, "sms") == ["granted", "withdrawn"]
    settle()
    assert "No SMS" in said(page)


def test_a_tie_is_found_named_and_taken_away(opened, press, settle, keep, backend):
    sheet = opened("household")
    write("jiayi")
    press(Qt.Key.Key_Return)
    settle()
    fill(sheet, kind="friend")
    keep()
    tie = next(one for one in card_of(backend).household if one.kind == "friend")
    assert tie.person.display == "Lin Jiayi"
    sheet = opened("household")
    sheet.remove(tie.relationship_id)
    settle()
    assert "friend" not in [one.kind for one in card_of(backend).household]


def test_w_adds_a_wish_with_the_size_she_wears(page, press, settle, keep, backend):
    before = {one.id for one in card_of(backend).wishes}
    press(Qt.Key.Key_W)
    settle()
    write("mireille")
    press(Qt.Key.Key_Return)
    settle()
    keep()
    made = [one for one in card_of(backend).wishes if one.id not in before]
    assert [(one.words, one.size_label) for one in made] == [("Mireille pump 50", "37.5")]
    assert page.isVisible()


def test_a_wish_may_be_words_and_is_taken_off(opened, settle, keep, backend):
    sheet = opened("wish")
    fill(sheet, words="A hat for Ascot", occasion="June")
    keep()
    made = next(one for one in card_of(backend).wishes if one.words == "A hat for Ascot")
    assert (made.product_id, made.occasion) == (None, "June")
    opened("wish").remove(made.id)
    settle()
    assert made.id not in [one.id for one in card_of(backend).wishes]


def test_the_card_itself_is_edited_field_by_field(opened, keep, backend, page, settle):
    sheet = opened("client")
    before = backend.ask(client_fields, client_id=BEATRICE).values
    fill(sheet, preferred_name="Bea", languages=("it", "fr", "ja"), remember="Tea, never coffee.")
    keep()
    after = backend.ask(client_fields, client_id=BEATRICE).values
    changed = {name: value for name, value in after.items() if value != before[name]}
    assert changed == {
        "preferred_name": "Bea",
        "languages": ("it", "fr", "ja"),
        "remember": "Tea, never coffee.",
    }
    settle()
    assert "Tea, never coffee." in said(page)


def test_a_card_keeps_a_name(opened, keep, backend):
    sheet = opened("client")
    fill(sheet, given_name=None, family_name=None, native_name=None, preferred_name=None)
    keep()
    assert sheet.is_open
    assert "Please write a name, in any script." in said(sheet)
    assert card_of(backend).person.display == "Beatrice Altieri"


def test_undo_takes_back_what_a_sheet_kept(opened, keep, window, settle, backend):
    opened("preferences")
    write("Tweed")
    keep()
    window.desk.undo()
    settle()
    assert "Tweed" not in [one.words for one in card_of(backend).loves]


def test_a_portrait_comes_from_a_file_and_can_be_taken_away(page, settle, backend, tmp_path):
    before = card_of(backend).person.portrait
    path = tmp_path / "her.png"
    Image.new("RGB", (400, 500), (180, 120, 90)).save(path)
    page.model.acts.keep_portrait(str(path))
    settle()
    assert card_of(backend).person.portrait not in {None, before}
    page.model.acts.remove_portrait()
    settle()
    assert card_of(backend).person.portrait is None


@pytest.mark.parametrize("content", [b"", b"not a picture", b"GIF89a\xff\xff\xff\xff"])
def test_a_file_that_is_no_picture_is_refused_in_a_sentence(
    page, settle, backend, tmp_path, window, content
):
    before = card_of(backend).person.portrait
    path = tmp_path / "her.jpg"
    path.write_bytes(content)
    page.model.acts.keep_portrait(str(path))
    settle()
    assert card_of(backend).person.portrait == before
    assert window.toast.isVisible()
    assert window.toast.words


def _allowed(backend):
    permissions = card_of(backend).consent.permissions
    return {one.channel.value for one in permissions if one.allowed}


def _decisions(raw, client_id, channel):
    rows = raw.execute(
        "SELECT decision FROM consent_event WHERE client_id = ? AND channel = ? ORDER BY at, id",
        (bytes.fromhex(client_id), channel),
    )
    return [row[0] for row in rows]
