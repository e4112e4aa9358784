"""Undo and redo: a transaction taken back, and brought again."""

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.domain.ids import Id
from clienteling.models.house import Circle, House, Staff, StaffRole
from clienteling.models.house import Store as Boutique
from clienteling.storage.store import Change, Store
from clienteling.storage.undo import undo_transaction

HOUSE = "11" * 16
OLD, NEW, NEWER = "Maison", "Maison Aurèle", "Aurèle & Fils"


class _Acts:
    """A store and the transactions it told of, newest last."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.told: list[Change] = []
        store.listen(self.told.append)

    def make(self) -> Id:
        with self.store.write(why="House made") as session:
            session.add(House(id=HOUSE, name=OLD, currency="EUR"))
        return self.told[-1].tx

    def rename(self, name: str) -> Id:
        with self.store.write(why="House renamed") as session:
            house = session.get(House, HOUSE)
            assert house is not None
            house.name = name
        return self.told[-1].tx

    def undo(self, tx: Id) -> Id:
        with self.store.write(why="Undo") as session:
            undo_transaction(session, tx)
        return self.told[-1].tx

    def name(self) -> str | None:
        """The name as a person sees it: None where the house is not there or was removed."""
        with self.store.read() as session:
            house = session.get(House, HOUSE)
            return None if house is None or house.deleted_at is not None else house.name


@pytest.fixture
def acts(store: Store) -> _Acts:
    return _Acts(store)


def test_an_insert_is_undone_and_redone(acts: _Acts) -> None:
    made = acts.make()
    undone = acts.undo(made)
    assert acts.name() is None
    acts.undo(undone)
    assert acts.name() == OLD


def test_an_update_is_undone_and_redone(acts: _Acts) -> None:
    acts.make()
    undone = acts.undo(acts.rename(NEW))
    assert acts.name() == OLD
    acts.undo(undone)
    assert acts.name() == NEW


def test_a_delete_is_undone_and_redone(acts: _Acts) -> None:
    acts.make()
    with acts.store.write(why="House removed") as session:
        session.execute(delete(House).where(House.id == HOUSE))
    undone = acts.undo(acts.told[-1].tx)
    assert acts.name() == OLD
    acts.undo(undone)
    assert acts.name() is None


def test_a_whole_act_is_taken_back_together(acts: _Acts) -> None:
    acts.make()
    with acts.store.write(why="House renamed, circle made") as session:
        _rename_and_add(session)
    acts.undo(acts.told[-1].tx)
    with acts.store.read() as session:
        house, circle = session.get_one(House, HOUSE), session.get_one(Circle, "22" * 16)
    assert (house.name, house.currency, circle.deleted_at) == (OLD, "EUR", acts.store.clock.now())


def _rename_and_add(session: Session) -> None:
    house = session.get_one(House, HOUSE)
    house.name, house.currency = NEW, "CHF"
    session.flush()
    house.name = NEWER
    session.add(Circle(id="22" * 16, code="A", name="Or", rank=1, highlighted=True))


def test_what_was_changed_since_is_not_undone(acts: _Acts) -> None:
    made = acts.make()
    renamed = acts.rename(NEW)
    acts.rename(NEWER)
    for tx in (renamed, made):
        with pytest.raises(UserError, match="changed again since"):
            acts.undo(tx)
        assert acts.name() == NEWER


def test_once_the_later_change_is_undone_the_earlier_can_be(acts: _Acts) -> None:
    made = acts.make()
    acts.undo(acts.rename(NEW))
    acts.undo(made)
    assert acts.name() is None


def test_undoing_twice_is_refused(acts: _Acts) -> None:
    made = acts.make()
    acts.undo(made)
    with pytest.raises(UserError):
        acts.undo(made)


def test_what_is_not_in_the_log_cannot_be_undone(acts: _Acts) -> None:
    with pytest.raises(NotFoundError):
        acts.undo("ff" * 16)


def test_what_hung_on_a_row_that_is_gone_is_not_brought_back(acts: _Acts) -> None:
    store_id, staff_id = "33" * 16, "44" * 16
    with acts.store.write(why="Boutique made") as session:
        session.add(_boutique(store_id))
        session.flush()
        session.add(_of_boutique(staff_id, store_id))
    for table, row_id in ((Staff, staff_id), (Boutique, store_id)):
        with acts.store.write(why="Removed by another program") as session:
            session.execute(delete(table).where(table.id == row_id))
    with pytest.raises(UserError, match="no longer in the book"):
        acts.undo(acts.told[-2].tx)
    with acts.store.read() as session:
        assert session.get(Staff, staff_id) is None


def _boutique(store_id: Id) -> Boutique:
    return Boutique(
        id=store_id, code="PAR1", name="Faubourg", city="Paris", country="FR",
        time_zone="Europe/Paris", currency="EUR", locale="fr-FR",
    )  # fmt: skip


def _of_boutique(staff_id: Id, store_id: Id) -> Staff:
    return Staff(
        id=staff_id, store_id=store_id, given_name="Camille", family_name="Roux",
        role=StaffRole.ASSOCIATE, active=True,
    )  # fmt: skip
