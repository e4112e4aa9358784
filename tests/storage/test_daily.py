"""What depends on the day is brought up to it once, in slices, and may be cut short."""

from datetime import UTC, datetime, timedelta

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import Cancelled
from clienteling.domain.money import Money
from clienteling.domain.progress import CancelAfter, Silent
from clienteling.queries.client_card import client_card
from clienteling.services.log import SoldPiece, log_purchase
from clienteling.storage.daily import bring_up_to_date
from clienteling.storage.store import Store
from tests.factories import TODAY, a_client, a_house


def spend_12m(store: Store, client_id: str) -> int | None:
    with store.read() as session:
        figures = client_card(session, client_id=client_id, today=TODAY).figures
    return None if figures is None else figures.spend_12m.minor


def test_a_purchase_leaves_the_twelve_months_when_its_day_has_passed(
    store: Store, clock: FakeClock
) -> None:
    house = a_house(store)
    beatrice = a_client(store, house)
    with store.write(why="Purchase noted") as session:
        log_purchase(
            session, client_id=beatrice, store_id=house.store, shares=(),
            pieces=(SoldPiece(Money(5_000, "EUR"), words="A belt"),),
            sold_at=datetime(2026, 3, 12, 12, tzinfo=UTC), sold_on=TODAY,
        )  # fmt: skip
    assert spend_12m(store, beatrice) == 5_000
    later = (clock.now() + timedelta(days=400)).date()
    with pytest.raises(Cancelled):
        bring_up_to_date(store.book, later, CancelAfter(0))
    assert spend_12m(store, beatrice) == 5_000
    assert bring_up_to_date(store.book, later, Silent()) == 1
    assert spend_12m(store, beatrice) == 0
    assert bring_up_to_date(store.book, later, Silent()) == 0
