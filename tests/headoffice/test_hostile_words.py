"""What a till that is known may say wrongly: each is refused by itself, and nothing else suffers."""

import secrets
from dataclasses import replace
from typing import Any

import pytest

from clienteling.domain.clock import SystemClock
from clienteling.models.types import to_milliseconds
from clienteling.storage.capture import INSERT, UPDATE
from clienteling.sync.http import HttpTransport
from clienteling.sync.wire import (
    ERASE,
    MAX_SCHEMA,
    Cursor,
    Mutation,
    Place,
    Pull,
    Pulled,
    Push,
    Pushed,
    Refused,
    Row,
    SnapshotAsked,
)
from tests.headoffice.servers import BOUTIQUE, Server

SQL = "'; DROP TABLE sync_feed; --"
WORDS = f'{SQL} " \\ %s ? {{}} $1 \x07 \u202e 王'


def _household(**change: Any) -> Mutation:
    one = Mutation(
        1, secrets.token_hex(16), secrets.token_hex(16), BOUTIQUE, "household",
        secrets.token_hex(16), INSERT, 0, 0, None,
        {"name": (None, "Altieri"), "created_at": (None, 0)},
    )  # fmt: skip
    return replace(one, **change)


def _push(line: HttpTransport, *mutations: Mutation, **change: Any) -> Any:
    words: dict[str, Any] = {
        "till": line._till,
        "incarnation": secrets.token_hex(16),
        "schema": 1,
        "before": Place(),
        "cursors": {},
        "mutations": mutations,
    }
    return line.push(Push(**words | change))


def _rows(line: HttpTransport) -> dict[str, Row]:
    cursors = {BOUTIQUE: Cursor()}
    found: dict[str, Row] = {}
    while True:
        answer = line.pull(Pull(line._till, "life", 1, cursors))
        assert isinstance(answer, Pulled)
        page = answer.pages[0]
        found |= {row.row_id: row for row in page.rows}
        if not page.more:
            return found
        cursors = {BOUTIQUE: page.cursor}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"scope": "b:MIL1"}, "another scope"),
        ({"scope": SQL}, "another scope"),
        ({"table": SQL}, "an unknown table"),
        ({"table": "sqlite_master"}, "an unknown table"),
        ({"table": "trust_till"}, "an unknown table"),
        ({"row_id": SQL}, "the row has no id"),
        ({"row_id": "F" * 32}, "the row has no id"),
        ({"user": SQL}, "the person has no id"),
        ({"op": 99}, "an unknown act"),
        ({"op": ERASE, "proof": SQL}, "an erasure that is not head office's"),
        ({"fields": {SQL: (None, 1)}}, "unknown field"),
        ({"fields": {"seq": (None, 1)}}, "unknown field"),
        ({"fields": {"name": (None, 5)}}, "name is not a text"),
        ({"fields": {"created_at": (None, SQL)}}, "created_at"),
        ({"fields": {"name": (None, "x\0y")}}, "name holds a NUL"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_cannot_be_kept_is_set_aside_and_the_rest_flows(
    speaks: HttpTransport, change: dict[str, Any], reason: str
) -> None:
    wrong, good = _household(**change), _household(mid=2)
    answer = _push(speaks, wrong, good)
    assert isinstance(answer, Pushed)
    assert answer.place.mid == 2
    assert [(one.mid, one.outcome) for one in answer.results] == [(1, "rejected")]
    assert reason in answer.results[0].reason
    rows = _rows(speaks)
    assert wrong.row_id not in rows
    assert good.row_id in rows


@pytest.mark.parametrize(
    "change",
    [
        {"muid": SQL},
        {"tx": SQL},
        {"mid": 7},
        {"mid": -(2**63)},
        {"mid": 2**63 - 1},
    ],
    ids=str,
)
def test_what_is_no_stretch_of_a_log_is_refused_whole(
    speaks: HttpTransport, change: dict[str, Any]
) -> None:
    answer = _push(speaks, _household(**change))
    assert isinstance(answer, Refused)
    assert answer.reason.startswith("malformed")


@pytest.mark.parametrize(
    "change",
    [
        {"incarnation": SQL},
        {"cursors": {SQL: Cursor(5, 5, SQL)}},
        {"cursors": {"b:MIL1": Cursor(5, 5, "ab")}},
    ],
    ids=lambda value: str(value)[:40],
)
def test_strange_words_around_it_change_nothing(
    speaks: HttpTransport, change: dict[str, Any]
) -> None:
    good = _household()
    assert isinstance(_push(speaks, good, **change), Pushed)
    assert good.row_id in _rows(speaks)


def test_every_text_comes_back_as_it_was_written(server: Server, speaks: HttpTransport) -> None:
    one = _household(fields={"name": (None, WORDS), "created_at": (None, 0)})
    assert _push(speaks, one) == Pushed(Place(1, one.muid), ())
    other = server.enrolled(f"reads-{secrets.token_hex(8)}")
    assert _rows(other)[one.row_id].body["name"] == WORDS
    other.close()


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        (MAX_SCHEMA, "newer"),
        (2**62, "malformed: a version that is none"),
        (-(2**62), "malformed: no such schema"),
    ],
)
def test_a_schema_that_is_too_new_or_too_old_is_told(
    speaks: HttpTransport, schema: int, reason: str
) -> None:
    answer = _push(speaks, _household(), schema=schema)
    assert isinstance(answer, Refused)
    assert answer.reason == reason


