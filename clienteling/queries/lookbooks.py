"""Lookbooks: the shelf, and one lookbook with its pages as the composer shows it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clienteling.domain.errors import NotFoundError
from clienteling.domain.ids import Id
from clienteling.models import lookbook as m
from clienteling.queries.people import Person, people


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A lookbook on the shelf."""

    id: Id
    title: str
    person: Person | None
    status: m.LookbookStatus
    pages: int
    updated_at: datetime
    first_product_id: Id | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A piece in a frame."""

    slot: int
    product_id: Id
    size_label: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page with the pieces in its frames, by slot."""

    id: Id
    position: int
    layout: str
    words: str | None
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class LookbookRow:
    """A lookbook as it is being composed."""

    id: Id
    client_id: Id | None
    staff_id: Id | None
    title: str
    letter: str
    language: str
    page_size: str
    show_prices: bool
    show_set_aside: bool
    show_care: bool
    show_reactions: bool
    show_code: bool
    status: m.LookbookStatus
    created_at: datetime
    pages: tuple[PageRow, ...]

    @property
    def product_ids(self) -> tuple[Id, ...]:
        """Return every piece of the book once, in the order of the pages."""
        return tuple(dict.fromkeys(i.product_id for page in self.pages for i in page.items))


@dataclass(frozen=True, slots=True)
class IssueRow:
    """A lookbook as it left the house."""

    id: Id
    issued_at: datetime
    way: m.IssueWay
    snapshot: str


def shelf(
    session: Session, *, staff_id: Id | None = None, client_id: Id | None = None, limit: int = 200
) -> tuple[ShelfRow, ...]:
    """Return lookbooks, the last worked on first.

    Args:
        staff_id: Only this person's; None means everyone's.
        client_id: Only this client's; None means every client's.
        limit: How many at most.
    """
    t = m.Lookbook
    pages = (
        select(func.count(m.LookPage.id))
        .where(m.LookPage.lookbook_id == t.id, m.LookPage.deleted_at.is_(None))
        .scalar_subquery()
    )
    first = (
        select(m.LookItem.product_id)
        .join(m.LookPage, m.LookPage.id == m.LookItem.page_id)
        .where(
            m.LookPage.lookbook_id == t.id,
            m.LookPage.deleted_at.is_(None),
            m.LookItem.deleted_at.is_(None),
        )
        .order_by(m.LookPage.position, m.LookItem.slot, m.LookItem.id)
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(t.id, t.title, t.client_id, t.status, pages, t.updated_at, first)
        .where(t.deleted_at.is_(None))
        .order_by(t.updated_at.desc(), t.id.desc())
        .limit(limit)
    )
    if staff_id is not None:
        query = query.where(t.staff_id == staff_id)
    if client_id is not None:
        query = query.where(t.client_id == client_id)
    rows = session.execute(query).all()
    persons = people(session, sorted({row[2] for row in rows if row[2]}))
    return tuple(
        ShelfRow(row[0], row[1], persons.get(row[2]), row[3], row[4], row[5], row[6])
        for row in rows
    )


def lookbook(session: Session, *, lookbook_id: Id) -> LookbookRow:
    """Return one lookbook with its pages in order.

    Raises:
        NotFoundError: it isn't on the shelf.
    """
    row = session.get(m.Lookbook, lookbook_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError("This lookbook is no longer on the shelf.")
    return LookbookRow(
        row.id,
        row.client_id,
        row.staff_id,
        row.title,
        row.letter,
        row.language,
        row.page_size,
        row.show_prices,
        row.show_set_aside,
        row.show_care,
        row.show_reactions,
        row.show_code,
        row.status,
        row.created_at,
        _pages(session, lookbook_id),
    )


def issues(session: Session, *, lookbook_id: Id) -> tuple[IssueRow, ...]:
    """Return what left the house of a lookbook, the last first."""
    t = m.LookbookIssue
    rows = session.execute(
        select(t.id, t.issued_at, t.way, t.snapshot)
        .where(t.lookbook_id == lookbook_id, t.deleted_at.is_(None))
        .order_by(t.issued_at.desc(), t.id.desc())
    )
    return tuple(IssueRow(*row) for row in rows)


def _pages(session: Session, lookbook_id: Id) -> tuple[PageRow, ...]:
    pages = session.execute(
        select(m.LookPage.id, m.LookPage.position, m.LookPage.layout, m.LookPage.words)
        .where(m.LookPage.lookbook_id == lookbook_id, m.LookPage.deleted_at.is_(None))
        .order_by(m.LookPage.position, m.LookPage.id)
    ).all()
    t = m.LookItem
    items = session.execute(
        select(t.page_id, t.slot, t.product_id, t.size_label, t.note)
        .where(t.page_id.in_([page[0] for page in pages]), t.deleted_at.is_(None))
        .order_by(t.slot, t.id)
    ).all()
    return tuple(
        PageRow(*page, tuple(ItemRow(*item[1:]) for item in items if item[0] == page[0]))
        for page in pages
    )
