"""A whole sync of two tills: what is shared, what collides, what was forgotten, what is refused."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from clienteling.models.catalogue import Product
from clienteling.models.client import Client
from clienteling.services import clients, log, rows
from clienteling.storage.book import Book
from clienteling.storage.bulk import BulkLoad, undo_batch
from clienteling.storage.store import Store
from clienteling.storage.undo import undo_transaction
from clienteling.sync import engine
from clienteling.sync.engine import Done, Later, LineError, Stopped
from clienteling.sync.till import Till
from clienteling.sync.wire import Malformed, Pull, Push, SnapshotAsked
from tests.sync.tills import SCOPES, Joined, TestTill, a_till, key_of, whole_book


def _edit(till: TestTill, joined: Joined, **values: object) -> None:
    with till.store.write(why="Edited", who=joined.house.camille) as session:
        clients.edit_client(session, client_id=joined.client, values=values)


def _client(till: TestTill, *names: str) -> tuple[object, ...]:
    return till.rows(f"SELECT {', '.join(names)} FROM client")[0]


def _all_sync(joined: Joined, times: int = 2) -> None:
    for _turn in range(times):
        for till in (joined.one, joined.two):
            assert isinstance(till.sync(joined.office), Done)


def test_a_clash_is_told_on_both_tills_with_both_sides(joined: Joined) -> None:
    _edit(joined.one, joined, remember="Peonies")
    _edit(joined.two, joined, remember="Lilies", language="fr")
    _all_sync(joined)
    for till in (joined.one, joined.two):
        assert _client(till, "remember", "language") == ("Peonies", "fr")
        cases = till.rows("SELECT tbl, field, kept, other, state FROM sync_conflict")
        assert [(*c[:2], json.loads(c[2]), json.loads(c[3]), c[4]) for c in cases] == [
            ("client", "remember", {"remember": "Peonies"}, {"remember": "Lilies"}, 0)
        ]


def test_syncing_again_changes_nothing(joined: Joined) -> None:
    _edit(joined.one, joined, remember="Peonies")
    _all_sync(joined)
    before = whole_book(joined.two), joined.feed.total_changes
    assert joined.two.sync(joined.office) == joined.one.sync(joined.office) == Done()
    assert (whole_book(joined.two), joined.feed.total_changes) == before


def test_what_is_derived_follows_what_arrives(joined: Joined) -> None:
    with joined.one.store.write(why="Sold") as session:
        log.log_note(session, client_id=joined.client, body="Peonies", staff_id=None)
    _edit(joined.one, joined, family_name="Wyndham")
    outcome_one, outcome_two = joined.one.sync(joined.office), joined.two.sync(joined.office)
    assert outcome_one.tables == frozenset()
    assert outcome_two.tables == {"client", "note"}
    assert joined.two.rows("SELECT count(*) FROM touched_client") == [(0,)]
    for table in ("client_metric", "search_words"):
        if joined.two.rows("SELECT 1 FROM sqlite_master WHERE name = ?", table):
            assert joined.two.rows(f"SELECT count(*) FROM {table}") == joined.one.rows(
                f"SELECT count(*) FROM {table}"
            )


def test_what_arrives_is_not_logged_as_an_edit(joined: Joined) -> None:
    _edit(joined.one, joined, remember="Peonies")
    _all_sync(joined)
    assert joined.two.rows("SELECT count(*) FROM sync_log") == [(0,)]


def test_an_undo_of_what_was_shared_is_shared(joined: Joined) -> None:
    with joined.one.store.write(why="Edited") as session:
        clients.edit_client(session, client_id=joined.client, values={"remember": "Peonies"})
    _all_sync(joined)
    with joined.one.store.write(why="Undone") as undoing:
        undo_transaction(undoing, session.info["committed"])
    _all_sync(joined)
    assert _client(joined.two, "remember") == (None,)


def test_poison_is_set_aside_with_its_reason_and_the_rest_flows(joined: Joined) -> None:
    for change in ("relationship_status = 'odd'", "remember = 'Peonies'"):
        joined.one.till.connection.execute(f"UPDATE client SET {change}")
    outcome = joined.one.sync(joined.office)
    assert isinstance(outcome, Done)
    (result,) = outcome.results
    assert (result.outcome, result.reason) == (
        "rejected", "relationship_status has a value this program does not know",
    )  # fmt: skip
    assert _client(joined.one, "relationship_status", "remember") == ("prospect", "Peonies")
    assert joined.one.rows("SELECT state, reason FROM sync_log ORDER BY mid DESC LIMIT 2")[1] == (
        2, result.reason,
    )  # fmt: skip


def test_a_transaction_is_taken_whole_or_refused_whole(joined: Joined) -> None:
    with joined.one.store.write(why="Two at once") as session:
        clients.edit_client(session, client_id=joined.client, values={"remember": "Peonies"})
        session.flush()
        session.connection().exec_driver_sql("UPDATE store SET code = NULL WHERE code = 'none'")
        session.connection().exec_driver_sql("UPDATE client SET relationship_status = 'odd'")
    joined.one.sync(joined.office)
    assert _client(joined.one, "remember", "relationship_status") == (None, "prospect")
    assert joined.one.rows("SELECT DISTINCT state FROM sync_log WHERE state <> 1") == [(2,)]


def test_a_row_that_was_refused_is_sent_whole_once_it_is_mended(joined: Joined) -> None:
    connection = joined.one.till.connection
    with joined.one.store.write(why="Noted") as session:
        note = log.log_note(session, client_id=joined.client, body="Peonies", staff_id=None)
        session.connection().exec_driver_sql("UPDATE note SET visibility = 'nonsense'")
    _all_sync(joined)
    assert joined.two.rows("SELECT id FROM note") == []
    connection.execute("UPDATE note SET visibility = 'hq'")
    _all_sync(joined)
    assert joined.two.rows("SELECT id, body, visibility FROM note") == [
        (bytes.fromhex(note), "Peonies", "hq")
    ]


def test_a_bulk_load_arrives_whole_also_what_came_while_it_was_sent(
    joined: Joined, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = _notes(joined, 3)
    add_more = iter([lambda: _chunk(load, joined, 2)])

    class Slow:
        def __getattr__(self, name: str) -> object:
            return getattr(joined.office, name)

        def push(self, words: Push) -> object:
            next(add_more, lambda: None)()
            return joined.office.push(words)

    assert isinstance(joined.one.sync(Slow()), Done)
    load.finish()
    _all_sync(joined)
    assert joined.two.rows("SELECT count(*) FROM note") == [(5,)]
    assert whole_book(joined.one) == whole_book(joined.two)


def test_a_long_bulk_load_is_cut_and_goes_on_after_a_broken_line(
    joined: Joined, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clienteling.sync.outbox.MAX_MUTATIONS", 4)
    _notes(joined, 10).finish()
    line = _Line(joined, break_after=1)
    assert isinstance(joined.one.sync(line), Later)
    assert joined.one.rows("SELECT DISTINCT state FROM sync_log WHERE op = 4") == [(4,)]
    _all_sync(joined)
    assert joined.two.rows("SELECT count(*), count(DISTINCT id) FROM note") == [(10, 10)]


def test_an_import_taken_back_before_it_was_sent_leaves_no_trace(joined: Joined) -> None:
    load = _notes(joined, 3)
    load.finish()
    undo_batch(joined.one.book.connect(), load.batch_id, joined.clock)
    _edit(joined.one, joined, remember="Peonies")
    _all_sync(joined)
    assert joined.two.rows("SELECT count(*) FROM note") == [(0,)]
    assert _client(joined.two, "remember") == ("Peonies",)


def _notes(joined: Joined, count: int) -> BulkLoad:
    load = BulkLoad(joined.one.book, joined.clock, why="notes.csv brought in")
    _chunk(load, joined, count)
    return load


def _chunk(load: BulkLoad, joined: Joined, count: int) -> None:
    import os

    with load.chunk():
        load.insert(
            "note",
            ("id", "client_id", "noted_at", "body", "visibility", "pinned"),
            [
                (os.urandom(16), bytes.fromhex(joined.client), 0, f"{n}", "hq", 0)
                for n in range(count)
            ],
        )


class _Line:
    """A line that breaks after some pushes: the answer is lost, head office has it."""

    def __init__(self, joined: Joined, break_after: int) -> None:
        self._office = joined.office
        self._left = break_after

    def push(self, words: Push) -> object:
        answer = self._office.push(words)
        self._left -= 1
        if self._left < 0:
            raise LineError("the line broke")
        return answer

    def pull(self, words: Pull) -> object:
        return self._office.pull(words)

    def snapshot(self, words: SnapshotAsked) -> object:
        return self._office.snapshot(words)


def test_a_lost_answer_has_one_effect_and_the_wait_grows(joined: Joined) -> None:
    _edit(joined.one, joined, remember="Peonies")
    outcome = joined.one.sync(_Line(joined, 0), failures=3)
    assert isinstance(outcome, Later)
    assert 4.0 <= outcome.seconds <= 12.0
    _edit(joined.two, joined, language="fr")
    _all_sync(joined)
    assert _client(joined.two, "remember", "language") == ("Peonies", "fr")
    assert joined.feed.execute("SELECT count(*) FROM sync_applied").fetchone()[0] > 1


def test_what_is_not_head_office_is_told_from_it(joined: Joined) -> None:
    class Portal:
        def push(self, _words: object) -> Malformed:
            return Malformed("HTML")

        pull = snapshot = push

    outcome = joined.one.sync(Portal())
    assert isinstance(outcome, Later)
    assert "not head office" in outcome.reason


def test_a_restored_till_takes_a_new_name_and_loses_nothing(
    joined: Joined, template_book: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.book"
    joined.one.till.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy.write_bytes(joined.one.book.path.read_bytes())
    _edit(joined.one, joined, remember="Peonies", gender="f")
    _all_sync(joined)
    book = Book(copy, key_of(template_book))
    restored = TestTill(book, Store(book, joined.clock), Till(book, joined.clock))
    for number in range(3):
        _edit(restored, joined, preferred_name=f"Bea {number}")
    for till in (restored, joined.two, restored):
        assert isinstance(till.sync(joined.office), Done)
    assert _client(restored, "remember", "gender", "preferred_name") == ("Peonies", "f", "Bea 2")
    assert whole_book(restored) == whole_book(joined.two)
    assert restored.till.identity().incarnation != "one"
    restored.store.close()
    restored.till.close()


def test_a_restored_head_office_is_filled_again_from_the_tills(joined: Joined) -> None:
    from clienteling.headoffice.dialect import EmbeddedDatabase
    from clienteling.headoffice.seal import Seal
    from clienteling.headoffice.store import HeadOffice
    from tests.sync.simulation.template import memory

    backup = memory()
    joined.feed.backup(backup)
    _edit(joined.one, joined, remember="Peonies")
    with joined.two.store.write(why="Noted") as session:
        log.log_note(session, client_id=joined.client, body="Tea", staff_id=None)
    _all_sync(joined)
    restored = HeadOffice(EmbeddedDatabase(lambda: backup), joined.clock, Seal(bytes(32)))
    for till in (joined.two, joined.one, joined.two, joined.one):
        assert isinstance(till.sync(restored), Done)
    found = backup.execute("SELECT body FROM sync_feed WHERE tbl IN ('client', 'note')").fetchall()
    assert any("Peonies" in row[0] for row in found)
    assert any("Tea" in row[0] for row in found)
    assert whole_book(joined.one) == whole_book(joined.two)
    backup.close()


def test_a_revoked_till_stops_keeps_its_queue_and_goes_on_when_let_in_again(
    joined: Joined,
) -> None:
    _edit(joined.one, joined, remember="Peonies")
    joined.office.revoke("one")
    assert joined.one.sync(joined.office) == Stopped("revoked")
    joined.office.enrol("one", SCOPES[1])
    _all_sync(joined)
    assert _client(joined.two, "remember") == ("Peonies",)


def test_an_unknown_till_and_another_protocol_are_refused(
    joined: Joined, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined.one.till.connection.execute("UPDATE sync_self SET till_id = 'stranger'")
    assert joined.one.sync(joined.office) == Stopped("unknown")
    monkeypatch.setattr("clienteling.sync.wire.PROTOCOL", 2)
    assert joined.two.sync(joined.office) == Stopped("upgrade")


def test_a_first_sync_takes_the_snapshot_and_goes_on_where_the_line_broke(
    joined: Joined, template_book: Path, tmp_path: Path
) -> None:
    for scope in SCOPES:
        joined.office.prepare_snapshot(scope, rows_a_part=3)
    _edit(joined.one, joined, remember="Peonies")
    joined.one.sync(joined.office)
    book = Book(tmp_path / "three.book", key_of(template_book))
    book.path.write_bytes(template_book.read_bytes())
    three = a_till(book, joined.clock, "three")
    joined.office.enrol("three", SCOPES[1])
    asked: list[tuple[str, int]] = []

    class Cut:
        def push(self, words: Push) -> object:
            return joined.office.push(words)

        def pull(self, words: Pull) -> object:
            return joined.office.pull(words)

        def snapshot(self, words: SnapshotAsked) -> object:
            asked.append((words.scope, words.part))
            if asked.count(("g", 2)) == 1 and words.part == 2:
                raise LineError("the line broke")
            return joined.office.snapshot(words)

    assert isinstance(three.sync(Cut()), Later)
    assert isinstance(three.sync(Cut()), Done)
    assert asked[:4] == [("g", 0), ("g", 1), ("g", 2), ("g", 2)]
    assert whole_book(three) == whole_book(joined.one)
    three.store.close()
    three.till.close()


def test_a_till_away_too_long_takes_a_snapshot_and_keeps_its_own_work(joined: Joined) -> None:
    from clienteling.headoffice import snapshot
    from clienteling.headoffice.dialect import EmbeddedDatabase

    with joined.one.store.write(why="Noted") as session:
        note = log.log_note(session, client_id=joined.client, body="Tea", staff_id=None)
    _all_sync(joined)
    joined.one.till.connection.execute("DELETE FROM note WHERE id = ?", (bytes.fromhex(note),))
    joined.one.sync(joined.office)
    joined.clock.advance(timedelta(days=401))
    _edit(joined.one, joined, language="fr")
    joined.one.sync(joined.office)
    _edit(joined.one, joined, gender="f")
    joined.one.sync(joined.office)
    now = int(joined.clock.now().timestamp() * 1000)
    with EmbeddedDatabase(lambda: joined.feed).write() as transaction:
        for scope in SCOPES:
            snapshot.prune(transaction, scope, now)
            snapshot.prepare(transaction, scope, 100, now)
    assert joined.feed.execute("SELECT count(*) FROM sync_feed WHERE state = 1").fetchone() == (0,)
    _edit(joined.two, joined, remember="Peonies")
    _all_sync(joined)
    assert joined.two.rows("SELECT count(*) FROM note") == [(0,)]
    assert _client(joined.one, "remember", "language", "gender") == ("Peonies", "fr", "f")
    assert whole_book(joined.one) == whole_book(joined.two)


def test_erased_on_request_leaves_every_till_and_does_not_come_back(joined: Joined) -> None:
    for till, word in ((joined.one, "Peonies"), (joined.two, "Lilies")):
        with till.store.write(why="Noted") as session:
            log.log_note(session, client_id=joined.client, body=word, staff_id=None)
        _edit(till, joined, remember=word)
    joined.one.sync(joined.office)
    assert joined.office.erase(SCOPES[1], "client", joined.client) >= 3
    with joined.two.store.write(why="Noted late") as session:
        log.log_note(session, client_id=joined.client, body="Roses", staff_id=None)
    _all_sync(joined)
    for till in (joined.one, joined.two):
        assert till.rows("SELECT id FROM client") == till.rows("SELECT id FROM note") == []
        bodies = till.rows("SELECT body FROM sync_log WHERE body IS NOT NULL")
        assert not any(word in str(bodies) for word in ("Peonies", "Lilies", "Roses"))
    left = str(joined.feed.execute("SELECT body, versions FROM sync_feed").fetchall())
    left += str(joined.feed.execute("SELECT body FROM sync_rejected").fetchall())
    assert not any(word in left for word in ("Peonies", "Lilies", "Roses", "Altieri"))


def test_a_mass_change_stops_before_it_is_done_and_goes_on_when_allowed(joined: Joined) -> None:
    with joined.one.store.write(why="Many") as session:
        for number in range(60):
            rows.put(
                session, Product, style_no=f"S{number}", name="Scarf", category="scarf",
                status="active", story="Silk",
            )  # fmt: skip
    _all_sync(joined)
    joined.one.till.connection.execute("UPDATE product SET story = NULL")
    joined.one.sync(joined.office)
    assert joined.two.sync(joined.office) == Stopped("mass change")
    assert joined.two.rows("SELECT count(story) FROM product") == [(60,)]
    joined.two.sync(joined.office, mass_change_allowed=True)
    assert joined.two.rows("SELECT count(story) FROM product") == [(0,)]


def test_an_edit_made_while_news_arrives_stays_on_top_and_collides_later(
    joined: Joined, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(joined.one, joined, remember="Peonies", language="fr")
    joined.one.sync(joined.office)
    late = iter([lambda: _edit(joined.two, joined, remember="Lilies")])
    monkeypatch.setattr(
        joined.two.till,
        "at",
        lambda point: next(late, lambda: None)() if point == "after the news" else None,
    )
    assert isinstance(joined.two.sync(joined.office), Done)
    _all_sync(joined)
    for till in (joined.one, joined.two):
        assert _client(till, "remember", "language") == ("Peonies", "fr")
        assert [json.loads(c[0]) for c in till.rows("SELECT other FROM sync_conflict")] == [
            {"remember": "Lilies"}
        ]


def test_what_an_own_edit_hides_was_not_seen_by_its_author(
    joined: Joined, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(joined.one, joined, remember="Peonies")
    joined.one.sync(joined.office)
    late = iter([lambda: _edit(joined.two, joined, remember="Lilies")])
    after_page = iter([lambda: _edit(joined.two, joined, remember="Roses")])

    def at(point: str) -> None:
        if point == "after the news":
            next(late, lambda: None)()
        if point == "before sending":
            next(after_page, lambda: None)()

    monkeypatch.setattr(joined.two.till, "at", at)
    _all_sync(joined)
    for till in (joined.one, joined.two):
        assert _client(till, "remember") == ("Peonies",)
        others = till.rows("SELECT other FROM sync_conflict")
        assert {json.loads(other)["remember"] for (other,) in others} == {"Lilies", "Roses"}


@pytest.mark.parametrize("values", [{"remember": "Tea"}, {"deleted_at": 1}])
def test_what_two_tills_wrote_alike_ends_with_the_same_stamps_on_both(
    joined: Joined, monkeypatch: pytest.MonkeyPatch, values: dict[str, object]
) -> None:
    def write(till: TestTill) -> None:
        joined.clock.advance(timedelta(minutes=1))
        if "remember" in values:
            _edit(till, joined, **values)
        else:
            with till.store.write(why="Removed") as session:
                clients.remove_client(session, client_id=joined.client)

    write(joined.one)
    joined.one.sync(joined.office)
    late = iter([lambda: write(joined.two)])
    monkeypatch.setattr(
        joined.two.till,
        "at",
        lambda point: next(late, lambda: None)() if point == "after the news" else None,
    )
    _all_sync(joined)
    assert whole_book(joined.one) == whole_book(joined.two)


def test_a_row_waits_until_what_it_hangs_on_has_come(
    joined: Joined, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_PAGE", 1)
    with joined.one.store.write(why="Added") as session:
        client = Client(
            kind="person", client_no="X", name_order="given_first", do_not_contact=False,
            relationship_status="prospect", home_store_id=joined.house.store,
        )  # fmt: skip
        session.add(client)
        session.flush()
        log.log_note(session, client_id=client.id, body="Tea", staff_id=None)
    joined.one.sync(joined.office)
    joined.feed.execute(
        "UPDATE sync_feed SET seq = seq + 5 WHERE tbl = 'client' AND body LIKE '%X%'"
    )
    joined.feed.execute("UPDATE sync_scope SET head = head + 5 WHERE scope = 'b:PAR1'")
    joined.feed.execute(
        "INSERT INTO sync_mark SELECT scope, head, 'ab', 0 FROM sync_scope WHERE scope = 'b:PAR1'"
    )
    assert isinstance(joined.two.sync(joined.office), Done)
    assert joined.two.rows("SELECT body FROM note") == [("Tea",)]
    assert joined.two.rows("SELECT count(*) FROM sync_hold") == [(0,)]
