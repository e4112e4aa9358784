"""Each request is bound to its till: nobody else's, no second time, not in part, not too much."""

import json
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from clienteling.sync import packing
from clienteling.sync.http import DeniedError, HttpTransport
from clienteling.sync.line import Reply
from clienteling.sync.signing import TillKey, request_words, to_text
from clienteling.sync.wire import PROTOCOL, Cursor, Place, Pull, Pulled, Push, Refused
from tests.headoffice.servers import BOUTIQUE, Server, key_of

PACKED = {"content-type": packing.MSGPACK}
BOMB = packing.shrink(bytes(5 << 20))


def _pull(till: str, **change: object) -> Pull:
    words = {"till": till, "incarnation": "life", "schema": 1, "cursors": {BOUTIQUE: Cursor()}}
    return Pull(**words | change)  # type: ignore[arg-type] # tests change what they name


def _till(line: HttpTransport) -> str:
    return line._till


def _session(server: Server, till: str) -> str:
    line = server.transport(till)
    token = line._begin().token
    line.close()
    return token


def _headers(token: str, till: str, counter: int = 1, **change: object) -> dict[str, str]:
    signs = {"method": "POST", "target": "/v1/pull", "body": packing.pack(_pull(till))} | change
    key = signs.pop("key", key_of(till))
    assert isinstance(key, TillKey)
    words = request_words(token, counter, **signs)  # type: ignore[arg-type] # as above
    return {
        **PACKED,
        "authorization": f"Till {token}",
        "clienteling-counter": str(counter),
        "clienteling-signature": to_text(key.sign(words)),
    }


def _ask(server: Server, headers: dict[str, str], till: str, target: str = "/v1/pull") -> Reply:
    line = server.line()
    reply = line.ask("POST", target, packing.pack(_pull(till)), headers)
    line.close()
    return reply


def _told(reply: Reply) -> tuple[int, str]:
    return reply.status, reply.words()["reason"]


def test_a_request_is_heard_once_and_only_as_it_was_signed(
    server: Server, speaks: HttpTransport
) -> None:
    till = _till(speaks)
    token = _session(server, till)
    good = _headers(token, till)
    forged = {
        "nobody signed": {**good, "clienteling-signature": ""},
        "another key": _headers(token, till, key=key_of("another")),
        "another body": _headers(token, till, body=b"\x80"),
        "another path": _headers(token, till, target="/v1/push"),
        "with a query": _headers(token, till, target="/v1/pull?all=1"),
        "another method": _headers(token, till, method="PUT"),
        "another counter": {**_headers(token, till, 7), "clienteling-counter": "8"},
        "no counter": {**good, "clienteling-counter": "-1"},
        "a huge counter": {**good, "clienteling-counter": "9" * 30},
        "another token": _headers(token[:-1] + "A", till),
        "no scheme": {**good, "authorization": token},
        "no token": PACKED,
    }
    told = {name: _told(_ask(server, headers, till)) for name, headers in forged.items()}
    assert told == dict.fromkeys(forged, (401, "session"))
    assert _ask(server, good, till).status == 200
    assert _told(_ask(server, good, till)) == (401, "replay")
    assert _told(_ask(server, _headers(token, till, 0), till)) == (401, "replay")
    assert _ask(server, _headers(token, till, 5), till).status == 200
    assert _told(_ask(server, _headers(token, till, 4), till)) == (401, "replay")


def test_a_nonce_is_good_for_one_session_of_one_till(
    server: Server, speaks: HttpTransport
) -> None:
    till = _till(speaks)
    line = server.line()

    def begin(nonce: str, signed: bytes, who: str = till) -> int:
        words = {"till": who, "nonce": nonce, "signature": to_text(signed)}
        return line.ask("POST", "/v1/session", packing.pack(words), PACKED).status

    nonce = speaks._session_word({"till": till}, "nonce")
    words = f"clienteling 1\nsession\n{till}\n{nonce}".encode()
    assert begin(nonce, key_of("another").sign(words)) == 401
    assert begin(nonce, key_of(till).sign(words), who="another") == 401
    assert begin(nonce, key_of(till).sign(words)) == 200
    assert begin(nonce, key_of(till).sign(words)) == 401
    forged = nonce.replace(nonce[:4], "9999", 1)
    words = f"clienteling 1\nsession\n{till}\n{forged}".encode()
    assert begin(forged, key_of(till).sign(words)) == 401
    assert begin("", b"") == 200  # a nonce is handed to everybody
    line.close()


