"""What a client has is hers whoever paid for it, and what she gave away is not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from clienteling.domain.money import Money
from clienteling.models.purchase import OwnedPiece, OwnedState, PurchaseLine
from clienteling.queries.client_card import client_card
from clienteling.queries.pieces import pieces
from clienteling.services import rows
from clienteling.services.log import SoldPiece, log_purchase
from clienteling.storage.store import Store
from tests.factories import TODAY, SmallHouse, a_client, a_house


def owned(store: Store, house: SmallHouse, client_id: str | None) -> set[str]:
    with store.read() as session:
        found = pieces(session, client_id=client_id, store_id=house.store, today=TODAY)
    return {row.name for row in found if row.owned}


@pytest.mark.parametrize(
    ("wearer", "gift_words", "hers", "his"),
    [
        (False, None, {"Ondine coat"}, set()),
        (True, None, set(), {"Ondine coat"}),
        (False, "for a friend", set(), set()),
    ],
)
def test_a_piece_belongs_to_whoever_wears_it(
    store: Store,
    wearer: bool,
    gift_words: str | None,
    hers: set[str],
    his: set[str],
) -> None:
    house = a_house(store)
    beatrice, paolo = a_client(store, house), a_client(store, house, given_name="Paolo")
    sold = SoldPiece(
        Money(490_000, "EUR"),
        variant_id=house.coat_40,
        wearer_client_id=paolo if wearer else None,
        gift_words=gift_words,
    )
    with store.write(why="Purchase noted") as session:
        log_purchase(
            session, client_id=beatrice, store_id=house.store, pieces=(sold,), shares=(),
            sold_at=datetime(2026, 3, 12, 12, tzinfo=UTC), sold_on=TODAY,
        )  # fmt: skip
    assert (owned(store, house, beatrice), owned(store, house, paolo)) == (hers, his)
    assert owned(store, house, None) == set()


def sell(store: Store, house: SmallHouse, client_id: str, *sold: SoldPiece) -> None:
    """Note a purchase of that day."""
    with store.write(why="Purchase noted") as session:
        log_purchase(
            session, client_id=client_id, store_id=house.store, pieces=sold, shares=(),
            sold_at=datetime(2026, 3, 12, 12, tzinfo=UTC), sold_on=TODAY,
        )  # fmt: skip


def last(store: Store, client_id: str) -> list[str]:
    """Return the last pieces on her card."""
    with store.read() as session:
        return [
            one.words for one in client_card(session, client_id=client_id, today=TODAY).last_pieces
        ]


def test_what_came_back_is_neither_hers_nor_among_her_last_pieces(store: Store) -> None:
    house = a_house(store)
    beatrice, paolo = a_client(store, house), a_client(store, house, given_name="Paolo")
    coat = SoldPiece(Money(490_000, "EUR"), variant_id=house.coat_40)
    bag = SoldPiece(Money(690_000, "EUR"), variant_id=house.bag_one, wearer_client_id=paolo)
    sell(store, house, beatrice, replace(coat, quantity=2), bag)
    sell(store, house, beatrice, replace(coat, quantity=-1))
    assert (owned(store, house, beatrice), owned(store, house, paolo)) == (
        {"Ondine coat"}, {"Arpège bag"},
    )  # fmt: skip
    assert last(store, beatrice) == ["Ondine coat", "Arpège bag"]
    # A return need not say again who wore it.
    sell(
        store, house, beatrice, replace(coat, quantity=-1),
        replace(bag, quantity=-1, wearer_client_id=None),
    )  # fmt: skip
    assert (owned(store, house, beatrice), owned(store, house, paolo)) == (set(), set())
    assert last(store, beatrice) == []


def test_a_bought_piece_that_moved_on_is_no_longer_hers_and_one_she_told_of_is(
    store: Store,
) -> None:
    house = a_house(store)
    beatrice = a_client(store, house)
    sell(store, house, beatrice, SoldPiece(Money(490_000, "EUR"), variant_id=house.coat_40))
    with store.write(why="Wardrobe noted") as session:
        line_id = session.scalars(select(PurchaseLine.id)).one()
        rows.put(
            session, OwnedPiece, client_id=beatrice, purchase_line_id=line_id,
            state=OwnedState.RETURNED,
        )  # fmt: skip
        rows.put(
            session, OwnedPiece, client_id=beatrice, product_id=house.bag, state=OwnedState.KEPT
        )
    assert owned(store, house, beatrice) == {"Arpège bag"}
    assert last(store, beatrice) == []
