"""Say which column holds what, in a form that is shown, changed and remembered."""

import hashlib
import json
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.domain.sentences import sentence
from clienteling.exchange.amounts import DecimalMark
from clienteling.exchange.dates import DateOrder
from clienteling.exchange.fields import (
    DATE_FIELDS,
    MONEY_FIELDS,
    REJECT_LINE,
    REJECT_REASON,
    Field,
    FileKind,
)
from clienteling.exchange.headings import fold_heading

_PASSED_OVER = frozenset({fold_heading(REJECT_REASON), fold_heading(REJECT_LINE)})


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds and why that is believed.

    Args:
        position: 0-based place in the file.
        confidence: 0 (a guess nobody should trust) to 1 (certain or chosen by a person).
        reason: One short phrase: by what it was recognised.
        date_order: How its dates are written, where it holds dates.
        decimal_mark: How its amounts are written, where it holds amounts.
    """

    position: int
    heading: str
    field: Field
    confidence: float = 1.0
    reason: str = ""
    date_order: DateOrder = DateOrder.CLEAR
    decimal_mark: DecimalMark = DecimalMark.UNKNOWN


@dataclass(frozen=True, slots=True)
class Mapping:
    """How the columns of a file become clients or purchases.

    Args:
        shape: Key of the file's shape; the mapping is remembered under it.
        source: Where the rows come from (``"shopify"``); their own ids are unique within it.
        name: The program's name, where its export was recognised ("Shopify customers").
        quoted_ids: Whether ids, phones and postcodes carry a leading apostrophe.
        currency: Currency of amounts that do not say theirs; None: the boutique's own.
        country: Country in which phones without a prefix are read; None: the boutique's own.
        stores: Which boutique is meant by names that the book does not know, as a person said.
    """

    kind: FileKind
    shape: str
    source: str
    columns: tuple[Column, ...]
    name: str | None = None
    quoted_ids: bool = False
    currency: str | None = None
    country: str | None = None
    stores: tuple[tuple[str, Id], ...] = ()

    def all_of(self, field: Field) -> tuple[Column, ...]:
        """Return the columns that hold a field, in the file's order."""
        return tuple(column for column in self.columns if column.field is field)

    def first(self, field: Field) -> Column | None:
        """Return the first column that holds a field."""
        return next(iter(self.all_of(field)), None)

    def with_field(self, position: int, field: Field) -> "Mapping":
        """Return the mapping as a person changed it: this column holds that field."""
        changed = tuple(
            replace(column, field=field, confidence=1.0, reason="chosen by hand")
            if column.position == position
            else column
            for column in self.columns
        )
        return replace(self, columns=changed)

    def with_order(self, position: int, order: DateOrder) -> "Mapping":
        """Return the mapping with a column's order of day and month as a person said it."""
        changed = tuple(
            replace(column, date_order=order) if column.position == position else column
            for column in self.columns
        )
        return replace(self, columns=changed)

    def with_store(self, name: str, store_id: Id | None) -> "Mapping":
        """Return the mapping as a person said it: this name in the file means that boutique.

        None: what was said of the name is taken back.
        """
        others = tuple(one for one in self.stores if fold_heading(one[0]) != fold_heading(name))
        said = () if store_id is None else ((name, store_id),)
        return replace(self, stores=(*others, *said))

    def questions(self) -> tuple[Column, ...]:
        """Return the date columns whose order of day and month must be asked."""
        return tuple(
            column
            for column in self.columns
            if column.field in DATE_FIELDS and column.date_order is DateOrder.AMBIGUOUS
        )

    def missing(self) -> str | None:
        """Say in one sentence what no column holds yet but must; None when nothing is missing."""
        held = {column.field for column in self.columns}
        if self.kind is FileKind.CLIENTS:
            names = {Field.FULL_NAME, Field.GIVEN, Field.FAMILY, Field.NATIVE, Field.COMPANY}
            return (
                None
                if held & names
                else sentence("Please say which column holds the clients' names.")
            )
        if Field.SOLD_ON not in held:
            return sentence("Please say which column holds the date of the purchase.")
        if not held & {Field.LINE_TOTAL, Field.UNIT_PRICE}:
            return sentence("Please say which column holds the amount or the price.")
        return None


def shape_key(header: Sequence[str]) -> str:
    """Return the key of a file's shape: its headings in their order, as programs vary them.

    The columns that a file of rejected lines adds do not change the shape.
    """
    folded = [fold_heading(name) for name in header]
    kept = [name for name in folded if name not in _PASSED_OVER]
    return hashlib.sha256("\x1f".join(kept).encode()).hexdigest()[:32]


def to_json(mapping: Mapping) -> dict[str, Any]:
    """Return the mapping as plain values, to be remembered."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(mapping)))
    return plain


def from_json(plain: AnyMapping[str, Any]) -> Mapping:
    """Return a remembered mapping.

    Raises:
        UserError: It was remembered by another version in another form.
    """
    try:
        columns = tuple(_column(each) for each in plain["columns"])
        rest = {name: value for name, value in plain.items() if name != "columns"}
        stores = tuple((str(name), str(one)) for name, one in plain.get("stores", ()))
        own = {"kind": FileKind(plain["kind"]), "columns": columns, "stores": stores}
        return Mapping(**{**rest, **own})
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(
            "The remembered columns no longer fit; please choose them again."
        ) from error


def fitted(mapping: Mapping, header: Sequence[str]) -> Mapping:
    """Return a remembered mapping for a file of the same shape, its columns found by heading."""
    places: dict[str, list[int]] = {}
    for position, name in enumerate(header):
        places.setdefault(fold_heading(name), []).append(position)
    found = []
    for column in mapping.columns:
        here = places.get(fold_heading(column.heading))
        if here:
            found.append(replace(column, position=here.pop(0)))
    mark = places.get(fold_heading(REJECT_LINE))
    if mark and mapping.kind is FileKind.PURCHASES:
        found.append(
            Column(mark[0], header[mark[0]], Field.LINE_MARK, 1.0, "kept from the rejects")
        )
    return replace(mapping, columns=tuple(sorted(found, key=lambda column: column.position)))


def is_amount(column: Column) -> bool:
    """Say whether a column holds amounts or counts."""
    return column.field in MONEY_FIELDS or column.field is Field.QUANTITY


def _column(plain: AnyMapping[str, Any]) -> Column:
    return Column(
        **{
            **plain,
            "field": Field(plain["field"]),
            "date_order": DateOrder(plain["date_order"]),
            "decimal_mark": DecimalMark(plain["decimal_mark"]),
        }
    )
