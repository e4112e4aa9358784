"""Words that people type: made clean, kept within bounds, never holding a card number."""

import re
import unicodedata

from clienteling.domain.errors import UserError
from clienteling.domain.luhn import find_card_numbers

LINE_LIMIT = 300
TEXT_LIMIT = 4000

# Control characters and the invisible marks that reorder text: nobody types them on purpose, and
# they make one name look like another. Line breaks and tabs of longer texts stay.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean_line(text: str | None, *, field: str | None = None) -> str | None:
    r"""Return one line of words, trimmed and in composed form, or None where nothing is left.

    Raises:
        UserError: longer than 300 characters, or a payment card number is in it.

    >>> clean_line("  Beatrice\u202e  Altieri ")
    'Beatrice Altieri'
    """
    if text is None:
        return None
    line = " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())
    return _checked(line, LINE_LIMIT, field)


def clean_text(text: str | None, *, field: str | None = None) -> str | None:
    """Return a text of several lines, trimmed and in composed form, or None where nothing is left.

    Raises:
        UserError: longer than 4,000 characters, or a payment card number is in it.
    """
    if text is None:
        return None
    body = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).strip()
    return _checked(body, TEXT_LIMIT, field)


def _checked(text: str, limit: int, field: str | None) -> str | None:
    if len(text) > limit:
        raise UserError(
            "This is {count} characters long; {limit} fit here. Please shorten it.",
            count=len(text),
            limit=limit,
            field=field,
        )
    if find_card_numbers(text):
        raise UserError(
            "This holds what looks like a payment card number, and the book never keeps one. "
            "Please take it out.",
            field=field,
        )
    return text or None
