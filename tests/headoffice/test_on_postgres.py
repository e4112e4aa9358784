"""Two server processes on one PostgreSQL serve the same tills; neither remembers anything itself."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from clienteling.cli import main
from clienteling.domain.clock import FakeClock
from clienteling.headoffice import ledger
from clienteling.headoffice.home import Home
from clienteling.headoffice.journal import Journal
from clienteling.headoffice.opening import open_office
from clienteling.headoffice.overview import all_tills
from clienteling.headoffice.web.telling import Telling, keep_told
from clienteling.sync import packing
from clienteling.sync.engine import Done
from clienteling.sync.signing import request_words, to_text
from clienteling.sync.wire import Cursor, Pull, Pulled, Refused
from tests.factories import a_client, a_house
from tests.headoffice.administering import Administration, words_in
from tests.headoffice.conftest import Books
from tests.headoffice.servers import BOUTIQUE, Server, key_of
from tests.postgres.server import NoServerError, running
from tests.postgres.server import Server as Postgres
from tests.sync.tills import whole_book


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    try:
        with running() as one:
            yield one
    except NoServerError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def home(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A head office on a database of its own, made as its owner makes it."""
    folder = tmp_path_factory.mktemp("house") / "office"
    postgres.command("CREATE DATABASE house")
    words = ["headoffice", "init", "--home", str(folder), "--name", "localhost", "--port", "0"]
    assert main([*words, "--listen", "127.0.0.1", "--database", postgres.address("house")]) == 0
    return Home(folder)


@pytest.fixture(scope="module")
def pair(home: Home) -> Iterator[tuple[Server, Server]]:
    """Two servers of one head office."""
    left, right = Server(home).start(), Server(home).start()
    yield left, right
    assert (left.stop(), right.stop()) == (0, 0)
    assert [one for one in left.lines() + right.lines() if one["event"] == "fault"] == []


def test_two_servers_serve_the_same_tills(pair: tuple[Server, Server], books: Books) -> None:
    left, right = pair
    one, two = books.till("one"), books.till("two")
    lines = {name: left.enrolled(name) for name in ("one", "two")}
    others = {name: right.transport(name) for name in ("one", "two")}
    client = a_client(one.store, a_house(one.store))
    assert isinstance(one.sync(lines["one"]), Done)
    assert isinstance(two.sync(others["two"]), Done)
    assert two.rows("SELECT count(*) FROM client WHERE id = ?", bytes.fromhex(client)) == [(1,)]
    assert isinstance(one.sync(others["one"]), Done)
    assert whole_book(one) == whole_book(two)
    for line in (*lines.values(), *others.values()):
        line.close()


def test_what_one_server_heard_the_other_knows(pair: tuple[Server, Server]) -> None:
    left, right = pair
    line = left.enrolled("heard")
    words = Pull("heard", "life", 1, {BOUTIQUE: Cursor()})
    assert isinstance(line.pull(words), Pulled)
    assert line._session is not None
    token, body = line._session.token, packing.pack(words)
    signed = request_words(token, 2, "POST", "/v1/pull", body)
    headers = {
        "content-type": packing.MSGPACK,
        "authorization": f"Till {token}",
        "clienteling-counter": "2",
        "clienteling-signature": to_text(key_of("heard").sign(signed)),
    }
    told = []
    for server in (right, left, right):
        other = server.line()
        told.append(other.ask("POST", "/v1/pull", body, headers).status)
        other.close()
    assert told == [200, 401, 401]
    with right.open() as office:
        ledger.revoke(office, "heard")
    assert line.pull(words) == Refused("revoked")
    line.close()


def test_head_office_is_administered_as_a_role_that_owns_nothing(home: Home) -> None:
    clock = FakeClock()
    with open_office(home, clock, threads=2) as office:
        house = Administration(office, clock, code_burst=100)
        try:
            person = house.administrator("Hélène Marchand")
            digits = house.till("Counter", "counter", "b:PAR2")
            person.fill("/admin/enrolment", "/admin/tills/counter/confirm", digits=digits)
            person.fill("/admin/tills/counter", "/admin/tills/counter/grant", boutique="MIL2")
            person.fill("/admin/people", "/admin/people", name="Li Wei")
            keep_told(office.database, clock, "counter", Telling(None, "0.1.0"))
            keep_told(office.database, clock, "counter", Telling(7, "0.1.0"))
            for path in (
                "",
                "/tills/counter",
                "/enrolment",
                "/boutiques",
                "/set-aside",
                "/people",
            ):
                person.see(f"/admin{path}")
            page = words_in(person.see("/admin/tills/counter"))
            assert "MIL2 Withdraw" in page
            assert "Waits there 7 told just now" in page
            assert "Every entry is as it was written" in person.see("/admin/journal")
            assert Journal(office.database, clock, home.key("seal")).fault() is None
            # Without what commands did to this house, which other stories share.
            assert [did for who, did, _, _ in house.journal() if who] == [
                "signed_in",
                "let_in",
                "granted",
                "invited",
            ]
        finally:
            house.close()


def test_a_server_does_not_start_as_a_role_that_sees_everything(
    postgres: Postgres, home: Home
) -> None:
    settings = home.folder / "headoffice.toml"
    kept = settings.read_text()
    served, owner = home.settings().database, postgres.address("house")
    settings.write_text(kept.replace(json.dumps(served), json.dumps(owner)))
    server = Server(home)
    assert server.fails_to_start() == 1
    assert "does not serve with this database user" in server.log.read_text()
    settings.write_text(kept)


def test_an_init_that_finds_no_database_can_be_tried_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["headoffice", "init", "--home", str(tmp_path / "office")]
    assert main([*words, "--database", "mysql://x"]) == 1
    assert main([*words, "--port", "0"]) == 0
    assert main(words) == 1
    assert "already" in capsys.readouterr().err


def test_a_backup_is_made_and_put_back_by_the_owner(
    pair: tuple[Server, Server], postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, _right = pair
    left.enrol("before")
    monkeypatch.setenv("PATH", str(postgres.programs), prepend=":")
    owner = postgres.address("house")
    home = str(left.home.folder)
    assert main(["headoffice", "admin", "backup", "--home", home, "--database", owner]) == 0
    left.enrol("after")
    with left.open() as office:
        ledger.revoke(office, "before")
    assert main(["headoffice", "admin", "restore", "--home", home, "--database", owner]) == 0
    with left.open() as office:
        assert {row.till: row.state for row in all_tills(office.database)}["before"] == "revoked"
        assert "after" not in {row.till for row in all_tills(office.database)}
