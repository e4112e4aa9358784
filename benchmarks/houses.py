"""The books that benchmarks run on: demo houses, built once per size and copied to be written."""

import shutil
from pathlib import Path

from benchmarks.alone import alone
from benchmarks.frame import FOLDER
from clienteling.bootstrap import Backend
from clienteling.domain.clock import FakeClock
from clienteling.settings.file import Settings
from clienteling.storage.open import OpenedBook, create_book, open_book
from clienteling.storage.vault import DeviceKeys

KEYS = DeviceKeys(use_keyring=False)
NAME = "client.book"
SETTINGS = "settings.toml"


def house_path(clients: int) -> Path:
    """Return where the demo house of a size stands."""
    return FOLDER / str(clients) / NAME


def build(clients: int) -> None:
    """Build the demo house of a size where there is none, whole or not at all."""
    from clienteling.demo.build import build_house

    folder = house_path(clients).parent
    making = folder.with_name(f"{folder.name}.making")
    shutil.rmtree(making, ignore_errors=True)
    opened = create_book(making / NAME, clock=FakeClock(), keys=KEYS)
    build_house(opened.book, opened.pictures(), FakeClock(), clients=clients)
    opened.close()
    making.rename(folder)


def ensure(clients: int) -> Path:
    """Return the path of the demo house of a size; a fresh process builds a missing one."""
    path = house_path(clients)
    if not path.exists():
        alone("benchmarks.houses:build", clients=clients)
    _settle(path.parent / SETTINGS)
    return path


def open_house(path: str | Path, *, alone: bool = False) -> OpenedBook:
    """Open a house that stands."""
    return open_book(Path(path), clock=FakeClock(), keys=KEYS, alone=alone)


def open_house_backend(path: str | Path, *, alone: bool = False) -> Backend:
    """Open a house as the window does, with Camille at the till."""
    settings = Settings(Path(path).parent / SETTINGS)
    return Backend(open_house(path, alone=alone), settings, FakeClock())


def copied(path: Path, folder: Path) -> Path:
    """Copy a house without its pictures into a folder, to be written in; return its path."""
    shutil.copytree(path.parent, folder, ignore=shutil.ignore_patterns("*.attachments", "*.lock"))
    return folder / path.name


def _settle(path: Path) -> None:
    if not path.exists():
        from clienteling.demo.plan import HOUSE_NAME, demo_id

        settings = Settings(path)
        settings.set("house_name", HOUSE_NAME)
        settings.set("staff", demo_id("staff", "Camille"))
