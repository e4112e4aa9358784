"""Another boutique's rows, asked for in every way: PostgreSQL itself refuses them."""

import re
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import errors

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import KnownError
from clienteling.headoffice import push, store
from clienteling.headoffice.isolation import refuse_unless_isolated
from clienteling.headoffice.postgres import PostgresDatabase
from clienteling.headoffice.safekeeping import DEFINITIONS
from clienteling.headoffice.schema import make_tables
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from clienteling.sync.wire import Cursor, Pull, Pulled, Pushed
from tests.headoffice.test_head_office import MILAN, PARIS, _household, _push
from tests.postgres.feeds import Feed, insert

SCOPED = re.findall(r"CREATE TABLE IF NOT EXISTS (\w+) \(scope text", "".join(DEFINITIONS))


@pytest.fixture
def office(served: PostgresDatabase) -> HeadOffice:
    """Head office as it serves, with a row in Paris and a till in Milan."""
    made = HeadOffice(served, FakeClock(), Seal(bytes(32)))
    made.enrol("paris", PARIS)
    made.enrol("milan", MILAN)
    assert isinstance(made.push(_push("paris", _household(PARIS))), Pushed)
    made.prepare_snapshot(PARIS)
    return made


@pytest.fixture
def owned(address: str) -> Iterator[Feed]:
    """What is really there."""
    feed = Feed(address)
    yield feed
    feed.close()


def _of_paris(owned: Feed) -> dict[str, list[object]]:
    rows = "SELECT * FROM {} WHERE scope = 'b:PAR1' ORDER BY 1, 2"
    return {table: owned.execute(rows.format(table)).fetchall() for table in SCOPED}


def _have_a_row_everywhere(owned: Feed) -> None:
    for table, rows in _of_paris(owned).items():
        if not rows:
            columns = owned.execute(
                "SELECT column_name, data_type FROM information_schema.columns"
                " WHERE table_name = ? ORDER BY ordinal_position",
                (table,),
            ).fetchall()
            values = [
                PARIS if name == "scope" else "" if kind == "text" else 0 for name, kind in columns
            ]
            owned.execute(insert(table, len(values)), values)


def test_every_table_with_a_scope_shows_and_changes_nothing_of_another(
    office: HeadOffice, served: PostgresDatabase, owned: Feed
) -> None:
    _have_a_row_everywhere(owned)
    before = _of_paris(owned)
    assert all(before.values())
    for scopes in [None, (), (MILAN,), (PARIS[:-1], PARIS + " ", "%", "b:PAR1,b:MIL1")]:
        for table in SCOPED:
            with served.write() as transaction:
                if scopes is not None:
                    transaction.see(scopes)
                asked = f"SELECT count(*) FROM {table} WHERE scope = ?"
                assert transaction.all(asked, (PARIS,)) == [(0,)], table
                transaction.run(f"UPDATE {table} SET scope = scope WHERE scope = ?", (PARIS,))
                transaction.run(f"DELETE FROM {table} WHERE scope = ?", (PARIS,))
                transaction.run(f"DELETE FROM {table}")
    assert _of_paris(owned) == before


def test_a_row_is_neither_written_into_another_scope_nor_moved_there(
    office: HeadOffice, served: PostgresDatabase
) -> None:
    for statement in (
        "INSERT INTO sync_pruned VALUES ('b:PAR1', 7)",
        "INSERT INTO sync_mark VALUES ('b:PAR1', 99, 'ab', 0)",
        "UPDATE sync_scope SET scope = 'b:PAR1x' WHERE scope = 'b:MIL1'",
        "INSERT INTO sync_scope VALUES ('b:PAR1', 7) ON CONFLICT (scope) DO UPDATE SET head = 7",
    ):
        with pytest.raises(errors.InsufficientPrivilege), served.write() as transaction:  # noqa: PT012 - one act
            transaction.see((MILAN,))
            transaction.run("INSERT INTO sync_scope VALUES ('b:MIL1', 1) ON CONFLICT DO NOTHING")
            transaction.run(statement)


def test_what_a_transaction_may_see_ends_with_it(
    office: HeadOffice, address: str, served: PostgresDatabase
) -> None:
    from psycopg.conninfo import make_conninfo

    alone = PostgresDatabase(make_conninfo(address, user="clienteling_server"), connections=1)
    for _turn in range(2):
        with alone.read() as transaction:
            assert transaction.all("SELECT count(*) FROM sync_feed") == [(0,)]
            transaction.see((PARIS,))
            assert transaction.all("SELECT count(*) FROM sync_feed") == [(1,)]
    alone.close()


@pytest.mark.parametrize(
    "way",
    [
        "SELECT * FROM sync_feed_0",
        "ALTER TABLE sync_feed DISABLE ROW LEVEL SECURITY",
        "DROP POLICY granted_scopes ON sync_feed",
        "SET ROLE house",
        "TRUNCATE sync_feed",
        "CREATE TABLE mine (a text)",
        "COPY sync_feed TO PROGRAM 'cat'",
        "SET row_security = off; SELECT * FROM sync_feed",
    ],
)
def test_there_is_no_way_round(served: PostgresDatabase, way: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege), served.write() as transaction:  # noqa: PT012 - one act
        for statement in way.split(";"):
            transaction.run(statement)


def test_a_forgotten_check_in_the_code_still_gives_nothing_away(
    office: HeadOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_granted", lambda _till, cursors: dict(cursors))
    answer = office.pull(Pull("milan", "life", 1, {PARIS: Cursor(), MILAN: Cursor()}))
    assert isinstance(answer, Pulled)
    assert [(page.scope, page.rows, page.cursor) for page in answer.pages] == [
        (MILAN, (), Cursor()), (PARIS, (), Cursor()),
    ]  # fmt: skip
    taken = push.take

    def careless(transaction, seal, till, *rest):
        return taken(transaction, seal, type(till)(till.till, till.home, (PARIS,), False), *rest)

    monkeypatch.setattr(push, "take", careless)
    with pytest.raises(errors.InsufficientPrivilege):
        office.push(_push("milan", _household(PARIS)))


def test_head_office_serves_only_with_a_role_that_is_held_back(
    served: PostgresDatabase, database: PostgresDatabase, address: str
) -> None:
    refuse_unless_isolated(served)
    with pytest.raises(KnownError, match=r"it may do anything.*it owns tables"):
        refuse_unless_isolated(database)
    with psycopg.connect(address) as connection:
        connection.execute("ALTER TABLE sync_mark DISABLE ROW LEVEL SECURITY")
        connection.execute("GRANT SELECT ON sync_feed_1 TO clienteling_server")
    with pytest.raises(KnownError, match=r"open \(sync_mark\).*parts \(sync_feed_1\)"):
        refuse_unless_isolated(served)


def test_the_servers_role_meets_tables_that_are_there_and_is_told_of_those_that_are_not(
    served: PostgresDatabase,
) -> None:
    make_tables(served)
    with pytest.raises(KnownError, match="init"), served.write() as transaction:
        transaction.run("CREATE TABLE IF NOT EXISTS sync_new (scope text PRIMARY KEY)")
