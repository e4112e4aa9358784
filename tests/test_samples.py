"""The samples of the demo house: whole, light, and the same each time they are drawn."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
CATALOGUE: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (SAMPLES / "catalogue.toml").read_text(encoding="utf-8")
)
PIECES, PORTRAITS = CATALOGUE["piece"], CATALOGUE["portrait"]
WORDS = [
    "style_no",
    "name",
    "name_zh",
    "category",
    "gender",
    "season",
    "colour",
    "colour_zh",
    "hex",
    "composition",
    "composition_zh",
    "story",
    "story_zh",
    "care",
    "origin",
    "picture",
    "drawing",
]


def test_every_piece_tells_all_that_a_card_shows() -> None:
    for piece in PIECES:
        assert [word for word in WORDS if not piece.get(word)] == [], piece["style_no"]
        assert re.fullmatch(r"#[0-9A-F]{6}", piece["hex"])
        assert re.fullmatch(r"(SS|FW)\d\d|carryover", piece["season"])
        assert piece["gender"] in {"women", "men", "unisex"}
        assert piece["price_minor"] >= 10_000
        assert re.search("[\u4e00-\u9fff]", piece["story_zh"])


def test_style_numbers_and_pictures_are_each_used_once() -> None:
    for word in ("style_no", "picture"):
        assert [one for one, n in Counter(p[word] for p in PIECES).items() if n > 1] == []
    assert len(PIECES) >= 60
    assert len({piece["drawing"] for piece in PIECES}) >= 30


def test_what_a_piece_pairs_with_is_another_piece() -> None:
    known = {piece["style_no"] for piece in PIECES}
    for piece in PIECES:
        assert set(piece["pairs_with"]) <= known - {piece["style_no"]}, piece["style_no"]


def test_sizes_come_with_their_system_and_in_order() -> None:
    for piece in PIECES:
        sizes = piece.get("sizes", [])
        assert bool(sizes) == ("size_system" in piece), piece["style_no"]
        if piece.get("size_system") not in {None, "INT"}:
            assert sizes == sorted(set(sizes), key=float), piece["style_no"]


@pytest.mark.parametrize(
    ("folder", "listed", "size"),
    [
        ("pieces", [piece["picture"] for piece in PIECES], (1200, 1500)),
        ("portraits", [one["file"] for one in PORTRAITS], (600, 750)),
    ],
)
def test_each_entry_has_its_picture_and_no_picture_is_left_over(
    folder: str, listed: list[str], size: tuple[int, int]
) -> None:
    assert sorted(listed) == sorted(file.name for file in (SAMPLES / folder).iterdir())
    for name in listed:
        with Image.open(SAMPLES / folder / name) as picture:
            assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", size), name
        assert (SAMPLES / folder / name).stat().st_size <= 200_000, name


def test_all_pictures_together_stay_light() -> None:
    assert sum(file.stat().st_size for file in SAMPLES.rglob("*.jpg")) <= 14_000_000


def test_the_portraits_suit_men_and_women_of_every_age() -> None:
    suits = Counter((one["gender"], one["age"]) for one in PORTRAITS)
    assert len(PORTRAITS) >= 36
    assert (
        min(suits[who, age] for who in ("woman", "man") for age in ("young", "middle", "elder"))
        >= 4
    )
    assert len({one["region"] for one in PORTRAITS}) >= 8


def test_a_piece_redrawn_is_the_picture_that_is_kept(tmp_path: Path) -> None:
    from tools.draw_samples.__main__ import main

    assert main([str(tmp_path), "ligne", "solene"]) == 0
    drawn = sorted((tmp_path / "pieces").iterdir())
    assert [file.name for file in drawn] == [
        piece["picture"]
        for piece in sorted(PIECES, key=lambda one: str(one["picture"]))
        if "ligne" in piece["picture"] or "solene" in piece["picture"]
    ]
    for file in drawn:
        with Image.open(file) as new, Image.open(SAMPLES / "pieces" / file.name) as kept:
            small = [one.convert("L").resize((60, 75)).tobytes() for one in (new, kept)]
        # Libraries may round a little differently from one machine to the next.
        assert max(abs(a - b) for a, b in zip(*small, strict=True)) <= 6
