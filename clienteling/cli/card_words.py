"""A client's card as lines of words, for a terminal."""

from clienteling.queries.card_facts import ContactFact
from clienteling.queries.client_card import ClientCard
from clienteling.queries.story import Moment

Lines = list[tuple[str, str]]


def card_words(card: ClientCard, moments: tuple[Moment, ...]) -> Lines:
    """Return titled lines of a card and its story; a further line of a title has none."""
    person = card.person
    lines: Lines = [("", f"{person.display}  {person.native or ''}".strip())]
    lines += _titled("Number", [card.client_no])
    lines += _titled("Address as", [person.address])
    lines += _titled("Circle", [card.circle])
    lines += _titled("Adviser", [card.adviser])
    lines += _titled("Remember", [card.remember])
    lines += _titled("Allergy", [_detailed(one.words, one.detail) for one in card.allergies])
    lines += _titled("Loves", [", ".join(one.words for one in card.loves)])
    lines += _titled("Avoids", [", ".join(one.words for one in card.avoids)])
    lines += _titled("Sizes", [f"{s.category} {s.label} {s.system}" for s in card.sizes])
    lines += _titled("Marks", [_detailed(one.kind.value, one.reason) for one in card.flags])
    lines += _titled("Reach", [_reached(one) for one in card.contacts])
    lines += _titled("Dates", [f"{one.label or one.kind.value}: {one.on}" for one in card.dates])
    lines += _titled(
        "Household", [f"{k.person.display}, {k.words or k.kind.value}" for k in card.household]
    )
    lines += _titled("Wishes", [one.words for one in card.wishes])
    if card.figures is not None:
        lines += _titled("12 months", [str(card.figures.spend_12m)])
        lines += _titled("In all", [str(card.figures.spend)])
    lines += _titled("Story", [f"{one.at.date()}  {one.words}" for one in moments])
    return lines


def _titled(title: str, words: list[str | None]) -> Lines:
    kept = [one for one in words if one]
    return [(title if place == 0 else "", one) for place, one in enumerate(kept)]


def _reached(one: ContactFact) -> str:
    return " ".join(filter(None, (one.kind.value, one.value, one.label)))


def _detailed(words: str, detail: str | None) -> str:
    return f"{words}: {detail}" if detail else words
