"""What people wrote, as the storage's own log had it at that moment; sync never touches this."""

import json
from dataclasses import dataclass, field
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.storage.capture import BATCH, DELETE, INSERT
from clienteling.sync.outbox import batch_name
from clienteling.sync.wire import CASES


@dataclass(frozen=True, slots=True)
class Edit:
    """One field that was written, one row that was made (``new`` is True) or removed (False)."""

    author: str
    muid: str
    table: str
    row_id: str
    name: str
    old: Any
    new: Any
    number: int


#: The name of the edit that makes or removes a row for good.
EXISTS = "(exists)"


@dataclass(slots=True)
class History:
    """Everything that was written in one run, and what both memories have lost since."""

    edits: list[Edit] = field(default_factory=list)
    forgotten: set[str] = field(default_factory=set)
    erased: set[str] = field(default_factory=set)
    #: Was anything ever erased; a restored backup may know of it again.
    has_erased: bool = False
    #: Was head office ever restored; it may then meet what was written in another order.
    was_set_back: bool = False
    #: Rows that head office was given by a newer program: held back here, or with a field more.
    strange: set[str] = field(default_factory=set)
    #: Those of them that a restored head office has forgotten; only a newer till could tell it.
    faded: set[str] = field(default_factory=set)
    #: For each edit, the edits its author may have seen.
    seen: dict[int, frozenset[int]] = field(default_factory=dict)

    def note(self, connection: dbapi2.Connection, author: str, tx: bytes) -> list[Edit]:
        """Note what one transaction wrote; whether a case is settled is asked of the books."""
        found = connection.execute(
            "SELECT muid, tbl, row_id, op, body FROM sync_log WHERE tx = ? AND tbl <> ?"
            " ORDER BY mid",
            (tx, CASES),
        ).fetchall()
        edits: list[Edit] = []
        for muid, table, row_id, op, body in found:
            if op == BATCH:
                rows = connection.execute(f"SELECT id FROM {table} WHERE batch_id = ?", (tx,))
                made = [(batch_name(muid, one), one) for (one,) in rows.fetchall()]
                changes = [(name, one.hex(), EXISTS, None, True) for name, one in made]
            elif op in {INSERT, DELETE}:
                changes = [(muid.hex(), row_id.hex(), EXISTS, op == DELETE, op == INSERT)]
            else:
                pairs = json.loads(body).items()
                changes = [(muid.hex(), row_id.hex(), n, old, new) for n, (old, new) in pairs]
            for name, row, what, old, new in changes:
                number = len(self.edits) + len(edits)
                edits.append(Edit(author, name, table, row, what, old, new, number))
        self.edits += edits
        return edits
