"""Use-cases on pictures: the row of one that is kept, and whose likeness it is."""

from typing import Protocol

from sqlalchemy.orm import Session

from clienteling.domain.ids import Id, derived_id
from clienteling.models.catalogue import Attachment
from clienteling.models.client import Client
from clienteling.services import rows


class PictureFacts(Protocol):
    """What is known of bytes that stand encrypted beside the book."""

    @property
    def sha256(self) -> str:
        """Their content hash."""
        ...

    @property
    def mime(self) -> str:
        """Their kind."""
        ...

    @property
    def size_bytes(self) -> int:
        """Their size."""
        ...

    @property
    def width(self) -> int | None:
        """Pixels across."""
        ...

    @property
    def height(self) -> int | None:
        """Pixels down."""
        ...


def keep_attachment(session: Session, *, facts: PictureFacts) -> Id:
    """Put the row of kept bytes into the book once; return its id, the same on every till."""
    row_id = derived_id("attachment", facts.sha256)
    if session.get(Attachment, row_id) is None:
        session.add(
            Attachment(
                id=row_id,
                sha256=facts.sha256,
                mime=facts.mime,
                size_bytes=facts.size_bytes,
                width=facts.width,
                height=facts.height,
            )
        )
        session.flush()
    return row_id


def set_portrait(session: Session, *, client_id: Id, attachment_id: Id | None) -> None:
    """Give a client her portrait, or take it away."""
    rows.change(session, Client, client_id, {"portrait_id": attachment_id})
