"""The contract of every synced table: what is written on one till stands on the other, equal."""

import pytest
from sqlalchemy import Table

from clienteling.models import SYNCED, Synced
from clienteling.sync.engine import Done
from tests.sync import valid_rows
from tests.sync.tills import Joined, whole_book

BY_TABLE = pytest.mark.parametrize(
    "mapped", SYNCED, ids=[mapped.__tablename__ for mapped in SYNCED]  # type: ignore[attr-defined]
)  # fmt: skip


@BY_TABLE
def test_a_row_arrives_changes_and_leaves_byte_for_byte(
    mapped: type[Synced], joined: Joined
) -> None:
    table: Table = mapped.__table__  # type: ignore[attr-defined] # the mixin is always mapped
    writer = joined.one.book.connect()
    row = valid_rows.insert(writer, table)
    _shared(joined)
    assert whole_book(joined.two) == whole_book(joined.one)
    assert joined.two.rows(f"SELECT count(*) FROM {table.name} WHERE id = ?", row["id"]) == [(1,)]

    valid_rows.update(writer, table, row)
    _shared(joined)
    assert whole_book(joined.two) == whole_book(joined.one)

    writer.execute(f"DELETE FROM {table.name} WHERE id = ?", (row["id"],))
    writer.close()
    _shared(joined)
    assert whole_book(joined.two) == whole_book(joined.one)
    assert joined.two.rows(f"SELECT count(*) FROM {table.name} WHERE id = ?", row["id"]) == [(0,)]
    assert joined.two.rows("SELECT why FROM sync_hold") == []


def _shared(joined: Joined) -> None:
    for till in (joined.one, joined.two, joined.one):
        outcome = till.sync(joined.office)
        assert isinstance(outcome, Done)
        assert outcome.results == ()
