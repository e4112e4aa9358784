"""Printable numbers from this till's own block, final from the moment they are given."""

from sqlalchemy.orm import Session

from clienteling.models.till import Counter


def next_client_no(session: Session, store_code: str) -> str:
    """Return the next client number of a boutique, such as ``CL-PAR1-000123``."""
    return f"CL-{store_code}-{_next(session, f'client:{store_code}'):06d}"


def next_receipt_no(session: Session, store_code: str) -> str:
    """Return the next number of a purchase noted by hand, such as ``N-PAR1-000045``."""
    return f"N-{store_code}-{_next(session, f'receipt:{store_code}'):06d}"


def _next(session: Session, name: str) -> int:
    counter = session.get(Counter, name)
    if counter is None:
        counter = Counter(name=name, next=1)
        session.add(counter)
    number = counter.next
    counter.next = number + 1
    return number