def test_a_till_that_claims_to_be_another_is_refused(
    server: Server, speaks: HttpTransport
) -> None:
    other = server.enrolled("claimed-by-others")
    for words in (_pull("claimed-by-others"), _pull("nobody")):
        assert speaks.pull(words) == Refused("another till")
    push = Push("claimed-by-others", "life", 1, Place(), {}, ())
    assert speaks.push(push) == Refused("another till")
    assert isinstance(other.pull(_pull("claimed-by-others")), Pulled)
    other.close()


def test_a_session_that_head_office_forgot_is_begun_anew(
    server: Server, speaks: HttpTransport
) -> None:
    assert isinstance(speaks.pull(_pull(_till(speaks))), Pulled)
    before = speaks._session
    with server.open() as office, office.database.write() as transaction:
        transaction.run("DELETE FROM trust_session WHERE till = ?", (_till(speaks),))
    assert isinstance(speaks.pull(_pull(_till(speaks))), Pulled)
    assert speaks._session is not before


@pytest.mark.parametrize("version", [PROTOCOL - 1, PROTOCOL + 1, -(2**40)])
def test_another_protocol_is_told_to_upgrade(speaks: HttpTransport, version: int) -> None:
    words = _pull(_till(speaks), version=version)
    assert speaks.pull(words) == Refused("upgrade")
    assert speaks.request("POST", "/v1/pull", packing.pack(words), PACKED).status == 426


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"", PACKED, 400),
        (b"rubbish that is no message", PACKED, 400),
        (b"\x91" * 100_000, PACKED, 400),
        (b"\xc1", PACKED, 400),
        (packing.pack([]), PACKED, 422),
        (packing.pack({"till": 5}), PACKED, 422),
        (b"{}", {"content-type": packing.JSON}, 422),
        (b"[" * 100_000, {"content-type": packing.JSON}, 400),
        (b'{"till": NaN}', {"content-type": packing.JSON}, 400),
        (b'{"till": "\xff"}', {"content-type": packing.JSON}, 400),
        (b"till=5", {"content-type": "application/x-www-form-urlencoded"}, 415),
        (b"x", {**PACKED, "content-encoding": "gzip"}, 415),
        (b"x", {**PACKED, "content-encoding": "zstd"}, 400),
        (BOMB, {**PACKED, "content-encoding": "zstd"}, 413),
        (BOMB[:-5], {**PACKED, "content-encoding": "zstd"}, 413),
        (packing.shrink(b"x") + b"more", {**PACKED, "content-encoding": "zstd"}, 400),
        (bytes((1 << 20) + 1), PACKED, 413),
    ],
    ids=[
        "empty", "rubbish", "deep", "never used", "list", "wrong type", "json", "deep json", "nan",
        "no utf-8", "form", "gzip", "no zstd", "bomb", "cut bomb", "followed", "too long",
    ],
)  # fmt: skip
def test_a_body_that_cannot_be_read_is_refused(
    speaks: HttpTransport, body: bytes, headers: dict[str, str], status: int
) -> None:
    reply = speaks.request("POST", "/v1/pull", body, headers)
    assert reply.status == status
    assert reply.words()["kind"] == "refused"
    assert isinstance(speaks.pull(_pull(_till(speaks))), Pulled)


def test_json_is_answered_in_json(speaks: HttpTransport) -> None:
    body = packing.pack(_pull(_till(speaks)), packing.JSON)
    reply = speaks.request("POST", "/v1/pull", body, {"content-type": packing.JSON})
    assert (reply.status, json.loads(reply.body)["kind"]) == (200, "pulled")


