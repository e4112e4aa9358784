"""The named charts by which sizes are converted, approximately, and their sources.

There is no agreed table: makers differ by a size and more. So a conversion always names its chart,
is shown as approximate and is never kept in place of what the client said.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from clienteling.domain.size_scales import Chart, Scale, ScaleChart, TableChart
from clienteling.domain.sizes import Size, SizeCategory, SizeSystem, Wearer, display_size

_S = SizeSystem
_CLOTHES = frozenset(
    {
        SizeCategory.OUTERWEAR, SizeCategory.JACKET, SizeCategory.SHIRT, SizeCategory.KNIT,
        SizeCategory.DRESS, SizeCategory.SKIRT, SizeCategory.TROUSER, SizeCategory.UNDERWEAR,
    }
)  # fmt: skip
_CUSTOM = "customary correspondence of makers; EN 13402-3 leaves labels to them"
_HALF, _QUARTER, _EIGHTH = Fraction(1, 2), Fraction(1, 4), Fraction(1, 8)


@dataclass(frozen=True, slots=True)
class Conversion:
    """A size in another system, approximate, with the chart that says so."""

    size: Size
    chart: str
    source: str

    @property
    def words(self) -> str:
        """Return it as it is shown: with the sign of approximation."""
        return f"≈ {display_size(self.size)}"


def convert(size: Size, target: SizeSystem, wearer: Wearer) -> Conversion | None:
    """Return a size in another system by the first chart that knows both, or None.

    >>> size = Size(SizeCategory.SHOE, SizeSystem.SHOE_EU, "37.5")
    >>> convert(size, SizeSystem.UK, Wearer.WOMEN).words
    '≈ 4½ UK'
    """
    for chart in charts(size.category, wearer):
        label = chart.convert(size.label, size.system, target)
        if label is not None:
            return Conversion(Size(size.category, target, label), chart.name, chart.source)
    return None


def equivalents(size: Size, wearer: Wearer) -> tuple[Conversion, ...]:
    """Return a size in every other system of the first chart that knows it."""
    for chart in charts(size.category, wearer):
        if size.system not in chart.systems:
            continue
        others = (system for system in chart.systems if system is not size.system)
        known = [convert(size, system, wearer) for system in others]
        if any(known):
            return tuple(one for one in known if one is not None)
    return ()


@cache
def charts(category: SizeCategory, wearer: Wearer) -> tuple[Chart, ...]:
    """Return the charts of a category, the house's usual one first."""
    women = wearer is Wearer.WOMEN
    if category in _CLOTHES:
        clothes = _women_clothes() if women else _men_clothes()
        return (
            (_men_trousers(), clothes)
            if category is SizeCategory.TROUSER and not women
            else (clothes,)
        )
    found: dict[SizeCategory, tuple[Chart, ...]] = {
        SizeCategory.SHOE: (_women_shoes(), _women_shoes_british()) if women else (_men_shoes(),),
        SizeCategory.JEANS: (_women_jeans() if women else _men_trousers(),),
        SizeCategory.RING: (_rings(),),
        SizeCategory.HAT: (_hats(),),
        SizeCategory.COLLAR: (_collars(),),
        SizeCategory.BELT: (_belts(),),
        SizeCategory.GLOVE: (_women_gloves() if women else _men_gloves(),),
        SizeCategory.BRA: (_bras(),),
    }
    return found.get(category, ())


def _scale(
    offset: str, slope: str = "1", step: Fraction = _HALF, *, letters: bool = False
) -> Scale:
    return Scale(Fraction(offset), Fraction(slope), step, letters)


def _foot_scales() -> tuple[tuple[SizeSystem, Scale], ...]:
    """Foot length against Paris points: a point is 2/3 cm, the last is 13 mm longer than the foot.

    Source: ISO 9407 (Mondopoint, grid of 5 mm); ISO/TS 19407 calls such tables a guideline.
    """
    millimetres = _scale("1.95", "0.15", Fraction(5))
    return (
        (_S.SHOE_JP, _scale("1.95", "1.5")),
        (_S.SHOE_MM, millimetres),
        (_S.SHOE_CN, millimetres),
    )


