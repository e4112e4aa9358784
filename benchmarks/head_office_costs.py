"""What one request costs head office on PostgreSQL: its processor, the database's, and the wait.

Processor seconds are told apart from waiting, so that a busy machine spoils little: the server's
by its thread's clock, the database's by what its processes have used. A boutique of some thousand
clients is there first, so that indexes have a height and a push meets rows.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from typing_extensions import override

from benchmarks.head_office_tills import BOUTIQUE, Tills
from clienteling.domain.clock import SystemClock
from clienteling.headoffice.dialect import Transaction
from clienteling.headoffice.isolation import make_server_role
from clienteling.headoffice.partitions import SERVER
from clienteling.headoffice.postgres import Connection, PostgresDatabase
from clienteling.headoffice.schema import make_tables
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from clienteling.headoffice.trust_tables import make_trust_tables
from clienteling.sync import packing
from tests.postgres.server import running

#: A real disk is waited for: what is measured here is what a house would wait.
DURABLE = ("max_connections=100", "shared_buffers=1GB", "listen_addresses=127.0.0.1")
_TICKS = os.sysconf("SC_CLK_TCK")
_MOST = 64_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """What one request costs.

    Args:
        server_ms: Processor of the server process, the words of the wire included.
        database_ms: Processor of PostgreSQL.
        trips: Round trips between server and database.
        wait_ms: From asking the store until its answer, nobody else asking; the median.
        sent: Bytes asked, as MessagePack under zstd.
        answered: Bytes answered, likewise.
    """

    server_ms: float
    database_ms: float
    trips: int
    wait_ms: float
    sent: int
    answered: int


@dataclass(frozen=True, slots=True)
class Costs:
    """What head office's work costs, and what each kind of row takes on the disk."""

    requests: dict[str, Cost]
    bytes_a_row: dict[str, float]


def measure(times: int = 300) -> Costs:
    """Measure every request on a PostgreSQL of our own.

    Args:
        times: How often the small ones are asked.
    """
    with _head_office() as (tills, database, address, process):
        tills.load()
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")  # as the database does by itself within a minute
        requests = {
            name: _cost(ask, database, process, max(8, times // share))
            for name, (ask, share) in tills.requests().items()
        }
        return Costs(requests, _bytes_a_row(address))


@contextmanager
def _head_office() -> Iterator[tuple[Tills, "_CountingDatabase", str, int]]:
    # On the disk of the checkout and not in memory: a commit has to wait for it.
    with tempfile.TemporaryDirectory(dir=os.environ.get("CAPACITY_FOLDER")) as folder:
        Path(folder).chmod(0o755)  # the database's user has to come through
        tempfile.tempdir = folder
        try:
            with running(DURABLE) as server:
                server.command("CREATE DATABASE house")
                owner = PostgresDatabase(server.address("house"))
                make_tables(owner)
                make_trust_tables(owner)
                owner.close()
                make_server_role(server.address("house"))
                served = make_conninfo(server.address("house"), user=SERVER)
                database = _CountingDatabase(served)
                office = HeadOffice(database, SystemClock(), Seal(bytes(32)))
                tills = Tills(office, database)
                yield tills, database, server.address("house"), server.process.pid
                database.close()
        finally:
            tempfile.tempdir = None


class _CountingDatabase(PostgresDatabase):
    """PostgreSQL that counts round trips; to look at a connection, begin and end takes three."""

    trips = 0

    @override
    def transaction(self, connection: Connection) -> Transaction:
        self.trips += 3
        return _Counting(super().transaction(connection), self)


class _Counting:
    """A transaction whose statements are counted; many at once go together."""

    def __init__(self, inner: Transaction, database: _CountingDatabase) -> None:
        self._inner = inner
        self._database = database
        self.lock = inner.lock

    def see(self, scopes: Iterable[str]) -> None:
        self._database.trips += 1
        self._inner.see(scopes)

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        self._database.trips += 1
        return self._inner.all(sql, values)

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        self._database.trips += 1
        self._inner.run(sql, values)

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._database.trips += 1
        self._inner.many(sql, rows)


def _cost(
    ask: Callable[[], tuple[Any, Any]], database: _CountingDatabase, process: int, times: int
) -> Cost:
    database.trips = 0
    words, answer = ask()
    trips = database.trips
    sent, answered = (packing.shrink(packing.pack(one)) for one in (words, answer))
    server = 0.0
    waits = []
    before = _processor_of(process)
    for _turn in range(times):
        begun, used = time.perf_counter(), time.thread_time()
        words, answer = ask()
        server += time.thread_time() - used
        waits.append(time.perf_counter() - begun)
        used = time.thread_time()
        packing.read(type(words), packing.expand(sent, _MOST))
        packing.shrink(packing.pack(answer))
        server += time.thread_time() - used
    return Cost(
        server * 1000 / times,
        (_processor_of(process) - before) * 1000 / times,
        trips,
        statistics.median(waits) * 1000,
        len(sent),
        len(answered),
    )


def _processor_of(postgres: int) -> float:
    """Return the processor seconds that a PostgreSQL and all its processes have used so far."""
    used = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == postgres:
            used += int(fields[11]) + int(fields[12])
        elif int(stat.parent.name) == postgres:
            # Its own, and what those used that have ended.
            used += sum(int(one) for one in fields[11:15])
    return used / _TICKS


def _bytes_a_row(address: str) -> dict[str, float]:
    """Return what rows take on the disk, their share of every index included."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("VACUUM FULL")
        taken: dict[str, float] = {}
        for table in ("sync_feed", "sync_applied"):
            size, rows = connection.execute(
                "SELECT sum(pg_total_relation_size(inhrelid)), (SELECT count(*) FROM "
                f"{table}) FROM pg_inherits WHERE inhparent = '{table}'::regclass"
            ).fetchone() or (0, 1)
            taken[table] = float(size) / max(1, int(rows))
        plain = connection.execute(
            "SELECT tbl, avg(pg_column_size(f.*)) FROM sync_feed f WHERE scope = %s GROUP BY tbl",
            (BOUTIQUE,),
        ).fetchall()
        mean = connection.execute("SELECT avg(pg_column_size(f.*)) FROM sync_feed f").fetchone()
        # Indexes and page headers are shared out evenly: their keys are of one length.
        around = taken["sync_feed"] - float(mean[0] if mean else 0)
        return taken | {table: float(size) + around for table, size in plain}
