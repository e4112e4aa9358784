"""Cut the shipped faces for names in every script from their whole families.

Run at release time only, when a family is renewed; the results in resources/fonts are committed.
The whole families come from the npm packages ``@expo-google-fonts/*`` (static TrueType outlines:
ReportLab draws no other), and fontTools does the cutting:

    npm install --ignore-scripts @expo-google-fonts/noto-sans-sc …  (the folders of ``FACES``)
    uv run --with fonttools tools/subset_fonts.py node_modules/@expo-google-fonts

Family names stay as they are, so that Qt and the PDF find a face by the same words.
"""

import importlib
import itertools
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"

LATIN = frozenset(itertools.chain(range(0x20, 0x7F), range(0xA0, 0x100)))
PUNCTUATION = frozenset(
    itertools.chain(range(0x2010, 0x2045), range(0x20A0, 0x20C1), range(0x2100, 0x2140)),
)
EAST_ASIAN = frozenset(
    itertools.chain(
        range(0x2150, 0x2190),  # numerals
        range(0x2190, 0x219A),  # arrows
        range(0x2460, 0x2474),  # circled figures
        range(0x25A0, 0x2610),  # geometric marks
        range(0x3000, 0x3040),  # punctuation
        range(0x3040, 0x3130),  # kana and bopomofo
        range(0xFE30, 0xFE50),  # vertical forms
        range(0xFF00, 0xFFF0),  # full width
    ),
)
CYRILLIC_GREEK = frozenset(
    itertools.chain(range(0x0300, 0x0530), range(0x1F00, 0x2000), range(0x1E00, 0x1F00)),
)
LATIN_ALL = frozenset(itertools.chain(range(0x20, 0x300), range(0x1E00, 0x1F00)))
HANGUL = frozenset(itertools.chain(range(0xAC00, 0xD7A4), range(0x3130, 0x3190)))


def charset(*encodings: str) -> frozenset[int]:
    """Return every character above Latin that a two-byte encoding can write."""
    found: set[int] = set()
    for encoding in encodings:
        for first, second in itertools.product(range(0x81, 0xFF), range(0x40, 0xFF)):
            try:
                text = bytes((first, second)).decode(encoding)
            except UnicodeDecodeError:
                continue
            found.update(ord(c) for c in text if not 0xE000 <= ord(c) <= 0xF8FF)
    return frozenset(c for c in found if c > 0xFF)


def big5_level_one() -> frozenset[int]:
    """Return the 5,401 characters in daily use of Big5."""
    found: set[int] = set()
    for first, second in itertools.product(range(0xA4, 0xC7), range(0x40, 0xFF)):
        try:
            found.add(ord(bytes((first, second)).decode("big5")))
        except (UnicodeDecodeError, TypeError):
            continue
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Face:
    """One shipped face: where it comes from and which characters it keeps (None: all)."""

    package: str
    style: str
    keep: Iterable[int] | None


def faces() -> tuple[Face, ...]:
    """List the shipped faces."""
    east = LATIN | PUNCTUATION | EAST_ASIAN
    simplified, traditional, japanese = charset("gb2312"), charset("big5"), charset("cp932")
    return (
        Face("noto-sans-sc", "400Regular", east | simplified | traditional | japanese),
        Face("noto-sans-tc", "400Regular", east | traditional),
        Face("noto-sans-jp", "400Regular", east | japanese),
        Face("noto-sans-kr", "400Regular", east | HANGUL),
        Face("noto-serif-sc", "400Regular", east | simplified),
        Face("noto-serif-tc", "400Regular", east | big5_level_one()),
        Face("noto-serif-jp", "400Regular", east | japanese),
        Face("noto-naskh-arabic", "400Regular", None),
        Face("noto-sans-hebrew", "400Regular", None),
        Face("noto-serif-hebrew", "400Regular", None),
        Face("noto-emoji", "400Regular", None),
        Face("noto-sans", "400Regular", LATIN_ALL | PUNCTUATION | CYRILLIC_GREEK),
        Face("noto-sans", "500Medium", LATIN_ALL | PUNCTUATION | CYRILLIC_GREEK),
        Face("eb-garamond", "500Medium", None),
        Face("eb-garamond", "500Medium_Italic", None),
    )


def cut(face: Face, source: Path) -> Path:
    """Write one face cut to its characters and return its path."""
    # A release tool, not a dependency: it is looked up only when it is wanted.
    subset = importlib.import_module("fontTools.subset")

    whole = next((source / face.package / face.style).glob("*.ttf"))
    family, style = whole.stem.split("_", 1)
    target = OUT / f"{family}-{style.lstrip('0123456789').replace('_', '')}.ttf"
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "lnum", "pnum", "tnum"]
    options.layout_features += [
        "init",
        "medi",
        "fina",
        "isol",
        "rlig",
        "calt",
        "liga",
        "ljmo",
        "vjmo",
        "tjmo",
    ]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = subset.load_font(str(whole), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=face.keep if face.keep is not None else font.getBestCmap())
    cutter.subset(font)
    for tag in ("GSUB", "GPOS", "vhea", "vmtx", "VORG", "BASE"):
        if tag in font and face.package.endswith(("-sc", "-tc", "-jp", "-kr")):
            del font[tag]
    subset.save_font(font, str(target), options)
    shutil.copyfile(source / face.package / "LICENSE_FONT", OUT / f"{family}-OFL.txt")
    return target


def main() -> None:
    source = Path(sys.argv[1])
    total = 0
    for face in faces():
        target = cut(face, source)
        total += target.stat().st_size
        print(f"{target.name:40} {target.stat().st_size / 1e6:6.2f} MB")
    print(f"{'':40} {total / 1e6:6.2f} MB")


if __name__ == "__main__":
    main()
