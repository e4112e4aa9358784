"""Head office as one object: what a till may ask of it, answered as values.

Stateless but for its database: two of them on one database serve the same tills.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clienteling.domain.clock import Clock
from clienteling.headoffice import buckets, erasure, feed, push, snapshot, staging, tills
from clienteling.headoffice.dialect import Database, Transaction, again
from clienteling.headoffice.schema import make_tables
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.tills import Till
from clienteling.models.types import to_milliseconds
from clienteling.sync import casts, checks, wire
from clienteling.sync.scopes import EVERYWHERE

#: The most rows one page of a pull holds, whatever is asked for.
MAX_PAGE = 2_000


class HeadOffice:
    """The one truth that many tills share.

    Args:
        database: Where everything is kept.
        clock: Head office's own time; it labels and never orders.
        seal: Marks erasures, see there.
    """

    def __init__(self, database: Database, clock: Clock, seal: Seal) -> None:
        self._database = database
        self._clock = clock
        self._seal = seal

    def make_tables(self) -> None:
        """Make the tables where they are missing."""
        make_tables(self._database)

    @again
    def enrol(self, till: str, home: str) -> None:
        """Make a till known to a boutique's scope."""
        with self._database.write() as transaction:
            tills.enrol(transaction, till, home, self._now())

    @again
    def revoke(self, till: str) -> None:
        """Hear a till no more."""
        with self._database.write() as transaction:
            tills.revoke(transaction, till, self._now())

    @again
    def set_granted(self, till: str, granted: Iterable[str]) -> None:
        """Say which scopes beside the catalogue a till reads and writes; it leaves the others."""
        with self._database.write() as transaction:
            tills.set_granted(transaction, till, granted)

    @again
    def push(self, words: wire.Push) -> wire.PushAnswer:
        """Take a stretch of a till's log, or say why not; nothing is kept in part."""
        fault = checks.push_fault(words)
        if fault is not None:
            return wire.Refused(f"malformed: {fault}")
        with self._database.write() as transaction:
            till = _known(transaction, words.till, words.version)
            if isinstance(till, wire.Refused):
                return till
            if words.schema > casts.SCHEMA:
                return wire.Refused("newer", casts.SCHEMA)
            place = tills.hold_place(transaction, till, words.incarnation, words.schema)
            cursors = _granted(till, words.cursors)
            # Marks that old are forgotten; the numbers that were read under them still hold.
            old = snapshot.too_old(transaction, cursors)
            recent = {scope: cursor for scope, cursor in cursors.items() if scope not in old}
            unknown = feed.unknown_marks(transaction, recent)
            if unknown:
                return wire.Amnesia(unknown)
            whole = staging.gather(transaction, till, place, words, self._now())
            if not isinstance(whole, wire.Push):
                return whole
            told = casts.raise_push(whole)
            answer = push.take(transaction, self._seal, till, place, told, self._now())
            if isinstance(answer, wire.Pushed):
                tills.move_place(transaction, till, words.incarnation, answer.place, self._now())
            return answer

    def pull(self, words: wire.Pull) -> wire.PullAnswer:
        """Return what is new in a till's scopes, all of one moment."""
        with self._database.read() as transaction:
            till = _known(transaction, words.till, words.version)
            if isinstance(till, wire.Refused):
                return till
            if (refused := _unspoken(words.schema)) is not None:
                return refused
            cursors = _granted(till, words.cursors)
            old = snapshot.too_old(transaction, cursors)
            if old:
                return wire.SnapshotNeeded(old)
            unknown = feed.unknown_marks(transaction, cursors)
            if unknown:
                return wire.Amnesia(unknown)
            limit = max(1, min(words.limit, MAX_PAGE))
            pages = tuple(
                _page(transaction, scope, cursor, limit, words.schema)
                for scope, cursor in sorted(cursors.items())
            )
            place = tills.place_of(transaction, till, words.incarnation)
            again: tuple[wire.Bucket, ...] = ()
            if words.digests and words.schema == casts.SCHEMA:
                again = buckets.differing(transaction, cursors, words.digests)
            return wire.Pulled(place, till.granted, pages, casts.SCHEMA, till.withdrawn, again)

    def snapshot(self, words: wire.SnapshotAsked) -> wire.SnapshotAnswer:
        """Return one part of a scope's prepared snapshot."""
        with self._database.read() as transaction:
            till = _known(transaction, words.till, words.version)
            if isinstance(till, wire.Refused):
                return till
            if words.scope not in till.granted:
                return wire.Refused("another scope")
            if (refused := _unspoken(words.schema)) is not None:
                return refused
            answer = snapshot.part_of(transaction, words.scope, words.snapshot, words.part)
            if isinstance(answer, wire.SnapshotPart) and words.schema < casts.SCHEMA:
                return replace(answer, rows=casts.lower_rows(answer.rows, words.schema))
            return answer

    @again
    def prepare_snapshot(self, scope: str, *, rows_a_part: int = 2_000) -> None:
        """Make a scope's snapshot anew; for the night, and after much has changed."""
        with self._database.write() as transaction:
            transaction.see((scope,))
            snapshot.prepare(transaction, scope, rows_a_part, self._now())

    @again
    def erase(self, scope: str, table: str, row_id: str) -> int:
        """Erase a row and what hangs on it, on request; return how many rows went."""
        with self._database.write() as transaction:
            transaction.see((scope,))
            return erasure.erase(transaction, self._seal, scope, (table, row_id), self._now())

    def _now(self) -> int:
        return to_milliseconds(self._clock.now())


def _known(transaction: Transaction, name: str, version: int) -> Till | wire.Refused:
    if version != wire.PROTOCOL:
        return wire.Refused("upgrade")
    till = tills.find(transaction, name)
    if till is None:
        return wire.Refused("unknown")
    if till.is_revoked:
        return wire.Refused("revoked")
    transaction.see({*till.granted, till.home, EVERYWHERE})
    return till


def _granted(till: Till, cursors: Mapping[str, wire.Cursor]) -> dict[str, wire.Cursor]:
    return {scope: cursor for scope, cursor in cursors.items() if scope in till.granted}


def _unspoken(schema: int) -> wire.Refused | None:
    """Refuse news in a version that this program does not speak yet, or no more."""
    if schema > casts.SCHEMA:
        return wire.Refused("newer", casts.SCHEMA)
    return wire.Refused("upgrade") if schema < casts.SCHEMA - casts.BEHIND else None


def _page(
    transaction: Transaction, scope: str, cursor: wire.Cursor, limit: int, schema: int
) -> wire.Page:
    found_rows = feed.rows_after(transaction, scope, cursor.seq, limit)
    rows = casts.lower_rows(found_rows, schema)
    if len(found_rows) == limit:
        return wire.Page(scope, rows, feed.cursor_at(transaction, scope, found_rows[-1].seq), True)
    found = transaction.all("SELECT head FROM sync_scope WHERE scope = ?", (scope,))
    head = int(found[0][0]) if found else 0
    at = feed.cursor_at(transaction, scope, head) if head > cursor.seq else cursor
    return wire.Page(scope, rows, at, False)
