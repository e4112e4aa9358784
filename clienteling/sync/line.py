"""One request over the network, and a plain sentence for everything that is not an answer.

A till meets captive portals, cables that are out, half-open connections and servers of others.
None of them is believed: the answer must come over TLS from an authority that is trusted, say that
it is head office, end within its time and within its size.
"""

import contextlib
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from clienteling.domain.errors import UserError
from clienteling.sync import packing
from clienteling.sync.engine import LineError
from clienteling.sync.signing import OFFICE_HEADER

#: The most an answer may be as it is sent, and without its compression.
MOST_BYTES, MOST_PLAIN_BYTES = 32 << 20, 128 << 20
_CONNECT_SECONDS, _READ_SECONDS, _WHOLE_SECONDS = 10.0, 30.0, 180.0
_MOST_WAIT = 3_600.0

NO_LINE = "Head office cannot be reached. What is written here is safe and goes when it can."
NOT_HEAD_OFFICE = (
    "Something else answers in head office's place; a sign-in page of the network may be waiting. "
    "What is written here is safe."
)
UNTRUSTED = (
    "What answers does not have head office's certificate. Nothing was sent. If head office was "
    "set up anew, this till must be enrolled anew."
)
OUT_OF_DATE = (
    "Head office's certificate is not valid today. Look at the date of this computer first."
)
TOO_SLOW = "Head office did not answer in time. Nothing is lost, it is tried again."
CUT_SHORT = "The line broke before head office's answer was whole. It is tried again."
ENDLESS = "The answer was larger than any of head office's. It was not taken."
BUSY = "Head office is busy and asks to be left alone for a while."
AILING = "Head office has a fault. What is written here is safe and goes later."


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of head office."""

    status: int
    kind: str
    body: bytes
    headers: Mapping[str, str]

    def words(self) -> Any:
        """Return what it says as mappings, lists, texts and numbers.

        Raises:
            LineError: it says nothing that can be read.
        """
        try:
            return packing.unpack(self.body, self.kind)
        except packing.UnreadableError as error:
            raise LineError(CUT_SHORT) from error


class Line:
    """A line to one head office; for one thread at a time, but to close it.

    Args:
        address: Where it is, ``https://host:port``.
        ca_pem: The only authority that is trusted; the public ones where it is None.
        tick: Seconds that only grow.
        read_seconds: How long silence is borne.

    Raises:
        UserError: the address or the certificate is none.
    """

    def __init__(
        self,
        address: str,
        ca_pem: str | None,
        *,
        tick: Callable[[], float] = time.monotonic,
        read_seconds: float = _READ_SECONDS,
    ) -> None:
        self._tick = tick
        self._client = open_client(address, trusting(ca_pem), read_seconds)
        self._stream: Any = None
        self._is_closed = False

    def close(self) -> None:
        """Hang up, from any thread; who waits for an answer hears at once that none comes."""
        self._is_closed = True
        stream = self._stream
        held = None if stream is None else stream.get_extra_info("socket")
        if isinstance(held, socket.socket):
            # Closing alone does not wake a thread that reads.
            with contextlib.suppress(OSError):
                socket.socket.shutdown(held, socket.SHUT_RDWR)
        self._client.close()

    def _note(self, event: str, info: Mapping[str, Any]) -> None:
        """Remember the connection that is in use, as it is made."""
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            self._stream = info["return_value"]

    def ask(
        self,
        method: str,
        target: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        *,
        most: int = MOST_BYTES,
    ) -> Reply:
        """Ask once.

        Raises:
            LineError: no answer of head office came.
        """
        if self._is_closed:
            raise LineError(CUT_SHORT)
        with (
            translated(),
            self._client.stream(
                method,
                target,
                content=body,
                headers=dict(headers or {}),
                extensions={"trace": self._note},
            ) as found,
        ):
            _see_that_it_is_head_office(found)
            data = self._whole(found, most)
            if found.headers.get("content-encoding", "identity") == packing.ZSTD:
                data = _expanded(data)
            kind = found.headers.get("content-type", "").partition(";")[0]
            return Reply(found.status_code, kind, data, found.headers)

    def _whole(self, found: httpx2.Response, most: int) -> bytes:
        end = self._tick() + _WHOLE_SECONDS
        parts, size = [], 0
        for part in found.iter_raw():
            size += len(part)
            if size > most:
                raise LineError(ENDLESS)
            if self._tick() > end:
                raise LineError(TOO_SLOW)
            parts.append(part)
        return b"".join(parts)


def trusting(ca_pem: str | None) -> ssl.SSLContext:
    """Return a context that trusts one authority, or the public ones where none is given.

    Raises:
        UserError: it is no certificate.
    """
    if ca_pem is None:
        context = ssl.create_default_context()
    else:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        try:
            context.load_verify_locations(cadata=ca_pem)
        except (ssl.SSLError, ValueError) as error:
            raise UserError("This is no certificate of head office.", field="ca_pem") from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def open_client(address: str, context: ssl.SSLContext, read_seconds: float) -> httpx2.Client:
    """Return a client that follows nobody and decodes nothing by itself.

    Raises:
        UserError: the address is none of head office.
    """
    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL as error:
        raise UserError("This is no address of head office.", field="address") from error
    if url.scheme != "https" or not url.host:
        raise UserError("The address of head office begins with https://.", field="address")
    return httpx2.Client(
        base_url=url,
        verify=context,
        timeout=httpx2.Timeout(read_seconds, connect=min(_CONNECT_SECONDS, read_seconds)),
        limits=httpx2.Limits(max_connections=2, max_keepalive_connections=1),
        headers={"accept-encoding": packing.ZSTD, "user-agent": "clienteling"},
        follow_redirects=False,
    )


def _see_that_it_is_head_office(found: httpx2.Response) -> None:
    wait = _wait_of(found.headers.get("retry-after", ""))
    status = found.status_code
    if OFFICE_HEADER not in found.headers:
        # A proxy in front of head office speaks for it while it is away.
        raise LineError(BUSY if status in {502, 503, 504} else NOT_HEAD_OFFICE, wait)
    if status in {429, 503}:
        raise LineError(BUSY, wait)
    if status >= 500:
        raise LineError(AILING, wait)
    if 300 <= status < 400:
        raise LineError(NOT_HEAD_OFFICE)


def _wait_of(text: str) -> float | None:
    return min(float(text), _MOST_WAIT) if text.isascii() and text.isdigit() else None


def _expanded(data: bytes) -> bytes:
    try:
        return packing.expand(data, MOST_PLAIN_BYTES)
    except packing.TooLargeError as error:
        raise LineError(ENDLESS) from error
    except packing.UnreadableError as error:
        raise LineError(CUT_SHORT) from error


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turn whatever the network does into one of the sentences."""
    try:
        yield
    except httpx2.TimeoutException as error:
        is_silent = isinstance(error, httpx2.ReadTimeout | httpx2.WriteTimeout)
        raise LineError(TOO_SLOW if is_silent else NO_LINE) from error
    except httpx2.ConnectError as error:
        raise LineError(_why_not_connected(error)) from error
    except httpx2.RemoteProtocolError as error:
        raise LineError(_why_not_understood(error)) from error
    except httpx2.TransportError as error:
        raise LineError(CUT_SHORT) from error
    except (ssl.SSLError, OSError) as error:
        raise LineError(CUT_SHORT) from error


def _why_not_connected(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            # OpenSSL: 9 not yet valid, 10 has expired.
            return OUT_OF_DATE if cause.verify_code in {9, 10} else UNTRUSTED
        if isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError | ssl.SSLSyscallError):
            # It hung up in the handshake, as a server does that stops or has too many lines.
            return NO_LINE
        if isinstance(cause, ssl.SSLError):
            return NOT_HEAD_OFFICE
        cause = cause.__cause__ or cause.__context__
    return NO_LINE


def _why_not_understood(error: httpx2.RemoteProtocolError) -> str:
    words = str(error)
    is_cut = "without sending" in words or "peer closed" in words or "incomplete" in words
    return CUT_SHORT if is_cut else NOT_HEAD_OFFICE
