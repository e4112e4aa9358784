"""A till and a real head office in its own process, over TLS: the whole life of a membership."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clienteling.bootstrap import Backend, open_backend
from clienteling.bootstrap.syncing import Stop, SyncKind
from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import KnownError
from clienteling.headoffice import ledger
from clienteling.services import clients
from tests.books import KEYS
from tests.bootstrap.heard import Heard
from tests.factories import a_client, a_house
from tests.headoffice.servers import Server


@pytest.fixture
def backend(book_path: Path, clock: FakeClock, tmp_path: Path) -> Iterator[Backend]:
    made = open_backend(
        book_path, clock=clock, keys=KEYS, settings_file=tmp_path / "settings.toml"
    )
    yield made
    made.close()


def test_a_till_joins_shares_outlives_a_kill_and_is_erased(
    backend: Backend, book_path: Path, tmp_path: Path
) -> None:
    server = Server.new(tmp_path / "home").start()
    house = a_house(backend.opened.store())
    client = a_client(backend.opened.store(), house)
    invitation = str(server.invitation(server.code(by_hand=False)))
    heard = Heard(backend)

    state = backend.syncing.enrol(invitation, name="Window till")
    assert (state.kind, state.stop, len(state.confirm_number)) == (
        SyncKind.STOPPED, Stop.CONFIRM, 6,
    )  # fmt: skip
    till = backend.look(lambda r: r.execute("SELECT till_id FROM sync_self").fetchone()[0])
    with server.open() as office:
        office.enrolment.confirm(till, state.confirm_number)
    backend.syncing.sync_soon()
    shared = heard.until(kind=SyncKind.SHARED, waiting=0)
    # This till's clock stands in March and head office's does not: it is told, and decides nothing.
    assert shared.clock_off_seconds is not None
    assert abs(shared.clock_off_seconds) > 86_400

    server.kill()
    backend.do(clients.edit_client, "Edited", client_id=client, values={"remember": "Peonies"})
    heard.until(waiting=1)
    backend.syncing.sync_soon()
    assert "cannot be reached" in str(heard.until(kind=SyncKind.OFFLINE, waiting=1).why)
    server.start()
    backend.syncing.sync_soon()
    heard.until(kind=SyncKind.SHARED, waiting=0)

    with server.open() as office:
        ledger.revoke(office, till, erase_book=True)
    backend.syncing.sync_soon()
    assert heard.until(stop=Stop.ERASED).is_locked
    backend.close()
    assert list(book_path.parent.iterdir()) == []
    assert server.stop() == 0


def test_something_else_in_head_offices_place_is_not_believed(
    backend: Backend, tmp_path: Path
) -> None:
    server = Server.new(tmp_path / "home").start()
    other = Server.new(tmp_path / "other").start()
    invitation = server.invitation(server.code())
    with pytest.raises(KnownError, match="certificate"):
        backend.syncing.enrol(str(invitation).replace(server.address, other.address))
    assert backend.syncing.state().kind == SyncKind.ALONE
    for one in (server, other):
        assert one.stop() == 0
