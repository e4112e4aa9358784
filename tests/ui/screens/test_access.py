"""Every place, page, sheet and menu of the window: by key, by ear, and beside a client."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenu,
    QWidget,
)

from clienteling.queries.client_list import ClientList, first_page
from clienteling.services.kinds import Visibility
from clienteling.services.log import log_note
from clienteling.ui.main_window import MainWindow
from clienteling.ui.widgets import Field, Overlay
from clienteling.ui.widgets.focus import FocusRing
from clienteling.ui.widgets.order import tab_stops
from tests.ui.screens.tour import (
    BEATRICE,
    a_lookbook,
    in_front,
    path_of,
    rect_in,
    settle,
    shown,
    spoken_tree,
    walk,
    words_in,
)

ROLE = QAccessible.Role
TO_BE_NAMED = {
    ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.EditableText, ROLE.List, ROLE.Table,
    ROLE.ListItem, ROLE.ComboBox, ROLE.MenuItem,
}  # fmt: skip
MONEY = re.compile(r"[€$£¥]\s?\d|\d\s?€|CHF\s?\d")
SECRET = "Qzx-only-for-me"
AT_HOME = {"Paolo Altieri", "Ginevra Altieri"}
"""Those who live with her may be named beside her."""


def test_all_that_can_be_used_has_a_name_a_role_and_a_state(window, rest, backend):
    faults: set[str] = set()
    for stop in walk(window, rest, backend):
        root = in_front(window)
        for one in shown(root):
            faults |= {f"{stop.name}: {fault} {path_of(one)}" for fault in rich_words(one)}
        for node, owner in spoken_tree(root):
            where = path_of(owner) if owner else node.text(QAccessible.Text.Name)
            faults |= {f"{stop.name}: {fault} {where}" for fault in unspoken(node, owner)}
    assert faults == set()


def rich_words(one: QWidget) -> list[str]:
    """Say where words of a part could be read as markup."""
    found = []
    if isinstance(one, QLabel) and one.textFormat() is not Qt.TextFormat.PlainText:
        found.append("a rich label")
    if GuiQt.mightBeRichText(one.toolTip()):
        found.append("a rich tooltip")
    return found


def unspoken(node, owner) -> list[str]:
    """Say what a screen reader would not tell of a part."""
    found = []
    state = node.state()
    named = node.text(QAccessible.Text.Name).strip()
    is_rule = isinstance(owner, QMenu)
    if not named and not is_rule and (node.role() in TO_BE_NAMED or state.focusable):
        found.append(f"nameless {node.role().name}")
    if isinstance(owner, QAbstractButton):
        checkable = owner.isCheckable()
        if checkable != (node.role() in {ROLE.CheckBox, ROLE.RadioButton}):
            found.append(f"told as {node.role().name}")
        if checkable and bool(state.checked) != owner.isChecked():
            found.append("its choice is not told")
        if bool(state.disabled) == owner.isEnabled():
            found.append("told as usable or not, wrongly")
    return found


def test_tab_reaches_everything_and_its_ring_is_whole(window, rest, backend):
    faults: set[str] = set()
    for stop in walk(window, rest, backend):
        root = in_front(window)
        if isinstance(root, QMenu) or stop.name.startswith("palette"):
            continue  # Menus have arrows; in the palette Tab changes what is looked for.
        faults |= {f"{stop.name}: {fault}" for fault in tab_through(window, root)}
    assert faults == set()


def tab_through(window, root: QWidget) -> list[str]:
    """Press Tab until one is where one began; say what was missed and which ring was cut."""
    inside = root.sheet if isinstance(root, Overlay) else root
    wanted = {one for one in tab_stops(inside) if not is_one_of_several(one)}
    seen: list[QWidget] = []
    faults = []
    for _step in range(len(tab_stops(inside)) + 2):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in seen:
            break
        seen.append(now)
        rings = [one for one in window.findChildren(FocusRing) if one.part is now]
        if isinstance(now, QAbstractButton) and len(seen) > 1 and not rings:
            faults.append(f"no ring around {path_of(now)}")
        faults += [
            f"a ring is cut around {path_of(now)}"
            for ring in rings
            if ring.visibleRegion().boundingRect() != ring.rect()
        ]
    if seen and QApplication.focusWidget() not in seen:
        faults.append("Tab does not come back")
    return faults + [f"missed {path_of(one)}" for one in wanted - set(seen)]


def is_one_of_several(one: QWidget) -> bool:
    """Say whether a part shares its stop with others, among which the arrows go."""
    return isinstance(one, QAbstractButton) and (one.group() is not None or one.autoExclusive())


def test_tab_reads_the_card_from_rail_to_right_column(window, rest):
    window.go("clients", BEATRICE)
    settle(rest)
    names = [one.accessibleName() for one in tab_stops(window)]
    order = [
        "Find a client", "Client before ([)", "More", "Log", "Lookbook",
        "Consent: signed 14 Jan 2026", "All 7 sizes", "Write a note", "Earlier",
    ]  # fmt: skip
    places = [names.index(name) for name in order]
    assert places == sorted(places)
    assert names.index("Earlier") < names.index("Ondine coat")


def test_f6_goes_through_the_regions_of_every_page_and_comes_back(window, rest, backend):
    for place, thing in (
        ("clients", None), ("clients", BEATRICE), ("lookbooks", None),
        ("lookbooks", a_lookbook(backend)), ("settings", "me"), ("settings", "bring-in"),
    ):  # fmt: skip
        window.go(place, thing)
        settle(rest)
        regions = (window.rail, *window.page.regions())
        seen = []
        for _one in regions:
            QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
            now = QApplication.focusWidget()
            assert now is not None
            seen.append(
                max(i for i, one in enumerate(regions) if one is now or one.isAncestorOf(now))
            )
        assert sorted(seen) == list(range(len(regions))), (place, thing)


def test_esc_closes_what_lies_over_then_leaves_the_field_then_goes_back(window, rest, press):
    window.go("clients", BEATRICE)
    settle(rest)
    field = window.page.body.writing.edit
    field.setFocus()
    window.open_palette("")
    rest()
    press(Qt.Key.Key_Escape)
    assert not any(one.is_open for one in window.findChildren(Overlay))
    assert QApplication.focusWidget() is field
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not field
    assert window.where == ("clients", BEATRICE)
    press(Qt.Key.Key_Escape)
    assert window.where == ("clients", None)


def test_the_sheet_of_keys_lists_every_key_of_every_page(window: MainWindow, rest, backend):
    for stop in walk(window, rest, backend):
        if in_front(window) is not window:
            continue
        window.open_keys()
        sheet = in_front(window)
        told = {one.text() for one in sheet.findChildren(QLabel)}
        page = window.page
        assert page is not None
        own = (*page.keys(), *page.more_keys())
        assert {key.words for key in own} <= told, stop.name


def test_single_letters_do_nothing_once_they_are_switched_off(window, rest, backend, press):
    backend.settings.set("letter_keys", value=False)
    window.go("clients", BEATRICE)
    settle(rest)
    for key in (Qt.Key.Key_N, Qt.Key.Key_W, Qt.Key.Key_P, Qt.Key.Key_Slash, Qt.Key.Key_Question):
        press(key)
    assert not any(one.is_open for one in window.findChildren(Overlay))
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert any(one.is_open for one in window.findChildren(Overlay))


def test_what_is_said_is_announced_and_an_allergy_before_all(window, rest, monkeypatch):
    said = []

    def hear(event):
        if event.type() is QAccessible.Event.Announcement:
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    politeness = QAccessible.AnnouncementPoliteness
    window.go("clients", BEATRICE)
    settle(rest)
    allergies = [words for words, how in said if how is politeness.Assertive]
    assert allergies == [window.page.body.alert]
    window.desk.tell("Note kept")
    assert said[-1] == ("Note kept", politeness.Polite)
    field = Field(window.theme, "Year")
    field.set_error("Write a year of four figures.")
    assert said[-1] == ("Write a year of four figures.", politeness.Polite)
    field.set_error("Write a year of four figures.")
    assert said.count(said[-1]) == 1
    field.deleteLater()


@pytest.fixture
def secrets(backend, window):
    """What a client beside the screen must not read: amounts, words for me alone, other names."""
    me = backend.me()
    backend.do(
        log_note, "x", client_id=BEATRICE, staff_id=me.staff.id,
        body=f"{SECRET} she never wears her gifts", visibility=Visibility.PRIVATE,
    )  # fmt: skip
    rows = backend.look(first_page, ClientList(backend.clock.today()))
    others = {one.display for one in rows if one.id != BEATRICE}
    others |= {one.native for one in rows if one.native and one.id != BEATRICE}
    return others - AT_HOME


FINDING = ("clients", "palette", "lookbooks: begin")
"""Where one looks for a client, and so reads names: the list, its row and peek, the palette."""


def test_the_discreet_view_tells_nothing_on_any_screen(window, rest, backend, secrets):
    window.desk.set_discreet(True)
    leaks: set[str] = set()
    for stop in walk(window, rest, backend):
        for where, words in words_in(window):
            if MONEY.search(words) or SECRET in words:
                leaks.add(f"{stop.name}: {words} in {where}")
        if stop.name.startswith(FINDING):
            continue
        for where, words in words_in(window, in_front(window)):
            told = [name for name in secrets if name in words]
            leaks |= {f"{stop.name}: {name} in {where}" for name in told}
    assert leaks == set()


def test_what_the_card_hides_no_sheet_of_it_tells(window, rest, backend, secrets):
    def told() -> set[str]:
        return {words for _, words in words_in(window, in_front(window)) if len(words) > 3}

    hidden: set[str] = set()
    kept: set[str] = set()
    pages = (BEATRICE, f"{BEATRICE}/purchases", f"{BEATRICE}/wishes")
    for page in pages:
        window.go("clients", page)
        settle(rest)
        before = told()
        window.desk.set_discreet(True)
        settle(rest)
        hidden |= before - told()
        kept |= told()
        window.desk.set_discreet(False)
    hidden -= kept
    assert any(SECRET in words for words in hidden)
    window.desk.set_discreet(True)
    leaks = {
        f"{stop.name}: {words}"
        for stop in walk(window, rest, backend)
        if stop.name.startswith(("card", "log", "palette: client"))
        for words in told() & hidden
    }
    assert leaks == set()


def test_the_discreet_view_moves_nothing(window, rest, backend, secrets):
    pages = (
        ("clients", None), ("clients", BEATRICE), ("clients", f"{BEATRICE}/purchases"),
        ("clients", f"{BEATRICE}/wishes"), ("lookbooks", None), ("lookbooks", a_lookbook(backend)),
    )  # fmt: skip
    for place, thing in pages:
        window.go(place, thing)
        settle(rest)
        before = places(window)
        window.desk.set_discreet(True)
        settle(rest)
        moved = before - places(window)
        window.desk.set_discreet(False)
        settle(rest)
        assert not moved, (place, thing)


def places(window) -> Counter[tuple[str, tuple[int, int, int, int]]]:
    """Count what is visible by its kind and where it lies."""
    found = ((type(one).__name__, rect_in(one, window)) for one in shown(window))
    return Counter(
        (kind, (area.x(), area.y(), area.width(), area.height())) for kind, area in found
    )


def test_a_sheet_in_the_discreet_view_hides_the_list_below_it(window, rest, press):
    window.desk.set_discreet(True)
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_Space)
    settle(rest)
    overlay = in_front(window)
    assert isinstance(overlay, Overlay)
    corner = window.grab().toImage().pixelColor(300, 300)
    beside = window.grab().toImage()
    ground = window.theme.color("sunken")
    assert corner == ground
    assert {beside.pixelColor(x, 400).name() for x in range(240, 340, 3)} == {ground.name()}
