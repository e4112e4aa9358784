"""Contents over a till's line to head office: ``sync.blobs.BlobTransport`` over HTTPS."""

import re

from clienteling.sync.blobs import Stand, Standing
from clienteling.sync.engine import LineError
from clienteling.sync.http import DeniedError, HttpTransport
from clienteling.sync.line import NOT_HEAD_OFFICE, Reply

_OFFSET, _LENGTH = "upload-offset", "upload-length"
_SHA256 = re.compile(r"[0-9a-f]{64}")


class HttpBlobs:
    """Contents over the line that a till's words go over; for the same thread.

    Args:
        transport: The line.
    """

    def __init__(self, transport: HttpTransport) -> None:
        self._transport = transport

    def wanted(self) -> tuple[str, ...]:
        """Ask which named contents head office has not."""
        reply = self._ask("GET", "/v1/blobs")
        words = reply.words() if reply.status == 200 else None
        named = words.get("wanted") if isinstance(words, dict) else None
        if not isinstance(named, list) or not all(_is_hash(one) for one in named):
            raise LineError(NOT_HEAD_OFFICE)
        return tuple(named)

    def stand(self, sha256: str) -> Stand:
        """Ask how far a content is there."""
        reply = self._ask("HEAD", f"/v1/blobs/{sha256}")
        if reply.status == 200:
            return Stand(Standing.HERE, _offset_in(reply))
        return _not_here(reply)

    def fetch(self, sha256: str, start: int, length: int) -> bytes | Stand:
        """Ask for a piece, shorter at the end; how it stands where it is not there whole."""
        asked = {"range": f"bytes={start}-{start + length - 1}"}
        reply = self._ask("GET", f"/v1/blobs/{sha256}", headers=asked)
        if reply.status == 206:
            is_fit = reply.headers.get("content-range", "").startswith(f"bytes {start}-")
            if not is_fit or len(reply.body) > length:
                raise LineError(NOT_HEAD_OFFICE)
            return reply.body
        return b"" if reply.status == 416 else _not_here(reply)

    def send(self, sha256: str, offset: int, size: int, piece: bytes) -> Stand:
        """Send a piece of a content of ``size`` bytes; how it stands then."""
        headers = {
            _OFFSET: str(offset),
            _LENGTH: str(size),
            "content-type": "application/octet-stream",
        }
        reply = self._ask("PUT", f"/v1/blobs/{sha256}", piece, headers)
        if reply.status == 422:
            return Stand(Standing.CORRUPT)
        if reply.status == 200:
            here = _offset_in(reply)
            return Stand(Standing.HERE if here == size else Standing.AWAITED, here)
        return _not_here(reply)

    def _ask(
        self, method: str, target: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> Reply:
        try:
            return self._transport.request(method, target, body, headers)
        except DeniedError as denied:
            # The next sync of rows hears the same and stops; here nothing is lost.
            raise LineError(str(denied)) from denied


def _not_here(reply: Reply) -> Stand:
    if reply.status != 404:
        raise LineError(NOT_HEAD_OFFICE)
    if _OFFSET in reply.headers:
        return Stand(Standing.AWAITED, _offset_in(reply))
    return Stand(Standing.REFUSED)


def _offset_in(reply: Reply) -> int:
    text = reply.headers.get(_OFFSET, "")
    if not text.isascii() or not text.isdigit() or len(text) > 12:
        raise LineError(NOT_HEAD_OFFICE)
    return int(text)


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None
