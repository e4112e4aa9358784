"""Cut text into blocks of whole lines, keeping each line's number, in bounded memory."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TextIO

from clienteling.domain.errors import UserError
from clienteling.exchange.formats import RECORD_LIMIT

_BLOCK = 4 * 1024 * 1024
_OPEN_LINES = 400
"""Lines a quoted cell may run over; beyond that its quotation mark was never closed."""


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A line that opens a quotation mark which nothing closes."""

    line: int
    text: str


@dataclass(slots=True)
class Block:
    """Some whole records of a file.

    Args:
        records: One text per record, without its line end; quoted line breaks are inside.
        lines: The 1-based line each record begins on.
        unclosed: Lines left out because their quotation mark is never closed.
    """

    records: list[str]
    lines: list[int] | range
    unclosed: list[Unclosed] = field(default_factory=list)


def read_blocks(
    stream: TextIO,
    *,
    delimiter: str,
    first_line: int = 1,
    size: int = _BLOCK,
    longest: int = RECORD_LIMIT,
) -> Iterator[Block]:
    """Yield blocks of whole records from a text stream opened with universal newlines.

    Args:
        stream: What is read, to its end.
        delimiter: What separates cells; a blank stands for runs of blanks.
        first_line: Number of the line the stream stands at.
        size: Characters read at a time.
        longest: Characters one record may have.

    Raises:
        UserError: One line is longer than any table's line can be.
    """
    opens = _opener(delimiter)
    carry, line = "", first_line
    while True:
        text = stream.read(size)
        if not text:
            break
        text = carry + text.replace("\0", "")
        whole, newline, carry = text.rpartition("\n")
        if len(carry) > longest:
            raise _endless(line + whole.count("\n") + (1 if newline else 0), longest)
        if not newline:
            continue
        block, left, line = _cut(whole, line, opens, longest)
        carry = f"{left}\n{carry}" if left is not None else carry
        yield block
    if carry:
        block, left, line = _cut(carry, line, opens, longest, last=True)
        yield block


def _endless(line: int, longest: int) -> UserError:
    return UserError(
        "Line {line} is longer than {longest:,} characters, so this is not a table. "
        "Nothing was brought in. Please export the file again as CSV.",
        line=line,
        longest=longest,
    )


def _cut(
    text: str, line: int, opens: re.Pattern[str], longest: int, *, last: bool = False
) -> tuple[Block, str | None, int]:
    """Cut text into records; return them, the unfinished rest, and the line the rest begins on."""
    pieces = text.split("\n")
    if '"' not in text:
        return Block(pieces, range(line, line + len(pieces))), None, line + len(pieces)
    return _cut_quoted(pieces, line, opens, longest, last=last)


def _cut_quoted(
    pieces: list[str], line: int, opens: re.Pattern[str], longest: int, *, last: bool
) -> tuple[Block, str | None, int]:
    block = Block([], [])
    lines: list[int] = []
    block.lines = lines
    at, count = 0, len(pieces)
    while at < count:
        end = _end_of_record(pieces, at, opens)
        if end is None and not last and count - at <= _OPEN_LINES:
            left = "\n".join(pieces[at:])
            # A cell that is still open after this many letters was never meant to be one.
            if len(left) <= longest:
                return block, left, line + at
        if end is None:
            block.unclosed.append(Unclosed(line + at, pieces[at]))
            at += 1
            continue
        block.records.append(pieces[at] if end == at else "\n".join(pieces[at : end + 1]))
        lines.append(line + at)
        at = end + 1
    return block, None, line + count


def _end_of_record(pieces: list[str], at: int, opens: re.Pattern[str]) -> int | None:
    """Return the index of the line that ends the record beginning at ``at``; None if none does."""
    if pieces[at].count('"') % 2 == 0 or not opens.search(pieces[at]):
        return at
    for index in range(at + 1, min(at + _OPEN_LINES, len(pieces))):
        if pieces[index].count('"') % 2:
            return index
    return None


def _opener(delimiter: str) -> re.Pattern[str]:
    """Return what finds a quotation mark that opens a cell and is not closed on its line.

    An inch mark inside an unquoted cell (``Heel 4" black``) opens nothing.
    """
    gap = r"\s" if delimiter == " " else re.escape(delimiter)
    return re.compile(rf'(?:^|{gap})\s*"(?:[^"]|"")*$')
