"""Give rows from a file ids that follow from what they are, so that none is brought in twice.

A line brought in again, on this till or on another, gets the id it has already, and the book
passes over ids that it holds. The ids keep the shape of UUIDv7 (RFC 9562 §5.7): the day of the
purchase in place of the moment of making, a digest in place of randomness.
"""

from datetime import date
from hashlib import blake2b

from clienteling.domain.ids import id_bytes_at

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_DAY_MS = 86_400_000
_PLAIN_MS = 946_684_800_000
"""1 January 2000, for rows that have no day of their own."""


def digest_of(*parts: object) -> bytes:
    """Return ten bytes that stand for these parts in this order."""
    text = "\x1f".join(["" if part is None else str(part) for part in parts])
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).digest()


def stable_id(*parts: object) -> bytes:
    """Return the id of a row that has no day of its own."""
    return id_bytes_at(_PLAIN_MS, digest_of(*parts))


def day_milliseconds(day: date) -> int:
    """Return the milliseconds of a day's beginning since 1970, never below nothing."""
    return max(0, (day.toordinal() - _EPOCH_DAY) * _DAY_MS)


def line_id(milliseconds: int, receipt_digest: bytes, ordinal: int) -> bytes:
    """Return the id of a receipt's line by its place; cheap, for there are millions."""
    return id_bytes_at(milliseconds, receipt_digest[:6] + ordinal.to_bytes(4))
