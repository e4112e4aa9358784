"""The list holds whom it says, in a total order, and any page of it is the scan's page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlcipher3 import dbapi2

from clienteling.domain.clock import FakeClock
from clienteling.domain.money import Money
from clienteling.models.client import Client
from clienteling.queries.client_list import (
    ClientList,
    ListFilter,
    ListSort,
    count,
    first_page,
    keys,
    page,
    place_of,
)
from clienteling.queries.client_rows import ClientRow, NextDate
from clienteling.storage.bulk import BulkLoad
from clienteling.storage.open import create_book
from clienteling.storage.search_index import roll
from clienteling.storage.store import Store
from tests.books import KEYS
from tests.search.people import ADVISERS, CIRCLES, STORE, Person, blob, people, put

TODAY = FakeClock().today()
PEOPLE = people(300, seed=3)
ME = ADVISERS[0].hex()
PIECE, SIZE_38, SIZE_40 = blob(91), blob(92), blob(93)


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dbapi2.Connection]:
    """A book of people with dates, wishes and consents, that tests only read."""
    path = tmp_path_factory.mktemp("list") / "client.book"
    opened = create_book(path, clock=FakeClock(), keys=KEYS)
    put(opened.book, FakeClock(), PEOPLE)
    load = BulkLoad(opened.book, FakeClock(), why="facts")
    with load.chunk():
        _facts(load)
        load.touch(one.id for one in PEOPLE)
    load.finish()
    connection = opened.book.connect()
    yield connection
    connection.close()
    opened.close()


def _facts(load: BulkLoad) -> None:
    load.insert(
        "key_date",
        (
            "id", "client_id", "kind", "month", "day", "calendar", "leap_month", "show_years",
            "hide_from_client_id",
        ),
        [
            (blob(7_000_000 + n), one.id, "birthday", n % 12 + 1, n % 28 + 1, "gregorian", 0, 0,
             PEOPLE[0].id if n % 5 == 0 else None)
            for n, one in enumerate(PEOPLE)
            if n % 3
        ] + [(blob(7_900_000), PEOPLE[2].id, "custom", 3, 13, "gregorian", 0, 0, PEOPLE[0].id)],
    )  # fmt: skip
    load.insert(
        "product",
        ("id", "style_no", "name", "category", "status"),
        [(PIECE, "S1", "Coat", "coat", "active")],
    )
    load.insert(
        "variant",
        ("id", "product_id", "sku", "size_label"),
        [(SIZE_38, PIECE, "S1-38", "38"), (SIZE_40, PIECE, "S1-40", "40")],
    )
    load.insert(
        "stock",
        ("id", "store_id", "variant_id", "on_hand", "as_of"),
        [(blob(94), STORE, SIZE_38, 0, 0), (blob(95), STORE, SIZE_40, 2, 0)],
    )
    load.insert(
        "wish",
        ("id", "client_id", "kind", "status", "product_id", "size_label", "noted_on"),
        [
            (blob(96), PEOPLE[0].id, "wish", "open", PIECE, "38", "2026-01-01"),
            (blob(97), PEOPLE[1].id, "wish", "open", PIECE, "40", "2026-01-01"),
            (blob(98), PEOPLE[2].id, "wish", "offered", PIECE, None, "2026-01-01"),
            (blob(99), PEOPLE[3].id, "wish", "bought", PIECE, None, "2026-01-01"),
        ],
    )
    load.insert(
        "consent_event",
        ("id", "client_id", "purpose", "channel", "decision", "method", "at"),
        [
            (blob(8_000_000), PEOPLE[4].id, "marketing", "email", "granted", "web", 10**12),
            (blob(8_000_001), PEOPLE[5].id, "marketing", "email", "granted", "web", 10**12),
            (blob(8_000_002), PEOPLE[5].id, "marketing", "email", "withdrawn", "web", 2 * 10**12),
            (blob(8_000_003), PEOPLE[6].id, "service", "email", "granted", "web", 10**12),
        ],
    )


def _all(raw: dbapi2.Connection, listed: ClientList) -> list[ClientRow]:
    rows = page(raw, keys(raw, listed))
    assert None not in rows
    return [row for row in rows if row is not None]


def _order(sort: ListSort, row: ClientRow, names: dict[str, str]) -> tuple[object, ...]:
    match sort:
        case ListSort.LAST_SEEN:
            seen = row.last_seen_on
            return (-(seen.toordinal() if seen else 0), row.id)
        case ListSort.NAME:
            return (names[row.id], row.id)
        case ListSort.TWELVE_MONTHS:
            return (-(row.spend_12m.minor if row.spend_12m else 0), row.id)
        case ListSort.NEXT_DATE:
            return (row.next_date.on if row.next_date else date.max, row.id)
        case ListSort.RANKED:
            return (row.key,)


@pytest.mark.parametrize("mine", [True, False])
@pytest.mark.parametrize("sort", ListSort)
def test_a_list_is_in_its_order_and_its_first_page_is_its_beginning(
    raw: dbapi2.Connection, sort: ListSort, mine: bool
) -> None:
    listed = ClientList(TODAY, ME if mine else None, sort=sort)
    rows = _all(raw, listed)
    names = {
        row[0].hex(): row[1] for row in raw.execute("SELECT client_id, sort_name FROM client_hit")
    }
    assert rows == sorted(rows, key=lambda row: _order(sort, row, names))
    wanted = {one.id.hex() for one in PEOPLE if not mine or one.adviser == 0}
    assert {row.id for row in rows} == wanted
    assert list(first_page(raw, listed, size=50)) == rows[:50]
    assert list(first_page(raw, listed, size=500)) == rows
    assert count(raw, listed) == len(rows)


def _ids(raw: dbapi2.Connection, which: ListFilter) -> set[str]:
    listed = ClientList(TODAY, filter=which)
    found = {row.id for row in _all(raw, listed)}
    assert count(raw, listed) == len(found)
    return found


def _hex(*some: Person) -> set[str]:
    return {one.id.hex() for one in some}


def test_each_filter_holds_whom_it_says(raw: dbapi2.Connection) -> None:
    everyone = _all(raw, ClientList(TODAY))
    week = TODAY + timedelta(days=6)
    assert _ids(raw, ListFilter.KEY_DATE_THIS_WEEK) == {
        row.id for row in everyone if row.next_date and TODAY <= row.next_date.on <= week
    }
    absent = TODAY - timedelta(days=90)
    assert _ids(raw, ListFilter.NOT_SEEN_90_DAYS) == {
        row.id for row in everyone if row.last_seen_on and row.last_seen_on < absent
    }
    assert _ids(raw, ListFilter.CIRCLE_HIGHLIGHTED) == {
        row.id for row in everyone if row.circle == "Haute Clientèle" and row.circle_highlighted
    }
    assert _ids(raw, ListFilter.WISH_IN_STOCK) == _hex(PEOPLE[1], PEOPLE[2])
    assert _ids(raw, ListFilter.CONSENT_TO_RENEW) == _hex(PEOPLE[4])


def test_a_row_holds_what_the_list_shows(raw: dbapi2.Connection) -> None:
    one = next(n for n, one in enumerate(PEOPLE) if n % 3 and one.adviser == 0)
    listed = ClientList(TODAY)
    ordered = keys(raw, listed)
    place = place_of(raw, ordered, PEOPLE[one].id.hex())
    assert place is not None
    (row,) = page(raw, ordered[place : place + 1], language="zh-Hans")
    assert row is not None
    assert (row.id, row.display, row.native) == (
        PEOPLE[one].id.hex(),
        PEOPLE[one].display,
        PEOPLE[one].native,
    )
    assert (row.adviser, row.adviser_initials) == ("Camille Roux", "CR")
    day = date(2026, one % 12 + 1, one % 28 + 1)
    on = day if day >= TODAY else day.replace(year=2027)
    assert row.next_date == NextDate(on, "birthday", None)


@pytest.fixture
def small(store: Store) -> Store:
    """A book of a dozen people that a test may change."""
    put(store.book, FakeClock(), people(12, seed=9))
    return store


def test_a_client_who_moves_in_the_ranking_is_found_by_her_old_key(small: Store) -> None:
    raw = small.book.connect()
    before = keys(raw, ClientList(TODAY))
    last = page(raw, before)[-1]
    assert last is not None
    with small.write(why="raised and removed") as session:
        raised = session.get_one(Client, last.id)
        raised.circle_id = (CIRCLES[0] if not last.circle_highlighted else CIRCLES[1]).hex()
        gone = page(raw, before)[0]
        assert gone is not None
        session.get_one(Client, gone.id).deleted_at = session.info["moment"]
    rows = page(raw, before)
    assert rows[0] is None
    assert (rows[-1] and rows[-1].id, rows[-1] and rows[-1].key != last.key) == (last.id, True)
    raw.close()


def test_figures_are_net_of_returns_and_roll_with_the_days(small: Store) -> None:
    raw = small.book.connect()
    client = people(12, seed=9)[0].id
    raw.execute("DELETE FROM purchase WHERE client_id = ?", (client,))
    bought = [
        ("2025-03-12", 100_00),  # a year ago to the day: already over
        ("2025-03-13", 200_00),
        ("2026-02-20", 300_00),
        ("2026-03-01", -50_00),
    ]
    for day, net in bought:
        raw.execute(
            "INSERT INTO purchase (id, client_id, store_id, sold_at, sold_on, channel, currency, "
            "net_minor, created_at, updated_at) VALUES (randomblob(16), ?, ?, 0, ?, 'store', "
            "'EUR', ?, 0, 0)",
            (client, STORE, day, net),
        )

    def figures() -> tuple[object, ...]:
        return tuple(
            raw.execute(
                "SELECT m.spend_minor, m.spend_12m_minor, m.orders, m.first_day, m.last_day, "
                "m.months, h.spend_12m_minor FROM client_metric m JOIN client_hit h "
                "ON h.client_id = m.client_id WHERE m.client_id = ?",
                (client,),
            ).fetchone()
        )

    with small.write(why="touched") as session:
        session.get_one(Client, client.hex()).remember = "so that her figures are made again"
    months = "[20000,0,0,0,0,0,0,0,0,0,0,25000]"
    assert figures() == (55_000, 45_000, 3, "2025-03-12", "2026-02-20", months, 45_000)
    roll(raw, date(2026, 3, 13))
    months = "[0,0,0,0,0,0,0,0,0,0,0,25000]"
    assert figures() == (55_000, 25_000, 3, "2025-03-12", "2026-02-20", months, 25_000)
    (listed,) = page(raw, [row[0] for row in raw.execute(
        "SELECT rk FROM client_hit WHERE client_id = ?", (client,)
    )])  # fmt: skip
    assert listed is not None
    assert listed.spend_12m == Money(25_000, "EUR")
    raw.close()


def test_a_surprise_counts_neither_for_filter_nor_order_nor_row_of_a_discreet_list(
    raw: dbapi2.Connection,
) -> None:
    hidden = {one.id.hex() for n, one in enumerate(PEOPLE) if n % 3 and n % 5 == 0}
    rows = _all(raw, ClientList(TODAY, sort=ListSort.NEXT_DATE, discreet=True))
    days = [row.open_date.on if row.open_date else date.max for row in rows]
    assert days == sorted(days)
    assert {row.id for row in rows if row.next_date and not row.open_date} == hidden
    (one,) = (row for row in rows if row.id == PEOPLE[2].id.hex())
    assert one.next_date == NextDate(date(2026, 3, 13), "custom", None)
    assert one.open_date == NextDate(date(2027, 3, 3), "birthday", None)
    week = ClientList(TODAY, filter=ListFilter.KEY_DATE_THIS_WEEK)
    seen, discreet = _all(raw, week), _all(raw, replace(week, discreet=True))
    assert {row.id for row in seen} - {row.id for row in discreet} == {
        row.id for row in seen if row.next_date != row.open_date
    }
    assert one.id in {row.id for row in seen}
