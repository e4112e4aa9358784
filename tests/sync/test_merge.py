"""How an arriving mutation meets the row as it stands: the rules, one by one, without a store."""

from typing import Any

import pytest

from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.sync.merge import Clash, Kept, Merged, Version, merge, revive
from clienteling.sync.registry import kinds
from clienteling.sync.wire import GONE, LIVE, PARTIAL, Mutation

BORN = Version(3, "hers/1", 30, None)
HERS = Version(8, "hers/1", 80, "anna")
MINE = Version(9, "mine/1", 90, "ben")


def _mutation(fields: dict[str, tuple[Any, Any]], *, op: int = UPDATE, base: int = 5) -> Mutation:
    return Mutation(
        mid=1, muid="1" * 32, tx="2" * 32, scope="b:PAR1", table="client", row_id="3" * 32,
        op=op, base=base, hlc=0, user=None, fields=fields,
    )  # fmt: skip


def _kept(body: dict[str, Any], state: int = LIVE, **versions: Version) -> Kept:
    return Kept(8, state, body, {"+": BORN, **versions})


def _merge(row: Kept | None, mutation: Mutation, table: str = "client") -> Merged:
    return merge(kinds()[table], row, mutation, MINE)


def _values(merged: Merged) -> dict[str, Any]:
    assert merged.row is not None
    return dict(merged.row.body)


def test_different_fields_written_apart_are_both_kept() -> None:
    row = _kept({"given_name": "Anna", "language": "it"}, language=HERS)
    merged = _merge(row, _mutation({"given_name": ("Anna", "Ann")}))
    assert (_values(merged), merged.clashes) == ({"given_name": "Ann", "language": "it"}, ())


def test_one_field_written_apart_stays_and_the_other_is_kept_beside() -> None:
    merged = _merge(_kept({"remember": "x"}, remember=HERS), _mutation({"remember": ("a", "y")}))
    clash = Clash(("remember",), {"remember": "x"}, {"remember": "y"}, HERS, MINE)
    assert (_values(merged), merged.clashes, merged.is_news) == ({"remember": "x"}, (clash,), True)


def test_the_same_value_from_two_sides_is_no_conflict() -> None:
    merged = _merge(_kept({"remember": "x"}, remember=HERS), _mutation({"remember": ("a", "x")}))
    assert (merged.clashes, merged.is_news) == ((), True)


def test_another_moment_of_a_removal_that_was_seen_is_told_back_to_its_author() -> None:
    merged = _merge(_kept({"deleted_at": 80}), _mutation({"deleted_at": (80, 90)}, base=8))
    assert (_values(merged), merged.clashes, merged.is_news) == ({"deleted_at": 80}, (), True)


@pytest.mark.parametrize("turns", [(MINE, HERS), (HERS, MINE)], ids=["own first", "own second"])
def test_a_row_removed_twice_apart_comes_back_with_a_case_for_the_second(
    turns: tuple[Version, Version],
) -> None:
    row: Kept | None = _kept({"remember": "x"})
    for who in turns:
        row = merge(kinds()["client"], row, _mutation({}, op=DELETE), who).row
    back = _merge(row, _mutation({"remember": (None, "x")}, op=INSERT))
    assert back.row is not None
    assert (back.row.state, [clash.fields for clash in back.clashes]) == (LIVE, [("deleted_at",)])


@pytest.mark.parametrize(
    ("version", "base"), [(HERS, 8), (Version(8, "mine/1", 80, None), 0)], ids=["seen", "own"]
)
def test_what_its_author_had_seen_is_replaced(version: Version, base: int) -> None:
    row = _kept({"remember": "x"}, remember=version)
    merged = _merge(row, _mutation({"remember": ("x", "y")}, base=base))
    assert (_values(merged), merged.clashes) == ({"remember": "y"}, ())


def test_a_second_refusal_is_not_overruled_by_who_knew_of_the_first_only() -> None:
    mine_before = Version(8, "mine/1", 80, None)
    row = _kept({"do_not_contact": 1}, do_not_contact=mine_before)
    other = Version(9, "hers/1", 90, "anna")
    no_again = _mutation({"do_not_contact": (0, 1)})
    agreed = merge(kinds()["client"], row, no_again, other).row
    assert agreed is not None
    merged = _merge(agreed, _mutation({"do_not_contact": (1, 0)}))
    assert (_values(merged), len(merged.clashes)) == ({"do_not_contact": 1}, 1)


def test_an_own_edit_that_replaced_anothers_forgotten_one_keeps_the_earlier_beside() -> None:
    row = _kept({"remember": "x"}, remember=Version(8, "mine/1", 80, None))
    merged = _merge(row, _mutation({"remember": ("hers", "y")}))
    assert (_values(merged), [c.other for c in merged.clashes]) == (
        {"remember": "y"}, [{"remember": "x"}],
    )  # fmt: skip


