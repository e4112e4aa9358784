"""Our charts lie within one step of at least one published chart."""

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from clienteling.domain.size_charts import charts
from clienteling.domain.sizes import SizeCategory, SizeSystem, Wearer

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("CLIENTELING_OUTSIDE_DATA", ROOT / "../shared/data")) / "sizes"
SYSTEMS = {"uk": SizeSystem.UK, "eu": SizeSystem.SHOE_EU, "jp": SizeSystem.SHOE_JP}

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the published size charts are not beside this checkout"
)


def _published() -> Iterator[tuple[Wearer, dict[float, dict[str, float]]]]:
    for path in sorted((FOLDER / "fashion_size").glob("*.json")):
        chart = json.loads(path.read_text(encoding="utf-8"))
        rows = {row["eu"]: {"uk": row["uk"], "us": row["us"]} for row in chart["rows"]}
        if "apparel" in chart["source_notes"] or min(rows) < 30:
            continue
        yield (Wearer.WOMEN if 36 in rows else Wearer.MEN), rows
    for who, wearer in (("womens", Wearer.WOMEN), ("mens", Wearer.MEN)):
        chart = json.loads((FOLDER / f"mattdecrevel/{who}-shoes.json").read_text(encoding="utf-8"))
        yield (
            wearer,
            {
                float(row["EU"]): {
                    "uk": float(row["UK"]),
                    "us": float(row["US"]),
                    "jp": row["CM"]["value"],
                }
                for row in chart["rows"]
            },
        )


def _of_feet() -> dict[float, float]:
    with (FOLDER / "npm_shoe_size_converter_eu.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["system"] == "cm"]
    return {float(row["eu"]): float(row["size"]) for row in rows}


@pytest.mark.parametrize("wearer", Wearer)
@pytest.mark.parametrize("target", ["uk", "us"])
def test_shoes_are_within_one_step_of_a_published_chart(wearer: Wearer, target: str) -> None:
    us = SizeSystem.SHOE_US_WOMEN if wearer is Wearer.WOMEN else SizeSystem.SHOE_US_MEN
    system = us if target == "us" else SYSTEMS[target]
    published = [rows for who, rows in _published() if who is wearer]
    assert len(published) >= 4
    for chart in charts(SizeCategory.SHOE, wearer):
        for european in {size for rows in published for size in rows if size % 1 == 0}:
            ours = chart.convert(f"{european:g}", SizeSystem.SHOE_EU, system)
            theirs = [rows[european][target] for rows in published if european in rows]
            assert ours is not None
            # Most of them go by whole sizes: a step of theirs is one.
            assert min(abs(float(ours) - other) for other in theirs) <= 1, (chart.name, european)


def test_the_length_of_feet_is_within_half_a_centimetre() -> None:
    chart = charts(SizeCategory.SHOE, Wearer.WOMEN)[0]
    for european, centimetres in _of_feet().items():
        ours = chart.convert(f"{european:g}", SizeSystem.SHOE_EU, SizeSystem.SHOE_JP)
        if ours is not None:
            assert abs(float(ours) - centimetres) <= 0.5, european
