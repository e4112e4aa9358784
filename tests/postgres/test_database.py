"""PostgreSQL behind head office's two protocols."""

import threading

import pytest

from clienteling.headoffice.dialect import AwayError, BusyError, again
from clienteling.headoffice.postgres import PostgresDatabase, in_its_words
from tests.postgres.server import Server


@pytest.mark.parametrize(
    ("plain", "theirs"),
    [
        ("SELECT a FROM t WHERE b = ? AND c IN (?, ?)", "SELECT a FROM t WHERE b = %s AND c IN (%s, %s)"),
        ("SELECT 'what?' || a FROM t WHERE b LIKE '%x'", "SELECT 'what?' || a FROM t WHERE b LIKE '%%x'"),
        ("UPDATE t SET a = 'it''s?' WHERE b = ?", "UPDATE t SET a = 'it''s?' WHERE b = %s"),
    ],
)  # fmt: skip
def test_placeholders_become_the_drivers_own(plain: str, theirs: str) -> None:
    assert in_its_words(plain) == theirs


def test_what_fails_is_not_kept_and_what_is_kept_is_whole(database: PostgresDatabase) -> None:
    scopes = "SELECT scope, head FROM sync_scope ORDER BY scope"
    insert = "INSERT INTO sync_scope (scope, head) VALUES (?, ?)"
    with database.write() as transaction:
        transaction.many(insert, [("a", 1), ("b", 2**40)])
    with pytest.raises(LookupError), database.write() as transaction:  # noqa: PT012 - one act
        transaction.run(insert, ("c", 3))
        raise LookupError
    with database.read() as transaction:
        assert transaction.all(scopes) == [("a", 1), ("b", 2**40)]


def test_a_read_is_of_one_moment(database: PostgresDatabase) -> None:
    with database.read() as transaction:
        assert transaction.all("SELECT count(*) FROM sync_scope") == [(0,)]
        with database.write() as other:
            other.run("INSERT INTO sync_scope (scope, head) VALUES ('a', 1)")
        assert transaction.all("SELECT count(*) FROM sync_scope") == [(0,)]
    with database.read() as transaction:
        assert transaction.all("SELECT count(*) FROM sync_scope") == [(1,)]


def test_a_deadlock_is_done_anew_and_both_are_kept(database: PostgresDatabase) -> None:
    with database.write() as transaction:
        transaction.many("INSERT INTO sync_scope (scope, head) VALUES (?, 0)", [("a",), ("b",)])
    both_are_in = threading.Barrier(2)
    turns: list[str] = []

    @again
    def raise_both(first: str, second: str) -> None:
        turns.append(first)
        with database.write() as transaction:
            sql = "UPDATE sync_scope SET head = head + 1 WHERE scope = ?"
            transaction.run(sql, (first,))
            if len(turns) <= 2:
                both_are_in.wait(10)
            transaction.run(sql, (second,))

    threads = [
        threading.Thread(target=raise_both, args=names) for names in (("a", "b"), ("b", "a"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(turns) >= 3
    with database.read() as transaction:
        assert transaction.all("SELECT head FROM sync_scope") == [(2,), (2,)]


def test_what_is_always_in_the_way_is_told_in_the_end() -> None:
    turns: list[int] = []

    @again
    def never() -> None:
        turns.append(1)
        raise BusyError("in the way")

    with pytest.raises(BusyError):
        never()
    assert len(turns) == 8


def test_many_threads_share_a_few_connections(address: str) -> None:
    database = PostgresDatabase(address, connections=3)

    @again
    def raise_it() -> None:
        with database.write() as transaction:
            transaction.run(
                "INSERT INTO sync_scope (scope, head) VALUES ('a', 1)"
                " ON CONFLICT (scope) DO UPDATE SET head = sync_scope.head + 1"
            )

    threads = [threading.Thread(target=lambda: [raise_it() for _ in range(10)]) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    with database.read() as transaction:
        assert transaction.all("SELECT head FROM sync_scope") == [(120,)]
    database.close()


def test_a_database_that_went_away_is_told_and_found_again(
    database: PostgresDatabase, server: Server
) -> None:
    end_others = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname LIKE 'test_%' AND pid <> pg_backend_pid()"
    )
    with pytest.raises(AwayError), database.write() as transaction:  # noqa: PT012 - one act
        server.command(end_others)
        transaction.run("INSERT INTO sync_scope (scope, head) VALUES ('a', 1)")
    with database.read() as transaction:
        assert transaction.all("SELECT count(*) FROM sync_scope") == [(0,)]


def test_tables_are_made_once_however_many_servers_begin_at_once(server: Server) -> None:
    server.command("CREATE DATABASE empty_one")
    databases = [PostgresDatabase(server.address("empty_one"), partitions=3) for _ in range(4)]
    from clienteling.headoffice.schema import make_tables

    threads = [threading.Thread(target=make_tables, args=(one,)) for one in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    with databases[0].read() as transaction:
        cut = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'sync_feed'::regclass"
        assert transaction.all(cut) == [(3,)]
    for one in databases:
        one.close()
    server.command("DROP DATABASE empty_one WITH (FORCE)")
