"""Ten years of purchases of one client: a rhythm of her own, seasons, gifts, returns, lapses."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clienteling.demo.pieces import DemoPiece

#: How much of a year's buying falls in each month: sales, the autumn, the weeks before Christmas.
MONTH_WEIGHTS = (0.8, 0.7, 1.0, 0.9, 1.0, 1.1, 0.8, 0.4, 1.2, 1.3, 1.2, 2.0)

_YEARS = 10
_BY_CIRCLE = {"haute": (7.0, 3.2), "privee": (3.5, 2.1), "maison": (1.3, 1.4)}


@dataclass(frozen=True, slots=True)
class BoughtLine:
    """One piece of a purchase; ``returned`` says that it came back."""

    piece: DemoPiece
    size: str | None
    gift_words: str | None
    returned: bool


@dataclass(frozen=True, slots=True)
class Bought:
    """One purchase."""

    day: date
    minute: int
    lines: tuple[BoughtLine, ...]


def history(
    rng: random.Random,
    today: date,
    circle: str,
    pieces: Sequence[DemoPiece],
    sizes: dict[str, str],
) -> list[Bought]:
    """Return a client's purchases, oldest first.

    Args:
        rng: Her own randomness.
        today: Nothing is bought after it.
        circle: How often and how much: ``haute``, ``privee`` or ``maison``.
        pieces: What the house sells, to her taste.
        sizes: What she wears, by category.
    """
    per_year, pieces_each = _BY_CIRCLE[circle]
    start = today - timedelta(days=int(365 * _YEARS * rng.random() ** 1.4) + 3)
    lapsed = today - timedelta(days=rng.randrange(120, 1600)) if rng.random() < 0.35 else today
    gap = 365 / per_year
    day, found = start, []
    while day <= lapsed:
        if rng.random() < MONTH_WEIGHTS[day.month - 1] / 1.2:
            found.append(_purchase(rng, day, pieces_each, pieces, sizes))
        day += timedelta(days=max(1, int(rng.expovariate(1 / gap))))
    return found


def _purchase(
    rng: random.Random, day: date, mean: float, pieces: Sequence[DemoPiece], sizes: dict[str, str]
) -> Bought:
    count = 1 + min(5, int(-math.log(1 - rng.random()) * (mean - 1)))
    gift_season = day.month == 12 or (day.month == 2 and day.day < 15)
    lines = []
    for piece in rng.sample(pieces, min(count, len(pieces))):
        gift = rng.random() < (0.35 if gift_season else 0.06)
        hers = None if gift else sizes.get(piece.category)
        size = hers if hers in piece.sizes else piece.a_size(rng)
        lines.append(BoughtLine(piece, size, "gift" if gift else None, rng.random() < 0.04))
    return Bought(day, rng.randrange(10 * 60, 18 * 60), tuple(lines))
