"""Look at a workbook before opening it, and have its sheets read as text."""

import zipfile
from pathlib import Path

from clienteling.domain.errors import UserError
from clienteling.domain.sentences import sentence
from clienteling.exchange.formats import (
    ZIP_MEMBER_LIMIT,
    ZIP_RATIO_LIMIT,
    ZIP_TOTAL_LIMIT,
)
from clienteling.exchange.sheet_process import Sheet, SheetLimits, read_in_process

_NOT_OPENED = sentence("It was not opened and nothing was brought in.")
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
            "This workbook is damaged. {not_opened} Please save it again as XLSX.",
            not_opened=_NOT_OPENED,
        ) from error
    if "xl/workbook.xml" not in {member.filename for member in members}:
        raise UserError(
            "This is a packed file but not an Excel workbook. "
            "Please save the table as CSV or XLSX and bring that in."
        )
    if len(members) > ZIP_MEMBER_LIMIT:
        raise UserError(
            "This workbook has {count:,} parts inside. {not_opened} Please save only the "
            "sheet with the clients or purchases.",
            count=len(members),
            not_opened=_NOT_OPENED,
        )
    if sum(member.file_size for member in members) > ZIP_TOTAL_LIMIT or any(map(_tight, members)):
        raise UserError(
            "This workbook would unpack to more than this till accepts. {not_opened} Please "
            "save the sheet as CSV and bring that in.",
            not_opened=_NOT_OPENED,
        )


def read_sheet(
    path: Path,
    sheet: str | None = None,
    rows: int | None = None,
    limits: SheetLimits | None = None,
) -> Sheet:
    """Read a sheet as text without interpreting it; row 1 of the sheet is the first row.

    Args:
        sheet: Its name; None for the first.
        rows: How many are wanted; None for all.
        limits: What reading it may take.

    Raises:
        UserError: The workbook is refused, or the sheet cannot be read.
    """
    check_workbook(path)
    return read_in_process(path, sheet, rows, limits or SheetLimits())


def _tight(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _RATIO_FLOOR and member.file_size > ZIP_RATIO_LIMIT * max(
        member.compress_size, 1
    )
