"""Why something was set aside is said in the person's language, whatever the reason is."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from clienteling.headoffice.web.admin.reasons import said
from clienteling.headoffice.web.admin.words import CHINESE, ENGLISH, Words
from clienteling.storage.capture import INSERT, UPDATE
from clienteling.sync.checks import content_fault
from clienteling.sync.registry import kinds
from clienteling.sync.wire import CASES, Mutation

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TOGETHER = "Written together with something that could not be kept"
ID = "0" * 32
UNFIT: tuple[Any, ...] = (None, 5.5, True, "x", "\0", "\ud800", "x" * (1 << 20), 1 << 70, 7)


def _mutation(table: str, **other: Any) -> Mutation:
    plain = Mutation(1, ID, ID, "b:PAR1", table, ID, UPDATE, 0, 0, None, {})
    return replace(plain, **other)


def _every_fault() -> set[str]:
    """Return every reason that content can give, by giving it."""
    wrong = [
        _mutation("client", row_id="x"),
        _mutation("client", user="x"),
        _mutation("client", op="dance"),
        _mutation("client", fields={"shoe_of_nobody": (None, 1)}),
        _mutation("nothing"),
        _mutation(CASES, op=INSERT, fields={"state": (None, 9)}),
    ]
    for kind in kinds().values():
        wrong.append(_mutation(kind.table, op=INSERT, fields={"id": (None, ID)}))
        wrong += [
            _mutation(kind.table, fields={name: (None, value)})
            for name in kind.fields
            for value in UNFIT
        ]
    found = {content_fault(one) for one in wrong}
    return {fault for fault in found if fault is not None}


def test_every_reason_has_a_sentence_of_its_own_in_both_languages() -> None:
    faults = _every_fault()
    assert len(faults) > 100
    for fault in faults:
        for words in (Words(ENGLISH, NOW), Words(CHINESE, NOW)):
            assert said(words, fault) != words("aside.other", reason=fault), fault
            assert "{" not in said(words, fault)


@pytest.mark.parametrize(
    ("reason", "english", "chinese"),
    [
        (
            "with it: another scope",
            f"{TOGETHER}: Of a boutique this till may not write for",
            "与无法保存的内容一同写入：属于此电脑无权写入的门店",
        ),
        (
            "hangs on what was erased on request",
            "About somebody who was erased on request",
            "涉及已应要求清除的客户",
        ),
        (
            "born_on is not a day",
            "What stands in the field born_on does not fit",
            "字段 born_on 的内容不符合要求",
        ),
        ("of tomorrow", "Not fit to be kept (of tomorrow)", "不适合保存（of tomorrow）"),
    ],
)
def test_a_reason_is_a_sentence(reason: str, english: str, chinese: str) -> None:
    assert said(Words(ENGLISH, NOW), reason) == english
    assert said(Words(CHINESE, NOW), reason) == chinese
    left = re.sub("born_on|of tomorrow", "", said(Words(CHINESE, NOW), reason))
    assert not re.search("[A-Za-z]", left)
