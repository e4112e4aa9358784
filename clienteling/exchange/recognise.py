"""Recognise a file from its bytes: what it is, its letters, its separators, its heading."""

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from clienteling.domain.errors import KnownError, UserError
from clienteling.domain.sentences import sentence
from clienteling.exchange import encodings, workbook
from clienteling.exchange.delimiters import has_heading, sniff_delimiter, split_lines
from clienteling.exchange.formats import (
    COLUMN_LIMIT,
    RECORD_LIMIT,
    EncodingGuess,
    FileFacts,
    FileType,
)
from clienteling.exchange.records import read_blocks

_SAMPLE_BYTES = 512 * 1024
_SAMPLE_ROWS = 200

_KNOWN_STARTS = (
    (b"%PDF", sentence("a PDF")),
    (b"\x89PNG", sentence("a picture")),
    (b"\xff\xd8\xff", sentence("a picture")),
    (b"GIF8", sentence("a picture")),
    (b"\x1f\x8b", sentence("a packed file")),
    (b"7z\xbc\xaf", sentence("a packed file")),
    (b"Rar!", sentence("a packed file")),
    (b"SQLite format 3", sentence("a database")),
    (b"{\\rtf", sentence("a text document")),
    (b"<!DOCTYPE", sentence("a web page")),
    (b"<html", sentence("a web page")),
    (b"BEGIN:VC", sentence("an address card or a calendar")),
)


def recognise(
    path: Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    has_header: bool | None = None,
    sheet: str | None = None,
) -> FileFacts:
    """Recognise a file; what is given is believed instead of guessed.

    Raises:
        UserError: It is empty, not a table, or not readable as one; the sentence says what to do.
        KnownError: The file cannot be opened.
    """
    head, size = _head(path)
    _refuse_wrong(head, size)
    if head.startswith(b"PK\x03\x04"):
        return _of_workbook(path, size, has_header=has_header, sheet=sheet)
    return _of_text(head, size, encoding=encoding, delimiter=delimiter, has_header=has_header)


