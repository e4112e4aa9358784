"""Comparing what both sides have, and forgetting what is older than any backup."""

from datetime import timedelta

import pytest

from clienteling.services import clients, log
from clienteling.storage.capture import INSERT
from clienteling.sync import upkeep
from clienteling.sync.engine import Done
from tests.sync.tills import Joined, TestTill, whole_book


def _note(till: TestTill, joined: Joined, *words: str) -> None:
    with till.store.write(why="Noted", who=joined.house.camille) as session:
        for one in words:
            log.log_note(session, client_id=joined.client, body=one, staff_id=None)


def _all_sync(joined: Joined) -> None:
    for till in (joined.one, joined.two, joined.one, joined.two):
        assert isinstance(till.sync(joined.office), Done)


def _lose(till: TestTill, sql: str) -> None:
    connection = till.till.connection
    connection.execute("UPDATE sync_self SET applying = 1")
    connection.execute(sql)
    connection.execute("UPDATE sync_self SET applying = 0")


def test_rows_that_a_book_has_lost_come_again_when_both_sides_compare(joined: Joined) -> None:
    _note(joined.one, joined, "Tea", "Coffee", "Water")
    _all_sync(joined)
    _lose(joined.two, "DELETE FROM note WHERE body <> 'Tea'")
    assert joined.two.sync(joined.office) == Done()
    outcome = joined.two.sync(joined.office, compare=True)
    assert isinstance(outcome, Done)
    assert outcome.received >= 2
    assert whole_book(joined.two) == whole_book(joined.one)
    assert joined.two.sync(joined.office, compare=True) == Done()


def test_a_removal_that_passed_a_book_by_is_made_up_for(joined: Joined) -> None:
    _note(joined.one, joined, "Tea", "Coffee")
    _all_sync(joined)
    joined.one.till.connection.execute("DELETE FROM note WHERE body = 'Tea'")
    joined.one.sync(joined.office)
    cursor = joined.one.till.cursors()["b:PAR1"]
    joined.two.till.connection.execute(
        "UPDATE sync_cursor SET seq = ?, mark_seq = ?, mark = ? WHERE scope = 'b:PAR1'",
        (cursor.seq, cursor.mark_seq, bytes.fromhex(cursor.mark)),
    )
    assert joined.two.rows("SELECT count(*) FROM note") == [(2,)]
    assert isinstance(joined.two.sync(joined.office, compare=True), Done)
    assert whole_book(joined.two) == whole_book(joined.one)


def test_what_head_office_has_lost_is_offered_by_who_has_it(joined: Joined) -> None:
    _note(joined.one, joined, "Tea")
    _all_sync(joined)
    joined.feed.execute("DELETE FROM sync_feed WHERE tbl = 'note'")
    assert isinstance(joined.two.sync(joined.office, compare=True), Done)
    found = joined.feed.execute("SELECT body FROM sync_feed WHERE tbl = 'note'").fetchall()
    assert "Tea" in str(found)


def test_two_books_that_agree_exchange_no_row(joined: Joined) -> None:
    _note(joined.one, joined, *"abcdefgh")
    _all_sync(joined)
    for till in (joined.one, joined.two):
        assert till.sync(joined.office, compare=True) == Done()


def test_old_confirmed_entries_are_forgotten_and_what_waits_or_was_refused_is_not(
    joined: Joined, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "LEAST_KEPT", 0)
    connection = joined.one.till.connection
    _note(joined.one, joined, "Tea")
    connection.execute("UPDATE client SET relationship_status = 'odd'")
    joined.one.sync(joined.office)
    joined.clock.advance(timedelta(days=89))
    assert upkeep.prune_log(joined.one.till) == 0
    joined.clock.advance(timedelta(days=2))
    with joined.one.store.write(why="Edited") as session:
        clients.edit_client(session, client_id=joined.client, values={"remember": "Peonies"})
    connection.execute("UPDATE sync_log SET hlc = 0")
    assert upkeep.prune_log(joined.one.till) > 0
    left = joined.one.rows("SELECT op, state FROM sync_log ORDER BY mid")
    assert [row for row in left if row[0] != INSERT] == [(2, 2), (2, 0)]
    _all_sync(joined)
    assert whole_book(joined.one) == whole_book(joined.two)


def test_the_newest_entries_are_kept_whatever_a_wrong_clock_says(joined: Joined) -> None:
    _note(joined.one, joined, "Tea")
    joined.one.sync(joined.office)
    joined.clock.advance(timedelta(days=3_650))
    assert upkeep.prune_log(joined.one.till) == 0
