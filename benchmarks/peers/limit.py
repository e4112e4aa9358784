"""What nothing can be quicker than: the same rows over plain HTTP into a table, in one commit."""

import http.server
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from typing_extensions import override

from benchmarks.peers.limit_device import Table
from benchmarks.peers.peer import Peer, Served, part, python_device
from benchmarks.peers.records import FIELDS, Record
from clienteling.sync import packing

_PART = 2_000


@contextmanager
def serve(folder: Path, records: list[Record]) -> Iterator[Served]:
    """Serve packed rows from memory, and take full rows into a table."""
    start = time.perf_counter()
    table = Table(folder / "server.book")
    rows = [[one[name] for name in FIELDS] for one in records]
    table.upsert(rows)
    parts = [packing.shrink(msgspec.msgpack.encode(some)) for some in _parts(records)]
    loaded = time.perf_counter() - start
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(parts, table))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    ask = python_device("benchmarks.peers.limit_device")
    try:
        yield Served(server.server_port, ask, lambda: None, loaded, "")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        table.close()


def _parts(records: list[Record]) -> Iterator[list[list[Any]]]:
    for some in part(records, _PART):
        yield [[one[name] for name in FIELDS] for one in some]


def _handler(parts: list[bytes], table: Table) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            words = self.path.strip("/")
            if words == "parts":
                self._tell(json.dumps(len(parts)).encode())
            elif words.isdigit():
                self._tell(parts[int(words)])
            else:
                self._tell(b"{}")

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["content-length"]))
            table.upsert(msgspec.msgpack.decode(packing.expand(sent, 1 << 30)))
            self._tell(b"{}")

        def _tell(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        @override
        def log_message(self, *_all: Any) -> None:
            """Say nothing."""

    return Handler


PEER = Peer("the rows alone", serve, frozenset({"small", "middle", "large"}), is_whole=False)
