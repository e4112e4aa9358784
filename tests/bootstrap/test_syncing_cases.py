"""What is to be compared, in words, on real books; settling it and taking that back."""

from datetime import timedelta
from typing import Any

import pytest

from clienteling.bootstrap.syncing.differences import differences
from clienteling.domain.errors import UserError
from clienteling.models.knowledge import Polarity, Preference, PreferenceTarget, Source
from clienteling.models.purchase import Wish, WishKind, WishStatus
from clienteling.services import clients, rows
from tests.bootstrap.shared import Shared
from tests.factories import TODAY


def test_two_sides_are_told_in_words(shared: Shared) -> None:
    shared.clash("Peonies, white only", "Lilies, white only")
    (case,) = shared.two.syncing.cases()
    assert (case.client, str(case.kind), str(case.field)) == (
        "Beatrice Altieri", "Client", "To remember",
    )  # fmt: skip
    assert (case.kept.text, case.other.text) == ("Peonies, white only", "Lilies, white only")
    assert (case.kept.who, case.kept.where) == ("Camille Roux", "Faubourg Saint-Honoré")
    assert (case.kept.is_here, case.other.is_here) == (False, True)
    assert (case.kept.spans, case.other.spans) == (((0, 7),), ((0, 6),))
    assert (case.is_other_first, case.is_careful, case.can_write) == (False, False, True)
    assert shared.two.syncing.state().to_compare == 1


def test_the_more_careful_side_stands_and_says_so(shared: Shared) -> None:
    preference = _a_preference(shared)
    for backend, polarity in ((shared.one, Polarity.ALLERGIC), (shared.two, Polarity.DISLIKES)):
        backend.do(_change, "Edited", Preference, preference, polarity=polarity)
    shared.share(shared.one, shared.two, shared.one)
    (case,) = shared.one.syncing.cases()
    assert (str(case.kind), case.about, str(case.field)) == (
        "Preference", "cashew", "Likes or avoids",
    )  # fmt: skip
    assert (case.kept.text, case.other.text) == ("Is allergic to it", "Does not like it")
    assert (case.is_careful, case.can_write, case.kept.spans) == (True, False, ())


def test_a_removal_against_an_edit_is_told_as_one(shared: Shared) -> None:
    shared.one.do(clients.remove_client, "Removed", client_id=shared.client)
    shared.edit(shared.two, remember="Peonies")
    shared.share(shared.one, shared.two, shared.one)
    (case,) = shared.two.syncing.cases()
    assert (case.is_removal, case.client, str(case.field)) == (
        True, "Beatrice Altieri", "Whether it stays in the book",
    )  # fmt: skip
    assert {case.kept.text, case.other.text} == {"Stays in the book", "Taken away"}
    assert case.kept.text == "Stays in the book"


def test_what_was_fitted_together_is_listed_and_not_asked(shared: Shared) -> None:
    values: dict[str, Any] = {"kind": WishKind.WISH, "words": "A scarf", "noted_on": TODAY}
    wish = shared.one.do(
        _put, "Wished", Wish, client_id=shared.client, status=WishStatus.OPEN, **values
    ).value
    shared.share(shared.one, shared.two)
    for backend, status in ((shared.one, WishStatus.OFFERED), (shared.two, WishStatus.BOUGHT)):
        backend.do(_change, "Edited", Wish, wish, status=status)
    shared.share(shared.one, shared.two, shared.one)
    (case,) = shared.one.syncing.fitted()
    assert (case.is_fitted, case.kept.text, case.other.text) == (True, "Bought", "Offered")
    assert (shared.one.syncing.cases(), shared.one.syncing.state().to_compare) == ((), 0)


@pytest.mark.parametrize(
    ("answer", "stands"),
    [
        ({}, "Peonies"),
        ({"take_other": True}, "Lilies"),
        ({"text": "  Peonies, and lilies  "}, "Peonies, and lilies"),
    ],
)
def test_a_settled_case_stands_on_both_tills_and_can_be_taken_back(
    shared: Shared, answer: dict[str, Any], stands: str
) -> None:
    shared.clash("Peonies", "Lilies")
    syncing = shared.two.syncing
    (case,) = syncing.cases()
    done = syncing.settle(case.id, **answer)
    shared.share(shared.two, shared.one)
    assert [shared.remembered(one) for one in (shared.one, shared.two)] == [stands, stands]
    assert (syncing.cases(), syncing.state().to_compare) == ((), 0)
    (settled,) = syncing.settled()
    assert (settled.tx, settled.who, settled.case.id) == (done.tx, "Camille Roux", case.id)
    shared.clock.advance(timedelta(minutes=1))
    undone = syncing.take_back(settled)
    assert (syncing.settled(), syncing.cases(), syncing.state().to_compare) == ((), (case,), 1)
    shared.share(shared.two, shared.one)
    assert [shared.remembered(one) for one in (shared.one, shared.two)] == ["Peonies", "Peonies"]
    assert [one.id for one in shared.one.syncing.cases()] == [case.id]
    again = shared.two.undo(str(undone.tx), done.why)
    shared.share(shared.two, shared.one)
    assert [shared.remembered(one) for one in (shared.one, shared.two)] == [stands, stands]
    assert [one.tx for one in syncing.settled()] == [again.tx]
    assert shared.one.syncing.cases() == ()


def test_words_of_ones_own_are_refused_where_a_side_has_to_be_taken(shared: Shared) -> None:
    shared.clash("Peonies", "Lilies")
    shared.one.do(clients.remove_client, "Removed", client_id=shared.client)
    shared.edit(shared.two, preferred_name="Bea")
    shared.share(shared.one, shared.two, shared.one)
    by_field = {str(case.field): case.id for case in shared.two.syncing.cases()}
    assert set(by_field) == {"To remember", "Whether it stays in the book"}
    for field, text, words in (
        ("To remember", "x" * 100_000, "Please shorten it"),
        ("Whether it stays in the book", "Perhaps", "one of the two sides"),
    ):
        with pytest.raises(UserError, match=words):
            shared.two.syncing.settle(by_field[field], text=text)
    assert len(shared.two.syncing.cases()) == 2


@pytest.mark.parametrize(
    ("one", "other", "spans"),
    [
        ("", "Peonies", ((), ((0, 7),))),
        ("Peonies", "Peonies", ((), ())),
        ("喜欢白牡丹", "喜欢红牡丹", (((2, 1),), ((2, 1),))),
        ("a b", "a  b", (((1, 1),), ((1, 2),))),
    ],
)
def test_changed_words_are_marked(one: str, other: str, spans: object) -> None:
    assert differences(one, other) == spans


def _a_preference(shared: Shared) -> str:
    done = shared.one.do(
        _put, "Noted", Preference, client_id=shared.client, polarity=Polarity.LIKES,
        target=PreferenceTarget.HOSPITALITY, words="cashew", strength=3, source=Source.TOLD,
        noted_on=TODAY,
    )  # fmt: skip
    shared.share(shared.one, shared.two)
    return str(done.value)


def _put(session: Any, /, row_kind: Any, **values: Any) -> str:
    row = rows.put(session, row_kind, **values)
    session.flush()
    return str(row.id)


def _change(session: Any, /, row_kind: Any, row_id: str, **values: Any) -> None:
    rows.change(session, row_kind, row_id, values)
