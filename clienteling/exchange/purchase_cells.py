"""Read the cells of a line of a receipt, one value at a time."""

from collections.abc import Callable
from datetime import time
from typing import Any

from clienteling.domain.currencies import is_currency
from clienteling.domain.errors import UserError
from clienteling.exchange.amounts import parse_count
from clienteling.exchange.dates import DateOrder, Moment, parse_moment
from clienteling.exchange.fields import Field
from clienteling.exchange.vocabulary import is_cancelled, is_return

_TEXT_LIMIT = 300


def line_of(text: str) -> str | None:
    """Return one line of words, card numbers masked.

    Raises:
        UserError: It is too long.
    """
    from clienteling.domain.free_text import clean_line
    from clienteling.domain.luhn import mask_card_numbers

    if len(text) > _TEXT_LIMIT:
        raise UserError(
            "this has {count:,} characters; {text_limit} fit",
            count=len(text),
            text_limit=_TEXT_LIMIT,
        )
    return (
        text
        if text.isascii() and text.isalnum() and len(text) < 13
        else clean_line(mask_card_numbers(text))
    )


def _email(text: str) -> str:
    from clienteling.domain.emails import normalise_email

    try:
        return normalise_email(text)
    except UserError as error:
        raise UserError("this cannot be an e-mail address") from error


def _currency(text: str) -> str:
    code = text.upper()
    if not is_currency(code):
        raise UserError("this is not the code of a currency")
    return code


def _clock(text: str) -> time | None:
    moment: Moment = parse_moment(f"2000-01-01 {text}", DateOrder.CLEAR)
    return moment.clock


def _mark(text: str) -> int:
    return parse_count(text)


RULES: dict[Field, Callable[[str], Any]] = {
    Field.CLIENT_EMAIL: _email,
    Field.CURRENCY: _currency,
    Field.SOLD_TIME: _clock,
    Field.RETURN_FLAG: is_return,
    Field.ORDER_STATUS: is_cancelled,
    Field.LINE_MARK: _mark,
}
"""What reads a cell of these fields; the others hold words, amounts or dates."""
