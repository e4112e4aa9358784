"""What can be made again from the book: the search index and the clients' figures.

Both follow the ids in ``touched_client``, which the capture triggers fill, whatever way a change
came in. A bulk load skips them and calls ``rebuild_all`` at its end.
"""

from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import BugError
from clienteling.storage import metrics, search_index


def refresh_touched(session: Session, clock: Clock) -> None:
    """Make again what is derived of every client touched in this transaction."""
    raw = driver_connection(session)
    touched = [row[0] for row in raw.execute("SELECT client_id FROM touched_client")]
    if not touched:
        return
    metrics.refresh(raw, touched, clock.today())
    search_index.refresh(raw, touched)
    raw.execute("DELETE FROM touched_client")


def rebuild_all(session: Session, clock: Clock) -> None:
    """Make everything derived again from the whole book."""
    raw = driver_connection(session)
    metrics.rebuild(raw, clock.today())
    search_index.rebuild(raw)
    raw.execute("DELETE FROM touched_client")


def driver_connection(session: Session) -> dbapi2.Connection:
    """Return the driver's own connection of a session, inside its transaction."""
    known = session.info.get("driver")
    # It is asked for with every read of a card, and is the same for as long as the transaction.
    if known is not None and known[0] is session.get_transaction():
        return known[1]
    raw = session.connection().connection.driver_connection
    if raw is None:
        raise BugError("the session has no connection")
    session.info["driver"] = (session.get_transaction(), raw)
    return raw
