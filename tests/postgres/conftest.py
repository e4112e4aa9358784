"""Every test of this folder has an empty database of a real PostgreSQL to itself."""

from collections.abc import Iterator
from itertools import count

import pytest
from psycopg.conninfo import make_conninfo

from clienteling.domain.clock import FakeClock
from clienteling.headoffice.isolation import make_server_role
from clienteling.headoffice.partitions import SERVER
from clienteling.headoffice.postgres import PostgresDatabase
from clienteling.headoffice.safekeeping import DEFINITIONS
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from tests.headoffice import test_head_office
from tests.postgres.feeds import Feed
from tests.postgres.server import NoServerError, Server, running
from tests.postgres.watched import WatchedDatabase
from tests.sync import tills
from tests.sync.tills import joined

__all__ = ["joined"]

PARTITIONS = 4
_NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One PostgreSQL for all tests, with a database that has head office's tables."""
    try:
        with running() as one:
            one.command("CREATE DATABASE beginning")
            database = PostgresDatabase(one.address("beginning"), partitions=PARTITIONS)
            with database.write() as transaction:
                for definition in (one for text in DEFINITIONS for one in text.split(";")[:-1]):
                    transaction.run(definition)
            database.close()
            make_server_role(one.address("beginning"))
            yield one
    except NoServerError as error:
        pytest.skip(str(error))


@pytest.fixture
def address(server: Server) -> Iterator[str]:
    """The address of a fresh database, as its owner."""
    name = f"test_{next(_NUMBERS)}"
    server.command(f"CREATE DATABASE {name} TEMPLATE beginning STRATEGY file_copy")
    yield server.address(name)
    server.command(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database(address: str) -> Iterator[PostgresDatabase]:
    """A fresh database as its owner sees it."""
    one = PostgresDatabase(address, partitions=PARTITIONS)
    yield one
    one.close()


@pytest.fixture
def served(address: str) -> Iterator[PostgresDatabase]:
    """The same database as head office serves it: with a role that owns nothing."""
    one = PostgresDatabase(make_conninfo(address, user=SERVER), partitions=PARTITIONS)
    yield one
    one.close()


@pytest.fixture
def watched(address: str) -> Iterator[WatchedDatabase]:
    """The same again, and every statement is looked at."""
    one = WatchedDatabase(make_conninfo(address, user=SERVER), partitions=PARTITIONS)
    yield one
    one.close()


@pytest.fixture
def on_postgres(
    watched: WatchedDatabase, address: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Let every head office that a test of sync makes stand on PostgreSQL."""
    feed = Feed(address)

    def an_office(clock: FakeClock) -> tuple[HeadOffice, Feed]:
        return HeadOffice(watched, clock, Seal(bytes(32))), feed

    monkeypatch.setattr(tills, "an_office", an_office)
    monkeypatch.setattr(test_head_office, "an_office", an_office)
    yield
    feed.close()
