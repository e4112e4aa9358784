"""Use-cases of the composer: a lookbook, its pages, the pieces in their frames, and its issue."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.models import lookbook as m
from clienteling.models.lookbook import IssueWay
from clienteling.services import rows

__all__ = [
    "FIRST_LAYOUT",
    "IssueWay",
    "add_page",
    "clear_frame",
    "copy_lookbook",
    "edit_lookbook",
    "fill_lookbook",
    "issue_lookbook",
    "move_page",
    "move_piece",
    "new_lookbook",
    "place_piece",
    "remove_lookbook",
    "remove_page",
    "set_layout",
    "set_page_words",
    "write_words",
]

FIRST_LAYOUT = "1+3"

_COPIED = (
    "client_id",
    "language",
    "page_size",
    "show_prices",
    "show_set_aside",
    "show_care",
    "show_reactions",
    "show_code",
)
_MAY_BE_EMPTY = ("title", "letter")
_ON_A_PAGE = 4
_FIRST_BY_COUNT = {1: "1", 2: "2", 3: "1+3", 4: "1+3"}


def new_lookbook(
    session: Session,
    *,
    client_id: Id | None,
    staff_id: Id | None,
    title: str,
    language: str,
    page_size: str = "A4",
    letter: str = "",
) -> Id:
    """Begin a lookbook with one page; return its id."""
    book = rows.put(
        session,
        m.Lookbook,
        client_id=client_id,
        staff_id=staff_id,
        language=language,
        page_size=page_size,
        show_prices=False,
        show_set_aside=True,
        show_care=False,
        show_reactions=False,
        show_code=False,
        status=m.LookbookStatus.DRAFT,
    )
    book.title, book.letter = title, letter
    session.flush()
    _put_page(session, book.id, 0, FIRST_LAYOUT)
    return book.id


def copy_lookbook(session: Session, *, lookbook_id: Id, title: str, staff_id: Id | None) -> Id:
    """Begin another lookbook with the same pages, pieces and words; return its id."""
    old = rows.get(session, m.Lookbook, lookbook_id)
    kept = {name: getattr(old, name) for name in _COPIED}
    status = m.LookbookStatus.DRAFT
    book = rows.put(session, m.Lookbook, **kept, staff_id=staff_id, status=status)
    book.title, book.letter = title, old.letter
    session.flush()
    for page in _pages(session, lookbook_id):
        fresh = _put_page(session, book.id, page.position, page.layout)
        fresh.words = page.words
        for item in _items(session, page.id):
            values = {"product_id": item.product_id, "size_label": item.size_label}
            rows.put(session, m.LookItem, page_id=fresh.id, slot=item.slot, **values)
    return book.id


def edit_lookbook(session: Session, *, lookbook_id: Id, values: Mapping[str, Any]) -> None:
    """Set the title, letter, language, page size or switches of a lookbook."""
    full = dict(values)
    words = {name: full.pop(name) for name in _MAY_BE_EMPTY if name in full}
    book = rows.change(session, m.Lookbook, lookbook_id, full)
    for name, text in words.items():
        setattr(book, name, text)


def remove_lookbook(session: Session, *, lookbook_id: Id) -> None:
    """Take a lookbook off the shelf; undo brings it back."""
    rows.take_away(session, m.Lookbook, lookbook_id)


def add_page(session: Session, *, lookbook_id: Id, after: Id | None, layout: str) -> Id:
    """Add a page after another one, or as the first; return its id."""
    pages = _pages(session, lookbook_id)
    place = 0 if after is None else _index_of(pages, after) + 1
    page = _put_page(session, lookbook_id, place, layout)
    _number([*pages[:place], page, *pages[place:]])
    return page.id


def set_layout(session: Session, *, page_id: Id, layout: str) -> None:
    """Give a page another layout; pieces keep their slots and show again where a frame is."""
    rows.change(session, m.LookPage, page_id, {"layout": layout})


def set_page_words(session: Session, *, page_id: Id, words: str | None) -> None:
    """Set the words of a page's own."""
    rows.change(session, m.LookPage, page_id, {"words": words})


def write_words(
    session: Session, *, lookbook_id: Id, own: Mapping[str, str], pages: Mapping[Id, str]
) -> None:
    """Keep words as they were typed: title and letter, and those of single pages by their id."""
    if own:
        edit_lookbook(session, lookbook_id=lookbook_id, values=own)
    for page_id, words in pages.items():
        set_page_words(session, page_id=page_id, words=words or None)


def move_page(session: Session, *, page_id: Id, to: int) -> None:
    """Move a page to a place in the book (0 is the first)."""
    page = rows.get(session, m.LookPage, page_id)
    pages = [one for one in _pages(session, page.lookbook_id) if one.id != page_id]
    place = max(0, min(to, len(pages)))
    _number([*pages[:place], page, *pages[place:]])


