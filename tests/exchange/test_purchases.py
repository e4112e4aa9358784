"""Who bought, who wears it, who served, where, and what came back."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.domain.ids import Id
from clienteling.exchange.checking import CheckOptions, check_file
from clienteling.exchange.house_names import read_house_names
from clienteling.exchange.load import ImportOptions, import_file, undo_import
from clienteling.exchange.mapping import from_json, to_json
from clienteling.exchange.prepare import prepare
from tests.exchange.bringing import ask, bring
from tests.exchange.files import write
from tests.factories import a_piece

if TYPE_CHECKING:
    from clienteling.storage.store import Store

_PEOPLE = (
    "Id,Name,Email\n1,Lena Roth,lena@example.com\n2,Paul Roth,paul@example.com\n"
    "3,Mia Stein,mia@example.com\n4,Mia Stein,\n5,王小明,\n"
)


def test_a_wearer_who_is_a_client_is_named_and_others_stay_words(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    bring(store, boutique, write(tmp_path, "people.csv", _PEOPLE))
    wearers = (
        "paul@example.com",
        "PAUL ROTH",
        "王小明",
        "Mia Stein",
        "her niece",
        "1",
        "Lena Roth",
    )
    body = "".join(f"R{n},2024-03-0{n + 1},1,Tie,1.00,{who}\n" for n, who in enumerate(wearers))
    path = write(tmp_path, "s.csv", f"Receipt,Date,Customer id,Description,Amount,Wearer\n{body}")
    # The ids of this file's own program are not those of the other file; here they are told alike.
    with store.read() as session:
        ready = prepare(session, path=path)
        source = prepare(session, path=tmp_path / "people.csv").mapping.source
    mapping = replace(ready.mapping, source=source)
    options = ImportOptions(boutique)
    import_file(store, path, ready.facts, mapping, clock=FakeClock(), options=options)
    assert ask(
        store,
        "SELECT c.given_name, l.gift_words FROM purchase_line l JOIN purchase p "
        "ON p.id = l.purchase_id LEFT JOIN client c ON c.id = l.wearer_client_id "
        "ORDER BY p.receipt_no",
    ) == [
        ("Paul", None), ("Paul", None), ("小明", None), (None, "Mia Stein"), (None, "her niece"),
        (None, None), (None, None),
    ]  # fmt: skip


def test_a_return_names_the_latest_earlier_line_of_the_piece_that_is_still_out(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    text = (
        "Receipt,Date,Customer id,Item,Qty,Amount\n"
        "B1,2024-05-01,1,TIE,-1,-10.00\nB2,2024-05-02,1,TIE,-1,-10.00\n"
        "B3,2024-05-03,1,TIE,-1,-10.00\nB4,2024-05-03,2,TIE,-1,-10.00\n"
        "A1,2024-03-01,1,TIE,1,10.00\nA1,2024-03-01,1,BELT,1,90.00\n"
        "A2,2024-04-01,1,TIE,1,10.00\nA3,2024-06-01,1,TIE,1,10.00\n"
    )
    path = write(tmp_path, "sales.csv", text)
    result = bring(store, boutique, path)
    links = (
        "SELECT r.receipt_no, s.receipt_no FROM purchase_line b JOIN purchase r "
        "ON r.id = b.purchase_id JOIN purchase_line l ON l.id = b.return_of_id "
        "JOIN purchase s ON s.id = l.purchase_id ORDER BY 1"
    )
    assert ask(store, links) == [("B1", "A2"), ("B2", "A1")]
    assert bring(store, boutique, path).added == {}
    later = "Receipt,Date,Customer id,Item,Qty,Amount\nC1,2024-07-01,1,TIE,-1,-10.00\n"
    bring(store, boutique, write(tmp_path, "later.csv", later))
    assert ask(store, links)[-1] == ("C1", "A3")
    with pytest.raises(Exception, match="written since"):
        undo_import(store, result.batch_id, clock=FakeClock())


def test_a_receipt_that_was_refunded_whole_undoes_its_piece(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    text = (
        "Name,Email,Financial Status,Subtotal,Created at,Lineitem quantity,Lineitem name,"
        "Lineitem price,Refunded Amount\n"
        "#1,ada@example.com,refunded,80.00,2024-03-05 10:11:12 +0100,1,Tie,80.00,80.00\n"
        "#2,ada@example.com,partially_refunded,80.00,2024-03-06 10:11:12 +0100,1,Tie,80.00,9.00\n"
    )
    bring(store, boutique, write(tmp_path, "orders_export.csv", text))
    assert ask(
        store,
        "SELECT b.net_minor, l.words FROM purchase_line b LEFT JOIN purchase_line l "
        "ON l.id = b.return_of_id WHERE b.quantity < 0 ORDER BY 1",
    ) == [(-8000, "Tie"), (-900, None)]


def test_several_associates_share_a_sale_and_strangers_are_remarked_once(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    text = (
        "Receipt,Date,Amount,Staff,Staff 2\n"
        "R1,2024-03-01,1.00,Camille 60 / Kenji 40,\nR2,2024-03-01,1.00,Camille; Kenji,\n"
        'R3,2024-03-01,1.00,"Duval, Inès",\nR4,2024-03-01,1.00,Camille,Nobody\n'
        "R5,2024-03-01,1.00,Nobody,\nR6,2024-03-01,1.00,Inès & Kenji & Camille,\n"
    )
    result = bring(store, boutique, write(tmp_path, "sales.csv", text))
    assert ask(
        store,
        "SELECT p.receipt_no, s.given_name, f.share_percent FROM purchase_staff f JOIN purchase p "
        "ON p.id = f.purchase_id JOIN staff s ON s.id = f.staff_id ORDER BY 1, 3 DESC, 2",
    ) == [
        ("R1", "Camille", 60), ("R1", "Kenji", 40), ("R2", "Camille", 50), ("R2", "Kenji", 50),
        ("R3", "Inès", 100), ("R4", "Camille", 50), ("R6", "Inès", 34), ("R6", "Camille", 33),
        ("R6", "Kenji", 33),
    ]  # fmt: skip
    assert [(one.line, one.column, one.value, one.is_bad) for one in result.problems] == [
        (5, "Staff", "Nobody", False)
    ]


def test_a_boutique_that_a_person_names_is_filled_in_and_remembered(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    text = "Receipt,Date,Amount,Store\n1,2024-03-01,1.00,Shop 12\n2,2024-03-01,1.00,PAR1\n"
    path = write(tmp_path, "sales.csv", text + "3,2024-03-02,1.00,shop 12\n")
    result = bring(store, boutique, path)
    assert [(one.line, one.column, one.value, one.is_bad) for one in result.problems] == [
        (2, "Store", "Shop 12", False)
    ]
    places = "SELECT count(*), count(store_id) FROM purchase"
    assert ask(store, places) == [(3, 1)]
    with store.read() as session:
        ready = prepare(session, path=path)
        names = read_house_names(session)
    mapping = ready.mapping.with_store("Shop 12", boutique)
    assert from_json(to_json(mapping)) == mapping
    report = check_file(path, ready.facts, mapping, options=CheckOptions(names=names))
    assert report.problems == []
    options = ImportOptions(boutique)
    filled = import_file(store, path, ready.facts, mapping, clock=FakeClock(), options=options)
    assert (filled.added, filled.problems) == ({}, [])
    assert ask(store, places) == [(3, 3)]
    assert bring(store, boutique, path).problems == []
    undo_import(store, filled.batch_id, clock=FakeClock())
    assert ask(store, places) == [(3, 1)]


def test_a_piece_that_the_catalogue_does_not_know_is_kept_in_words(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    text = "Receipt,Date,Amount,Item,Description\n1,2024-03-01,1.00,SC-1,Silk scarf\n2,2024-03-02,1.00,BE-1,\n"
    bring(store, boutique, write(tmp_path, "sales.csv", text))
    assert ask(store, "SELECT words, variant_id FROM purchase_line ORDER BY words") == [
        ("BE-1", None),
        ("Silk scarf · SC-1", None),
    ]
    assert ask(store, "SELECT count(*) FROM product") == [(0,)]


def test_a_line_of_the_catalogue_knows_its_piece_and_its_size(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    with store.write(why="Piece made") as session:
        coat, coat_40 = a_piece(session, boutique, "3041-C", "Ondine coat", "outerwear", "40")
    text = "Receipt,Date,Amount,Item,Description\n1,2024-03-01,1.00,3041-C-40,Coat\n"
    bring(store, boutique, write(tmp_path, "sales.csv", text))
    assert ask(store, "SELECT hex(product_id), hex(variant_id), words FROM purchase_line") == [
        (coat.upper(), coat_40.upper(), "Coat")
    ]


def test_an_address_that_two_clients_share_is_settled_by_the_name_or_remarked(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    both = "Name,Email\nLena Roth,home@example.com\nPaul Roth,home@example.com\n"
    bring(store, boutique, write(tmp_path, "people.csv", both))
    text = (
        "Receipt,Date,Amount,Email,Client name\n1,2024-03-01,1.00,home@example.com,Paul Roth\n"
        "2,2024-03-02,1.00,home@example.com,Greta Roth\n"
    )
    path = write(tmp_path, "sales.csv", text)
    result = bring(store, boutique, path)
    buyers = (
        "SELECT p.receipt_no, c.given_name FROM purchase p JOIN client c ON c.id = p.client_id "
        "ORDER BY 1"
    )
    assert ask(store, buyers) == [("1", "Paul"), ("2", "Greta")]
    assert [(one.line, one.is_bad) for one in result.problems] == [(3, False)]
    assert bring(store, boutique, path).added == {}
