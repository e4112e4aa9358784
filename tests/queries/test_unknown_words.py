"""A value that this program does not know, written by a foreign tool, hides nothing else."""

from sqlalchemy import text

from clienteling.domain.money import Money
from clienteling.models import Base
from clienteling.models.client import ContactKind
from clienteling.models.types import Choice
from clienteling.queries.client_card import client_card
from clienteling.queries.story import story
from clienteling.services import clients, log, wishes
from clienteling.services.log import Share, SoldPiece
from tests.factories import TODAY, a_client, a_house


def test_a_card_and_its_story_are_read_with_a_strange_value_in_every_closed_set(store, clock):
    house = a_house(store)
    client_id = a_client(store, house)
    with store.write(why="Filled", who=house.camille) as session:
        clients.edit_client(session, client_id=client_id, values={"remember": "Peonies"})
        contact = clients.NewContact(ContactKind.EMAIL, "b@example.org")
        clients.add_contact(session, client_id=client_id, contact=contact, region="FR")
        log.log_note(session, client_id=client_id, body="Tea", staff_id=house.camille)
        wishes.add_wish(
            session, client_id=client_id, today=TODAY, staff_id=house.camille, words="A scarf"
        )
        log.log_purchase(
            session, client_id=client_id, store_id=house.store, sold_on=TODAY,
            pieces=(SoldPiece(Money(100, "EUR"), words="Scarf"),),
            shares=(Share(house.camille, 100),), sold_at=clock.now(),
        )  # fmt: skip
    with store.write(why="Another program") as session:
        for table in Base.metadata.tables.values():
            for column in table.columns:
                if isinstance(column.type, Choice):
                    session.execute(text(f"UPDATE {table.name} SET {column.name} = 'strange'"))
    with store.read() as session:
        card = client_card(session, client_id=client_id, today=TODAY, store_id=house.store)
        told = story(session, client_id=client_id, reader_id=house.camille, before=None, limit=9)
        unread = story(session, client_id=client_id, reader_id=house.kenji, before=None, limit=9)
    assert (card.remember, card.kind) == ("Peonies", "strange")
    assert {"Tea", "Scarf"} <= {moment.words for moment in told}
    assert "Tea" not in {moment.words for moment in unread}
