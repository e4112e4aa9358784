"""Propose what the columns of a file hold, by their headings and by their values."""

from collections.abc import Sequence
from dataclasses import replace

from clienteling.exchange.amounts import MarkSurvey, currency_in
from clienteling.exchange.content import contradicts, looks_like
from clienteling.exchange.dates import OrderSurvey
from clienteling.exchange.fields import (
    DATE_FIELDS,
    MANY,
    REJECT_LINE,
    REJECT_REASON,
    Field,
    FileKind,
)
from clienteling.exchange.headings import fold_heading, headings_of
from clienteling.exchange.mapping import Column, Mapping, is_amount, shape_key
from clienteling.exchange.shapes import Shape, known_shape

Rows = Sequence[Sequence[str]]

_CLOSE = 88.0
"""Likeness out of 100 from which a misspelt heading is taken for a known one."""

_CONVINCING = 0.5
"""How sure content must be to be believed against a heading."""

_TELLING = frozenset(
    {Field.SKU, Field.QUANTITY, Field.UNIT_PRICE, Field.LINE_TOTAL, Field.RECEIPT, Field.SOLD_ON}
)
"""Fields that only a file of purchases has; three of them settle what the file is."""


def propose_mapping(header: Sequence[str], sample: Rows, kind: FileKind | None = None) -> Mapping:
    """Propose a mapping; each column says how sure it is and by what.

    Args:
        header: The headings, unique.
        sample: Some rows below the heading.
        kind: What the rows are, where a person has said it.
    """
    shape = known_shape(header)
    if shape is not None and kind in (None, shape.kind):
        return with_surveys(_of_shape(shape, header), sample)
    chosen = kind or _kind_of(header, sample)
    columns = _claimed([_proposal(header, sample, place, chosen) for place in range(len(header))])
    key = shape_key(header)
    mapping = Mapping(chosen, key, f"file:{key[:8]}", tuple(columns))
    return with_surveys(replace(mapping, currency=_currency(mapping, sample)), sample)


def with_surveys(mapping: Mapping, rows: Rows) -> Mapping:
    """Settle the order of dates and the decimal mark of amounts from these rows."""
    return replace(mapping, columns=tuple(_surveyed(each, rows) for each in mapping.columns))


def _of_shape(shape: Shape, header: Sequence[str]) -> Mapping:
    columns = tuple(
        Column(
            place,
            heading,
            shape.fields.get(fold_heading(heading), Field.IGNORE),
            1.0,
            f"recognised: {shape.name}",
        )
        for place, heading in enumerate(header)
    )
    return Mapping(
        shape.kind,
        shape_key(header),
        shape.source,
        tuple(_claimed(list(columns))),
        shape.name,
        quoted_ids=shape.quoted_ids,
        currency=shape.currency,
    )


def _kind_of(header: Sequence[str], sample: Rows) -> FileKind:
    known = headings_of(FileKind.PURCHASES)
    fields = {known.get(fold_heading(name)) for name in header}
    if len(fields & _TELLING) >= 2:
        return FileKind.PURCHASES
    values = [looks_like(_values(sample, at), FileKind.PURCHASES) for at in range(len(header))]
    seen = {found[0] for found in values if found}
    by_content = {Field.SOLD_ON, Field.LINE_TOTAL} <= seen and Field.CLIENT_EMAIL not in seen
    return FileKind.PURCHASES if by_content else FileKind.CLIENTS


def _proposal(header: Sequence[str], sample: Rows, place: int, kind: FileKind) -> Column:
    heading, values = header[place], _values(sample, place)
    folded = fold_heading(heading)
    if folded in (fold_heading(REJECT_REASON), fold_heading(REJECT_LINE)):
        mark = Field.LINE_MARK if folded == fold_heading(REJECT_LINE) else Field.IGNORE
        field = mark if kind is FileKind.PURCHASES else Field.IGNORE
        return Column(place, heading, field, 1.0, "kept from the rejects")
    column = _by_heading(place, heading, kind)
    is_doubted = contradicts(column.field, values)
    if column.field is not Field.IGNORE and not is_doubted:
        return column
    found = looks_like(values, kind)
    if is_doubted and (found is None or found[1] < _CONVINCING):
        return replace(column, confidence=0.5, reason="by its heading, not by what stands in it")
    if found is None:
        return Column(place, heading, Field.IGNORE, 0.3, "nothing known about it")
    return Column(place, heading, found[0], found[1], "by what stands in it")


def _by_heading(place: int, heading: str, kind: FileKind) -> Column:
    from rapidfuzz import fuzz, process

    known = headings_of(kind)
    folded = fold_heading(heading).rstrip(" 0123456789") or fold_heading(heading)
    exact = known.get(fold_heading(heading)) or known.get(folded)
    if exact is not None:
        return Column(place, heading, exact, 0.95, "by its heading")
    if len(folded) >= 4:
        close = process.extractOne(folded, known.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE)
        if close is not None:
            sure = round(close[1] / 100 * 0.85, 2)
            return Column(
                place, heading, known[close[0]], sure, f"heading is close to “{close[0]}”"
            )
    return Column(place, heading, Field.IGNORE, 0.0, "")


def _claimed(columns: list[Column]) -> list[Column]:
    """Let the surest column have each field that only one may hold."""
    order = sorted(columns, key=lambda column: (-column.confidence, column.position))
    taken: set[Field] = set()
    result = []
    for column in order:
        if column.field in taken:
            result.append(
                replace(column, field=Field.IGNORE, confidence=0.3, reason="another column has it")
            )
            continue
        if column.field not in MANY:
            taken.add(column.field)
        result.append(column)
    return sorted(result, key=lambda column: column.position)


def _surveyed(column: Column, rows: Rows) -> Column:
    if column.field in DATE_FIELDS:
        survey = OrderSurvey()
        survey.add(_values(rows, column.position))
        return replace(column, date_order=survey.order())
    if is_amount(column):
        marks = MarkSurvey()
        marks.add(_values(rows, column.position))
        return replace(column, decimal_mark=marks.mark())
    return column


def _currency(mapping: Mapping, sample: Rows) -> str | None:
    """Return the one currency that stands beside the amounts, if there is just one."""
    found = {
        currency_in(value)
        for column in mapping.columns
        if is_amount(column) and column.field is not Field.QUANTITY
        for value in _values(sample, column.position)
        if value
    }
    return found.pop() if len(found) == 1 else None


def _values(rows: Rows, place: int) -> list[str]:
    return [row[place] for row in rows if place < len(row)]
