"""Identities made on the device: UUIDv7 as 32 lower-case hex digits.

In Python an id is a ``str`` of 32 hex digits (cheap, hashable, fit for JSON); in the book it is a
16-byte blob. The first 48 bits are milliseconds since 1970, so ids of one device sort by birth.
Source: RFC 9562 §5.7.
"""

import hashlib
import os
import re

from clienteling.domain.clock import Clock

Id = str

_HEX32 = re.compile(r"[0-9a-f]{32}")


def new_id(clock: Clock) -> Id:
    """Make a UUIDv7 from the clock and the operating system's randomness."""
    return new_id_bytes(clock).hex()


def new_id_bytes(clock: Clock) -> bytes:
    """Make a UUIDv7 as its 16 bytes, for bulk loading."""
    return id_bytes_at(int(clock.now().timestamp() * 1000), os.urandom(10))


def id_bytes_at(milliseconds: int, randomness: bytes) -> bytes:
    """Make the UUIDv7 of a given millisecond from 10 given random bytes (seeded worlds use it)."""
    tail = bytearray(randomness)
    tail[0] = 0x70 | (tail[0] & 0x0F)
    tail[2] = 0x80 | (tail[2] & 0x3F)
    return milliseconds.to_bytes(6, "big") + bytes(tail)


def is_id(text: str) -> bool:
    """Say whether the text has the shape of an id."""
    return _HEX32.fullmatch(text) is not None


def derived_id(*parts: str) -> Id:
    """Make the id of something that another system already named.

    Two tills that bring in the same file make the same ids, so nothing doubles when they meet.
    The parts (source, kind, their id) are hashed into a UUIDv8. Source: RFC 9562 §5.8.

    >>> derived_id("shop", "client", "42") == derived_id("shop", "client", "42")
    True
    """
    digest = bytearray(hashlib.sha256("\x1f".join(parts).encode()).digest()[:16])
    digest[6] = 0x80 | (digest[6] & 0x0F)
    digest[8] = 0x80 | (digest[8] & 0x3F)
    return digest.hex()