def _head(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            return file.read(_SAMPLE_BYTES), path.stat().st_size
    except FileNotFoundError as error:
        raise UserError("There is no file {name} there any more.", name=path.name) from error
    except IsADirectoryError as error:
        raise UserError(
            "{name} is a folder. Please choose a file inside it.", name=path.name
        ) from error
    except OSError as error:
        raise KnownError(
            "{name} cannot be opened. Nothing was brought in. If it is open in another "
            "program, close it there and try again.",
            name=path.name,
        ) from error


def _refuse_wrong(head: bytes, size: int) -> None:
    if size == 0 or not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UserError("This file is empty. Please export it again and bring that in.")
    for start, words in _KNOWN_STARTS:
        if head.lstrip()[:20].startswith(start):
            raise UserError(
                "This file is {words}, not a table. Please export the clients or purchases as "
                "CSV or XLSX.",
                words=words,
            )
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise UserError(
            "This is an old Excel file or one locked with a password. Please open it, save it as "
            "XLSX without a password, and bring that in."
        )


def _of_workbook(
    path: Path, size: int, *, has_header: bool | None, sheet: str | None
) -> FileFacts:
    found = workbook.read_sheet(path, sheet, rows=_SAMPLE_ROWS)
    if not found.names or (sheet is not None and sheet not in found.names):
        raise UserError("This workbook has no such sheet with a table. Please choose another.")
    chosen = sheet or found.names[0]
    facts = FileFacts(FileType.WORKBOOK, "", (), "", (), True, (), (), size)
    ordered = (chosen, *(name for name in found.names if name != chosen))
    return replace(_with_table(facts, found.rows, has_header=has_header), sheets=ordered)


def _of_text(
    head: bytes, size: int, *, encoding: str | None, delimiter: str | None, has_header: bool | None
) -> FileFacts:
    guesses = encodings.rank_encodings(head)
    if encoding is not None:
        chosen = _named(encoding)
        others = tuple(guess for guess in guesses if guess.name != chosen)
        guesses = (EncodingGuess(chosen, 1.0), *others)
    lines = _sample_lines(head, guesses[0].name, whole=size <= len(head))
    mark = delimiter if delimiter is not None else sniff_delimiter(lines)
    rows = [list(row) for row in split_lines(lines, mark)]
    facts = FileFacts(FileType.TEXT, guesses[0].name, guesses, mark, (), True, (), (), size)
    return _with_table(facts, rows, has_header=has_header)


def _named(encoding: str) -> str:
    try:
        return encodings.canonical(encoding)
    except LookupError as error:
        raise UserError(
            "There is no encoding called {encoding}.", encoding=encoding, field="encoding"
        ) from error


def _sample_lines(head: bytes, encoding: str, *, whole: bool) -> list[str]:
    errors = encodings.mark_undecodable()
    text = io.TextIOWrapper(io.BytesIO(head), encoding=encoding, errors=errors).read()
    _refuse_binary(text)
    if not whole:
        text, newline, _ = text.rpartition("\n")
        if not newline:
            raise UserError(
                "The first line of this file is longer than {count:,} characters, so this is not "
                "a table. Please export it again as CSV.",
                count=RECORD_LIMIT // 2,
            )
    return _records(text)[:_SAMPLE_ROWS]


def _records(text: str) -> list[str]:
    # The separator is not known yet; for finding where quoted cells end any of them will do.
    lines: list[str] = []
    for block in read_blocks(io.StringIO(text), delimiter=","):
        lines.extend(block.records)
        if len(lines) >= _SAMPLE_ROWS:
            break
    return [line for line in lines if line.strip()]


def _refuse_binary(text: str) -> None:
    sample = text[:20_000]
    odd = sum(letter < " " and letter not in "\t\r\n\f" for letter in sample)
    odd += sum(0xF0000 <= ord(letter) <= 0xF00FF for letter in sample)
    if odd > len(sample) * 0.1:
        raise UserError(
            "This file is not text and not a workbook, so it has no table to bring in. "
            "Please export the clients or purchases as CSV or XLSX."
        )


def _with_table(facts: FileFacts, rows: list[list[str]], *, has_header: bool | None) -> FileFacts:
    rows = [row for row in rows if any(map(str.strip, row))]
    if not rows:
        raise UserError("This file has no lines with anything in them. Please export it again.")
    skipped = _lines_above(rows)
    rows = rows[skipped:]
    width = max(len(row) for row in rows)
    if width > COLUMN_LIMIT:
        raise UserError(
            "This file has {width:,} columns, more than a table of clients or purchases has. "
            "Please check its separator, or export it again.",
            width=width,
        )
    heading = has_heading(rows) if has_header is None else has_header
    names = [cell.strip() for cell in rows[0]] if heading else []
    width = len(names) if heading else width
    counted = Counter(name for name in names if name)
    return replace(
        facts,
        header=_unique(names, width),
        has_header=heading,
        duplicates=tuple(name for name, times in counted.items() if times > 1),
        sample=tuple(tuple(row) for row in rows[1 if heading else 0 :]),
        skipped_lines=skipped,
    )


def _lines_above(rows: Sequence[Sequence[str]]) -> int:
    """Count the lines of titles and remarks that some programs write above their table."""
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    cells = [len(row) for row in rows]
    usual_filled, usual_cells = _usual(filled), _usual(cells)
    above = 0
    while above < min(10, len(rows) - 1) and (
        (cells[above] < usual_cells and filled[above] * 2 <= usual_filled)
        or (filled[above] == 1 and usual_filled >= 3)
    ):
        above += 1
    return above


def _usual(counts: Sequence[int]) -> int:
    tallied = Counter(counts[-50:])
    return max(tallied, key=lambda count: (tallied[count], count))


def _unique(names: Sequence[str], width: int) -> tuple[str, ...]:
    """Give every column a heading of its own: blanks are numbered, doubles are counted."""
    taken: set[str] = set()
    result = []
    for place in range(width):
        base = (names[place] if place < len(names) else "") or f"Column {place + 1}"
        name, count = base, 1
        while name in taken:
            count += 1
            name = f"{base} ({count})"
        taken.add(name)
        result.append(name)
    return tuple(result)