def _women_shoes() -> Chart:
    scales = ((_S.SHOE_EU, _scale("0")), (_S.UK, _scale("33")), (_S.SHOE_US_WOMEN, _scale("30")))
    name = "Women’s shoes, continental makers"
    source = "EU, UK and US as most Italian and French makers print them; foot length by ISO 9407"
    return ScaleChart(name, source, Fraction(33), Fraction(45), scales + _foot_scales())


def _women_shoes_british() -> Chart:
    scales = ((_S.SHOE_EU, _scale("0")), (_S.UK, _scale("33")), (_S.SHOE_US_WOMEN, _scale("31")))
    name = "Women’s shoes, British makers"
    source = "size guides of British shoe shops (US one below the continental)"
    au = ((_S.AU, _scale("31")),)
    return ScaleChart(name, source, Fraction(33), Fraction(45), scales + au + _foot_scales())


def _men_shoes() -> Chart:
    scales = ((_S.SHOE_EU, _scale("0")), (_S.UK, _scale("34")), (_S.SHOE_US_MEN, _scale("33")))
    name = "Men’s shoes, European makers"
    source = "EU, UK and US as shoe shops print them; foot length by ISO 9407"
    return ScaleChart(name, source, Fraction(37), Fraction(51), scales + _foot_scales())


def _rings() -> Chart:
    """Rings by inside circumference in millimetres.

    Source: ISO 8653; US diameter 0.458 in + 0.032 in × size, so 36.5 + 2.55 mm × size; BS 6820 (C
    is 40 mm, 1.25 mm a letter); Italy circumference − 40; JIS diameter 13 mm + (size − 1)/3 mm.
    """
    scales = (
        (_S.RING_MM, _scale("0", "1", Fraction(1))),
        (_S.FR, _scale("0", "1", Fraction(1))),
        (_S.IT, _scale("40", "1", Fraction(1))),
        (_S.US, _scale("36.5", "2.55", _QUARTER)),
        (_S.UK, _scale("37.5", "1.25", _HALF, letters=True)),
        (_S.JP, _scale("39.794", "1.0472", Fraction(1))),
    )
    source = "inside circumference by ISO 8653; BS 6820; US and JIS by their formulas"
    return ScaleChart("Rings, by formula", source, Fraction(40), Fraction(76), scales)


def _hats() -> Chart:
    scales = (
        (_S.CM, _scale("0", "1", _HALF)),
        (_S.US, _scale("0", "8", _EIGHTH)),
        (_S.UK, _scale("1", "8", _EIGHTH)),
    )
    source = "head girth: US 7 is 56 cm and an eighth a centimetre; UK an eighth below"
    return ScaleChart("Hats", source, Fraction(50), Fraction(68), scales)


def _table(name: str, source: str, columns: dict[SizeSystem, str]) -> Chart:
    rows = tuple((system, tuple(labels.split())) for system, labels in columns.items())
    return TableChart(name, source, rows)


@cache
def _women_clothes() -> Chart:
    columns = {
        _S.IT: "36 38 40 42 44 46 48 50 52",
        _S.FR: "32 34 36 38 40 42 44 46 48",
        _S.DE: "30 32 34 36 38 40 42 44 46",
        _S.EU: "32 34 36 38 40 42 44 46 48",
        _S.UK: "4 6 8 10 12 14 16 18 20",
        _S.US: "0 2 4 6 8 10 12 14 16",
        _S.AU: "4 6 8 10 12 14 16 18 20",
        _S.JP: "3 5 7 9 11 13 15 17 19",
        _S.KR: "44 44 55 66 66 77 77 88 88",
        _S.CN: "150/76A 155/80A 160/84A 165/88A 170/92A 175/96A 180/100A 185/104A 190/108A",
        _S.INT: "XXS XS S M L XL XXL 3XL 4XL",
    }
    return _table("Women’s ready-to-wear", f"{_CUSTOM}; GB/T 1335.2 for China", columns)


