"""What is plainly new is laid many rows at a time, and stands as if it had been laid with care."""

from dataclasses import replace

import pytest

from clienteling.sync import inbox, new_rows
from clienteling.sync.brake import Brake
from clienteling.sync.wire import LIVE, Row
from tests.sync.tills import SCOPES, Joined, whole_book

MANY = 60


@pytest.fixture
def news(joined: Joined) -> list[Row]:
    """Notes about the client that head office has and no till."""
    return [
        Row(
            900 + number, "note", f"{number:032x}", LIVE,
            {
                "client_id": joined.client, "noted_at": number, "body": f"Tea {number}",
                "visibility": "hq", "pinned": 0, "created_at": number,
            },
            number, None,
        )
        for number in range(1, MANY + 1)
    ]  # fmt: skip


def _take(joined: Joined, name: str, rows: list[Row]) -> None:
    till = joined.one.till if name == "one" else joined.two.till
    inbox.take_page(till, SCOPES[1], rows, None, Brake())


def test_many_at_a_time_and_one_by_one_give_the_same_book(
    joined: Joined, news: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    _take(joined, "one", news)
    monkeypatch.setattr(new_rows, "LEAST", MANY + 1)
    _take(joined, "two", news)
    assert whole_book(joined.one) == whole_book(joined.two)
    for sql in (
        "SELECT * FROM sync_row WHERE tbl = 'note' ORDER BY row_id",
        "SELECT * FROM touched_client",
        "SELECT * FROM sync_hold",
        "SELECT count(*) FROM sync_log WHERE tbl = 'note'",
    ):
        assert joined.one.rows(sql) == joined.two.rows(sql)
    assert joined.one.rows("SELECT count(*) FROM note") == [(MANY,)]


def test_one_row_that_cannot_be_kept_does_not_hold_up_the_others(
    joined: Joined, news: list[Row]
) -> None:
    joined.one.till.connection.execute("CREATE UNIQUE INDEX no_twins ON note (body)")
    spoilt = [
        *news,
        replace(news[0], row_id="a" * 32),
        replace(news[1], row_id="b" * 32, body={**news[1].body, "visibility": "nonsense"}),
        replace(news[2], row_id="c" * 32, body={**news[2].body, "client_id": "d" * 32}),
        replace(news[3], row_id="e" * 32, body={"body": "half a note"}),
    ]
    _take(joined, "one", spoilt)
    assert joined.one.rows("SELECT count(*), count(DISTINCT body) FROM note") == [(MANY, MANY)]
    held = joined.one.rows("SELECT hex(row_id), why FROM sync_hold ORDER BY row_id")
    assert [(key[0].lower(), why.split(":")[0]) for key, why in held] == [
        ("a", "cannot be stored"),
        ("b", "visibility has a value this program does not know"),
        ("c", "waits for the row it hangs on"),
        ("e", "client_id is missing"),
    ]


def test_what_is_here_or_has_a_word_of_this_till_is_laid_with_care(
    joined: Joined, news: list[Row]
) -> None:
    _take(joined, "one", news)
    connection = joined.one.till.connection
    connection.execute("UPDATE note SET pinned = 1 WHERE id = ?", (bytes.fromhex(news[0].row_id),))
    connection.execute("DELETE FROM note WHERE id = ?", (bytes.fromhex(news[1].row_id),))
    again = [
        replace(row, seq=row.seq + 100, body={**row.body, "body": f"Roses {row.seq}"})
        for row in news
    ]
    _take(joined, "one", again)
    assert joined.one.rows("SELECT body, pinned FROM note ORDER BY id LIMIT 2") == [
        ("Roses 901", 1),
        ("Roses 903", 0),
    ]
