"""Bring checked lines of receipts into the book: receipts, lines, who served, to whom."""

from dataclasses import dataclass, field
from typing import Any

from clienteling.domain.ids import id_bytes_at
from clienteling.domain.sentences import sentence
from clienteling.exchange.associates import served_by
from clienteling.exchange.client_lookup import by_words
from clienteling.exchange.faults import LineProblem
from clienteling.exchange.headings import fold_heading
from clienteling.exchange.meet_clients import MetClients, references
from clienteling.exchange.mend_receipts import fill_stores, sum_again
from clienteling.exchange.rows import LineColumns
from clienteling.exchange.stable_ids import day_milliseconds, digest_of, line_id, stable_id
from clienteling.exchange.target import Target, look_up
from clienteling.exchange.undone_lines import link_returns
from clienteling.models.purchase import PurchaseChannel
from clienteling.storage.bulk import BulkLoad

_PURCHASE = (
    "id", "client_id", "store_id", "receipt_no", "sold_at", "sold_on", "channel", "currency",
    "net_minor", "source",
)  # fmt: skip
_LINE = (
    "id", "purchase_id", "position", "product_id", "variant_id", "words", "quantity",
    "unit_price_minor", "discount_minor", "tax_minor", "net_minor", "wearer_client_id",
    "gift_words",
)  # fmt: skip
_STAFF = ("id", "purchase_id", "staff_id", "share_percent")

_LINE_VALUES = (
    "ordinal", "sku", "description", "quantity", "unit_minor", "discount_minor", "tax_minor",
    "net_minor", "wearer",
)  # fmt: skip

_PRODUCT_OF, _VARIANT_OF = (
    f"SELECT sku, {column} FROM variant WHERE sku IN ({{}}) AND deleted_at IS NULL ORDER BY id"  # noqa: S608 - own columns
    for column in ("product_id", "id")
)

#: A piece and its size, where the catalogue has them.
_Piece = tuple[bytes | None, bytes | None]
_UNKNOWN: _Piece = (None, None)

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
    _variants: dict[str | None, _Piece] = field(default_factory=dict)
    _wearers: dict[str, bytes | None] = field(default_factory=dict)
    _returning: set[bytes] = field(default_factory=set)

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
        self._meet_wearers(columns["wearer"])
        clients = [self._people.of(reference) for reference in references(columns)]
        receipts, rows = self._lines(lines, clients)
        purchases = self._purchases(lines, receipts, clients)
        new = self.bulk.insert("purchase", _PURCHASE, purchases)
        counts = {
            "client": made,
            "purchase": new,
            "purchase_line": self.bulk.insert("purchase_line", _LINE, rows),
            "purchase_staff": self.bulk.insert(
                "purchase_staff", _STAFF, self._served(lines, receipts)
            ),
        }
        if new < len(purchases):
            self._mend(purchases, has_new_lines=bool(counts["purchase_line"]))
        self.bulk.touch({row[1] for row in purchases if row[1] is not None})
        return {table: count for table, count in counts.items() if count}

    def remarks(self) -> list[LineProblem]:
        """Return what a person should look at since this was asked the last time."""
        found, self._people.remarks = self._people.remarks, []
        return found

    def finish(self) -> None:
        """Let returns name what they undo, when every line is in the book."""
        batch = bytes.fromhex(self.bulk.batch_id)
        link_returns(self.target.connection, self._returning, batch)

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
                    sentence("this client is not in the book"),
                    sentence("bring in the clients first, or let new clients be made"),
                )
        return problems

    def _lines(
        self, lines: LineColumns, clients: list[bytes | None]
    ) -> tuple[dict[tuple[Any, ...], _Receipt], list[tuple[Any, ...]]]:
        receipts: dict[tuple[Any, ...], _Receipt] = {}
        source, variants, wearers, rows = self.target.source, self._variants, self._wearers, []
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
            client = clients[receipt.first]
            if count < 0 and client is not None:
                self._returning.add(client)
            product, variant = variants.get(sku, _UNKNOWN)
            called = words or sku if product is not None else _called(words, sku)
            other = None if wearer is None else wearers.get(wearer)
            rows.append(
                (
                    line_id(receipt.milliseconds, receipt.digest, ordinal), receipt.row_id,
                    ordinal, product, variant, called, count, unit, off, tax, net,
                    None if other == client else other, None if other is not None else wearer,
                )
            )  # fmt: skip
        return receipts, rows

    def _purchases(
        self,
        lines: LineColumns,
        receipts: dict[tuple[Any, ...], _Receipt],
        clients: list[bytes | None],
    ) -> list[tuple[Any, ...]]:
        columns, target = lines.columns, self.target
        rows = []
        for receipt in receipts.values():
            at = receipt.first
            moment, store = columns["moment"][at], columns["store"][at]
            place = target.store_id if store is None else target.names.store(store)
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
        words: dict[tuple[Any, ...], dict[str, None]] = {}
        for key, said in zip(lines.keys, lines.columns["staff"], strict=True):
            if said is not None:
                words.setdefault(key, {})[said] = None
        rows = []
        for key, names in words.items():
            receipt = receipts[key].row_id
            for who, share in served_by("; ".join(names), self.target.names.staff)[0].items():
                own = stable_id("served", receipt.hex(), who.hex())
                rows.append((own, receipt, who, share))
        return rows

    def _mend(self, purchases: list[tuple[Any, ...]], *, has_new_lines: bool) -> None:
        """Settle receipts that were in the book before: their sums, and their boutique if said."""
        if has_new_lines:
            sum_again(self.target.connection, [row[0] for row in purchases])
        if self.target.fills_stores:
            places = {row[0]: row[2] for row in purchases if row[2] is not None}
            fill_stores(self.target, places, bytes.fromhex(self.bulk.batch_id))

    def _meet_wearers(self, words: list[str | None]) -> None:
        new = {one for one in words if one is not None and one not in self._wearers}
        if new:
            self._wearers |= {**dict.fromkeys(new), **by_words(self.target, new)}

    def _meet_variants(self, skus: list[str | None]) -> None:
        new = [sku for sku in dict.fromkeys(skus) if sku is not None and sku not in self._variants]
        products, variants = (
            look_up(self.target.connection, sql, new) for sql in (_PRODUCT_OF, _VARIANT_OF)
        )
        self._variants.update((sku, (products.get(sku), variants.get(sku))) for sku in new)


def _called(words: str | None, sku: str | None) -> str | None:
    """Return how a piece is called that the catalogue does not know: its words and its number."""
    if words is None or sku is None or sku in words:
        return words or sku
    return f"{words} · {sku}"


def _channel(words: str | None) -> PurchaseChannel:
    is_web = words is not None and fold_heading(words) in _WEB
    return PurchaseChannel.WEB if is_web else PurchaseChannel.STORE
