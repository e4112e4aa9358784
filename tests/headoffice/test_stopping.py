"""A server that is told to stop does so, whoever sleeps at the other end of a line."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.headoffice.servers import Server

#: Longer than any test waits for a server to end.
FOR_EVER = 600

QUESTION = b"GET /admin/fonts/cormorant-500.woff HTTP/1.1\r\nhost: localhost\r\n\r\n"
HALF_A_BODY = (
    b"POST /v1/session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
    b"content-length: 100\r\n\r\n{"
)


@pytest.fixture
def patient_server(tmp_path: Path) -> Iterator[Server]:
    made = Server.new(
        tmp_path / "home",
        stop_seconds=FOR_EVER,
        header_seconds=FOR_EVER,
        body_seconds=FOR_EVER,
    ).start()
    yield made
    if made.is_alive:
        made.kill()


def _hello() -> bytes:
    """Return what opens a handshake."""
    out = ssl.MemoryBIO()
    line = ssl.create_default_context().wrap_bio(ssl.MemoryBIO(), out, server_hostname="localhost")
    with pytest.raises(ssl.SSLWantReadError):
        line.do_handshake()
    return out.read()


@pytest.mark.parametrize(
    "said",
    [b"", _hello()[:50], _hello()],
    ids=["said nothing", "in the middle of a word", "in the middle of the handshake"],
)
def test_a_stop_does_not_wait_for_who_sleeps_before_tls_stands(
    patient_server: Server, said: bytes
) -> None:
    with socket.create_connection(("127.0.0.1", patient_server.port), timeout=15) as raw:
        raw.sendall(said)
        assert patient_server.stop() == 0
    assert [entry["event"] for entry in patient_server.lines()] == ["starting", "stopped"]


def test_a_stop_does_not_wait_for_who_sleeps_on_an_open_line(patient_server: Server) -> None:
    context = ssl.create_default_context(cadata=patient_server.home.authority_pem())
    with ExitStack() as lines:
        for said in (b"", QUESTION[:9], QUESTION, HALF_A_BODY):
            raw = lines.enter_context(socket.socket())
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8_192)
            raw.settimeout(15)
            raw.connect(("127.0.0.1", patient_server.port))
            line = context.wrap_socket(raw, server_hostname="localhost")
            lines.enter_context(line).sendall(said)
        # Another one is answered: what was said before it has been heard.
        another = patient_server.line()
        assert another.ask("GET", "/health").status == 200
        another.close()
        assert patient_server.stop() == 0
    told = [entry for entry in patient_server.lines() if entry["event"] == "fault"]
    assert told == []
    assert patient_server.lines()[-1]["event"] == "stopped"
