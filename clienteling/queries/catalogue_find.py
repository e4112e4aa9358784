"""Find pieces by name, style number, colour or category, for the palette."""

import json
from dataclasses import dataclass

from sqlcipher3 import dbapi2

from clienteling.domain.fold import fold
from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.queries.highlight import Span, spans
from clienteling.queries.in_language import in_language

LIMIT = 8

_PIECES = """
SELECT p.id, p.style_no, p.name, p.name_words, p.category, p.colour, p.colour_words, p.price_minor,
  p.currency, p.swatch,
  (SELECT a.sha256 FROM product_picture pp JOIN attachment a ON a.id = pp.attachment_id
     WHERE pp.product_id = p.id AND pp.deleted_at IS NULL ORDER BY pp.position, pp.id LIMIT 1)
FROM product p WHERE p.deleted_at IS NULL AND p.status <> 'ended'
ORDER BY p.launched_on IS NULL, p.launched_on DESC, p.name, p.id
"""
_STOCK = """
SELECT v.product_id, sum(CASE WHEN s.store_id = ? THEN s.on_hand ELSE 0 END), sum(s.on_hand)
FROM variant v JOIN stock s ON s.variant_id = v.id AND s.deleted_at IS NULL AND s.on_hand > 0
WHERE v.deleted_at IS NULL AND v.product_id IN ({marks}) GROUP BY v.product_id
"""


@dataclass(frozen=True, slots=True)
class PieceHit:
    """A piece that was found, with its first picture and where it is.

    Args:
        here: How many the boutique has, of any size.
        elsewhere: Another boutique has some.
        name_spans: What to underline in ``name``.
    """

    id: Id
    style_no: str
    name: str
    category: str
    colour: str | None
    swatch: str | None
    price: Money | None
    picture: str | None
    here: int
    elsewhere: bool
    name_spans: tuple[Span, ...] = ()


def find_pieces(
    raw: dbapi2.Connection,
    text: str,
    *,
    store_id: Id | None = None,
    limit: int = LIMIT,
    language: str = "en",
) -> tuple[PieceHit, ...]:
    """Return the pieces each of whose words was begun, those named so first, then the newest.

    Args:
        raw: A connection to the book.
        text: Words of name, style number, colour or category, in any language of the house.
        store_id: The boutique that "here" means.
        limit: At most so many.
        language: BCP-47 of the pieces' words.
    """
    wanted = fold(text).split()
    if not wanted:
        return ()
    # A house has some thousands of pieces at most, and their words come in several languages: they
    # are looked through one by one, which takes a few milliseconds and needs no index.
    found = []
    for row in raw.execute(_PIECES):
        named = " " + fold(" ".join(_texts(row[2], row[3])))
        known = named + " " + fold(" ".join((row[1], row[4], *_texts(row[5], row[6]))))
        if all(_begins(known, word) for word in wanted):
            found.append((not all(_begins(named, word) for word in wanted), row))
    found.sort(key=lambda one: one[0])
    rows = [row for _order, row in found[:limit]]
    stock = _stock(raw, [row[0] for row in rows], store_id)
    return tuple(_hit(row, stock.get(row[0], (0, 0)), wanted, language) for row in rows)


def _begins(known: str, word: str) -> bool:
    """Say whether a word of a text begins so; ideographs are not parted into words."""
    return f" {word}" in known or f"-{word}" in known or (not word.isascii() and word in known)


def _texts(word: str | None, others: str | None) -> list[str]:
    return [word or "", *(json.loads(others).values() if others else ())]


def _stock(
    raw: dbapi2.Connection, product_ids: list[bytes], store_id: Id | None
) -> dict[bytes, tuple[int, int]]:
    marks = ", ".join("?" * len(product_ids))
    store = None if store_id is None else bytes.fromhex(store_id)
    rows = raw.execute(_STOCK.format(marks=marks), (store, *product_ids))
    return {row[0]: (row[1], row[2]) for row in rows}


def _hit(
    row: tuple[object, ...], stock: tuple[int, int], wanted: list[str], language: str
) -> PieceHit:
    product_id, style_no, name, names, category, colour, colours, price, currency, swatch, sha = (
        row
    )
    assert isinstance(product_id, bytes)
    shown = in_language(str(name), _text(names), language) or str(name)
    here, everywhere = stock
    return PieceHit(
        id=product_id.hex(),
        style_no=str(style_no),
        name=shown,
        category=str(category),
        colour=in_language(_text(colour), _text(colours), language),
        swatch=_text(swatch),
        price=Money(price, str(currency)) if isinstance(price, int) else None,
        picture=_text(sha),
        here=here,
        elsewhere=everywhere > here,
        name_spans=spans(shown, wanted),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
