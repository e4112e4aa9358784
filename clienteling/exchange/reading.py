"""Read a recognised file in chunks of cells, each row with the number of its line."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.domain.errors import KnownError
from clienteling.domain.sentences import sentence
from clienteling.exchange import encodings, workbook
from clienteling.exchange.export import restored
from clienteling.exchange.fields import REJECT_REASON
from clienteling.exchange.formats import FIELD_LIMIT, FileFacts, FileType
from clienteling.exchange.records import Block, read_blocks
from clienteling.exchange.shapes import is_own_export

if TYPE_CHECKING:
    import pandas as pd

_WORKBOOK_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be read as a row of the table.

    Args:
        line: 1-based line of the file, or row of the sheet.
        cells: What could be read of it.
        column: Index of the column at fault; None when the whole line is.
        reason: What is wrong with it.
        remedy: What to do.
    """

    line: int
    cells: tuple[str, ...]
    reason: str
    remedy: str
    column: int | None = None


@dataclass(slots=True)
class Chunk:
    """Some rows of a file.

    Args:
        frame: One row per line that could be read; columns 0 to width - 1; every cell a text.
        lines: 1-based line of each row.
        bad: The lines that could not be read.
        done: Bytes or rows read so far, out of ``total``.
    """

    frame: "pd.DataFrame"
    lines: list[int]
    bad: list[BadLine] = field(default_factory=list)
    done: int = 0
    total: int = 0


def read_chunks(path: Path, facts: FileFacts) -> Iterator[Chunk]:
    """Yield the rows below the heading, about 50,000 at a time.

    Blank lines are passed over; the numbers of the lines after them stay right.

    Raises:
        UserError: A line is so long that the file is no table.
        KnownError: The file cannot be read any more.
    """
    is_ours = REJECT_REASON in facts.header or is_own_export(facts.header)
    try:
        chunks = _from_sheet if facts.type is FileType.WORKBOOK else _from_text
        for chunk in chunks(path, facts):
            if is_ours:
                chunk.frame = chunk.frame.map(restored)
            yield chunk
    except OSError as error:
        raise KnownError(
            "{name} could not be read to its end. Try again, or copy it to this computer first.",
            name=path.name,
        ) from error


def _from_text(path: Path, facts: FileFacts) -> Iterator[Chunk]:
    leave_out = facts.skipped_lines + (1 if facts.has_header else 0)
    errors = encodings.mark_undecodable()
    with path.open("rb") as raw, io.TextIOWrapper(raw, facts.encoding, errors) as text:
        for block in read_blocks(text, delimiter=facts.delimiter):
            leave_out = _without_blanks(block, leave_out)
            chunk = _parse(block, facts)
            chunk.done, chunk.total = min(raw.tell(), facts.size_bytes), facts.size_bytes
            yield chunk


def _without_blanks(block: Block, leave_out: int) -> int:
    """Drop blank lines and the first ``leave_out`` others; return how many are left to drop."""
    if leave_out == 0 and "" not in block.records and not any(map(str.isspace, block.records)):
        return 0
    kept = [
        (record, line)
        for record, line in zip(block.records, block.lines, strict=True)
        if record and not record.isspace()
    ]
    block.records = [record for record, _ in kept[leave_out:]]
    block.lines = [line for _, line in kept[leave_out:]]
    return max(0, leave_out - len(kept))


def _parse(block: Block, facts: FileFacts) -> Chunk:
    width = len(facts.header)
    lines = list(block.lines)
    bad = [
        BadLine(
            item.line,
            (item.text[:FIELD_LIMIT],),
            sentence("a quotation mark is opened and never closed"),
            sentence("close the quotation mark, or write two of them where one is meant"),
        )
        for item in block.unclosed
    ]
    frame = _with_pandas(block.records, facts.delimiter, width)
    if frame is None:
        frame, lines, more = _one_by_one(block, facts.delimiter, width)
        bad += more
    chunk = Chunk(frame, lines, bad)
    endless = any(len(record) > FIELD_LIMIT for record in block.records)
    _drop_strange(chunk, endless=endless, marked=encodings.has_marks("\n".join(block.records)))
    chunk.bad.sort(key=lambda item: item.line)
    return chunk


