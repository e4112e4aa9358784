"""The log sheet: what is done with how many keys, what is kept, what is refused."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clienteling.demo.plan import demo_id
from clienteling.domain.money import Money
from clienteling.queries.drafts import draft
from clienteling.queries.purchases import purchases
from clienteling.queries.sale_pieces import sale_piece, scanned
from clienteling.queries.story import Moment, StoryFilter, StoryKind, story
from clienteling.ui.screens.log.view import LogSheet
from clienteling.ui.widgets import PlainLabel, TextLink

BEATRICE = demo_id("client", "beatrice")
CAMILLE = demo_id("staff", "Camille")
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
CARD_NUMBER = "4111 1111 1111 1111"


@pytest.fixture
def card(window, rest):
    """Beatrice's card, at rest."""
    window.go("clients", BEATRICE)
    rest()
    return window.page


@pytest.fixture
def log(window, card, rest, press):
    """The log sheet, opened with N."""
    del card
    press(Qt.Key.Key_N)
    rest()
    return window.findChild(LogSheet)


def write(words):
    """Type words where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def moments(backend, only=StoryFilter.ALL):
    """Beatrice's story as Camille reads it."""
    return backend.ask(story, client_id=BEATRICE, reader_id=CAMILLE, only=only)


def newest(backend):
    """Her last purchase."""
    return backend.ask(purchases, client_id=BEATRICE, limit=1)[0]


def begun(backend):
    """What waits in Camille's draft."""
    return backend.ask(draft, staff_id=CAMILLE, place=f"log:{BEATRICE}")


def test_a_note_is_n_words_and_ctrl_enter(log, backend, press, rest, window):
    write("Asked for a hat")
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    first = moments(backend)[0]
    assert first == Moment(
        first.id, StoryKind.NOTE, backend.clock.now(), "Asked for a hat", "Camille", None, None,
        None, None, None, False,
    )  # fmt: skip
    assert not log.is_open
    assert window.toast.words == "Note kept"
    assert begun(backend) is None


def test_a_piece_sold_is_n_alt_2_three_letters_enter_and_ctrl_enter(log, backend, press, rest):
    before = newest(backend)
    press(Qt.Key.Key_2, ALT)
    write("ond")
    press(Qt.Key.Key_Return)
    rest()
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    bought = newest(backend)
    assert not log.is_open
    assert bought.id != before.id
    assert [(one.words, one.size_label, one.quantity) for one in bought.lines] == [
        ("Ondine coat", "40", 1)
    ]
    assert bought.net == bought.lines[0].net
    assert bought.net.minor > 0
    assert bought.served_by == (("Camille", 100),)
    assert bought.sold_on == date(2026, 3, 12)


def test_a_piece_comes_back_for_what_was_paid_and_can_be_taken_back(
    log, backend, press, rest, window
):
    press(Qt.Key.Key_2, ALT)
    write("ond")
    press(Qt.Key.Key_Return)
    rest()
    log.fields.purchase.rows[0].price.setText("3900")
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    bought = newest(backend)
    backend.clock.advance(timedelta(minutes=1))
    window.open_log(BEATRICE, "piece")
    rest()
    write("ond")
    press(Qt.Key.Key_Return)
    rest()
    row = log.fields.purchase.rows[0]
    row.returned.setFocus()
    press(Qt.Key.Key_Space)
    rest()
    assert (row.price.text(), row.remark.text()) == ("3900", "Bought on 12 March 2026")
    assert row.total() == -390_000
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    back = newest(backend)
    assert window.toast.words == "Return kept"
    assert [(one.words, one.quantity, one.net) for one in back.lines] == [
        ("Ondine coat", -1, Money(-390_000, "EUR"))
    ]
    undone = "SELECT hex(return_of_id) FROM purchase_line WHERE id = ?"
    line_id = bytes.fromhex(back.lines[0].id)
    ((line_of,),) = backend.look(lambda raw: list(raw.execute(undone, (line_id,))))
    assert line_of.lower() == bought.lines[0].id
    first = moments(backend)[0]
    assert (first.kind, first.words) == (StoryKind.RETURN, "Ondine coat")
    assert any("brought back" in one.text() for one in window.page.findChildren(PlainLabel))
    press(Qt.Key.Key_Z, CONTROL)
    rest()
    assert newest(backend) == bought


def test_enter_waits_for_the_answer_to_the_letters_before_it(log, press, rest):
    press(Qt.Key.Key_2, ALT)
    write("ond")
    assert log.fields.purchase.finder.found == ()
    press(Qt.Key.Key_Return)
    rest()
    assert [one.piece.name for one in log.fields.purchase.rows] == ["Ondine coat"]


def test_a_scanned_number_chooses_its_size(log, backend, press, rest):
    product = backend.look(_first_hit, "ondine")
    piece = backend.ask(
        sale_piece, product_id=product, client_id=BEATRICE, store_id=None, currency="EUR"
    )
    other = next(one for one in piece.sizes if one.variant_id != piece.chosen)
    sku = backend.look(_sku, other.variant_id)
    assert backend.ask(scanned, code=sku.lower()) == (product, other.variant_id)
    press(Qt.Key.Key_2, ALT)
    write(sku)
    press(Qt.Key.Key_Return)
    rest()
    assert log.fields.purchase.rows[0].worn.value == other.variant_id


def test_a_piece_without_a_price_is_refused_at_its_row(log, backend, press, rest):
    before = newest(backend)
    press(Qt.Key.Key_2, ALT)
    write("ond")
    press(Qt.Key.Key_Return)
    rest()
    row = log.fields.purchase.rows[0]
    row.price.clear()
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    assert log.is_open
    assert row.message.text() == "Write the price."
    assert newest(backend).id == before.id


