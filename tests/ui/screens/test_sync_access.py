"""The pages of sync are named, reached by Tab, seen whole, and pressed by a finger."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.screens.test_access import rich_words, tab_through, unspoken
from tests.ui.screens.test_touch import _corners_of_reach, _is_met, _too_near
from tests.ui.screens.tour import in_front, path_of, rect_in, settle, shown, spoken_tree
from tests.ui.screens.two_tills import apart, backend, clash, shared

__all__ = ["apart", "backend", "shared"]


@pytest.fixture
def pages(window, rest, shared, backend):
    """Go to each page of sync, with something on it."""
    clash(shared, remember=("Peonies", "Lilies"), form_of_address=("Signora", "Madame"))
    shared.edit(backend, preferred_name="Bea")

    def walk():
        for place, thing in (("sync", shared.client), ("sync", None), ("settings", "office")):
            window.go(place, thing)
            settle(rest)
            yield f"{place}: {thing}"

    return walk


def test_all_of_it_is_named_and_its_state_is_told(window, pages):
    faults: set[str] = set()
    for name in pages():
        root = in_front(window)
        for one in shown(root):
            faults |= {f"{name}: {fault} {path_of(one)}" for fault in rich_words(one)}
        for node, owner in spoken_tree(root):
            where = path_of(owner) if owner else ""
            faults |= {f"{name}: {fault} {where}" for fault in unspoken(node, owner)}
    assert faults == set()


def test_tab_goes_through_all_of_it(window, pages):
    faults: set[str] = set()
    for name in pages():
        faults |= {f"{name}: {fault}" for fault in tab_through(window, in_front(window))}
    assert faults == set()


def test_all_of_it_can_be_pressed_by_a_finger(window, pages):
    missed: set[str] = set()
    for name in pages():
        root = in_front(window)
        for one in shown(root):
            if not isinstance(one, QAbstractButton) or not one.isEnabled():
                continue
            area = rect_in(one, window)
            if one.visibleRegion().boundingRect() == one.rect():
                reach = _corners_of_reach(area)
                missed |= {f"{name}: {path_of(one)}" for at in reach if not _is_met(window, at)}
        missed |= {f"{name}: {path_of(one)} is too near" for one in _too_near(root)}
    assert missed == set()
