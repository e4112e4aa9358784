"""A connection that must say what it wants before long: half-open ones are closed.

uvicorn waits for ever for the head of a request; three hundred sockets that say nothing would keep
real tills out. Nor does it hear that the other side sleeps: a server that stops would wait for it.
"""

import asyncio
import sys
from typing import Any

from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

#: So long a handshake, or the goodbye after the last word, may take; asyncio bears 60 and 30.
_TLS_SECONDS = 5.0

#: So long one that is to go may neither send nor take a byte.
_STILL_SECONDS = 2.0

if sys.platform == "win32":
    _PlainLoop = asyncio.ProactorEventLoop
else:
    _PlainLoop = asyncio.SelectorEventLoop


class ImpatientLoop(_PlainLoop):
    """The standard loop, whose servers do not wait long for a peer that sleeps in TLS."""

    @override
    async def create_server(self, *listening: Any, **named: Any) -> Any:
        """Listen; uvicorn has no words for these limits."""
        return await super().create_server(
            *listening,
            **named,
            ssl_handshake_timeout=_TLS_SECONDS,
            ssl_shutdown_timeout=_TLS_SECONDS,
        )


class Impatient(HttpToolsProtocol):
    """HTTP/1.1 with a limit on how long the head of a request may take.

    Once it is to go, it is watched: where it is the other side's turn and nothing moves, it goes.
    """

    header_seconds = 10.0

    _deadline: asyncio.TimerHandle | None = None
    _watch: asyncio.TimerHandle | None = None
    _received = 0

    @override
    def connection_made(self, transport: Any) -> None:
        """Begin to wait."""
        super().connection_made(transport)
        self._wait()

    @override
    def data_received(self, data: bytes) -> None:
        """Begin to wait anew where this is the beginning of another request."""
        self._received += len(data)
        if self._deadline is None and self._is_idle():
            self._wait()
        super().data_received(data)

    @override
    def on_headers_complete(self) -> None:
        """Wait no longer."""
        self._stop_waiting()
        super().on_headers_complete()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop_waiting()
        if self._watch is not None:
            self._watch.cancel()
        super().connection_lost(exc)

    @override
    def on_response_complete(self) -> None:
        """Let go of a connection that is at its end."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._look()

    @override
    def shutdown(self) -> None:
        """Finish what was begun; an idle connection is closed."""
        super().shutdown()
        self._look()

    def _look(self, before: tuple[int, int] | None = None) -> None:
        """See whether anything moved since last time."""
        now = (self._received, self.transport.get_write_buffer_size())
        if now == before and self._is_their_turn():
            # A till that sleeps neither ends its sentence nor says goodbye.
            self.transport.abort()
            return
        if self._watch is not None:
            self._watch.cancel()
        self._watch = self.loop.call_later(_STILL_SECONDS, self._look, now)

    def _is_their_turn(self) -> bool:
        """Tell whether the other side is waited for, and not a thread of ours."""
        cycle: Any = self.cycle
        return self._is_idle() or cycle.more_body or self.flow.write_paused

    def _is_idle(self) -> bool:
        cycle: Any = self.cycle
        return cycle is None or bool(cycle.response_complete)

    def _wait(self) -> None:
        self._deadline = self.loop.call_later(self.header_seconds, self._give_up)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        self._deadline = None
        self.transport.abort()


def impatient(seconds: float) -> type[Impatient]:
    """Return the protocol of a server that waits so long for a head."""
    return type("Impatient", (Impatient,), {"header_seconds": seconds})
