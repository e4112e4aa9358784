"""The layers hold, and each contract that keeps them is seen to bite when it is broken."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]

# What to write where, and the contract that must then be broken.
BREACHES = {
    "The house, top to bottom": ("models/__init__.py", "import clienteling.services"),
    "Only ui imports Qt": ("reports/__init__.py", "import PySide6.QtGui"),
    "The window speaks rows and commands, not tables": ("ui/__init__.py", "import sqlalchemy"),
    "No screen imports another": (
        "ui/screens/clients/__init__.py",
        "import clienteling.ui.screens.lookbooks",
    ),
}


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """Return a tree with every package that the contracts name and not one import."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    layers = [
        name.strip(" ()") for row in CONTRACTS["contracts"][0]["layers"] for name in row.split("|")
    ]
    for name in [*layers, "ui/screens", "ui/screens/clients", "ui/screens/lookbooks", "."]:
        folder = tmp_path / "clienteling" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    return tmp_path


def lint_imports(folder: Path) -> tuple[bool, list[str], str]:
    """Return whether every contract is kept, the names of those broken, and all that was said."""
    tool = str(Path(sys.executable).parent / "lint-imports")
    variables = {**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"}
    done = subprocess.run(
        [tool, "--no-cache"],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    broken = [line.removesuffix(" BROKEN") for line in lines if line.endswith(" BROKEN")]
    return done.returncode == 0, broken, done.stdout + done.stderr


def test_every_contract_of_the_house_is_kept() -> None:
    kept, _, said = lint_imports(ROOT)
    assert kept, said


def test_a_house_without_an_import_breaks_nothing(small_house: Path) -> None:
    kept, broken, said = lint_imports(small_house)
    assert (kept, broken) == (True, []), said


def test_every_contract_has_a_breach_to_bite() -> None:
    assert [contract["name"] for contract in CONTRACTS["contracts"]] == list(BREACHES)


@pytest.mark.parametrize("contract", BREACHES)
def test_a_contract_bites_when_it_is_broken(small_house: Path, contract: str) -> None:
    file, line = BREACHES[contract]
    (small_house / "clienteling" / file).write_text(f"{line}\n")
    kept, broken, said = lint_imports(small_house)
    assert (kept, broken) == (False, [contract]), said


def test_a_new_package_must_be_given_its_place(small_house: Path) -> None:
    (small_house / "clienteling" / "helpers").mkdir()
    (small_house / "clienteling" / "helpers" / "__init__.py").touch()
    kept, broken, said = lint_imports(small_house)
    assert (kept, broken) == (False, ["The house, top to bottom"]), said
