"""Example numbers of every region are read in all three notations."""

import csv
import os
from pathlib import Path

import pytest

from clienteling.domain.phones import parse_phone

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("CLIENTELING_OUTSIDE_DATA", ROOT / "../shared/data"))
EXAMPLES = DATA / "names/phone/examples.csv"

pytestmark = pytest.mark.skipif(
    not EXAMPLES.is_file(), reason="the example numbers are not beside this checkout"
)


def test_every_example_comes_to_its_e164() -> None:
    with EXAMPLES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = [
        (row["region"], raw, row["e164"])
        for row in rows
        for raw in (row["e164"], row["national"], row["international"])
        if parse_phone(raw, row["region"]).e164 != row["e164"]
    ]
    assert len(rows) > 400
    assert wrong == []
