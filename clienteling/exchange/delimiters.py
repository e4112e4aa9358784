"""Tell a text table's separator and whether its first line is a heading."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

from clienteling.exchange.fields import FileKind
from clienteling.exchange.headings import fold_heading, headings_of

CANDIDATES = (",", ";", "\t", "|", " ")

_DIGITS = re.compile(r"\d")


def sniff_delimiter(lines: Sequence[str]) -> str:
    """Return the separator that cuts the lines into the same number of cells most often.

    A single column has no separator; it is read as comma-separated.
    """
    scored = [(_score(lines, mark), -place, mark) for place, mark in enumerate(CANDIDATES)]
    best = max(scored)
    return best[2] if best[0] > 0 else ","


def split_lines(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    """Split records into cells as a spreadsheet would, never raising on odd quotes."""
    if delimiter == " ":
        return [line.split() for line in lines]
    return [_split_one(line, delimiter) for line in lines]


def has_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether the first row names the columns rather than being one of them.

    A heading has words in every cell and no cell that is a date, an amount or an e-mail address;
    a row that looks as the rows below it do is not a heading, unless it says what headings say.
    """
    if not rows:
        return False
    first = [cell.strip() for cell in rows[0]]
    filled = [cell for cell in first if cell]
    if not filled or any(_is_value(cell) for cell in filled):
        return False
    if len(rows) == 1 or _are_headings(filled):
        return True
    below = [_kinds(row) for row in rows[1:20]]
    here = _kinds(first)
    differs = any(
        kinds[place] == "number" and here[place] == "word"
        for kinds in below
        for place in range(min(len(kinds), len(here)))
    )
    return differs or len(set(map(str.casefold, filled))) == len(filled)


def _are_headings(cells: Sequence[str]) -> bool:
    known = headings_of(FileKind.CLIENTS).keys() | headings_of(FileKind.PURCHASES).keys()
    return 2 * sum(fold_heading(cell) in known for cell in cells) >= len(cells)


def _split_one(line: str, delimiter: str) -> list[str]:
    csv.field_size_limit(1_100_000)
    try:
        rows = list(csv.reader([*line.splitlines(keepends=True)], delimiter=delimiter))
    except csv.Error:
        return line.split(delimiter)
    return rows[0] if rows else [""]


def _score(lines: Sequence[str], mark: str) -> float:
    counts = [len(cells) for cells in split_lines(lines, mark) if cells]
    if not counts:
        return 0.0
    usual, times = max(Counter(counts).items(), key=lambda item: (item[1], item[0]))
    if usual < 2:
        return 0.0
    # Blanks separate words too: they only win where every line agrees.
    steady = times / len(counts)
    if mark == " " and steady < 1.0:
        return 0.0
    return steady * (1.0 if mark == " " else 2.0) + min(usual, 50) / 100


def _is_value(cell: str) -> bool:
    if "@" in cell and "." in cell:
        return True
    compact = re.sub(r"[\s.,:/\-+€$£¥'()]", "", cell)
    return bool(compact) and compact.isdecimal()


def _kinds(row: Sequence[str]) -> list[str]:
    return ["number" if _DIGITS.search(cell) else "word" if cell.strip() else "" for cell in row]
