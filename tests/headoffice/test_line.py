"""A till's line believes nobody but head office, and says in a sentence what happened instead."""

import socket
import struct
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import KnownError, UserError
from clienteling.sync import packing
from clienteling.sync.engine import LineError
from clienteling.sync.enrolling import fetch_authority
from clienteling.sync.http import HttpTransport
from clienteling.sync.invitation import Invitation, fingerprint
from clienteling.sync.line import (
    AILING,
    BUSY,
    CUT_SHORT,
    ENDLESS,
    NO_LINE,
    NOT_HEAD_OFFICE,
    OUT_OF_DATE,
    TOO_SLOW,
    UNTRUSTED,
    Line,
)
from clienteling.sync.wire import Cursor, Malformed, Pull
from tests.headoffice.servers import key_of
from tests.headoffice.strangers import (
    Play,
    a_house_of_its_own,
    never_ends,
    says,
    says_nothing,
    says_raw,
    stranger,
)

OURS = "clienteling: 1"
MSGPACK = f"content-type: {packing.MSGPACK}"
PORTAL = b"<html><body>Welcome to the hotel. Please sign in.</body></html>"
BOMB = packing.shrink(bytes(200 << 20))


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_house_of_its_own(tmp_path_factory.mktemp("tls") / "ours")


def _asked(address: str, tls: Path, **options: float) -> LineError:
    line = Line(address, (tls / "authority.pem").read_text(), **options)  # type: ignore[arg-type] # seconds
    with pytest.raises(LineError) as caught:
        line.ask("POST", "/v1/pull", b"", {"content-type": packing.MSGPACK}).words()
    line.close()
    return caught.value


@pytest.mark.parametrize(
    ("play", "sentence"),
    [
        (says("200 OK", PORTAL, "content-type: text/html"), NOT_HEAD_OFFICE),
        (says("302 Found", b"", "location: https://hotel.example/"), NOT_HEAD_OFFICE),
        (says("302 Found", b"", OURS, "location: https://hotel.example/"), NOT_HEAD_OFFICE),
        (says("404 Not Found", b"no such page"), NOT_HEAD_OFFICE),
        (says("407 Proxy Authentication Required"), NOT_HEAD_OFFICE),
        (says("502 Bad Gateway", b"<html>"), BUSY),
        (says("500 Internal Server Error", b"", OURS), AILING),
        (says("200 OK", b"\x81", OURS, MSGPACK), CUT_SHORT),
        (says("200 OK", b"\x81", OURS, MSGPACK, length=500), CUT_SHORT),
        (says("200 OK", b"", length=500), NOT_HEAD_OFFICE),
        (says("200 OK", b"rubbish", OURS, MSGPACK, "content-encoding: zstd"), CUT_SHORT),
        (says("200 OK", BOMB[:-9], OURS, MSGPACK, "content-encoding: zstd"), ENDLESS),
        (says("200 OK", BOMB, OURS, MSGPACK, "content-encoding: zstd"), ENDLESS),
        (never_ends, ENDLESS),
        (says_raw(b"220 mail.example ESMTP\r\n\r\n"), NOT_HEAD_OFFICE),
        (lambda line: line.close(), CUT_SHORT),
    ],
    ids=[
        "portal", "redirect", "our redirect", "page", "proxy", "gateway", "fault", "truncated",
        "cut", "cut portal", "no zstd", "cut bomb", "bomb", "endless", "mail", "hung up",
    ],
)  # fmt: skip
def test_what_is_no_answer_is_told_in_a_sentence(tls: Path, play: Play, sentence: str) -> None:
    with stranger(play, tls) as address:
        assert str(_asked(address, tls)) == sentence


def test_silence_is_borne_only_so_long(tls: Path) -> None:
    with stranger(says_nothing, tls) as address:
        assert str(_asked(address, tls, read_seconds=0.3)) == TOO_SLOW


def test_an_answer_that_drips_ends_at_the_limit_of_the_whole(tls: Path) -> None:
    seconds = iter(range(0, 10_000, 100))
    with stranger(never_ends, tls) as address:
        line = Line(address, (tls / "authority.pem").read_text(), tick=lambda: next(seconds))
        with pytest.raises(LineError, match="in time"):
            line.ask("GET", "/v1/pull")
        line.close()


def test_a_port_without_tls_is_not_head_office(tls: Path) -> None:
    with stranger(says("200 OK", PORTAL), None) as address:
        assert str(_asked(address, tls)) == NOT_HEAD_OFFICE


@pytest.mark.parametrize("is_rude", [False, True], ids=["hung up", "reset"])
def test_a_line_that_breaks_in_the_handshake_is_no_line(tls: Path, is_rude: bool) -> None:
    def play(line: socket.socket) -> None:
        if is_rude:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.close()

    with stranger(play, None) as address:
        assert str(_asked(address, tls)) == NO_LINE


