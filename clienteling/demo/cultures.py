"""Invented people by culture: their names in every script, their towns and their numbers."""

import random
import tomllib
from dataclasses import dataclass
from functools import cache

from clienteling.settings.paths import resource


@dataclass(frozen=True, slots=True)
class Word:
    """A name or town in Latin letters, in its own script, and as it is read."""

    latin: str
    native: str = ""
    kana: str = ""


@dataclass(frozen=True, slots=True)
class Culture:
    """Where a share of the clients comes from."""

    code: str
    likeness: tuple[str, ...]
    weight: int
    region: str
    language: str
    languages: tuple[str, ...]
    family_first: bool
    address: tuple[str, str]
    phone: str
    cities: tuple[tuple[Word, str], ...]
    streets: tuple[str, ...]
    women: tuple[Word, ...]
    men: tuple[Word, ...]
    families: tuple[Word, ...]

    def number(self, rng: random.Random) -> str:
        """Return a telephone number of the culture, in E.164."""
        head, _, tail = self.phone.partition("{")
        count = int(tail.rstrip("}"))
        return head + "".join(str(rng.randrange(10)) for _ in range(count))


@cache
def cultures() -> tuple[Culture, ...]:
    """Return the cultures of the demo house, in the order of the file."""
    with resource("samples", "people.toml").open("rb") as file:
        entries = tomllib.load(file)["culture"]
    return tuple(_culture(entry) for entry in entries)


def _culture(entry: dict[str, object]) -> Culture:
    def words(name: str) -> tuple[Word, ...]:
        return tuple(_word(one) for one in _texts(entry[name]))

    towns = (one.rpartition(":") for one in _texts(entry["cities"]))
    address = _texts(entry["address"])
    return Culture(
        code=str(entry["code"]),
        likeness=_texts(entry["likeness"]),
        weight=int(str(entry["weight"])),
        region=str(entry["region"]),
        language=str(entry["language"]),
        languages=_texts(entry["languages"]),
        family_first=bool(entry.get("family_first", False)),
        address=(address[0], address[1]),
        phone=str(entry["phone"]),
        cities=tuple((_word(town), code) for town, _, code in towns),
        streets=_texts(entry["streets"]),
        women=words("women"),
        men=words("men"),
        families=words("families"),
    )


def _word(text: str) -> Word:
    return Word(*text.split("|"))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
