"""The clients of the demo house, each made of her number alone, so that any size is one world."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from clienteling.demo.cultures import Culture, Word, cultures
from clienteling.demo.plan import Plan, advisers_of

#: Every ninth client is married to the one before, and of every third couple a child follows.
_COUPLES, _MARRIED, _CHILDREN, _CHILD = 9, 4, 27, 5
#: Where husband and wife each keep the family they were born into.
_OWN_FAMILIES = ("cn", "kr")

_CIRCLES = (("haute", 6), ("privee", 20), ("maison", 74))

WOMEN_SIZES = {
    "IT": ("36", "38", "40", "42", "44", "46"),
    "FR": ("34", "36", "38", "40", "42", "44"),
}


@dataclass(frozen=True, slots=True)
class DemoClient:
    """A client before she is put into the book.

    Args:
        home: The client before, whom this one is husband, wife or child of.
    """

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
    home: "DemoClient | None"
    marketing: dict[str, bool] = field(hash=False)
    sizes: dict[str, tuple[str, str]] = field(hash=False)

    @property
    def key(self) -> str:
        """Her word in the plan."""
        return f"n{self.number}"

    @property
    def is_child(self) -> bool:
        """Say whether the client before is a parent, not husband or wife."""
        return self.number % _CHILDREN == _CHILD


def demo_client(plan: Plan, number: int) -> DemoClient:
    """Return the client of a number; the same whatever the size of the house."""
    home = demo_client(plan, number - 1) if _has_home(number) else None
    is_child = number % _CHILDREN == _CHILD
    rng = plan.rng("client", number)
    culture = rng.choices(cultures(), weights=[one.weight for one in cultures()])[0]
    woman = rng.random() < 0.68
    if home is not None:
        culture = home.culture
        woman = woman if is_child else not home.woman
    given = rng.choice(culture.women if woman else culture.men)
    family = rng.choice(culture.families)
    circle = rng.choices([c for c, _w in _CIRCLES], weights=[w for _c, w in _CIRCLES])[0]
    store, adviser = _care(rng, culture.code)
    town, code = rng.choice(culture.cities)
    street = f"{rng.randrange(1, 140)} {rng.choice(culture.streets)}"
    if home is not None:
        family = home.family if is_child or culture.code not in _OWN_FAMILIES else family
        town, code, street = home.city, home.postal_code, home.street
        store, adviser = home.store, home.adviser
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
        street=street,
        phone=culture.number(rng),
        email=_email(rng, given, family) if rng.random() < 0.8 else None,
        birthday=_birthday(rng, plan.today.year, is_child=is_child),
        home=home,
        marketing=_marketing(rng, culture.region),
        sizes=_sizes(rng, woman=woman),
    )


def _has_home(number: int) -> bool:
    return number % _COUPLES == _MARRIED or number % _CHILDREN == _CHILD


def _care(rng: random.Random, code: str) -> tuple[str, str]:
    store = "MIL1" if code == "it" and rng.random() < 0.6 else "PAR1"
    store = "TYO1" if code == "jp" and rng.random() < 0.6 else store
    if store == "PAR1" and code == "cn" and rng.random() < 0.6:
        return store, "Yun"
    return store, rng.choice(advisers_of(store))


def _email(rng: random.Random, given: Word, family: Word) -> str:
    from clienteling.domain.fold import fold

    left = "".join(c for c in fold(f"{given.latin}.{family.latin}") if c.isalnum() or c == ".")
    return f"{left}{rng.randrange(100)}@{rng.choice(('mail', 'post', 'atelier'))}.example"


def _birthday(
    rng: random.Random, year: int, *, is_child: bool
) -> tuple[int, int, int | None] | None:
    if rng.random() > 0.6:
        return None
    day = date(2000, 1, 1) + timedelta(days=rng.randrange(366))
    born = year - (rng.randrange(18, 27) if is_child else rng.randrange(30, 85))
    return day.month, day.day, born if rng.random() < 0.4 else None


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
