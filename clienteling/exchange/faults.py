"""Say what is wrong with a cell, in words a person can act on; parse columns value by value."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clienteling.domain.errors import UserError
from clienteling.domain.sentences import sentence
from clienteling.exchange.fields import DATE_FIELDS, MONEY_FIELDS, Field

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = 60
"""Characters of a cell that a report shows."""

_CACHE = 200_000
"""Different values a column's cache remembers; beyond that it starts afresh."""


@dataclass(frozen=True, slots=True)
class LineProblem:
    """One thing to know of one line.

    Args:
        line: 1-based line of the file, or row of the sheet.
        column: Heading of the column; None when it is the whole line.
        value: What stands there, shortened; card numbers are masked.
        reason: What is wrong with it.
        remedy: What to do.
        is_bad: Whether the line stays out; a remark lets it in.
    """

    line: int
    column: str | None
    value: str
    reason: str
    remedy: str
    is_bad: bool = True


@dataclass(frozen=True, slots=True)
class Fault:
    """What a parser found wrong with one value."""

    reason: str


class ColumnParser:
    """Parses a column's values, each different one once, and remembers them over chunks.

    Args:
        parse: Turns a filled, stripped cell into its value, or raises ``UserError`` with a phrase.
        blank: What an empty cell is.
    """

    def __init__(self, parse: Callable[[str], Any], blank: Any = None) -> None:
        self._parse = parse
        self._blank = blank
        self._known: dict[str, Any] = {}

    def values(self, cells: "pd.Series[Any]") -> list[Any]:
        """Return the parsed values; a value that could not be parsed is a ``Fault``."""
        import numpy as np
        import pandas as pd

        codes, different = pd.factorize(cells)
        parsed = np.empty(len(different), dtype=object)
        for place, text in enumerate(different):
            parsed[place] = self._value(text)
        result: list[Any] = parsed[codes].tolist()
        return result

    def _value(self, text: str) -> Any:
        try:
            return self._known[text]
        except KeyError:
            pass
        stripped = text.strip()
        try:
            value = self._parse(stripped) if stripped else self._blank
        except UserError as error:
            value = Fault(str(error))
        if len(self._known) >= _CACHE:
            self._known.clear()
        self._known[text] = value
        return value


def shortened(text: str) -> str:
    """Return a cell as a report shows it: one line, short, card numbers masked."""
    from clienteling.domain.luhn import mask_card_numbers

    line = " ".join(mask_card_numbers(text[:400]).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def remedy_for(field: Field) -> str:
    """Say what to do about a value that does not fit its field."""
    if field in DATE_FIELDS:
        return sentence("write it as year-month-day, such as 2024-05-31")
    if field in MONEY_FIELDS:
        return sentence("write only the amount, such as 1250.00")
    return _REMEDIES.get(field, sentence("mend or clear this cell"))


_REMEDIES = {
    Field.EMAIL: sentence("write the address as name@example.com, or clear the cell"),
    Field.CLIENT_EMAIL: sentence("write the address as name@example.com, or clear the cell"),
    Field.QUANTITY: sentence("write a whole number, negative for a return"),
    Field.CURRENCY: sentence("write the currency's three letters, such as EUR"),
    Field.SOLD_TIME: sentence("write the time as 14:30, or clear the cell"),
    Field.NOTE: sentence("shorten it to 4,000 characters"),
}
