"""The README keeps its word: what it names is there, and what is there it names."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from clienteling.cli import app

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = vars(typer.main.get_command(app))["commands"]
ROWS = re.findall(r"^\| `([a-z]+)(?: [^`/]*)?` \| (.*) \|$", README, re.MULTILINE)


def test_every_command_has_its_row_and_every_row_its_command() -> None:
    assert sorted(name for name, _words in ROWS) == sorted(COMMANDS)


@pytest.mark.parametrize(("name", "words"), ROWS)
def test_an_option_that_a_row_names_is_one_of_its_command(name: str, words: str) -> None:
    known = {option for one in COMMANDS[name].params for option in one.opts}
    assert set(re.findall(r"--[a-z-]+", words)) <= known


def test_the_calls_that_it_shows_are_right() -> None:
    calls = re.findall(r"^python3 run\.py app (.*?)(?:  +#.*)?$", README, re.MULTILINE)
    assert len(calls) >= 3
    for call in calls:
        name, *words = shlex.split(call)
        COMMANDS[name].make_context(name, words)


def test_every_package_has_its_place_on_the_map() -> None:
    packages = {one.parent.name for one in (ROOT / "clienteling").glob("*/__init__.py")}
    folders = {f"{one}/" for one in ("resources", "tests", "benchmarks", "tools", "locks", "docs")}
    named = set(re.findall(r"`clienteling/([a-z]+)`", README))
    assert named == packages
    assert [one for one in folders if f"`{one}`" not in README] == []


def test_its_links_lead_somewhere() -> None:
    links = set(re.findall(r"\]\(([^)]+)\)", README))
    missing = {one for one in links if not (ROOT / one).exists()}
    if not (ROOT / "docs" / "shots").exists():
        missing.discard("docs/shots/client-card.png")  # drawn last, when every screen stands
    assert missing == set()


def test_what_it_says_of_where_data_stands_is_where_it_stands() -> None:
    from clienteling.settings.paths import APP_NAME
    from clienteling.storage.places import attachments_folder, backups_folder
    from clienteling.storage.vault import key_file, vault_file

    book = Path("house.book")
    beside = [place(book).name for place in (attachments_folder, backups_folder, vault_file)]
    assert [f"house.book{name}" for name in (".attachments", ".backups", ".vault.json")] == beside
    assert all(f"`{name.removeprefix('house.book')}`" in README for name in beside)
    assert f"`{key_file(book).name}`" in README
    assert f"~/.local/share/{APP_NAME}" in README
