"""What answers in head office's place: portals, cut cables, endless bodies, each on a real port."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from clienteling.headoffice.certificates import make_authority, renew_leaf

#: Says something on an open connection; closing it is the stranger's business.
Play = Callable[[socket.socket], None]


def a_house_of_its_own(folder: Path, now: datetime | None = None) -> Path:
    """Make an authority and a certificate for this machine; return their folder."""
    moment = now or datetime.now(UTC)  # noqa: TID251 - TLS looks at the real clock
    folder.mkdir()
    make_authority(folder, "Somebody", moment)
    renew_leaf(folder, ["localhost", "127.0.0.1"], moment)
    return folder


@contextmanager
def stranger(play: Play, tls: Path | None) -> Iterator[str]:
    """Answer every connection with a play; over TLS with a house's certificate, or in the clear."""
    listening = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()
    threads: list[threading.Thread] = []

    def answer(raw: socket.socket) -> None:
        with suppress(OSError), raw:
            raw.settimeout(10)
            line = raw if tls is None else _wrapped(raw, tls)
            with line:
                line.recv(65_536)
                play(line)
                while not ended.is_set() and line.recv(65_536):
                    pass

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _address = listening.accept()
                threads.append(threading.Thread(target=answer, args=(connection,)))
                threads[-1].start()

    accepting = threading.Thread(target=accept)
    accepting.start()
    try:
        yield f"https://localhost:{listening.getsockname()[1]}"
    finally:
        ended.set()
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        accepting.join()
        for one in threads:
            one.join()


def _wrapped(raw: socket.socket, tls: Path) -> ssl.SSLSocket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tls / "server.pem", tls / "server.key")
    return context.wrap_socket(raw, server_side=True)


def says(status: str, body: bytes = b"", *headers: str, length: int | None = None) -> Play:
    """Say one answer; ``length`` may promise more than comes."""
    head = [f"HTTP/1.1 {status}", f"content-length: {len(body) if length is None else length}"]
    return says_raw("\r\n".join([*head, *headers, "", ""]).encode() + body)


def says_raw(data: bytes) -> Play:
    """Say bytes and hang up."""

    def play(line: socket.socket) -> None:
        line.sendall(data)
        line.shutdown(socket.SHUT_RDWR)

    return play


def says_nothing(line: socket.socket) -> None:
    """Take the question and keep the line open."""


def never_ends(line: socket.socket) -> None:
    """Begin an answer of head office and go on for ever."""
    head = "HTTP/1.1 200 OK\r\nclienteling: 1\r\ntransfer-encoding: chunked\r\n\r\n"
    line.sendall(head.encode())
    piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    with suppress(OSError):
        while True:
            line.sendall(piece)
