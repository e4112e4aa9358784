"""What waits and why, what fitted, what was settled; and the line that leads there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.services import clients, wishes
from clienteling.ui.rail import Rail
from clienteling.ui.screens.waits.rows import WaitsRow
from clienteling.ui.widgets import HIDDEN, TextLink
from tests.ui.screens.two_tills import apart, backend, clash, known, shared

__all__ = ["apart", "backend", "shared"]

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def line(window):
    """What the line at the foot of the rail says."""

    def told():
        sync = window.findChild(Rail)._sync
        return sync.state, sync.words, sync.detail

    return told


@pytest.fixture
def edit(window, rest, shared):
    """Write something at the window's till, through the window."""

    def act(**values):
        window.desk.act(
            window, clients.edit_client, "Edited", client_id=shared.client, values=values
        )
        rest()

    return act


def rows(page):
    """The rows that are shown, as title and detail."""
    return [(one.title.text(), one.detail.text()) for one in _rows(page)]


def _rows(page):
    return [one for one in page.findChildren(WaitsRow) if one.isVisible()]


def named(page, name):
    (link,) = [
        one
        for one in page.findChildren(TextLink)
        if one.accessibleName() == name and one.isVisible()
    ]
    return link


def recount(window, rest):
    window.desk.sharing.recount()
    rest()


def test_the_line_follows_the_till_from_step_to_step(window, rest, line, edit, shared):
    assert line() == ("saved", "Saved", "In step at 10:30")
    edit(remember="Peonies")
    recount(window, rest)
    assert line() == ("saved", "Saved", "1 change goes next")
    shared.wires.is_cut = True
    shared.two.syncing.sync_now()
    rest()
    assert line() == ("offline", "Offline", "1 change waits here")
    shared.wires.is_cut = False
    shared.share(shared.two)
    rest()
    assert line() == ("saved", "Saved", "In step at 10:30")
    clash(shared, remember=("Lilies", "Roses"))
    rest()
    assert line() == ("compare", "1 to compare", "Two versions differ")


def test_a_key_and_the_line_itself_lead_to_what_waits(window, rest, press):
    press(Qt.Key.Key_F8)
    rest()
    assert (window.where, window.windowTitle()) == (("sync", None), "What waits — Séverac")
    window.go("clients")
    line = window.findChild(Rail)._sync
    line.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    rest()
    assert window.where == ("sync", None)
    assert line.isChecked()


def test_a_narrow_window_says_the_line_in_its_tooltip(window, rest):
    window.resize(1280, 800)
    rest()
    line = window.findChild(Rail)._sync
    assert line.isVisible()
    assert line.toolTip() == "Saved · In step at 10:30"
    assert line.accessibleName() == "Saved"


def test_what_waits_says_whose_it_is_and_leads_to_the_card(window, rest, press, edit, shared):
    edit(remember="Peonies")
    press(Qt.Key.Key_F8)
    rest()
    assert rows(window.page) == [("Beatrice Altieri", "Client")]
    named(window.page, "Open the card of Beatrice Altieri").setFocus()
    press(Qt.Key.Key_Return)
    rest()
    assert window.where == ("clients", shared.client)


def test_sharing_now_empties_the_page(window, rest, press, edit, shared, qtbot):
    edit(remember="Peonies")
    shared.two.syncing.start()
    press(Qt.Key.Key_F8)
    rest()
    press(Qt.Key.Key_S)
    qtbot.waitUntil(lambda: shared.two.syncing.state().waiting == 0)
    qtbot.waitUntil(lambda: rows(window.page) == [])
    shared.two.syncing.close()
    shared.share(shared.one)
    assert known(shared, "remember") == ["Peonies", "Peonies"]


