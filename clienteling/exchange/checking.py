"""Check a whole file without bringing anything in: every bad line, the counts, the first rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from clienteling.domain.errors import UserError
from clienteling.domain.progress import Progress, Silent
from clienteling.domain.sentences import sentence
from clienteling.exchange.amounts import MarkSurvey
from clienteling.exchange.check_clients import ClientBatch, ClientChecker
from clienteling.exchange.check_purchases import PurchaseBatch, PurchaseChecker
from clienteling.exchange.dates import DateOrder, OrderSurvey
from clienteling.exchange.faults import LineProblem, shortened
from clienteling.exchange.fields import DATE_FIELDS, Field, FileKind
from clienteling.exchange.formats import FileFacts
from clienteling.exchange.house_names import HouseNames
from clienteling.exchange.mapping import Column, Mapping, is_amount
from clienteling.exchange.reading import BadLine, Chunk, read_chunks
from clienteling.exchange.receipts import whole_receipts
from clienteling.exchange.rows import ClientRow, LineRow

_FIRST_ROWS = 20
_KEPT_PROBLEMS = 200_000
"""Problems a report keeps; further ones are counted, and all of them are in the rejects file."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What the boutique says where a file does not.

    Args:
        currency: ISO 4217 code of amounts without one.
        country: ISO 3166-1 code for phones without a prefix.
        names: The house's boutiques and associates; names that are none of them are remarked.
    """

    currency: str = "EUR"
    country: str | None = None
    names: HouseNames | None = None


@dataclass(slots=True)
class Rejected:
    """A line that stays out, with its cells as they were and the reason."""

    line: int
    cells: tuple[str, ...]
    reason: str
    ordinal: int | None = None


@dataclass(slots=True)
class CheckedChunk:
    """One chunk after the check; ``batch`` holds what may go in."""

    batch: ClientBatch | PurchaseBatch
    problems: list[LineProblem]
    rejected: list[Rejected]
    read: int
    done: int
    total: int
    chunk: Chunk

    def cells_of(self, line: int) -> tuple[str, ...]:
        """Return the cells of a line as they stood in the file."""
        return tuple(self.chunk.frame.iloc[self.chunk.lines.index(line)])


@dataclass(slots=True)
class CheckReport:
    """What a check found.

    Args:
        read: Lines with anything in them, below the heading.
        good: Lines that may go in.
        bad: Lines that stay out.
        left_out: Lines of cancelled orders.
        problems: Every bad line and every remark, in the file's order, up to 200,000.
        first_rows: The first good rows, as they will be.
    """

    path: Path
    facts: FileFacts
    mapping: Mapping
    options: CheckOptions
    read: int = 0
    good: int = 0
    bad: int = 0
    left_out: int = 0
    problems: list[LineProblem] = field(default_factory=list)
    first_rows: tuple[ClientRow | LineRow, ...] = ()

    def take(self, chunk: CheckedChunk) -> None:
        """Count a chunk in and keep what is to be shown of it."""
        rows = chunk.batch.rows if isinstance(chunk.batch, ClientBatch) else chunk.batch.lines
        self.read += chunk.read
        self.good += len(rows)
        self.bad += len(chunk.rejected)
        self.left_out += chunk.batch.left_out if isinstance(chunk.batch, PurchaseBatch) else 0
        self.problems += chunk.problems[: max(0, _KEPT_PROBLEMS - len(self.problems))]
        missing = _FIRST_ROWS - len(self.first_rows)
        if missing > 0:
            first = rows[:missing] if isinstance(rows, list) else rows.rows(0, missing)
            self.first_rows = (*self.first_rows, *first)


def check_file(
    path: Path,
    facts: FileFacts,
    mapping: Mapping,
    *,
    options: CheckOptions | None = None,
    progress: Progress | None = None,
) -> CheckReport:
    """Check every line of a file; nothing is brought in.

    Raises:
        UserError: The mapping lacks a column, or the order of its dates must be asked.
    """
    report = CheckReport(path, facts, mapping, options or CheckOptions())
    watcher = progress or Silent()
    for chunk in checked_chunks(path, facts, mapping, options=report.options):
        report.take(chunk)
        watcher.step(chunk.done, chunk.total, path.name)
    if report.read == 0:
        raise UserError(
            "This file has a heading but no lines below it. Please export it again with its rows."
        )
    return report


def checked_chunks(
    path: Path, facts: FileFacts, mapping: Mapping, *, options: CheckOptions
) -> Iterator[CheckedChunk]:
    """Yield the file's chunks, checked; what checking and bringing in both stand on.

    Raises:
        UserError: The mapping lacks a column, or the order of its dates must be asked.
    """
    _refuse_unsettled(mapping)
    checker: ClientChecker | PurchaseChecker
    chunks = read_chunks(path, facts)
    if mapping.kind is FileKind.CLIENTS:
        checker = ClientChecker(mapping, options.country)
    else:
        checker = PurchaseChecker(mapping, options.currency, options.names)
        number = mapping.first(Field.RECEIPT)
        chunks = whole_receipts(chunks, None if number is None else number.position)
    for chunk in chunks:
        yield _checked(chunk, checker, facts)


def settle(path: Path, facts: FileFacts, mapping: Mapping) -> Mapping:
    """Settle the order of dates and the decimal marks from every line of the file.

    What the first rows leave open, line 40,000 may tell. What a person said, now or about the last
    file of this shape, is kept where the file itself does not tell otherwise.
    """
    dates = [each for each in mapping.columns if each.field in DATE_FIELDS]
    amounts = [each for each in mapping.columns if is_amount(each)]
    if not dates and not amounts:
        return mapping
    orders = {each.position: OrderSurvey() for each in dates}
    marks = {each.position: MarkSurvey() for each in amounts}
    for chunk in read_chunks(path, facts):
        for position, order in orders.items():
            order.add(chunk.frame[position].unique())
        for position, mark in marks.items():
            mark.add(chunk.frame[position].unique())
    columns = tuple(_settled(each, orders, marks) for each in mapping.columns)
    return replace(mapping, columns=columns)


def _settled(
    column: Column, orders: dict[int, OrderSurvey], marks: dict[int, MarkSurvey]
) -> Column:
    if column.position in orders:
        order = orders[column.position].order()
        was_said = column.date_order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
        kept = was_said and order in (DateOrder.AMBIGUOUS, DateOrder.CLEAR)
        return column if kept else replace(column, date_order=order)
    if column.position in marks:
        return replace(column, decimal_mark=marks[column.position].mark())
    return column


_ASKS = {
    DateOrder.AMBIGUOUS: sentence(
        "The dates under “{heading}” can be read day first or month first. Please say which it is."
    ),
    DateOrder.MIXED: sentence(
        "The dates under “{heading}” are written day first on some lines and month first on "
        "others. Please say which it is."
    ),
}


def _refuse_unsettled(mapping: Mapping) -> None:
    missing = mapping.missing()
    if missing:
        raise UserError(missing)
    for column in mapping.columns:
        if column.field not in DATE_FIELDS:
            continue
        if column.date_order in _ASKS:
            raise UserError(_ASKS[column.date_order], heading=column.heading, field=column.heading)


def _checked(
    chunk: Chunk, checker: ClientChecker | PurchaseChecker, facts: FileFacts
) -> CheckedChunk:
    batch = checker.check(chunk)
    problems = [*(_problem(bad, facts) for bad in chunk.bad), *batch.problems]
    rejected = [
        *(Rejected(bad.line, bad.cells, bad.reason) for bad in chunk.bad),
        *(Rejected(*item) for item in batch.rejected),
    ]
    if chunk.bad:
        problems.sort(key=lambda problem: problem.line)
        rejected.sort(key=lambda item: item.line)
    read = len(chunk.lines) + len(chunk.bad)
    return CheckedChunk(batch, problems, rejected, read, chunk.done, chunk.total, chunk)


def _problem(bad: BadLine, facts: FileFacts) -> LineProblem:
    heading = None if bad.column is None else facts.header[bad.column]
    value = " ".join(bad.cells) if bad.column is None else bad.cells[bad.column]
    return LineProblem(bad.line, heading, shortened(value), bad.reason, bad.remedy)
