"""One server for the tests that leave it as it was, and tills that have joined it."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.storage.book import Book
from clienteling.sync.http import HttpTransport
from tests.headoffice.servers import Server
from tests.sync.tills import TestTill, a_till, key_of

#: Limits a test can reach, and codes enough for every test.
SHORT: dict[str, Any] = {
    "body_bytes": 1 << 20,
    "plain_bytes": 4 << 20,
    "body_seconds": 0.5,
    "header_seconds": 0.5,
    "code_burst": 10_000,
    "address_burst": 10_000,
}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("office") / "home"
    made = Server.new(folder, **SHORT)
    made.start()
    yield made
    assert made.stop() == 0
    assert [entry for entry in made.lines() if entry["event"] == "fault"] == []


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """This test's own, to be killed and restored."""
    made = Server.new(tmp_path / "home").start()
    yield made
    made.stop()


class Books:
    """Books of tills, each with its own copy of the empty one."""

    def __init__(self, template: Path, folder: Path) -> None:
        self._template = template
        self._folder = folder
        self.clock = FakeClock()
        self.open: list[TestTill] = []

    def till(self, name: str) -> TestTill:
        book = Book(self._folder / f"{name}.book", key_of(self._template))
        book.path.write_bytes(self._template.read_bytes())
        self.open.append(a_till(book, self.clock, name))
        return self.open[-1]


@pytest.fixture
def books(template_book: Path, tmp_path: Path) -> Iterator[Books]:
    made = Books(template_book, tmp_path)
    yield made
    for till in made.open:
        till.store.close()
        till.till.close()


@pytest.fixture
def speaks(server: Server) -> Iterator[HttpTransport]:
    """A line of a till of its own, enrolled in Paris."""
    line = server.enrolled(f"till-{secrets.token_hex(8)}")
    yield line
    line.close()
