"""A till's line to head office: ``sync.engine.Transport`` over HTTPS, signed, in sessions.

A session is begun when one is needed and renewed when head office no longer knows it; the engine
hears nothing of either. What head office refuses comes back as the word of the wire that says so.
"""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from clienteling import __version__
from clienteling.domain.clock import Clock
from clienteling.sync import codec, packing
from clienteling.sync.engine import LineError
from clienteling.sync.line import NOT_HEAD_OFFICE, Line, Reply
from clienteling.sync.signing import (
    COUNTER_HEADER,
    PROGRAM_HEADER,
    SCHEME,
    SIGNATURE_HEADER,
    TOKEN_HEADER,
    WAITING_HEADER,
    TillKey,
    request_words,
    session_words,
    to_text,
)
from clienteling.sync.wire import (
    Amnesia,
    Elsewhere,
    Malformed,
    Pull,
    PullAnswer,
    Pulled,
    Push,
    PushAnswer,
    Pushed,
    Refused,
    SnapshotAnswer,
    SnapshotAsked,
    SnapshotNeeded,
    SnapshotPart,
)

A = TypeVar("A")

_WORTH_SHRINKING = 512


class DeniedError(Exception):
    """Head office answers, and does not hear this till.

    Args:
        reason: ``revoked``, ``pending``, ``another till``, ``upgrade`` and the like.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class EraseOrder:
    """Head office's order to erase the book of a till; ``signing.order_words`` is what it signs.

    Args:
        till: Whose book.
        at: When it was given, in milliseconds.
        signature: Head office's, in hex; its key came with the enrolment.
    """

    till: str
    at: int
    signature: str


@dataclass(slots=True)
class _Session:
    token: str
    counter: int = 0


class HttpTransport:
    """A line to head office for one till; for one thread at a time.

    Args:
        line: The line.
        till: The till's own name for itself.
        key: Its key.
        clock: This computer's; only compared with head office's.
    """

    def __init__(self, line: Line, till: str, key: TillKey, clock: Clock) -> None:
        self._line = line
        self._till = till
        self._key = key
        self._clock = clock
        self._session: _Session | None = None
        #: How far this computer's clock is ahead of head office's; None before they have spoken.
        self.clock_off_seconds: int | None = None
        #: The order to erase its book that came with the refusal of a revoked till.
        self.order: EraseOrder | None = None
        #: How many changes wait here, to be told with what is asked next; None where unknown.
        self.waiting: int | None = None

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def push(self, words: Push) -> PushAnswer | Malformed:
        """Send a stretch of the log."""
        return self._words("/v1/push", words, (Pushed, Elsewhere, Amnesia))

    def pull(self, words: Pull) -> PullAnswer | Malformed:
        """Ask for news."""
        return self._words("/v1/pull", words, (Pulled, Amnesia, SnapshotNeeded))

    def snapshot(self, words: SnapshotAsked) -> SnapshotAnswer | Malformed:
        """Ask for a part of a snapshot."""
        return self._words("/v1/snapshot", words, (SnapshotPart,))

    def request(
        self,
        method: str,
        target: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Ask once, signed; a session that head office no longer knows is begun anew.

        Raises:
            LineError: no answer came.
            DeniedError: head office does not hear this till.
        """
        reply = self._signed(method, target, body, headers or {})
        if reply.status == 401:
            self._session = None
            reply = self._signed(method, target, body, headers or {})
        if reply.status in {401, 403}:
            raise self._denied(reply)
        return reply

    def _words(
        self, target: str, words: object, kinds: tuple[type[A], ...]
    ) -> A | Refused | Malformed:
        body = packing.pack(words)
        headers = {"content-type": packing.MSGPACK}
        if len(body) >= _WORTH_SHRINKING:
            body, headers["content-encoding"] = packing.shrink(body), packing.ZSTD
        try:
            reply = self.request("POST", target, body, headers)
        except DeniedError as denied:
            return Refused(denied.reason)
        answer: Any = answer_in(reply)
        if isinstance(answer, (*kinds, Refused, Malformed)):
            return cast("A | Refused | Malformed", answer)
        return Malformed("an answer to something else")

    def _signed(self, method: str, target: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        session = self._session = self._session or self._begin()
        session.counter += 1
        words = request_words(session.token, session.counter, method, target, body)
        waits = {} if self.waiting is None else {WAITING_HEADER: str(self.waiting)}
        return self._line.ask(
            method,
            target,
            body,
            {
                **headers,
                **waits,
                PROGRAM_HEADER: __version__,
                TOKEN_HEADER: f"{SCHEME}{session.token}",
                COUNTER_HEADER: str(session.counter),
                SIGNATURE_HEADER: to_text(self._key.sign(words)),
            },
        )

    def _begin(self) -> _Session:
        nonce = self._session_word({"till": self._till}, "nonce")
        signature = to_text(self._key.sign(session_words(self._till, nonce)))
        at = round(self._clock.now().timestamp() * 1000)
        words = {"till": self._till, "nonce": nonce, "signature": signature, "at": at}
        return _Session(self._session_word(words, "token"))

    def _session_word(self, words: Mapping[str, object], name: str) -> str:
        began = self._clock.now()
        reply = self._line.ask(
            "POST", "/v1/session", packing.pack(words), {"content-type": packing.MSGPACK}
        )
        if reply.status != 200:
            raise self._denied(reply)
        found = said(reply)
        at, word = found.get("at"), found.get(name)
        if type(at) is not int or not isinstance(word, str):
            raise LineError(NOT_HEAD_OFFICE)
        ended = self._clock.now()
        middle = (began + (ended - began) / 2).timestamp()
        self.clock_off_seconds = round(middle - at / 1000)
        return word

    def _denied(self, reply: Reply) -> DeniedError:
        found = said(reply)
        self._session = None
        self.order = _order_in(found.get("order"))
        return DeniedError(str(found.get("reason", "unknown"))[:200])


def answer_in(reply: Reply) -> Any:
    """Return the word of the wire that a reply holds."""
    found = reply.words()
    if reply.status == 200 or (isinstance(found, dict) and found.get("kind") == "refused"):
        return codec.decode_answer(found)
    raise LineError(NOT_HEAD_OFFICE)


def _order_in(found: object) -> EraseOrder | None:
    order = codec.decode(EraseOrder, found) if found is not None else None
    return order if isinstance(order, EraseOrder) else None


def said(reply: Reply) -> dict[str, Any]:
    """Return what a reply says about sessions and enrolment."""
    found = reply.words()
    if not isinstance(found, dict):
        raise LineError(NOT_HEAD_OFFICE)
    return found


@contextlib.contextmanager
def hung_up(line: Line) -> Iterator[Line]:
    """Give a line that is hung up afterwards."""
    try:
        yield line
    finally:
        line.close()
