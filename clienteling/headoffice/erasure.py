"""Erasure on request: the row and all that hangs on it leave, a sealed tombstone stays.

Whatever names an erased row goes with it where the name is its owner or may not be empty, and
loses only the name where it may. Cases and set-aside mutations about erased rows go too.
"""

import json

from clienteling.headoffice import feed
from clienteling.headoffice.dialect import Transaction
from clienteling.headoffice.feed import Entry, Key, Scope
from clienteling.headoffice.seal import Seal
from clienteling.sync.merge import Kept, Version
from clienteling.sync.registry import children_of
from clienteling.sync.wire import CASES, ERASED


def erase(transaction: Transaction, seal: Seal, name: str, key: Key, now: int) -> int:
    """Erase a row of a scope and what hangs on it; return how many rows went."""
    scope = feed.hold(transaction, name)
    count = erase_in(transaction, seal, scope, key, now)
    feed.keep(transaction, scope, now)
    return count


def erase_in(transaction: Transaction, seal: Seal, scope: Scope, key: Key, now: int) -> int:
    """Erase a row of a held scope and what hangs on it; return how many rows went."""
    gone: set[Key] = set()
    _erase(transaction, seal, scope, key, now, gone)
    for _table, row_id in sorted(gone):
        _forget(transaction, seal, scope, row_id, now)
    transaction.run("DELETE FROM sync_snapshot WHERE scope = ?", (scope.name,))
    return len(gone)


def _erase(
    transaction: Transaction, seal: Seal, scope: Scope, key: Key, now: int, gone: set[Key]
) -> None:
    if key in gone:
        return
    gone.add(key)
    feed.look_up(transaction, scope, [key])
    scope.put(key, _erased(scope.get(key), seal.of(scope.name, *key), now))
    for kind, parent in children_of(key[0]):
        for child in feed.naming(transaction, scope, kind.table, parent.name, key[1]):
            entry = scope.get(child)
            if entry is None or entry.kept.state == ERASED:
                continue
            if parent.required or parent.name == kind.owner:
                _erase(transaction, seal, scope, child, now, gone)
            else:
                scope.put(child, _without(entry, parent.name, scope.head + 1, now))


def _erased(entry: Entry | None, proof: str, now: int) -> Entry:
    """Return what is left of an erased row: that it was, and head office's seal."""
    version = Version(0 if entry is None else entry.kept.seq, "hq", now, None)
    return Entry(Kept(0, ERASED, {}, {"+": version}), now, None, proof)


def _without(entry: Entry, field: str, seq: int, now: int) -> Entry:
    kept = entry.kept
    body = {name: value for name, value in kept.body.items() if name != field}
    versions = {**kept.versions, field: Version(seq, "hq", now, None)}
    return Entry(type(kept)(kept.seq, kept.state, body, versions), now, None, entry.proof)


def _forget(transaction: Transaction, seal: Seal, scope: Scope, row_id: str, now: int) -> None:
    about = json.dumps(row_id)
    # A transaction that has come in part is sent again from its beginning.
    transaction.run(
        "DELETE FROM sync_staged WHERE scope = ? AND body LIKE ?", (scope.name, f"%{about}%")
    )
    for case in feed.naming(transaction, scope, CASES, "row_id", row_id):
        scope.put(case, _erased(scope.get(case), seal.of(scope.name, *case), now))
    transaction.run(
        "UPDATE sync_rejected SET body = '' WHERE scope = ? AND (row_id = ? OR body LIKE ?)",
        (scope.name, row_id, f"%{about}%"),
    )
