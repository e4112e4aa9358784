"""Our own head office, served by its own process over TLS on PostgreSQL, and its tills."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.peers.peer import Peer, Served, python_device
from benchmarks.peers.records import Record
from benchmarks.peers.serving import peak_of
from clienteling import __version__
from clienteling.cli import main
from clienteling.headoffice.home import Home
from tests.headoffice.servers import BOUTIQUE, Server
from tests.postgres.server import Server as Postgres

#: Every till here comes from one address and asks as often as it can.
UNBOUND = {
    "till_a_minute": 1e6, "till_burst": 10**6, "address_a_minute": 1e6, "address_burst": 10**6,
    "code_a_minute": 1e6, "code_burst": 10**6,
}  # fmt: skip
TILLS = ("loader", "one", "two", "three", "four", "five")


@contextmanager
def head_office(folder: Path, postgres: Postgres, name: str, **limits: float) -> Iterator[Server]:
    """Run a head office of its own database, made as its owner makes it."""
    postgres.command(f"CREATE DATABASE {name}")
    words = ["headoffice", "init", "--home", str(folder / "office"), "--name", "localhost"]
    words += ["--port", "0", "--listen", "127.0.0.1", "--database", postgres.address(name)]
    assert main(words) == 0
    server = Server(Home(folder / "office"), **UNBOUND | limits)
    server.start()
    try:
        yield server
    finally:
        code = server.stop()
    faults = [one for one in server.lines() if one["event"] == "fault"]
    assert (code, faults) == (0, []), faults[:1]


def on(postgres: Postgres) -> Peer:
    """Return our own as a program to measure, on a PostgreSQL that runs."""

    @contextmanager
    def serve(folder: Path, records: list[Record]) -> Iterator[Served]:
        name = f"house_{len(records)}_{time.monotonic_ns()}"
        with head_office(folder, postgres, name) as server:
            for till in TILLS:
                server.enrol(till)
            authority = server.home.authority_pem()
            ask = python_device("benchmarks.peers.ours_device", authority=authority)
            loader = str(folder / "loader")
            told = ask("load", folder=loader, port=server.port, count=len(records))
            with server.open() as office:
                for scope in ("g", BOUTIQUE):
                    office.office.prepare_snapshot(scope)
            yield Served(
                server.port, ask, lambda: peak_of(server.pid), told["seconds"], __version__
            )

    return Peer("ours", serve, frozenset({"small", "middle", "large"}))
