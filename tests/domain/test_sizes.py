"""Sizes are kept as said, shown as said, and converted only by a named chart."""

from fractions import Fraction
from itertools import pairwise

import pytest

from clienteling.domain.errors import UserError
from clienteling.domain.size_charts import charts, convert, equivalents
from clienteling.domain.size_scales import Chart, ScaleChart, TableChart
from clienteling.domain.sizes import (
    Size,
    SizeCategory,
    SizeSystem,
    Wearer,
    display_size,
    parse_size,
    usual_system,
)

SHOE, RING, BRA = SizeCategory.SHOE, SizeCategory.RING, SizeCategory.BRA
DRESS, JEANS, HAT = SizeCategory.DRESS, SizeCategory.JEANS, SizeCategory.HAT


@pytest.mark.parametrize(
    ("text", "category", "system", "label", "shown"),
    [
        ("37½", SHOE, SizeSystem.SHOE_EU, "37.5", "37½ EU"),
        ("37,5 eu", SHOE, SizeSystem.SHOE_EU, "37.5", "37½ EU"),
        ("EU38", SHOE, SizeSystem.SHOE_EU, "38", "38 EU"),
        ("8.5 US", SHOE, SizeSystem.SHOE_US_WOMEN, "8.5", "8½ US"),
        ("23.5 cm", SHOE, SizeSystem.SHOE_JP, "23.5", "23½ cm"),
        ("235mm", SHOE, SizeSystem.SHOE_MM, "235", "235 mm"),
        ("IT 42", DRESS, SizeSystem.IT, "42", "42 IT"),
        ("38IT", DRESS, SizeSystem.IT, "38", "38 IT"),
        ("42", DRESS, SizeSystem.IT, "42", "42 IT"),
        ("170/92A", DRESS, SizeSystem.CN, "170/92A", "170/92A CN"),
        ("xl", DRESS, SizeSystem.INT, "XL", "XL"),
        ("2XL", DRESS, SizeSystem.INT, "XXL", "XXL"),
        ("34DD UK", BRA, SizeSystem.UK, "34DD", "34DD UK"),
        ("75 B", BRA, SizeSystem.EU, "75B", "75B EU"),
        ("N½", RING, SizeSystem.UK, "N.5", "N½ UK"),
        ("L", RING, SizeSystem.UK, "L", "L UK"),
        ("54", RING, SizeSystem.RING_MM, "54", "54 mm"),
        ("US 6 3/4", RING, SizeSystem.US, "6.75", "6¾ US"),
        ("7 1/8 US", HAT, SizeSystem.US, "7.125", "7⅛ US"),
        ('32"', JEANS, SizeSystem.IN, "32", "32 in"),
        ("W32", JEANS, SizeSystem.IN, "32", "32 in"),
        ("15¾ in", SizeCategory.COLLAR, SizeSystem.IN, "15.75", "15¾ in"),
        ("6.5", SizeCategory.GLOVE, SizeSystem.GLOVE, "6.5", "6½"),
    ],
)
def test_a_size_is_read_and_shown(
    text: str, category: SizeCategory, system: SizeSystem, label: str, shown: str
) -> None:
    size = parse_size(text, category)
    assert size == Size(category, system, label)
    assert display_size(size) == shown
    assert parse_size(shown, category) == size


def test_whose_us_shoe_is_meant_is_asked() -> None:
    assert parse_size("9 US", SHOE, wearer=Wearer.MEN).system is SizeSystem.SHOE_US_MEN
    assert parse_size("9", SHOE, system=SizeSystem.UK) == Size(SHOE, SizeSystem.UK, "9")


