"""Programs of two versions share one book; what the older does not know survives it.

Version 1 is today's. Version 2 is made up, see newer.py.
"""

import json
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from clienteling.headoffice.dialect import EmbeddedDatabase
from clienteling.headoffice.recast import make_recast_tables, recast_all
from clienteling.storage.book import Book
from clienteling.sync import casts
from clienteling.sync.engine import Done, Outcome, Stopped
from clienteling.sync.wire import LIVE, Mutation, Pull, Push, Row, SnapshotAsked
from tests.sync.newer import CASTS, migrate, newer, program, todays
from tests.sync.tills import SCOPES, Joined, TestTill, a_till, key_of

OLD = ("remember", "relationship_status", "language")
NEW = ("cherish", "relationship_status", "language", "pet_name", "letters")


class Office:
    """Head office as a program of its own version, whoever asks."""

    def __init__(self, joined: Joined, *, is_newer: bool = False) -> None:
        self._joined = joined
        self.is_newer = is_newer

    def upgrade(self) -> None:
        """Put the newer program in head office's place."""
        database = EmbeddedDatabase(lambda: self._joined.feed)
        make_recast_tables(database)
        self.is_newer = True
        with newer():
            assert recast_all(database) == len(SCOPES)
            assert recast_all(database) == 0

    def push(self, words: Push) -> Any:
        with self._self():
            return self._joined.office.push(words)

    def pull(self, words: Pull) -> Any:
        with self._self():
            return self._joined.office.pull(words)

    def snapshot(self, words: SnapshotAsked) -> Any:
        with self._self():
            return self._joined.office.snapshot(words)

    def _self(self) -> AbstractContextManager[None]:
        return newer() if self.is_newer else todays()


def _sync(till: TestTill, office: Office, *, is_newer: bool = False) -> Outcome:
    with newer() if is_newer else nullcontext():
        return till.sync(office)


def _client(till: TestTill, *names: str) -> tuple[Any, ...]:
    return till.rows(f"SELECT {', '.join(names)} FROM client")[0]


def _write(till: TestTill, **values: object) -> None:
    sets = ", ".join(f"{name} = ?" for name in values)
    till.till.connection.execute(f"UPDATE client SET {sets}", tuple(values.values()))


def _at_office(joined: Joined) -> dict[str, Any]:
    found = joined.feed.execute("SELECT body FROM sync_feed WHERE tbl = 'client'").fetchall()
    body: dict[str, Any] = json.loads(found[0][0])
    return body


def test_what_an_old_till_does_not_know_survives_its_edits(joined: Joined) -> None:
    office = Office(joined)
    _write(joined.one, remember="Peonies")
    assert isinstance(_sync(joined.one, office), Done)
    office.upgrade()
    migrate(joined.two.till.connection)
    assert isinstance(_sync(joined.two, office, is_newer=True), Done)
    assert _client(joined.two, *NEW) == ("Peonies", "prospect", None, None, 0)
    _write(joined.two, pet_name="Bijou", letters=3, relationship_status="patron", cherish="Tea")
    assert isinstance(_sync(joined.two, office, is_newer=True), Done)
    assert isinstance(_sync(joined.one, office), Done)
    assert _client(joined.one, *OLD) == ("Tea", "client", None)

    _write(joined.one, remember="Lilies", language="fr")
    assert isinstance(_sync(joined.one, office), Done)
    assert isinstance(_sync(joined.two, office, is_newer=True), Done)
    assert _client(joined.two, *NEW) == ("Lilies", "patron", "fr", "Bijou", 3)
    assert joined.two.rows("SELECT * FROM sync_conflict") == []
    assert joined.one.rows("SELECT why FROM sync_hold") == []
    _write(joined.one, relationship_status="lost")
    _sync(joined.one, office)
    _sync(joined.two, office, is_newer=True)
    assert _client(joined.two, "relationship_status") == ("lost",)


def test_a_whole_row_sent_again_by_an_old_till_blanks_and_lowers_nothing(joined: Joined) -> None:
    office = Office(joined)
    _sync(joined.one, office)
    office.upgrade()
    migrate(joined.two.till.connection)
    _sync(joined.two, office, is_newer=True)
    _write(joined.two, pet_name="Bijou", relationship_status="patron")
    _sync(joined.two, office, is_newer=True)
    _sync(joined.one, office)
    with joined.one.till.write() as connection:
        connection.execute("UPDATE sync_row SET seq = 0 WHERE tbl = 'client'")
    assert joined.one.till.offer(SCOPES[1]) == 1
    assert isinstance(_sync(joined.one, office), Done)
    body = _at_office(joined)
    assert (body["pet_name"], body["relationship_status"]) == ("Bijou", "patron")
    _sync(joined.two, office, is_newer=True)
    assert joined.two.rows("SELECT * FROM sync_conflict") == []


def test_a_client_entered_on_an_old_till_has_what_newer_ones_need(joined: Joined) -> None:
    office = Office(joined)
    _sync(joined.one, office)
    office.upgrade()
    migrate(joined.two.till.connection)
    connection = joined.one.till.connection
    names = [row[1] for row in connection.execute("PRAGMA table_info(client)")]
    copied = ", ".join("randomblob(16)" if name == "id" else name for name in names)
    connection.execute(f"INSERT INTO client ({', '.join(names)}) SELECT {copied} FROM client")
    assert isinstance(_sync(joined.one, office), Done)
    assert isinstance(_sync(joined.two, office, is_newer=True), Done)
    assert joined.two.rows("SELECT count(*), sum(letters) FROM client") == [(2, 0)]
    assert joined.two.rows("SELECT why FROM sync_hold") == []


