"""Two server processes on one PostgreSQL: readers follow while writers end out of order."""

import subprocess
import sys

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from clienteling.domain.clock import FakeClock
from clienteling.headoffice import feed
from clienteling.headoffice.partitions import SERVER
from clienteling.headoffice.postgres import PostgresDatabase
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from clienteling.sync.scopes import EVERYWHERE
from clienteling.sync.wire import Cursor, Place, Pull, Pulled, Pushed
from tests.postgres.pushing import PARIS, PUSHES, ROWS, THREADS, a_push, tills_of

MILAN = "b:MIL1"
SERVERS = ("left", "right")
EVERY_ROW = len(SERVERS) * THREADS * PUSHES * ROWS


@pytest.fixture
def numbered(address: str) -> psycopg.Connection[tuple[int]]:
    """A table that is numbered by a sequence, as most would do it, beside head office's."""
    connection = psycopg.connect(address, autocommit=True)
    connection.execute("CREATE TABLE numbered (number bigserial PRIMARY KEY)")
    connection.execute("GRANT ALL ON numbered, numbered_number_seq TO clienteling_server")
    return connection


def test_a_reader_that_follows_two_servers_misses_no_row(
    served: PostgresDatabase, address: str, numbered: psycopg.Connection[tuple[int]]
) -> None:
    office = HeadOffice(served, FakeClock(), Seal(bytes(32)))
    for till in ("reader", *(till for name in SERVERS for till in tills_of(name))):
        office.enrol(till, PARIS)
    words = [sys.executable, "-m", "tests.postgres.pushing", make_conninfo(address, user=SERVER)]
    servers = [subprocess.Popen([*words, name]) for name in SERVERS]
    seen: list[int] = []
    cursor, last, followed = Cursor(), 0, 0
    is_over = False
    while not is_over:
        # Looked at before the last read, so that nothing is written after it.
        is_over = all(one.poll() is not None for one in servers)
        answer = office.pull(Pull("reader", "life", 1, {PARIS: cursor}, limit=40))
        assert isinstance(answer, Pulled)
        (page,) = answer.pages
        seen += [row.seq for row in page.rows]
        cursor = page.cursor
        is_over = is_over and not page.more
        for (number,) in numbered.execute(
            "SELECT number FROM numbered WHERE number > %s ORDER BY number", (last,)
        ).fetchall():
            last, followed = number, followed + 1
    assert [one.returncode for one in servers] == [0, 0]
    assert seen == list(range(1, EVERY_ROW + 1))
    # The same writers, the same reader: a sequence loses rows, so the test could have seen it.
    everything = numbered.execute("SELECT count(*) FROM numbered").fetchone()
    assert everything is not None
    assert followed < everything[0]
    numbered.close()


def test_a_boutique_does_not_wait_for_another(served: PostgresDatabase) -> None:
    office = HeadOffice(served, FakeClock(), Seal(bytes(32)))
    office.enrol("milan", MILAN)
    with served.write() as long_push:
        long_push.see((PARIS, EVERYWHERE))
        feed.hold(long_push, PARIS)
        feed.hold(long_push, EVERYWHERE)
        assert isinstance(office.push(a_push("milan", Place(), scope=MILAN)), Pushed)
