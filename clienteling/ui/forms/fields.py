"""What one field of a form is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["text", "words", "choice", "chips", "toggle", "date", "number"]
"""``text`` one line, ``words`` several, ``choice`` a list that opens, ``chips`` any number of
choices, ``toggle`` yes or no, ``date`` a day, ``number`` a whole or decimal figure."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``Field("family_name", "Family name")``.

    Args:
        name: Key of its value, and of a ``UserError`` that belongs to it.
        label: Shown above it.
        kind: How it is entered; decides the type of its value (see ``Form.values``).
        options: Pairs of value and word for ``choice`` and ``chips``.
        optional: May stay empty; the label says so.
        unit: Written at the right of the box.
        placeholder: Shown while empty.
        help: A quiet sentence below.
        wide: Takes the whole width of the form.
        check: Raises ``UserError`` with a sentence that says how to mend the value.
    """

    name: str
    label: str
    kind: Kind = "text"
    options: tuple[tuple[str, str], ...] = ()
    optional: bool = False
    unit: str = ""
    placeholder: str = ""
    help: str = ""
    wide: bool = False
    check: Callable[[Any], object] | None = None
