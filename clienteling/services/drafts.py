"""Words being written, kept as they are typed, and given back when the sheet is opened again."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.models.till import Draft


def keep_draft(session: Session, *, staff_id: Id, place: str, body: Mapping[str, Any]) -> None:
    """Keep what is being written at a place (``log:<client id>``)."""
    draft = session.get(Draft, (staff_id, place))
    if draft is None:
        draft = Draft(staff_id=staff_id, place=place)
        session.add(draft)
    draft.body = dict(body)
    draft.updated_at = session.info["moment"]


def add_to_draft(session: Session, *, staff_id: Id, place: str, words: str) -> None:
    """Put words behind those of a draft, which may not be there yet; nothing of it is lost."""
    draft = session.get(Draft, (staff_id, place))
    body: dict[str, Any] = {"kind": "note"} if draft is None else dict(draft.body)
    before = str(body.get("words") or "")
    body["words"] = f"{before}\n{words}" if before else words
    keep_draft(session, staff_id=staff_id, place=place, body=body)


def drop_draft(session: Session, *, staff_id: Id, place: str) -> None:
    """Forget a draft that was saved or emptied."""
    draft = session.get(Draft, (staff_id, place))
    if draft is not None:
        session.delete(draft)
