"""Make clienteling/domain/lunar_table.py from sxtwl, which is wanted only here.

Run it in an environment of its own that has sxtwl (BSD): ``python tools/make_lunar_table.py``.
"""

from datetime import date, timedelta
from pathlib import Path

import sxtwl  # type: ignore[import-not-found]  # only in its own environment

FIRST, LAST = 1900, 2100
TARGET = Path(__file__).resolve().parent.parent / "clienteling/domain/lunar_table.py"
HEAD = '''"""Months of the Chinese lunar years 1900 to 2100, one whole number a year.

Bits 0-11 (12 where a month is doubled): whether the month, in the order they run, has 30 days.
Bits 13-16: the month that is doubled, 0 for none. Bits 17-22: the day of New Year, counted from
20 January. Made by tools/make_lunar_table.py from sxtwl; checked with the Hong Kong Observatory's
tables (tests/outside/test_lunar.py).
"""

FIRST_YEAR = {first}
LAST_YEAR = {last}

# fmt: off
YEARS: tuple[int, ...] = (
'''


def encode(year: int) -> int:
    """Code one lunar year."""
    leap = int(sxtwl.getRunMonth(year))
    months = [(month, False) for month in range(1, 13)]
    if leap:
        months.insert(leap, (leap, True))
    code = leap << 13
    for place, (month, is_leap) in enumerate(months):
        if sxtwl.getLunarMonthNum(year, month, is_leap) == 30:
            code |= 1 << place
    new_year = sxtwl.fromLunar(year, 1, 1)
    day = date(new_year.getSolarYear(), new_year.getSolarMonth(), new_year.getSolarDay())
    return code | (day - date(year, 1, 20)) // timedelta(days=1) << 17


def main() -> None:
    """Write the module."""
    codes = [f"0x{encode(year):06x}," for year in range(FIRST, LAST + 1)]
    rows = [" ".join(codes[start : start + 9]) for start in range(0, len(codes), 9)]
    body = "".join(f"    {row}\n" for row in rows)
    text = HEAD.format(first=FIRST, last=LAST) + body + ")\n# fmt: on\n"
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
