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
from tests.sync.simulation.office import Office
from tests.sync.simulation.template import SEAL, template

#: One statement in so few to so many meets another transaction, as a cluster of databases has it.
#: A push has about twenty: most fail once, at any of their statements.
EVERY = (8, 50)

Contents = dict[str, list[tuple[Any, ...]]]

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


class ThatOffice(Office):
    """What the simulation knows as head office, on PostgreSQL.

    Args:
        feed: The tables as their owner sees them.
        owned: The same for the program, as their owner sees them.
        served: The same as head office serves them.
        rng: The seed's.
        clock: Head office's own.
    """

    def __init__(
        self,
        feed: Feed,
        owned: BusyDatabase,
        served: BusyDatabase,
        rng: random.Random,
        clock: FakeClock,
    ) -> None:
        self.clock = clock
        self.known = set()
        self.deadly = 0.0
        self._feed, self._owned, self._served = feed, owned, served
        self._contents: list[tuple[Contents, set[int]]] = []
        self.connection = feed
        self.backups = self._contents
        self.database = served  # type: ignore[assignment] # alike
        served.rng = rng
        begin = template().office
        feed.fill({one: begin.execute(f"SELECT * FROM {one}").fetchall() for one in TABLES})
        self.head = HeadOffice(served, clock, SEAL)

    @override
    def write_as_newer(self, rng: random.Random) -> set[str]:
        # Written behind head office's back, so by the owner.
        self.database = self._owned  # type: ignore[assignment] # alike
        written = super().write_as_newer(rng)
        self.database = self._served  # type: ignore[assignment] # alike
        return written

    @override
    def back_up(self) -> None:
        self._contents.append((self._feed.contents(), set(self.known)))

    @override
    def restore(self, number: int) -> None:
        contents, known = self._contents[number]
        self._feed.fill(contents)
        self.known = set(known)

    @override
    def close(self) -> None:
        self._served.deadly = 0.0


@pytest.fixture
def feed(address: str) -> Iterator[Feed]:
    """The tables as their owner sees them."""
    one = Feed(address)
    yield one
    one.close()


@contextmanager
def _standing_on(feed: Feed, address: str, *, is_busy: bool) -> Iterator[BusyDatabase]:
    database = BusyDatabase(make_conninfo(address, user=SERVER), is_busy=is_busy)
    owned = BusyDatabase(address, is_busy=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(world, "Office", partial(ThatOffice, feed, owned, database))
        yield database
    database.close()
    owned.close()


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
