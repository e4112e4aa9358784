"""A colour word has its swatch, in the languages of houses."""

import pytest

from clienteling.domain.palette_colours import swatch


@pytest.mark.parametrize(
    ("words", "colour"),
    [
        ("Camel", "#c19a6b"),
        ("cammello", "#c19a6b"),
        ("骆驼色", "#c19a6b"),
        ("Bottle-green velvet", "#006a4e"),
        ("墨绿", "#0b3d2e"),
        ("墨綠", "#0b3d2e"),
        ("Blu Navy", "#000080"),
        ("Crème", "#f3ead7"),
        ("ネイビー", "#000080"),
        ("light grey", "#b0b0b0"),
        ("dark blue", "#00007f"),
        ("浅紫", "#c8a2c8"),
        ("Rosé gold", "#b76e79"),
        ("redingote", None),
        ("oregano", None),
        ("", None),
        ("transparent", None),
    ],
)
def test_a_colour_word_has_its_swatch(words: str, colour: str | None) -> None:
    assert swatch(words) == colour
