"""The window on one of two real tills, with head office in the same process."""

import pytest

from clienteling.bootstrap import Backend
from clienteling.services import clients
from tests.bootstrap.shared import Shared, apart, shared

__all__ = ["apart", "backend", "shared"]


@pytest.fixture
def backend(shared: Shared) -> Backend:
    """The second till; Camille is at it."""
    return dressed(shared.two, shared)


def dressed(backend: Backend, shared: Shared) -> Backend:
    """Set what a window needs: who is at the till, and how it looks."""
    for name, value in (
        ("staff", shared.house.camille),
        ("house_name", "Séverac"),
        ("theme", "light"),
        ("language", "en"),
        ("reduce_motion", True),
    ):
        backend.settings.set(name, value)
    return backend


def clash(shared: Shared, **fields: tuple[object, object]) -> None:
    """Write the client's fields on both tills apart, Kenji at the first; then both share."""
    for backend, who, side in (
        (shared.one, shared.house.kenji, 0),
        (shared.two, shared.house.camille, 1),
    ):
        backend.settings.set("staff", who)
        values = {name: both[side] for name, both in fields.items()}
        backend.do(clients.edit_client, "Edited", client_id=shared.client, values=values)
    shared.share(shared.one, shared.two, shared.one)


def known(shared: Shared, field: str) -> list[object]:
    """Return what both tills know of the client."""
    sql = f"SELECT {field} FROM client WHERE id = ?"
    client = bytes.fromhex(shared.client)
    return [
        backend.look(lambda raw: raw.execute(sql, (client,)).fetchone()[0])
        for backend in (shared.one, shared.two)
    ]
