"""What a till may no longer have, what its disk cannot hold, and what is larger than a message."""

import random
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2
from typing_extensions import override

from clienteling.domain.errors import KnownError, UserError
from clienteling.services import clients, log
from clienteling.storage.book import Book
from clienteling.storage.bulk import BulkLoad
from clienteling.storage.store import Store
from clienteling.storage.undo import undo_transaction
from clienteling.sync import outbox
from clienteling.sync.engine import Done, Later, LineError, sync_once
from clienteling.sync.till import Till
from clienteling.sync.wire import Place, Push
from tests.sync.tills import SCOPES, Joined, TestTill, key_of, whole_book


def _note(till: TestTill, joined: Joined, *words: str) -> None:
    with till.store.write(why="Noted", who=joined.house.camille) as session:
        for one in words:
            log.log_note(session, client_id=joined.client, body=one, staff_id=None)


def a_copy(till: TestTill, joined: Joined, template_book: Path, folder: Path) -> TestTill:
    """Copy a till's disk, with its name."""
    book = Book(folder / "copy.book", key_of(template_book))
    till.till.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    book.path.write_bytes(till.book.path.read_bytes())
    return TestTill(book, Store(book, joined.clock), Till(book, joined.clock))


def _all_sync(joined: Joined) -> None:
    for _turn in range(2):
        for till in (joined.one, joined.two):
            assert isinstance(till.sync(joined.office), Done)


def _notes(till: TestTill) -> set[str]:
    return {row[0] for row in till.rows("SELECT body FROM note WHERE deleted_at IS NULL")}


def test_a_withdrawn_scope_leaves_the_book_and_comes_back_whole_when_granted(
    joined: Joined,
) -> None:
    _note(joined.two, joined, "Tea")
    joined.two.sync(joined.office)
    _note(joined.one, joined, "In vain")
    joined.office.set_granted("one", ())
    outcome = joined.one.sync(joined.office)
    assert isinstance(outcome, Done)
    assert {result.reason for result in outcome.results} == {"another scope"}
    assert joined.one.rows("SELECT count(*) FROM client") == [(0,)]
    assert joined.one.rows("SELECT count(*) FROM product")[0][0] > 0
    refused = joined.one.rows("SELECT body FROM sync_log WHERE state = 2")
    assert "In vain" in str(refused)
    assert joined.one.sync(joined.office) == Done()
    joined.office.set_granted("one", SCOPES)
    _all_sync(joined)
    assert whole_book(joined.one) == whole_book(joined.two)
    assert _notes(joined.one) == {"Tea"}


class GrantedMeanwhile:
    """Head office whose answer is lost to this till, and which grants the scope again meanwhile."""

    def __init__(self, joined: Joined) -> None:
        self._office = joined.office

    def push(self, words: Push) -> object:
        """Take the words, and let nobody hear the answer."""
        self._office.push(words)
        self._office.set_granted("one", SCOPES)
        raise LineError("the line broke")


def test_what_was_refused_before_a_scope_was_granted_again_does_not_stay(joined: Joined) -> None:
    with joined.one.store.write(why="Edited") as session:
        clients.edit_client(session, client_id=joined.client, values={"remember": "Peonies"})
    joined.office.set_granted("one", ())
    assert isinstance(joined.one.sync(GrantedMeanwhile(joined)), Later)
    _all_sync(joined)
    assert whole_book(joined.one) == whole_book(joined.two)


#: A place in a log that no till here has: whoever is told it was restored, or is a copy.
ELSEWHERE = Place(99, "ab" * 16)


def test_a_restored_till_is_told_again_what_was_refused_so_that_it_is_sent_whole_once_mended(
    joined: Joined,
) -> None:
    with joined.one.store.write(why="Noted") as session:
        log.log_note(session, client_id=joined.client, body="Tea", staff_id=None)
        session.flush()
        session.connection().exec_driver_sql("UPDATE client SET relationship_status = 'odd'")
    _all_sync(joined)
    joined.one.till.go_to(ELSEWHERE)
    outcome = joined.one.sync(joined.office)
    assert isinstance(outcome, Done)
    assert {result.outcome for result in outcome.results} == {"rejected"}
    joined.one.till.connection.execute("UPDATE note SET body = 'Coffee'")
    _all_sync(joined)
    assert _notes(joined.two) == {"Coffee"}
    assert whole_book(joined.one) == whole_book(joined.two)


def test_an_edit_right_after_what_was_refused_brings_the_row_whole(joined: Joined) -> None:
    with joined.one.store.write(why="Noted") as session:
        log.log_note(session, client_id=joined.client, body="Tea", staff_id=None)
        session.flush()
        session.connection().exec_driver_sql("UPDATE client SET relationship_status = 'odd'")

    class Lost:
        """Head office whose answer is lost."""

        def push(self, words: Push) -> object:
            joined.office.push(words)
            raise LineError("the line broke")

    for word in ("Coffee", "Milk"):
        joined.one.till.connection.execute("UPDATE note SET body = ?", (word,))
        assert isinstance(joined.one.sync(Lost()), Later)
    _all_sync(joined)
    assert _notes(joined.two) == {"Milk"}
    assert whole_book(joined.one) == whole_book(joined.two)


