"""Opening: one program at a time, a till's identity, and a damaged file noticed and replaced."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import KnownError, NotFoundError
from clienteling.storage.book import Book, rows
from clienteling.storage.lock import AlreadyOpenError
from clienteling.storage.manifest import Reason, manifest_file
from clienteling.storage.open import OpenedBook, create_book, open_book
from clienteling.storage.places import companions
from clienteling.storage.restore import (
    DamagedBookError,
    restore,
    restore_newest_good,
    set_aside,
)
from tests.books import KEYS
from tests.storage import houses

HOLD = """
import sys
from pathlib import Path
from clienteling.domain.clock import SystemClock
from clienteling.storage.open import open_book
from clienteling.storage.vault import DeviceKeys
book = open_book(Path(sys.argv[1]), clock=SystemClock(), keys=DeviceKeys(use_keyring=False))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_program_is_told_which_is_the_first(book_path: Path, clock: FakeClock) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(book_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        with pytest.raises(AlreadyOpenError, match="already open") as refused:
            open_book(book_path, clock=clock, keys=KEYS)
        assert refused.value.pid == first.pid
        open_book(book_path, clock=clock, keys=KEYS, alone=False).close()
        first.kill()
        first.wait()
    open_book(book_path, clock=clock, keys=KEYS).close()


def test_each_new_book_is_a_till_of_its_own(tmp_path: Path, opened: OpenedBook) -> None:
    other = create_book(tmp_path / "other" / "client.book", clock=FakeClock(), keys=KEYS)
    tills = []
    for book in (opened, other):
        with book.book.reading() as connection:
            tills += rows(connection, "SELECT till_id, next_mid, applying FROM sync_self")
    other.close()
    assert [row[1:] for row in tills] == [(1, 0), (1, 0)]
    assert len({row[0] for row in tills}) == 2


def test_a_book_that_is_not_there_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        open_book(tmp_path / "none.book", clock=FakeClock(), keys=KEYS)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_due_again_right_after_it_was_done(opened: OpenedBook) -> None:
    assert opened.keep_safe() is None, "nothing was written, so there is nothing to lose"
    houses.add(opened.store(), "Séverac")
    first = opened.keep_safe()
    assert first is not None
    assert opened.keep_safe() is None


def test_an_import_cut_short_is_finished_at_the_next_opening(
    opened: OpenedBook, clock: FakeClock
) -> None:
    connection = opened.book.connect()
    connection.execute("INSERT INTO touched_client VALUES (x'11111111111111111111111111111111')")
    connection.close()
    opened.close()
    again = open_book(opened.book.path, clock=clock, keys=KEYS)
    assert again.has_unfinished
    again.keep_safe()
    with again.book.reading() as connection:
        left = rows(connection, "SELECT count(*) FROM touched_client")
    again.close()
    assert (left, again.has_unfinished) == ([(0,)], False)


def _flip(path: Path, at: int) -> None:
    with path.open("rb+") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 0x10]))


def _open_and_look_after(path: Path, clock: FakeClock) -> None:
    book = open_book(path, clock=clock, keys=KEYS)
    try:
        book.keep_safe()
    finally:
        book.close()