@contextmanager
def _socket(server: Server) -> Iterator[ssl.SSLSocket]:
    context = ssl.create_default_context(cadata=server.home.authority_pem())
    with (
        socket.create_connection(("localhost", server.port), timeout=15) as raw,
        context.wrap_socket(raw, server_hostname="localhost") as line,
    ):
        yield line


HEAD = b"POST /v1/session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (b"", b""),
        (b"POST /v1/pu", b""),
        (HEAD + b"content-length: 100\r\n\r\n{", b"HTTP/1.1 408"),
        (HEAD + b"content-length: 99999999999\r\n\r\n", b"HTTP/1.1 413"),
        (HEAD + b"content-length: -1\r\n\r\n", b"HTTP/1.1 400"),
        (HEAD + b"transfer-encoding: chunked\r\n\r\n10000\r\n", b"HTTP/1.1 408"),
        (HEAD + b"transfer-encoding: chunked\r\n\r\nnonsense\r\n", b"HTTP/1.1 400"),
        (b"\x16\x03\x01 hello\r\n\r\n", b"HTTP/1.1 400"),
        (b"GET / HTTP/9.9\r\n\r\n", b"HTTP/1.1 400"),
    ],
    ids=[
        "silent", "half a head", "half a body", "huge", "negative", "half a piece", "no pieces",
        "tls in tls", "http 9",
    ],
)  # fmt: skip
def test_a_connection_that_says_half_of_something_is_ended(
    server: Server, sent: bytes, answer: bytes
) -> None:
    with _socket(server) as line:
        line.sendall(sent)
        told = b""
        while part := _received(line):
            told += part
    assert told.startswith(answer)
    assert (told == b"") == (answer == b"")


def test_an_endless_body_is_refused_while_it_comes(server: Server) -> None:
    with _socket(server) as line:
        line.sendall(HEAD + b"transfer-encoding: chunked\r\n\r\n")
        piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        for _ in range(17):
            line.sendall(piece)
        assert _received(line).startswith(b"HTTP/1.1 413")


def test_many_silent_connections_do_not_keep_a_till_out(
    server: Server, speaks: HttpTransport
) -> None:
    raw = [socket.create_connection(("localhost", server.port)) for _ in range(200)]
    assert isinstance(speaks.pull(_pull(_till(speaks))), Pulled)
    for one in raw:
        one.close()


def test_a_revoked_till_is_told_at_once_and_hears_the_signed_order(server: Server) -> None:
    from clienteling.headoffice import ledger
    from clienteling.sync.signing import is_signed, order_words

    member = server.enrol("stolen")
    line = server.transport("stolen")
    assert isinstance(line.pull(_pull("stolen")), Pulled)
    with server.open() as office:
        ledger.revoke(office, "stolen", erase_book=True)
    assert line.pull(_pull("stolen")) == Refused("revoked")
    order = line.order
    assert order is not None
    assert order.till == "stolen"
    words, signature = order_words(order.till, order.at), bytes.fromhex(order.signature)
    assert is_signed(words, signature, bytes.fromhex(member.office_key))
    with pytest.raises(DeniedError, match="revoked"):
        line.request("POST", "/v1/pull", b"", PACKED)
    line.close()


def test_what_is_not_there_and_what_is_not_meant_is_answered_as_head_office(
    server: Server,
) -> None:
    line = server.line()
    asked = {
        ("GET", "/"): 404,
        ("GET", "/v1/nowhere"): 404,
        ("GET", "/openapi.json"): 404,
        ("GET", "/v1/pull"): 405,
        ("DELETE", "/v1/push"): 405,
        ("PUT", "/health"): 405,
        ("GET", "/health"): 200,
        ("HEAD", "/health"): 200,
    }
    assert {key: line.ask(*key).status for key in asked} == asked
    line.close()


def _received(line: ssl.SSLSocket) -> bytes:
    try:
        return line.recv(65_536)
    except (ssl.SSLError, ConnectionError):
        return b""
