"""Two versions of one card: keys alone choose, keep, and take back; both tills agree after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.services.clients import edit_client
from clienteling.ui.screens.compare.both import joined, together
from clienteling.ui.widgets import HIDDEN
from tests.factories import a_client
from tests.ui.screens.two_tills import apart, backend, clash, known, shared

__all__ = ["apart", "backend", "shared"]

CTRL = Qt.KeyboardModifier.ControlModifier
TWO = {
    "remember": ("Peonies, white only", "Lilies, white only"),
    "form_of_address": ("Signora", "Madame"),
}


@pytest.fixture
def compare(window, rest, shared):
    """Let both tills write apart, go to the card's page, and return it."""

    def there(**fields):
        clash(shared, **fields)
        window.go("sync", shared.client)
        rest()
        return window.page

    return there


def focus() -> QWidget:
    part = QApplication.focusWidget()
    assert part is not None
    return part


def row_of(page, field):
    (row,) = [one for one in page.rows if one.left.accessibleName().startswith(field)]
    return row


def test_both_sides_say_who_wrote_them_and_where_they_differ(compare):
    page = compare(**TWO)
    row = row_of(page, "To remember")
    assert (row.left.words, row.right.words) == ("Lilies, white only", "Peonies, white only")
    assert (row.left.marks, row.right.marks) == (((0, 6),), ((0, 7),))
    assert row.left.accessibleName() == (
        "To remember, this till: Lilies, white only. Camille Roux · today, 10:30"
    )
    assert row.right.accessibleName() == (
        "To remember, Faubourg Saint-Honoré: Peonies, white only. Kenji Mori · today, 10:30"
    )
    assert page.top.intro.text() == (
        "You and Kenji Mori both wrote to the card of Beatrice Altieri on tills apart. "
        "2 details differ. What is set aside can be taken up again for 30 days."
    )


def test_a_digit_for_each_detail_and_enter_settle_a_card_on_both_tills(
    compare, press, rest, shared
):
    page = compare(**TWO)
    assert page.rows[0].isAncestorOf(focus())
    assert row_of(page, "To remember").right.isChecked()
    order = [row.detail.case.field for row in page.rows]
    for field in order:
        press(Qt.Key.Key_1 if field == "To remember" else Qt.Key.Key_2)
    told = page.foot.result.text().split(" · ")
    assert sorted(told) == ["Lilies, white only", "Signora"]
    press(Qt.Key.Key_Return)
    rest()
    shared.share(shared.two, shared.one)
    assert known(shared, "remember") == ["Lilies, white only"] * 2
    assert known(shared, "form_of_address") == ["Signora"] * 2
    assert shared.one.syncing.cases() == ()
    assert page._stack.currentWidget() is page._empty


def test_three_keeps_the_words_of_both(compare, press, rest, shared):
    compare(remember=("Peonies. Has a dog.", "Peonies. Two sons."))
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Return)
    rest()
    shared.share(shared.two, shared.one)
    assert known(shared, "remember") == ["Peonies. Two sons. Has a dog."] * 2


def test_words_of_ones_own_take_the_place_of_both(compare, press, rest, window, shared):
    page = compare(remember=TWO["remember"])
    press(Qt.Key.Key_E)
    row = page.rows[0]
    assert focus() is row.own.edit
    assert row.own.text == "Peonies, white only"
    assert (row.left.isChecked(), row.right.isChecked()) == (False, False)
    press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focus(), "Roses 123")
    assert page.foot.result.text() == "Roses 123"
    press(Qt.Key.Key_Return, CTRL)
    rest()
    assert window.toast.words == "Versions settled"
    shared.share(shared.two, shared.one)
    assert known(shared, "remember") == ["Roses 123"] * 2


def test_what_was_settled_is_taken_back_by_one_undo(compare, press, rest, window, shared):
    compare(**TWO)
    for _detail in range(2):
        press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    rest()
    assert known(shared, "form_of_address")[1] == "Madame"
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert window.toast.words == "Versions settled: taken back"
    assert known(shared, "remember")[1] == "Peonies, white only"
    assert known(shared, "form_of_address")[1] == "Signora"


