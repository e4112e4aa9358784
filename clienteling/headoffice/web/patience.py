"""A connection that must say what it wants before long: half-open ones are closed.

uvicorn waits for ever for the head of a request; three hundred sockets that say nothing would keep
real tills out.
"""

import asyncio
from typing import Any

from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_GOODBYE_SECONDS = 1.0


class Impatient(HttpToolsProtocol):
    """HTTP/1.1 with a limit on how long the head of a request may take."""

    header_seconds = 10.0

    _deadline: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: Any) -> None:
        """Begin to wait."""
        super().connection_made(transport)
        self._wait()

    @override
    def data_received(self, data: bytes) -> None:
        """Begin to wait anew where this is the beginning of another request."""
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
        super().connection_lost(exc)

    @override
    def on_response_complete(self) -> None:
        """Let go of a connection that is at its end."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._linger()

    @override
    def shutdown(self) -> None:
        """Finish what was begun; an idle connection is closed."""
        super().shutdown()
        if self._is_idle():
            self._linger()

    def _linger(self) -> None:
        # TLS waits half a minute for the other side's goodbye; a till that sleeps says none.
        self.loop.call_later(_GOODBYE_SECONDS, self.transport.abort)

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
