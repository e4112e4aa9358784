"""Say which clients may be one and the same person; a person decides.

Each thing two records say in common or differently is weighed as evidence, in bits, after Fellegi
& Sunter 1969 ("A Theory for Record Linkage", JASA 64): how much likelier is this agreement between
two records of one person than between two people? The weights are fixed, nothing is trained.

Two rules stand above the weights. People who share an address, a telephone or an e-mail but not a
given name are a household, not one person; and the same name a generation apart is father and son.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from clienteling.domain.fold import fold

PROPOSED_FROM = 5.0
"""Evidence, in bits above the odds of a chance meeting, from which a pair is shown."""

_GENERATION = 14
_LEAST_ALIKE = 0.88
_SUFFIXES = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv", "fils", "pere"})


class Reason(StrEnum):
    """What two records have in common."""

    NAME = "name"
    SIMILAR_NAME = "similar_name"
    PHONE = "phone"
    EMAIL = "email"
    SIMILAR_EMAIL = "similar_email"
    BIRTHDAY = "birthday"
    SIMILAR_BIRTHDAY = "similar_birthday"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Birthday:
    """What is known of a birthday; any part may be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """What two records are compared by. Make it with ``identity``, which folds its parts."""

    given: str
    family: str
    suffix: str
    phones: frozenset[str]
    emails: frozenset[str]
    birthday: Birthday
    place: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for one person, and what."""

    bits: float
    reasons: tuple[Reason, ...]

    @property
    def is_proposed(self) -> bool:
        """Say whether the pair is worth showing."""
        return self.bits >= PROPOSED_FROM


def identity(
    given: str = "",
    family: str = "",
    *,
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    birthday: Birthday | None = None,
    place: str = "",
) -> Identity:
    """Fold what is known of a person for comparing.

    Args:
        given: Given names.
        family: Family name.
        phones: Numbers in E.164, or their digits.
        emails: Addresses.
        birthday: What is known of it.
        place: Postcode, or town where there is none.
    """
    words = _words(f"{given} {family}")
    return Identity(
        " ".join(word for word in _words(given) if word not in _SUFFIXES),
        " ".join(word for word in _words(family) if word not in _SUFFIXES),
        next((word for word in words if word in _SUFFIXES), ""),
        frozenset(filter(None, ("".join(filter(str.isdigit, phone)) for phone in phones))),
        frozenset(filter(None, (fold(email).strip() for email in emails))),
        birthday or Birthday(),
        fold(place).strip(),
    )


def likeness(one: Identity, other: Identity) -> Likeness:
    """Weigh what two records say.

    >>> anna = identity("Anna", "Roth", emails=["anna@example.com"])
    >>> likeness(anna, identity("Ana", "Roth", emails=["anna@example.com"])).is_proposed
    True
    >>> likeness(anna, identity("Paul", "Roth", emails=["anna@example.com"])).is_proposed
    False
    """
    names, name_reason = _names(one, other)
    if names is None or _is_a_generation_apart(one, other):
        return Likeness(0.0, ())
    parts = [
        (names, name_reason),
        _phones(one.phones, other.phones),
        _emails(one.emails, other.emails),
        _birthdays(one.birthday, other.birthday),
        _places(one.place, other.place),
    ]
    reasons = tuple(reason for _, reason in parts if reason is not None)
    return Likeness(sum(bits for bits, _ in parts), reasons)


def likely_duplicates(
    person: Identity, others: Iterable[tuple[str, Identity]], most: int = 5
) -> tuple[tuple[str, Likeness], ...]:
    """Return the ids of the likeliest duplicates, the likeliest first.

    Args:
        person: Who is being entered.
        others: Ids and identities of those who share a blocking key.
        most: How many at most.
    """
    found = [(key, likeness(person, other)) for key, other in others]
    shown = [pair for pair in found if pair[1].is_proposed]
    return tuple(sorted(shown, key=lambda pair: (-pair[1].bits, pair[0]))[:most])


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in fold(text).replace("'", "")).split()


def _alike(one: str, other: str) -> float:
    """Say how alike two words are, 0 to 1: by their beginning, or by their letters in disorder."""
    from rapidfuzz.distance import JaroWinkler

    in_order = JaroWinkler.similarity(one, other)
    if in_order >= _LEAST_ALIKE or min(len(one), len(other)) < 4:
        return in_order
    shared = sum((Counter(one) & Counter(other)).values())
    return max(in_order, 2 * shared / (len(one) + len(other)) - 0.02)


def _are_counterparts(one: str, other: str) -> bool:
    """Say whether two given names are a man's and a woman's: Paolo, Paola; Daniel, Daniela.

    >>> _are_counterparts("louis", "louise"), _are_counterparts("anna", "anne")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return short[:-1] == long[:-1] and {short[-1:], long[-1:]} == {"a", "o"}
    return any(short + ending == long for ending in ("a", "e", "ne", "le", "te", "ina", "ette"))