def test_what_still_stands_as_its_author_replaced_it_is_replaced() -> None:
    merged = _merge(_kept({"remember": "a"}, remember=HERS), _mutation({"remember": ("a", "y")}))
    assert (_values(merged), merged.clashes) == ({"remember": "y"}, ())


def test_an_address_is_never_mixed_of_two() -> None:
    row = _kept({"locality": "Lyon", "postal_code": "69001"}, postal_code=HERS)
    merged = _merge(row, _mutation({"locality": ("Lyon", "Paris")}), "address")
    (clash,) = merged.clashes
    assert _values(merged) == {"locality": "Lyon", "postal_code": "69001"}
    assert clash.other["locality"] == "Paris"
    assert clash.fields == ("lines", "locality", "region", "postal_code", "country")


@pytest.mark.parametrize(("stands", "comes", "result"), [(0, 1, 1), (1, 0, 1)])
def test_a_refusal_of_contact_stands_whoever_comes_first(
    stands: int, comes: int, result: int
) -> None:
    row = _kept({"do_not_contact": stands}, do_not_contact=HERS)
    merged = _merge(row, _mutation({"do_not_contact": (7, comes)}))
    assert _values(merged) == {"do_not_contact": result}
    assert [clash.fields for clash in merged.clashes] == [("do_not_contact",)]


def test_an_unseen_refusal_does_not_give_way_to_an_equal_old_value() -> None:
    row = _kept({"do_not_contact": 1}, do_not_contact=HERS)
    assert _values(_merge(row, _mutation({"do_not_contact": (1, 0)}))) == {"do_not_contact": 1}


def test_a_state_goes_forward_by_itself_and_says_so() -> None:
    row = _kept({"status": "offered"}, status=HERS)
    merged = _merge(row, _mutation({"status": ("open", "bought")}), "wish")
    assert (_values(merged), [c.fitted for c in merged.clashes]) == ({"status": "bought"}, [True])


def test_a_state_does_not_go_back_by_itself() -> None:
    row = _kept({"status": "bought"}, status=HERS)
    merged = _merge(row, _mutation({"status": ("open", "offered")}), "wish")
    assert (_values(merged), [c.fitted for c in merged.clashes]) == ({"status": "bought"}, [False])


def test_an_edit_outlives_a_removal_it_had_not_seen() -> None:
    row = _kept({"remember": "a", "deleted_at": 7}, deleted_at=HERS)
    merged = _merge(row, _mutation({"remember": ("a", "y")}))
    assert _values(merged) == {"remember": "y"}
    assert [clash.other for clash in merged.clashes] == [{"deleted_at": 7}]


def test_a_removal_gives_way_to_an_edit_it_had_not_seen() -> None:
    row = _kept({"remember": "x"}, remember=HERS)
    for mutation in (_mutation({"deleted_at": (None, 7)}), _mutation({}, op=DELETE)):
        merged = _merge(row, mutation)
        assert (merged.row, len(merged.clashes), merged.is_news) == (row, 1, True)


def test_two_removals_are_one() -> None:
    row = _kept({"deleted_at": 6}, deleted_at=HERS)
    assert _merge(row, _mutation({"deleted_at": (None, 7)})).clashes == ()
    gone = _kept({}, GONE, **{"-": HERS})
    twice = _merge(gone, _mutation({}, op=DELETE))
    assert (twice.clashes, twice.row and twice.row.state) == ((), GONE)


def test_an_edit_brings_back_what_was_removed_for_good() -> None:
    gone = _kept({"remember": "a"}, GONE, **{"-": HERS})
    merged = _merge(gone, _mutation({"remember": ("a", "y")}))
    assert merged.row is not None
    assert (merged.row.state, _values(merged), len(merged.clashes)) == (LIVE, {"remember": "y"}, 1)


def test_something_new_that_hangs_on_a_removed_row_brings_it_back() -> None:
    revived = revive(_kept({"remember": "a"}, GONE, **{"-": HERS}), MINE)
    assert revived.row is not None
    assert (revived.row.state, len(revived.clashes)) == (LIVE, 1)


def test_an_edit_of_a_row_never_seen_waits_for_the_row() -> None:
    early = _merge(None, _mutation({"remember": ("a", "y")})).row
    assert early is not None
    assert early.state == PARTIAL
    full = merge(
        kinds()["client"], early, _mutation({"remember": (None, "y"), "kind": (None, "person")},
        op=INSERT), HERS,
    )  # fmt: skip
    assert full.row is not None
    assert (full.row.state, dict(full.row.body)) == (LIVE, {"remember": "y", "kind": "person"})


def test_a_second_insert_of_one_row_adds_what_was_unknown_and_empties_nothing() -> None:
    row = _kept({"remember": "x", "language": "it"})
    inserted = {"remember": (None, "x"), "language": (None, None), "gender": (None, "f")}
    merged = _merge(row, _mutation(inserted, op=INSERT, base=0))
    assert _values(merged) == {"remember": "x", "language": "it", "gender": "f"}
    assert (merged.clashes, merged.is_news) == ((), True)
