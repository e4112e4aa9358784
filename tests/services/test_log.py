"""What is logged at the counter appears in the story, in the figures, and can be taken back."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from clienteling.domain.errors import UserError
from clienteling.domain.money import Money
from clienteling.models.knowledge import InteractionChannel, Visibility
from clienteling.models.purchase import PurchaseLine
from clienteling.queries.bought import bought_line
from clienteling.queries.client_card import client_card
from clienteling.queries.story import StoryFilter, StoryKind, story
from clienteling.services import log, wishes
from clienteling.services.log import Share, SoldPiece
from clienteling.storage.store import Store
from clienteling.storage.undo import undo_transaction
from tests.factories import TODAY, SmallHouse, a_client, a_house

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


@pytest.fixture
def house(store: Store) -> SmallHouse:
    return a_house(store)


@pytest.fixture
def beatrice(store: Store, house: SmallHouse) -> str:
    return a_client(store, house)


def sell(store: Store, house: SmallHouse, client_id: str, *pieces: SoldPiece) -> str:
    with store.write(why="Purchase noted", who=house.camille) as session:
        return log.log_purchase(
            session, client_id=client_id, store_id=house.store, pieces=pieces,
            shares=(Share(house.camille, 60), Share(house.kenji, 40)), sold_at=NOON,
            sold_on=TODAY,
        )  # fmt: skip


def test_a_piece_sold_is_in_the_story_the_figures_and_grants_the_wish(
    store: Store, house: SmallHouse, beatrice: str
) -> None:
    with store.write(why="Wish noted") as session:
        wishes.add_wish(
            session, client_id=beatrice, today=TODAY, staff_id=house.camille,
            product_id=house.coat, size_label="40",
        )  # fmt: skip
    sell(store, house, beatrice, SoldPiece(Money(420_000, "EUR"), variant_id=house.coat_40))
    with store.read() as session:
        card = client_card(session, client_id=beatrice, today=TODAY, store_id=house.store)
        (moment,) = story(session, client_id=beatrice, reader_id=None)
    assert card.wishes == ()
    assert card.figures is not None
    assert (card.figures.spend_12m, card.figures.orders) == (Money(420_000, "EUR"), 1)
    assert (moment.kind, moment.words, moment.amount) == (
        StoryKind.PIECE, "Ondine coat", Money(420_000, "EUR"),
    )  # fmt: skip


def test_a_return_names_the_last_line_of_the_piece_that_is_still_out(
    store: Store, house: SmallHouse, beatrice: str
) -> None:
    price = Money(420_000, "EUR")
    pieces = (
        SoldPiece(price, variant_id=house.coat_40),
        SoldPiece(price, words="Silk scarf"),
        SoldPiece(price, variant_id=house.coat_40, quantity=-1),
        SoldPiece(price, words="silk scarf", quantity=-1),
        SoldPiece(price, variant_id=house.coat_40, quantity=-1),
        SoldPiece(price, variant_id=house.bag_one, quantity=-1),
    )
    receipts = [sell(store, house, beatrice, one) for one in pieces]
    with store.read() as session:
        by_receipt = {one.purchase_id: one for one in session.scalars(select(PurchaseLine))}
        card = client_card(session, client_id=beatrice, today=TODAY)
        kinds = [one.kind for one in story(session, client_id=beatrice, reader_id=None)]
    coat, scarf, *back = (by_receipt[one] for one in receipts)
    assert [one.return_of_id for one in back] == [coat.id, scarf.id, None, None]
    assert [one.net_minor for one in back] == [-420_000] * 4
    assert sorted(kinds) == [StoryKind.PIECE] * 2 + [StoryKind.RETURN] * 4
    assert card.figures is not None
    assert (card.figures.spend, card.figures.orders) == (Money(-840_000, "EUR"), 2)


def test_a_size_that_was_not_said_is_added_later_and_a_return_finds_its_piece_either_way(
    store: Store, house: SmallHouse, beatrice: str
) -> None:
    price = Money(420_000, "EUR")
    with store.write(why="Wish noted") as session:
        wishes.add_wish(
            session, client_id=beatrice, today=TODAY, staff_id=None, product_id=house.coat
        )
    sell(store, house, beatrice, SoldPiece(price, product_id=house.coat))
    with store.read() as session:
        assert client_card(session, client_id=beatrice, today=TODAY).wishes == ()
        (line,) = session.scalars(select(PurchaseLine))
        assert (line.product_id, line.variant_id, line.words) == (house.coat, None, "Ondine coat")
        found = bought_line(
            session, client_id=beatrice, product_id=house.coat, variant_id=house.coat_40
        )
        other = bought_line(session, client_id=beatrice, product_id=house.bag)
    assert (found and found.id, other) == (line.id, None)
    with pytest.raises(UserError) as refused, store.write(why="Size noted") as session:
        log.note_size(session, line_id=line.id, variant_id=house.bag_one)
    assert refused.value.field == "variant_id"
    with store.write(why="Size noted") as session:
        log.note_size(session, line_id=line.id, variant_id=house.coat_40)
    sell(store, house, beatrice, SoldPiece(price, product_id=house.coat, quantity=-1))
    with store.read() as session:
        back, bought = session.scalars(select(PurchaseLine).order_by(PurchaseLine.quantity))
    assert (bought.variant_id, back.return_of_id) == (house.coat_40, line.id)


def test_undoing_a_purchase_takes_it_out_of_the_figures_and_gives_the_wish_back(
    store: Store, house: SmallHouse, beatrice: str
) -> None:
    with store.write(why="Wish noted") as session:
        wishes.add_wish(
            session, client_id=beatrice, today=TODAY, staff_id=None, product_id=house.bag
        )
    with store.write(why="Purchase noted") as session:
        log.log_purchase(
            session, client_id=beatrice, store_id=house.store,
            pieces=(SoldPiece(Money(690_000, "EUR"), variant_id=house.bag_one),), shares=(),
            sold_at=NOON, sold_on=TODAY,
        )  # fmt: skip
    with store.write(why="Taken back") as undoing:
        undo_transaction(undoing, session.info["committed"])
    with store.read() as session:
        card = client_card(session, client_id=beatrice, today=TODAY)
        assert story(session, client_id=beatrice, reader_id=None) == ()
    assert [one.words for one in card.wishes] == ["Arpège bag"]
    assert card.figures is None or card.figures.orders == 0


@pytest.mark.parametrize(
    ("pieces", "field"),
    [
        ((), "pieces"),
        ((SoldPiece(Money(1, "EUR"), words="A"), SoldPiece(Money(1, "JPY"), words="B")), "pieces"),
        ((SoldPiece(Money(1, "EUR"), words="A", quantity=0),), "quantity"),
    ],
)
def test_a_purchase_that_does_not_add_up_is_refused_whole(
    store: Store, house: SmallHouse, beatrice: str, pieces: tuple[SoldPiece, ...], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        sell(store, house, beatrice, *pieces)
    assert refused.value.field == field
    with store.read() as session:
        assert story(session, client_id=beatrice, reader_id=None) == ()


def test_a_private_note_is_read_by_its_author_alone(
    store: Store, house: SmallHouse, beatrice: str
) -> None:
    with store.write(why="Note kept", who=house.camille) as session:
        log.log_note(
            session, client_id=beatrice, body="Between us.", staff_id=house.camille,
            visibility=Visibility.PRIVATE,
        )  # fmt: skip
    with store.read() as session:
        hers = story(session, client_id=beatrice, reader_id=house.camille)
        others = story(session, client_id=beatrice, reader_id=house.kenji)
    assert ([one.words for one in hers], others) == (["Between us."], ())


def test_markup_in_a_note_stays_the_words_that_were_typed(
    store: Store, house: SmallHouse, beatrice: str
) -> None:
    words = '<b>bold</b> <img src="file:///etc/passwd"> & "quoted"'
    with store.write(why="Note kept") as session:
        log.log_note(session, client_id=beatrice, body=words, staff_id=None)
    with store.read() as session:
        assert [one.words for one in story(session, client_id=beatrice, reader_id=None)] == [words]


@pytest.mark.parametrize("body", ["", "   ", "x" * 4001, "her card is 4111-1111-1111-1111"])
def test_an_empty_an_endless_or_a_card_number_note_is_refused(
    store: Store, beatrice: str, body: str
) -> None:
    with pytest.raises(UserError), store.write(why="Note kept") as session:
        log.log_note(session, client_id=beatrice, body=body, staff_id=None)


def test_the_story_shows_one_kind_newest_first_and_goes_on_from_where_it_stopped(
    store: Store, house: SmallHouse, beatrice: str
) -> None:
    with store.write(why="Calls logged") as session:
        for day in range(1, 6):
            log.log_interaction(
                session, client_id=beatrice, channel=InteractionChannel.CALL,
                staff_id=house.camille, store_id=house.store, summary=f"Call {day}",
                occurred_at=datetime(2026, 3, day, 10, tzinfo=UTC), outcome="reached",
            )  # fmt: skip
        log.log_note(session, client_id=beatrice, body="A note.", staff_id=None)
    with store.read() as session:
        first = story(
            session, client_id=beatrice, reader_id=None, only=StoryFilter.VISITS, limit=3
        )
        rest = story(
            session, client_id=beatrice, reader_id=None, only=StoryFilter.VISITS,
            before=(first[-1].at, first[-1].id),
        )  # fmt: skip
    assert [one.words for one in first] == ["Call 5", "Call 4", "Call 3"]
    assert [one.words for one in rest] == ["Call 2", "Call 1"]


def test_first_purchase_makes_a_prospect_a_client(
    store: Store, house: SmallHouse, beatrice: str
) -> None:
    sell(store, house, beatrice, SoldPiece(Money(100, "EUR"), words="A ribbon"))
    with store.read() as session:
        card = client_card(session, client_id=beatrice, today=date(2026, 3, 12))
    assert [one.words for one in card.last_pieces] == ["A ribbon"]
