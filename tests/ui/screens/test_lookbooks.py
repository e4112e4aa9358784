"""The shelf of lookbooks: what stands on it, how one begins, what the discreet view shows."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clienteling.demo.plan import demo_id
from clienteling.domain.languages import written_in
from clienteling.queries.lookbooks import lookbook, shelf
from clienteling.reports.page import Text
from clienteling.services.lookbooks import new_lookbook, remove_lookbook

CTRL = Qt.KeyboardModifier.ControlModifier
BEATRICE = demo_id("client", "beatrice")
KEY = Qt.Key


def type_words(words):
    """Type where the focus is, as a person does."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


@pytest.fixture
def begun(backend):
    """The shelf with two lookbooks alone: one for Beatrice, above it one for no one."""
    for row in backend.ask(shelf):
        backend.do(remove_lookbook, "x", lookbook_id=row.id)
    staff = backend.me().staff.id
    made = []
    for who, title in ((BEATRICE, "For Ravello, in May"), (None, "Silk")):
        backend.clock.advance(timedelta(minutes=1))
        done = backend.do(
            new_lookbook, "x", client_id=who, staff_id=staff, title=title, language="en"
        )
        made.append(done.value)
    return made


@pytest.fixture
def page(window, begun, rest):
    """The shelf, at rest."""
    window.go("lookbooks")
    rest()
    return window.page


def _said(page):
    model = page.shelf.rows
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(n), role) for n in range(model.rowCount())]


def test_the_shelf_says_what_each_lookbook_is(page):
    assert _said(page) == [
        "Silk, for no one in particular, Draft · 1 page · today, 10:32",
        "For Ravello, in May, for Beatrice Altieri, Draft · 1 page · today, 10:31",
    ]


def test_enter_opens_the_lookbook_the_keys_stand_on(page, press, rest, window, begun):
    page.shelf.setFocus()
    press(KEY.Key_Right)
    press(KEY.Key_Return)
    rest()
    assert window.where == ("lookbooks", begun[0])


def test_a_lookbook_is_begun_for_a_client_found_by_letters(page, press, rest, window, backend):
    press(KEY.Key_N)
    type_words("altieri")
    rest()
    press(KEY.Key_Return)
    rest()
    place, lookbook_id = window.where
    row = backend.ask(lookbook, lookbook_id=lookbook_id)
    assert place == "lookbooks"
    assert (row.client_id, row.language, row.title) == (BEATRICE, "it", "")


def test_a_lookbook_may_be_for_no_one_in_particular(page, press, rest, window, backend):
    press(KEY.Key_N)
    rest()
    press(KEY.Key_Tab)
    page._begin.name.edit.setFocus()
    type_words("Silk and linen")
    press(KEY.Key_Return, CTRL)
    rest()
    row = backend.ask(lookbook, lookbook_id=window.where[1])
    assert (row.client_id, row.title) == (None, "Silk and linen")


def test_taken_off_the_shelf_and_brought_back(page, press, rest):
    page.shelf.setFocus()
    press(KEY.Key_Delete)
    rest()
    assert len(_said(page)) == 1
    press(KEY.Key_Z, CTRL)
    rest()
    assert len(_said(page)) == 2


def test_a_copy_has_the_same_pages_under_another_title(page, rest, window, backend):
    page.model.copy(page.model.rows[1])
    rest()
    row = backend.ask(lookbook, lookbook_id=window.where[1])
    assert (row.title, row.client_id) == ("For Ravello, in May, copy", BEATRICE)


def test_words_find_by_title_or_client(page, press, rest):
    press(KEY.Key_F)
    assert QApplication.focusWidget() is page.search.edit
    type_words("altieri")
    assert [one.split(",")[0] for one in _said(page)] == ["For Ravello"]
    type_words("x")
    assert page.empty.isVisible()


def test_the_discreet_view_names_no_client_and_draws_no_words(page, rest, window):
    row = page.model.rows[1]
    page.model.first_page(row)
    rest()
    window.desk.set_discreet(True)
    shown = page.model.first_page(row)
    assert "Altieri" not in " ".join(_said(page))
    assert not any(isinstance(one, Text) for one in shown.operations)


def test_an_empty_shelf_offers_the_one_way_on(window, rest, backend, press):
    for row in backend.ask(shelf):
        backend.do(remove_lookbook, "x", lookbook_id=row.id)
    window.go("lookbooks")
    rest()
    page = window.page
    assert page.empty.isVisible()
    page.empty.button.setFocus()
    press(KEY.Key_Return)
    assert page._begin.is_open


@pytest.mark.parametrize(
    ("spoken", "written"),
    [(None, "en"), ("it", "it"), ("zh-HK", "zh-Hant"), ("zh", "zh-Hans"), ("ja-JP", "ja")],
)
def test_a_lookbook_is_written_in_the_clients_language(spoken, written):
    assert written_in(spoken, "en") == written
