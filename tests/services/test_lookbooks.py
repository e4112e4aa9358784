"""A lookbook is composed frame by frame, kept as it grows, and undone step by step."""

import pytest

from clienteling.domain.errors import UserError
from clienteling.models.lookbook import IssueWay, LookbookStatus
from clienteling.queries.lookbooks import LookbookRow, issues, lookbook, shelf
from clienteling.services import lookbooks as services
from clienteling.storage.store import Store
from clienteling.storage.undo import undo_transaction
from tests.factories import SmallHouse, a_client, a_house


@pytest.fixture
def house(store: Store) -> SmallHouse:
    return a_house(store)


@pytest.fixture
def book_id(store: Store, house: SmallHouse) -> str:
    client_id = a_client(store, house)
    with store.write(why="Lookbook begun") as session:
        return services.new_lookbook(
            session, client_id=client_id, staff_id=house.camille, title="For Ravello",
            language="it",
        )  # fmt: skip


def read(store: Store, book_id: str) -> LookbookRow:
    with store.read() as session:
        return lookbook(session, lookbook_id=book_id)


def frames(store: Store, book_id: str) -> list[dict[int, str]]:
    return [
        {item.slot: item.product_id for item in page.items} for page in read(store, book_id).pages
    ]


def test_a_piece_moves_between_frames_and_what_was_there_comes_back(
    store: Store, house: SmallHouse, book_id: str
) -> None:
    (page,) = read(store, book_id).pages
    with store.write(why="Pieces placed") as session:
        services.place_piece(session, page_id=page.id, slot=0, product_id=house.coat)
        services.place_piece(session, page_id=page.id, slot=1, product_id=house.bag)
    with store.write(why="Piece moved") as session:
        services.move_piece(session, page_id=page.id, slot=0, to_page_id=page.id, to_slot=1)
    assert frames(store, book_id) == [{0: house.bag, 1: house.coat}]
    with store.write(why="Taken back") as undoing:
        undo_transaction(undoing, session.info["committed"])
    assert frames(store, book_id) == [{0: house.coat, 1: house.bag}]


def test_pages_are_added_moved_and_removed_but_never_the_last(store: Store, book_id: str) -> None:
    (first,) = read(store, book_id).pages
    with store.write(why="Pages added") as session:
        second = services.add_page(session, lookbook_id=book_id, after=first.id, layout="4")
        third = services.add_page(session, lookbook_id=book_id, after=second, layout="words")
        services.move_page(session, page_id=third, to=0)
    assert [page.id for page in read(store, book_id).pages] == [third, first.id, second]
    with store.write(why="Pages removed") as session:
        services.remove_page(session, page_id=first.id)
        services.remove_page(session, page_id=second)
    assert [(page.id, page.position) for page in read(store, book_id).pages] == [(third, 0)]
    with pytest.raises(UserError), store.write(why="Page removed") as session:
        services.remove_page(session, page_id=third)


def test_what_was_issued_is_kept_word_for_word(
    store: Store, house: SmallHouse, book_id: str
) -> None:
    with store.write(why="Lookbook made") as session:
        services.issue_lookbook(
            session, lookbook_id=book_id, way=IssueWay.PDF, snapshot='{"form":1}',
            staff_id=house.camille,
        )  # fmt: skip
    with store.read() as session:
        (issue,) = issues(session, lookbook_id=book_id)
        (row,) = shelf(session)
    assert (issue.snapshot, row.status, row.pages) == ('{"form":1}', LookbookStatus.ISSUED, 1)
