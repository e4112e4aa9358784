"""One client saved: figures, index, log and commit; beside a bare commit of an encrypted file."""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2

from benchmarks.frame import Figure, Options, figure, race
from benchmarks.houses import KEYS, copied, ensure, open_house_backend
from clienteling.bootstrap import Backend
from clienteling.domain.clock import FakeClock
from clienteling.queries.find import find
from clienteling.storage.open import create_book

_SAVES = 60
_LIMIT = "bare encrypted commit"


def run(options: Options) -> list[Figure]:
    """Measure saves in a copy of the demo house."""
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        path = copied(ensure(options.clients), Path(folder) / "house")
        backend = open_house_backend(path)
        bare = _Bare(Path(folder) / "bare.book")
        try:
            return _figures(backend, bare)
        finally:
            bare.close()
            backend.close()


def ours(options: Options) -> None:
    """Do our part alone, for its memory."""
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        backend = open_house_backend(copied(ensure(options.clients), Path(folder) / "house"))
        rename = _renaming(backend)
        for client_id in _some(backend):
            rename(client_id)
        backend.close()


def _figures(backend: Backend, bare: "_Bare") -> list[Figure]:
    some = _some(backend)
    acts = {
        "name changed": (_renaming(backend), "name, index and figures made again; found by it"),
        "line remembered": (_remembering(backend), "no word of the index changes"),
        "note logged": (_noting(backend), "a new row"),
    }
    figures = []
    for what, (act, note) in acts.items():
        act(some[0])
        took = race({"ours": act, _LIMIT: bare.commit}, some[1:], 1)
        figures.append(
            figure(what, took["ours"], limit=(_LIMIT, took[_LIMIT]), goal=3.0, note=note)
        )
    _check(backend, some)
    return figures


def _check(backend: Backend, some: list[str]) -> None:
    """See that the last save of each client is in the book, in the index and in the log."""
    raw = backend.opened.book.connect()
    for place, client_id in enumerate(some):
        found = find(raw, f"Zitaya{_letters(place)}", limit=1)
        assert [hit.client_id for hit in found] == [client_id], (place, found)
    notes = raw.execute("SELECT count(*) FROM note WHERE body = 'Prefers the evening.'")
    assert notes.fetchone()[0] == len(some)
    logged = raw.execute("SELECT count(*) FROM sync_tx WHERE why = 'Name changed'").fetchone()[0]
    assert logged == len(some)
    raw.close()


def _some(backend: Backend) -> list[str]:
    rows = backend.look(_ids)
    return [row.hex() for row in random.Random(1).sample(rows, min(_SAVES, len(rows)))]


def _ids(raw: dbapi2.Connection) -> list[bytes]:
    return [row[0] for row in raw.execute("SELECT client_id FROM client_hit ORDER BY rk")]


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03d}")


def _renaming(backend: Backend) -> Callable[[str], object]:
    from clienteling.services.clients import edit_client

    order = {client_id: place for place, client_id in enumerate(_some(backend))}

    def save(client_id: str) -> object:
        values = {"given_name": f"Zitaya{_letters(order[client_id])}"}
        return backend.do(edit_client, "Name changed", client_id=client_id, values=values)

    return save


def _remembering(backend: Backend) -> Callable[[str], object]:
    from clienteling.services.clients import edit_client

    def save(client_id: str) -> object:
        values = {"remember": f"Walks in by the side door, {client_id[:6]}"}
        return backend.do(edit_client, "Line kept", client_id=client_id, values=values)

    return save


def _noting(backend: Backend) -> Callable[[str], object]:
    from clienteling.services.log import log_note

    def save(client_id: str) -> object:
        body = "Prefers the evening."
        return backend.do(log_note, "Note", client_id=client_id, body=body, staff_id=None)

    return save


class _Bare:
    """One row updated and committed in an encrypted file with the house's own settings."""

    def __init__(self, path: Path) -> None:
        self._opened = create_book(path, clock=FakeClock(), keys=KEYS)
        self._raw = self._opened.book.connect()
        self._place = 0

    def commit(self, _client_id: str) -> None:
        """Commit one change."""
        self._place += 1
        self._raw.execute("BEGIN IMMEDIATE")
        self._raw.execute("UPDATE sync_self SET clock_offset_ms = ?", (self._place,))
        self._raw.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._raw.close()
        self._opened.close()