def _with_pandas(records: Sequence[str], delimiter: str, width: int) -> "pd.DataFrame | None":
    """Parse a block at once; None where some line needs to be looked at by itself."""
    import pandas as pd

    if not records:
        return pd.DataFrame({column: [] for column in range(width)}, dtype=object)
    try:
        frame = pd.read_csv(
            io.StringIO("\n".join(records)),
            sep=r"\s+" if delimiter == " " else delimiter,
            header=None,
            names=range(width + 1),
            dtype=object,
            keep_default_na=False,
            na_filter=False,
            skip_blank_lines=False,
            engine="c",
            index_col=False,
            on_bad_lines="error",
        )
    except (pd.errors.ParserError, UnicodeError):
        return None
    if len(frame) != len(records) or frame[width].astype(bool).any():
        return None
    return frame.drop(columns=width)


def _one_by_one(
    block: Block, delimiter: str, width: int
) -> tuple["pd.DataFrame", list[int], list[BadLine]]:
    import pandas as pd

    rows: list[list[str]] = []
    lines: list[int] = []
    bad: list[BadLine] = []
    csv.field_size_limit(2_000_000)
    for record, line in zip(block.records, block.lines, strict=True):
        cells = _cells(record, delimiter)
        extra = [cell for cell in cells[width:] if cell.strip()]
        if extra:
            bad.append(_too_wide(line, cells, width))
        else:
            rows.append(cells[:width] + [""] * (width - len(cells)))
            lines.append(line)
    return pd.DataFrame(rows, columns=range(width), dtype=object), lines, bad


def _cells(record: str, delimiter: str) -> list[str]:
    if delimiter == " ":
        return record.split()
    try:
        rows = list(csv.reader(io.StringIO(record, newline="\n"), delimiter=delimiter))
    except csv.Error:
        return record.split(delimiter)
    return rows[0] if len(rows) == 1 else record.split(delimiter)


def _too_wide(line: int, cells: Sequence[str], width: int) -> BadLine:
    return BadLine(
        line,
        tuple(cell[:FIELD_LIMIT] for cell in cells[: width + 20]),
        sentence(
            "there are {count} cells where the heading has {width}", count=len(cells), width=width
        ),
        sentence("put the text that has a separator inside it between quotation marks"),
    )


def _drop_strange(chunk: Chunk, *, endless: bool, marked: bool) -> None:
    """Move rows with undecodable letters or endless cells to the bad lines."""
    if not marked and not endless:
        return
    frame = chunk.frame
    wrong: dict[int, BadLine] = {}
    for column in frame.columns:
        cells = frame[column].tolist()
        for place, cell in enumerate(cells):
            if len(cell) > FIELD_LIMIT or (marked and encodings.has_marks(cell)):
                wrong.setdefault(place, _strange(chunk, place, int(column), cell))
    if wrong:
        keep = [place for place in range(len(frame)) if place not in wrong]
        chunk.frame = frame.iloc[keep].reset_index(drop=True)
        chunk.lines = [chunk.lines[place] for place in keep]
        chunk.bad += wrong.values()


def _strange(chunk: Chunk, place: int, column: int, cell: str) -> BadLine:
    cells = tuple(encodings.unmark(str(item))[:FIELD_LIMIT] for item in chunk.frame.iloc[place])
    if len(cell) > FIELD_LIMIT:
        reason = sentence(
            "this cell has {count:,} characters; {limit:,} is the most",
            count=len(cell),
            limit=FIELD_LIMIT,
        )
        return BadLine(chunk.lines[place], cells, reason, sentence("shorten it"), column)
    return BadLine(
        chunk.lines[place],
        cells,
        sentence("its letters are in another encoding than the rest of the file"),
        sentence("check its accents and other letters, then bring it in again"),
        column,
    )


def _from_sheet(path: Path, facts: FileFacts) -> Iterator[Chunk]:
    import pandas as pd

    width = len(facts.header)
    rows = workbook.read_sheet(path, facts.sheets[0]).rows
    numbered = [(line, row) for line, row in enumerate(rows, 1) if any(row)]
    del rows
    numbered = numbered[facts.skipped_lines + (1 if facts.has_header else 0) :]
    total = len(numbered)
    for start in range(0, max(total, 1), _WORKBOOK_ROWS):
        part = numbered[start : start + _WORKBOOK_ROWS]
        cells = [row[:width] + [""] * (width - len(row)) for _, row in part]
        frame = pd.DataFrame(cells, columns=range(width), dtype=object)
        chunk = Chunk(frame, [line for line, _ in part], [], start + len(part), total)
        endless = any(len(cell) > FIELD_LIMIT for row in cells for cell in row)
        _drop_strange(chunk, endless=endless, marked=False)
        yield chunk