def remove_page(session: Session, *, page_id: Id) -> None:
    """Take a page out of the book.

    Raises:
        UserError: it is the only one.
    """
    page = rows.get(session, m.LookPage, page_id)
    pages = _pages(session, page.lookbook_id)
    if len(pages) == 1:
        raise UserError("A lookbook has at least one page.")
    rows.take_away(session, m.LookPage, page_id)
    _number([one for one in pages if one.id != page_id])


def place_piece(
    session: Session,
    *,
    page_id: Id,
    slot: int,
    product_id: Id,
    size_label: str | None = None,
    note: str | None = None,
) -> Id:
    """Put a piece in a frame, in place of what was there; return the item's id."""
    present = _item_at(session, page_id, slot)
    values = {"product_id": product_id, "size_label": size_label, "note": note}
    if present is not None:
        return rows.change(session, m.LookItem, present.id, values).id
    item = rows.put(session, m.LookItem, page_id=page_id, slot=slot, **values)
    session.flush()
    return item.id


def fill_lookbook(
    session: Session, *, lookbook_id: Id, pieces: Sequence[Id], prices: bool = False
) -> None:
    """Place pieces page by page: the first four with one large, then four alike on each page."""
    rows.change(session, m.Lookbook, lookbook_id, {"show_prices": prices})
    page_id = _pages(session, lookbook_id)[-1].id
    for start in range(0, len(pieces), _ON_A_PAGE):
        if start:
            page_id = add_page(session, lookbook_id=lookbook_id, after=page_id, layout="4")
        some = pieces[start : start + _ON_A_PAGE]
        if start == 0:
            set_layout(session, page_id=page_id, layout=_FIRST_BY_COUNT[len(some)])
        for slot, product_id in enumerate(some):
            place_piece(session, page_id=page_id, slot=slot, product_id=product_id)


def clear_frame(session: Session, *, page_id: Id, slot: int) -> None:
    """Take the piece out of a frame; an empty frame stays as it is."""
    present = _item_at(session, page_id, slot)
    if present is not None:
        rows.take_away(session, m.LookItem, present.id)


def move_piece(session: Session, *, page_id: Id, slot: int, to_page_id: Id, to_slot: int) -> None:
    """Move a piece to another frame; what was there comes back in exchange.

    Raises:
        UserError: the frame it should come from is empty.
    """
    moved = _item_at(session, page_id, slot)
    if moved is None:
        raise UserError("That frame is empty.")
    other = _item_at(session, to_page_id, to_slot)
    moved.page_id, moved.slot = to_page_id, to_slot
    if other is not None and other.id != moved.id:
        other.page_id, other.slot = page_id, slot


def issue_lookbook(
    session: Session, *, lookbook_id: Id, way: IssueWay, snapshot: str, staff_id: Id | None
) -> Id:
    """Keep a lookbook as it leaves the house, so that it prints again the same; return the id.

    Args:
        snapshot: The whole content as JSON (reports/lookbook.py).
    """
    book = rows.get(session, m.Lookbook, lookbook_id)
    if book.status is m.LookbookStatus.DRAFT:
        book.status = m.LookbookStatus.ISSUED
    issue = m.LookbookIssue(
        lookbook_id=lookbook_id,
        issued_at=session.info["moment"],
        way=way,
        snapshot=snapshot,
        sha256=hashlib.sha256(snapshot.encode()).hexdigest(),
        staff_id=staff_id,
    )
    session.add(issue)
    session.flush()
    return issue.id


def _pages(session: Session, lookbook_id: Id) -> list[m.LookPage]:
    return list(
        session.scalars(
            select(m.LookPage)
            .where(m.LookPage.lookbook_id == lookbook_id, m.LookPage.deleted_at.is_(None))
            .order_by(m.LookPage.position, m.LookPage.id)
        )
    )


def _items(session: Session, page_id: Id) -> list[m.LookItem]:
    return list(
        session.scalars(
            select(m.LookItem)
            .where(m.LookItem.page_id == page_id, m.LookItem.deleted_at.is_(None))
            .order_by(m.LookItem.slot, m.LookItem.id)
        )
    )


def _put_page(session: Session, lookbook_id: Id, position: int, layout: str) -> m.LookPage:
    page = rows.put(session, m.LookPage, lookbook_id=lookbook_id, position=position, layout=layout)
    session.flush()
    return page


def _index_of(pages: Sequence[m.LookPage], page_id: Id) -> int:
    for index, page in enumerate(pages):
        if page.id == page_id:
            return index
    raise UserError("That page is no longer in this lookbook.")


def _number(pages: Sequence[m.LookPage]) -> None:
    for position, page in enumerate(pages):
        page.position = position


def _item_at(session: Session, page_id: Id, slot: int) -> m.LookItem | None:
    return session.scalars(
        select(m.LookItem)
        .where(
            m.LookItem.page_id == page_id,
            m.LookItem.slot == slot,
            m.LookItem.deleted_at.is_(None),
        )
        .order_by(m.LookItem.id)
    ).first()
