"""A client's own fields as the form edits them, with the circles she may be in."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.errors import NotFoundError
from clienteling.domain.ids import Id
from clienteling.models.client import Client
from clienteling.models.house import Circle

#: The columns that the form shows, by name.
EDITED = (
    "given_name",
    "family_name",
    "middle_name",
    "native_name",
    "phonetic_name",
    "name_order",
    "preferred_name",
    "pronunciation",
    "form_of_address",
    "company_name",
    "language",
    "languages",
    "nationality",
    "circle_id",
    "remember",
    "do_not_contact",
)


@dataclass(frozen=True, slots=True)
class ClientFields:
    """The values by column, enums as their text, and id and word of each circle."""

    values: dict[str, Any]
    circles: tuple[tuple[Id, str], ...]


def client_fields(session: Session, *, client_id: Id, language: str = "en") -> ClientFields:
    """Return what the form of a client shows.

    Raises:
        NotFoundError: she isn't in the book.
    """
    client = session.get(Client, client_id)
    if client is None or client.deleted_at is not None:
        raise NotFoundError("This client is no longer in the book.")
    values = {name: getattr(client, name) for name in EDITED}
    values["name_order"] = client.name_order.value
    values["languages"] = tuple(client.languages or ())
    circles = session.execute(
        select(Circle.id, Circle.name, Circle.names)
        .where(Circle.deleted_at.is_(None))
        .order_by(Circle.rank, Circle.id)
    )
    return ClientFields(
        values, tuple((row[0], (row[2] or {}).get(language, row[1])) for row in circles)
    )
