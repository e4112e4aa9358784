"""Texts that PostgreSQL has no room for, in every place a till may write one."""

from dataclasses import replace
from typing import Any

import pytest
from psycopg import errors

from clienteling.domain.clock import FakeClock
from clienteling.headoffice.postgres import PostgresDatabase
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from clienteling.sync.wire import (
    Amnesia,
    Cursor,
    Elsewhere,
    Place,
    Pull,
    Pulled,
    Pushed,
    Refused,
    SnapshotAsked,
)
from tests.postgres.pushing import PARIS, a_push


@pytest.mark.parametrize("text", ["Alti\x00eri", "\x00", "Alti\ud83deri"])
def test_a_till_that_sends_them_is_answered_and_blocks_nothing(
    served: PostgresDatabase, text: str
) -> None:
    office = HeadOffice(served, FakeClock(), Seal(bytes(32)))
    office.enrol("till", PARIS)
    assert office.pull(Pull(text, "life", 1, {})) == Refused("unknown")
    assert isinstance(office.pull(Pull("till", text, 1, {text: Cursor(1, 1, text)})), Pulled)
    assert isinstance(office.pull(Pull("till", text, 1, {PARIS: Cursor(1, 1, text)})), Amnesia)
    assert isinstance(office.snapshot(SnapshotAsked("till", text, PARIS, text)), Refused)
    assert isinstance(
        office.push(replace(a_push("till", Place(3, text)), incarnation="x")), Elsewhere
    )
    words = replace(a_push("till", Place(), 5), incarnation=text)
    changes: tuple[dict[str, Any], ...] = ({"row_id": text}, {"table": text}, {"user": text}, {"scope": text},
               {"fields": {"name": (text, text), text: (text, text)}})  # fmt: skip
    evil = [replace(one, **change) for one, change in zip(words.mutations, changes, strict=True)]
    answer = office.push(replace(words, mutations=tuple(evil)))
    assert isinstance(answer, Pushed)
    assert {one.outcome for one in answer.results} == {"rejected"}
    assert isinstance(office.push(replace(a_push("till", answer.place), incarnation=text)), Pushed)


def test_a_number_that_is_none_is_an_error_and_no_other_number(database: PostgresDatabase) -> None:
    with pytest.raises(errors.NumericValueOutOfRange), database.write() as transaction:
        transaction.run("INSERT INTO sync_scope (scope, head) VALUES (?, ?)", ("a", 2**70))
