"""The demo house's own plan: its day, its seed, its ids and its boutiques and people."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache

from clienteling.domain.ids import derived_id

NAMESPACE = "demo"


def demo_id(*parts: object) -> str:
    """Return the id of a thing of the demo house; the same in every house of the same plan."""
    return derived_id(NAMESPACE, *(str(part) for part in parts))


def blob(*parts: object) -> bytes:
    """Return a demo id as the book stores it."""
    return bytes.fromhex(demo_id(*parts))


@cache
def of_house(*parts: str) -> bytes:
    """Return a demo id of something of which there are few and that many rows name."""
    return blob(*parts)


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the house is, on which day it stands, and from which seed it grows."""

    clients: int
    today: date
    seed: int = 1

    def rng(self, *parts: object) -> random.Random:
        """Return randomness of its own for a part of the house, so that parts do not disturb."""
        return random.Random(":".join(str(part) for part in (self.seed, *parts)))


def at(day: date, hour: int = 12, minute: int = 0) -> int:
    """Return a UTC moment of a day as the book stores it."""
    return int(datetime.combine(day, time(hour, minute), UTC).timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Boutique:
    """A boutique of the demo house."""

    code: str
    name: str
    city: str
    country: str
    time_zone: str
    currency: str
    locale: str
    phone: str
    address: str


BOUTIQUES = (
    Boutique(
        "PAR1",
        "Faubourg Saint-Honoré",
        "Paris",
        "FR",
        "Europe/Paris",
        "EUR",
        "fr-FR",
        "+33 1 55 00 00 00",
        "24 rue du Faubourg Saint-Honoré, 75008 Paris",
    ),
    Boutique(
        "MIL1",
        "Via della Spiga",
        "Milan",
        "IT",
        "Europe/Rome",
        "EUR",
        "it-IT",
        "+39 02 5550 0000",
        "Via della Spiga 12, 20121 Milano",
    ),
    Boutique(
        "TYO1",
        "Aoyama",
        "Tokyo",
        "JP",
        "Asia/Tokyo",
        "JPY",
        "ja-JP",
        "+81 3 5555 0000",
        "南青山 5-3-10, 107-0062 東京",
    ),
)

#: given, family, boutique, role, languages
STAFF = (
    ("Camille", "Roux", "PAR1", "associate", ("fr", "en", "it")),
    ("Kenji", "Mori", "PAR1", "tailor", ("ja", "fr", "en")),
    ("Giulia", "Conti", "PAR1", "associate", ("it", "fr", "en")),
    ("Henri", "Vasseur", "PAR1", "manager", ("fr", "en")),
    ("Amélie", "Laurent", "PAR1", "personal_shopper", ("fr", "en")),
    ("Yun", "Zhao", "PAR1", "associate", ("zh", "fr", "en")),
    ("Marco", "Bellini", "MIL1", "associate", ("it", "en")),
    ("Sara", "Ferri", "MIL1", "associate", ("it", "fr")),
    ("Aoi", "Tanabe", "TYO1", "associate", ("ja", "en")),
    ("Ren", "Okada", "TYO1", "associate", ("ja", "zh", "en")),
)

#: code, name, other languages, rank, highlighted
CIRCLES = (
    ("haute", "Haute Clientèle", {"zh-Hans": "高级定制贵宾"}, 1, True),
    ("privee", "Privée", {"zh-Hans": "私享"}, 2, False),
    ("maison", "Maison", {"zh-Hans": "品牌之友"}, 3, False),
)

HOUSE_NAME = "Séverac"


@cache
def advisers_of(store: str) -> tuple[str, ...]:
    """Return who sells in a boutique."""
    return tuple(given for given, _f, at, role, _l in STAFF if at == store and role != "tailor")
