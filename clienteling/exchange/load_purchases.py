"""Bring checked lines of receipts into the book: receipts, lines, who served, to whom."""

from dataclasses import dataclass, field
from typing import Any

from clienteling.domain.ids import id_bytes_at
from clienteling.exchange.faults import LineProblem
from clienteling.exchange.headings import fold_heading
from clienteling.exchange.meet_clients import MetClients, references
from clienteling.exchange.rows import LineColumns
from clienteling.exchange.stable_ids import day_milliseconds, digest_of, line_id, stable_id
from clienteling.exchange.target import Target, look_up
from clienteling.models.purchase import PurchaseChannel
from clienteling.storage.bulk import BulkLoad

_PURCHASE = (
    "id", "client_id", "store_id", "receipt_no", "sold_at", "sold_on", "channel", "currency",
    "net_minor", "source",
)  # fmt: skip
_LINE = (
    "id", "purchase_id", "position", "variant_id", "words", "quantity", "unit_price_minor",
    "discount_minor", "tax_minor", "net_minor", "gift_words",
)  # fmt: skip
_STAFF = ("id", "purchase_id", "staff_id", "share_percent")

_LINE_VALUES = (
    "ordinal", "sku", "description", "quantity", "unit_minor", "discount_minor", "tax_minor",
    "net_minor", "wearer",
)  # fmt: skip

_WEB = frozenset({"web", "online", "online store", "shopify", "internet", "网店", "オンライン"})


@dataclass(slots=True)
class _Receipt:
    """A receipt as it is gathered from its lines."""

    digest: bytes
    milliseconds: int
    row_id: bytes
    first: int
    net_minor: int = 0


@dataclass(slots=True)
class PurchaseLoader:
    """Loads chunk after chunk of lines.

    Args:
        creates_clients: Whether clients whom only the file knows are made; otherwise their lines
            stay out and are reported.
    """

    bulk: BulkLoad
    target: Target
    creates_clients: bool = True
    _people: MetClients = field(init=False)
    _variants: dict[str, bytes | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with nobody met."""
        self._people = MetClients(self.bulk, self.target, creates=self.creates_clients)

    def load(self, lines: LineColumns) -> dict[str, int]:
        """Load lines inside a chunk; return how many rows of each table went in."""
        if not len(lines):
            return {}
        columns = lines.columns
        made = self._people.meet(columns)
        self._meet_variants(columns["sku"])
        receipts, rows = self._lines(lines)
        purchases = self._purchases(lines, receipts)
        new = self.bulk.insert("purchase", _PURCHASE, purchases)
        counts = {
            "client": made,
            "purchase": new,
            "purchase_line": self.bulk.insert("purchase_line", _LINE, rows),
            "purchase_staff": self.bulk.insert(
                "purchase_staff", _STAFF, self._served(lines, receipts)
            ),
        }
        if new < len(purchases) and counts["purchase_line"]:
            self._sum_again([one.row_id for one in receipts.values()])
        self.bulk.touch({row[1] for row in purchases if row[1] is not None})
        return {table: count for table, count in counts.items() if count}

    def unknown(self, lines: LineColumns) -> dict[int, LineProblem]:
        """Return, by place, the lines whose client is not in the book, where none may be made."""
        if self.creates_clients or not len(lines):
            return {}
        columns = lines.columns
        self._people.meet(columns)
        problems = {}
        for place, (line, reference) in enumerate(
            zip(columns["line"], references(columns), strict=True)
        ):
            if any(reference) and self._people.of(reference) is None:
                value = next(part for part in reference if part)
                problems[place] = LineProblem(
                    line,
                    None,
                    value,
                    "this client is not in the book",
                    "bring in the clients first, or let new clients be made",
                )
        return problems

    def _lines(
        self, lines: LineColumns
    ) -> tuple[dict[tuple[Any, ...], _Receipt], list[tuple[Any, ...]]]:
        receipts: dict[tuple[Any, ...], _Receipt] = {}
        source, variants, rows = self.target.source, self._variants, []
        columns = lines.columns
        values = zip(lines.keys, *(columns[name] for name in _LINE_VALUES), strict=True)
        for at, (key, ordinal, sku, words, count, unit, off, tax, net, wearer) in enumerate(
            values
        ):
            receipt = receipts.get(key)
            if receipt is None:
                digest = digest_of("purchase", source, *key)
                day = day_milliseconds(key[2])
                receipt = _Receipt(digest, day, id_bytes_at(day, digest), at)
                receipts[key] = receipt
            receipt.net_minor += net
            own = line_id(receipt.milliseconds, receipt.digest, ordinal)
            rows.append(
                (
                    own,
                    receipt.row_id,
                    ordinal,
                    variants.get(sku),
                    words or sku,
                    count,
                    unit,
                    off,
                    tax,
                    net,
                    wearer,
                )
            )
        return receipts, rows

    def _purchases(
        self, lines: LineColumns, receipts: dict[tuple[Any, ...], _Receipt]
    ) -> list[tuple[Any, ...]]:
        columns, target = lines.columns, self.target
        clients = [self._people.of(reference) for reference in references(columns)]
        rows = []
        for receipt in receipts.values():
            at = receipt.first
            moment, store = columns["moment"][at], columns["store"][at]
            place = target.store_id if store is None else target.stores.get(fold_heading(store))
            number = None if lines.derived else columns["receipt"][at]
            rows.append(
                (
                    receipt.row_id, clients[at], place, number, target.milliseconds(moment),
                    target.local_day(moment), _channel(columns["channel"][at]),
                    columns["currency"][at], receipt.net_minor, target.source,
                )
            )  # fmt: skip
        return rows

    def _served(
        self, lines: LineColumns, receipts: dict[tuple[Any, ...], _Receipt]
    ) -> list[tuple[Any, ...]]:
        rows = []
        for receipt in receipts.values():
            words = lines.columns["staff"][receipt.first]
            who = self.target.staff.get(fold_heading(words)) if words else None
            if who is not None:
                own = stable_id("served", receipt.row_id.hex(), who.hex())
                rows.append((own, receipt.row_id, who, 100))
        return rows

    def _sum_again(self, purchases: list[bytes]) -> None:
        """Sum receipts again that were in the book before and may have got more lines.

        This is captured like any change of a row: head office may have the receipt already.
        """
        connection = self.target.connection
        connection.execute("UPDATE sync_self SET applying = 0")
        connection.executemany(
            "UPDATE purchase SET net_minor = (SELECT sum(net_minor) FROM purchase_line "
            "WHERE purchase_id = purchase.id AND deleted_at IS NULL) WHERE id = ?1 AND "
            "net_minor <> (SELECT sum(net_minor) FROM purchase_line "
            "WHERE purchase_id = ?1 AND deleted_at IS NULL)",
            [(one,) for one in purchases],
        )
        connection.execute("UPDATE sync_self SET applying = 2")

    def _meet_variants(self, skus: list[str | None]) -> None:
        new = [sku for sku in dict.fromkeys(skus) if sku is not None and sku not in self._variants]
        sql = "SELECT sku, id FROM variant WHERE sku IN ({}) AND deleted_at IS NULL ORDER BY id"
        found = look_up(self.target.connection, sql, new)
        self._variants.update((sku, found.get(sku)) for sku in new)


def _channel(words: str | None) -> PurchaseChannel:
    is_web = words is not None and fold_heading(words) in _WEB
    return PurchaseChannel.WEB if is_web else PurchaseChannel.STORE
