"""Say what a file from outside is: its kind, its letters, its separators, its heading."""

from dataclasses import dataclass
from enum import StrEnum

FIELD_LIMIT = 20_000
"""Characters one cell may have; longer ones are refused with their line."""

RECORD_LIMIT = 1_000_000
"""Characters one line may have, quoted line breaks included."""

ZIP_TOTAL_LIMIT = 100 * 1024 * 1024
"""Bytes a workbook may unpack to."""

ZIP_RATIO_LIMIT = 200
"""Times a member of a workbook may grow when unpacked."""

ZIP_MEMBER_LIMIT = 200
"""Members a workbook may have."""

COLUMN_LIMIT = 500
"""Columns a file may have."""


class FileType(StrEnum):
    """How the bytes are laid out."""

    TEXT = "text"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class EncodingGuess:
    """One encoding the letters of a file may be in, best first in its list."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What was recognised of a file; a person may override each part.

    Args:
        encoding: Python codec name; ``""`` for a workbook, which says its own.
        encodings: The guesses, best first, the chosen one included.
        delimiter: One character; a blank stands for runs of blanks; ``""`` for a workbook.
        header: The headings as they are shown: made unique, invented where the file has none.
        has_header: Whether the first line is a heading.
        duplicates: Headings that occurred more than once, as they are in the file.
        skipped_lines: Lines with words before the heading that are not part of the table.
        sheets: Names of the sheets of a workbook; the one that is read is first.
    """

    type: FileType
    encoding: str
    encodings: tuple[EncodingGuess, ...]
    delimiter: str
    header: tuple[str, ...]
    has_header: bool
    duplicates: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    size_bytes: int
    skipped_lines: int = 0
    sheets: tuple[str, ...] = ()
