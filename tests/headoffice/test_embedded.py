"""The embedded database under several threads, and with the disk or another in its way."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clienteling.headoffice.dialect import AwayError, Transaction
from clienteling.headoffice.embedded import SharedEmbeddedDatabase
from clienteling.storage.book import Book


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path / "office.book", bytes(32))


@pytest.fixture
def database(book: Book) -> Iterator[SharedEmbeddedDatabase]:
    made = SharedEmbeddedDatabase(book.connect, readers=2)
    with made.write() as transaction:
        transaction.run("CREATE TABLE count (n bigint NOT NULL)")
        transaction.run("INSERT INTO count (n) VALUES (0)")
    yield made
    made.close()


def _count(database: SharedEmbeddedDatabase) -> int:
    with database.read() as transaction:
        return int(transaction.all("SELECT n FROM count")[0][0])


def _write_and(database: SharedEmbeddedDatabase, act: Callable[[Transaction], object]) -> None:
    with database.write() as transaction:
        transaction.run("UPDATE count SET n = 7")
        act(transaction)


def _write_much(transaction: Transaction) -> None:
    transaction.run("CREATE TABLE large (words text)")
    transaction.many("INSERT INTO large VALUES (?)", [("x" * 4_000,) for _ in range(50)])


def test_many_threads_write_one_after_the_other_and_read_beside(
    database: SharedEmbeddedDatabase,
) -> None:
    seen: list[int] = []

    def work() -> None:
        for _ in range(20):
            with database.write() as transaction:
                found = transaction.all("SELECT n FROM count")[0][0]
                transaction.run("UPDATE count SET n = ?", (found + 1,))
            seen.append(_count(database))

    threads = [threading.Thread(target=work) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert _count(database) == 120
    assert len(seen) == 120


def test_what_fails_in_the_middle_is_not_kept(database: SharedEmbeddedDatabase) -> None:
    with pytest.raises(ValueError, match="no"):
        _write_and(database, lambda _transaction: int("no"))
    assert _count(database) == 0


def test_a_full_disk_is_told_and_keeps_nothing(database: SharedEmbeddedDatabase) -> None:
    with database.write() as transaction:
        pages = int(transaction.all("PRAGMA page_count")[0][0])
        transaction.all(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(AwayError):
        _write_and(database, _write_much)
    assert _count(database) == 0
    with database.write() as transaction:
        transaction.run("UPDATE count SET n = 8")
    assert _count(database) == 8


def test_another_program_in_the_way_is_told(database: SharedEmbeddedDatabase, book: Book) -> None:
    other = book.connect()
    other.execute("BEGIN IMMEDIATE")
    with database.read() as transaction:
        assert transaction.all("SELECT n FROM count") == [(0,)]
    database._writer._connection.execute("PRAGMA busy_timeout = 1")
    with pytest.raises(AwayError), database.write():
        pass
    other.execute("COMMIT")
    other.close()
    with database.write() as transaction:
        transaction.run("UPDATE count SET n = 1")
    assert _count(database) == 1
