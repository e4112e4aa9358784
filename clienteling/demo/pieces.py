"""The pieces of the demo house: read from the samples, put in with pictures and stock."""

import io
import json
import random
import tomllib
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any

from clienteling.demo.plan import BOUTIQUES, Plan, at, blob, of_house
from clienteling.settings.paths import resource
from clienteling.storage.attachments import Attachments
from clienteling.storage.bulk import BulkLoad

#: Of what the cast wishes for, what Paris has to show and what it must send for.
_AT_HAND = {
    ("PAR1", "3041-C", "40"): 1, ("PAR1", "2207-V", "40"): 2,
    ("PAR1", "5101-B", None): 0, ("MIL1", "5101-B", None): 1,
}  # fmt: skip

#: Yen for a cent of the euro; the yen has no smaller unit.
_YEN = 1.65
_SHELVES = ("Salon Bleu, rail 1", "Salon Bleu, rail 2", "Vitrine", "Cabinet 3", "Réserve A4")


@dataclass(frozen=True, slots=True)
class DemoPiece:
    """A piece as the samples tell it."""

    style_no: str
    name: str
    category: str
    gender: str
    season: str
    price_minor: int
    sizes: tuple[str, ...]
    size_system: str | None
    picture: str
    entry: dict[str, Any] = field(hash=False, compare=False)

    def a_size(self, rng: random.Random) -> str | None:
        """Return any of its sizes, or None where it has none."""
        return rng.choice(self.sizes) if self.sizes else None


@cache
def demo_pieces() -> tuple[DemoPiece, ...]:
    """Return the pieces of the demo house, in the order of the samples."""
    with resource("samples", "catalogue.toml").open("rb") as file:
        entries = tomllib.load(file)["piece"]
    return tuple(_piece(entry) for entry in entries)


def _piece(entry: dict[str, Any]) -> DemoPiece:
    return DemoPiece(
        style_no=entry["style_no"],
        name=entry["name"],
        category=entry["category"],
        gender=entry.get("gender", "unisex"),
        season=entry.get("season", "carryover"),
        price_minor=int(entry["price_minor"]),
        sizes=tuple(str(one) for one in entry.get("sizes", ())),
        size_system=entry.get("size_system"),
        picture=entry["picture"],
        entry=entry,
    )


def variant_id(piece: DemoPiece, size: str | None) -> bytes:
    """Return the id of a size of a piece."""
    return of_house("variant", piece.style_no, size or "")


def price_in(piece: DemoPiece, currency: str) -> int:
    """Return what a piece costs in the currency of a boutique, in minor units."""
    return piece.price_minor if currency == "EUR" else int(round(piece.price_minor * _YEN, -3))


def put_pieces(load: BulkLoad, attachments: Attachments, plan: Plan) -> None:
    """Load the catalogue: products, variants, prices, ties, stock and pictures."""
    pieces = demo_pieces()
    load.insert("product", _PRODUCT, [_product(piece, plan) for piece in pieces])
    load.insert(
        "variant",
        ("id", "product_id", "sku", "gtin", "size_system", "size_label"),
        [_variant(piece, size) for piece in pieces for size in piece.sizes or (None,)],
    )
    load.insert(
        "product_price",
        ("id", "product_id", "currency", "price_minor"),
        [
            (
                blob("price", p.style_no, "JPY"),
                of_house("product", p.style_no),
                "JPY",
                price_in(p, "JPY"),
            )
            for p in pieces
        ],
    )
    _put_ties(load, pieces)
    _put_stock(load, pieces, plan)
    _put_pictures(load, attachments, pieces)


_PRODUCT = (
    "id",
    "style_no",
    "name",
    "name_words",
    "category",
    "gender",
    "season",
    "launched_on",
    "colour",
    "colour_words",
    "swatch",
    "composition",
    "composition_words",
    "story",
    "story_words",
    "care",
    "origin",
    "price_minor",
    "currency",
    "status",
)


