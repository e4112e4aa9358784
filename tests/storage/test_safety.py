"""What a person is promised: saved is saved, half is nothing, and a thief reads nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import KnownError
from clienteling.domain.names import NameOrder
from clienteling.models.client import Client, ClientKind, RelationshipStatus
from clienteling.models.house import House
from clienteling.storage.book import Book, WrongKeyError, rows
from clienteling.storage.integrity import check_book
from clienteling.storage.open import OpenedBook, open_book
from clienteling.storage.store import Store
from tests.books import KEYS
from tests.storage import houses

CANARY = "Xiomara Quetzalwing"
PLAIN_HEADER = b"SQLite format 3"


def test_no_name_stands_in_clear_in_any_file_of_the_book(opened: OpenedBook) -> None:
    houses.add(opened.store(), CANARY)
    opened.attachments().put(CANARY.encode() * 50, "text/plain")
    opened.back_up()
    files = [path for path in opened.book.path.parent.rglob("*") if path.is_file()]
    kinds = {path.suffix for path in files}
    # The log and the shared memory are there too: the book is open.
    assert kinds >= {".book", ".book-wal", ".book-shm", ".json", ".key", ".lock"}
    for path in files:
        content = path.read_bytes()
        for encoding in ("utf-8", "utf-16-le"):
            assert CANARY.encode(encoding) not in content, path.name
        assert not content.startswith(PLAIN_HEADER), path.name


def test_another_key_is_refused_and_changes_nothing(opened: OpenedBook) -> None:
    path = opened.book.path
    opened.close()
    before = path.read_bytes()
    with pytest.raises(WrongKeyError, match="Nothing in it was changed"):
        Book(path, bytes(32)).connect()
    assert path.read_bytes() == before


WRITE = """
import sys
from pathlib import Path
from clienteling.domain.clock import SystemClock
from clienteling.models.house import House
from clienteling.storage.open import open_book
from clienteling.storage.vault import DeviceKeys
book = open_book(Path(sys.argv[1]), clock=SystemClock(), keys=DeviceKeys(use_keyring=False))
for number in range(1_000_000):
    with book.store().write(why="House made") as session:
        session.add_all([House(name=f"{number}{half}", currency="EUR") for half in "ab"])
    print(number, flush=True)
