"""Read the cells of a client's row, one value at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from clienteling.domain.errors import UserError
from clienteling.exchange.dates import DateOrder, PartialDate, parse_birthday
from clienteling.exchange.fields import Field
from clienteling.exchange.rows import Reach, ReachKind
from clienteling.exchange.vocabulary import country_of, gender_of, language_of

LINE_LIMIT, TEXT_LIMIT = 300, 4000
"""Characters of a line of words, and of a note."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text from which card numbers were taken out."""

    text: str


def special_day(text: str, order: DateOrder) -> PartialDate | None:
    """Return a birthday or wedding day, its year where it is known."""
    return parse_birthday(text.lstrip("'"), order)


def email(part: str) -> Reach:
    """Return an e-mail address.

    Raises:
        UserError: It cannot be one.
    """
    from clienteling.domain.emails import normalise_email

    try:
        norm = normalise_email(part)
    except UserError as error:
        raise UserError("this cannot be an e-mail address") from error
    return Reach(ReachKind.EMAIL, part.strip(), norm)


def text_of(text: str, limit: int) -> str | Masked | None:
    """Return words as the book keeps them, card numbers masked; None where nothing is left.

    Raises:
        UserError: They are longer than the limit.
    """
    from clienteling.domain.free_text import clean_line, clean_text
    from clienteling.domain.luhn import mask_card_numbers

    if len(text) > limit:
        raise UserError(
            "this has {count:,} characters; {limit:,} fit", count=len(text), limit=limit
        )
    masked = mask_card_numbers(text)
    kept = (clean_text if limit == TEXT_LIMIT else clean_line)(masked)
    return Masked(kept) if kept is not None and masked != text else kept


def line_of(text: str) -> str:
    """Return one line of words as the book keeps them.

    Raises:
        UserError: It is too long.
    """
    kept = text_of(text, LINE_LIMIT)
    return kept.text if isinstance(kept, Masked) else kept or ""


def _tags(text: str) -> tuple[str, ...]:
    parts = text.replace(" ::: ", ",").replace(";", ",").split(",")
    return tuple(dict.fromkeys(line for part in parts if (line := line_of(part.strip(" *")))))


PLAIN: dict[Field, Callable[[str], Any]] = {
    Field.COUNTRY: lambda text: line_of(country_of(text)),
    Field.LANGUAGE: language_of,
    Field.GENDER: gender_of,
    Field.TAGS: _tags,
}
"""What reads a cell of these fields; the others hold words, dates or ways to reach someone."""
