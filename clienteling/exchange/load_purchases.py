"""Bring checked lines of receipts into the book: receipts, lines, who served, to whom."""

from dataclasses import dataclass, field
from typing import Any

from clienteling.domain.ids import id_bytes_at
from clienteling.exchange.faults import LineProblem
from clienteling.exchange.headings import fold_heading
from clienteling.exchange.load_clients import COLUMNS, client_tuple, reference_id
from clienteling.exchange.rows import ClientRow, LineColumns
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

Reference = tuple[str | None, str | None, str | None, str | None]
"""How a file names a client: her id there, e-mail, phone, name."""


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
    _clients: dict[Reference, bytes | None] = field(default_factory=dict)
    _variants: dict[str, bytes | None] = field(default_factory=dict)

    def load(self, lines: LineColumns) -> dict[str, int]:
        """Load lines inside a chunk; return how many rows of each table went in."""
        if not len(lines):
            return {}
        columns = lines.columns
        made = self._meet_clients(columns)
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
        self._meet_clients(columns)
        problems = {}
        for place, (line, reference) in enumerate(
            zip(columns["line"], _references(columns), strict=True)
        ):
            if any(reference) and self._clients[reference] is None:
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
        clients = [self._clients.get(reference) for reference in _references(columns)]
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

    def _meet_clients(self, columns: dict[str, list[Any]]) -> int:
        """Find, or make, the client of every reference that is met for the first time."""
        references = dict.fromkeys(_references(columns))
        new = [one for one in references if any(one) and one not in self._clients]
        if not new:
            return 0
        found = self._found(new)
        missing = [one for one in new if one not in found]
        self._clients.update(found)
        if not self.creates_clients:
            self._clients.update(dict.fromkeys(missing))
            return 0
        return self._make(missing)

    def _found(self, references: list[Reference]) -> dict[Reference, bytes]:
        connection, source = self.target.connection, self.target.source
        phones = {one: self._dialled(one[2]) for one in references if one[2]}
        questions: tuple[tuple[str, list[str], dict[Reference, str | None]], ...] = (
            (_BY_OWN_ID, [source], {one: one[0] for one in references}),
            (_BY_ANY_ID, [], {one: one[0] for one in references}),
            (_BY_NUMBER, [], {one: one[0] for one in references}),
            (_BY_CARD, [], {one: one[0] for one in references}),
            (_BY_CONTACT, [], {one: one[1] for one in references}),
            (_BY_CONTACT, [], phones),
        )
        found: dict[Reference, bytes] = {}
        for sql, before, wanted in questions:
            open_ones = {one: value for one, value in wanted.items() if value and one not in found}
            values = list(dict.fromkeys(open_ones.values()))
            answers = look_up(connection, sql, values, *before)
            found |= {one: answers[value] for one, value in open_ones.items() if value in answers}
        return found

    def _dialled(self, phone: str | None) -> str | None:
        from clienteling.domain.phones import parse_phone

        return parse_phone(phone, self.target.country).e164 if phone else None

    def _make(self, references: list[Reference]) -> int:
        """Make clients of whom the file knows an id, an address or a name, and no more."""
        target = self.target
        clients: list[tuple[Any, ...]] = []
        contacts: list[tuple[Any, ...]] = []
        for reference in references:
            external, email, phone, name = reference
            key = (
                reference_id(target.source, external)
                if external
                else stable_id("client", target.source, email or phone or name)
            )
            is_made = key in self._clients.values()
            self._clients[reference] = key
            if is_made:
                continue
            clients.append(client_tuple(target, key, _person(external, email, phone, name)))
            if email:
                own = stable_id("contact", key.hex(), "email", email)
                contacts.append((own, key, "email", email, email, None, 1, "unverified", "self"))
            if phone:
                norm = self._dialled(phone)
                own = stable_id("contact", key.hex(), "phone", norm or phone)
                contacts.append((own, key, "phone", phone, norm, None, 1, "unverified", "self"))
        made = self.bulk.insert("client", COLUMNS["client"], clients)
        self.bulk.insert("contact_point", COLUMNS["contact_point"], contacts)
        return made


_BY_OWN_ID = (
    "SELECT external_id, id FROM client WHERE source = ? AND external_id IN ({}) "
    "AND deleted_at IS NULL ORDER BY id"
)
_BY_ANY_ID = (
    "SELECT external_id, id FROM client WHERE source IN (SELECT DISTINCT source FROM client) "
    "AND external_id IN ({}) AND deleted_at IS NULL ORDER BY id"
)
_BY_NUMBER = "SELECT client_no, id FROM client WHERE client_no IN ({}) AND deleted_at IS NULL"
_BY_CARD = (
    "SELECT number, client_id FROM card WHERE number IN ({}) AND deleted_at IS NULL ORDER BY id"
)
_BY_CONTACT = (
    "SELECT value_norm, client_id FROM contact_point WHERE value_norm IN ({}) "
    "AND deleted_at IS NULL ORDER BY id"
)


def _references(columns: dict[str, list[Any]]) -> list[Reference]:
    names = ("client_ref", "client_email", "client_phone", "client_name")
    return list(zip(*(columns[name] for name in names), strict=True))


def _person(
    external: str | None, email: str | None, phone: str | None, name: str | None
) -> ClientRow:
    """Return a client by what a receipt tells of her; her id is her name until someone asks it."""
    from clienteling.domain.name_splitting import split_full_name
    from clienteling.domain.names import NameOrder

    if name:
        parts = split_full_name(name)
        return ClientRow(
            0,
            external,
            given=parts.given or None,
            family=parts.family or None,
            middle=parts.middle or None,
            salutation=parts.salutation or None,
            family_first=parts.order is NameOrder.FAMILY_FIRST,
        )
    return ClientRow(0, external, family=external or email or phone)


def _channel(words: str | None) -> PurchaseChannel:
    is_web = words is not None and fold_heading(words) in _WEB
    return PurchaseChannel.WEB if is_web else PurchaseChannel.STORE
