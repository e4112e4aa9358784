"""The words of the wire: what is said is understood, and what is no word is told as a value."""

import json
from dataclasses import replace
from typing import Any

import pytest

from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.sync.checks import content_fault, push_fault
from clienteling.sync.codec import decode, decode_answer, encode
from clienteling.sync.wire import (
    CASES,
    MAX_MUTATIONS,
    Amnesia,
    Cursor,
    Elsewhere,
    Malformed,
    Mutation,
    Page,
    Place,
    Pull,
    Pulled,
    Push,
    Pushed,
    Refused,
    Result,
    Row,
    SnapshotAsked,
    SnapshotNeeded,
    SnapshotPart,
)

ID = "0123456789abcdef" * 2
ONE = Mutation(
    1, ID, ID, "b:PAR1", "client", ID, UPDATE, 4, 7 << 16, None, {"remember": ("a", "b")}
)
PUSH = Push("till", "life", 1, Place(), {"g": Cursor(4, 5, "ab")}, (ONE,))
ROW = Row(9, "client", ID, 0, {"kind": "person", "do_not_contact": 0}, 12, None)


@pytest.mark.parametrize(
    "words",
    [PUSH, Pull("till", "life", 1, {"g": Cursor()}), SnapshotAsked("till", "life", "g", "ab", 2)],
    ids=lambda words: type(words).__name__,
)
def test_what_is_asked_survives_the_wire(words: Any) -> None:
    assert decode(type(words), json.loads(json.dumps(encode(words)))) == words


@pytest.mark.parametrize(
    "answer",
    [
        Pushed(Place(1, ID), (Result(1, ID, "rejected", "why"),)),
        Elsewhere(Place(3, ID, ID)),
        Amnesia(("g",)),
        SnapshotNeeded(("g",)),
        Refused("revoked"),
        Pulled(Place(), ("g",), (Page("g", (ROW,), Cursor(9, 9, "cd"), more=True),)),
        SnapshotPart("g", "ab", 0, 1, (ROW,), Cursor(9, 9, "cd")),
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_what_is_answered_survives_the_wire(answer: Any) -> None:
    assert decode_answer(json.loads(json.dumps(encode(answer)))) == answer


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"till": 5}, "Push.till has the wrong type"),
        ({"schema": "1"}, "Push.schema has the wrong type"),
        ({"schema": True}, "Push.schema has the wrong type"),
        ({"schema": 2**63}, "Push.schema is too large"),
        ({"cursors": []}, "Push.cursors is not a mapping"),
        ({"mutations": {}}, "Push.mutations is not a list"),
        ({"before": None}, "Push.before is not a mapping"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_push_is_told_as_a_value(change: dict[str, Any], reason: str) -> None:
    assert decode(Push, {**encode(PUSH), **change}) == Malformed(reason)


def test_no_shape_of_rubbish_is_taken_for_a_message() -> None:
    rubbish: Any
    for rubbish in (None, [], "", 5, {}, {"kind": "pushed"}, {"kind": []}, [[[]]]):
        assert isinstance(decode(Push, rubbish), Malformed)
        assert isinstance(decode_answer(rubbish), Malformed)


def test_words_of_a_newer_program_are_passed_over() -> None:
    assert decode(Push, {**encode(PUSH), "mood": "sunny"}) == PUSH


@pytest.mark.parametrize(
    "mutations",
    [
        (ONE, replace(ONE, mid=3)),
        (replace(ONE, mid=2),),
        (ONE, ONE),
        (replace(ONE, muid="x"),),
        tuple(replace(ONE, mid=n + 1) for n in range(MAX_MUTATIONS + 1)),
    ],
    ids=["gap", "late", "twice", "nameless", "too many"],
)
def test_what_is_no_stretch_of_a_log_is_refused_whole(mutations: tuple[Mutation, ...]) -> None:
    assert push_fault(replace(PUSH, mutations=mutations)) is not None


def test_rows_of_a_bulk_load_share_their_number() -> None:
    rows = (replace(ONE, last=False), replace(ONE, muid="f" * 32), replace(ONE, mid=2))
    assert push_fault(replace(PUSH, mutations=rows)) is None


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"table": "sqlite_master"}, "an unknown table"),
        ({"table": "client; DROP TABLE client"}, "an unknown table"),
        ({"row_id": "1 OR 1=1"}, "the row has no id"),
        ({"user": "me"}, "the person has no id"),
        ({"op": 9}, "an unknown act"),
        ({"fields": {"secret": (None, 1)}}, "unknown field secret"),
        ({"fields": {"updated_at": (1, 2)}}, "unknown field updated_at"),
        ({"fields": {"kind": ("person", "robot")}}, "kind has a value this program does not know"),
        ({"fields": {"kind": ("person", None)}}, "kind is empty"),
        ({"fields": {"do_not_contact": (0, 2)}}, "do_not_contact is neither yes nor no"),
        ({"fields": {"remember": ("a", 5)}}, "remember is not a text"),
        ({"fields": {"remember": ("a", "x" * 1_000_001)}}, "remember is too long"),
        ({"fields": {"remember": ("a", "\ud800")}}, "remember is not a text that can be stored"),
        ({"fields": {"remember": ("a", "\0")}}, "remember holds a NUL"),
        ({"fields": {"first_seen_on": (None, "31.2.2026")}}, "first_seen_on is not a day"),
        ({"fields": {"deleted_at": (None, 2**60)}}, "deleted_at is not a moment"),
        ({"fields": {"languages": (None, "[" * 9_999)}}, "languages is not readable"),
        ({"op": INSERT}, "kind is missing"),
        (
            {"table": CASES, "fields": {"kept": ("a", "b")}},
            "a case can only be settled, opened again",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_cannot_be_kept_says_why(change: dict[str, Any], fault: str) -> None:
    assert (content_fault(replace(ONE, **change)) or "").startswith(fault)


def test_what_can_be_kept_has_no_fault() -> None:
    settled = replace(ONE, table=CASES, fields={"state": (0, 1)})
    opened = replace(ONE, table=CASES, fields={"state": (1, 0)})
    bare = (replace(ONE, op=op, fields={}) for op in (DELETE, INSERT))
    for one in (ONE, *bare, settled, opened):
        assert content_fault(one) is None


@pytest.mark.parametrize("fields", [{"state": (0, 2)}, {"state": (2, 0)}, {"state": (1, 1)}])
def test_a_case_is_turned_from_open_to_settled_and_back_only(fields: dict[str, Any]) -> None:
    assert content_fault(replace(ONE, table=CASES, fields=fields)) is not None


@pytest.mark.parametrize("schema", [-1, -(2**60), 10_000, 2**60])
def test_a_version_that_is_none_is_refused(schema: int) -> None:
    assert push_fault(replace(PUSH, schema=schema)) == "a version that is none"
