"""From a path to a file that is understood: recognised, mapped as last time or by proposal."""

from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from clienteling.exchange.checking import settle
from clienteling.exchange.dates import DateOrder
from clienteling.exchange.fields import FileKind
from clienteling.exchange.formats import FileFacts
from clienteling.exchange.mapping import Mapping
from clienteling.exchange.memory import remembered_mapping
from clienteling.exchange.propose import propose_mapping
from clienteling.exchange.recognise import recognise


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file as it is understood; a person may change any part of the mapping.

    Args:
        path: The file.
        facts: How it is written.
        mapping: What its columns hold.
        is_remembered: Whether a file of this shape was mapped before.
    """

    path: Path
    facts: FileFacts
    mapping: Mapping
    is_remembered: bool

    @property
    def asks_for_dates(self) -> bool:
        """Say whether a person must tell the order of days and months."""
        return any(one.date_order is DateOrder.AMBIGUOUS for one in self.mapping.columns)


def prepare(
    session: Session,
    *,
    path: Path,
    kind: FileKind | None = None,
    date_order: DateOrder | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    has_header: bool | None = None,
    sheet: str | None = None,
) -> Prepared:
    """Understand a file.

    Args:
        path: The file.
        kind: What its rows are, where a person has said it.
        date_order: What a person answered for dates that may be read both ways.
        encoding: How its letters are written, where a person has said it; so with the rest.
        delimiter: What separates its cells.
        has_header: Whether its first line is a heading.
        sheet: Which sheet of a workbook is meant.

    Raises:
        UserError: it is no table that can be read; the sentence says what to do.
    """
    facts = recognise(
        path, encoding=encoding, delimiter=delimiter, has_header=has_header, sheet=sheet
    )
    known = remembered_mapping(session, facts.header)
    if known is not None and kind in (None, known.kind):
        fitting = settle(path, facts, known)
        return Prepared(path, facts, answered(fitting, date_order), is_remembered=True)
    proposed = settle(path, facts, propose_mapping(facts.header, facts.sample, kind))
    return Prepared(path, facts, answered(proposed, date_order), is_remembered=False)


def answered(mapping: Mapping, date_order: DateOrder | None) -> Mapping:
    """Return a mapping whose open dates are read as a person said."""
    if date_order is None:
        return mapping
    columns = tuple(
        replace(one, date_order=date_order) if one.date_order is DateOrder.AMBIGUOUS else one
        for one in mapping.columns
    )
    return replace(mapping, columns=columns)