def _product(piece: DemoPiece, plan: Plan) -> tuple[Any, ...]:
    e = piece.entry
    rng = plan.rng("launch", piece.style_no)
    carryover = piece.season == "carryover"
    age = rng.randrange(400, 3000) if carryover else rng.randrange(10, 200)
    launched = plan.today - timedelta(days=age)
    return (
        of_house("product", piece.style_no),
        piece.style_no,
        piece.name,
        _words(e.get("name_zh")),
        piece.category,
        piece.gender,
        piece.season,
        launched.isoformat(),
        e.get("colour"),
        _words(e.get("colour_zh")),
        e.get("hex"),
        e.get("composition"),
        _words(e.get("composition_zh")),
        e.get("story"),
        _words(e.get("story_zh")),
        e.get("care"),
        e.get("origin", "France"),
        piece.price_minor,
        "EUR",
        "carryover" if carryover else "active",
    )


def _words(chinese: str | None) -> str | None:
    return None if chinese is None else json.dumps({"zh-Hans": chinese}, ensure_ascii=False)


def _variant(piece: DemoPiece, size: str | None) -> tuple[Any, ...]:
    rng = random.Random(f"{piece.style_no}:{size}")
    body = f"37{rng.randrange(10**10):010d}"
    odd, even = sum(map(int, body[0::2])), sum(map(int, body[1::2]))
    gtin = f"{body}{-(odd + 3 * even) % 10}"
    sku = f"{piece.style_no}-{size}" if size else piece.style_no
    return (
        variant_id(piece, size),
        of_house("product", piece.style_no),
        sku,
        gtin,
        piece.size_system if size else None,
        size,
    )


def _put_ties(load: BulkLoad, pieces: tuple[DemoPiece, ...]) -> None:
    load.insert(
        "product_relation",
        ("id", "product_id", "other_id", "kind"),
        [
            (
                blob("tie", p.style_no, other),
                of_house("product", p.style_no),
                of_house("product", other),
                "pairs_with",
            )
            for p in pieces
            for other in p.entry.get("pairs_with", ())
        ],
    )


def _put_stock(load: BulkLoad, pieces: tuple[DemoPiece, ...], plan: Plan) -> None:
    rng = plan.rng("stock")
    rows = []
    for boutique in BOUTIQUES:
        for piece in pieces:
            absent = rng.random() < 0.2
            for size in piece.sizes or (None,):
                count = 0 if absent or rng.random() < 0.3 else rng.randrange(1, 4)
                count = _AT_HAND.get((boutique.code, piece.style_no, size), count)
                rows.append(
                    (
                        blob("stock", boutique.code, piece.style_no, size),
                        of_house("store", boutique.code),
                        variant_id(piece, size),
                        count,
                        at(plan.today, 7),
                        rng.choice(_SHELVES),
                    )
                )
    load.insert("stock", ("id", "store_id", "variant_id", "on_hand", "as_of", "shelf"), rows)


def _put_pictures(load: BulkLoad, attachments: Attachments, pieces: tuple[DemoPiece, ...]) -> None:
    for piece in pieces:
        row = put_picture(load, attachments, "pieces", piece.picture)
        load.insert(
            "product_picture",
            ("id", "product_id", "attachment_id", "position"),
            [(blob("picture", piece.style_no), of_house("product", piece.style_no), row, 0)],
        )


def put_picture(load: BulkLoad, attachments: Attachments, folder: str, name: str) -> bytes:
    """Load a picture of the samples; return the id of its attachment."""
    content = resource("samples", folder, name).read_bytes()
    # Our own drawings are kept as they are: encoding them anew would only cost time and grain.
    facts = attachments.put(content, "image/jpeg")
    width, height = _size_of(content)
    row_id = blob("attachment", facts.sha256)
    load.insert(
        "attachment",
        ("id", "sha256", "mime", "size_bytes", "width", "height"),
        [(row_id, facts.sha256, facts.mime, facts.size_bytes, width, height)],
    )
    return row_id


def _size_of(content: bytes) -> tuple[int, int]:
    from PIL import Image

    with Image.open(io.BytesIO(content)) as image:
        return image.size
