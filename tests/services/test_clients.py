"""A client is added, named, reached, related and taken away."""

import pytest

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.models.client import ContactKind, RelationshipKind
from clienteling.queries.client_card import client_card
from clienteling.services import clients
from clienteling.services.clients import NewContact
from clienteling.storage.store import Store
from clienteling.storage.undo import undo_transaction
from tests.factories import TODAY, SmallHouse, a_client, a_house


@pytest.fixture
def house(store: Store) -> SmallHouse:
    return a_house(store)


def test_a_new_client_gets_a_number_and_is_in_the_care_of_whoever_added_her(
    store: Store, house: SmallHouse
) -> None:
    first, second = a_client(store, house), a_client(store, house, given_name="Ginevra")
    with store.read() as session:
        one = client_card(session, client_id=first, today=TODAY)
        two = client_card(session, client_id=second, today=TODAY)
    assert (one.client_no, two.client_no) == ("CL-PAR1-000001", "CL-PAR1-000002")
    assert (one.adviser, one.adviser_since, one.store) == (
        "Camille", TODAY, "Faubourg Saint-Honoré",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"given_name": "", "family_name": "Okafor"}, "Okafor"),
        ({"given_name": None, "family_name": None, "native_name": "林佳怡"}, "林佳怡"),
        ({"given_name": "🙂", "family_name": None}, "🙂"),
        ({"given_name": "عائشة", "family_name": "المنصوري"}, "عائشة المنصوري"),
        ({"given_name": "A" * 300, "family_name": None}, "A" * 300),
    ],
)
def test_any_one_name_in_any_script_is_enough(
    store: Store, house: SmallHouse, values: dict[str, str | None], shown: str
) -> None:
    client_id = a_client(store, house, **values)
    with store.read() as session:
        assert client_card(session, client_id=client_id, today=TODAY).person.display == shown


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"given_name": " ", "family_name": None}, "family_name"),
        ({"given_name": "A" * 301}, "given_name"),
        ({"remember": "Card 4111 1111 1111 1111 on file"}, "remember"),
        ({"shoe_size": "37"}, "shoe_size"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field_and_nothing_is_kept(
    store: Store, house: SmallHouse, values: dict[str, str | None], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        a_client(store, house, **values)
    assert refused.value.field == field
    first = a_client(store, house)
    with store.read() as session:
        assert client_card(session, client_id=first, today=TODAY).client_no == "CL-PAR1-000001"


def test_a_number_is_kept_as_typed_and_in_its_standard_form(
    store: Store, house: SmallHouse
) -> None:
    client_id = a_client(store, house)
    with store.write(why="Number noted") as session:
        clients.add_contact(
            session, client_id=client_id, contact=NewContact(ContactKind.MOBILE, "06 12 34 56 78"),
            region="FR",
        )  # fmt: skip
    with store.read() as session:
        (contact,) = client_card(session, client_id=client_id, today=TODAY).contacts
    assert (contact.value, contact.standard, contact.is_primary) == (
        "06 12 34 56 78", "+33612345678", True,
    )  # fmt: skip


def test_a_tie_is_told_once_and_read_from_both_sides(store: Store, house: SmallHouse) -> None:
    mother, child = a_client(store, house), a_client(store, house, given_name="Ginevra")
    with store.write(why="Tie noted") as session:
        clients.relate(
            session, from_client_id=child, to_client_id=mother, kind=RelationshipKind.CHILD,
            words="Daughter",
        )  # fmt: skip
    with store.read() as session:
        (hers,) = client_card(session, client_id=mother, today=TODAY).household
        (ours,) = client_card(session, client_id=child, today=TODAY).household
    assert (hers.person.short, hers.kind, hers.words) == (
        "Ginevra", RelationshipKind.CHILD, "Daughter",
    )  # fmt: skip
    assert (ours.person.short, ours.kind) == ("Beatrice", RelationshipKind.PARENT)


def test_a_client_taken_away_is_gone_until_it_is_undone(store: Store, house: SmallHouse) -> None:
    client_id = a_client(store, house)
    with store.write(why="Client taken away") as session:
        clients.remove_client(session, client_id=client_id)
    tx = session.info["committed"]
    with store.read() as reading, pytest.raises(NotFoundError):
        client_card(reading, client_id=client_id, today=TODAY)
    with store.write(why="Taken back") as undoing:
        undo_transaction(undoing, tx)
    with store.read() as reading:
        assert client_card(reading, client_id=client_id, today=TODAY).person.short == "Beatrice"
