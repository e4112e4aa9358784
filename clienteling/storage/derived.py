"""What can be made again from the book: the search index and the clients' figures.

Both follow the ids in ``touched_client``, which the capture triggers fill, whatever way a change
came in. A bulk load skips them and calls ``rebuild_all`` at its end.
"""

import re

from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import BugError
from clienteling.storage import metrics, search_index, search_rows
from clienteling.storage.capture import UPDATE


def _sources(*statements: str) -> frozenset[str]:
    """Return the tables that statements read, and the columns of a client they name."""
    words = " ".join(statements)
    columns = re.findall(r"\bc\.(\w+)", words)
    return frozenset(re.findall(r"\b(?:FROM|JOIN) (\w+)", words)) | {
        f"client.{column}" for column in columns
    }


_FIGURED = _sources(*metrics.READS)
_INDEXED = _sources(*search_rows.READS)


def has_waiting(session: Session) -> bool:
    """Say whether clients wait who were touched before: a bulk load was cut short."""
    raw = driver_connection(session)
    return raw.execute("SELECT 1 FROM touched_client LIMIT 1").fetchone() is not None


def refresh_touched(session: Session, clock: Clock, changed: frozenset[str] | None) -> None:
    """Make again what is derived of every client touched in this transaction.

    Args:
        session: The unit of work.
        clock: Tells the day.
        changed: What the transaction changed, as ``changes_of`` tells; what is derived of other
            things is left as it is. None: everything is made again.
    """
    raw = driver_connection(session)
    touched = [row[0] for row in raw.execute("SELECT client_id FROM touched_client")]
    if not touched:
        return
    if changed is None or changed & _FIGURED:
        metrics.refresh(raw, touched, clock.today())
    if changed is None or changed & (_INDEXED | _FIGURED):
        search_index.refresh(raw, touched)
    raw.execute("DELETE FROM touched_client")


def changes_of(session: Session, tx: bytes) -> frozenset[str]:
    """Return what a transaction changed: tables, and of clients that were there the columns."""
    rows = driver_connection(session).execute(
        "SELECT DISTINCT CASE WHEN field IS NULL THEN tbl ELSE 'client.' || field END FROM ("
        "  SELECT l.tbl, f.key AS field FROM sync_log l"
        "  LEFT JOIN json_each(l.body) f ON l.tbl = 'client' AND l.op = ? WHERE l.tx = ?)",
        (UPDATE, tx),
    )
    return frozenset(row[0] for row in rows)


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
