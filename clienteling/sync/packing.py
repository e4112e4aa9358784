"""Words as bytes and back: MessagePack or JSON, zstd, and never more than was agreed.

Both ends use it, and neither trusts the other: what is unpacked is counted while it grows, so a
few kilobytes that would become gigabytes are refused at the limit.
"""

import sys
from typing import Any, TypeVar

import msgspec

from clienteling.sync import codec
from clienteling.sync.wire import Malformed

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

T = TypeVar("T")

MSGPACK, JSON = "application/vnd.msgpack", "application/json"
TYPES = frozenset({MSGPACK, JSON})
ZSTD = "zstd"

#: The window a compressed body may ask for is memory: 8 MiB, as RFC 8878 recommends.
_WINDOW_LOG = 23
_LEVEL = 3


class TooLargeError(Exception):
    """The bytes would become more than was agreed."""


class UnreadableError(Exception):
    """The bytes are not what their label says."""


def pack(value: Any, kind: str = MSGPACK) -> bytes:
    """Write a message, or plain mappings and lists, as bytes."""
    return msgspec.json.encode(value) if kind == JSON else msgspec.msgpack.encode(value)


def unpack(data: bytes, kind: str = MSGPACK) -> Any:
    """Read bytes as plain mappings, lists, texts and numbers.

    Raises:
        UnreadableError: they are not of this kind.
    """
    try:
        return msgspec.json.decode(data) if kind == JSON else msgspec.msgpack.decode(data)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise UnreadableError from error


def read(kind: type[T], data: bytes, written: str = MSGPACK) -> T | Malformed:
    """Read a message of one kind.

    Raises:
        UnreadableError: the bytes are no message at all.
    """
    try:
        if written == JSON:
            return msgspec.json.decode(data, type=kind)
        return msgspec.msgpack.decode(data, type=kind)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        # The slower way says what is wrong, and where.
        return codec.decode(kind, unpack(data, written))


def shrink(data: bytes) -> bytes:
    """Compress bytes."""
    return zstd.compress(data, _LEVEL)


def expand(data: bytes, most: int) -> bytes:
    """Decompress bytes that may become at most so many.

    Raises:
        TooLargeError: they would become more.
        UnreadableError: they are cut short, damaged or followed by something else.
    """
    reader = zstd.ZstdDecompressor(
        options={zstd.DecompressionParameter.window_log_max: _WINDOW_LOG}
    )
    try:
        found = reader.decompress(data, max_length=most + 1)
    except zstd.ZstdError as error:
        raise UnreadableError from error
    if len(found) > most:
        raise TooLargeError
    if not reader.eof or reader.unused_data:
        raise UnreadableError
    return found
