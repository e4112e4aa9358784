"""The clients of the demo house, each made of her number alone, so that any size is one world."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from clienteling.demo.cultures import Culture, Word, cultures
from clienteling.demo.plan import STAFF, Plan

_CIRCLES = (("haute", 6), ("privee", 20), ("maison", 74))

_LOVES = (
    ("colour", "Camel"),
    ("colour", "Bottle green"),
    ("colour", "Ivory"),
    ("colour", "Navy"),
    ("colour", "Burgundy"),
    ("material", "Silk twill"),
    ("material", "Cashmere"),
    ("material", "Suede"),
    ("style", "Low heels"),
    ("style", "Long lines"),
    ("style", "High necks"),
    ("category", "Silk squares"),
    ("hospitality", "Green tea"),
    ("hospitality", "Still water"),
)
_AVOIDS = (
    ("style", "Logos"),
    ("material", "Fur"),
    ("colour", "Lilac"),
    ("colour", "Orange"),
    ("material", "Polyester"),
    ("style", "Mini lengths"),
    ("style", "Ruffles"),
)
_ALLERGIES = (
    ("Nickel", "gold or platinum hardware only"),
    ("Alpaca", "please keep it away"),
    ("Latex", None),
    ("Lanolin", "no raw wool on the skin"),
)
_REMEMBER = (
    "Never call before eleven.",
    "Prefers messages to calls.",
    "Always with her sister.",
    "Comes by the side door.",
    "Likes to be left alone at first.",
    "Parks at Vendôme.",
    "Drives from the country; be on time.",
    "Please speak slowly.",
)

WOMEN_SIZES = {
    "IT": ("36", "38", "40", "42", "44", "46"),
    "FR": ("34", "36", "38", "40", "42", "44"),
}


@dataclass(frozen=True, slots=True)
class DemoClient:
    """A client before she is put into the book."""

    number: int
    culture: Culture
    woman: bool
    given: Word
    family: Word
    circle: str
    adviser: str
    store: str
    first_seen: date
    city: Word
    postal_code: str
    street: str
    phone: str
    email: str | None
    birthday: tuple[int, int, int | None] | None
    remember: str | None
    loves: tuple[tuple[str, str], ...]
    avoids: tuple[tuple[str, str], ...]
    allergy: tuple[str, str | None] | None
    marketing: dict[str, bool] = field(hash=False)
    sizes: dict[str, tuple[str, str]] = field(hash=False)


def demo_client(plan: Plan, number: int) -> DemoClient:
    """Return the client of a number; the same whatever the size of the house."""
    rng = plan.rng("client", number)
    culture = rng.choices(cultures(), weights=[one.weight for one in cultures()])[0]
    woman = rng.random() < 0.68
    given = rng.choice(culture.women if woman else culture.men)
    family = rng.choice(culture.families)
    circle = rng.choices([c for c, _w in _CIRCLES], weights=[w for _c, w in _CIRCLES])[0]
    store, adviser = _care(rng, culture.code)
    town, code = rng.choice(culture.cities)
    return DemoClient(
        number=number,
        culture=culture,
        woman=woman,
        given=given,
        family=family,
        circle=circle,
        adviser=adviser,
        store=store,
        first_seen=plan.today - timedelta(days=int(3650 * rng.random() ** 1.4) + 3),
        city=town,
        postal_code=code,
        street=f"{rng.randrange(1, 140)} {rng.choice(culture.streets)}",
        phone=culture.number(rng),
        email=_email(rng, given, family) if rng.random() < 0.8 else None,
        birthday=_birthday(rng) if rng.random() < 0.6 else None,
        remember=rng.choice(_REMEMBER) if rng.random() < 0.3 else None,
        loves=tuple(rng.sample(_LOVES, rng.randrange(4))),
        avoids=tuple(rng.sample(_AVOIDS, rng.randrange(3))),
        allergy=rng.choice(_ALLERGIES) if rng.random() < 0.04 else None,
        marketing=_marketing(rng, culture.region),
        sizes=_sizes(rng, woman=woman),
    )


def _care(rng: random.Random, code: str) -> tuple[str, str]:
    store = "MIL1" if code == "it" and rng.random() < 0.6 else "PAR1"
    store = "TYO1" if code == "jp" and rng.random() < 0.6 else store
    advisers = [given for given, _f, at, role, _l in STAFF if at == store and role != "tailor"]
    if store == "PAR1" and code == "cn" and rng.random() < 0.6:
        return store, "Yun"
    return store, rng.choice(advisers)


def _email(rng: random.Random, given: Word, family: Word) -> str:
    from clienteling.domain.fold import fold

    left = "".join(c for c in fold(f"{given.latin}.{family.latin}") if c.isalnum() or c == ".")
    return f"{left}{rng.randrange(100)}@{rng.choice(('mail', 'post', 'atelier'))}.example"


def _birthday(rng: random.Random) -> tuple[int, int, int | None]:
    day = date(2000, 1, 1) + timedelta(days=rng.randrange(366))
    return day.month, day.day, rng.randrange(1938, 2004) if rng.random() < 0.4 else None


def _marketing(rng: random.Random, region: str) -> dict[str, bool]:
    if rng.random() < 0.15:
        return {}
    yes = rng.random() < 0.75
    channels = ["email", "phone", "post", "wechat" if region == "CN" else "whatsapp"]
    return {one: yes and rng.random() < 0.8 for one in channels}


def _sizes(rng: random.Random, *, woman: bool) -> dict[str, tuple[str, str]]:
    step = min(5, max(0, int(rng.gauss(2, 1.2))))
    if woman:
        label = WOMEN_SIZES["IT"][step]
        known = {
            "dress": ("IT", label),
            "jacket": ("IT", label),
            "outerwear": ("IT", label),
            "trouser": ("IT", WOMEN_SIZES["IT"][max(0, step - rng.randrange(2))]),
            "skirt": ("IT", label),
            "shoe": ("EU_PARIS", ("36", "36.5", "37", "37.5", "38", "39", "40")[step]),
            "ring": ("ISO8653_MM", str(48 + 2 * step)),
            "glove": ("FR_INCH", ("6.5", "7", "7", "7.5", "7.5", "8")[step]),
        }
    else:
        known = {
            "jacket": ("IT", ("44", "46", "48", "50", "52", "54")[step]),
            "trouser": ("IT", ("44", "46", "48", "50", "52", "54")[step]),
            "shirt": ("CM", ("38", "39", "40", "41", "42", "43")[step]),
            "shoe": ("EU_PARIS", ("40", "41", "42", "43", "44", "45")[step]),
            "belt": ("CM", ("80", "85", "90", "95", "100", "105")[step]),
        }
    kept = rng.sample(sorted(known), rng.randrange(2, len(known) + 1))
    return {name: known[name] for name in sorted(known) if name in kept}
