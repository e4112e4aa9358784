"""What the book answers to what was typed so far, read in one go on the driver."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.domain.ids import Id
from clienteling.queries.catalogue_find import PieceHit, find_pieces
from clienteling.queries.client_list import ClientList, count
from clienteling.queries.find import Hit, find

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

MOST = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """Clients and pieces that the words may mean, and how many clients there are in all."""

    words: str
    clients: tuple[Hit, ...]
    pieces: tuple[PieceHit, ...]
    everyone: int


def answer(
    raw: "dbapi2.Connection",
    *,
    words: str,
    adviser: Id | None,
    store_id: Id | None,
    language: str,
    with_clients: bool,
    with_pieces: bool,
) -> Answer:
    """Find clients and pieces.

    Args:
        raw: A connection to the book.
        words: What was typed so far.
        adviser: Whose clients come first.
        store_id: The boutique that "here" means for pieces.
        language: BCP-47 of circles and pieces.
        with_clients: Whether clients are wanted.
        with_pieces: Whether pieces are wanted.
    """
    clients: tuple[Hit, ...] = ()
    if with_clients:
        clients = find(raw, words, scope_adviser=adviser, limit=MOST, language=language)
    pieces: tuple[PieceHit, ...] = ()
    if with_pieces:
        pieces = find_pieces(raw, words, store_id=store_id, limit=MOST, language=language)
    # The whole book's number is kept, so the day does not matter.
    return Answer(words, clients, pieces, count(raw, ClientList(date.min)))
