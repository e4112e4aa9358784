"""What the house remembers of a generated client: tastes, words, wishes, marks, helpers."""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from clienteling.demo.dossier import Dossier
from clienteling.demo.people import DemoClient
from clienteling.demo.pieces import DemoPiece
from clienteling.demo.plan import BOUTIQUES, Plan, blob
from clienteling.settings.paths import resource

_FLAGGED, _ASSISTED, _OWNS, _WISHES, _NOTED, _MET = 0.012, 0.04, 0.03, 0.15, 0.2, 0.15
_STORE_ONLY, _PRIVATE = 0.25, 0.07

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one language."""

    notes: tuple[str, ...]
    visits: tuple[str, ...]
    calls: tuple[str, ...]
    private: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Memories:
    """What may be remembered; pairs are a kind and its words."""

    loves: Pairs
    avoids: Pairs
    allergies: Pairs
    flags: Pairs
    remember: tuple[str, ...]
    assistants: tuple[str, ...]
    occasions: tuple[str, ...]
    elsewhere: tuple[str, ...]
    beyond: tuple[str, ...]
    words: dict[str, Words]


@cache
def memories() -> Memories:
    """Return what may be remembered, as the samples tell it."""
    with resource("samples", "memories.toml").open("rb") as file:
        told = tomllib.load(file)
    lists = ("remember", "assistants", "occasions", "elsewhere", "beyond")
    return Memories(
        loves=_pairs(told["loves"]),
        avoids=_pairs(told["avoids"]),
        allergies=tuple((words, detail) for words, detail in told["allergies"]),
        flags=tuple(told["flags"].items()),
        words={one["language"]: _words(one) for one in told["words"]},
        **{name: tuple(told[name]) for name in lists},
    )


def _words(told: dict[str, list[str]]) -> Words:
    return Words(*(tuple(told[kind]) for kind in ("notes", "visits", "calls", "private")))


def _pairs(texts: Sequence[str]) -> Pairs:
    return tuple((kind, words) for kind, _, words in (one.partition(":") for one in texts))


def what_to_remember(plan: Plan, number: int) -> str | None:
    """Return the line that stands at the top of her card, or None."""
    rng = plan.rng("remember", number)
    return rng.choice(memories().remember) if rng.random() < 0.3 else None


def put_memories(
    who: Dossier, plan: Plan, one: DemoClient, pieces: Sequence[DemoPiece], last: date
) -> None:
    """Add what is remembered of a client.

    Args:
        who: Where to.
        plan: The world she lives in.
        one: The client.
        pieces: What suits her.
        last: The day she last bought; words are of that time.
    """
    rng = plan.rng("memories", one.number)
    told = memories()
    for polarity, facts in (("likes", told.loves), ("avoid", told.avoids)):
        for target, words in rng.sample(facts, rng.randrange(4 if polarity == "likes" else 3)):
            who.prefers(polarity, target, words, 3, one.first_seen)
    if rng.random() < 0.04:
        words, detail = rng.choice(told.allergies)
        who.prefers("allergic", "material", words, 5, one.first_seen, detail or None)
    if rng.random() < _FLAGGED:
        who.flag(*rng.choice(told.flags), plan.today - timedelta(days=rng.randrange(90)))
    if one.circle == "haute" and rng.random() < _ASSISTED * 5:
        number = one.culture.number(rng)
        label = rng.choice(told.assistants)
        who.contact("mobile", number, one.culture.region, owner="assistant", label=label)
    if rng.random() < _OWNS:
        who.owns(rng.choice(told.elsewhere), None)
    if rng.random() < _WISHES:
        _put_wishes(who, plan, one, pieces, rng)
    _put_words(who, rng, _spoken(one), one.first_seen, last)


def _put_wishes(
    who: Dossier, plan: Plan, one: DemoClient, pieces: Sequence[DemoPiece], rng: random.Random
) -> None:
    day = plan.today - timedelta(days=rng.randrange(3, 160))
    for piece in rng.sample(pieces, 1 + rng.randrange(3)):
        size = one.sizes.get(piece.category, ("", ""))[1]
        if rng.random() < 0.1:
            words = rng.choice(memories().beyond)
            who.wish(words, day, words=words)
        elif rng.random() < 0.15:
            occasion, soon = rng.choice(memories().occasions), rng.randrange(10, 120)
            who.wish(
                piece.style_no, day, "gift_idea", product_id=blob("product", piece.style_no),
                occasion=occasion, needed_by=(plan.today + timedelta(days=soon)).isoformat(),
            )  # fmt: skip
        else:
            who.wish(
                piece.style_no, day, product_id=blob("product", piece.style_no),
                size_label=size if size in piece.sizes else None,
            )  # fmt: skip


def _put_words(who: Dossier, rng: random.Random, words: Words, since: date, last: date) -> None:
    def before(days: int) -> date:
        return max(since, last - timedelta(days=rng.randrange(days)))

    if rng.random() < _NOTED:
        chance = rng.random()
        if chance < _PRIVATE:
            who.note(before(40), rng.choice(words.private), who.adviser, "private")
        else:
            readers = "store" if chance < _PRIVATE + _STORE_ONLY else "hq"
            who.note(before(40), rng.choice(words.notes), who.adviser, readers)
    if rng.random() < _MET:
        who.meeting("visit", last, rng.choice(words.visits), who.adviser, motive="browse")
    if rng.random() < _MET:
        who.meeting("call", before(60), rng.choice(words.calls), who.adviser)


def _spoken(one: DemoClient) -> Words:
    """Return the words of her boutique's language, or of hers where its people speak it."""
    told = memories().words
    locale = next(b.locale for b in BOUTIQUES if b.code == one.store)
    language = one.culture.language if one.adviser == "Yun" else locale.partition("-")[0]
    return told.get(language, told["en"]) if one.number % 2 else told["en"]