def test_what_head_office_did_not_take_is_set_aside_with_its_reason(
    window, rest, press, line, shared
):
    writer = shared.two.opened.book.connect()
    writer.execute("UPDATE client SET language = char(0)")
    writer.close()
    shared.two.syncing.sync_now()
    rest()
    assert line() == ("attention", "Needs attention", "1 change set aside")
    press(Qt.Key.Key_F8)
    rest()
    (row,) = _rows(window.page)
    assert row.title.text() == "Beatrice Altieri"
    told = [part.text() for part in row.findChildren(type(row.title))]
    assert any(one.startswith("Head office could not take it") for one in told)


def test_what_fitted_is_listed_and_nobody_is_asked(window, rest, press, line, shared):
    made = shared.one.do(
        wishes.add_wish, "Wish", client_id=shared.client, today=shared.clock.today(),
        staff_id=None, words="A coat",
    )  # fmt: skip
    shared.share(shared.one, shared.two)
    for till, status in ((shared.one, "offered"), (shared.two, "bought")):
        values = {"status": status}
        till.do(wishes.edit_wish, "Edited", wish_id=made.value, values=values)
    shared.share(shared.one, shared.two)
    rest()
    assert line()[0] == "saved"
    press(Qt.Key.Key_F8)
    rest()
    assert rows(window.page) == [
        ("Beatrice Altieri · What became of it", "Stands: Bought · also written: Offered")
    ]


def test_what_was_settled_is_taken_back_days_later(window, rest, press, shared):
    clash(shared, remember=("Lilies", "Roses"))
    window.go("sync", shared.client)
    rest()
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    rest()
    assert known(shared, "remember")[1] == "Roses"
    window.desk.history.clear()
    press(Qt.Key.Key_F8)
    rest()
    assert ("Beatrice Altieri · To remember", "Camille Roux, today, 10:30") in rows(window.page)
    named(window.page, "Take back: Beatrice Altieri · To remember").setFocus()
    press(Qt.Key.Key_Space)
    rest()
    assert known(shared, "remember")[1] == "Lilies"
    assert window.toast.words == "Versions settled: taken back"
    assert rows(window.page) == [("Beatrice Altieri", "Client"), ("Beatrice Altieri", "1 detail")]


def test_what_was_left_to_stand_waits_again_on_both_tills_when_taken_back(
    window, rest, press, line, shared
):
    clash(shared, remember=("Lilies", "Roses"))
    window.go("sync", shared.client)
    rest()
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    rest()
    assert known(shared, "remember") == ["Lilies", "Lilies"]
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert window.toast.words == "Versions settled: taken back"
    (row,) = window.page.rows
    assert {row.left.words, row.right.words} == {"Lilies", "Roses"}
    shared.share(shared.two, shared.one)
    rest()
    assert line() == ("compare", "1 to compare", "Two versions differ")
    assert len(shared.one.syncing.cases()) == 1
    press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    rest()
    assert (window.toast.words, window.page.rows) == ("Versions settled: done again", [])


def test_the_discreet_view_names_nobody_who_waits(window, rest, press, edit, shared):
    edit(remember="Peonies")
    clash(shared, preferred_name=("Bea", "Trixie"))
    window.desk.set_discreet(True)
    press(Qt.Key.Key_F8)
    rest()
    assert {title for title, _detail in rows(window.page)} == {HIDDEN}
    parts = window.page.findChildren(QWidget)
    told = [words for part in parts for words in (part.accessibleName(), part.toolTip())]
    assert not [one for one in told if "Beatrice" in one or "Bea" in one]


def test_comparing_begins_by_a_key_from_the_list(window, rest, press, shared):
    clash(shared, remember=("Lilies", "Roses"))
    press(Qt.Key.Key_F8)
    rest()
    press(Qt.Key.Key_C)
    rest()
    assert window.where == ("sync", shared.client)


def test_the_palette_leads_there_too(window, rest, press):
    press(Qt.Key.Key_K, CTRL)
    rest()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "what waits")
    rest()
    press(Qt.Key.Key_Return)
    rest()
    assert window.where == ("sync", None)
