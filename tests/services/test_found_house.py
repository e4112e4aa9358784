"""Founding a house, and changing its boutiques, people and circles."""

from dataclasses import replace

import pytest

from clienteling.domain.errors import UserError
from clienteling.queries.house import house
from clienteling.services import found_house as services
from clienteling.storage.undo import undo_transaction

NEW = services.NewHouse(
    house="Séverac",
    boutique="Faubourg",
    city="Orléans",
    country="FR",
    time_zone="Europe/Paris",
    currency="EUR",
    given_name="Henri",
    family_name="Vasseur",
)


def found(store, new=NEW):
    with store.write(why="House founded") as session:
        return services.found_house(session, new=new)


def read(store):
    with store.read() as session:
        return house(session)


def test_a_house_begins_with_a_boutique_three_circles_and_its_founder(store):
    person = found(store)
    made = read(store)
    assert (made.name, made.currency) == ("Séverac", "EUR")
    assert [(one.code, one.name, one.time_zone) for one in made.stores] == [
        ("ORL1", "Faubourg", "Europe/Paris")
    ]
    assert [(one.id, one.name, one.role.value) for one in made.staff] == [
        (person, "Henri Vasseur", "manager")
    ]
    assert [(one.rank, one.highlighted) for one in made.circles] == [
        (1, True), (2, False), (3, False),
    ]  # fmt: skip


def test_a_book_has_one_house(store):
    found(store)
    with pytest.raises(UserError, match="has a house already"):
        found(store)
    assert len(read(store).stores) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("house", " "),
        ("given_name", ""),
        ("city", ""),
        ("currency", "EURO"),
        ("time_zone", "Paris"),
        ("time_zone", "../../etc"),
    ],
)
def test_a_house_with_a_field_that_does_not_fit_is_not_founded(store, field, value):
    with pytest.raises(UserError) as refused:
        found(store, replace(NEW, **{field: value}))
    assert refused.value.field == field
    assert read(store) is None


def test_founding_can_be_taken_back_as_one_act(store):
    found(store)
    with store.write(why="Later") as session:
        services.rename_house(session, name="Altieri")
    tx = session.info["committed"]
    with store.write(why="Undo") as session:
        undo_transaction(session, tx=tx)
    assert read(store).name == "Séverac"


def test_two_boutiques_of_one_city_have_codes_of_their_own(store):
    found(store)
    values = {
        "name": "Rive gauche", "city": "ORLEANS", "country": "FR",
        "time_zone": "Europe/Paris", "currency": "EUR",
    }  # fmt: skip
    with store.write(why="Boutique added") as session:
        store_id = services.add_store(session, values=values)
        services.edit_store(session, store_id=store_id, values={"name": "Loire"})
    assert [(one.code, one.name) for one in read(store).stores] == [
        ("ORL1", "Faubourg"), ("ORL2", "Loire"),
    ]  # fmt: skip


def test_a_boutique_in_any_script_has_a_code_that_can_be_read_out(store):
    found(store, replace(NEW, city="上海"))
    assert [one.code for one in read(store).stores] == ["SHA1"]


def test_the_last_person_cannot_leave(store):
    person = found(store)
    with (
        pytest.raises(UserError, match="Somebody has to be here"),
        store.write(why="x") as session,
    ):
        services.edit_person(session, staff_id=person, values={"active": False})
    with store.write(why="Person added") as session:
        values = {
            "store_id": read(store).stores[0].id, "given_name": "Aoi", "family_name": "Tanabe",
            "role": services.StaffRole.TAILOR,
        }  # fmt: skip
        services.add_person(session, values=values)
        services.edit_person(session, staff_id=person, values={"active": False})
    assert [one.name for one in read(store).staff] == ["Aoi Tanabe"]


def test_a_circle_renamed_forgets_the_words_that_stood_for_the_old_one(store):
    found(store)
    first = read(store).circles[0]
    with store.write(why="Circle renamed") as session:
        services.edit_circle(session, circle_id=first.id, name="Privée", highlighted=True)
        services.add_circle(session, name="Amis")
    assert [one.name for one in read(store).circles] == [
        "Privée", "Friends of the house", "Guests", "Amis",
    ]  # fmt: skip
