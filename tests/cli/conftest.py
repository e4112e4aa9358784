"""A small demo book, built once, and a way to run a command in this process."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from clienteling.cli import main
from clienteling.cli.window import demo_backend

CLIENTS = 6


class Said(NamedTuple):
    """What a command answered: its exit code, its answer, its words."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo-book")
    demo_backend(folder / "demo.book", clients=CLIENTS).close()
    return folder


@pytest.fixture
def kept_book(demo_folder: Path) -> Path:
    """The one demo book, for commands that only read."""
    return demo_folder / "demo.book"


@pytest.fixture
def own_book(demo_folder: Path, tmp_path: Path) -> Path:
    """This test's own copy of the demo book."""
    shutil.copytree(demo_folder, tmp_path / "own")
    return tmp_path / "own" / "demo.book"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as the shell would, its words apart from its answer."""

    def run_it(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Said(code, *capsys.readouterr())

    return run_it
