"""Change capture: whatever writes to a synced table is in the log, in the same transaction."""

import json

import pytest
from sqlalchemy import Table
from sqlalchemy.orm import Session

from clienteling.models import SYNCED, Synced
from clienteling.models.house import House
from clienteling.models.synced import OF_CLIENT
from clienteling.storage.book import Book, rows
from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.storage.store import Change, Store
from tests.storage import raw_rows

LOG = "SELECT op, row_id, body FROM sync_log WHERE tbl = ? ORDER BY mid"
BY_TABLE = pytest.mark.parametrize(
    "mapped", SYNCED, ids=[mapped.__tablename__ for mapped in SYNCED]  # type: ignore[attr-defined]
)  # fmt: skip


def _table(mapped: type[Synced]) -> Table:
    return mapped.__table__  # type: ignore[attr-defined, no-any-return] # the mixin is always mapped


@BY_TABLE
def test_a_foreign_write_is_logged_with_just_what_changed(
    mapped: type[Synced], book: Book
) -> None:
    table = _table(mapped)
    connection = raw_rows.strangers(book)
    row = raw_rows.insert(connection, table)
    expected: list[tuple[int, bytes, object]] = [(INSERT, row["id"], None)]
    for column in raw_rows.travelling(table, mapped.__sync__):
        before, after = row[column.name], raw_rows.value(column, 2)
        connection.execute(f"UPDATE {table.name} SET {column.name} = ?, updated_at = 9", (after,))
        change = [raw_rows.logged(column, before), raw_rows.logged(column, after)]
        expected.append((UPDATE, row["id"], {column.name: change}))
        row[column.name] = after
    connection.execute(f"DELETE FROM {table.name}")
    whole = {
        column.name: raw_rows.logged(column, row[column.name])
        for column in raw_rows.travelling(table, mapped.__sync__)
    }
    expected.append((DELETE, row["id"], whole))
    found = [
        (op, i, body and json.loads(body)) for op, i, body in rows(connection, LOG, (table.name,))
    ]
    connection.close()
    assert found == expected


@BY_TABLE
def test_what_changes_nothing_that_travels_is_not_logged(mapped: type[Synced], book: Book) -> None:
    table = _table(mapped)
    connection = raw_rows.strangers(book)
    raw_rows.insert(connection, table)
    connection.execute(f"UPDATE {table.name} SET updated_at = 5, created_by = NULL, id = id")
    found = rows(connection, LOG, (table.name,))
    connection.close()
    assert [op for op, _id, _body in found] == [INSERT]


def test_every_row_of_a_client_marks_her_for_the_index_and_the_figures(book: Book) -> None:
    connection = raw_rows.strangers(book)
    expected = set()
    for mapped in SYNCED:
        if mapped.__sync__.client == OF_CLIENT:
            expected.add(raw_rows.insert(connection, _table(mapped))["client_id"])
    found = {row[0] for row in rows(connection, "SELECT client_id FROM touched_client")}
    connection.close()
    assert found == expected != set()


def test_a_null_that_becomes_a_value_and_back_is_logged_as_null(book: Book, store: Store) -> None:
    with store.write(why="House made") as session:
        session.add(House(id="0" * 32, name="Maison", currency="EUR"))
    connection = raw_rows.strangers(book)
    connection.execute("UPDATE house SET deleted_at = 7")
    connection.execute("UPDATE house SET deleted_at = NULL")
    found = rows(connection, "SELECT body FROM sync_log WHERE op = 2 ORDER BY mid")
    connection.close()
    assert found == [('{"deleted_at":[null,7]}',), ('{"deleted_at":[7,null]}',)]


class _SpilledError(Exception):
    """Something went wrong in the middle of an act."""


def _fail_after_writing(store: Store) -> None:
    with store.write(why="House made") as session:
        session.add(House(name="Maison", currency="EUR"))
        session.flush()
        raise _SpilledError


def test_what_is_rolled_back_leaves_neither_row_nor_log(book: Book, store: Store) -> None:
    told: list[Change] = []
    store.listen(told.append)
    with pytest.raises(_SpilledError):
        _fail_after_writing(store)
    with book.reading() as connection:
        left = [
            rows(connection, f"SELECT count(*) FROM {name}")
            for name in ("house", "sync_log", "sync_tx", "touched_client")
        ]
    assert (left, told) == ([[(0,)]] * 4, [])


def test_data_and_log_are_committed_under_one_transaction(book: Book, store: Store) -> None:
    told: list[Change] = []
    store.listen(told.append)
    who = "ab" * 16
    with store.write(why="House made", who=who) as session:
        session.add(House(name="Maison", currency="EUR"))
        session.add(House(name="Atelier", currency="CHF"))
    with book.reading() as connection:
        log = rows(connection, "SELECT hex(tx), tbl, hex(user_id), state FROM sync_log")
        acts = rows(connection, "SELECT hex(tx), why, hex(user_id), at_ms FROM sync_tx")
        idle = rows(connection, "SELECT tx, user_id, now_ms FROM sync_self")
    tx, by = told[0].tx.upper(), who.upper()
    moment = int(store.clock.now().timestamp() * 1000)
    assert log == [(tx, "house", by, 0)] * 2
    assert acts == [(tx, "House made", by, moment)]
    assert idle == [(None, None, None)]
    assert told == [Change(told[0].tx, frozenset({"house"}), who, "House made")]


def test_an_act_that_changes_nothing_leaves_no_trace_and_tells_no_one(
    book: Book, store: Store
) -> None:
    told: list[Change] = []
    store.listen(told.append)
    with store.write(why="Nothing") as session:
        _only_look(session)
    with book.reading() as connection:
        assert rows(connection, "SELECT count(*) FROM sync_tx") == [(0,)]
    assert told == []


def _only_look(session: Session) -> None:
    assert session.get(House, "0" * 32) is None


def test_the_hybrid_clock_never_goes_back(book: Book, store: Store) -> None:
    for name in ("Maison", "Atelier", "Cercle"):
        with store.write(why="House made") as session:
            session.add(House(name=name, currency="EUR"))
    with book.reading() as connection:
        ticks = [row[0] for row in rows(connection, "SELECT hlc FROM sync_log ORDER BY mid")]
    assert ticks == sorted(set(ticks))
    assert len(ticks) == 3
