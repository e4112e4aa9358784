"""What the list needs to be drawn first: how many, and the rows that are seen at once."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.domain.ids import Id
from clienteling.queries import client_list as listing
from clienteling.queries.client_list import ClientList
from clienteling.queries.client_rows import ClientRow
from clienteling.queries.house_head import highlighted_circles

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2


@dataclass(frozen=True, slots=True)
class Opening:
    """A list as it is first drawn.

    Args:
        listed: The list.
        count: How many clients it holds.
        mine: How many are in the care of whoever is at this till.
        everyone: How many are in the book.
        rows: Its first rows.
        circles: The house's words for its highlighted circles.
    """

    listed: ClientList
    count: int
    mine: int
    everyone: int
    rows: tuple[ClientRow, ...]
    circles: tuple[str, ...]


def opening(
    raw: "dbapi2.Connection", *, listed: ClientList, me: Id | None, language: str
) -> Opening:
    """Return the first rows of a list and the counts beside its title."""
    return Opening(
        listed=listed,
        count=listing.count(raw, listed),
        mine=_count(raw, listed.today, me) if me else 0,
        everyone=_count(raw, listed.today, None),
        rows=listing.first_page(raw, listed, language=language),
        circles=highlighted_circles(raw, language=language),
    )


def _count(raw: "dbapi2.Connection", today: date, adviser: Id | None) -> int:
    return listing.count(raw, ClientList(today, adviser))
