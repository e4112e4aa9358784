"""Begin a lookbook for a client, or with a piece, in one step."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.languages import written_in
from clienteling.models.client import Client
from clienteling.services.lookbooks import fill_lookbook, new_lookbook


def begin_lookbook(
    session: Session,
    *,
    client_id: Id | None,
    staff_id: Id | None,
    title: str,
    language: str,
    pieces: Sequence[Id] = (),
) -> Id:
    """Make a lookbook, written in the client's language, with pieces placed; return its id.

    Args:
        client_id: For whom; None for nobody yet.
        language: Of the window; the client's own goes before it where the house writes in it.
        pieces: Placed in order from the first page on.
    """
    client = session.get(Client, client_id) if client_id is not None else None
    spoken = client.language if client is not None else None
    lookbook_id = new_lookbook(
        session,
        client_id=client_id,
        staff_id=staff_id,
        title=title,
        language=written_in(spoken, language),
    )
    if pieces:
        fill_lookbook(session, lookbook_id=lookbook_id, pieces=pieces)
    return lookbook_id
