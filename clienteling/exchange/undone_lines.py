"""Find the line that a return undoes: the client's latest earlier one of the piece, if any."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlcipher3 import dbapi2

from clienteling.exchange.known_people import asked

_CLIENTS_AT_ONCE = 100


@dataclass(slots=True)
class _Line:
    """One line of a client, in the order in which they were sold."""

    key: bytes
    client: bytes
    product: bytes | None
    variant: bytes | None
    words: str | None
    left: int
    undoes: bytes | None
    is_ours: bool
    receipt: bytes
    net_minor: int

    def is_of(self, other: "_Line") -> bool:
        """Say whether two lines are of one piece: the same in the catalogue, else in words.

        A line that tells no size may be of any size of its piece.

        What is given back on its own receipt to the last penny is the piece too, whatever it is
        called: shop programs only tell that a receipt was refunded.
        """
        if self.receipt == other.receipt and self.net_minor == -other.net_minor:
            return True
        if self.variant is not None and other.variant is not None:
            return self.variant == other.variant
        if self.product is not None and other.product is not None:
            return self.product == other.product
        return self.words is not None and self.words == other.words


def link_returns(connection: dbapi2.Connection, clients: Iterable[bytes], batch: bytes) -> int:
    """Let this batch's returns name the lines they undo; return how many found theirs.

    Args:
        clients: Whose lines are looked at.
        batch: Only its own lines are written to; lines of other imports stay as they are.
    """
    everyone = sorted(clients)
    linked = 0
    for start in range(0, len(everyone), _CLIENTS_AT_ONCE):
        part = everyone[start : start + _CLIENTS_AT_ONCE]
        by_client: dict[bytes, list[_Line]] = defaultdict(list)
        for row in asked(connection, _LINES, part, batch):
            line = _Line(*row)
            by_client[line.client].append(line)
        pairs = [pair for lines in by_client.values() for pair in _pairs(lines)]
        connection.executemany("UPDATE purchase_line SET return_of_id = ? WHERE id = ?", pairs)
        linked += len(pairs)
    return linked


def _pairs(lines: Sequence[_Line]) -> list[tuple[bytes, bytes]]:
    """Return the undone line and the return, for each return that finds one."""
    by_key = {line.key: line for line in lines}
    for line in lines:
        undone = by_key.get(line.undoes) if line.undoes is not None else None
        if undone is not None:
            undone.left += line.left
    pairs = []
    for place, back in enumerate(lines):
        if back.left >= 0 or back.undoes is not None or not back.is_ours:
            continue
        earlier = (line for line in reversed(lines[:place]) if line.left > 0 and line.is_of(back))
        found = next(earlier, None)
        if found is not None:
            found.left += back.left
            pairs.append((found.key, back.key))
    return pairs


_LINES = (
    "SELECT l.id, p.client_id, l.product_id, l.variant_id, l.words, l.quantity, l.return_of_id, "
    "l.batch_id IS ?, p.id, l.net_minor FROM purchase p JOIN purchase_line l "
    "ON l.purchase_id = p.id WHERE p.client_id IN ({}) "
    "AND p.deleted_at IS NULL AND l.deleted_at IS NULL "
    "ORDER BY p.sold_at, l.quantity < 0, p.id, l.position, l.id"
)
