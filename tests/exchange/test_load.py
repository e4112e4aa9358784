"""Bringing files into a book: whole, once, and back out again."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import Cancelled, UserError
from clienteling.domain.ids import Id
from clienteling.domain.progress import CancelAfter
from clienteling.exchange.load import ImportOptions, import_file, undo_import
from clienteling.exchange.memory import batches
from clienteling.exchange.prepare import prepare
from clienteling.services.log import log_note
from tests.exchange.bringing import ask, bring, shop
from tests.exchange.files import write

if TYPE_CHECKING:
    from clienteling.storage.store import Change, Store

_CLIENTS = (
    "Id,First name,Last name,Email,Phone,Birthday,Street,City,Country,Newsletter,Notes,Card\n"
    "7,Lena,Roth,lena@example.com,06 12 34 56 78,1980-02-29,1 rue A,Paris,FR,yes,Loves silk,M-1\n"
    "8,小明,王,,,--04-07,,,,,,\n"
)
_SALES = (
    "Receipt,Date,Time,Customer id,Item,Description,Qty,Amount,Staff\n"
    "R1,2024-03-05,18:30,7,SC-1,Silk scarf,1,190.00,Inès Duval\n"
    "R1,2024-03-05,18:30,7,BE-1,Belt,1,90.00,Inès Duval\n"
    "R2,2024-03-06,,99,TI-1,Tie,1,80.00,Nobody\n"
    "R3,2024-03-07,,,TI-1,Tie,-1,-80.00,\n"
)
_TABLES = (
    "client", "contact_point", "address", "key_date", "note", "consent_event", "card", "purchase",
    "purchase_line", "purchase_staff",
)  # fmt: skip


def _counts(store: "Store") -> dict[str, int]:
    found = {table: ask(store, f"SELECT count(*) FROM {table}")[0][0] for table in _TABLES}
    return {table: count for table, count in found.items() if count}


def test_clients_go_in_with_all_that_is_known(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    news: list[Change] = []
    store.listen(news.append)
    result = bring(store, boutique, write(tmp_path, "clients.csv", _CLIENTS))
    assert (result.read, result.good, result.bad) == (2, 2, 0)
    assert ask(
        store,
        "SELECT client_no, given_name, family_name, name_order, external_id FROM client "
        "ORDER BY client_no",
    ) == [
        ("CL-PAR1-000001", "Lena", "Roth", "given_first", "7"),
        ("CL-PAR1-000002", "小明", "王", "family_first", "8"),
    ]
    assert _counts(store) == {
        "client": 2, "contact_point": 2, "address": 1, "key_date": 2, "note": 1,
        "consent_event": 1, "card": 1,
    }  # fmt: skip
    assert ask(store, "SELECT value_norm FROM contact_point ORDER BY kind") == [
        ("lena@example.com",),
        ("+33612345678",),
    ]
    assert ask(store, "SELECT channel, decision, method FROM consent_event") == [
        ("email", "granted", "import")
    ]
    assert ask(store, "SELECT count(*) FROM client_hit") == [(2,)]
    assert "client" in news[-1].tables


def test_a_file_brought_in_again_doubles_nothing(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    clients = write(tmp_path, "clients.csv", _CLIENTS)
    sales = write(tmp_path, "sales.csv", _SALES)
    for path in (clients, sales):
        bring(store, boutique, path)
    before = _counts(store)
    for path in (clients, sales):
        assert bring(store, boutique, path).added == {}
    assert _counts(store) == before
    more = write(tmp_path, "more.csv", _CLIENTS + "9,Ada,Byron,,,,,,,,,\n")
    assert bring(store, boutique, more).added == {"client": 1}


def test_purchases_find_their_clients_by_id_and_make_those_only_they_know(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    bring(store, boutique, write(tmp_path, "clients.csv", _CLIENTS))
    result = bring(store, boutique, write(tmp_path, "sales.csv", _SALES))
    assert result.added == {"client": 1, "purchase": 3, "purchase_line": 4, "purchase_staff": 1}
    assert ask(
        store,
        "SELECT p.receipt_no, c.family_name, p.sold_on, p.net_minor, p.currency FROM purchase p "
        "LEFT JOIN client c ON c.id = p.client_id ORDER BY p.receipt_no",
    ) == [
        ("R1", "Roth", "2024-03-05", 28000, "EUR"),
        ("R2", "99", "2024-03-06", 8000, "EUR"),
        ("R3", None, "2024-03-07", -8000, "EUR"),
    ]
    # 18:30 in Paris in March is 17:30 in UTC.
    assert ask(store, "SELECT sold_at % 86400000 / 60000 FROM purchase WHERE receipt_no='R1'") == [
        (17 * 60 + 30,)
    ]
    assert ask(
        store, "SELECT spend_minor FROM client_metric m JOIN client c ON c.id = m.client_id "
        "WHERE c.external_id = '7'",
    ) == [(28000,)]  # fmt: skip


def test_lines_of_unknown_clients_stay_out_where_none_may_be_made(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    bring(store, boutique, write(tmp_path, "clients.csv", _CLIENTS))
    out = tmp_path / "mend.csv"
    path = write(tmp_path, "sales.csv", _SALES)
    result = bring(store, boutique, path, creates=False, rejects=out)
    assert [(one.line, one.reason) for one in result.problems if one.is_bad] == [
        (4, "this client is not in the book")
    ]
    assert (result.good, result.bad, result.rejects) == (3, 1, out)
    assert _counts(store)["purchase"] == 2
    assert out.read_text("utf-8-sig").splitlines()[1].startswith('"R2","2024-03-06"')


def test_mended_lines_join_their_receipt(store: "Store", boutique: Id, tmp_path: Path) -> None:
    out = tmp_path / "mend.csv"
    path = write(tmp_path, "sales.csv", _SALES.replace("Belt,1,90.00", "Belt,1,ninety"))
    assert bring(store, boutique, path, rejects=out).bad == 1
    total = "SELECT net_minor FROM purchase WHERE receipt_no = 'R1'"
    assert ask(store, total) == [(19000,)]
    out.write_text(out.read_text("utf-8-sig").replace("ninety", "90.00"), "utf-8-sig")
    mended = bring(store, boutique, out)
    assert mended.added == {"purchase_line": 1}
    assert ask(store, total) == [(28000,)]
    undo_import(store, mended.batch_id, clock=FakeClock())
    assert ask(store, total) == [(19000,)]


def test_an_import_is_taken_back_whole_and_only_once(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    bring(store, boutique, write(tmp_path, "clients.csv", _CLIENTS))
    before = _counts(store)
    result = bring(store, boutique, write(tmp_path, "sales.csv", _SALES))
    assert undo_import(store, result.batch_id, clock=FakeClock()) == 9
    assert _counts(store) == before
    assert ask(store, "PRAGMA foreign_key_check") == []
    with store.read() as session:
        kept = {row.file_name: row.undone_at is None for row in batches(session)}
    assert kept == {"clients.csv": True, "sales.csv": False}
    with pytest.raises(UserError, match="already"):
        undo_import(store, result.batch_id, clock=FakeClock())
    assert bring(store, boutique, tmp_path / "sales.csv").added["purchase_line"] == 4


def test_an_import_that_was_written_about_since_is_not_taken_back(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    result = bring(store, boutique, write(tmp_path, "clients.csv", _CLIENTS))
    client = ask(store, "SELECT id FROM client WHERE external_id = '7'")[0][0].hex()
    with store.write(why="Note logged") as session:
        log_note(session, client_id=client, body="Prefers mornings", staff_id=None)
    before = _counts(store)
    with pytest.raises(UserError, match="written since"):
        undo_import(store, result.batch_id, clock=FakeClock())
    assert _counts(store) == before


def test_a_cancelled_import_leaves_nothing(store: "Store", boutique: Id, tmp_path: Path) -> None:
    path = write(tmp_path, "sales.csv", _SALES)
    with pytest.raises(Cancelled):
        bring(store, boutique, path, CancelAfter(0))
    assert _counts(store) == {}
    assert ask(store, "SELECT count(*) FROM sync_log WHERE op = 4") == [(0,)]


def test_columns_chosen_by_hand_are_remembered_by_the_shape_of_the_file(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    from clienteling.exchange.fields import Field

    path = write(tmp_path, "odd.csv", "Wer,Was\nAda,loves silk\n")
    with store.read() as session:
        ready = prepare(session, path=path)
    chosen = ready.mapping.with_field(0, Field.GIVEN).with_field(1, Field.NOTE)
    import_file(
        store, path, ready.facts, chosen, clock=FakeClock(), options=ImportOptions(boutique)
    )
    other = write(tmp_path, "odd2.csv", "wer;was\nBo;hates wool\n")
    with store.read() as session:
        again = prepare(session, path=other)
    assert again.is_remembered
    assert [column.field for column in again.mapping.columns] == [Field.GIVEN, Field.NOTE]
    assert json.loads(ask(store, "SELECT counts FROM import_batch")[0][0])["client"] == 1


def test_the_same_receipt_number_on_another_day_is_another_receipt(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    text = "Receipt,Date,Amount\n1,2024-03-05,1.00\n1,2024-03-06,2.00\n1,2024-03-05,4.00\n"
    bring(store, boutique, write(tmp_path, "sales.csv", text))
    assert ask(store, "SELECT sold_on, net_minor FROM purchase ORDER BY sold_on") == [
        ("2024-03-05", 500),
        ("2024-03-06", 200),
    ]


def test_two_people_with_one_address_are_two_clients(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    text = "Name,Email\nAda Byron,home@example.com\nBo Byron,home@example.com\nAda Byron,home@example.com\n"
    result = bring(store, boutique, write(tmp_path, "clients.csv", text))
    assert (result.good, result.added["client"]) == (3, 2)


_KILLED = """
import os, sys
from pathlib import Path
from clienteling.domain.clock import FakeClock
from clienteling.exchange.load import ImportOptions, import_file
from clienteling.exchange.prepare import prepare
from clienteling.storage.open import open_book
from clienteling.storage.vault import DeviceKeys

