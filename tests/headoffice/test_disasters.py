"""A server that dies, a disk that is put back: both sides go on, and nothing is lost."""

import json
import socket
import ssl
import threading

import pytest

from clienteling.domain.clock import SystemClock
from clienteling.domain.errors import KnownError
from clienteling.headoffice import ledger
from clienteling.headoffice.backups import all_backups, back_up, restore
from clienteling.sync.engine import Done, Later, Outcome, Stopped
from clienteling.sync.http import HttpTransport
from clienteling.sync.till import Till
from tests.factories import a_client, a_house
from tests.headoffice.conftest import Books
from tests.headoffice.servers import BOUTIQUE, Server
from tests.sync.tills import TestTill, whole_book

CLIENTS = 10


def test_a_server_that_is_killed_in_the_middle_of_pushes_loses_and_doubles_nothing(
    own_server: Server, books: Books
) -> None:
    one, two = books.till("one"), books.till("two")
    lines = {name: own_server.enrolled(name) for name in ("one", "two")}
    house = a_house(one.store)
    written: list[str] = []
    outcomes: list[Outcome] = []
    for moment in ("before sending", "after the answer"):
        written += [
            a_client(one.store, house, family_name=f"N{len(written)}") for _ in range(CLIENTS)
        ]
        outcomes.append(_synced_while_dying(one, own_server, lines["one"], moment))
        own_server.start()
    assert all(isinstance(outcome, Later | Done) for outcome in outcomes)
    assert any(isinstance(outcome, Later) for outcome in outcomes)
    for name, till in (("one", one), ("two", two), ("one", one)):
        assert isinstance(till.sync(lines[name]), Done)
    assert whole_book(one) == whole_book(two)
    ids = {row[0].hex() for row in two.rows("SELECT id FROM client")}
    assert ids == set(written)
    assert one.sync(lines["one"]) == Done()
    for line in lines.values():
        line.close()


def _synced_while_dying(
    one: TestTill, server: Server, line: HttpTransport, moment: str
) -> Outcome:
    """Sync, and take the server's life away at the first such moment."""
    killing = threading.Thread(target=server.kill)

    def at(name: str) -> None:
        if name == moment and killing.ident is None:
            killing.start()
            if moment == "after the answer":
                killing.join()
            # Before the answer, the request and the death race.

    dying = TestTill(one.book, one.store, Till(one.book, one.till.clock, at))
    outcome = dying.sync(line)
    killing.join()
    dying.till.close()
    return outcome


def test_a_backup_that_is_put_back_gets_from_the_tills_what_it_lacks(
    own_server: Server, books: Books
) -> None:
    one, two, stolen = (books.till(name) for name in ("one", "two", "stolen"))
    lines = {name: own_server.enrolled(name) for name in ("one", "two", "stolen")}
    house = a_house(one.store)
    erased, before = (a_client(one.store, house, family_name=name) for name in ("E", "B"))
    assert isinstance(one.sync(lines["one"]), Done)
    made = back_up(own_server.home, SystemClock())
    after = a_client(one.store, house, family_name="A")
    for name, till in (("one", one), ("two", two)):
        assert isinstance(till.sync(lines[name]), Done)
    with own_server.open() as office:
        ledger.revoke(office, "stolen")
        assert ledger.erase(office, BOUTIQUE, "client", erased) >= 1
    assert own_server.stop() == 0
    assert all_backups(own_server.home.backups) == [made]
    assert restore(own_server.home, SystemClock()) == made
    own_server.start()
    assert stolen.sync(lines["stolen"]) == Stopped("revoked")
    for name, till in (("two", two), ("one", one), ("two", two), ("one", one)):
        assert isinstance(till.sync(lines[name]), Done)
    ids = {row[0].hex() for row in two.rows("SELECT id FROM client")}
    assert ids == {before, after}
    assert whole_book(one) == whole_book(two)
    for line in lines.values():
        line.close()


def test_a_server_that_is_told_to_stop_finishes_what_it_has_begun(own_server: Server) -> None:
    body = json.dumps({"till": "anybody"}).encode()
    head = (
        "POST /v1/session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
        f"content-length: {len(body)}\r\n\r\n"
    )
    context = ssl.create_default_context(cadata=own_server.home.authority_pem())
    with (
        socket.create_connection(("localhost", own_server.port), timeout=15) as raw,
        context.wrap_socket(raw, server_hostname="localhost") as line,
    ):
        line.sendall(head.encode() + body[:5])
        ended: list[int] = []
        stopping = threading.Thread(target=lambda: ended.append(own_server.stop()))
        stopping.start()
        _until_it_listens_no_more(own_server)
        line.sendall(body[5:])
        answer = b""
        while part := line.recv(65_536):
            answer += part
        stopping.join(15)
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"nonce" in answer
    assert ended == [0]
    assert own_server.lines()[-1]["event"] == "stopped"


def _until_it_listens_no_more(server: Server) -> None:
    while True:
        try:
            socket.create_connection(("127.0.0.1", server.port), timeout=15).close()
        except OSError:
            return


def test_no_second_server_stands_on_the_same_folder(own_server: Server) -> None:
    second = Server(own_server.home)
    assert second.fails_to_start() == 1
    assert "served by another process" in second.log.read_text()


def test_a_backup_that_was_changed_is_not_put_back(server: Server) -> None:
    made = back_up(server.home, SystemClock())
    book = made.folder / "headoffice.book"
    data = bytearray(book.read_bytes())
    data[-1] ^= 1
    book.write_bytes(data)
    with pytest.raises(KnownError, match="damaged"):
        restore(server.home, SystemClock(), made.folder)
