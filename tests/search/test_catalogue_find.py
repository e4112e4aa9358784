"""Pieces are found by the words of any language of the house, with where they are."""

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.domain.money import Money
from clienteling.queries.catalogue_find import PieceHit, find_pieces
from clienteling.storage.book import Book
from clienteling.storage.bulk import BulkLoad
from tests.search.people import blob

HERE, THERE = blob(1), blob(2)
COAT, BAG, OLD = blob(11), blob(12), blob(13)


@pytest.fixture
def house(book: Book) -> Book:
    """A book of three pieces and two boutiques."""
    load = BulkLoad(book, FakeClock(), why="pieces")
    with load.chunk():
        load.insert(
            "store",
            ("id", "code", "name", "city", "country", "time_zone", "currency", "locale"),
            [
                (HERE, "PAR1", "Faubourg", "Paris", "FR", "Europe/Paris", "EUR", "fr-FR"),
                (THERE, "MIL1", "Spiga", "Milan", "IT", "Europe/Rome", "EUR", "it-IT"),
            ],
        )
        load.insert(
            "product",
            (
                "id", "style_no", "name", "name_words", "category", "colour", "price_minor",
                "currency", "status", "launched_on",
            ),
            [
                (COAT, "SV-101", "Béguin coat", '{"zh-Hans":"驼色大衣"}', "coat", "camel",
                 390_000, "EUR", "active", "2026-01-01"),
                (BAG, "SV-202", "Camélia bag", None, "bag", "bordeaux", None, None, "active", None),
                (OLD, "SV-303", "Camel scarf", None, "scarf", None, None, None, "ended", None),
            ],
        )  # fmt: skip
        load.insert(
            "variant",
            ("id", "product_id", "sku", "size_label"),
            [(blob(21), COAT, "A", "38"), (blob(22), COAT, "B", "40")],
        )
        load.insert(
            "stock",
            ("id", "store_id", "variant_id", "on_hand", "as_of"),
            [(blob(31), HERE, blob(21), 2, 0), (blob(32), THERE, blob(22), 1, 0)],
        )
        load.insert(
            "attachment",
            ("id", "sha256", "mime", "size_bytes"),
            [(blob(41), "ab", "image/png", 1)],
        )
        load.insert(
            "product_picture",
            ("id", "product_id", "attachment_id", "position"),
            [(blob(51), COAT, blob(41), 0)],
        )
    load.finish()
    return book


def _names(house: Book, text: str) -> list[str]:
    raw = house.connect()
    found = [piece.name for piece in find_pieces(raw, text, store_id=HERE.hex())]
    raw.close()
    return found


def test_a_piece_is_found_by_name_number_colour_and_category(house: Book) -> None:
    assert _names(house, "camel") == ["Camélia bag", "Béguin coat"]
    assert _names(house, "coat cam") == ["Béguin coat"]
    assert _names(house, "SV-2") == ["Camélia bag"]
    assert _names(house, "大衣") == ["Béguin coat"]
    assert _names(house, "scarf") == []
    assert _names(house, " ") == []


def test_a_piece_says_where_it_is_and_what_matched(house: Book) -> None:
    raw = house.connect()
    (coat,) = find_pieces(raw, "beg", store_id=HERE.hex(), language="en")
    raw.close()
    assert coat == PieceHit(
        id=COAT.hex(),
        style_no="SV-101",
        name="Béguin coat",
        category="coat",
        colour="camel",
        swatch=None,
        price=Money(390_000, "EUR"),
        picture="ab",
        here=2,
        elsewhere=True,
        name_spans=((0, 3),),
    )
