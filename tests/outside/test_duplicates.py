"""Duplicates of published test sets are found at least as well as the best peer finds them."""

import csv
import os
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from clienteling.domain.duplicate_keys import blocking_keys
from clienteling.domain.similarity import Birthday, Identity, identity, likeness

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("CLIENTELING_OUTSIDE_DATA", ROOT / "../shared/data")) / "dedupe"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the duplicate test sets are not beside this checkout"
)


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, skipinitialspace=True))


def _fake_1000() -> list[tuple[str, Identity]]:
    people = []
    for row in _rows("splink_datasets/fake_1000.csv"):
        born = Birthday(*map(int, row["dob"].split("-"))) if row["dob"] else None
        person = identity(
            row["first_name"],
            row["surname"],
            emails=[row["email"]],
            birthday=born,
            place=row["city"],
        )
        people.append((row["cluster"], person))
    return people


def _febrl_3() -> list[tuple[str, Identity]]:
    people = []
    for row in _rows("febrl/dataset3.csv"):
        day = row["date_of_birth"].strip()
        born = Birthday(int(day[:4]), int(day[4:6]), int(day[6:])) if len(day) == 8 else None
        name = row["given_name"], row["surname"]
        person = identity(*name, birthday=born, place=row["postcode"])
        people.append((row["rec_id"].rsplit("-dup", 1)[0].removesuffix("-org"), person))
    return people


def _f1(people: list[tuple[str, Identity]]) -> float:
    blocks, clusters = defaultdict(list), defaultdict(list)
    for place, (cluster, person) in enumerate(people):
        clusters[cluster].append(place)
        for key in blocking_keys(person):
            blocks[key].append(place)
    truth = {pair for members in clusters.values() for pair in combinations(members, 2)}
    pairs = {pair for members in blocks.values() for pair in combinations(members, 2)}
    found = {
        (one, other)
        for one, other in pairs
        if likeness(people[one][1], people[other][1]).is_proposed
    }
    return 2 * len(found & truth) / (len(found) + len(truth))


def test_fake_1000_is_matched_better_than_splinks_best_threshold() -> None:
    assert _f1(_fake_1000()) >= 0.88


def test_febrl_3_is_matched_without_street_and_number() -> None:
    assert _f1(_febrl_3()) >= 0.94
