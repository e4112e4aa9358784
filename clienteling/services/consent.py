"""Use-cases on consent: one answer about several ways of being written to."""

from sqlalchemy.orm import Session

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.models.knowledge import (
    ConsentChannel,
    ConsentDecision,
    ConsentMethod,
    ConsentPurpose,
)
from clienteling.services.knowledge import record_consent


def record_decisions(
    session: Session,
    *,
    client_id: Id,
    channels: tuple[ConsentChannel, ...],
    decision: ConsentDecision,
    method: ConsentMethod,
    staff_id: Id | None,
    store_id: Id | None,
    wording: str | None = None,
) -> tuple[Id, ...]:
    """Keep one decision about marketing for each channel; return their ids.

    Raises:
        UserError: no channel is named.
    """
    if not channels:
        raise UserError("Please choose one way at least.", field="channels")
    return tuple(
        record_consent(
            session,
            client_id=client_id,
            purpose=ConsentPurpose.MARKETING,
            channel=channel,
            decision=decision,
            method=method,
            wording=wording,
            staff_id=staff_id,
            store_id=store_id,
        )
        for channel in channels
    )
