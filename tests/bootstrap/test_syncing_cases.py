"""What waits and what is to be compared, in words, on real books."""

from tests.bootstrap.shared import Shared


def test_two_sides_are_told_in_words(shared: Shared) -> None:
    shared.clash("Peonies, white only", "Lilies, white only")
    (case,) = shared.two.syncing.cases()
    assert (case.client, str(case.kind), str(case.field)) == (
        "Beatrice Altieri", "Client", "To remember",
    )  # fmt: skip
    assert (case.kept.text, case.other.text) == ("Peonies, white only", "Lilies, white only")
    assert (case.kept.who, case.kept.where) == ("Camille Roux", "Faubourg Saint-Honoré")
    assert (case.kept.is_here, case.other.is_here) == (False, True)
    assert (case.kept.spans, case.other.spans) == (((0, 7),), ((0, 6),))
    assert (case.is_other_first, case.is_careful, case.can_write) == (False, False, True)