def test_an_erasure_outlives_a_head_office_that_forgets_it_and_a_scope_that_was_left(
    joined: Joined,
) -> None:
    _all_sync(joined)
    backup = dbapi2.connect(":memory:", isolation_level=None)
    joined.feed.backup(backup)
    joined.office.erase(SCOPES[1], "client", joined.client)
    joined.one.sync(joined.office)
    joined.office.set_granted("one", ())
    joined.one.sync(joined.office)
    backup.backup(joined.feed)
    _all_sync(joined)
    assert [till.rows("SELECT count(*) FROM client") for till in (joined.one, joined.two)] == [
        [(0,)], [(0,)],
    ]  # fmt: skip
    assert joined.one.sync(joined.office) == Done()


def test_what_was_done_to_the_erased_cannot_be_undone(joined: Joined) -> None:
    with joined.one.store.write(why="Noted") as session:
        log.log_note(session, client_id=joined.client, body="Tea", staff_id=None)
    with joined.one.store.write(why="Edited") as session:
        clients.edit_client(session, client_id=joined.client, values={"remember": "Peonies"})
    edited = session.info["committed"]
    joined.one.sync(joined.office)
    joined.office.erase(SCOPES[1], "client", joined.client)
    joined.one.sync(joined.office)
    with (
        pytest.raises(UserError, match=r"^What this changed is no longer in the book\.$"),
        joined.one.store.write(why="Undone") as session,
    ):
        undo_transaction(session, edited)


def test_what_was_erased_on_a_copy_does_not_use_up_what_its_original_says(
    joined: Joined, tmp_path: Path, template_book: Path
) -> None:
    _note(joined.two, joined, "Tea")
    _all_sync(joined)
    backup = dbapi2.connect(":memory:", isolation_level=None)
    joined.feed.backup(backup)
    _note(joined.one, joined, "Coffee")
    joined.one.till.connection.execute("UPDATE note SET body = 'Milk' WHERE body = 'Tea'")
    copied = a_copy(joined.one, joined, template_book, tmp_path)
    joined.office.erase(SCOPES[1], "client", joined.client)
    assert isinstance(copied.sync(joined.office), Done)
    joined.feed.execute("DELETE FROM sync_rejected")
    backup.backup(joined.feed)
    # The copy hears nothing of head office that forgets before it is gone, too.
    words = outbox.next_stretch(copied.till, Place())
    assert words is not None
    assert [one.fields for one in words.mutations[-2:]] == [{}, {}]
    who = copied.till.identity()
    joined.office.push(Push(who.till, who.incarnation, who.schema, Place(), {}, words.mutations))
    copied.store.close()
    copied.till.close()
    joined.one.till.go_to(ELSEWHERE)
    _all_sync(joined)
    assert _notes(joined.two) == {"Milk", "Coffee"}
    assert whole_book(joined.one) == whole_book(joined.two)


def test_a_copy_is_told_what_was_refused_of_its_original(joined: Joined) -> None:
    with joined.one.store.write(why="Edited") as session:
        clients.edit_client(session, client_id=joined.client, values={"remember": "Peonies"})
    joined.office.set_granted("one", ())
    assert isinstance(joined.one.sync(GrantedMeanwhile(joined)), Later)
    joined.one.till.go_to(ELSEWHERE)
    _all_sync(joined)
    assert joined.one.rows("SELECT reason FROM sync_log WHERE state = 2") == [("another scope",)]
    assert whole_book(joined.one) == whole_book(joined.two)


@pytest.mark.usefixtures("small_messages")
def test_half_a_bulk_load_that_was_refused_is_sent_again_when_its_scope_is(joined: Joined) -> None:
    load = BulkLoad(joined.one.book, joined.clock, why="notes.csv brought in")
    with load.chunk():
        load.insert(
            "note",
            ("id", "client_id", "noted_at", "body", "visibility", "pinned"),
            [
                (bytes([n + 1] * 16), bytes.fromhex(joined.client), 0, f"{n}", "hq", 0)
                for n in range(5)
            ],
        )
    load.finish()
    joined.office.set_granted("one", ())

    class Granted:
        """Head office whose answer is lost, and which grants the scope again meanwhile."""

        def push(self, words: Push) -> object:
            joined.office.push(words)
            joined.office.set_granted("one", SCOPES)
            raise LineError("the line broke")

    assert isinstance(joined.one.sync(Granted()), Later)
    _all_sync(joined)
    assert _notes(joined.two) == {f"{n}" for n in range(5)}
    assert whole_book(joined.one) == whole_book(joined.two)


