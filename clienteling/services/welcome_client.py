"""Welcome a new client: her name, one way to reach her and what she allows, kept as one act."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.models.client import ContactKind
from clienteling.models.knowledge import (
    ConsentChannel,
    ConsentDecision,
    ConsentMethod,
    ConsentPurpose,
)
from clienteling.services.clients import NewContact, new_client
from clienteling.services.knowledge import record_consent


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """What she answered about being written to or called.

    Args:
        method: How she said so: ``verbal_logged`` or ``paper_signed``.
        granted: Channels she allows.
        refused: Channels she said no to; a channel in neither was not asked about.
    """

    method: str
    granted: frozenset[str]
    refused: frozenset[str] = frozenset()


def welcome_client(
    session: Session,
    *,
    store_id: Id,
    staff_id: Id | None,
    today: date,
    values: Mapping[str, Any],
    contact: tuple[str, str] | None = None,
    consent: ConsentAnswer | None = None,
) -> Id:
    """Add a client with what was asked at the counter; return her id.

    Args:
        store_id: Her home boutique.
        staff_id: Her adviser.
        today: The boutique's day.
        values: Fields of ``Client``; at least one name.
        contact: Kind and value of one way to reach her.
        consent: Her answer; None where nobody asked.

    Raises:
        UserError: no name, or a field that does not fit.
    """
    contacts = () if contact is None else (NewContact(ContactKind(contact[0]), contact[1]),)
    client_id = new_client(
        session,
        store_id=store_id,
        staff_id=staff_id,
        today=today,
        values=values,
        contacts=contacts,
    )
    if consent is not None:
        decided = (
            (consent.granted, ConsentDecision.GRANTED),
            (consent.refused - consent.granted, ConsentDecision.REFUSED),
        )
        for channels, decision in decided:
            for channel in sorted(channels):
                record_consent(
                    session,
                    client_id=client_id,
                    purpose=ConsentPurpose.MARKETING,
                    channel=ConsentChannel(channel),
                    decision=decision,
                    method=ConsentMethod(consent.method),
                    staff_id=staff_id,
                    store_id=store_id,
                )
    return client_id