def test_a_new_till_holds_what_an_old_head_office_does_not_know_and_sends_it_later(
    joined: Joined,
) -> None:
    office = Office(joined)
    migrate(joined.two.till.connection)
    assert isinstance(_sync(joined.two, office, is_newer=True), Done)
    _write(joined.two, pet_name="Bijou", cherish="Tea", relationship_status="patron")
    assert isinstance(_sync(joined.two, office, is_newer=True), Done)
    body = _at_office(joined)
    assert (body["remember"], body["relationship_status"]) == ("Tea", "client")
    assert "pet_name" not in body
    _sync(joined.one, office)
    _write(joined.one, remember="Lilies", language="fr")
    _sync(joined.one, office)
    assert isinstance(_sync(joined.two, office, is_newer=True), Done)
    assert _client(joined.two, *NEW) == ("Lilies", "patron", "fr", "Bijou", 0)

    office.upgrade()
    assert isinstance(_sync(joined.two, office, is_newer=True), Done)
    body = _at_office(joined)
    assert (body["cherish"], body["pet_name"]) == ("Lilies", "Bijou")
    assert (body["relationship_status"], body["letters"]) == ("patron", 0)
    assert isinstance(_sync(joined.one, office), Done)
    assert _client(joined.one, *OLD) == ("Lilies", "client", "fr")
    assert joined.one.rows("SELECT * FROM sync_conflict") == []


def test_a_till_that_is_upgraded_keeps_what_waits_and_reads_what_it_was_not_told(
    joined: Joined,
) -> None:
    office = Office(joined)
    _write(joined.one, remember="Peonies")
    for till in (joined.one, joined.two, joined.one):
        _sync(till, office)
    office.upgrade()
    migrate(joined.two.till.connection)
    _sync(joined.two, office, is_newer=True)
    _write(joined.two, pet_name="Bijou")
    _sync(joined.two, office, is_newer=True)
    _sync(joined.one, office)
    _write(joined.one, remember="Lilies")
    migrate(joined.one.till.connection)
    assert isinstance(_sync(joined.one, office, is_newer=True), Done)
    assert _client(joined.one, *NEW) == ("Lilies", "prospect", None, "Bijou", 0)
    assert _at_office(joined)["cherish"] == "Lilies"
    assert _sync(joined.one, office, is_newer=True) == Done()


def test_a_clash_between_versions_is_told_to_each_in_its_own_words(joined: Joined) -> None:
    office = Office(joined)
    for till in (joined.one, joined.two):
        _sync(till, office)
    office.upgrade()
    migrate(joined.two.till.connection)
    _sync(joined.two, office, is_newer=True)
    _write(joined.two, cherish="Tea")
    _sync(joined.two, office, is_newer=True)
    _write(joined.one, remember="Lilies")
    _sync(joined.one, office)
    _sync(joined.two, office, is_newer=True)
    for till, name in ((joined.one, "remember"), (joined.two, "cherish")):
        ((field, kept, other),) = till.rows("SELECT field, kept, other FROM sync_conflict")
        assert (field, json.loads(kept), json.loads(other)) == (
            name, {name: "Tea"}, {name: "Lilies"},
        )  # fmt: skip


def test_a_first_sync_of_an_old_till_is_in_its_words(
    joined: Joined, template_book: Path, tmp_path: Path
) -> None:
    office = Office(joined)
    _write(joined.one, remember="Peonies")
    _sync(joined.one, office)
    office.upgrade()
    with newer():
        for scope in SCOPES:
            joined.office.prepare_snapshot(scope, rows_a_part=3)
    book = Book(tmp_path / "three.book", key_of(template_book))
    book.path.write_bytes(template_book.read_bytes())
    three = a_till(book, joined.clock, "three")
    joined.office.enrol("three", SCOPES[1])
    assert isinstance(_sync(three, office), Done)
    assert _client(three, *OLD) == ("Peonies", "prospect", None)
    three.store.close()
    three.till.close()


def test_a_till_of_long_ago_may_still_send_and_is_asked_to_upgrade(joined: Joined) -> None:
    _write(joined.one, remember="Peonies")

    class LongAfter(Office):
        @override
        def _self(self) -> AbstractContextManager[None]:
            return program(5, {})

    assert _sync(joined.one, LongAfter(joined)) == Stopped("upgrade")
    assert _at_office(joined)["remember"] == "Peonies"


def test_a_table_that_an_old_program_does_not_know_is_not_sent_to_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(casts, "SCHEMA", 3)
    monkeypatch.setattr(casts, "CASTS", {**CASTS, 3: (casts.AddedTable("pet"),)})
    pet = Row(4, "pet", "ab" * 16, LIVE, {"name": "Bijou"}, 0, None)
    client = Row(5, "client", "cd" * 16, LIVE, {"cherish": "Tea", "pet_name": "Bijou"}, 0, None)
    lowered = casts.lower_rows([pet, client], 1)
    assert [(row.table, dict(row.body)) for row in lowered] == [("client", {"remember": "Tea"})]
    assert casts.lower_rows([pet], 3) == (pet,)
    one = Mutation(
        7, "ef" * 16, "ef" * 16, "b:PAR1", "pet", "ab" * 16, 1, 0, 0, None, {"name": (None, "B")}
    )
    (sent,) = casts.lower_mutations([one], 2)
    assert (sent.mid, sent.muid, sent.table, dict(sent.fields)) == (7, "ef" * 16, "house", {})