def test_a_port_that_nobody_listens_at_is_no_line(tls: Path) -> None:
    with stranger(says_nothing, tls) as address:
        pass
    assert str(_asked(address, tls)) == NO_LINE


def test_another_authority_is_not_believed(tls: Path, tmp_path: Path) -> None:
    others = a_house_of_its_own(tmp_path / "others")
    with stranger(says("200 OK", b"\x80", OURS, MSGPACK), others) as address:
        assert str(_asked(address, tls)) == UNTRUSTED
        line = Line(address, None)
        with pytest.raises(LineError) as caught:
            line.ask("GET", "/health")
        assert str(caught.value) == UNTRUSTED
        line.close()


def test_a_certificate_for_another_name_is_not_believed(tls: Path) -> None:
    with stranger(says("200 OK", b"\x80", OURS, MSGPACK), tls) as address:
        assert str(_asked(address.replace("localhost", "[::1]"), tls)) == NO_LINE
        renamed = address.replace("localhost", "127.0.0.1")
        assert Line(renamed, (tls / "authority.pem").read_text()).ask("GET", "/").status == 200


@pytest.mark.parametrize("years", [-3, 3])
def test_a_certificate_of_another_time_points_to_the_date(tmp_path: Path, years: int) -> None:
    moment = datetime.now(UTC) + timedelta(days=365 * years)  # noqa: TID251 - TLS looks at it
    folder = a_house_of_its_own(tmp_path / "then", moment)
    with stranger(says("200 OK"), folder) as address:
        assert str(_asked(address, folder)) == OUT_OF_DATE


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120.0), ("999999999", 3600.0), ("soon", None), ("-5", None), ("Wed, 25 Nov", None)],
)
def test_head_office_is_left_alone_as_long_as_it_asks(
    tls: Path, header: str, seconds: float | None
) -> None:
    for status in ("429 Too Many Requests", "503 Service Unavailable"):
        with stranger(says(status, b"", OURS, f"retry-after: {header}"), tls) as address:
            error = _asked(address, tls)
            assert (str(error), error.retry_after) == (BUSY, seconds)


def test_who_waits_for_an_answer_hears_that_the_line_was_closed(tls: Path) -> None:
    asked = threading.Event()

    def play(_line: object) -> None:
        asked.set()

    with stranger(play, tls) as address:
        line = Line(address, (tls / "authority.pem").read_text())
        told: list[str] = []

        def ask() -> None:
            try:
                line.ask("GET", "/v1/pull")
            except LineError as error:
                told.append(str(error))

        waiting = threading.Thread(target=ask)
        waiting.start()
        asked.wait(10)
        line.close()
        waiting.join(10)
        assert told == [CUT_SHORT]
        with pytest.raises(LineError):
            line.ask("GET", "/v1/pull")


def test_an_answer_to_something_else_is_no_answer(tls: Path) -> None:
    words = {"kind": "nonce", "nonce": "n", "token": "t", "at": 1, "scopes": []}
    body = packing.pack(words)
    with stranger(says("200 OK", body, OURS, MSGPACK), tls) as address:
        line = Line(address, (tls / "authority.pem").read_text())
        transport = HttpTransport(line, "till", key_of("till"), FakeClock())
        answer = transport.pull(Pull("till", "life", 1, {"g": Cursor()}))
        assert answer == Malformed("an answer of no known kind")
        transport.close()


def test_the_authority_is_fetched_only_as_the_invitation_names_it(
    tls: Path, tmp_path: Path
) -> None:
    pem = (tls / "authority.pem").read_text()
    others = a_house_of_its_own(tmp_path / "others")
    with stranger(says("200 OK", pem.encode()), others) as address:
        good = Invitation(address, "1QMB3-V5ZYW", fingerprint(pem))
        assert fetch_authority(good) == pem
        with pytest.raises(KnownError, match="certificate"):
            fetch_authority(Invitation(address, "1QMB3-V5ZYW", "0" * 64))
    with stranger(never_ends, others) as address, pytest.raises(LineError):
        fetch_authority(Invitation(address, "1QMB3-V5ZYW", "0" * 64))


@pytest.mark.parametrize(
    "address", ["http://localhost:1", "localhost", "", "https://", "ftp://localhost"]
)
def test_what_is_no_address_is_refused_at_once(address: str) -> None:
    with pytest.raises(UserError):
        Line(address, None)


def test_what_is_no_certificate_is_refused_at_once() -> None:
    with pytest.raises(UserError):
        Line("https://localhost:1", "rubbish")
