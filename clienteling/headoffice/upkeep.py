"""What head office does by itself: new snapshots when much has changed, the old forgotten."""

from clienteling.headoffice import snapshot
from clienteling.headoffice.dialect import Transaction
from clienteling.headoffice.opening import OpenOffice
from clienteling.headoffice.overview import known_scopes
from clienteling.models.types import to_milliseconds

#: A till that begins reads the news after the snapshot one by one; so many are soon read.
FEW_ROWS = 2_000


def keep_up(office: OpenOffice) -> tuple[str, ...]:
    """Make the snapshots that are missing or old, and forget what is older than is promised.

    Returns:
        The scopes whose snapshot was made.
    """
    with office.database.read() as transaction:
        scopes = known_scopes(transaction)
        transaction.see(scopes)
        due = [
            scope
            for scope, head in transaction.all("SELECT scope, head FROM sync_scope")
            if head - _snapshot_at(transaction, scope) >= max(FEW_ROWS, head // 10)
        ]
    for scope in due:
        office.office.prepare_snapshot(scope)
    for scope in scopes:
        with office.database.write() as transaction:
            transaction.see((scope,))
            snapshot.prune(transaction, scope, to_milliseconds(office.clock.now()))
    office.blobs.collect(scopes, office.clock.now())
    return tuple(due)


def _snapshot_at(transaction: Transaction, scope: str) -> int:
    found = transaction.all("SELECT max(seq) FROM sync_snapshot WHERE scope = ?", (scope,))
    return int(found[0][0] or 0)