def test_tab_goes_from_the_search_through_the_piece_to_who_served(log, press, rest):
    press(Qt.Key.Key_2, ALT)
    write("ond")
    press(Qt.Key.Key_Return)
    rest()
    page = log.fields.purchase
    row = page.rows[0]
    seen = []
    for _stop in range(8):
        press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    shown = [one for one in row.stops if one.isVisible()]
    assert seen[: len(shown) + 2] == [page._by_words, *shown, page.served.chip(CAMILLE)]
    assert shown[:2] == [row.worn, row.quantity]


def test_a_piece_is_kept_without_its_size_which_is_added_later(log, backend, press, rest, window):
    press(Qt.Key.Key_2, ALT)
    write("ond")
    press(Qt.Key.Key_Return)
    rest()
    row = log.fields.purchase.rows[0]
    row.worn.choose("")
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    (line,) = newest(backend).lines
    assert not log.is_open
    assert (line.words, line.size_label, line.picture is not None) == ("Ondine coat", None, True)
    assert "40" in [label for _variant, label in line.open_sizes]
    window.go("clients", f"{BEATRICE}/purchases")
    rest()
    (link,) = [
        one for one in window.page.purchases.findChildren(TextLink) if one.words == "Add the size"
    ]
    link.setFocus()
    press(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "40").trigger()
    menu.close()
    rest()
    (line,) = newest(backend).lines
    assert (line.size_label, line.open_sizes) == ("40", ())
    assert window.toast.words == "Size noted"
    window.desk.undo()
    rest()
    assert newest(backend).lines[0].size_label is None


def test_a_piece_of_another_house_is_written_in_words_and_shared_by_two(log, backend, press, rest):
    press(Qt.Key.Key_2, ALT)
    log.fields.purchase._by_words.click()
    write("Scarf from the window")
    log.fields.purchase.rows[0].price.setFocus()
    write("250.50")
    other = next(one for one, _name in log.fields.purchase._people if one != CAMILLE)
    log.fields.purchase.served.chip(other).click()
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    bought = newest(backend)
    assert bought.net == Money(25050, "EUR")
    assert bought.lines[0].words == "Scarf from the window"
    assert [percent for _name, percent in bought.served_by] == [50, 50]


def test_what_was_begun_is_given_back_until_it_is_saved(log, backend, press, rest):
    write("Half a sen")
    rest()
    assert begun(backend)["words"] == "Half a sen"
    press(Qt.Key.Key_Escape)
    rest()
    assert not log.is_open
    press(Qt.Key.Key_N)
    rest()
    assert log.fields.words.text == "Half a sen"
    write("tence")
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    assert moments(backend)[0].words == "Half a sentence"
    assert begun(backend) is None


def test_an_emptied_sheet_leaves_no_draft(log, backend, press, rest):
    write("No")
    rest()
    log.fields.words.set_text("")
    press(Qt.Key.Key_Escape)
    rest()
    assert begun(backend) is None


def test_a_call_is_one_key_for_how_it_went(log, backend, press, rest):
    press(Qt.Key.Key_3, ALT)
    press(Qt.Key.Key_V)
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    first = moments(backend)[0]
    assert (first.kind, first.detail, first.words) == (StoryKind.CALL, "voicemail", "")
    assert not log.is_open


def test_letters_of_the_outcome_stay_letters_while_one_writes(log, backend, press, rest):
    press(Qt.Key.Key_3, ALT)
    press(Qt.Key.Key_R)
    write("very warm")
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    first = moments(backend)[0]
    assert (first.detail, first.words) == ("reached", "very warm")
    assert not log.is_open


def test_a_call_without_anything_is_refused_where_it_is_missing(log, press, rest):
    press(Qt.Key.Key_3, ALT)
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    assert log.fields.outcome.message.text() == "Choose how the call went."
    assert log.is_open


def test_a_visit_keeps_why_somebody_came(log, backend, press, rest):
    press(Qt.Key.Key_4, ALT)
    press(Qt.Key.Key_B)
    write("Looked at coats")
    log.fields.no_sale.chip("size").click()
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    first = moments(backend, StoryFilter.VISITS)[0]
    assert (first.kind, first.detail, first.words) == (
        StoryKind.VISIT, "browse", "Looked at coats",
    )  # fmt: skip


def test_a_card_number_is_refused_and_the_words_stay(log, backend, press, rest):
    before = moments(backend)
    write(f"Pays with {CARD_NUMBER}")
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    assert log.is_open
    assert "payment card number" in log.fields.message.text()
    assert log.fields.words.text == f"Pays with {CARD_NUMBER}"
    assert moments(backend) == before


def test_a_private_note_is_read_by_its_writer_alone(log, backend, press, rest):
    write("A surprise is planned")
    log.fields.seen.chip("private").click()
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    assert moments(backend)[0].private
    others = backend.ask(story, client_id=BEATRICE, reader_id=demo_id("staff", "Henri"))
    assert "A surprise is planned" not in [one.words for one in others]


def test_a_wish_that_the_words_name_is_what_the_note_is_about(log, backend, press, rest):
    write("Takes the ondine in camel")
    assert log.fields.about.body()[1] == "Ondine coat"
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    assert moments(backend)[0].picture is not None


def test_undo_takes_a_note_back(log, backend, press, rest, window):
    before = moments(backend)
    write("Taken back")
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    assert moments(backend)[0].words == "Taken back"
    window.desk.undo()
    rest()
    assert moments(backend) == before
    assert not log.is_open


def _first_hit(raw, words):
    from clienteling.queries.catalogue_find import find_pieces

    return find_pieces(raw, words)[0].id


def _sku(raw, variant_id):
    found = raw.execute("SELECT sku FROM variant WHERE id = ?", (bytes.fromhex(variant_id),))
    return found.fetchone()[0]
