"""Redraw the demo house's pictures: ``python -m tools.draw_samples OUT [WORD ...]``.

Reads the catalogue of the samples and writes OUT/pieces and OUT/portraits. With words, only the
pictures whose file names hold one of them are drawn; with ``--missing``, only those not yet there.
"""

import sys
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from tools.draw_samples.look import Look
from tools.draw_samples.portraits.draw import portrait
from tools.draw_samples.portraits.people import PEOPLE
from tools.draw_samples.sheet import save
from tools.draw_samples.strokes import Field

CATALOGUE = Path(__file__).parents[2] / "resources" / "samples" / "catalogue.toml"


def main(words: list[str]) -> int:
    """Draw what is asked for."""
    if not words:
        print(__doc__)
        return 2
    out, only = Path(words[0]), [word for word in words[1:] if not word.startswith("--")]
    missing = "--missing" in words

    def wanted(file: Path) -> bool:
        named = not only or any(word in file.name for word in only)
        return named and not (missing and file.exists())

    _draw_pieces(out / "pieces", wanted)
    _draw_portraits(out / "portraits", wanted)
    return 0


def _draw_pieces(folder: Path, wanted: Callable[[Path], bool]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    entries = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["piece"]
    for entry in entries:
        file = folder / entry["picture"]
        if wanted(file):
            save(piece(entry), file, quality=86, limit=165_000)
            print(file.name, file.stat().st_size)


def _draw_portraits(folder: Path, wanted: Callable[[Path], bool]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for person in PEOPLE:
        file = folder / f"{person.file}.jpg"
        if wanted(file):
            save(portrait(person), file, quality=88, limit=90_000)
            print(file.name, file.stat().st_size)


def piece(entry: dict[str, Any]) -> Field:
    """Draw the piece of one catalogue entry."""
    family, name = entry["drawing"].split(".")
    draw = getattr(import_module(f"tools.draw_samples.pieces.{family}"), name)
    look = Look(entry["hex"], entry.get("accent", "#C9A24B"), entry.get("motif", ""))
    drawn: Field = draw(look)
    return drawn


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
