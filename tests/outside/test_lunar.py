"""Every day of the Hong Kong Observatory's tables is the day we reckon."""

import csv
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clienteling.domain.lunar import leap_month, lunar_words, to_lunar

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("CLIENTELING_OUTSIDE_DATA", ROOT / "../shared/data")) / "lunar"
DAY = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日\s+(\S+)")
MONTH = re.compile(r"(閏|闰)?(正|二|三|四|五|六|七|八|九|十一|十二|十)月")

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the observatory's tables are not beside this checkout"
)


def _days() -> Iterator[tuple[date, str]]:
    for path in sorted((FOLDER / "hko").glob("*.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            if found := DAY.match(line.strip()):
                year, month, day, words = found.groups()
                yield date(int(year), int(month), int(day)), words


def _printed(day: date) -> str:
    """Write a day as the observatory does: the month's name on its first day."""
    lunar = to_lunar(day)
    words = lunar_words(lunar.month, lunar.day, is_leap_month=lunar.is_leap_month)
    month, _, rest = words.partition("月")
    if lunar.day != 1:
        return rest
    return month.replace("闰", "閏").replace("冬", "十一").replace("腊", "十二") + "月"


def test_every_day_of_the_tables_agrees() -> None:
    days = list(_days())
    wrong = [(day, words) for day, words in days if _printed(day) != words.replace("闰", "閏")]
    assert len(days) > 24_000
    assert wrong == []


def test_all_leap_months_agree() -> None:
    with (FOLDER / "hko_leap_months.csv").open(encoding="utf-8", newline="") as file:
        known = {int(row["lunar_year"]): int(row["leap_month"]) for row in csv.DictReader(file)}
    ours = {year: leap for year in range(1901, 2101) if (leap := leap_month(year))}
    assert ours == known
