"""Real files of other programs, where they are: see docs/architecture.md, tests/outside."""

import csv
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.exchange.checking import CheckReport, check_file, settle
from clienteling.exchange.fields import Field, FileKind
from clienteling.exchange.load import undo_import
from clienteling.exchange.propose import propose_mapping
from clienteling.exchange.reading import read_chunks
from clienteling.exchange.recognise import recognise
from clienteling.storage.book import transaction
from tests.exchange.bringing import ask, bring, shop

if TYPE_CHECKING:
    from clienteling.storage.store import Store

_DEFAULT = Path(__file__).parents[2] / ".." / "shared" / "data"
_DATA = Path(os.environ.get("CLIENTELING_OUTSIDE_DATA", _DEFAULT))

pytestmark = pytest.mark.skipif(
    not (_DATA / "retail").is_dir(), reason="the outside data is not here"
)

_EXPECTED = {
    "shopify_customers (current)": "Shopify customers",
    "shopify_customers (older)": "Shopify customers (older)",
    "shopify_orders": "Shopify orders",
    "square_customers (partial)": "Square customers",
    "google_contacts (2024+)": "Google contacts",
    "google_contacts (old)": "Google contacts (older)",
    "outlook.com": "Outlook contacts",
    "lightspeed_X(Vend)_customers": "Lightspeed X-Series customers",
}


def _check(path: Path) -> CheckReport:
    facts = recognise(path)
    return check_file(
        path, facts, settle(path, facts, propose_mapping(facts.header, facts.sample))
    )


def test_the_headings_of_known_programs_are_recognised() -> None:
    with (_DATA / "retail" / "export_headers.csv").open(encoding="utf-8", newline="") as file:
        headers = {
            row["system"]: row["columns"].replace("[", "").split(",")
            for row in csv.DictReader(file)
        }
    names = {system: propose_mapping(headers[system], []).name for system in _EXPECTED}
    assert names == _EXPECTED
    salesforce = propose_mapping(headers["salesforce_contacts"], [])
    assert {Field.GIVEN, Field.FAMILY, Field.EMAIL, Field.MOBILE, Field.BIRTHDAY} <= {
        column.field for column in salesforce.columns
    }


def test_the_whole_cdnow_history_is_understood() -> None:
    report = _check(_DATA / "kpi" / "cdnow.csv")
    assert report.mapping.kind is FileKind.PURCHASES
    assert (report.read, report.good, report.bad) == (6696, 6696, 0)


def test_the_cdnow_history_comes_in_whole_and_once(store: "Store", tmp_path: Path) -> None:
    path = tmp_path / "cdnow.csv"
    shutil.copy(_DATA / "kpi" / "cdnow.csv", path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    total = sum(round(float(row["Price"]) * 100) for row in rows)
    boutique = shop(store)
    assert bring(store, boutique, path).added["purchase_line"] == len(rows)
    assert ask(store, "SELECT sum(net_minor) FROM purchase_line") == [(total,)]
    assert ask(store, "SELECT sum(spend_minor) FROM client_metric") == [(total,)]
    assert bring(store, boutique, path).added == {}


def test_the_cdnow_history_comes_again_whole_after_it_was_taken_back(
    store: "Store", tmp_path: Path
) -> None:
    path = tmp_path / "cdnow.csv"
    shutil.copy(_DATA / "kpi" / "cdnow.csv", path)
    boutique = shop(store)
    first = bring(store, boutique, path)
    figures = "SELECT client_id, spend_minor, orders FROM client_metric ORDER BY client_id"
    before = ask(store, figures)
    connection = store.book.connect()
    with transaction(connection):
        connection.execute("UPDATE sync_log SET state = 1")  # Head office has seen it.
    connection.close()
    assert undo_import(store, first.batch_id, clock=FakeClock()) == sum(first.added.values())
    assert ask(store, "SELECT count(*) FROM purchase WHERE deleted_at IS NULL") == [(0,)]
    assert bring(store, boutique, path).added == first.added
    assert ask(store, figures) == before


@pytest.mark.parametrize("name", ["apparel.csv", "home-and-garden.csv", "jewelery.csv"])
def test_every_row_of_a_product_file_is_read_as_the_csv_module_reads_it(name: str) -> None:
    path = _DATA / "retail" / "shopify" / name
    with path.open(encoding="utf-8-sig", newline="") as file:
        expected = [row for row in csv.reader(file) if any(row)][1:]
    read = [
        row
        for chunk in read_chunks(path, recognise(path))
        for row in chunk.frame.to_numpy().tolist()
    ]
    assert [[cell.replace("\r\n", "\n") for cell in row] for row in expected] == read
