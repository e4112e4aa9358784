"""Files taken back and brought in again, also when head office has seen what they brought."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.domain.clock import FakeClock
from clienteling.exchange.load import undo_import
from clienteling.models.client import ContactPoint
from clienteling.services.log import log_note
from clienteling.services.rows import take_away
from clienteling.storage.book import transaction
from clienteling.storage.undo import undo_transaction
from tests.exchange.bringing import ask, bring
from tests.exchange.files import write

if TYPE_CHECKING:
    from clienteling.domain.ids import Id
    from clienteling.storage.store import Store

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
    "R3,2024-03-07,,7,SC-1,Silk scarf,-1,-190.00,\n"
)
_FACTS = (
    "SELECT c.external_id, c.client_no, p.value_raw, n.body, b.receipt_no, b.net_minor, l.words, "
    "l.return_of_id FROM client c LEFT JOIN contact_point p ON p.client_id = c.id "
    "AND p.deleted_at IS NULL LEFT JOIN note n ON n.client_id = c.id AND n.deleted_at IS NULL "
    "LEFT JOIN purchase b ON b.client_id = c.id AND b.deleted_at IS NULL "
    "LEFT JOIN purchase_line l ON l.purchase_id = b.id AND l.deleted_at IS NULL "
    "WHERE c.deleted_at IS NULL ORDER BY c.id, p.id, n.id, b.id, l.id"
)
_TABLES = (
    "client", "contact_point", "address", "key_date", "note", "consent_event", "card", "purchase",
    "purchase_line", "purchase_staff",
)  # fmt: skip


def _living(store: "Store") -> dict[str, int]:
    sql = "SELECT count(*) FROM {} WHERE deleted_at IS NULL"
    found = {table: ask(store, sql.format(table))[0][0] for table in _TABLES}
    return {table: count for table, count in found.items() if count}


def _seen_by_head_office(store: "Store") -> None:
    """Have everything confirmed, as a sync does."""
    connection = store.book.connect()
    with transaction(connection):
        connection.execute("UPDATE sync_log SET state = 1")
    connection.close()


def test_what_was_taken_back_comes_again_whole_with_its_file(
    store: "Store", boutique: "Id", tmp_path: Path
) -> None:
    paths = [write(tmp_path, "clients.csv", _CLIENTS), write(tmp_path, "sales.csv", _SALES)]
    first = [bring(store, boutique, path) for path in paths]
    before, facts = _living(store), ask(store, _FACTS)
    _seen_by_head_office(store)
    for result in reversed(first):
        undo_import(store, result.batch_id, clock=FakeClock())
    assert _living(store) == {}
    again = [bring(store, boutique, path) for path in paths]
    assert [one.added for one in again] == [one.added for one in first]
    assert (_living(store), ask(store, _FACTS)) == (before, facts)
    assert [bring(store, boutique, path).added for path in paths] == [{}, {}]
    for result in reversed(again):
        _seen_by_head_office(store)
        assert undo_import(store, result.batch_id, clock=FakeClock()) == sum(result.added.values())
    assert _living(store) == {}
    for path in paths:
        bring(store, boutique, path)
    assert (_living(store), ask(store, _FACTS)) == (before, facts)
    assert ask(store, "PRAGMA foreign_key_check") == []


def test_what_a_person_took_away_stays_away_when_the_file_comes_again(
    store: "Store", boutique: "Id", tmp_path: Path
) -> None:
    clock = FakeClock()
    path = write(tmp_path, "clients.csv", _CLIENTS)
    result = bring(store, boutique, path)
    _seen_by_head_office(store)
    reach = "SELECT id FROM contact_point WHERE kind = 'email' AND deleted_at IS NULL ORDER BY id"
    gone = ask(store, reach)[0][0].hex()
    with store.write(why="Number taken away") as session:
        take_away(session, ContactPoint, gone)
    clock.advance(timedelta(minutes=1))
    undo_import(store, result.batch_id, clock=clock)
    bring(store, boutique, path)
    assert gone not in {row[0].hex() for row in ask(store, reach)}


def test_a_note_that_was_taken_back_keeps_whom_it_is_about(
    store: "Store", boutique: "Id", tmp_path: Path
) -> None:
    path = write(tmp_path, "clients.csv", _CLIENTS)
    result = bring(store, boutique, path)
    client = ask(store, "SELECT id FROM client WHERE external_id = '7'")[0][0].hex()
    with store.write(why="Note logged") as session:
        log_note(session, client_id=client, body="Prefers mornings", staff_id=None)
    tx = session.info["committed"]
    with store.write(why="Note taken back") as session:
        undo_transaction(session, tx)
    undone = session.info["committed"]
    undo_import(store, result.batch_id, clock=FakeClock())
    assert (_living(store), ask(store, "PRAGMA foreign_key_check")) == ({}, [])
    bring(store, boutique, path)
    with store.write(why="Note done again") as session:
        undo_transaction(session, undone)
    note = "SELECT c.external_id FROM note n JOIN client c ON c.id = n.client_id "
    assert ask(store, f"{note} WHERE n.body = 'Prefers mornings' AND n.deleted_at IS NULL") == [
        ("7",)
    ]
