"""Read a workbook in a process of its own, with bounds on its memory; what is read goes to stdout.

A workbook of a few kilobytes can ask for gigabytes. Here that costs this process its life and
nothing else. ``exchange/sheet_process.py`` starts it as a program and knows its exit codes.
"""

import json
import sys
from collections.abc import Iterator
from enum import IntEnum
from typing import Any


class Ending(IntEnum):
    """With which code the process ends; any other means that it ran out of memory."""

    DONE = 0
    UNREADABLE = 3
    TOO_WIDE = 4
    TOO_LONG = 5


class _TooMuchError(Exception):
    """The sheet holds more than a table does."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending)
        self.ending = ending


def main(path: str, sheet: str, rows: str, columns: str, output: str, memory: str) -> Ending:
    """Write the names of the sheets, then the rows of one, each as a line of JSON.

    Args:
        sheet: Which one; empty for the first.
        rows: How many are wanted; empty for all.
        columns: How many a table may have.
        output: How many bytes may be written.
        memory: How many bytes this process may take.
    """
    _limit_memory(int(memory))
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

    try:
        with CalamineWorkbook.from_path(path) as book:
            about = book.sheets_metadata
            names = [item.name for item in about if item.typ is SheetTypeEnum.WorkSheet]
            chosen = sheet or next(iter(names), "")
            table = book.get_sheet_by_name(chosen) if chosen in names else None
            most = int(rows) if rows else None
            _write(names, () if table is None else _rows(table, most, int(columns)), int(output))
    except _TooMuchError as error:
        return error.ending
    except (CalamineError, OSError, ValueError):
        return Ending.UNREADABLE
    return Ending.DONE


def _limit_memory(limit: int) -> None:
    """Bound what this process may take, where the system can; elsewhere only time bounds it."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ImportError, OSError, ValueError):
        return


def _rows(table: Any, most: int | None, columns: int) -> Iterator[list[str]]:
    """Yield the rows of a sheet from its first on, with the blanks to their left."""
    start, end = table.start, table.end
    if end is not None and end[1] >= columns:
        raise _TooMuchError(Ending.TOO_WIDE)
    left = [""] * (start[1] if start else 0)
    for count, row in enumerate(table.iter_rows()):
        if most is not None and count >= most:
            return
        yield left + [_plain(cell) for cell in row]


def _plain(cell: Any) -> str:
    """Give a cell as people see it: no time at midnight, no .0 after whole numbers."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).replace("\0", "")
    return text[:10] if text.endswith(" 00:00:00") and len(text) == 19 else text


def _write(names: list[str], rows: Any, output: int) -> None:
    out, left = sys.stdout.buffer, output
    out.write(_line(names))
    for cells in rows:
        line = _line(cells)
        left -= len(line)
        if left < 0:
            raise _TooMuchError(Ending.TOO_LONG)
        out.write(line)


def _line(cells: list[str]) -> bytes:
    return json.dumps(cells, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
