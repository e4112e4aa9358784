"""Words that were being written and not yet saved."""

from typing import Any

from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.models.till import Draft


def draft(session: Session, *, staff_id: Id, place: str) -> dict[str, Any] | None:
    """Return what was being written at a place (``log:<client id>``), or None."""
    row = session.get(Draft, (staff_id, place))
    return None if row is None else dict(row.body)
