"""Seeds of the simulation with head office on PostgreSQL, through the role that it serves as."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from psycopg import errors
from psycopg.conninfo import make_conninfo
from typing_extensions import override

from clienteling.domain.clock import FakeClock
from clienteling.headoffice.dialect import Transaction
from clienteling.headoffice.partitions import SERVER
from clienteling.headoffice.postgres import Connection, PostgresDatabase
from clienteling.headoffice.store import HeadOffice
from clienteling.sync.engine import LineError
from tests.postgres.feeds import TABLES, Feed
from tests.sync.simulation import world
from tests.sync.simulation.template import SEAL, template

#: One statement in so few to so many meets another transaction, as a cluster of databases has it.
#: A push has about twenty: most fail once, at any of their statements.
EVERY = (8, 50)

_REFUSE = "DO $$ BEGIN RAISE EXCEPTION 'in the way' USING ERRCODE = '{}'; END $$"
_STATES = ("40001", "40P01", "55P03")


class BusyDatabase(PostgresDatabase):
    """PostgreSQL on which a statement now and then is in somebody's way, or the machine stops."""

    def __init__(self, address: str, *, is_busy: bool) -> None:
        super().__init__(address, connections=2)
        self._dice = random.Random(0) if is_busy else None
        self._left = EVERY[0]
        self.refused = 0
        self.deadly = 0.0
        self.rng = random.Random(0)

    def before(self, connection: Connection) -> None:
        """Let a statement fail on the server itself, so that its transaction is really broken."""
        if self.deadly and self.rng.random() < self.deadly:
            raise LineError("head office stopped in the middle")
        self._left -= 1
        if self._dice is not None and self._left <= 0:
            self._left = self._dice.randrange(*EVERY)
            self.refused += 1
            state = _STATES[self.refused % len(_STATES)]
            connection.execute(_REFUSE.format(state).encode())

    @override
    def transaction(self, connection: Connection) -> Transaction:
        return _Busy(super().transaction(connection), connection, self)


class _Busy:
    def __init__(self, inner: Transaction, connection: Connection, database: BusyDatabase) -> None:
        self._inner = inner
        self._before = partial(database.before, connection)
        self.lock = inner.lock

    def see(self, scopes: Any) -> None:
        self._inner.see(scopes)

    def all(self, sql: str, values: Any = ()) -> list[tuple[Any, ...]]:
        if self.lock in sql:
            self._before()
        return self._inner.all(sql, values)

    def run(self, sql: str, values: Any = ()) -> None:
        self._before()
        self._inner.run(sql, values)

    def many(self, sql: str, rows: Any) -> None:
        self._before()
        self._inner.many(sql, rows)


class Office:
    """What the simulation knows as head office: backed up, stopped and restored.

    Args:
        feed: The tables as their owner sees them.
        database: The same as head office serves them.
        rng: The seed's.
        clock: Head office's own.
    """

    def __init__(
        self, feed: Feed, database: BusyDatabase, rng: random.Random, clock: FakeClock
    ) -> None:
        self.connection = feed
        self.clock = clock
        self.backups: list[tuple[dict[str, list[Any]], set[int]]] = []
        self.known: set[int] = set()
        self.deadly = 0.0
        self.database = database
        database.rng = rng
        begin = template().office
        feed.fill({one: begin.execute(f"SELECT * FROM {one}").fetchall() for one in TABLES})
        self.head = HeadOffice(database, clock, SEAL)

    def now(self) -> HeadOffice:
        """Return head office as it is at this moment."""
        self.database.deadly = self.deadly
        return self.head

    def back_up(self) -> None:
        """Copy everything."""
        self.backups.append((self.connection.contents(), set(self.known)))

    def restore(self, number: int) -> None:
        """Put a copy in place of everything."""
        contents, known = self.backups[number]
        self.connection.fill(contents)
        self.known = set(known)

    def close(self) -> None:
        """Leave the database to the next seed."""
        self.database.deadly = 0.0


@pytest.fixture
def feed(address: str) -> Iterator[Feed]:
    """The tables as their owner sees them."""
    one = Feed(address)
    yield one
    one.close()


@contextmanager
def _standing_on(feed: Feed, address: str, *, is_busy: bool) -> Iterator[BusyDatabase]:
    database = BusyDatabase(make_conninfo(address, user=SERVER), is_busy=is_busy)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(world, "Office", partial(Office, feed, database))
        yield database
    database.close()


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_nothing_is_lost_and_every_book_is_equal(feed: Feed, address: str) -> None:
    with _standing_on(feed, address, is_busy=False):
        runs = [world.run_seed(seed) for seed in range(4)]
    assert {run.seed: run.faults for run in runs if run.faults} == {}


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_what_is_in_the_way_of_a_statement_has_no_effect(feed: Feed, address: str) -> None:
    with _standing_on(feed, address, is_busy=True) as database:
        runs = [world.run_seed(seed) for seed in range(20, 24)]
    assert {run.seed: run.faults for run in runs if run.faults} == {}
    assert database.refused > 20


def test_what_was_in_the_way_is_what_the_server_says(feed: Feed, address: str) -> None:
    assert feed.execute("SELECT 1").fetchall() == [(1,)]
    for state, error in zip(
        _STATES,
        (errors.SerializationFailure, errors.DeadlockDetected, errors.LockNotAvailable),
        strict=True,
    ):
        with pytest.raises(error):
            feed.execute(_REFUSE.format(state))