def test_a_full_disk_keeps_the_book_as_it_was_and_the_sync_goes_on_later(joined: Joined) -> None:
    _note(joined.one, joined, *(f"{n}" * 4_000 for n in range(9)))
    joined.one.sync(joined.office)
    connection = joined.two.till.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = whole_book(joined.two)
    connection.execute(f"PRAGMA max_page_count = {pages}")
    outcome = joined.two.sync(joined.office)
    assert isinstance(outcome, Later)
    assert "full" in outcome.reason
    assert (whole_book(joined.two), connection.in_transaction) == (before, False)
    connection.execute("PRAGMA max_page_count = 1000000")
    _all_sync(joined)
    assert whole_book(joined.one) == whole_book(joined.two)


def test_a_full_disk_keeps_nothing_of_a_save_and_no_log_entry(joined: Joined) -> None:
    before = (whole_book(joined.one), joined.one.rows("SELECT count(*) FROM sync_log"))

    def save() -> None:
        with joined.one.store.write(why="Noted") as session:
            pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
            session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            for number in range(60):
                log.log_note(
                    session, client_id=joined.client, body=f"{number % 10}" * 4_000, staff_id=None
                )

    with pytest.raises(KnownError, match="disk is full"):
        save()
    assert (whole_book(joined.one), joined.one.rows("SELECT count(*) FROM sync_log")) == before


def test_who_edits_what_is_held_back_has_not_seen_it(joined: Joined) -> None:
    _note(joined.one, joined, "Tea")
    _all_sync(joined)
    joined.feed.execute(
        "UPDATE sync_feed SET body = replace(replace(body, 'Tea', 'Milk'), '\"hq\"', '\"moonlit\"'),"
        ' versions = \'{"+": [1, "x/1", 0, null], "body": [99, "x/1", 0, null]}\', seq = 99'
        " WHERE tbl = 'note'"
    )
    joined.feed.execute("UPDATE sync_scope SET head = 99 WHERE scope = 'b:PAR1'")
    joined.feed.execute("INSERT INTO sync_mark VALUES ('b:PAR1', 99, 'ab', 0)")
    joined.two.sync(joined.office)
    assert joined.two.rows("SELECT count(*) FROM sync_hold") == [(1,)]
    joined.two.till.connection.execute("UPDATE note SET body = 'Coffee'")
    outcome = joined.two.sync(joined.office)
    assert isinstance(outcome, Done)
    assert [result.outcome for result in outcome.results] == ["conflict"]


class _Parts:
    """Head office behind a line that breaks before some part of a transaction."""

    def __init__(self, joined: Joined, break_before: int | None = None) -> None:
        self.office = joined.office
        self.parts: list[tuple[int, bool]] = []
        self._break_before = break_before

    def push(self, words: Push) -> Any:
        if words.part == self._break_before:
            self._break_before = None
            raise LineError("the line broke")
        self.parts.append((words.part, words.more))
        return self.office.push(words)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.office, name)


@pytest.fixture
def small_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """No message holds more than three mutations."""
    for module in ("outbox", "checks"):
        monkeypatch.setattr(f"clienteling.sync.{module}.MAX_MUTATIONS", 3)


@pytest.mark.usefixtures("small_messages")
def test_a_transaction_larger_than_a_message_is_shown_whole_or_not_at_all(joined: Joined) -> None:
    _note(joined.one, joined, *(f"{n}" for n in range(8)))
    line = _Parts(joined, break_before=2)
    assert isinstance(sync_once(joined.one.till, line, random.Random(0)), Later)
    joined.two.sync(joined.office)
    assert _notes(joined.two) == set()
    assert isinstance(sync_once(joined.one.till, line, random.Random(0)), Done)
    assert line.parts == [(0, True), (1, True), (0, True), (1, True), (2, False)]
    _all_sync(joined)
    assert _notes(joined.two) == {f"{n}" for n in range(8)}
    assert joined.feed.execute("SELECT count(*) FROM sync_staged").fetchone() == (0,)


@pytest.mark.usefixtures("small_messages")
def test_a_fault_in_the_last_part_refuses_the_first(joined: Joined) -> None:
    with joined.one.store.write(why="Noted") as session:
        for number in range(5):
            log.log_note(session, client_id=joined.client, body=f"{number}", staff_id=None)
        session.flush()
        session.connection().exec_driver_sql("UPDATE client SET relationship_status = 'odd'")
    outcome = joined.one.sync(joined.office)
    assert isinstance(outcome, Done)
    assert {result.outcome for result in outcome.results} == {"rejected"}
    assert len(outcome.results) == 6
    _all_sync(joined)
    assert _notes(joined.two) == set()


@pytest.mark.usefixtures("small_messages")
def test_parts_that_do_not_join_are_asked_for_again(joined: Joined) -> None:
    _note(joined.one, joined, *(f"{n}" for n in range(8)))

    class Forgetful(_Parts):
        @override
        def push(self, words: Push) -> Any:
            if words.part == 2 and self.parts.count((1, True)) == 1:
                joined.feed.execute("DELETE FROM sync_staged WHERE part = 0")
            return super().push(words)

    line = Forgetful(joined)
    assert isinstance(sync_once(joined.one.till, line, random.Random(0)), Done)
    assert line.parts == [(0, True), (1, True), (2, False)] * 2
    _all_sync(joined)
    assert len(_notes(joined.two)) == 8
