"""Nothing is said to be shown that is not: each name in the list of failures is there."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.sync.failures import FAILURES, Failure
from tests.sync.simulation import world
from tests.sync.simulation.line import Faults

ROOT = Path(__file__).parents[2]

#: What else happens to every seed, by chance: see world.py.
_CHANCES = {
    "kill a till",
    "kill head office",
    "disk full",
    "small pages",
    "small messages",
    "brake",
}


@cache
def _tests_of(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


def test_every_failure_has_its_number() -> None:
    assert list(FAILURES) == list(range(1, 61))


@pytest.mark.parametrize("failure", FAILURES.values(), ids=[str(number) for number in FAILURES])
def test_what_shows_a_failure_is_there_or_it_is_said_that_nothing_does(failure: Failure) -> None:
    assert failure.shown or failure.open
    known = {*world.STEPS, *Faults.__dataclass_fields__, *_CHANCES}
    for name in failure.shown:
        path, _, test = name.partition("::")
        assert test in _tests_of(path) if test else name in known, name
