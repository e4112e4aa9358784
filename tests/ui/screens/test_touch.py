"""Fingers and mice on the window: small targets, held presses, pieces lifted and lists scrolled.

Presses go to the native window, as they come from the system, and never to a part at once.
"""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QScroller, QWidget

from clienteling.ui.touch import TARGET, Touch, grown, shift_into_target, takes_presses
from clienteling.ui.widgets import Button, Keycap
from tests.ui.screens.tour import (
    BEATRICE,
    a_lookbook,
    in_front,
    path_of,
    put_away,
    rect_in,
    shown,
    walk,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def finger(window, qapp):
    """A finger: ``down``, ``to`` and ``up`` at points of the window."""
    device = QTest.createTouchDevice()

    class Finger:
        def down(self, at: QPoint) -> None:
            QTest.touchEvent(window.windowHandle(), device).press(0, at).commit()

        def to(self, at: QPoint) -> None:
            QTest.touchEvent(window.windowHandle(), device).move(0, at).commit()

        def up(self, at: QPoint) -> None:
            QTest.touchEvent(window.windowHandle(), device).release(0, at).commit()

    return Finger()


def click(window, at: QPoint) -> None:
    """Press and let go of the mouse at a point of the window."""
    QTest.mouseClick(window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, at)


def middle(part: QWidget) -> QPoint:
    """Where a part's middle lies in the window."""
    return part.mapTo(part.window(), part.rect().center())


@pytest.fixture
def card(window, rest):
    """Beatrice's card."""
    window.go("clients", BEATRICE)
    rest()
    return window.page


@pytest.fixture
def composer(window, backend, rest):
    """A lookbook of four pieces, being composed."""
    window.go("lookbooks", a_lookbook(backend))
    rest()
    return window.page


def test_a_link_of_sixteen_pixels_is_pressed_within_forty_four(card, window):
    asked: list[str] = []
    tabs = card.body.story.tabs
    tabs.chosen.connect(asked.append)
    link = tabs.button("notes")
    area = rect_in(link, window)
    assert area.height() < 44
    for at in (QPoint(area.center().x(), area.top() - 5), area.center()):
        click(window, at)
    assert asked == ["notes", "notes"]
    click(window, QPoint(area.center().x(), area.top() - 20))
    assert asked == ["notes", "notes"]


def test_the_nearest_of_two_small_targets_is_meant(card, window):
    tabs = card.body.story.tabs
    pieces, visits = tabs.button("pieces"), tabs.button("visits")
    between = rect_in(pieces, window).right() + 2
    assert between < rect_in(visits, window).left()
    click(window, QPoint(between, middle(pieces).y()))
    assert tabs.value == "pieces"


def test_a_press_beside_the_words_of_a_field_begins_to_write(card, window):
    field = card.body.writing
    area = rect_in(field.box, window)
    click(window, area.topLeft() + QPoint(3, 3))
    assert QApplication.focusWidget() is field.edit


def test_holding_a_row_opens_its_menu_and_not_the_card(window, rest, qtbot):
    page = window.page
    cell = page.table.visualRect(page.rows.index(1, 1)).center()
    at = page.table.viewport().mapTo(window, cell)
    QTest.mousePress(window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    words = [act.text() for act in page.menus.current.actions() if act.text()]
    QTest.mouseRelease(window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    put_away(window)
    rest()
    assert words == [
        "Open the card", "Peek", "Log a note", "Log a piece sold", "Log a call", "Log a visit",
    ]  # fmt: skip
    assert window.where == ("clients", None)
    click(window, at)
    rest()
    assert window.where != ("clients", None)


def test_a_press_that_moves_asks_for_no_menu(window, finger, qtbot, rest):
    viewport = window.page.table.viewport()
    at = viewport.mapTo(window, QPoint(300, 150))
    finger.down(at)
    finger.to(at + QPoint(0, 20))
    assert not _touch(window)._hold.isActive()
    finger.up(at + QPoint(0, 20))
    rest()
    assert QApplication.activePopupWidget() is None


def test_a_finger_scrolls_the_list_and_opens_nobody(window, finger, rest, qtbot):
    table = window.page.table
    window.resize(1280, 720)
    bar = table.verticalScrollBar()
    at = table.viewport().mapTo(window, QPoint(300, 350))
    finger.down(at)
    for step in range(1, 12):
        finger.to(at - QPoint(0, 20 * step))
    qtbot.waitUntil(lambda: bar.value() > 0)
    finger.up(at - QPoint(0, 240))
    rest()
    assert window.where == ("clients", None)
    assert QScroller.hasScroller(table.viewport())


@pytest.mark.parametrize("place", ["shelf", "frame", "note"])
def test_holding_asks_for_the_menu_wherever_a_right_click_does(
    place, window, backend, rest, qtbot
):
    if place == "shelf":
        window.go("lookbooks")
        rest()
        shelf = window.page.shelf
        part, spot = shelf.viewport(), shelf.visualRect(shelf.rows.index(0)).center()
    elif place == "frame":
        window.go("lookbooks", a_lookbook(backend))
        rest()
        part = window.page.canvas.spots[0]
        spot = part.rect().center()
    else:
        window.go("clients", BEATRICE)
        rest()
        part = next(one for one in window.page.body.story.rows if one.is_note)
        spot = QPoint(140, 12)
    at = part.mapTo(window, spot)
    QTest.mousePress(window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.mouseRelease(window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    put_away(window)


def test_a_finger_that_rests_lifts_a_piece_and_drops_it_in_a_frame(
    composer, window, finger, rest, qtbot
):
    pieces = composer.pieces.list
    piece = composer.model.pieces[1]
    start = pieces.viewport().mapTo(window, pieces.visualRect(pieces.rows.index(1)).center())
    carrying = composer.placing.dragging
    finger.down(start)
    qtbot.waitUntil(lambda: carrying.is_carrying)
    target = middle(composer.canvas.spots[3])
    finger.to(target)
    finger.up(target)
    rest()
    assert not carrying.is_carrying
    assert composer.model.item_at(3).product_id == piece.id


def test_a_finger_that_moves_at_once_scrolls_the_pieces(composer, window, finger, rest, qtbot):
    pieces = composer.pieces.list
    at = pieces.viewport().mapTo(window, QPoint(60, 400))
    finger.down(at)
    for step in range(1, 10):
        finger.to(at - QPoint(0, 20 * step))
    qtbot.waitUntil(lambda: pieces.verticalScrollBar().value() > 0)
    finger.up(at - QPoint(0, 200))
    rest()
    assert not composer.placing.dragging.is_carrying
    assert composer.model.piece is None


def test_a_slow_press_on_a_piece_takes_it_up(composer, window, finger, rest, qtbot):
    pieces = composer.pieces.list
    at = pieces.viewport().mapTo(window, pieces.visualRect(pieces.rows.index(0)).center())
    finger.down(at)
    qtbot.waitUntil(lambda: composer.placing.dragging.is_carrying)
    finger.up(at)
    rest()
    assert composer.model.piece is not None


def test_every_target_can_be_pressed_in_forty_four_pixels(window, rest, backend):
    missed: set[str] = set()
    for stop in walk(window, rest, backend):
        root = in_front(window)
        if isinstance(root, QMenu):
            acts = [act for act in root.actions() if act.text()]
            missed |= {
                f"{stop.name}: {act.text()}"
                for act in acts
                if root.actionGeometry(act).height() < TARGET
            }
        if root.window() is not window:
            continue
        for one in shown(root):
            if not isinstance(one, QAbstractButton) or not one.isEnabled():
                continue
            area = rect_in(one, window)
            if one.visibleRegion().boundingRect() != one.rect():
                continue  # Half scrolled out of sight.
            missed |= {
                f"{stop.name}: {path_of(one)}"
                for at in _corners_of_reach(area)
                if not _is_met(window, at)
            }
        missed |= {f"{stop.name}: {path_of(one)} is too near" for one in _too_near(root)}
    assert missed == set()


def _too_near(root) -> list[QWidget]:
    """Return buttons of an icon alone that stand less than 8 px from another beside them."""
    icons = [one for one in shown(root) if isinstance(one, Button) and not one.words]
    return [
        one
        for number, one in enumerate(icons)
        for other in icons[number + 1 :]
        if one.parentWidget() is other.parentWidget()
        and one.geometry().adjusted(-7, -7, 7, 7).intersects(other.geometry())
    ]


def _corners_of_reach(area):
    """Yield the middles of the sides of the box a finger may press."""
    box = grown(area).adjusted(1, 1, -1, -1)
    yield QPoint(box.center().x(), box.top())
    yield QPoint(box.center().x(), box.bottom())
    yield QPoint(box.left(), box.center().y())
    yield QPoint(box.right(), box.center().y())


def _is_met(window, at: QPoint) -> bool:
    """Say whether a press there reaches some target: its own, a nearer one, or a list."""
    child = window.childAt(at)
    return child is None or takes_presses(child) or not shift_into_target(window, at).isNull()


def test_tills_without_a_keyboard_show_no_keys(window, rest, backend):
    window.desk.theme.set_touch_only(True)
    seen = set()
    for stop in walk(window, rest, backend):
        if stop.name not in {"keys", "settings: keys"}:
            seen |= {
                f"{stop.name}: {one.text()}"
                for one in window.findChildren(Keycap)
                if one.isVisible()
            }
    assert seen == set()


def _touch(window):
    (found,) = window.findChildren(Touch)
    return found
