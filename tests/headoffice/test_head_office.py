"""Head office's own promises: who sees what, what a till may not do, what is done once."""

from dataclasses import replace

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.headoffice.dialect import EmbeddedDatabase
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from clienteling.storage.book import Book
from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.sync.wire import (
    ERASE,
    Amnesia,
    Cursor,
    Elsewhere,
    Mutation,
    Place,
    Pull,
    Pulled,
    Push,
    Pushed,
    Refused,
    Result,
    SnapshotAsked,
)
from tests.sync.simulation.template import memory
from tests.sync.tills import an_office

PARIS, MILAN = "b:PAR1", "b:MIL1"
ID = "0123456789abcdef" * 2
HOUSE = {"name": "Séverac", "currency": "EUR", "created_at": 0}


@pytest.fixture
def office() -> HeadOffice:
    """A head office with a till in Paris and one in Milan."""
    made, _connection = an_office(FakeClock())
    made.enrol("paris", PARIS)
    made.enrol("milan", MILAN)
    return made


def _household(scope: str, mid: int = 1, **change: object) -> Mutation:
    one = Mutation(
        mid, f"{mid:032x}", f"{mid:032x}", scope, "household", ID, INSERT, 0, 0, None,
        {"name": (None, "Altieri"), "created_at": (None, 0)},
    )  # fmt: skip
    return replace(one, **change)  # type: ignore[arg-type] # tests change what they name


def _push(till: str, *mutations: Mutation, before: Place = Place()) -> Push:  # noqa: B008 - frozen
    return Push(till, "life", 1, before, {}, mutations)


def _pulled(office: HeadOffice, till: str, *scopes: str) -> dict[str, list[object]]:
    answer = office.pull(Pull(till, "life", 1, {scope: Cursor() for scope in scopes}))
    assert isinstance(answer, Pulled)
    return {page.scope: [dict(row.body) for row in page.rows] for page in answer.pages}


def test_a_till_neither_reads_nor_writes_nor_changes_another_boutiques_rows(
    office: HeadOffice,
) -> None:
    assert office.push(_push("paris", _household(PARIS))) == Pushed(Place(1, f"{1:032x}"), ())
    steal = [
        _household(PARIS, 1, muid="a" * 32),
        _household(PARIS, 2, op=UPDATE, fields={"name": ("Altieri", "Rossi")}, muid="b" * 32),
        _household(PARIS, 3, op=DELETE, fields={}, muid="c" * 32),
    ]
    answer = office.push(_push("milan", *steal))
    assert isinstance(answer, Pushed)
    assert answer.results == tuple(Result(n, ID, "rejected", "another scope") for n in (1, 2, 3))
    assert _pulled(office, "milan", PARIS, MILAN) == {MILAN: []}
    asked = office.snapshot(SnapshotAsked("milan", "life", PARIS))
    assert asked == Refused("another scope")
    assert _pulled(office, "paris", PARIS)[PARIS] == [{"name": "Altieri", "created_at": 0}]


def test_the_same_id_in_another_boutique_is_another_row(office: HeadOffice) -> None:
    office.push(_push("paris", _household(PARIS)))
    mine = _household(MILAN, fields={"name": (None, "Rossi"), "created_at": (None, 0)})
    office.push(_push("milan", replace(mine, muid="d" * 32)))
    assert _pulled(office, "paris", PARIS)[PARIS] == [{"name": "Altieri", "created_at": 0}]
    assert _pulled(office, "milan", MILAN)[MILAN] == [{"name": "Rossi", "created_at": 0}]


def test_an_erasure_that_is_not_head_offices_is_refused(office: HeadOffice) -> None:
    office.push(_push("paris", _household(PARIS)))
    forged = _household(PARIS, 2, op=ERASE, fields={}, proof="0" * 64)
    answer = office.push(_push("paris", forged, before=Place(1, f"{1:032x}")))
    assert isinstance(answer, Pushed)
    assert [one.outcome for one in answer.results] == ["rejected"]
    assert len(_pulled(office, "paris", PARIS)[PARIS]) == 1


