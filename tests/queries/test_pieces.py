"""What a client has is hers whoever paid for it, and what she gave away is not."""

from datetime import UTC, datetime

import pytest

from clienteling.domain.money import Money
from clienteling.queries.pieces import pieces
from clienteling.services.log import SoldPiece, log_purchase
from clienteling.storage.store import Store
from tests.factories import TODAY, SmallHouse, a_client, a_house


def owned(store: Store, house: SmallHouse, client_id: str | None) -> set[str]:
    with store.read() as session:
        rows = pieces(session, client_id=client_id, store_id=house.store, today=TODAY)
    return {row.name for row in rows if row.owned}


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
