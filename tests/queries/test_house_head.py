"""The first screen's facts about the house are those of the whole house."""

from collections.abc import Iterator

import pytest
from sqlcipher3 import dbapi2

from clienteling.queries.house import house
from clienteling.queries.house_head import at_till, highlighted_circles
from clienteling.storage.book import Book
from clienteling.storage.store import Store
from tests.factories import a_house


@pytest.fixture
def raw(book: Book) -> Iterator[dbapi2.Connection]:
    """A connection to the book."""
    made = book.connect()
    yield made
    made.close()


def test_a_book_without_people_has_nobody_at_the_till(raw):
    assert at_till(raw, None) is None


def test_who_is_at_the_till_reads_as_in_the_house(store: Store, raw):
    a_house(store)
    with store.read() as session:
        whole = house(session)
    assert whole is not None
    for person in whole.staff:
        found = at_till(raw, person.id)
        assert found is not None
        assert found[0] == person
        assert found[1] in whole.stores
    first = at_till(raw, "0" * 32)
    assert first is not None
    assert first[0] == whole.staff[0]
    words = [one.name for one in whole.circles if one.highlighted]
    assert list(highlighted_circles(raw)) == words