@cache
def _men_clothes() -> Chart:
    columns = {
        _S.IT: "44 46 48 50 52 54 56 58",
        _S.FR: "44 46 48 50 52 54 56 58",
        _S.DE: "44 46 48 50 52 54 56 58",
        _S.EU: "44 46 48 50 52 54 56 58",
        _S.UK: "34 36 38 40 42 44 46 48",
        _S.US: "34 36 38 40 42 44 46 48",
        _S.KR: "90 90 95 100 105 110 115 115",
        _S.CN: "165/88A 170/92A 175/96A 180/100A 185/104A 190/108A 195/112A 195/116A",
        _S.INT: "XS S M L XL XXL 3XL 4XL",
    }
    return _table("Men’s ready-to-wear", f"{_CUSTOM}; half the chest; GB/T 1335.1", columns)


@cache
def _men_trousers() -> Chart:
    columns = {
        _S.IT: "42 44 46 48 50 52 54 56 58",
        _S.EU: "42 44 46 48 50 52 54 56 58",
        _S.FR: "34 36 38 40 42 44 46 48 50",
        _S.IN: "26 28 30 32 34 36 38 40 42",
        _S.UK: "26 28 30 32 34 36 38 40 42",
        _S.US: "26 28 30 32 34 36 38 40 42",
    }
    return _table("Men’s trousers", f"{_CUSTOM}; waist in inches + 16", columns)


@cache
def _women_jeans() -> Chart:
    columns = {
        _S.IN: "24 25 26 27 28 29 30 31 32",
        _S.IT: "36 38 38 40 42 44 46 48 50",
        _S.FR: "32 34 34 36 38 40 42 44 46",
        _S.UK: "4 6 6 8 10 12 14 16 18",
        _S.US: "0 2 2 4 6 8 10 12 14",
    }
    return _table("Women’s jeans", f"{_CUSTOM}; waist in inches", columns)


@cache
def _collars() -> Chart:
    columns = {
        _S.CM: "36 37 38 39 40 41 42 43 44 45 46",
        _S.IN: "14 14.5 15 15.5 15.75 16 16.5 17 17.5 17.75 18",
        _S.INT: "XS S S M M L L XL XL XXL XXL",
    }
    return _table("Shirt collars", "customary correspondence of shirtmakers", columns)


@cache
def _belts() -> Chart:
    columns = {
        _S.CM: "70 75 80 85 90 95 100 105 110 115 120",
        _S.IN: "28 30 32 34 36 38 40 42 44 46 48",
    }
    return _table("Belts", "customary correspondence, buckle to middle hole", columns)


@cache
def _women_gloves() -> Chart:
    columns = {
        _S.GLOVE: "6 6.5 7 7.5 8 8.5",
        _S.CM: "16 17.5 19 20.5 21.5 23",
        _S.INT: "XS S M L XL XXL",
    }
    return _table("Women’s gloves", "French inches of 27.07 mm round the hand", columns)


@cache
def _men_gloves() -> Chart:
    columns = {
        _S.GLOVE: "7.5 8 8.5 9 9.5 10 10.5",
        _S.CM: "20.5 21.5 23 24.5 25.5 27 28.5",
        _S.INT: "XS S M L XL XXL 3XL",
    }
    return _table("Men’s gloves", "French inches of 27.07 mm round the hand", columns)


@cache
def _bras() -> Chart:
    bands = {
        _S.EU: (60, 5), _S.FR: (75, 5), _S.IT: (0, 1), _S.UK: (28, 2), _S.US: (28, 2),
        _S.AU: (6, 2),
    }  # fmt: skip
    continental, british, american = (
        "AA A B C D E F G H I J K",
        "AA A B C D DD E F FF G GG H",
        "AA A B C D DD DDD G H I J K",
    )
    cups = {_S.UK: british, _S.AU: british, _S.US: american}
    columns = {
        system: " ".join(
            f"{first + step * row}{cup}"
            for row in range(10)
            for cup in cups.get(system, continental).split()
        )
        for system, (first, step) in bands.items()
    }
    source = "EN 13402-3 for EU; bands FR = EU + 15, UK 34 = EU 75 = AU 12; cups as makers print"
    return _table("Bras", source, columns)
