"""Write tables for other programs, so that no cell can run as a formula there.

Source: OWASP ASVS 5.0, 1.2.10: cells that begin like a formula get an apostrophe, all are quoted.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from clienteling.domain.errors import KnownError

_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")


def neutralised(cell: str) -> str:
    """Return a cell that a spreadsheet shows as text, whatever it begins with.

    >>> neutralised("=1+1"), neutralised("+33 6 12"), neutralised("Ada")
    ("'=1+1", "'+33 6 12", 'Ada')
    """
    return (
        f"'{cell}" if cell.startswith(_STARTERS) or cell.lstrip().startswith(_STARTERS) else cell
    )


def restored(cell: str) -> str:
    """Return a cell as it was before it was neutralised.

    >>> restored("'+33 6 12"), restored("'t Hooft")
    ('+33 6 12', "'t Hooft")
    """
    return cell[1:] if cell.startswith("'") and neutralised(cell[1:]) == cell else cell


def csv_line(cells: Sequence[str]) -> str:
    """Return one line of a CSV file, every cell quoted and neutralised."""
    quoted = (neutralised(cell).replace("\0", "").replace('"', '""') for cell in cells)
    return ",".join(f'"{cell}"' for cell in quoted) + "\r\n"


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a CSV file in UTF-8 with a mark that spreadsheets know it by; return its rows.

    Raises:
        KnownError: The file cannot be written; nothing is left of it.
    """
    part = path.with_name(f".{path.name}.part")
    count = 0
    try:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            file.write(csv_line(header))
            for row in rows:
                file.write(csv_line(row))
                count += 1
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _unwritable(path) from error
    return count


def write_workbook(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "Sheet"
) -> int:
    """Write an XLSX workbook whose cells are all text; return its rows.

    Raises:
        KnownError: The file cannot be written; nothing is left of it.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    part = path.with_name(f".{path.name}.part")
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])

    def text(value: str) -> WriteOnlyCell:
        cell = WriteOnlyCell(sheet, value=_printable(value))
        cell.data_type = "s"
        return cell

    count = -1
    for row in (header, *rows):
        sheet.append([text(cell) for cell in row])
        count += 1
    try:
        book.save(part)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _unwritable(path) from error
    return count


def _printable(text: str) -> str:
    """Leave out what a workbook cannot hold: control characters other than line ends and tabs."""
    return "".join(letter for letter in text[:32_767] if letter >= " " or letter in "\n\t")


def _unwritable(path: Path) -> KnownError:
    return KnownError(
        "{name} could not be written. Nothing in the book changed; please choose another "
        "place with room on it.",
        name=path.name,
    )
