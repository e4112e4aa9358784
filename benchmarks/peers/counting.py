"""A wire that counts: everything that passes between a device and a server, both ways."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass


@dataclass(slots=True)
class Wire:
    """What has passed since it was last looked at.

    Args:
        port: Where to come in.
        up: Bytes towards the server, headers and sealing included.
        down: Bytes from it.
    """

    port: int = 0
    up: int = 0
    down: int = 0

    def taken(self) -> tuple[int, int]:
        """Return the bytes up and down, and begin anew."""
        told = self.up, self.down
        self.up = self.down = 0
        return told


@contextmanager
def counted(port: int) -> Iterator[Wire]:
    """Give a way to a server on this machine that counts; no figure of time goes through it."""
    wire, ready = Wire(), threading.Event()
    stop: list[Callable[[], object]] = []

    async def join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answers, asks = await asyncio.open_connection("127.0.0.1", port)
        ways = _carry(reader, asks, wire, up=True), _carry(answers, writer, wire, up=False)
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*ways)
        asks.close()
        writer.close()

    async def listen() -> None:
        over = asyncio.Event()
        loop = asyncio.get_running_loop()
        stop.append(lambda: loop.call_soon_threadsafe(over.set))
        async with await asyncio.start_server(join, "127.0.0.1", 0) as server:
            wire.port = server.sockets[0].getsockname()[1]
            ready.set()
            await over.wait()

    thread = threading.Thread(target=lambda: asyncio.run(listen()), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield wire
    finally:
        stop[0]()
        thread.join()


async def _carry(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, wire: Wire, *, up: bool
) -> None:
    with suppress(OSError):
        while data := await reader.read(1 << 16):
            if up:
                wire.up += len(data)
            else:
                wire.down += len(data)
            writer.write(data)
            await writer.drain()
    with suppress(OSError):
        writer.close()