"""


def test_killed_while_writing_it_keeps_all_that_was_acknowledged_and_nothing_half(
    book_path: Path, clock: FakeClock
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, str(book_path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        acknowledged = [int(writer.stdout.readline()) for _ in range(60)]
        writer.kill()
        acknowledged += [int(line) for line in writer.stdout if line.endswith("\n")]
    book = open_book(book_path, clock=clock, keys=KEYS)
    book.check()
    kept = set(houses.names(book.book))
    with book.book.reading() as connection:
        log = rows(connection, "SELECT count(*), count(DISTINCT tx) FROM sync_log")
        acts = rows(connection, "SELECT count(*) FROM sync_tx")
    book.close()
    whole = {f"{number}{half}" for number in range(len(kept) // 2) for half in "ab"}
    assert kept == whole, "an act is there with both its rows or not at all"
    assert len(kept) // 2 - len(acknowledged) in {0, 1}
    assert (log, acts) == ([(len(kept), len(kept) // 2)], [(len(kept) // 2,)])


def _allow_pages(store: Store, more: int) -> None:
    # The limit belongs to the connection, and the store goes on using the one it has.
    with store.write(why="Nothing") as session:
        connection = session.connection()
        present = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {present + more}")


def test_a_full_disk_refuses_the_save_in_a_sentence_and_the_book_goes_on(
    opened: OpenedBook,
) -> None:
    store = opened.store()
    houses.add(store, "Maison")
    _allow_pages(store, 2)
    with pytest.raises(KnownError, match=r"The disk is full\. What was there is safe"):
        houses.add(store, "x" * 100_000)
    assert houses.names(opened.book) == ["Maison"]
    _allow_pages(store, 1_000_000)
    houses.add(store, "Atelier")
    with opened.book.reading() as connection:
        log = rows(connection, "SELECT count(*) FROM sync_log")
    assert (houses.names(opened.book), log) == (["Atelier", "Maison"], [(2,)])
    assert check_book(opened.book).is_sound


def _save_client_in_the_last_page(store: Store, number: int) -> None:
    with store.write(why="Client made") as session:
        session.add(
            Client(
                kind=ClientKind.PERSON,
                client_no=str(number),
                family_name=" ".join(f"word{number}x{part}" for part in range(20)),
                name_order=NameOrder.GIVEN_FIRST,
                relationship_status=RelationshipStatus.CLIENT,
                do_not_contact=False,
            )
        )
        # What is saved itself fits; what is derived of it before the commit does not, sooner or
        # later.
        session.flush()
        present = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {present}")


def _save_clients_until_full(store: Store) -> None:
    for number in range(200):
        _save_client_in_the_last_page(store, number)


def test_a_full_disk_in_the_index_refuses_the_whole_save(opened: OpenedBook) -> None:
    with pytest.raises(KnownError, match="The disk is full"):
        _save_clients_until_full(opened.store())
    with opened.book.reading() as connection:
        counts = rows(
            connection,
            "SELECT (SELECT count(*) FROM client), (SELECT count(*) FROM sync_log), "
            "(SELECT count(*) FROM client_hit), (SELECT count(*) FROM client_metric)",
        )[0]
    assert len(set(counts)) == 1


def test_a_locked_book_is_told_in_a_sentence(opened: OpenedBook) -> None:
    store = opened.store()
    houses.add(store, "Maison")
    with store.write(why="Nothing") as session:
        session.connection().exec_driver_sql("PRAGMA busy_timeout = 0")
    other = opened.book.connect()
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(KnownError, match="Another program is writing"):
        houses.add(store, "Atelier")
    other.execute("ROLLBACK")
    other.close()
    houses.add(store, "Atelier")
    assert houses.names(opened.book) == ["Atelier", "Maison"]


def test_a_check_beside_a_writing_program_raises_no_false_alarm(opened: OpenedBook) -> None:
    houses.add(opened.store(), *(f"Maison {number}" for number in range(20)))
    reader = opened.book.connect()
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM house").fetchone()
    # With a reader in the way the log cannot be emptied, and more is written after.
    houses.add(opened.store(), *(f"Atelier {number}" for number in range(20)))
    verdict = check_book(opened.book)
    reader.close()
    assert verdict.faults == ()


def test_the_engine_is_beyond_the_known_corruption_bug(book: Book) -> None:
    # SQLite 3.7.0 to 3.51.2 may lose a log that is reset at the wrong moment (its own page on WAL).
    with book.reading() as connection:
        version = rows(connection, "SELECT sqlite_version()")[0][0]
    assert tuple(int(part) for part in version.split(".")) >= (3, 51, 3)


def test_a_house_written_by_one_program_is_read_by_another(
    opened: OpenedBook, clock: FakeClock
) -> None:
    beside = open_book(opened.book.path, clock=clock, keys=KEYS, alone=False)
    with beside.store().write(why="House made") as session:
        session.add(House(name="Maison", currency="EUR"))
    beside.close()
    assert houses.names(opened.book) == ["Maison"]


def test_a_check_on_a_full_disk_calls_nothing_damaged(opened: OpenedBook) -> None:
    store = opened.store()
    houses.add(store, "Maison")
    reader = opened.book.connect()
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM house").fetchone()
    houses.add(store, "x" * 50_000)
    with opened.book.path.open("rb+") as file:
        # What a checkpoint leaves that could not go on: its last page is there in part, and the
        # log still holds all of it.
        file.truncate(opened.book.path.stat().st_size + 1500)
    verdict = check_book(opened.book)
    reader.close()
    assert verdict.faults == ()


def test_damage_met_while_reading_is_told_in_a_sentence(opened: OpenedBook) -> None:
    houses.add(opened.store(), *(f"Maison {number}" * 40 for number in range(40)))
    check_book(opened.book)
    path, root = opened.book.path, _root_page(opened.book)
    with path.open("rb+") as file:
        file.seek((root - 1) * 4096 + 50)
        file.write(b"\xff" * 8)
    with pytest.raises(KnownError, match="damaged"), opened.store().read() as session:
        session.scalars(select(House)).all()


def _root_page(book: Book) -> int:
    with book.reading() as connection:
        found = rows(connection, "SELECT rootpage FROM sqlite_master WHERE name = 'house'")
    return int(found[0][0])
