"""The duplicate strip shows one person entered twice, and never a household."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.duplicate_keys import blocking_keys
from clienteling.domain.similarity import (
    Birthday,
    Identity,
    Likeness,
    Reason,
    identity,
    likely_duplicates,
    likeness,
)

BORN = Birthday(1980, 4, 12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (identity("Anna", "Roth"), identity("Anna", "Roth")),
        (identity("Robert", "Allen", birthday=BORN), identity("Rob", "Alan", birthday=BORN)),
        (identity("Ginevra", "Altieri"), identity("Altieri", "Ginevra")),
        (identity("Zoë", "Müller", place="Bern"), identity("Zoe", "Muller", place="Berne")),
        (
            identity("A", "Roth", phones=["+33612345678"]),
            identity("Anna", "Roth", phones=["0612345678"]),
        ),
        (identity("小明", "王", emails=["w@x.test"]), identity("小明", "王")),
        (
            identity("Jason", "Wang", birthday=BORN, phones=["+8613800138000"]),
            identity("Xiaoming", "Wang", birthday=BORN, phones=["+8613800138000"]),
        ),
        (
            identity("Anna", "Roth", birthday=Birthday(1980, 4, 12)),
            identity("Anna", "Roth", birthday=Birthday(1980, 12, 4)),
        ),
    ],
)
def test_one_person_entered_twice_is_proposed(one: Identity, other: Identity) -> None:
    assert likeness(one, other).is_proposed
    assert blocking_keys(one) & blocking_keys(other)


def at_home(given_name: str, family: str, birthday: Birthday | None = None) -> Identity:
    return identity(
        given_name,
        family,
        phones=["+33140000000"],
        emails=["home@roth.test"],
        birthday=birthday,
        place="75001",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (at_home("Anna", "Roth"), at_home("Paul", "Roth")),
        (at_home("Paolo", "Rossi"), at_home("Paola", "Rossi")),
        (at_home("Daniel", "Roth"), at_home("Daniela", "Roth")),
        (at_home("Louis", "Roth"), at_home("Louise", "Roth")),
        (
            at_home("Paul", "Roth", Birthday(1950, 3, 1)),
            at_home("Paul", "Roth", Birthday(1978, 9, 4)),
        ),
        (at_home("Paul", "Roth Jr"), at_home("Paul", "Roth Sr")),
        (identity("Anna", "Roth"), identity("Anna", "Weber")),
        (identity("Anna"), identity("Paul")),
        (identity(), identity()),
    ],
)
def test_a_household_is_never_proposed(one: Identity, other: Identity) -> None:
    assert not likeness(one, other).is_proposed


def test_the_reasons_are_said() -> None:
    one = at_home("Anna", "Roth", BORN)
    assert likeness(one, one) == Likeness(
        5 + 6 + 8 + 8 + 10 + 2,
        (Reason.NAME, Reason.PHONE, Reason.EMAIL, Reason.BIRTHDAY, Reason.PLACE),
    )


def test_the_likeliest_comes_first_and_only_so_many() -> None:
    anna = identity("Anna", "Roth", emails=["anna@roth.test"])
    others = [
        ("c", identity("Anna", "Roth")),
        ("b", identity("Anna", "Roth", emails=["anna@roth.test"])),
        ("a", identity("Anna", "Roth")),
        ("d", identity("Paul", "Weber")),
    ]
    assert [key for key, _ in likely_duplicates(anna, others)] == ["b", "a", "c"]
    assert [key for key, _ in likely_duplicates(anna, others, most=1)] == ["b"]


NAMES = st.sampled_from(["Anna", "Ana", "Paul", "Roth", "Rother", "王", "小明", ""])


@given(NAMES, NAMES, NAMES, NAMES)
def test_likeness_is_mutual(
    given_one: str, family_one: str, given_two: str, family_two: str
) -> None:
    one, other = identity(given_one, family_one), identity(given_two, family_two)
    assert likeness(one, other) == likeness(other, one)