def test_the_more_careful_side_is_marked_and_proposed(compare, shared, press, rest):
    from clienteling.models.knowledge import Polarity, PreferenceTarget, Source
    from clienteling.services.knowledge import add_preference, edit_preference
    from tests.factories import TODAY

    made = shared.one.do(
        add_preference, "Noted", client_id=shared.client, polarity=Polarity.LIKES,
        target=PreferenceTarget.MATERIAL, words="Mohair", strength=3, source=Source.TOLD,
        today=TODAY, staff_id=None,
    )  # fmt: skip
    shared.share(shared.one, shared.two)
    for till, polarity in ((shared.one, Polarity.ALLERGIC), (shared.two, Polarity.DISLIKES)):
        values = {"polarity": polarity}
        till.do(edit_preference, "Edited", preference_id=made.value, values=values)
    page = compare(remember=TWO["remember"])
    row = page.rows[0]
    assert (row.left.words, row.right.words) == ("Does not like it", "Is allergic to it")
    assert row.right.accessibleDescription() == "The more careful side"
    assert (row.left.isChecked(), row.right.isChecked()) == (False, True)
    press(Qt.Key.Key_3)
    assert row.right.isChecked()


def test_after_one_card_comes_the_next(compare, window, rest, press, shared):
    other = a_client(shared.one.opened.store(), shared.house)
    shared.share(shared.one, shared.two)
    for till, word in ((shared.one, "Tea"), (shared.two, "Coffee")):
        till.do(edit_client, "Edited", client_id=other, values={"remember": word})
    page = compare(remember=TWO["remember"])
    assert page.model.place in {1, 2}
    assert page.top.place.text().endswith("of 2 to compare")
    press(Qt.Key.Key_BracketRight)
    rest()
    assert window.where == ("sync", other)
    press(Qt.Key.Key_Return)
    rest()
    assert [one.key for one in page.model.comparisons] == [shared.client]
    assert page.model.comparison.key == shared.client
    assert page.rows[0].isAncestorOf(focus())


def test_answers_stay_while_something_else_is_shared(compare, press, rest, shared):
    page = compare(**TWO)
    press(Qt.Key.Key_1)
    rows = list(page.rows)
    shared.edit(shared.one, company_name="Altieri")
    shared.share(shared.one, shared.two)
    rest()
    assert page.rows == rows
    assert rows[0].left.isChecked()


def test_the_discreet_view_hides_notes_in_words_and_in_names(compare, window, rest, shared):
    from clienteling.services.log import edit_note, log_note

    made = shared.one.do(
        log_note, "Kept", client_id=shared.client, body="Begun", staff_id=shared.house.camille
    )
    shared.share(shared.one, shared.two)
    for till, body in ((shared.one, "Secret one"), (shared.two, "Secret two")):
        till.do(edit_note, "Edited", note_id=made.value, body=body)
    page = compare(remember=TWO["remember"])
    window.desk.set_discreet(True)
    rest()
    row = row_of(page, "Note")
    assert (row.left.words, row.right.words) == (HIDDEN, HIDDEN)
    told = [part.accessibleName() for part in page.findChildren(QWidget) if part.isVisible()]
    told += [page.foot.result.text()]
    assert not [one for one in told if "Secret" in one]


def test_two_texts_are_put_together_sentence_by_sentence():
    assert joined("Likes tea. Has a dog.", "Likes tea. Two sons.") == (
        "Likes tea. Has a dog. Two sons."
    )
    assert joined("喜欢茶。养狗。", "喜欢茶。两个儿子。") == "喜欢茶。养狗。两个儿子。"
    assert joined("Peonies", "Lilies") == "Peonies; Lilies"
    assert joined("a\nb", "a\nc") == "a\nb\nc"
    assert together("Wedding in Suzhou", ((0, 7), (8, 2), (11, 6))) == ((0, 17),)
