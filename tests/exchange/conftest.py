"""What the tests of importing share."""

from typing import TYPE_CHECKING

import pytest

from clienteling.domain.ids import Id
from tests.exchange.bringing import shop

if TYPE_CHECKING:
    from clienteling.storage.store import Store


@pytest.fixture
def boutique(store: "Store") -> Id:
    """A boutique in Paris with three associates."""
    return shop(store)
