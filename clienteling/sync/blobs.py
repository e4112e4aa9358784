"""Pictures and papers travel after the rows that name them, by their content's hash, in pieces.

Nothing here ever holds up a row: what is missing shows a placeholder and is tried again later. A
piece that was kept is never sent twice, and nothing enters the store whose hash is another.

The contract of the routes (``headoffice/blobs.py`` answers, the session's token says which till):

``GET /v1/blobs``
    200 ``{"wanted": [sha256, …]}``: what rows in the till's scopes name and head office has not.
``HEAD /v1/blobs/{sha256}``
    200 with ``Content-Length`` and an equal ``Upload-Offset``: it is here. 404 with
    ``Upload-Offset: n``: it is named and ``n`` bytes of this till's upload are safe. 404 without:
    no row in this till's scopes names it.
``GET /v1/blobs/{sha256}`` with ``Range: bytes=a-b``
    206 with ``Content-Range: bytes a-b/size``, at most ``PIECE_BYTES``; 416 past the end; 404 as
    above. Bytes travel as they are, without ``Content-Encoding``.
``PUT /v1/blobs/{sha256}`` with ``Upload-Offset: n`` and ``Upload-Length: size``
    The body is at most ``PIECE_BYTES`` from ``n`` on; what arrived of a body that was cut short
    may be given to the store, too. 200 with ``Upload-Offset``: safe up to there; equal to the
    size: complete. 409 with ``Upload-Offset``: nothing was kept, go on from there. 422 with
    ``Upload-Offset: 0``: the content has another hash; begin anew. 413 the row says another size
    or it is too large; 404 no row in this till's scopes names it. 507 head office's disk is full.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

#: The most bytes of one request.
PIECE_BYTES = 1 << 20

#: No content is larger.
LARGEST_BYTES = 25 * 1024 * 1024


class Standing(StrEnum):
    """Where a content stands at head office, for one till."""

    #: It is whole.
    HERE = "here"
    #: A row names it, and it has not come or not wholly.
    AWAITED = "awaited"
    #: What came has another hash, and was dropped.
    CORRUPT = "corrupt"
    #: No row in the till's scopes names it, or the row says another size.
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a content is at head office.

    Args:
        standing: Where it stands.
        offset: How many bytes from its beginning are safe there.
    """

    standing: Standing
    offset: int = 0


class BlobTransport(Protocol):
    """A line to head office for contents. Each call raises ``LineError`` when no answer came."""

    def wanted(self) -> tuple[str, ...]:
        """Ask which named contents head office has not."""
        ...

    def stand(self, sha256: str) -> Stand:
        """Ask how far a content is there."""
        ...

    def fetch(self, sha256: str, start: int, length: int) -> bytes | Stand:
        """Ask for a piece, shorter at the end; how it stands where it is not there whole."""
        ...

    def send(self, sha256: str, offset: int, size: int, piece: bytes) -> Stand:
        """Send a piece of a content of ``size`` bytes; how it stands then."""
        ...