def _names(one: Identity, other: Identity) -> tuple[float | None, Reason | None]:
    """Weigh the names; None where they are two people's."""
    straight, crossed = _pair_bits(one, other), None
    if all((one.given, one.family, other.given, other.family)):
        ways = _pair_bits(one, _turned(other)), _pair_bits(_turned(one), other)
        crossed = None if ways[0] is None or ways[1] is None else min(ways[0], ways[1])
    known = [bits for bits in (straight, crossed) if bits is not None]
    if not known:
        return None, None
    bits = max(known)
    whole = {one.given, one.family} == {other.given, other.family}
    return bits, Reason.NAME if whole and bits > 0 else Reason.SIMILAR_NAME if bits > 4 else None


def _turned(person: Identity) -> Identity:
    """Exchange given and family name, as forms filled in by the other custom do."""
    return replace(person, given=person.family, family=person.given)


def _pair_bits(one: Identity, other: Identity) -> float | None:
    given = _given_bits(one.given, other.given)
    if given is None:
        # Many go by two given names, Xiaoming here and Jason there; only the very day of birth
        # says so, for spouses and parents do not share it.
        if not _are_born_on_one_day(one.birthday, other.birthday):
            return None
        given = -4.0
    return given + _family_bits(one.family, other.family)


def _given_bits(one: str, other: str) -> float | None:
    if not one or not other:
        return 0.0
    if one == other:
        return 5.0
    words, others = set(one.split()), set(other.split())
    if words & others:
        return 4.0
    short, long = sorted((one, other), key=len)
    alike = 0.0 if _are_counterparts(one, other) else _alike(one, other)
    if alike and long.startswith(short):
        return 3.0 if len(short) > 1 else 1.5
    if alike >= _LEAST_ALIKE:
        return 3.5
    return 0.0 if alike >= 0.78 else None


def _family_bits(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return 6.0
    if set(one.split()) & set(other.split()):
        return 4.0
    alike = _alike(one, other)
    if alike >= _LEAST_ALIKE:
        return 4.0
    return 1.0 if alike >= 0.8 else -4.0


def _phones(one: frozenset[str], other: frozenset[str]) -> tuple[float, Reason | None]:
    if not one or not other:
        return 0.0, None
    tails = {phone[-8:] for phone in one} & {phone[-8:] for phone in other}
    return (8.0, Reason.PHONE) if tails else (-1.0, None)


def _emails(one: frozenset[str], other: frozenset[str]) -> tuple[float, Reason | None]:
    if not one or not other:
        return 0.0, None
    if one & other:
        return 8.0, Reason.EMAIL
    locals_of_one = {email.split("@")[0] for email in one}
    locals_of_other = {email.split("@")[0] for email in other}
    if locals_of_one & locals_of_other:
        return 6.0, Reason.SIMILAR_EMAIL
    best = max(_alike(mine, yours) for mine in one for yours in other)
    return (4.0, Reason.SIMILAR_EMAIL) if best >= 0.92 else (-1.5, None)


def _birthdays(one: Birthday, other: Birthday) -> tuple[float, Reason | None]:
    mine, yours = (one.year, one.month, one.day), (other.year, other.month, other.day)
    known = [(a, b) for a, b in zip(mine, yours, strict=True) if a is not None and b is not None]
    if not known:
        return 0.0, None
    same = sum(a == b for a, b in known)
    if same == len(known):
        return {1: 2.0, 2: 6.0, 3: 10.0}[same], Reason.BIRTHDAY
    if len(known) < 3:
        return -5.0, None
    if (one.month, one.day) == (other.day, other.month) and one.year == other.year:
        return 7.0, Reason.SIMILAR_BIRTHDAY
    if same == 2:
        near = _digits_apart(one, other)
        return (6.0, Reason.SIMILAR_BIRTHDAY) if near == 1 else (3.0, Reason.SIMILAR_BIRTHDAY)
    return -5.0, None


def _are_born_on_one_day(one: Birthday, other: Birthday) -> bool:
    return one == other and None not in {one.year, one.month, one.day}


def _digits_apart(one: Birthday, other: Birthday) -> int:
    mine, yours = (f"{b.year:04}{b.month:02}{b.day:02}" for b in (one, other))
    return sum(a != b for a, b in zip(mine, yours, strict=True))


def _places(one: str, other: str) -> tuple[float, Reason | None]:
    if not one or not other:
        return 0.0, None
    if one == other:
        return 2.0, Reason.PLACE
    return (1.0, None) if _alike(one, other) >= _LEAST_ALIKE else (-1.0, None)


def _is_a_generation_apart(one: Identity, other: Identity) -> bool:
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return True
    years = one.birthday.year, other.birthday.year
    if years[0] is None or years[1] is None:
        return False
    same_day = (one.birthday.month, one.birthday.day) == (other.birthday.month, other.birthday.day)
    return abs(years[0] - years[1]) >= _GENERATION and not same_day