@pytest.mark.parametrize("text", ["", "big", "about 38", "38-39-40", "€38"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="is not a size"):
        parse_size(text, SHOE)


@pytest.mark.parametrize(
    ("size", "target", "wearer", "label"),
    [
        (Size(SHOE, SizeSystem.SHOE_EU, "37.5"), SizeSystem.UK, Wearer.WOMEN, "4.5"),
        (Size(SHOE, SizeSystem.SHOE_EU, "38"), SizeSystem.SHOE_JP, Wearer.WOMEN, "24"),
        (Size(SHOE, SizeSystem.SHOE_US_MEN, "9"), SizeSystem.SHOE_EU, Wearer.MEN, "42"),
        (Size(RING, SizeSystem.US, "7"), SizeSystem.UK, Wearer.WOMEN, "N.5"),
        (Size(RING, SizeSystem.RING_MM, "54"), SizeSystem.IT, Wearer.WOMEN, "14"),
        (Size(RING, SizeSystem.US, "7"), SizeSystem.JP, Wearer.WOMEN, "14"),
        (Size(BRA, SizeSystem.UK, "34DD"), SizeSystem.FR, Wearer.WOMEN, "90E"),
        (Size(BRA, SizeSystem.UK, "34B"), SizeSystem.AU, Wearer.WOMEN, "12B"),
        (Size(BRA, SizeSystem.EU, "75B"), SizeSystem.IT, Wearer.WOMEN, "3B"),
        (Size(HAT, SizeSystem.CM, "57"), SizeSystem.US, Wearer.MEN, "7.125"),
        (Size(DRESS, SizeSystem.FR, "38"), SizeSystem.IT, Wearer.WOMEN, "42"),
        (Size(DRESS, SizeSystem.UK, "10"), SizeSystem.US, Wearer.WOMEN, "6"),
        (Size(SizeCategory.JACKET, SizeSystem.UK, "40"), SizeSystem.IT, Wearer.MEN, "50"),
    ],
)
def test_a_size_is_converted(size: Size, target: SizeSystem, wearer: Wearer, label: str) -> None:
    found = convert(size, target, wearer)
    assert found is not None
    assert found.size == Size(size.category, target, label)
    assert found.words.startswith("≈ ")
    assert found.chart
    assert found.source


def test_a_size_that_no_chart_knows_is_not_converted() -> None:
    assert convert(Size(SHOE, SizeSystem.SHOE_EU, "60"), SizeSystem.UK, Wearer.WOMEN) is None
    assert equivalents(Size(SizeCategory.BRACELET, SizeSystem.CM, "17"), Wearer.WOMEN) == ()


CHARTS = [
    pytest.param(category, chart, id=f"{category}-{chart.name}")
    for category in SizeCategory
    for wearer in Wearer
    for chart in charts(category, wearer)
]


def _labels(chart: Chart, system: SizeSystem) -> list[str]:
    """List the labels of a system in rising order."""
    if isinstance(chart, TableChart):
        return list(dict.fromkeys(dict(chart.columns)[system]))
    assert isinstance(chart, ScaleChart)
    scale = dict(chart.scales)[system]
    finely = [
        chart.least + Fraction(step, 10) for step in range(int(chart.most - chart.least) * 10 + 1)
    ]
    labels = [scale.label(measure) for measure in finely]
    return list(dict.fromkeys(label for label in labels if label is not None))


@pytest.mark.parametrize(("category", "chart"), CHARTS)
def test_a_chart_is_monotone_and_round_trips_within_one_step(
    category: SizeCategory, chart: Chart
) -> None:
    assert usual_system(category) in chart.systems or category in {JEANS, SizeCategory.TROUSER}
    for system in chart.systems:
        order = _labels(chart, system)
        for target in chart.systems:
            there = _labels(chart, target)
            converted = [chart.convert(label, system, target) for label in order]
            ranks = [there.index(label) for label in converted if label is not None]
            assert all(one <= next_one for one, next_one in pairwise(ranks))
            for label, other in zip(order, converted, strict=True):
                back = other and chart.convert(other, target, system)
                if back:
                    assert abs(order.index(back) - order.index(label)) <= 1
