"""Bringing files in by command: looked at first, then taken, once however often it is asked."""

import json
from pathlib import Path

import pytest

from clienteling.bootstrap import open_backend
from tests.cli.conftest import Run

CLIENTS = """Client ID,First name,Last name,E-mail,Phone,City
41,Isabella,Fontana,isabella.fontana@posta.example,+39 348 555 1029,Como
42,Noor,Rahman,noor.rahman@post.example,+44 7700 900 417,Bath
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(CLIENTS, "utf-8")
    return path


def test_a_dry_run_reads_everything_and_writes_nothing(
    run: Run, own_book: Path, file: Path
) -> None:
    said = run("import", file, "--dry-run", "--json", "--book", own_book)
    told = json.loads(said.out)
    assert (said.code, told["read"], told["good"], told["bad"]) == (0, 2, 2, 0)
    assert run("find", "fontana isabella", "--book", own_book).code == 1


def test_beside_an_open_window_a_file_is_looked_at_but_not_brought_in(
    run: Run, own_book: Path, file: Path, tmp_path: Path
) -> None:
    window = open_backend(own_book, settings_file=tmp_path / "window.toml")
    try:
        looked = run("import", file, "--dry-run", "--json", "--book", own_book)
        brought = run("import", file, "--json", "--book", own_book)
    finally:
        window.close()
    assert (looked.code, json.loads(looked.out)["good"]) == (0, 2)
    sentence = "demo.book is already open in another window of clienteling.\n"
    assert brought == (1, "", sentence)


def test_a_file_brought_in_twice_doubles_nothing(run: Run, own_book: Path, file: Path) -> None:
    first = run("import", file, "--as", "clients", "--json", "--book", own_book)
    again = run("import", file, "--as", "clients", "--json", "--book", own_book)
    assert (first.code, json.loads(first.out)["added"].get("client")) == (0, 2)
    assert (again.code, json.loads(again.out)["added"].get("client", 0)) == (0, 0)
    said = run("find", "isabella fontana", "--book", own_book)
    assert (said.code, len(said.out.splitlines())) == (0, 1)


def test_the_book_is_backed_up_before_a_file_is_brought_in(
    run: Run, own_book: Path, file: Path
) -> None:
    run("import", file, "--as", "clients", "--json", "--book", own_book)
    kept = json.loads(run("backup", "--list", "--json", "--book", own_book).out)
    assert "before-import" in {one["reason"] for one in kept}


def test_a_file_that_is_not_there_or_a_kind_that_is_none_is_told(
    run: Run, own_book: Path, file: Path, tmp_path: Path
) -> None:
    missing = run("import", tmp_path / "none.csv", "--book", own_book)
    assert (missing.code, missing.out, missing.err.count("\n")) == (1, "", 1)
    wrong = run("import", file, "--as", "receipts", "--book", own_book)
    assert (wrong.code in {1, 2}, wrong.out) == (True, "")
    assert "clients" in wrong.err
