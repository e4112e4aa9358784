"""A device of Anki: a collection of notes with one field for each of a client's."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anki.collection import (  # type: ignore[import-not-found] # in the peer's own environment
    AddNoteRequest,
    Collection,
)

from benchmarks.peers.records import FIELDS, records

_BETWEEN = "\x1f"


@contextmanager
def _collection(folder: str) -> Iterator[Any]:
    path = Path(folder) / "collection.anki2"
    path.parent.mkdir(parents=True, exist_ok=True)
    collection = Collection(str(path))
    yield collection
    collection.close()


def _login(collection: Any, port: int) -> Any:
    return collection.sync_login("house", "word", f"http://127.0.0.1:{port}/")


def load(folder: str, port: int, count: int) -> dict[str, Any]:
    """Fill a collection and send it whole."""
    with _collection(folder) as collection:
        kind = collection.models.new("client")
        for name in FIELDS:
            collection.models.add_field(kind, collection.models.new_field(name))
        card = collection.models.new_template("card")
        card["qfmt"], card["afmt"] = "{{id}}", "{{remember}}"
        collection.models.add_template(kind, card)
        collection.models.add(kind)
        kind = collection.models.by_name("client")
        deck = collection.decks.id("Default")
        requests = []
        for one in records(count):
            note = collection.new_note(kind)
            note.fields = [str(one[name]) for name in FIELDS]
            requests.append(AddNoteRequest(note=note, deck_id=deck))
        collection.add_notes(requests)
        start = time.perf_counter()
        auth = _login(collection, port)
        collection.close_for_full_sync()
        collection.full_upload_or_download(auth=auth, server_usn=None, upload=True)
        seconds = time.perf_counter() - start
        collection.reopen(after_full_sync=True)
    return {"seconds": seconds}


def first_sync(folder: str, port: int) -> dict[str, Any]:
    """Log in, hear that a whole download is needed, and download."""
    with _collection(folder) as collection:
        start = time.perf_counter()
        auth = _login(collection, port)
        told = collection.sync_collection(auth, sync_media=False)
        assert told.required != told.NO_CHANGES, told
        collection.close_for_full_sync()
        collection.full_upload_or_download(auth=auth, server_usn=None, upload=False)
        collection.reopen(after_full_sync=True)
        there = collection.db.scalar("SELECT count(*) FROM notes")
        seconds = time.perf_counter() - start
    return {"seconds": seconds, "there": there}


def edit(folder: str, edits: dict[str, dict[str, Any] | None]) -> None:
    """Change notes as its browser does."""
    with _collection(folder) as collection:
        changed, removed = [], []
        for key, note_id in _notes(collection, list(edits)).items():
            fields = edits[key]
            if fields is None:
                removed.append(note_id)
                continue
            note = collection.get_note(note_id)
            for name, value in fields.items():
                note[name] = value
            changed.append(note)
        collection.update_notes(changed)
        if removed:
            collection.remove_notes(removed)


def sync(folder: str, port: int) -> dict[str, Any]:
    """Log in and sync."""
    with _collection(folder) as collection:
        start = time.perf_counter()
        auth = _login(collection, port)
        told = collection.sync_collection(auth, sync_media=False)
        seconds = time.perf_counter() - start
        assert told.required in {told.NO_CHANGES, told.NORMAL_SYNC}, told
        said = str(told.server_message)
    return {"seconds": seconds, "said": [said] if said else []}


def nothing(folder: str, port: int, times: int) -> dict[str, Any]:
    """Sync with nothing new, logged in."""
    with _collection(folder) as collection:
        auth = _login(collection, port)
        collection.sync_collection(auth, sync_media=False)
        took = []
        for _round in range(times):
            start = time.perf_counter()
            told = collection.sync_collection(auth, sync_media=False)
            took.append((time.perf_counter() - start) * 1000)
            assert told.required == told.NO_CHANGES, told
    return {"ms": took}


def state(folder: str, ids: list[str]) -> dict[str, Any]:
    """Return notes as they stand here; Anki keeps no other side."""
    with _collection(folder) as collection:
        notes = _notes(collection, ids)
        rows = dict.fromkeys(ids) | {
            key: dict(zip(FIELDS, collection.get_note(one).fields, strict=True))
            for key, one in notes.items()
        }
    return {"rows": rows}


def _notes(collection: Any, ids: list[str]) -> dict[str, int]:
    wanted = json.dumps(ids)
    return {
        str(fields).split(_BETWEEN, 1)[0]: note_id
        for note_id, fields in collection.db.execute(
            "SELECT id, flds FROM notes WHERE substr(flds, 1, 32) IN"
            " (SELECT value FROM json_each(?))",
            wanted,
        )
    }
