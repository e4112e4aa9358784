"""Ten years of purchases of one client: a rhythm of her own, seasons, gifts, returns, lapses."""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from clienteling.demo.pieces import DemoPiece
from clienteling.demo.plan import BOUTIQUES, advisers_of

#: How much of a year's buying falls in each month: sales, the autumn, the weeks before Christmas.
MONTH_WEIGHTS = (0.8, 0.7, 1.0, 0.9, 1.0, 1.1, 0.8, 0.4, 1.2, 1.3, 1.2, 2.0)

#: Purchases in a year and pieces in a purchase.
_BY_CIRCLE = {"haute": (6.0, 3.2), "privee": (3.2, 2.1), "maison": (1.2, 1.4)}
_LAPSED, _AWAY, _TOGETHER, _FOR_THE_OTHER, _RETURNED = 0.35, 0.03, 0.1, 0.15, 0.04


@dataclass(frozen=True, slots=True)
class BoughtLine:
    """One piece of a purchase.

    Args:
        piece: What.
        size: Of the piece; None where it has none.
        gift_words: Said where it was a present.
        returned: It came back.
        wearer: The key of the client it is for, where it is not for the buyer.
    """

    piece: DemoPiece
    size: str | None
    gift_words: str | None = None
    returned: bool = False
    wearer: str | None = None


@dataclass(frozen=True, slots=True)
class Bought:
    """One purchase: when and where, what, and who served, first of all her adviser."""

    day: date
    minute: int
    lines: tuple[BoughtLine, ...]
    store: str
    served: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taste:
    """What somebody may be sold: pieces, and what she wears of each category."""

    key: str
    pieces: Sequence[DemoPiece]
    sizes: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Buyer:
    """Whose history is told.

    Args:
        taste: Her own.
        other: Of the one she also buys for, or None.
        circle: How often and how much: ``haute``, ``privee`` or ``maison``.
        store: Her boutique.
        adviser: Who serves her there.
        since: Nothing is bought before it.
    """

    taste: Taste
    other: Taste | None
    circle: str
    store: str
    adviser: str
    since: date


def history(rng: random.Random, today: date, buyer: Buyer) -> list[Bought]:
    """Return a client's purchases up to today, oldest first."""
    lapsed = today - timedelta(days=rng.randrange(120, 1600)) if rng.random() < _LAPSED else today
    busiest = max(MONTH_WEIGHTS)
    gap = 365 / _BY_CIRCLE[buyer.circle][0] * sum(MONTH_WEIGHTS) / len(MONTH_WEIGHTS) / busiest
    day, found = buyer.since, []
    while day <= lapsed:
        if rng.random() * busiest < MONTH_WEIGHTS[day.month - 1]:
            found.append(_purchase(rng, day, buyer))
        day += timedelta(days=max(1, int(rng.expovariate(1 / gap))))
    return found


def _purchase(rng: random.Random, day: date, buyer: Buyer) -> Bought:
    mean = _BY_CIRCLE[buyer.circle][1]
    count = 1 + min(5, int(-math.log(1 - rng.random()) * (mean - 1)))
    store = buyer.store
    served: tuple[str, ...] = (buyer.adviser,)
    if rng.random() < _AWAY:
        store = rng.choice([one.code for one in BOUTIQUES if one.code != store])
        served = (rng.choice(advisers_of(store)),)
    elif rng.random() < _TOGETHER:
        served = (*served, rng.choice([x for x in advisers_of(store) if x != buyer.adviser]))
    taken = rng.sample(buyer.taste.pieces, count)
    lines = tuple(_line(rng, day, piece, buyer) for piece in taken)
    return Bought(day, rng.randrange(10 * 60, 18 * 60), lines, store, served)


def _line(rng: random.Random, day: date, piece: DemoPiece, buyer: Buyer) -> BoughtLine:
    returned = rng.random() < _RETURNED
    gift = rng.random() < (0.35 if _is_season_of_gifts(day) else 0.06)
    if buyer.other is not None and rng.random() < _FOR_THE_OTHER:
        theirs = rng.choice(buyer.other.pieces)
        size = _size(rng, theirs, buyer.other.sizes.get(theirs.category))
        return BoughtLine(theirs, size, "gift" if gift else None, returned, buyer.other.key)
    size = _size(rng, piece, None if gift else buyer.taste.sizes.get(piece.category))
    return BoughtLine(piece, size, "gift" if gift else None, returned)


def _is_season_of_gifts(day: date) -> bool:
    return day.month == 12 or (day.month == 2 and day.day < 15)


def _size(rng: random.Random, piece: DemoPiece, known: str | None) -> str | None:
    return known if known in piece.sizes else piece.a_size(rng)
