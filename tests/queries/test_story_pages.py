"""The story page by page: nothing twice, nothing left out, whatever came at the same moment."""

from datetime import timedelta

from clienteling.domain.money import Money
from clienteling.models.knowledge import Visibility
from clienteling.queries.story import Moment, story
from clienteling.services import log
from clienteling.services.log import Share, SoldPiece
from tests.factories import TODAY, a_client, a_house


def pages(store, client_id: str, reader_id: str | None, limit: int) -> list[Moment]:
    found: list[Moment] = []
    place = None
    while True:
        with store.read() as session:
            page = story(
                session, client_id=client_id, reader_id=reader_id, before=place, limit=limit
            )
        found += page
        if len(page) < limit:
            return found
        place = (page[-1].at, page[-1].id)


def test_pages_of_a_story_make_the_whole_of_it(store, clock):
    house = a_house(store)
    client_id = a_client(store, house)
    for number in range(7):
        clock.advance(timedelta(minutes=number % 2))
        with store.write(why="Logged", who=house.camille) as session:
            log.log_note(
                session, client_id=client_id, body=f"Words {number}", staff_id=house.camille
            )
            log.log_purchase(
                session, client_id=client_id, store_id=house.store, sold_on=TODAY,
                pieces=(SoldPiece(Money(100 + number, "EUR"), words=f"Scarf {number}"),),
                shares=(Share(house.camille, 100),), sold_at=clock.now(),
            )  # fmt: skip
    whole = pages(store, client_id, None, 100)
    assert len(whole) == 14
    assert pages(store, client_id, None, 3) == whole


def test_a_private_note_is_read_by_its_author_alone(store):
    house = a_house(store)
    client_id = a_client(store, house)
    with store.write(why="Logged", who=house.camille) as session:
        log.log_note(
            session, client_id=client_id, body="Between us", staff_id=house.camille,
            visibility=Visibility.PRIVATE,
        )  # fmt: skip
    readers = (house.camille, house.kenji, None)
    assert [len(pages(store, client_id, reader, 10)) for reader in readers] == [1, 0, 0]
