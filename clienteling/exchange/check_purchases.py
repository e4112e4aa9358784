"""Turn rows of cells into lines of receipts, whole columns at a time.

A file of a million lines has few different values in most of its columns, so each different value
is parsed once and the results are spread over the rows; a bad value marks its rows bad.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from clienteling.domain.sentences import sentence
from clienteling.exchange import receipts
from clienteling.exchange.amounts import parse_count, parse_minor
from clienteling.exchange.dates import parse_moment
from clienteling.exchange.faults import ColumnParser, Fault, LineProblem, remedy_for, shortened
from clienteling.exchange.fields import Field
from clienteling.exchange.house_names import HouseNames, Strangers
from clienteling.exchange.mapping import Column, Mapping
from clienteling.exchange.net_amounts import added, listed, negate_returns, signed
from clienteling.exchange.purchase_cells import RULES, line_of
from clienteling.exchange.reading import Chunk
from clienteling.exchange.rows import LINE_FIELDS, LineColumns

_NAMES: dict[Field, str] = {
    Field.RECEIPT: "receipt",
    Field.CLIENT_REF: "client_ref",
    Field.CLIENT_NAME: "client_name",
    Field.CLIENT_EMAIL: "client_email",
    Field.CLIENT_PHONE: "client_phone",
    Field.SOLD_ON: "moment",
    Field.SOLD_TIME: "clock",
    Field.STORE: "store",
    Field.SKU: "sku",
    Field.DESCRIPTION: "description",
    Field.QUANTITY: "quantity",
    Field.UNIT_PRICE: "unit_minor",
    Field.LINE_TOTAL: "net_minor",
    Field.DISCOUNT: "discount_minor",
    Field.ORDER_SUBTOTAL: "subtotal",
    Field.TAX: "tax_minor",
    Field.CURRENCY: "currency",
    Field.STAFF: "staff",
    Field.WEARER: "wearer",
    Field.RETURN_FLAG: "is_return",
    Field.ORDER_STATUS: "status",
    Field.REFUNDED: "refunded",
    Field.CHANNEL: "channel",
    Field.LINE_MARK: "mark",
}
"""Under which name a field's values travel through the check."""

_MONEY = frozenset(
    {Field.UNIT_PRICE, Field.LINE_TOTAL, Field.DISCOUNT, Field.ORDER_SUBTOTAL, Field.TAX}
    | {Field.REFUNDED}
)
_REFUND_ORDINAL = 900_000
"""Where a receipt's refund stands among its lines: apart, so that it stays one when told again."""

_SEVERAL = {"discount_minor": added, "tax_minor": added, "staff": listed}
"""How the values of several columns of one field become one."""


@dataclass(slots=True)
class PurchaseBatch:
    """The good lines of one chunk, and what is to be said of the others.

    Args:
        rejected: Line, its cells as they were, why, and its place in its receipt.
        left_out: Lines of cancelled orders, which sold nothing.
    """

    lines: LineColumns
    problems: list[LineProblem] = field(default_factory=list)
    rejected: list[tuple[int, tuple[str, ...], str, int | None]] = field(default_factory=list)
    left_out: int = 0


