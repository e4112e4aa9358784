"""Books for tests: the migrations run once, and each test gets its own copy of what they made."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.storage.book import Book
from clienteling.storage.open import OpenedBook, create_book, open_book
from clienteling.storage.vault import DeviceKeys

if TYPE_CHECKING:
    from clienteling.storage.store import Store

#: Tests and demos keep the secret in a file: the keyring belongs to the person.
KEYS = DeviceKeys(use_keyring=False)
NAME = "client.book"


@pytest.fixture(scope="session")
def template_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, migrated book that is closed; copy its folder, do not open it."""
    path = tmp_path_factory.mktemp("template") / NAME
    create_book(path, clock=FakeClock(), keys=KEYS).close()
    return path


@pytest.fixture
def book_path(template_book: Path, tmp_path: Path) -> Path:
    """The path of this test's own empty book, closed."""
    folder = tmp_path / "book"
    shutil.copytree(template_book.parent, folder)
    return folder / NAME


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands at 12 March 2026, 09:30 UTC."""
    return FakeClock()


@pytest.fixture
def opened(book_path: Path, clock: FakeClock) -> Iterator[OpenedBook]:
    """This test's own empty book, opened as the window opens it."""
    book = open_book(book_path, clock=clock, keys=KEYS)
    yield book
    book.close()


@pytest.fixture
def book(opened: OpenedBook) -> Book:
    """The file of this test's own book."""
    return opened.book


@pytest.fixture
def store(opened: OpenedBook) -> "Store":
    """This test's own book as units of work."""
    return opened.store()