@pytest.mark.parametrize("hlc", [2**62, 2**63 - 1, 0, -1, -(2**63)])
def test_no_clock_makes_a_row_of_the_future(speaks: HttpTransport, hlc: int) -> None:
    one = _household(hlc=hlc)
    assert isinstance(_push(speaks, one), Pushed)
    assert _rows(speaks)[one.row_id].at <= to_milliseconds(SystemClock().now())


def test_nobody_elses_scope_is_to_be_had(server: Server, speaks: HttpTransport) -> None:
    milan = server.enrolled(f"milan-{secrets.token_hex(8)}", "b:MIL1")
    secret = _household(scope="b:MIL1")
    assert isinstance(_push(milan, secret), Pushed)
    answer = speaks.pull(Pull(speaks._till, "life", 1, {"b:MIL1": Cursor(), BOUTIQUE: Cursor()}))
    assert isinstance(answer, Pulled)
    assert [page.scope for page in answer.pages] == [BOUTIQUE]
    for scope in ("b:MIL1", SQL, "", "*"):
        asked = SnapshotAsked(speaks._till, "life", scope)
        assert speaks.snapshot(asked) == Refused("another scope")
    # The same id in one's own scope is another row: it neither shows nor harms the other.
    mine = replace(_household(), row_id=secret.row_id, scope=BOUTIQUE)
    over = replace(_household(), mid=2, row_id=secret.row_id, scope="b:MIL1", op=UPDATE)
    answer = _push(speaks, mine, over)
    assert isinstance(answer, Pushed)
    assert [(one.mid, one.reason) for one in answer.results] == [(2, "another scope")]
    seen = milan.pull(Pull(milan._till, "life", 1, {"b:MIL1": Cursor()}))
    assert isinstance(seen, Pulled)
    assert [row.by for row in seen.pages[0].rows if row.row_id == secret.row_id] == [None]
    milan.close()


@pytest.mark.parametrize(("snapshot", "part"), [(SQL, 0), ("", -1), ("", 2**62), ("é" * 999, 3)])
def test_a_snapshot_that_is_none_is_answered(
    speaks: HttpTransport, snapshot: str, part: int
) -> None:
    asked = SnapshotAsked(speaks._till, "life", BOUTIQUE, snapshot, part)
    assert speaks.snapshot(asked) == Refused("no such snapshot")


def test_a_limit_that_is_none_is_kept_within_bounds(speaks: HttpTransport) -> None:
    _push(speaks, _household(), _household(mid=2))
    for limit in (-(2**63), 0, 2**62):
        words = Pull(speaks._till, "life", 1, {BOUTIQUE: Cursor()}, limit)
        answer = speaks.pull(words)
        assert isinstance(answer, Pulled)
        assert 1 <= len(answer.pages[0].rows) <= 2_000


def test_nothing_that_was_said_broke_the_server_or_is_in_its_log(server: Server) -> None:
    line = server.enrolled(f"logs-{secrets.token_hex(8)}")
    _push(
        line, _household(), _household(mid=2, table="nowhere", fields={"Rosa": (None, "Altieri")})
    )
    line.close()
    text = server.log.read_text()
    assert [entry for entry in server.lines() if entry["event"] == "fault"] == []
    assert "Altieri" not in text
    assert "Rosa" not in text
    assert "DROP TABLE" not in text
