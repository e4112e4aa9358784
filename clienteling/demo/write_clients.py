"""Puts generated clients, what is known of them and what they bought into the book, in chunks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from clienteling.demo.histories import Bought, history
from clienteling.demo.likenesses import Likeness, suited
from clienteling.demo.people import DemoClient
from clienteling.demo.pieces import DemoPiece, demo_pieces, variant_id
from clienteling.demo.plan import BOUTIQUES, Plan, at, blob, demo_id
from clienteling.storage.bulk import BulkLoad

Row = tuple[Any, ...]

#: How many of the clients let the house keep their portrait.
_PICTURED = 0.3

COLUMNS: dict[str, tuple[str, ...]] = {
    "client": (
        "id",
        "kind",
        "client_no",
        "given_name",
        "family_name",
        "native_name",
        "phonetic_name",
        "name_order",
        "form_of_address",
        "pronunciation",
        "company_name",
        "gender",
        "language",
        "languages",
        "home_store_id",
        "circle_id",
        "relationship_status",
        "first_seen_on",
        "portrait_id",
        "remember",
        "do_not_contact",
    ),
    "card": ("id", "client_id", "number", "active"),
    "contact_point": (
        "id",
        "client_id",
        "kind",
        "value_raw",
        "value_norm",
        "region",
        "is_primary",
        "status",
        "owner",
    ),
    "address": (
        "id",
        "client_id",
        "label",
        "lines",
        "locality",
        "postal_code",
        "country",
        "is_primary",
    ),
    "assignment": ("id", "client_id", "staff_id", "role", "since"),
    "preference": (
        "id",
        "client_id",
        "polarity",
        "target",
        "words",
        "detail",
        "strength",
        "source",
        "noted_on",
        "staff_id",
    ),
    "size_profile": (
        "id",
        "client_id",
        "category",
        "system",
        "label",
        "source",
        "confirmed_on",
        "staff_id",
    ),
    "key_date": (
        "id",
        "client_id",
        "kind",
        "month",
        "day",
        "year",
        "calendar",
        "leap_month",
        "show_years",
    ),
    "consent_event": (
        "id",
        "client_id",
        "purpose",
        "channel",
        "decision",
        "method",
        "wording",
        "at",
        "staff_id",
        "store_id",
    ),
    "purchase": (
        "id",
        "client_id",
        "store_id",
        "receipt_no",
        "sold_at",
        "sold_on",
        "channel",
        "currency",
        "net_minor",
    ),
    "purchase_line": (
        "id",
        "purchase_id",
        "position",
        "variant_id",
        "words",
        "quantity",
        "unit_price_minor",
        "net_minor",
        "return_of_id",
        "gift_words",
    ),
    "purchase_staff": ("id", "purchase_id", "staff_id", "share_percent"),
}


@dataclass(slots=True)
class Chunk:
    """Rows of one chunk, by table, parents before children."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in COLUMNS})
    clients: list[bytes] = field(default_factory=list)

    def write(self, load: BulkLoad) -> None:
        """Load every row of the chunk."""
        for table, columns in COLUMNS.items():
            if self.rows[table]:
                load.insert(table, columns, self.rows[table])
        load.touch(self.clients)