class Dies:
    def step(self, done, total, words=""):
        os._exit(9)

book = open_book(Path(sys.argv[1]), clock=FakeClock(), keys=DeviceKeys(use_keyring=False))
store = book.store()
with store.read() as session:
    ready = prepare(session, path=Path(sys.argv[2]))
import_file(store, ready.path, ready.facts, ready.mapping, clock=FakeClock(),
            options=ImportOptions(sys.argv[3]), progress=Dies())
"""


def test_an_import_that_was_killed_is_completed_by_the_next(
    book_path: Path, tmp_path: Path
) -> None:
    import subprocess
    import sys

    from clienteling.storage.open import open_book
    from tests.books import KEYS

    body = "".join(f"R{n},2024-03-05,1.00,{'x' * 90}\n" for n in range(45_000))
    path = write(tmp_path, "sales.csv", f"Receipt,Date,Amount,Item\n{body}")
    opened = open_book(book_path, clock=FakeClock(), keys=KEYS)
    par = shop(opened.store())
    opened.close()
    died = subprocess.run(
        [sys.executable, "-c", _KILLED, str(book_path), str(path), par], check=False
    )
    assert died.returncode == 9
    opened = open_book(book_path, clock=FakeClock(), keys=KEYS)
    store = opened.store()
    kept = _counts(store)["purchase"]
    assert 0 < kept < 45_000
    assert bring(store, par, path).added == {
        "purchase": 45_000 - kept,
        "purchase_line": 45_000 - kept,
    }
    opened.close()
