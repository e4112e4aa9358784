"""Settling what two tills wrote apart."""

import pytest

from clienteling.domain.errors import UserError
from clienteling.services import clients
from clienteling.storage.undo import undo_transaction
from clienteling.sync import cases
from clienteling.sync.engine import Done
from tests.sync.tills import Joined


@pytest.fixture
def collided(joined: Joined) -> Joined:
    """Two tills that have written one field apart and know of it."""
    for till, word in ((joined.one, "Peonies"), (joined.two, "Lilies")):
        with till.store.write(why="Edited", who=joined.house.camille) as session:
            clients.edit_client(session, client_id=joined.client, values={"remember": word})
    _share(joined)
    return joined


def _share(joined: Joined) -> None:
    for till in (joined.one, joined.two, joined.one, joined.two):
        assert isinstance(till.sync(joined.office), Done)


def _remembered(joined: Joined) -> list[object]:
    sql = "SELECT remember FROM client"
    return [till.rows(sql)[0][0] for till in (joined.one, joined.two)]


@pytest.mark.parametrize(("take_other", "word"), [(True, "Lilies"), (False, "Peonies")])
def test_a_side_is_taken_on_one_till_and_stands_on_both(
    collided: Joined, take_other: bool, word: str
) -> None:
    with collided.two.store.write(why="Settled", who=collided.house.camille) as session:
        (case,) = cases.open_cases(session)
        assert (case.kept, case.other) == ({"remember": "Peonies"}, {"remember": "Lilies"})
        assert case.who_other == collided.house.camille
        cases.settle(session, case_id=case.id, take_other=take_other)
    _share(collided)
    assert _remembered(collided) == [word, word]
    with collided.one.store.read() as session:
        assert cases.open_cases(session) == []


def test_a_settled_case_is_not_settled_twice_and_its_row_can_go_back(collided: Joined) -> None:
    with collided.two.store.write(why="Settled") as settling:
        (case,) = cases.open_cases(settling)
        cases.settle(settling, case_id=case.id, take_other=True)
    with collided.two.store.write(why="Again") as session, pytest.raises(UserError):
        cases.settle(session, case_id=case.id, take_other=False)
    with collided.two.store.write(why="Undone") as session:
        undo_transaction(session, settling.info["committed"])
    _share(collided)
    assert _remembered(collided) == ["Peonies", "Peonies"]


def test_two_people_who_settle_apart_make_one_new_case_and_no_loop(collided: Joined) -> None:
    for till, take_other in ((collided.one, False), (collided.two, True)):
        with till.store.write(why="Settled") as session:
            (case,) = cases.open_cases(session)
            cases.settle(session, case_id=case.id, take_other=take_other)
    _share(collided)
    assert len(set(_remembered(collided))) == 1
    with collided.one.store.read() as session:
        assert cases.open_cases(session) == []