class ClientWriter:
    """Turns demo clients into rows.

    Args:
        plan: The world they live in.
        likenesses: The portraits there are.
    """

    def __init__(self, plan: Plan, likenesses: tuple[Likeness, ...]) -> None:
        self._plan = plan
        self._likenesses = likenesses
        self._pieces = {woman: _to_taste(woman) for woman in (True, False)}

    def add(self, chunk: Chunk, one: DemoClient) -> None:
        """Add a client with everything about her."""
        key = f"n{one.number}"
        client_id = blob("client", key)
        chunk.clients.append(client_id)
        chunk.rows["client"].append(self._client(client_id, one))
        if one.number % 3 == 0:
            chunk.rows["card"].append((blob("card", key), client_id, f"SV{one.number:08d}", 1))
        self._reach(chunk, client_id, key, one)
        self._knowledge(chunk, client_id, key, one)
        rng = self._plan.rng("history", one.number)
        sizes = {category: label for category, (_system, label) in one.sizes.items()}
        bought = history(rng, self._plan.today, one.circle, self._pieces[one.woman], sizes)
        put_purchases(chunk, client_id, key, bought, one.store, one.adviser)

    def _client(self, client_id: bytes, one: DemoClient) -> Row:
        culture = one.culture
        native = "".join((one.family.native, _gap(culture.code), one.given.native)).strip()
        if not culture.family_first:
            native = f"{one.given.native} {one.family.native}".strip()
        return (
            client_id,
            "person",
            f"CL-{one.store}-{one.number:06d}",
            one.given.latin,
            one.family.latin,
            native or None,
            f"{one.family.kana} {one.given.kana}".strip() or None,
            "family_first" if culture.family_first else "given_first",
            culture.address[0 if one.woman else 1],
            None,
            None,
            "f" if one.woman else "m",
            culture.language,
            json.dumps(culture.languages),
            blob("store", one.store),
            blob("circle", one.circle),
            "client",
            one.first_seen.isoformat(),
            self._portrait(one),
            one.remember,
            0,
        )

    def _portrait(self, one: DemoClient) -> bytes | None:
        fits = suited(self._likenesses, one.culture, woman=one.woman)
        rng = self._plan.rng("portrait", one.number)
        return rng.choice(fits).attachment if fits and rng.random() < _PICTURED else None

    def _reach(self, chunk: Chunk, client_id: bytes, key: str, one: DemoClient) -> None:
        mobile = (
            blob("mobile", key),
            client_id,
            "mobile",
            one.phone,
            one.phone,
            one.culture.region,
            1,
            "verified",
            "self",
        )
        chunk.rows["contact_point"].append(mobile)
        if one.email:
            chunk.rows["contact_point"].append(
                (
                    blob("email", key),
                    client_id,
                    "email",
                    one.email,
                    one.email,
                    None,
                    1,
                    "verified",
                    "self",
                )
            )
        chunk.rows["address"].append(
            (
                blob("home", key),
                client_id,
                "home",
                json.dumps([one.street], ensure_ascii=False),
                one.city.latin,
                one.postal_code,
                one.culture.region,
                1,
            )
        )
        chunk.rows["assignment"].append(
            (
                blob("care", key),
                client_id,
                blob("staff", one.adviser),
                "primary",
                one.first_seen.isoformat(),
            )
        )

    def _knowledge(self, chunk: Chunk, client_id: bytes, key: str, one: DemoClient) -> None:
        seen, staff = one.first_seen.isoformat(), blob("staff", one.adviser)
        for polarity, facts in (("likes", one.loves), ("avoid", one.avoids)):
            for target, words in facts:
                chunk.rows["preference"].append(
                    (
                        blob(polarity, key, words),
                        client_id,
                        polarity,
                        target,
                        words,
                        None,
                        3,
                        "told",
                        seen,
                        staff,
                    )
                )
        if one.allergy:
            words, detail = one.allergy
            chunk.rows["preference"].append(
                (
                    blob("allergic", key),
                    client_id,
                    "allergic",
                    "material",
                    words,
                    detail,
                    5,
                    "told",
                    seen,
                    staff,
                )
            )
        for category, (system, label) in one.sizes.items():
            chunk.rows["size_profile"].append(
                (
                    blob("size", key, category),
                    client_id,
                    category,
                    system,
                    label,
                    "told",
                    seen,
                    staff,
                )
            )
        if one.birthday:
            month, day, year = one.birthday
            chunk.rows["key_date"].append(
                (blob("birthday", key), client_id, "birthday", month, day, year, "gregorian", 0, 0)
            )
        for channel, allowed in one.marketing.items():
            chunk.rows["consent_event"].append(
                (
                    blob("consent", key, channel),
                    client_id,
                    "marketing",
                    channel,
                    "granted" if allowed else "refused",
                    "paper_signed",
                    "2024-1",
                    at(one.first_seen),
                    staff,
                    blob("store", one.store),
                )
            )


def put_purchases(
    chunk: Chunk, client_id: bytes, key: str, bought: list[Bought], store: str, adviser: str
) -> None:
    """Add purchases with their lines, returns and who served."""
    currency = next(b.currency for b in BOUTIQUES if b.code == store)
    for index, one in enumerate(bought):
        rows = list(_lines(key, index, one, currency))
        kept = [row for row, _day in rows]
        purchase_id = blob("purchase", key, index)
        chunk.rows["purchase"].append(
            (
                purchase_id,
                client_id,
                blob("store", store),
                f"{store}-{demo_id(key, index)[-8:]}",
                at(one.day, one.minute // 60, one.minute % 60),
                one.day.isoformat(),
                "store",
                currency,
                sum(row[7] for row in kept),
            )
        )
        chunk.rows["purchase_line"] += kept
        chunk.rows["purchase_staff"].append(
            (blob("served", key, index), purchase_id, blob("staff", adviser), 100)
        )


def _lines(key: str, index: int, one: Bought, currency: str) -> Iterator[tuple[Row, int]]:
    purchase_id = blob("purchase", key, index)
    for position, line in enumerate(one.lines):
        price = _price(line.piece, currency)
        row_id = blob("line", key, index, position)
        yield (
            (
                row_id,
                purchase_id,
                position,
                variant_id(line.piece, line.size),
                line.piece.name,
                1,
                price,
                price,
                None,
                line.gift_words,
            ),
            position,
        )
        if line.returned:
            yield (
                (
                    blob("return", key, index, position),
                    purchase_id,
                    position + 20,
                    variant_id(line.piece, line.size),
                    line.piece.name,
                    -1,
                    price,
                    -price,
                    row_id,
                    None,
                ),
                position,
            )


def _price(piece: DemoPiece, currency: str) -> int:
    return piece.price_minor if currency == "EUR" else int(round(piece.price_minor * 1.65, -3))


def _gap(code: str) -> str:
    return " " if code == "jp" else ""


def _to_taste(woman: bool) -> tuple[DemoPiece, ...]:  # noqa: FBT001 - one of two shelves
    other = "men" if woman else "women"
    return tuple(piece for piece in demo_pieces() if piece.gender != other)
