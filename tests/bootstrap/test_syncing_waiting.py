"""What waits, what was refused, what is held: record by record, in words."""

import os

from clienteling.bootstrap.syncing import WaitingState
from clienteling.services import log
from clienteling.storage.bulk import BulkLoad
from clienteling.sync.brake import Brake
from clienteling.sync.inbox import take_page
from clienteling.sync.till import Till
from clienteling.sync.wire import Row
from tests.bootstrap.shared import Shared


def test_what_was_written_waits_with_its_client_and_its_writer(shared: Shared) -> None:
    shared.edit(shared.one, remember="Peonies")
    shared.one.do(
        log.log_note, "Noted", client_id=shared.client, body="Loves\nwhite peonies", staff_id=None
    )
    rows = shared.one.syncing.waiting()
    assert [(row.client, str(row.kind), row.about, row.who, row.at) for row in rows] == [
        ("Beatrice Altieri", "Note", "Loves white peonies", "Camille Roux", shared.clock.now()),
        ("Beatrice Altieri", "Client", "", "Camille Roux", shared.clock.now()),
    ]
    assert {row.state for row in rows} == {WaitingState.WAITING}
    shared.share(shared.one)
    assert shared.one.syncing.waiting() == ()


def test_a_file_brought_in_is_one_line_with_its_count(shared: Shared) -> None:
    load = BulkLoad(shared.one.opened.book, shared.clock, why="notes.csv brought in")
    with load.chunk():
        client, columns = bytes.fromhex(shared.client), (
            "id", "client_id", "noted_at", "body", "visibility", "pinned",
        )  # fmt: skip
        load.insert(
            "note", columns, [(os.urandom(16), client, 0, f"{n}", "hq", 0) for n in range(40)]
        )
    load.finish()
    (row,) = shared.one.syncing.waiting()
    assert (str(row.kind), row.about, row.count, row.client) == (
        "Note", "notes.csv brought in", 40, "",
    )  # fmt: skip


def test_what_head_office_refused_is_told_until_it_is_mended(shared: Shared) -> None:
    connection = shared.one.opened.book.connect()
    connection.execute("UPDATE client SET relationship_status = 'odd'")
    state = shared.share(shared.one)
    (row,) = shared.one.syncing.waiting()
    assert (row.state, row.client, state.set_aside) == (
        WaitingState.REFUSED, "Beatrice Altieri", 1,
    )  # fmt: skip
    assert str(row.why) == (
        "Head office could not take it: “Where we stand with her” does not fit. What was there "
        "before stands; open the record and write it again."
    )
    connection.execute("UPDATE client SET relationship_status = 'client'")
    connection.close()
    assert shared.share(shared.one).set_aside == 0
    assert shared.one.syncing.waiting() == ()


def test_what_is_of_a_newer_program_is_held_and_told(shared: Shared) -> None:
    till = Till(shared.one.opened.book, shared.clock)
    body = {"client_id": shared.client, "words": "Opera box"}
    row = Row(99, "invitation", "ab" * 16, 0, body, 1_773_307_800_000, shared.house.camille)
    take_page(till, "b:PAR1", [row], None, Brake())
    till.close()
    (held,) = shared.one.syncing.waiting()
    assert (held.state, str(held.kind), held.about, held.who) == (
        WaitingState.HELD, "Record", "Opera box", "Camille Roux",
    )  # fmt: skip
    assert "newer clienteling" in str(held.why)
