"""Keeping a book safe by command: checked, backed up, brought back, beside an open window."""

import json
from pathlib import Path

import pytest

from clienteling.bootstrap import open_backend
from tests.cli.conftest import Run


def forget(book: Path, name: str) -> None:
    """Take everybody of a name away, as a mistake would."""
    backend = open_backend(book, settings_file=book.with_suffix(".settings.toml"))
    with backend.opened.store().write(why="A mistake") as session:
        from clienteling.models.client import Client

        for one in session.query(Client).filter_by(family_name=name):
            one.deleted_at = session.info["moment"]
    backend.close()


def test_a_sound_book_is_said_to_be_sound(run: Run, kept_book: Path) -> None:
    said = run("check", "--book", kept_book)
    assert said == (0, "", "Every page of the book is sound.\n")


def test_a_backup_is_made_listed_and_brought_back_with_what_was_there_kept_aside(
    run: Run, own_book: Path
) -> None:
    made = run("backup", "--json", "--book", own_book)
    backup = json.loads(made.out)
    assert (made.code, backup["reason"], "vault" in backup) == (0, "by-hand", False)
    listed = json.loads(run("backup", "--list", "--json", "--book", own_book).out)
    assert [one["path"] for one in listed] == [backup["path"]]

    forget(own_book, "Altieri")
    assert run("find", "altieri", "--book", own_book).code == 1
    said = run("restore", "--book", own_book)
    assert (said.code, said.out) == (0, "")
    (aside,) = own_book.parent.glob("demo.book.set-aside-*Z")
    assert said.err.splitlines() == [
        f"The book is as it was in {Path(backup['path']).name}.",
        f"What was there is kept as {aside.name}.",
    ]
    assert run("find", "altieri", "--book", own_book).code == 0


def test_a_backup_goes_where_it_is_sent_and_comes_back_from_there(
    run: Run, own_book: Path, tmp_path: Path
) -> None:
    made = run("backup", "--to", tmp_path / "stick", "--book", own_book)
    path = Path(made.out.strip())
    assert path.parent == tmp_path / "stick"
    forget(own_book, "Altieri")
    assert run("restore", "--from", path, "--book", own_book).code == 0
    assert run("find", "altieri", "--book", own_book).code == 0


def test_a_damaged_book_comes_back_from_its_newest_good_backup(run: Run, own_book: Path) -> None:
    run("backup", "--book", own_book)
    own_book.write_bytes(b"")
    assert "is damaged" in run("check", "--book", own_book).err
    assert run("restore", "--book", own_book).code == 0
    assert run("check", "--book", own_book).code == 0


def test_a_file_that_is_no_backup_is_refused(run: Run, own_book: Path, tmp_path: Path) -> None:
    before = own_book.read_bytes()
    said = run("restore", "--from", tmp_path / "holiday.book", "--book", own_book)
    assert said == (1, "", f"{tmp_path / 'holiday.book'} is no backup of a book.\n")
    assert own_book.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_a_sentence(
    run: Run, own_book: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    said = run("backup", "--to", tmp_path / "file" / "stick", "--book", own_book)
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)


@pytest.fixture
def beside_a_window(own_book: Path, tmp_path: Path):
    """The path of a book that a window has open."""
    window = open_backend(own_book, settings_file=tmp_path / "window.toml")
    window.house()
    yield own_book
    window.close()


@pytest.mark.parametrize(
    "words",
    [
        ["find", "altieri"], ["show", "Beatrice Altieri"], ["check"], ["backup"],
        ["export", "-o", "{out}.csv"],
    ],
)  # fmt: skip
def test_what_only_reads_works_beside_an_open_window(
    run: Run, beside_a_window: Path, tmp_path: Path, words: list[str]
) -> None:
    said = run(*(word.format(out=tmp_path / "a") for word in words), "--book", beside_a_window)
    assert said.code == 0


def test_restore_refuses_while_a_window_has_the_book(run: Run, beside_a_window: Path) -> None:
    assert run("backup", "--book", beside_a_window).code == 0
    said = run("restore", "--book", beside_a_window)
    assert said == (1, "", "demo.book is already open in another window of clienteling.\n")
    assert list(beside_a_window.parent.glob("*set-aside*")) == []
