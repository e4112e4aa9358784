"""Cut the faces of head office's administration from the window's, for a browser far away.

Run when a face in resources/fonts is renewed; the results are committed. Latin of every language,
figures and punctuation stay; Cyrillic and rare ligatures, which a page would set in another face
anyway, go. fontTools does the cutting:

    uv run --with fonttools python -m tools.subset_admin_faces
"""

import importlib
import shutil
from pathlib import Path

from tools.subset_fonts import LATIN_ALL, OUT, PUNCTUATION

HERE = OUT.parents[1] / "clienteling" / "headoffice" / "web" / "admin" / "static" / "faces"
FACES = (
    "CormorantGaramond-Medium",
    "CormorantGaramond-MediumItalic",
    "HankenGrotesk-Regular",
    "HankenGrotesk-Medium",
    "HankenGrotesk-SemiBold",
)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "lnum", "pnum", "tnum"]


def cut(name: str) -> Path:
    """Write one face as WOFF, the same bytes each time, and return its path."""
    # A release tool, not a dependency: it is looked up only when it is wanted.
    subset = importlib.import_module("fontTools.subset")
    options = subset.Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.notdef_outline = True
    options.flavor = "woff"
    font = subset.load_font(str(OUT / f"{name}.ttf"), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LATIN_ALL | PUNCTUATION)
    cutter.subset(font)
    target = HERE / f"{name}.woff"
    subset.save_font(font, str(target), options)
    return target


def main() -> None:
    HERE.mkdir(exist_ok=True)
    for name in FACES:
        target = cut(name)
        licence = f"{name.partition('-')[0]}-OFL.txt"
        shutil.copyfile(OUT / licence, HERE / licence)
        print(f"{target.name:36} {target.stat().st_size:>8,}")


if __name__ == "__main__":
    main()
