"""The client card: the whole person on one page, read in one moment."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.errors import NotFoundError
from clienteling.domain.ids import Id
from clienteling.domain.key_dates import next_occurrence, years_on
from clienteling.models import client as c
from clienteling.models.house import Circle, Staff, Store
from clienteling.models.knowledge import ClientFlag, FlagKind, KeyDate, KeyDateKind
from clienteling.queries import card_facts as facts
from clienteling.queries import card_pieces as pieces
from clienteling.queries.key_date_rows import day_of
from clienteling.queries.kin import Kin, kin_of
from clienteling.queries.people import PERSON_COLUMNS, PORTRAIT, Person, person_of
from clienteling.queries.prepared import AnyRow, Statement, bound, run


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark that everyone must see."""

    id: Id
    kind: FlagKind
    reason: str | None


@dataclass(frozen=True, slots=True)
class DateFact:
    """A day to remember with its next coming; ``years`` only where staff asked to show them."""

    id: Id
    kind: KeyDateKind
    label: str | None
    month: int
    day: int | None
    calendar: str
    on: date | None
    years: int | None
    year: int | None = None
    leap_month: bool = False
    on_29_february: str | None = None
    show_years: bool = False
    gift_plan: str | None = None
    hide_from_client_id: Id | None = None


@dataclass(frozen=True, slots=True)
class ClientCard:
    """Everything the card's first screen shows, but for the story."""

    person: Person
    client_no: str
    kind: c.ClientKind
    pronunciation: str | None
    company: str | None
    languages: tuple[str, ...]
    circle: str | None
    circle_highlighted: bool
    city: str | None
    adviser_id: Id | None
    adviser: str | None
    adviser_since: date | None
    store: str | None
    remember: str | None
    do_not_contact: bool
    allergies: tuple[facts.PreferenceFact, ...]
    loves: tuple[facts.PreferenceFact, ...]
    avoids: tuple[facts.PreferenceFact, ...]
    flags: tuple[Flag, ...]
    consent: facts.ConsentFacts
    contacts: tuple[facts.ContactFact, ...]
    addresses: tuple[facts.AddressFact, ...]
    sizes: tuple[facts.SizeFact, ...]
    dates: tuple[DateFact, ...]
    household: tuple[Kin, ...]
    figures: facts.Figures | None
    wishes: tuple[pieces.WishFact, ...]
    last_pieces: tuple[pieces.PieceFact, ...]
    gender: str | None = None


def client_card(
    session: Session,
    *,
    client_id: Id,
    today: date,
    store_id: Id | None = None,
    language: str = "en",
) -> ClientCard:
    """Return a client's card.

    Args:
        client_id: Whose.
        today: The boutique's day; the next coming of each key date counts from it.
        store_id: The boutique whose stock "here" means.
        language: BCP-47 of the words of pieces.

    Raises:
        NotFoundError: she isn't in the book.
    """
    head = next(iter(run(session, _head(), client_id=client_id)), None)
    if head is None:
        raise NotFoundError("This client is no longer in the book.")
    person = person_of(tuple(head)[: len(PERSON_COLUMNS)])
    (
        number,
        kind,
        said,
        spoken,
        remember,
        silent,
        gender,
        circle,
        circle_names,
        highlighted,
        store,
    ) = tuple(head)[len(PERSON_COLUMNS) :]
    adviser = _adviser(session, client_id)
    preferences = facts.preferences(session, client_id)
    addresses = facts.addresses(session, client_id)
    return ClientCard(
        person=person,
        client_no=number,
        kind=kind,
        pronunciation=said,
        company=head.company_name,
        languages=tuple(spoken or ()),
        circle=(circle_names or {}).get(language, circle),
        circle_highlighted=bool(highlighted),
        city=addresses[0].locality if addresses else None,
        adviser_id=adviser[0],
        adviser=adviser[1],
        adviser_since=adviser[2],
        store=store,
        remember=remember,
        do_not_contact=silent,
        allergies=preferences.allergies,
        loves=preferences.loves,
        avoids=preferences.avoids,
        flags=_flags(session, client_id, today),
        consent=facts.consent(session, client_id),
        contacts=facts.contacts(session, client_id),
        addresses=addresses,
        sizes=facts.sizes(session, client_id),
        dates=_dates(session, client_id, today),
        household=kin_of(session, client_id, today),
        figures=facts.figures(session, client_id),
        wishes=pieces.wishes(session, client_id, store_id, language),
        last_pieces=pieces.last_pieces(session, client_id, language),
        gender=gender,
    )


def _adviser(session: Session, client_id: Id) -> tuple[Id | None, str | None, date | None]:
    row = next(iter(run(session, _advisers(), client_id=client_id)), None)
    return (None, None, None) if row is None else (row[0], row[1], row[2])


def _flags(session: Session, client_id: Id, today: date) -> tuple[Flag, ...]:
    rows = run(session, _flags_of(), client_id=client_id, today=today)
    return tuple(Flag(*row) for row in rows)


def _dates(session: Session, client_id: Id, today: date) -> tuple[DateFact, ...]:
    found = [_date_fact(row, today) for row in run(session, _key_dates(), client_id=client_id)]
    return tuple(sorted(found, key=lambda one: (one.on or date.max, one.id)))


def _date_fact(row: AnyRow, today: date) -> DateFact:
    on = next_occurrence(day_of(row), today)
    years = None
    if row.show_years and row.year is not None and on is not None:
        years = years_on(day_of(row), on)
    return DateFact(
        row.id,
        row.kind,
        row.label,
        row.month,
        row.day,
        row.calendar,
        on,
        years,
        row.year,
        row.leap_month,
        row.on_29_february,
        row.show_years,
        row.gift_plan,
        row.hide_from_client_id,
    )


@cache
def _head() -> Statement:
    return (
        select(
            *PERSON_COLUMNS,
            c.Client.client_no,
            c.Client.kind,
            c.Client.pronunciation,
            c.Client.languages,
            c.Client.remember,
            c.Client.do_not_contact,
            c.Client.gender,
            Circle.name,
            Circle.names,
            Circle.highlighted,
            Store.name,
        )
        .outerjoin(*PORTRAIT)
        .outerjoin(Circle, Circle.id == c.Client.circle_id)
        .outerjoin(Store, Store.id == c.Client.home_store_id)
        .where(c.Client.id == bound("client_id"), c.Client.deleted_at.is_(None))
    )


@cache
def _advisers() -> Statement:
    return (
        select(Staff.id, Staff.given_name, c.Assignment.since)
        .join(Staff, Staff.id == c.Assignment.staff_id)
        .where(
            c.Assignment.client_id == bound("client_id"),
            c.Assignment.role == c.AssignmentRole.PRIMARY,
            c.Assignment.until.is_(None),
            c.Assignment.deleted_at.is_(None),
        )
        .order_by(c.Assignment.since.desc(), c.Assignment.id)
    )


@cache
def _flags_of() -> Statement:
    return (
        select(ClientFlag.id, ClientFlag.kind, ClientFlag.reason)
        .where(
            ClientFlag.client_id == bound("client_id"),
            ClientFlag.deleted_at.is_(None),
            (ClientFlag.until.is_(None)) | (ClientFlag.until > bound("today")),
        )
        .order_by(ClientFlag.since.desc(), ClientFlag.id)
    )


@cache
def _key_dates() -> Statement:
    t = KeyDate
    columns = select(*t.__table__.c)
    return columns.where(t.client_id == bound("client_id"), t.deleted_at.is_(None)).order_by(t.id)