def test_the_same_push_again_has_no_effect_and_an_earlier_one_neither(office: HeadOffice) -> None:
    first = _push("paris", _household(PARIS))
    rename = {"name": ("Altieri", "Rossi")}
    second = _push(
        "paris", _household(PARIS, 2, op=UPDATE, fields=rename), before=Place(1, f"{1:032x}")
    )
    for words in (first, second, first, second, first):
        office.push(words)
    assert _pulled(office, "paris", PARIS)[PARIS] == [{"name": "Rossi", "created_at": 0}]


def test_a_stretch_that_does_not_join_is_told_where_to_go_on(office: HeadOffice) -> None:
    early = _push("paris", _household(PARIS, 5), before=Place(4, "f" * 32))
    assert office.push(early) == Elsewhere(Place())
    office.push(_push("paris", _household(PARIS)))
    other = _push("paris", _household(PARIS, muid="e" * 32))
    assert office.push(other) == Elsewhere(Place(1, f"{1:032x}"))


def test_a_cursor_inside_a_push_carries_the_mark_of_that_push() -> None:
    office, connection = an_office(FakeClock())
    office.enrol("paris", PARIS)
    office.push(_push("paris", _household(PARIS)))
    backup = memory()
    connection.backup(backup)
    more = [_household(PARIS, n, row_id=f"{n:032x}") for n in (2, 3, 4)]
    office.push(_push("paris", *more, before=Place(1, f"{1:032x}")))
    answer = office.pull(Pull("paris", "life", 1, {PARIS: Cursor()}, limit=2))
    assert isinstance(answer, Pulled)
    page = answer.pages[0]
    assert (page.cursor.seq, page.cursor.mark_seq, page.more) == (2, 4, True)
    restored = HeadOffice(EmbeddedDatabase(lambda: backup), FakeClock(), Seal(bytes(32)))
    assert restored.pull(Pull("paris", "life", 1, {PARIS: page.cursor})) == Amnesia((PARIS,))
    backup.close()


def test_what_is_no_log_is_refused_whole(office: HeadOffice) -> None:
    answer = office.push(_push("paris", _household(PARIS), _household(PARIS, 3)))
    assert answer == Refused("malformed: a gap in the log")


def test_a_clock_years_ahead_wins_nothing_and_dates_nothing(office: HeadOffice) -> None:
    office.push(_push("paris", _household(PARIS, hlc=4_000_000_000_000 << 16)))
    answer = office.pull(Pull("paris", "life", 1, {PARIS: Cursor()}))
    assert isinstance(answer, Pulled)
    assert answer.pages[0].rows[0].at == 1_773_307_800_000


def test_sql_in_every_string_is_only_a_string(office: HeadOffice) -> None:
    evil = "x'; DROP TABLE sync_feed; --"
    fields = {"name": (None, evil), "created_at": (None, 0)}
    office.push(_push("paris", _household(PARIS, fields=fields)))
    assert _pulled(office, "paris", PARIS, evil)[PARIS] == [{"name": evil, "created_at": 0}]
    assert office.push(_push(evil)) == Refused("unknown")


def test_two_head_offices_on_one_encrypted_file_serve_the_same_tills(tmp_path) -> None:
    clock, book = FakeClock(), Book(tmp_path / "headoffice.db", bytes(32))
    databases = [EmbeddedDatabase(book.connect) for _ in range(2)]
    one, two = (HeadOffice(database, clock, Seal(bytes(32))) for database in databases)
    one.make_tables()
    two.enrol("paris", PARIS)
    one.push(_push("paris", _household(PARIS)))
    rename = {"name": ("Altieri", "Rossi")}
    two.push(
        _push(
            "paris", _household(PARIS, 2, op=UPDATE, fields=rename), before=Place(1, f"{1:032x}")
        )
    )
    assert _pulled(one, "paris", PARIS)[PARIS] == [{"name": "Rossi", "created_at": 0}]
    assert b"Rossi" not in (tmp_path / "headoffice.db").read_bytes()
    for database in databases:
        database.close()
