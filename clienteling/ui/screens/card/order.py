"""Where a client stands in a list, and who stands before and after her."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.domain.ids import Id
from clienteling.queries import client_list as listing
from clienteling.queries.client_list import ClientList

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list, counted from one; ``before`` and ``after`` are None at its ends."""

    number: int
    count: int
    mine: bool
    before: Id | None
    after: Id | None


def place(
    raw: "dbapi2.Connection", *, lists: tuple[ClientList, ...], client_id: Id
) -> Place | None:
    """Return a client's place in the first of some lists that holds her, or None."""
    for listed in lists:
        ordered = listing.keys(raw, listed)
        found = listing.place_of(raw, ordered, client_id)
        if found is None:
            continue
        near = [at for at in (found - 1, found + 1) if 0 <= at < len(ordered)]
        rows = listing.page(raw, [ordered[at] for at in near])
        ids = {at: row.id for at, row in zip(near, rows, strict=True) if row is not None}
        mine = listed.adviser_id is not None
        return Place(found + 1, len(ordered), mine, ids.get(found - 1), ids.get(found + 1))
    return None
