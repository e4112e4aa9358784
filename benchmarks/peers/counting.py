"""A wire that counts: everything that passes between a device and a server, both ways."""

import asyncio
import threading
from collections.abc import Iterator
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
    loop = asyncio.new_event_loop()

    async def listen() -> None:
        async def join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            there = await asyncio.open_connection("127.0.0.1", port)
            await asyncio.gather(
                _carry(reader, there[1], wire, up=True),
                _carry(there[0], writer, wire, up=False),
            )

        server = await asyncio.start_server(join, "127.0.0.1", 0)
        wire.port = server.sockets[0].getsockname()[1]
        ready.set()

    def turn() -> None:
        loop.run_until_complete(listen())
        loop.run_forever()

    thread = threading.Thread(target=turn, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield wire
    finally:
        loop.call_soon_threadsafe(loop.stop)
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
