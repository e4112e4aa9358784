"""What head office answers with: a status, a body, and headers that say it is head office."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from clienteling.sync import packing
from clienteling.sync.signing import OFFICE_HEADER
from clienteling.sync.wire import PROTOCOL

_WORTH_SHRINKING = 512


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and plain mappings and lists, or bytes where ``kind`` says of which type."""

    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""


class RefusalError(Exception):
    """A request that is not worked on.

    Args:
        status: Of HTTP.
        reason: A word for the till.
        retry_after: Seconds to leave head office alone.
        more: What else the answer says.
    """

    def __init__(
        self, status: int, reason: str, *, retry_after: int | None = None, **more: Any
    ) -> None:
        super().__init__(reason)
        self.answer = refusal(status, reason, retry_after=retry_after, **more)


def refusal(status: int, reason: str, *, retry_after: int | None = None, **more: Any) -> Answer:
    """Return the answer that refuses."""
    headers = {} if retry_after is None else {"retry-after": str(retry_after)}
    if status in {408, 413}:
        # What is still on its way is not read.
        headers["connection"] = "close"
    return Answer(status, {"reason": reason, "kind": "refused", **more}, headers)


def written(answer: Answer, kind: str, accepts: str) -> tuple[bytes, dict[str, str]]:
    """Return the bytes of an answer and their headers.

    Args:
        answer: The answer.
        kind: The content type the till writes in.
        accepts: Its ``Accept-Encoding``.
    """
    data = answer.body if answer.kind else packing.pack(answer.body, kind)
    headers = {"content-type": answer.kind or kind, **base_headers(), **answer.headers}
    if len(data) >= _WORTH_SHRINKING and packing.ZSTD in accepts and not answer.kind:
        data = packing.shrink(data)
        headers["content-encoding"] = packing.ZSTD
    # A HEAD tells how long the content would be.
    headers.setdefault("content-length", str(len(data)))
    return data, headers


def base_headers() -> dict[str, str]:
    """Return what every answer carries."""
    return {
        OFFICE_HEADER: str(PROTOCOL),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
