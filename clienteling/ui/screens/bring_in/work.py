"""What is done with a file away from the window; nothing here knows Qt.

The file's own modules bring pandas, so they are imported when the first file is taken.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clienteling.bootstrap import Backend
from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress

if TYPE_CHECKING:
    from clienteling.exchange.checking import CheckOptions, CheckReport
    from clienteling.exchange.dates import DateOrder
    from clienteling.exchange.fields import Field
    from clienteling.exchange.load import ImportResult
    from clienteling.exchange.mapping import Mapping
    from clienteling.exchange.prepare import Prepared
    from clienteling.exchange.reading import Chunk

_FIRST_ROWS = 20


def understand(backend: Backend, path: Path, forms: dict[str, Any]) -> "Prepared":
    """Read how a file is written and what its columns hold.

    Args:
        forms: What a person said of it; names of ``prepare``'s arguments.

    Raises:
        UserError: it is no table that can be read.
    """
    from clienteling.exchange.prepare import prepare

    return backend.ask(prepare, path=path, **forms)


def with_field(mapping: "Mapping", position: int, field: "Field") -> "Mapping":
    """Return the mapping with a column's field; a field of which there is one is taken over."""
    from clienteling.exchange.fields import MANY, Field

    if field not in MANY:
        for column in mapping.all_of(field):
            mapping = mapping.with_field(column.position, Field.IGNORE)
    return mapping.with_field(position, field)


def needs_survey(field: "Field") -> bool:
    """Say whether a field's values must be looked through to know how they are written."""
    from clienteling.exchange.fields import DATE_FIELDS, MONEY_FIELDS, Field

    return field in DATE_FIELDS or field in MONEY_FIELDS or field is Field.QUANTITY


def surveyed(prepared: "Prepared", mapping: "Mapping", position: int) -> "Mapping":
    """Return the mapping with the order of dates and the decimal mark of one column settled."""
    from clienteling.exchange.checking import settle

    chosen = next(one for one in mapping.columns if one.position == position)
    alone = replace(mapping, columns=(replace(chosen, reason=""),))
    settled = settle(prepared.path, prepared.facts, alone).columns[0]
    column = replace(settled, reason=chosen.reason)
    columns = tuple(column if one.position == position else one for one in mapping.columns)
    return replace(mapping, columns=columns)


def with_order(mapping: "Mapping", order: "DateOrder") -> "Mapping":
    """Return the mapping with every open question of day and month answered."""
    for column in questions(mapping):
        mapping = mapping.with_order(column.position, order)
    return mapping


def questions(mapping: "Mapping") -> tuple[Any, ...]:
    """Return the columns whose dates are read both ways, or are written both ways."""
    from clienteling.exchange.dates import DateOrder
    from clienteling.exchange.fields import DATE_FIELDS

    unsure = (DateOrder.AMBIGUOUS, DateOrder.MIXED)
    return tuple(
        one for one in mapping.columns if one.field in DATE_FIELDS and one.date_order in unsure
    )


def strangers(report: "CheckReport") -> tuple[str, ...]:
    """Return the names of boutiques that are to be asked about: unknown ones, then said ones."""
    from clienteling.exchange.house_names import unknown_stores

    said = (name for name, _store_id in report.mapping.stores)
    return tuple(dict.fromkeys([*unknown_stores(report.problems), *said]))


def first_rows(backend: Backend, prepared: "Prepared") -> tuple[tuple[Any, ...], str]:
    """Return the first rows as they will be, or the sentence that says what they wait for."""
    from clienteling.exchange.check_clients import ClientChecker
    from clienteling.exchange.check_purchases import PurchaseChecker

    mapping, options = prepared.mapping, _options(backend)
    wait = mapping.missing() or _open_question(mapping)
    if wait:
        return (), wait
    chunk = _sample_chunk(prepared)
    if mapping.kind.value == "clients":
        return tuple(ClientChecker(mapping, options.country).check(chunk).rows[:_FIRST_ROWS]), ""
    batch = PurchaseChecker(mapping, options.currency).check(chunk)
    return batch.lines.rows(0, _FIRST_ROWS), ""


def _open_question(mapping: "Mapping") -> str:
    asked = questions(mapping)
    if not asked:
        return ""
    return f"Please say how the dates under “{asked[0].heading}” are written."


def _sample_chunk(prepared: "Prepared") -> "Chunk":
    """Return the rows that were read to recognise the file, as the checks take them."""
    import pandas as pd

    from clienteling.exchange.reading import Chunk

    facts = prepared.facts
    width, first = len(facts.header), facts.skipped_lines + (2 if facts.has_header else 1)
    rows = [(list(row) + [""] * width)[:width] for row in facts.sample[: 2 * _FIRST_ROWS]]
    frame = pd.DataFrame(rows, columns=range(width), dtype=object)
    return Chunk(frame, list(range(first, first + len(rows))))


def check(backend: Backend, prepared: "Prepared", progress: Progress) -> "CheckReport":
    """Read every line; nothing is brought in.

    Raises:
        UserError: the mapping lacks a column, or the order of its dates must be asked.
    """
    from clienteling.exchange.checking import check_file

    return check_file(
        prepared.path,
        prepared.facts,
        prepared.mapping,
        options=_options(backend),
        progress=progress,
    )


def load(backend: Backend, prepared: "Prepared", progress: Progress) -> "ImportResult":
    """Bring the good lines in, all or nothing.

    Raises:
        Cancelled: a person stopped it; nothing of the file stayed.
        KnownError: the book could not be written; nothing of the file stayed.
    """
    from clienteling.exchange.load import ImportOptions, import_file

    me = backend.me()
    if me is None:
        raise UserError("This book has no boutique yet. Please found the house first.")
    backend.opened.back_up_before_import()
    return import_file(
        backend.opened.store(),
        prepared.path,
        prepared.facts,
        prepared.mapping,
        clock=backend.clock,
        options=ImportOptions(me.store.id, me.staff.id),
        progress=progress,
    )


def take_back(backend: Backend, batch_id: Id, progress: Progress) -> int:
    """Take back what an import brought in; return how many entries went.

    Raises:
        UserError: it was taken back already, or something written since hangs on it.
    """
    from clienteling.exchange.load import undo_import

    me = backend.me()
    return undo_import(
        backend.opened.store(),
        batch_id,
        clock=backend.clock,
        staff_id=me.staff.id if me else None,
        progress=progress,
    )


def write_rejects(report: "CheckReport", path: Path, progress: Progress) -> int:
    """Write the lines to mend; return how many.

    Raises:
        KnownError: the file cannot be written.
    """
    from clienteling.exchange.rejects import write_rejects as write

    return write(report, path, progress)


def _options(backend: Backend) -> "CheckOptions":
    from clienteling.exchange.checking import CheckOptions
    from clienteling.exchange.house_names import read_house_names

    me, names = backend.me(), backend.ask(read_house_names)
    return CheckOptions(me.store.currency, me.store.country, names) if me else CheckOptions()
