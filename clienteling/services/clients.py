"""Use-cases on the client herself: her fields, how to reach her, who belongs to her."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.emails import normalise_email
from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.domain.names import NameOrder
from clienteling.domain.phones import parse_phone
from clienteling.models import client as m
from clienteling.models.house import Store
from clienteling.services import rows
from clienteling.services.numbers import next_client_no

_PHONES = frozenset({m.ContactKind.MOBILE, m.ContactKind.PHONE, m.ContactKind.WHATSAPP})


@dataclass(frozen=True, slots=True)
class NewContact:
    """One way to reach a client, as typed, and who answers there."""

    kind: m.ContactKind
    value: str
    label: str | None = None
    owner: m.ContactOwner = m.ContactOwner.SELF


def new_client(
    session: Session,
    *,
    store_id: Id,
    staff_id: Id | None,
    today: date,
    values: Mapping[str, Any],
    contacts: tuple[NewContact, ...] = (),
) -> Id:
    """Add a client, in the care of whoever adds her; return her id.

    Args:
        store_id: Her home boutique.
        staff_id: Her adviser; None leaves her without one.
        today: The boutique's day.
        values: Fields of ``Client``; at least one name.
        contacts: Ways to reach her; the first of a kind is the primary one.

    Raises:
        UserError: no name, or a field that does not fit.
    """
    store = rows.get(session, Store, store_id)
    full: dict[str, Any] = {
        "kind": m.ClientKind.PERSON,
        "name_order": NameOrder.GIVEN_FIRST,
        "relationship_status": m.RelationshipStatus.PROSPECT,
        "do_not_contact": False,
        "first_seen_on": today,
        **values,
        "client_no": next_client_no(session, store.code),
        "home_store_id": store_id,
    }
    client = rows.put(session, m.Client, **full)
    _require_name(client)
    session.flush()
    if staff_id is not None:
        assign(session, client_id=client.id, staff_id=staff_id, since=today)
    for contact in contacts:
        add_contact(session, client_id=client.id, contact=contact, region=store.country)
    return client.id


def edit_client(session: Session, *, client_id: Id, values: Mapping[str, Any]) -> None:
    """Set fields of a client.

    Raises:
        NotFoundError: she isn't in the book.
        UserError: a field does not fit, or no name would be left.
    """
    _require_name(rows.change(session, m.Client, client_id, values))


def remove_client(session: Session, *, client_id: Id) -> None:
    """Take a client off every screen; undo brings her back."""
    rows.take_away(session, m.Client, client_id)


def assign(session: Session, *, client_id: Id, staff_id: Id, since: date) -> None:
    """Give a client into someone's care from a day on; the one before ends on that day."""
    present = session.scalars(
        select(m.Assignment)
        .where(
            m.Assignment.client_id == client_id,
            m.Assignment.role == m.AssignmentRole.PRIMARY,
            m.Assignment.until.is_(None),
            m.Assignment.deleted_at.is_(None),
        )
        .order_by(m.Assignment.id)
    ).all()
    if any(one.staff_id == staff_id for one in present):
        return
    for one in present:
        one.until = since
    rows.put(
        session,
        m.Assignment,
        client_id=client_id,
        staff_id=staff_id,
        role=m.AssignmentRole.PRIMARY,
        since=since,
    )


def add_contact(session: Session, *, client_id: Id, contact: NewContact, region: str | None) -> Id:
    """Add a way to reach a client; return its id.

    Args:
        client_id: Whom it reaches.
        contact: The way, as typed.
        region: ISO 3166-1 country that a number without a prefix is read in.

    Raises:
        UserError: an e-mail address that cannot be one.
    """
    others = session.scalars(
        select(m.ContactPoint.id).where(
            m.ContactPoint.client_id == client_id,
            m.ContactPoint.kind == contact.kind,
            m.ContactPoint.owner == m.ContactOwner.SELF,
            m.ContactPoint.deleted_at.is_(None),
        )
    ).first()
    row = rows.put(
        session,
        m.ContactPoint,
        client_id=client_id,
        kind=contact.kind,
        label=contact.label,
        is_primary=others is None and contact.owner is m.ContactOwner.SELF,
        status=m.ContactStatus.UNVERIFIED,
        owner=contact.owner,
        **_standard_form(contact, region),
    )
    session.flush()
    return row.id


def edit_contact(
    session: Session, *, contact_id: Id, contact: NewContact, region: str | None
) -> None:
    """Set what a contact point says."""
    said = {"kind": contact.kind, "label": contact.label, "owner": contact.owner}
    values = {**said, **_standard_form(contact, region)}
    rows.change(session, m.ContactPoint, contact_id, values)


def remove_contact(session: Session, *, contact_id: Id) -> None:
    """Take a contact point away."""
    rows.take_away(session, m.ContactPoint, contact_id)


def put_address(
    session: Session, *, client_id: Id, address_id: Id | None, values: Mapping[str, Any]
) -> Id:
    """Add an address, or set the fields of one that is there; return its id."""
    if address_id is not None:
        return rows.change(session, m.Address, address_id, values).id
    full: dict[str, Any] = {"label": m.AddressLabel.HOME, "is_primary": True, **values}
    row = rows.put(session, m.Address, client_id=client_id, **full)
    session.flush()
    return row.id


def remove_address(session: Session, *, address_id: Id) -> None:
    """Take an address away; the oldest of those left becomes the primary one if it was that."""
    gone = rows.get(session, m.Address, address_id)
    rows.take_away(session, m.Address, address_id)
    left = session.scalars(
        select(m.Address)
        .where(
            m.Address.client_id == gone.client_id,
            m.Address.id != gone.id,
            m.Address.deleted_at.is_(None),
        )
        .order_by(m.Address.is_primary.desc(), m.Address.id)
    ).first()
    if gone.is_primary and left is not None:
        left.is_primary = True


def relate(
    session: Session,
    *,
    from_client_id: Id,
    to_client_id: Id,
    kind: m.RelationshipKind,
    words: str | None = None,
    secret: bool = False,
) -> Id:
    """Say what one client is to another: ``from`` is the <kind> of ``to``; return the tie's id.

    Raises:
        UserError: a client would be tied to herself.
    """
    if from_client_id == to_client_id:
        raise UserError("Please choose another client than the card's own.", field="to_client_id")
    row = rows.put(
        session,
        m.Relationship,
        from_client_id=from_client_id,
        to_client_id=to_client_id,
        kind=kind,
        words=words,
        secret=secret,
    )
    session.flush()
    return row.id


def remove_relationship(session: Session, *, relationship_id: Id) -> None:
    """Take a tie between two clients away."""
    rows.take_away(session, m.Relationship, relationship_id)


def _require_name(client: m.Client) -> None:
    names = (
        client.given_name,
        client.family_name,
        client.native_name,
        client.preferred_name,
        client.company_name,
    )
    if not any(names):
        raise UserError("Please write a name, in any script.", field="family_name")


def _standard_form(contact: NewContact, region: str | None) -> dict[str, Any]:
    if contact.kind is m.ContactKind.EMAIL:
        return {"value_raw": contact.value, "value_norm": normalise_email(contact.value)}
    if contact.kind in _PHONES:
        phone = parse_phone(contact.value, region)
        return {"value_raw": contact.value, "value_norm": phone.e164, "region": phone.region}
    return {"value_raw": contact.value, "value_norm": contact.value.strip().casefold()}
