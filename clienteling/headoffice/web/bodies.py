"""Reading what a till sends: so much and no more, so long and no longer."""

import asyncio

from starlette.requests import ClientDisconnect, Request

from clienteling.headoffice.web.answers import RefusalError
from clienteling.headoffice.web.limits import Limits
from clienteling.sync import packing


async def whole_body(request: Request, limits: Limits) -> bytes:
    """Return the bytes of a request as they were sent.

    Raises:
        RefusalError: they are too many, or come too slowly.
    """
    announced = request.headers.get("content-length", "0")
    if not announced.isdigit() or int(announced) > limits.body_bytes:
        raise RefusalError(413, "too large")
    parts, size = [], 0
    try:
        async with asyncio.timeout(limits.body_seconds):
            async for part in request.stream():
                size += len(part)
                if size > limits.body_bytes:
                    raise RefusalError(413, "too large")
                parts.append(part)
    except TimeoutError as error:
        raise RefusalError(408, "too slow") from error
    except ClientDisconnect as error:
        raise RefusalError(400, "cut short") from error
    return b"".join(parts)


def content_type(request: Request) -> str:
    """Return in which of the agreed ways a request is written.

    Raises:
        RefusalError: in none of them.
    """
    kind = request.headers.get("content-type", packing.MSGPACK).partition(";")[0].strip().lower()
    if kind not in packing.TYPES:
        raise RefusalError(415, "content type")
    return kind


def plain_body(data: bytes, encoding: str, limits: Limits) -> bytes:
    """Return a body without its compression.

    Raises:
        RefusalError: it would grow beyond what is agreed, or is damaged.
    """
    if encoding in {"", "identity"}:
        return data
    if encoding != packing.ZSTD:
        raise RefusalError(415, "content encoding")
    try:
        return packing.expand(data, limits.plain_bytes)
    except packing.TooLargeError as error:
        raise RefusalError(413, "too large") from error
    except packing.UnreadableError as error:
        raise RefusalError(400, "malformed") from error
