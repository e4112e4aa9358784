"""Makes the snapshot of a lookbook from the book: what the composer shows and the paper prints."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.languages import written_in
from clienteling.queries.house import StaffRow, StoreRow, house
from clienteling.queries.lookbooks import LookbookRow, PageRow, lookbook
from clienteling.queries.people import Person, people
from clienteling.queries.pieces import PieceRow, pieces
from clienteling.reports.compose import compose_with_starts
from clienteling.reports.lookbook import (
    FRAME_COUNTS,
    Adviser,
    Client,
    Language,
    Layout,
    LookbookSnapshot,
    LookPage,
    Piece,
    Switches,
)
from clienteling.reports.page import Page, PageSize

_OWN_WORDS: Final = ("title", "letter")


@dataclass(frozen=True, slots=True)
class Composition:
    """A lookbook as the composer shows it.

    Args:
        row: Its pages and what is in their frames, by id.
        snapshot: What it prints as it stands now.
        pages: The composed pages.
        starts: Which composed page each page of the row begins on.
    """

    row: LookbookRow
    snapshot: LookbookSnapshot
    pages: tuple[Page, ...]
    starts: tuple[int, ...]

    def with_words(self, words: Mapping[str, str]) -> "Composition":
        """Return it with other words, composed anew (some milliseconds).

        Args:
            words: By ``title``, ``letter``, or the id of a page for the words of its own.
        """
        own: dict[str, Any] = {name: words[name] for name in _OWN_WORDS if name in words}
        rows = tuple(
            replace(page, words=words.get(page.id, page.words)) for page in self.row.pages
        )
        looks = tuple(
            replace(look, words=row.words or "")
            for look, row in zip(self.snapshot.pages, rows, strict=True)
        )
        snapshot = replace(self.snapshot, **own, pages=looks)
        row = replace(self.row, **own, pages=rows)
        return Composition(row, snapshot, *compose_with_starts(snapshot))

    @property
    def letter_page(self) -> int | None:
        """Which page bears the title and the letter: the first that is no cover."""
        looks = enumerate(self.snapshot.pages)
        return next((n for n, look in looks if look.layout is not Layout.COVER), None)


def composition(
    session: Session, *, lookbook_id: Id, today: date, store_id: Id | None = None
) -> Composition:
    """Return a lookbook with its pages composed.

    Args:
        lookbook_id: Which.
        today: The boutique's day.
        store_id: The boutique whose line stands at the foot; None is the adviser's own.

    Raises:
        NotFoundError: it isn't on the shelf.
    """
    row = lookbook(session, lookbook_id=lookbook_id)
    person = people(session, [row.client_id]).get(row.client_id) if row.client_id else None
    snapshot = _snapshot(session, row, person, today, store_id)
    return Composition(row, snapshot, *compose_with_starts(snapshot))


def snapshot_of(
    session: Session, *, lookbook_id: Id, today: date, store_id: Id | None = None
) -> LookbookSnapshot:
    """Return what a lookbook prints as it stands now.

    Args:
        lookbook_id: Which.
        today: The boutique's day, printed into the document.
        store_id: The boutique whose line stands at the foot; None is the adviser's own.

    Raises:
        NotFoundError: it isn't on the shelf.
    """
    row = lookbook(session, lookbook_id=lookbook_id)
    person = people(session, [row.client_id]).get(row.client_id) if row.client_id else None
    return _snapshot(session, row, person, today, store_id)


def snapshot_for(
    session: Session, *, lookbook_id: Id, client_id: Id, today: date, store_id: Id | None = None
) -> LookbookSnapshot:
    """Return a lookbook as it would be for another client: her name, her sizes, what she has.

    Args:
        lookbook_id: The lookbook that serves as the pattern.
        client_id: For whom.
        today: The boutique's day.
        store_id: The boutique whose line stands at the foot.

    Raises:
        NotFoundError: it isn't on the shelf.
    """
    pattern = lookbook(session, lookbook_id=lookbook_id)
    unsized = tuple(
        replace(page, items=tuple(replace(item, size_label=None) for item in page.items))
        for page in pattern.pages
    )
    row = replace(pattern, client_id=client_id, pages=unsized)
    return _snapshot(session, row, people(session, [client_id]).get(client_id), today, store_id)


def _snapshot(
    session: Session, row: LookbookRow, person: Person | None, today: date, store_id: Id | None
) -> LookbookSnapshot:
    found = house(session)
    staff = next((one for one in found.staff if one.id == row.staff_id), None) if found else None
    wanted = store_id or (staff.store_id if staff else None)
    store = next((one for one in found.stores if one.id == wanted), None) if found else None
    rows = pieces(
        session,
        client_id=row.client_id,
        store_id=wanted,
        today=today,
        only=row.product_ids,
        language=row.language,
    )
    by_id = {one.id: one for one in rows}
    return LookbookSnapshot(
        house=found.name if found else "",
        boutique=_boutique(store),
        adviser=_adviser(staff),
        title=row.title,
        created=today,
        client=_client(person),
        language=Language(written_in(row.language, Language.ENGLISH)),
        size=PageSize(row.page_size),
        letter=row.letter,
        pages=tuple(_page(page, by_id) for page in row.pages),
        switches=Switches(
            row.show_prices, row.show_set_aside, row.show_care, row.show_reactions, row.show_code
        ),
        code=f"LOOK:{row.id}",
    )


def _boutique(store: StoreRow | None) -> str:
    return f"{store.name}, {store.city}" if store else ""


def _adviser(staff: StaffRow | None) -> Adviser:
    if staff is None:
        return Adviser("")
    reach = " · ".join(one for one in (staff.email, staff.phone) if one)
    return Adviser(staff.name, staff.given_name, reach)


def _client(person: Person | None) -> Client | None:
    if person is None:
        return None
    return Client(person.display, person.address, person.native or "", person.language or "")


def _page(page: PageRow, by_id: dict[Id, PieceRow]) -> LookPage:
    layout = Layout(page.layout)
    slots: list[Piece | None] = [None] * FRAME_COUNTS[layout]
    for item in page.items:
        if item.slot < len(slots) and item.product_id in by_id:
            slots[item.slot] = _piece(by_id[item.product_id], item.size_label)
    return LookPage(layout, tuple(slots), page.words or "")


def _piece(row: PieceRow, size_label: str | None) -> Piece:
    described = ", ".join(one for one in (row.composition, row.colour) if one)
    care = " · ".join(one for one in (row.care, row.origin) if one)
    in_size = size_label or (row.her_size if row.here_in_size > 0 else None)
    return Piece(
        name=row.name,
        description=described,
        style_number=row.style_no,
        size_label=in_size or "",
        price=row.price,
        owned=row.owned,
        care=care,
        story=row.story or "",
        picture=row.picture,
    )
