"""The three plain writes that every use-case is made of: put, change, take away.

Text is made clean on its way in, from the mapping's own columns: no use-case can forget it.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import Text, inspect
from sqlalchemy.orm import Session

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.domain.free_text import clean_line, clean_text
from clienteling.domain.ids import Id
from clienteling.models import Synced
from clienteling.models.synced import STAMPS

Row = TypeVar("Row", bound=Synced)

#: Columns that hold several lines; every other text is one line.
LONG_TEXTS = frozenset({"body", "summary", "letter", "story", "snapshot", "detail", "access_note"})

_NOT_EDITABLE = frozenset({"id", "deleted_at", "batch_id", *STAMPS})


def put(session: Session, kind: type[Row], /, **values: Any) -> Row:
    """Add a row; columns that are not named are empty.

    Raises:
        UserError: a text is too long or holds a card number.
    """
    row = kind(**_clean(kind, values))
    session.add(row)
    return row


def get(session: Session, kind: type[Row], row_id: Id) -> Row:
    """Return a row that is in the book.

    Raises:
        NotFoundError: it isn't there, or was taken away.
    """
    row = session.get(kind, row_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError("This is no longer in the book.")
    return row


def change(session: Session, kind: type[Row], row_id: Id, values: Mapping[str, Any]) -> Row:
    """Set fields of a row.

    Raises:
        NotFoundError: the row isn't in the book.
        UserError: a value does not fit its field, or a field cannot be set.
    """
    row = get(session, kind, row_id)
    for name, value in _clean(kind, values).items():
        setattr(row, name, value)
    return row


def take_away(session: Session, kind: type[Synced], row_id: Id) -> None:
    """Remove a row softly: it leaves every screen, and undo brings it back.

    Raises:
        NotFoundError: the row isn't in the book.
    """
    get(session, kind, row_id).deleted_at = session.info["moment"]


def editable_columns(kind: type[Synced]) -> tuple[str, ...]:
    """Return the names of the columns that a person may set."""
    return tuple(c.key for c in inspect(kind).columns if c.key not in _NOT_EDITABLE)


def _clean(kind: type[Synced], values: Mapping[str, Any]) -> dict[str, Any]:
    columns = inspect(kind).columns
    clean: dict[str, Any] = {}
    for name, value in values.items():
        if name in _NOT_EDITABLE or name not in columns:
            raise UserError("There is no field {name} to set.", name=name, field=name)
        if isinstance(value, str) and type(columns[name].type) is Text:
            tidy = clean_text if name in LONG_TEXTS else clean_line
            value = tidy(value, field=name)  # noqa: PLW2901 - the clean value replaces the raw one
        if value is None and not columns[name].nullable:
            raise UserError("Please fill this in.", field=name)
        clean[name] = value
    return clean
