"""Settings, Head office: joining by keys, the number to compare, leaving, a change too large."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.bootstrap import Backend
from clienteling.bootstrap.syncing import SyncKind
from clienteling.models.house import Staff, StaffRole
from clienteling.services import log, rows
from clienteling.ui.rail import Rail
from clienteling.ui.screens.settings.rows import Row
from clienteling.ui.widgets import PlainLabel
from tests.bootstrap.shared import ADDRESS, Shared
from tests.ui.screens.two_tills import apart, dressed

__all__ = ["apart"]

CODE = "1QMB3-V5ZYW"


@pytest.fixture
def backend(apart: Shared) -> Backend:
    """A till with a house of its own that has not joined; a manager is at it."""
    made = apart.one.do(lambda session: _promote(session, apart.house.camille), "Promoted")
    assert made.tx
    return dressed(apart.one, apart)


def _promote(session, staff_id):
    rows.change(session, Staff, staff_id, {"role": StaffRole.MANAGER})


@pytest.fixture
def page(window, rest):
    """The page of Settings."""
    window.go("settings", "office")
    rest()
    return window.page.pages["office"]


def focus() -> QWidget:
    part = QApplication.focusWidget()
    assert part is not None
    return part


def words_of(part):
    """What is read on a part of the window."""
    return [one.text() for one in part.findChildren(PlainLabel) if one.isVisible()]


def table(page):
    """What the page says, by its rows' titles."""
    told = {}
    for row in (one for one in page.findChildren(Row) if one.isVisible()):
        value = row.part.text() if isinstance(row.part, PlainLabel) else row.detail.text()
        told[row.title.text()] = value
    return told


@pytest.fixture
def still(window, page, rest, apart, qtbot):
    """Let the till share no more by itself, and the page say how it stands."""

    def wait():
        rest()
        apart.one.syncing.close()
        state = apart.one.syncing.state()
        qtbot.waitUntil(lambda: window.desk.sharing.state == state == page._shown)
        qtbot.waitUntil(lambda: page._holder.isVisible() and bool(table(page)))
        rest()

    return wait


def join(page, press, code=CODE):
    page.address.edit.setFocus()
    QTest.keyClicks(focus(), ADDRESS)
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focus(), code)
    press(Qt.Key.Key_Return)


def test_a_till_alone_says_so_and_its_line_leads_to_its_own_data(window, rest, press):
    line = window.findChild(Rail)._sync
    assert (line.state, line.words, line.detail) == ("saved", "Saved", "On this till")
    press(Qt.Key.Key_F8)
    assert window.where == ("settings", "data")


def test_a_till_joins_by_address_and_code_and_says_how_it_stands(page, press, qtbot, apart, still):
    join(page, press)
    qtbot.waitUntil(lambda: apart.one.syncing.state().kind is SyncKind.SHARED)
    still()
    assert page.isAncestorOf(focus())
    assert table(page) == {
        "Saved · In step at 10:30": "",
        "Address": ADDRESS,
        "Name of this till there": "Till 1",
        "Last in step": "today, 10:30",
        "Waiting": "Nothing waits here",
        "Clock of this till": "9 minutes ahead of head office",
    }


def test_a_code_that_does_not_hold_is_told_at_its_field(page, press, rest, window):
    join(page, press, code="00000-00000")
    rest()
    assert page.code.message.text() == "This code is not valid."
    assert focus() is page.code.edit
    assert window.desk.sharing.is_alone


def test_nothing_is_asked_of_head_office_without_an_address(page, press, apart):
    page.join_button.setFocus()
    press(Qt.Key.Key_Space)
    assert page.address.state == "error"
    assert apart.wires.known == {}


def test_two_people_compare_the_number_until_the_till_is_let_in(
    page, press, rest, apart, window, still, qtbot
):
    apart.wires.is_pending = True
    join(page, press)
    rest()
    qtbot.waitUntil(lambda: "123\u2009456" in words_of(page))
    (number,) = [
        one
        for one in page.findChildren(PlainLabel)
        if one.text() == "123\u2009456" and one.isVisible()
    ]
    assert number.accessibleName() == "1 2 3 4 5 6"
    line = window.findChild(Rail)._sync
    assert (line.state, line.detail) == ("attention", "Compare the number")
    apart.one.syncing.close()
    apart.wires.is_pending = False
    rest()
    apart.one.syncing.sync_now()
    still()
    assert "Last in step" in table(page)


def test_leaving_is_asked_first_and_keeps_the_book(page, press, rest, apart, window, still):
    join(page, press)
    still()
    page.leave_button.setFocus()
    press(Qt.Key.Key_Space)
    assert focus() is page.dialog.keep_button
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    rest()
    assert window.desk.sharing.is_alone
    assert page.join_button is not None
    assert apart.one.house().name == "Séverac"


def test_a_change_too_large_waits_for_a_manager(page, press, rest, apart, window, still):
    notes = [_note(apart, number) for number in range(60)]
    join(page, press)
    still()
    apart.two.syncing.enrol(ADDRESS, CODE)
    apart.two.syncing.close()
    apart.share(apart.one, apart.two, apart.one)
    apart.two.settings.set("staff", apart.house.camille)
    apart.two.do(_remove, "Gone", notes=notes)
    apart.share(apart.two)
    assert apart.one.syncing.sync_now().kind is SyncKind.STOPPED
    rest()
    assert window.findChild(Rail)._sync.words == "Needs attention"
    assert len(_notes(apart.one)) == 60
    page.go_on_button.setFocus()
    press(Qt.Key.Key_Space)
    assert focus() is page.dialog.keep_button
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    rest()
    apart.one.syncing.sync_now()
    rest()
    assert _notes(apart.one) == []
    assert page.go_on_button is None


def _note(apart, number):
    return apart.one.do(
        log.log_note, "Kept", client_id=apart.client, body=f"Note {number}", staff_id=None
    ).value


def _remove(session, notes):
    for one in notes:
        log.remove_note(session, note_id=one)


def _notes(backend):
    sql = "SELECT id FROM note WHERE deleted_at IS NULL"
    return backend.look(lambda raw: raw.execute(sql).fetchall())


def test_a_till_whose_access_was_withdrawn_shows_no_client(
    page, press, rest, apart, window, still
):
    join(page, press)
    still()
    window.go("clients", apart.client)
    rest()
    apart.office.revoke(apart.till_of(apart.one))
    apart.one.syncing.sync_now()
    rest()
    assert (window.windowTitle(), window.rail.isVisible()) == ("Locked — Séverac", False)
    for key in (Qt.Key.Key_1, Qt.Key.Key_K):
        press(key, Qt.KeyboardModifier.ControlModifier)
    rest()
    told = words_of(window)
    assert "This till is locked" in told
    assert not [one for one in told if "Altieri" in one]
    QTest.keyClicks(focus(), "nonsense")
    press(Qt.Key.Key_Return)
    rest()
    assert window.page.invitation.state == "error"