def _truncate(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size // 2)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "its first page": lambda path: _flip(path, 100),
    "a page in the middle": lambda path: _flip(path, (path.stat().st_size // 8192) * 4096 + 77),
    "its last page": lambda path: _flip(path, path.stat().st_size - 2000),
    "its end is missing": _truncate,
    "a torn page": lambda path: path.write_bytes(path.read_bytes()[:-1000]),
    "it is gone": lambda path: path.unlink(),
    "it is empty": lambda path: path.write_bytes(b""),
    "it is another file": lambda path: path.write_bytes(b"SQLite format 3\0" + b"x" * 9000),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_book_is_noticed_kept_aside_and_the_newest_backup_brought_back(
    opened: OpenedBook, clock: FakeClock, damage: str
) -> None:
    path = opened.book.path
    houses.add(opened.store(), "Maison Ölander")
    backup = opened.back_up()
    opened.close()
    DAMAGES[damage](path)
    damaged = path.read_bytes() if path.exists() else None

    with pytest.raises(DamagedBookError, match=r"is (damaged|gone)\.") as noticed:
        _open_and_look_after(path, clock)
    assert noticed.value.report.newest_good == backup
    untouched = path.read_bytes() if path.exists() else None
    assert untouched == damaged, "a damaged file is never touched"

    restored = restore_newest_good(path, KEYS, clock)
    aside = path.with_name("client.book.set-aside-20260312T093000Z")
    assert restored.set_aside == (None if damaged is None else aside)
    assert damaged is None or aside.read_bytes() == damaged
    again = open_book(path, clock=clock, keys=KEYS)
    again.check()
    found = houses.names(again.book)
    again.close()
    assert found == ["Maison Ölander"]


def test_no_empty_book_is_made_where_a_lost_one_has_backups(
    opened: OpenedBook, clock: FakeClock
) -> None:
    opened.back_up()
    opened.close()
    opened.book.path.unlink()
    with pytest.raises(DamagedBookError, match="is gone"):
        create_book(opened.book.path, clock=clock, keys=KEYS)
    assert not opened.book.path.exists()


def test_a_damaged_backup_is_passed_over_for_an_older_good_one(
    opened: OpenedBook, clock: FakeClock
) -> None:
    houses.add(opened.store(), "Maison")
    good = opened.back_up()
    for number in range(2):
        clock.advance(timedelta(hours=1))
        houses.add(opened.store(), f"Atelier {number}")
        bad = opened.back_up()
        _flip(bad.path if number else manifest_file(bad.path), 5000 if number else 40)
    opened.close()
    restored = restore_newest_good(opened.book.path, KEYS, clock)
    assert restored.backup == good


def test_without_a_good_backup_nothing_is_touched(opened: OpenedBook, clock: FakeClock) -> None:
    path = opened.book.path
    opened.close()
    _truncate(path)
    damaged = path.read_bytes()
    with pytest.raises(DamagedBookError, match="no backup") as noticed:
        _open_and_look_after(path, clock)
    with pytest.raises(KnownError, match="Nothing was changed"):
        restore_newest_good(path, KEYS, clock)
    assert noticed.value.report.newest_good is None
    assert path.read_bytes() == damaged


def test_restoring_takes_back_what_came_after_and_keeps_the_present_book(
    opened: OpenedBook, clock: FakeClock
) -> None:
    path, store = opened.book.path, opened.store()
    houses.add(store, "Maison")
    backup = opened.back_up()
    houses.add(store, "Atelier")
    with opened.book.reading() as connection:
        before = rows(connection, "SELECT till_id, incarnation FROM sync_self")[0]
    with pytest.raises(AlreadyOpenError):
        restore(backup, path, KEYS, clock)
    opened.close()
    restored = restore(backup, path, KEYS, clock)
    again = open_book(path, clock=clock, keys=KEYS)
    with again.book.reading() as connection:
        after = rows(connection, "SELECT till_id, incarnation FROM sync_self")[0]
    assert houses.names(again.book) == ["Maison"]
    again.close()
    assert after[0] == before[0]
    assert after[1] != before[1], "head office must see that the log starts anew"
    assert restored.set_aside is not None
    shutil.move(restored.set_aside, path)
    kept = open_book(path, clock=clock, keys=KEYS)
    assert houses.names(kept.book) == ["Atelier", "Maison"]
    kept.close()


def test_the_log_of_a_damaged_book_is_never_played_into_the_restored_one(
    opened: OpenedBook, clock: FakeClock, tmp_path: Path
) -> None:
    path = opened.book.path
    houses.add(opened.store(), "Maison")
    opened.back_up()
    houses.add(opened.store(), "Atelier")
    copies = [shutil.copy2(file, tmp_path) for file in (path, companions(path)[0])]
    opened.close()
    for copy in copies:
        shutil.copy2(copy, path.parent)
    # Anything longer would be opened, and SQLite would take the log in as it closes.
    path.write_bytes(b"")
    restored = restore_newest_good(path, KEYS, clock)
    assert restored.set_aside is not None
    assert companions(restored.set_aside)[0].stat().st_size > 0
    again = open_book(path, clock=clock, keys=KEYS)
    again.check()
    assert houses.names(again.book) == ["Maison"]
    again.close()


def test_a_lost_vault_comes_back_with_a_backup(opened: OpenedBook, clock: FakeClock) -> None:
    path = opened.book.path
    houses.add(opened.store(), "Maison")
    backup = opened.back_up(Reason.ROUTINE)
    opened.close()
    path.with_name("client.book.vault.json").unlink()
    restore(backup, path, KEYS, clock)
    again = open_book(path, clock=clock, keys=KEYS)
    assert houses.names(again.book) == ["Maison"]
    again.close()


def test_a_restore_cut_short_leaves_the_present_book_as_it_was(
    opened: OpenedBook, clock: FakeClock
) -> None:
    path = opened.book.path
    houses.add(opened.store(), "Maison")
    opened.back_up()
    opened.close()
    # What a crash leaves: a half-written copy, and the present file under two names.
    path.with_name("client.book.restoring").write_bytes(b"half a book")
    set_aside(path, clock)
    again = open_book(path, clock=clock, keys=KEYS)
    again.check()
    assert houses.names(again.book) == ["Maison"]
    again.close()
    restored = restore_newest_good(path, KEYS, clock)
    assert restored.set_aside == path.with_name("client.book.set-aside-20260312T093000Z-2")
    assert not path.with_name("client.book.restoring").exists()


def test_what_waits_in_the_log_is_kept_with_the_book_that_is_set_aside(
    opened: OpenedBook, clock: FakeClock, tmp_path: Path
) -> None:
    path = opened.book.path
    backup = opened.back_up()
    houses.add(opened.store(), "Maison")
    crashed = [shutil.copy2(file, tmp_path) for file in (path, companions(path)[0])]
    opened.close()
    for file in crashed:
        shutil.copy2(file, path.parent)
    assert companions(path)[0].stat().st_size > 0
    restored = restore(backup, path, KEYS, clock)
    assert restored.set_aside is not None
    assert not companions(restored.set_aside)[0].exists()
    assert houses.names(Book(restored.set_aside, opened.keys.book)) == ["Maison"]