class PurchaseChecker:
    """Checks chunk after chunk of a file of purchases.

    Args:
        mapping: What the columns hold.
        currency: Currency of amounts where neither file nor mapping says one.
        names: The house's boutiques and associates; None says nothing of others.
    """

    def __init__(self, mapping: Mapping, currency: str, names: HouseNames | None = None) -> None:
        self._mapping = mapping
        self._strangers = Strangers(names.saying(mapping.stores)) if names else None
        self._currency = mapping.currency or currency
        self._columns = [each for each in mapping.columns if each.field in _NAMES]
        self._parsers: dict[tuple[int, str], ColumnParser] = {}
        self._ordinals: dict[tuple[Any, ...], int] = {}

    def check(self, chunk: Chunk) -> PurchaseBatch:
        """Return the chunk's lines and problems."""
        size = len(chunk.lines)
        columns: receipts.Columns = {name: [None] * size for name in _NAMES.values()}
        columns["line"] = list(chunk.lines)
        columns["place"] = list(range(size))
        faults: dict[int, tuple[Column | None, str]] = {}
        for money in (False, True):
            self._parse(chunk, columns, faults, money=money)
            if not money:
                receipts.share_within(columns)
                columns["currency"] = [code or self._currency for code in columns["currency"]]
        receipts.share_within(columns)
        self._compose(columns, faults)
        batch = PurchaseBatch(LineColumns(derived=receipts.name_receipts(columns)))
        ordinals = self._number(columns)
        self._adjust(columns, ordinals)
        columns["ordinal"] = ordinals
        self._part(chunk, columns, faults, batch)
        if self._strangers is not None and len(batch.lines):
            batch.problems += self._strangers.remarks(batch.lines.columns, self._headings())
            batch.problems.sort(key=lambda problem: problem.line)
        return batch

    def _headings(self) -> dict[str, str | None]:
        found = {
            "store": self._mapping.first(Field.STORE),
            "staff": self._mapping.first(Field.STAFF),
        }
        return {name: column.heading if column else None for name, column in found.items()}

    def _parse(
        self,
        chunk: Chunk,
        columns: receipts.Columns,
        faults: dict[int, tuple[Column | None, str]],
        *,
        money: bool,
    ) -> None:
        for column in self._columns:
            if (column.field in _MONEY) is not money:
                continue
            name = _NAMES[column.field]
            values = self._values(chunk, column, columns["currency"])
            if any(type(value) is Fault for value in values):
                for place, value in enumerate(values):
                    if type(value) is Fault:
                        faults.setdefault(place, (column, value.reason))
                        values[place] = None
            is_more = any(value is not None for value in columns[name])
            more = _SEVERAL.get(name)
            columns[name] = more(columns[name], values) if more and is_more else values

    def _values(self, chunk: Chunk, column: Column, currencies: list[Any]) -> list[Any]:
        cells = chunk.frame[column.position]
        if column.field not in _MONEY:
            return self._parser(column, "").values(cells)
        different = set(currencies)
        if len(different) == 1:
            return self._parser(column, different.pop()).values(cells)
        result: list[Any] = [None] * len(cells)
        for currency in different:
            places = [place for place, code in enumerate(currencies) if code == currency]
            values = self._parser(column, currency).values(cells.iloc[places])
            for place, value in zip(places, values, strict=True):
                result[place] = value
        return result

    def _parser(self, column: Column, currency: str) -> ColumnParser:
        key = (column.position, currency)
        if key not in self._parsers:
            self._parsers[key] = ColumnParser(self._rule(column, currency))
        return self._parsers[key]

    def _rule(self, column: Column, currency: str) -> Callable[[str], Any]:
        held = column.field
        if held in _MONEY:
            return lambda text: parse_minor(text, currency, column.decimal_mark)
        if held is Field.SOLD_ON:
            return lambda text: parse_moment(text, column.date_order)
        if held is Field.QUANTITY:
            return lambda text: parse_count(text, column.decimal_mark)
        rule = RULES.get(held)
        if rule is not None:
            return rule
        strip = self._mapping.quoted_ids
        return lambda text: line_of(text.lstrip("'") if strip else text)

    def _compose(
        self, columns: receipts.Columns, faults: dict[int, tuple[Column | None, str]]
    ) -> None:
        """Settle quantity, net amount, sign and time of every line."""
        clocks = columns["clock"]
        if any(clock is not None for clock in clocks):
            columns["moment"] = [
                replace(moment, clock=clock)
                if moment is not None and clock is not None
                else moment
                for moment, clock in zip(columns["moment"], clocks, strict=True)
            ]
        columns["quantity"] = [1 if count is None else count for count in columns["quantity"]]
        if any(columns["is_return"]):
            negate_returns(columns)
        self._settle_nets(columns)
        self._require(columns, faults)

    def _settle_nets(self, columns: receipts.Columns) -> None:
        nets, units = columns["net_minor"], columns["unit_minor"]
        if None not in nets:
            return
        columns["net_minor"] = [
            net if net is not None or unit is None else count * unit - signed(off, count)
            for net, unit, count, off in zip(
                nets, units, columns["quantity"], columns["discount_minor"], strict=True
            )
        ]

    def _require(
        self, columns: receipts.Columns, faults: dict[int, tuple[Column | None, str]]
    ) -> None:
        dates = self._mapping.first(Field.SOLD_ON)
        amounts = self._mapping.first(Field.LINE_TOTAL) or self._mapping.first(Field.UNIT_PRICE)
        for name, column, reason in (
            ("moment", dates, sentence("there is no date")),
            ("net_minor", amounts, sentence("there is no amount")),
        ):
            values = columns[name]
            if None in values:
                for place, value in enumerate(values):
                    if value is None:
                        faults.setdefault(place, (column, reason))

    def _number(self, columns: receipts.Columns) -> list[int]:
        """Number the lines of each receipt in their order over the whole file.

        Tills that start their numbers anew each day or in each store tell receipts apart by these.
        """
        counts = self._ordinals
        columns["key"] = [
            (receipt, store, moment.day if moment is not None else None)
            for receipt, store, moment in zip(
                columns["receipt"], columns["store"], columns["moment"], strict=True
            )
        ]
        ordinals = []
        for key, mark in zip(columns["key"], columns["mark"], strict=True):
            at = counts.get(key, 0)
            counts[key] = at + 1
            ordinals.append(at if mark is None else mark)
        return ordinals

    def _adjust(self, columns: receipts.Columns, ordinals: list[int]) -> None:
        """Share out discounts and refunds that the file tells of whole receipts only."""
        if self._mapping.first(Field.ORDER_SUBTOTAL):
            receipts.share_out_subtotals(columns)
        if self._mapping.first(Field.REFUNDED):
            before = len(columns["line"])
            receipts.add_refunds(columns)
            # A refund's place is set apart, so that it stays one line when it is told again.
            ordinals += [_REFUND_ORDINAL] * (len(columns["line"]) - before)

    def _part(
        self,
        chunk: Chunk,
        columns: receipts.Columns,
        faults: dict[int, tuple[Column | None, str]],
        batch: PurchaseBatch,
    ) -> None:
        """Keep the good lines; report the bad ones."""
        cancelled = columns["status"]
        drop = {place for place, gone in enumerate(cancelled) if gone}
        batch.left_out = len({columns["place"][place] for place in drop})
        for place in sorted(faults):
            if place not in drop:
                self._reject(chunk, place, columns["ordinal"][place], faults[place], batch)
        out = drop | faults.keys()
        lines = batch.lines
        if not out:
            lines.columns = {name: columns[name] for name in LINE_FIELDS}
            lines.keys = columns["key"]
            return
        keep = [
            at for at, place in enumerate(columns["place"]) if at not in out and place not in out
        ]
        lines.columns = {name: [columns[name][at] for at in keep] for name in LINE_FIELDS}
        lines.keys = [columns["key"][at] for at in keep]

    def _reject(
        self,
        chunk: Chunk,
        place: int,
        ordinal: int,
        fault: tuple[Column | None, str],
        batch: PurchaseBatch,
    ) -> None:
        column, reason = fault
        cells = tuple(chunk.frame.iloc[place])
        value = cells[column.position] if column else " ".join(filter(None, cells))
        heading = column.heading if column else None
        remedy = remedy_for(column.field) if column else sentence("mend this line")
        line = chunk.lines[place]
        batch.problems.append(LineProblem(line, heading, shortened(value), reason, remedy))
        batch.rejected.append((line, cells, f"{heading or 'Line'}: {reason}", ordinal))
