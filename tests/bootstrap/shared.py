"""Two real books with their backends, and head office in the same process, for tests of sharing."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clienteling.bootstrap import Backend, open_backend
from clienteling.domain.clock import FakeClock
from clienteling.headoffice.store import HeadOffice
from clienteling.services import clients
from clienteling.sync.engine import Done, sync_once
from clienteling.sync.till import Till
from tests.books import KEYS
from tests.factories import SmallHouse, a_client, a_house
from tests.sync.tills import SCOPES, an_office


@dataclass(slots=True)
class Shared:
    """Two tills of one boutique that know a small house with one client."""

    office: HeadOffice
    one: Backend
    two: Backend
    clock: FakeClock
    house: SmallHouse
    client: str

    def edit(self, backend: Backend, **values: object) -> None:
        """Change fields of the client on one till, as Camille."""
        backend.settings.set("staff", self.house.camille)
        backend.do(clients.edit_client, "Edited", client_id=self.client, values=values)

    def clash(self, first: object, second: object, field: str = "remember") -> None:
        """Write one field on both tills apart and let them share it."""
        self.edit(self.one, **{field: first})
        self.edit(self.two, **{field: second})
        for backend in (self.one, self.two, self.one):
            self.share(backend)

    def share(self, backend: Backend) -> None:
        """Sync a till by the engine alone."""
        till = Till(backend.opened.book, self.clock)
        try:
            assert isinstance(sync_once(till, self.office, random.Random(0)), Done)
        finally:
            till.close()


@pytest.fixture
def shared(template_book: Path, tmp_path: Path) -> Iterator[Shared]:
    """Two tills that have read the same small house."""
    clock = FakeClock()
    office, connection = an_office(clock)
    backends = []
    for name in ("one", "two"):
        folder = tmp_path / name
        shutil.copytree(template_book.parent, folder)
        backend = open_backend(
            folder / template_book.name,
            clock=clock,
            keys=KEYS,
            settings_file=tmp_path / f"{name}.toml",
        )
        till = Till(backend.opened.book, clock)
        till.connection.execute("UPDATE sync_self SET till_id = ?, incarnation = ?", (name, name))
        till.join(SCOPES)
        till.close()
        office.enrol(name, SCOPES[1])
        backends.append(backend)
    one, two = backends
    house = a_house(one.opened.store())
    client = a_client(one.opened.store(), house)
    made = Shared(office, one, two, clock, house, client)
    for backend in (one, two, one):
        made.share(backend)
    yield made
    for backend in backends:
        backend.close()
    connection.close()
