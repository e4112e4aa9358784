"""How a client's name, monogram and portrait are read from the book, wherever she is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from clienteling.domain import name_splitting, names
from clienteling.domain.ids import Id
from clienteling.models.catalogue import Attachment
from clienteling.models.client import Client
from clienteling.queries.prepared import Statement, bound_ids, run


@dataclass(frozen=True, slots=True)
class Person:
    """A client as she is named and pictured; ``portrait`` is a picture's content hash."""

    id: Id
    display: str
    native: str | None
    monogram: str
    short: str
    address: str
    portrait: str | None
    language: str | None


#: What ``person_of`` needs, in its order; the portrait needs ``portrait_join``.
PERSON_COLUMNS: tuple[ColumnElement[Any] | Any, ...] = (
    Client.id,
    Client.given_name,
    Client.family_name,
    Client.middle_name,
    Client.native_name,
    Client.name_order,
    Client.preferred_name,
    Client.form_of_address,
    Client.company_name,
    Client.language,
    Attachment.sha256,
)

#: ``outerjoin(*PORTRAIT)`` brings the portrait beside the client.
PORTRAIT = (Attachment, Attachment.id == Client.portrait_id)


def person_of(row: Sequence[Any]) -> Person:
    """Make a person of a row of ``PERSON_COLUMNS``."""
    (row_id, given, family, middle, native, order, preferred, title, company, language, sha) = row
    name = names.PersonName(
        given or "", family or "", middle or "", order, preferred or "", title or ""
    )
    latin = names.display_name(name)
    shown = latin or native or company or ""
    first = native if native and names.is_east_asian(native) and not latin else None
    return Person(
        id=row_id,
        display=shown,
        native=native if native and native != shown else None,
        monogram=first[0] if first else _monogram(name, native, company),
        short=names.short_name(name) or native or company or "",
        address=_address(name, native, language or "") if latin else shown,
        portrait=sha,
        language=language,
    )


def people(session: Session, ids: Sequence[Id]) -> dict[Id, Person]:
    """Return the named clients by id; those that are gone are left out."""
    found = [person_of(row) for row in run(session, _people(), ids=ids)] if ids else []
    return {one.id: one for one in found}


def _address(name: names.PersonName, native: str | None, language: str) -> str:
    """Return how she is addressed; a title in Han characters goes with her name in them."""
    title = name.salutation
    if native and names.is_east_asian(native) and names.is_east_asian(title):
        own = name_splitting.split_full_name(native, language)
        parts = names.PersonName(own.given, own.family, salutation=title)
        return names.form_of_address(parts, language)
    return names.form_of_address(name, language)


def _monogram(name: names.PersonName, native: str | None, company: str | None) -> str:
    mark = names.monogram(name)
    if mark != names.NO_MONOGRAM:
        return mark
    other = native or company or ""
    return names.monogram(names.PersonName(other))


@cache
def _people() -> Statement:
    columns = select(*PERSON_COLUMNS).outerjoin(*PORTRAIT)
    return columns.where(Client.id.in_(bound_ids())).order_by(Client.id)
