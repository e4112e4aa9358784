"""Look at a workbook before opening it, and read its sheets as text."""

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.domain.errors import UserError
from clienteling.exchange.formats import (
    COLUMN_LIMIT,
    ZIP_MEMBER_LIMIT,
    ZIP_RATIO_LIMIT,
    ZIP_TOTAL_LIMIT,
)

if TYPE_CHECKING:
    import pandas as pd

_NOT_OPENED = "It was not opened and nothing was brought in."
_RATIO_FLOOR = 1024 * 1024
"""Bytes below which a member's ratio is not looked at: small sheets of blanks compress well."""


def check_workbook(path: Path) -> None:
    """Refuse a workbook that would unpack to more than a till can hold.

    Raises:
        UserError: It is too large, packed suspiciously tight, locked, or no workbook at all.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UserError(
            f"This workbook is damaged. {_NOT_OPENED} Please save it again as XLSX."
        ) from error
    if "xl/workbook.xml" not in {member.filename for member in members}:
        raise UserError(
            "This is a packed file but not an Excel workbook. "
            "Please save the table as CSV or XLSX and bring that in."
        )
    if len(members) > ZIP_MEMBER_LIMIT:
        raise UserError(
            f"This workbook has {len(members):,} parts inside. {_NOT_OPENED} "
            "Please save only the sheet with the clients or purchases."
        )
    if sum(member.file_size for member in members) > ZIP_TOTAL_LIMIT or any(map(_tight, members)):
        raise UserError(
            f"This workbook would unpack to more than this till accepts. {_NOT_OPENED} "
            "Please save the sheet as CSV and bring that in."
        )


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the names of the sheets that people see, in their order."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            about = book.sheets_metadata
            return tuple(item.name for item in about if item.typ is SheetTypeEnum.WorkSheet)
    except (CalamineError, OSError, ValueError) as error:
        raise _unreadable() from error


def read_sheet(path: Path, sheet: str, rows: int | None = None) -> "pd.DataFrame":
    """Read a sheet as text without interpreting it; row 1 of the sheet is row 0 of the frame.

    Raises:
        UserError: The sheet cannot be read.
    """
    import pandas as pd

    try:
        frame = pd.read_excel(
            path,
            sheet_name=sheet,
            engine="calamine",
            header=None,
            dtype=str,
            keep_default_na=False,
            na_filter=False,
            nrows=rows,
        )
    except Exception as error:  # calamine raises its own and pandas' errors alike
        raise _unreadable() from error
    if frame.shape[1] > COLUMN_LIMIT:
        raise UserError(
            f"This sheet has {frame.shape[1]:,} columns. Please delete the empty columns at its "
            "right edge, save it, and bring it in again."
        )
    return frame.fillna("").map(_plain)


def _plain(cell: object) -> str:
    """Give a cell as people see it: no time at midnight, no .0 after whole numbers."""
    text = str(cell).replace("\0", "")
    if text.endswith(" 00:00:00") and len(text) == 19:
        return text[:10]
    return text[:-2] if text.endswith(".0") and text[:-2].isdecimal() else text


def _tight(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _RATIO_FLOOR and member.file_size > ZIP_RATIO_LIMIT * max(
        member.compress_size, 1
    )


def _unreadable() -> UserError:
    return UserError(
        "This workbook cannot be read; it may be damaged or locked with a password. "
        "Please open it in Excel, save it without a password, and bring it in again."
    )
