"""Kinto, of the package ``kinto``: its own server on its memory or on PostgreSQL."""

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from benchmarks.peers import kinto_device
from benchmarks.peers.install import python_of, version_of
from benchmarks.peers.peer import Peer, Served, python_device
from benchmarks.peers.records import Record
from benchmarks.peers.serving import free_port, peak_of, serving
from tests.postgres.server import Server as Postgres

_SETTINGS = """
[server:main]
use = egg:waitress#main
host = 127.0.0.1
port = {port}
[app:main]
use = egg:kinto
kinto.storage_backend = kinto.core.storage.{backend}
kinto.storage_url = {url}
kinto.permission_backend = kinto.core.permission.{backend}
kinto.permission_url = {url}
kinto.cache_backend = kinto.core.cache.{backend}
kinto.cache_url = {url}
kinto.userid_hmac_secret = house
multiauth.policies = basicauth
kinto.bucket_create_principals = system.Authenticated
[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys =
[logger_root]
level = WARN
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
"""


@contextmanager
def _served(folder: Path, backend: str, url: str) -> Iterator[tuple[int, int, Path]]:
    python, port = python_of("kinto", "kinto[postgresql]"), free_port()
    settings = folder / "kinto.ini"
    settings.write_text(
        _SETTINGS.format(port=port, backend=backend, url=url), encoding="utf-8"
    )  # fmt: skip
    program = str(python.with_name("kinto"))
    if url:
        words = [program, "migrate", "--ini", str(settings)]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-500:]
    with serving([program, "start", "--ini", str(settings)], folder, port) as pid:
        kinto_device.make_collection(port)
        yield port, pid, python


@contextmanager
def serve_memory(folder: Path, records: list[Record]) -> Iterator[Served]:
    """Run it on its memory; clients come in through its batches."""
    with _served(folder, "memory", "") as (port, pid, python):
        start = time.perf_counter()
        kinto_device.put(port, records)
        loaded = time.perf_counter() - start
        yield _told(port, pid, python, loaded)


def on(postgres: Postgres) -> Peer:
    """Return it on a PostgreSQL that runs, as a program to measure."""

    @contextmanager
    def serve(folder: Path, records: list[Record]) -> Iterator[Served]:
        name = f"kinto_{len(records)}_{time.monotonic_ns()}"
        postgres.command(f"CREATE DATABASE {name}")
        url = f"postgresql://house@127.0.0.1:{postgres.port}/{name}"
        with _served(folder, "postgresql", url) as (port, pid, python):
            start = time.perf_counter()
            _insert(postgres.address(name), records)
            loaded = time.perf_counter() - start
            yield _told(port, pid, python, loaded)

    return Peer("Kinto on PostgreSQL", serve, frozenset({"middle", "large"}))


def _told(port: int, pid: int, python: Path, loaded: float) -> Served:
    ask = python_device("benchmarks.peers.kinto_device")
    return Served(port, ask, lambda: peak_of(pid), loaded, version_of(python, "kinto"))


def _insert(address: str, records: list[Record]) -> None:
    """Put clients where Kinto keeps them: through its batches 10,000 take minutes."""
    parent = kinto_device.COLLECTION.removeprefix("/v1")
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO objects (id, parent_id, resource_name, last_modified, data, deleted)"
            " VALUES (%s, %s, 'record', from_epoch(%s), %s, FALSE)",
            [
                (one["id"], parent, 1_773_307_800_000 + number, json.dumps(_data(one)))
                for number, one in enumerate(records)
            ],
        )


def _data(record: Record) -> Record:
    return {name: value for name, value in record.items() if name != "id"}


PEER = Peer("Kinto in memory", serve_memory, frozenset({"middle"}))
