"""What is true of every command: its help, its example, its book, its exit codes."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from clienteling.cli import app
from tests.cli.conftest import Run

COMMANDS: dict[str, Any] = vars(typer.main.get_command(app))["commands"]
NAMES = (
    "demo", "open", "import", "find", "show", "lookbook", "export", "check", "backup", "restore",
    "shots",
)  # fmt: skip
OF_HEAD_OFFICE = "headoffice"
"""A family of its own, on a folder of its own: tests/headoffice/test_commands.py."""


def test_the_commands_are_those_that_were_promised() -> None:
    assert set(COMMANDS) == {*NAMES, OF_HEAD_OFFICE}


@pytest.mark.parametrize("name", NAMES)
def test_a_command_says_what_it_does_with_an_example_that_is_right(run: Run, name: str) -> None:
    said = run(name, "--help")
    assert (said.code, said.err) == (0, "")
    assert "--book" in said.out
    example = re.search(r"Example: clienteling (.*?)\n\n", said.out, re.DOTALL)
    assert example, said.out
    words = shlex.split(" ".join(example[1].split()))
    assert words[0] == name
    COMMANDS[name].make_context(name, words[1:])


@pytest.mark.parametrize(
    "words",
    [
        ["fnid", "altieri"],
        ["find"],
        ["find", "altieri", "--limit", "many"],
        ["find", "altieri", "--limit", "0"],
        ["lookbook", "altieri"],
        ["lookbook", "altieri", "-o", "a.pdf", "--page-size", "A3"],
        ["lookbook", "altieri", "-o", "a.pdf", "--language", "tlh"],
        ["demo", "--clients", "-1"],
        ["check", "--loudly"],
    ],
)
def test_a_call_that_is_not_right_is_told_so_and_does_nothing(run: Run, words: list[str]) -> None:
    said = run(*words)
    assert (said.code, said.out) == (2, "")
    assert "Usage: clienteling" in said.err


def test_no_command_at_all_shows_them_all(run: Run) -> None:
    said = run()
    assert [name for name in NAMES if f"\n  {name} " not in said.out + said.err] == []
    assert said.code == 2


ON_A_BOOK = {
    "find": ["find", "altieri"],
    "show": ["show", "altieri"],
    "lookbook": ["lookbook", "altieri", "--from-wishes", "-o", "a.pdf"],
    "export": ["export", "-o", "a.csv"],
    "check": ["check"],
    "backup": ["backup"],
    "restore": ["restore"],
}


@pytest.mark.parametrize("name", ON_A_BOOK)
def test_a_book_that_is_not_there_is_said_to_be_missing_and_never_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run(*ON_A_BOOK[name], "--book", tmp_path / "none.book")
    sentence = (
        "There is no backup of none.book that can be read. Nothing was changed.\n"
        if name == "restore"
        else f"There is no book at {tmp_path / 'none.book'}.\n"
    )
    assert said == (1, "", sentence)
    assert not (tmp_path / "none.book").exists()


@pytest.mark.parametrize("name", ["find", "show", "export", "check", "backup"])
def test_a_book_without_its_key_says_so_and_is_left_alone(
    run: Run, own_book: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    key, before = own_book.with_name("demo.book.key"), own_book.read_bytes()
    key.write_bytes(key.read_bytes()[::-1])
    said = run(*ON_A_BOOK[name], "--book", own_book)
    sentence = "The secret kept on this computer does not open this book."
    assert said == (1, "", f"{sentence} Nothing in it was changed.\n")
    assert own_book.read_bytes() == before


@pytest.mark.parametrize("name", ["find", "show", "export", "check"])
def test_a_damaged_book_is_said_to_be_damaged(
    run: Run, own_book: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    whole = own_book.read_bytes()
    own_book.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
    said = run(*ON_A_BOOK[name], "--book", own_book)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("The file of the book demo.book is damaged.")


FRESH = """
import sys
from clienteling.cli import main
code = main(sys.argv[1:])
heavy = {"PySide6", "pandas", "reportlab", "PIL", "sqlalchemy", "phonenumbers"}
print(code, *sorted(heavy & set(sys.modules)), file=sys.stderr)
"""


def test_finding_loads_neither_the_window_nor_anything_heavy(kept_book: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FRESH, "find", "altieri", "--book", kept_book],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "Beatrice Altieri" in done.stdout
    assert done.stderr.splitlines()[-1] == "0"


def test_no_other_command_but_those_with_pictures_loads_the_window(
    own_book: Path, tmp_path: Path
) -> None:
    script = """
import sys
from clienteling.cli import main
book, out = sys.argv[1:]
for words in (["show", "lin jiayi"], ["lookbook", "lin jiayi", "--from-wishes", "-o", out + ".pdf"],
              ["export", "-o", out + ".csv"], ["check"], ["backup"], ["restore"]):
    print(words[0], main([*words, "--book", book]), file=sys.stderr)
print("PySide6" in sys.modules, file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, own_book, tmp_path / "out"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert [line for line in done.stderr.splitlines() if line[-1] in "012e"] == [
        "show 0", "lookbook 0", "export 0", "check 0", "backup 0", "restore 0", "False",
    ]  # fmt: skip
