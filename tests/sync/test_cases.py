"""Settling what two tills wrote apart."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.services import clients
from clienteling.storage.undo import undo_transaction
from clienteling.sync import cases, inbox
from clienteling.sync.brake import Brake
from clienteling.sync.engine import Done
from clienteling.sync.wire import CASES, FITTED, OPEN, SETTLED, Row
from tests.sync.tills import Joined, TestTill, whole_book

_CASE_BODIES = "SELECT body FROM sync_feed WHERE tbl = 'sync_conflict'"


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


def _states(joined: Joined) -> list[list[int]]:
    sql = "SELECT state FROM sync_conflict"
    return [[state for (state,) in till.rows(sql)] for till in (joined.one, joined.two)]


def _turn(till: TestTill, way: Callable[..., None], **values: Any) -> None:
    ((case_id,),) = till.rows("SELECT lower(hex(id)) FROM sync_conflict")
    with till.store.write(why="Turned") as session:
        way(session, case_id=case_id, **values)


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


def test_a_settled_case_is_not_settled_twice_and_goes_back_with_its_row(collided: Joined) -> None:
    with collided.two.store.write(why="Settled") as settling:
        (case,) = cases.open_cases(settling)
        cases.settle(settling, case_id=case.id, take_other=True)
    with collided.two.store.write(why="Again") as session, pytest.raises(UserError):
        cases.settle(session, case_id=case.id, take_other=False)
    with collided.two.store.write(why="Undone") as undoing:
        undo_transaction(undoing, settling.info["committed"])
    _share(collided)
    assert _remembered(collided) == ["Peonies", "Peonies"]
    assert _states(collided) == [[OPEN], [OPEN]]
    with collided.two.store.write(why="Done again") as session:
        undo_transaction(session, undoing.info["committed"])
    _share(collided)
    assert _remembered(collided) == ["Lilies", "Lilies"]
    assert _states(collided) == [[SETTLED], [SETTLED]]


def test_what_stood_and_was_left_to_stand_is_opened_again_on_another_till(
    collided: Joined,
) -> None:
    with collided.two.store.write(why="Settled") as settling:
        (case,) = cases.open_cases(settling)
        cases.settle(settling, case_id=case.id, take_other=False)
    _share(collided)
    with collided.one.store.write(why="Taken back") as session:
        cases.reopen(session, case_id=case.id)
        with pytest.raises(NotFoundError):
            cases.reopen(session, case_id=case.id)
    _share(collided)
    with collided.two.store.write(why="Undone") as session:
        assert cases.open_cases(session) == [case]
        with pytest.raises(NotFoundError):
            undo_transaction(session, settling.info["committed"])


def test_a_side_that_stands_already_is_taken_without_a_new_stamp(collided: Joined) -> None:
    for way in (cases.settle, cases.reopen, cases.settle):
        collided.clock.advance(timedelta(minutes=1))
        _turn(collided.two, way, **({} if way is cases.reopen else {"take_other": True}))
    _share(collided)
    assert whole_book(collided.one) == whole_book(collided.two)


def test_who_opens_again_last_is_not_overruled_by_news_that_come_meanwhile(
    collided: Joined,
) -> None:
    _turn(collided.one, cases.settle, take_other=False)
    _share(collided)
    _turn(collided.one, cases.reopen)
    _turn(collided.two, cases.reopen)
    _turn(collided.two, cases.settle, take_other=False)
    collided.two.sync(collided.office)
    rows = collided.feed.execute(
        "SELECT seq, row_id, body, at FROM sync_feed WHERE tbl = 'sync_conflict'"
    ).fetchall()
    news = [
        Row(seq, CASES, row_id, 0, json.loads(body), at, None) for seq, row_id, body, at in rows
    ]
    inbox.take_page(collided.one.till, "b:PAR1", news, None, Brake())
    assert _states(collided) == [[OPEN], [SETTLED]]
    _share(collided)
    assert _states(collided) == [[OPEN], [OPEN]]


def test_what_was_fitted_together_stays_so(collided: Joined) -> None:
    ((body,),) = collided.feed.execute(_CASE_BODIES).fetchall()
    fitted = json.dumps(json.loads(body) | {"state": FITTED})
    collided.feed.execute("UPDATE sync_feed SET body = ? WHERE tbl = 'sync_conflict'", (fitted,))
    _turn(collided.one, cases.settle, take_other=False)
    collided.one.sync(collided.office)
    told = collided.feed.execute(_CASE_BODIES).fetchall()
    assert [json.loads(body)["state"] for (body,) in told] == [FITTED]


def test_two_people_who_settle_apart_make_one_new_case_and_no_loop(collided: Joined) -> None:
    for till, take_other in ((collided.one, False), (collided.two, True)):
        with till.store.write(why="Settled") as session:
            (case,) = cases.open_cases(session)
            cases.settle(session, case_id=case.id, take_other=take_other)
    _share(collided)
    assert len(set(_remembered(collided))) == 1
    with collided.one.store.read() as session:
        assert cases.open_cases(session) == []
